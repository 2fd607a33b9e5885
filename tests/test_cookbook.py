"""The cookbook is true: each recipe prints what the page says, where its programs are installed."""

from pathlib import Path
from runpy import run_path

import pytest

COOKBOOK = run_path(str(Path(__file__).parent / "cookbook.py"))
RECIPES: list[str] = COOKBOOK["recipes"](COOKBOOK["COOKBOOK"].read_text(encoding="utf-8"))


def test_there_are_recipes() -> None:
    assert len(RECIPES) > 5
    assert all("```console\n$ " in recipe for recipe in RECIPES)


@pytest.mark.parametrize("recipe", RECIPES, ids=lambda recipe: recipe.partition("\n")[0][3:])
def test_a_recipe_prints_what_the_page_says(recipe: str) -> None:
    if missing := COOKBOOK["missing"](recipe):
        pytest.skip(f"needs {', '.join(missing)}")
    assert COOKBOOK["refreshed"](recipe) == recipe, "python tests/cookbook.py puts it right"
