"""The cookbook and the page on archives are true: each recipe prints what its page says.

One that needs a program that is not installed is passed over.
"""

from pathlib import Path
from runpy import run_path

import pytest

CONSOLE = run_path(str(Path(__file__).parent / "console.py"))
OF_COOKBOOK, OF_ARCHIVE = (
    CONSOLE["recipes"](page.read_text(encoding="utf-8")) for page in CONSOLE["PAGES_OF_RECIPES"]
)
RECIPES: list[str] = [*OF_COOKBOOK, *OF_ARCHIVE]


def test_there_are_recipes() -> None:
    assert len(OF_COOKBOOK) > 5
    assert all("```console\n$ " in recipe for recipe in RECIPES)


def test_an_archive_in_json_lines_answers_the_same() -> None:
    (questions,) = OF_ARCHIVE
    if missing := CONSOLE["missing"](questions):
        pytest.skip(f"needs {', '.join(missing)}")
    assert questions.count("duckdb -csv") == 5
    of_lines = questions.replace("archive.parquet", "archive.jsonl")
    assert CONSOLE["refreshed"](of_lines) == of_lines


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.partition("\n")[0][3:])
def test_a_recipe_prints_what_the_page_says(recipe: str) -> None:
    if missing := CONSOLE["missing"](recipe):
        pytest.skip(f"needs {', '.join(missing)}")
    assert CONSOLE["refreshed"](recipe) == recipe, "python tests/console.py puts it right"
