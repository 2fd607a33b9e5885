from pathlib import Path

import pytest

from figures import COMMITTED, load
from floors import FLOORS, read
from how_good import PAGE, README, TEMPLATE, TEMPLATE_OF_PAGE, names, rendered, replaced
from sets import SETS

ROOT = Path(__file__).parent.parent.parent
SECTION = TEMPLATE.read_text(encoding="utf-8")
WHOLE_PAGE = TEMPLATE_OF_PAGE.read_text(encoding="utf-8")
TIMES = {"cold start", "speed", "summary of many sentences"}


@pytest.mark.parametrize(
    ("template", "text"),
    [
        pytest.param("{a/b/f1:.2f}", "0.72", id="digits"),
        pytest.param("{a/b/f1:.0p} %", "72 %", id="points"),
        pytest.param("{a/b/gain:+.1p}, {a/b/loss:+.1p}", "+1.5, −0.4", id="signs"),
        pytest.param("{a/b/ms:.0f} ms", "120 ms", id="a time"),
        pytest.param("{} and {a/b/f1}", "{} and {a/b/f1}", id="braces without a format"),
    ],
)
def test_rendered(template: str, text: str) -> None:
    figures = {"a/b/f1": 0.718, "a/b/gain": 0.0151, "a/b/loss": -0.004, "a/b/ms": 119.6}
    assert rendered(template, figures) == text


def test_a_figure_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError, match="a/b/f1"):
        rendered("{a/b/f1:.2f}", {})


@pytest.mark.parametrize(
    ("readme", "expected"),
    [
        pytest.param("# A\n\n## B\n\nold\n\n## C\n", "# A\n\n## B\n\nnew\n\n## C\n", id="between"),
        pytest.param("# A\n\n## B\n\nold\n\n### b\n", "# A\n\n## B\n\nnew\n", id="last"),
    ],
)
def test_the_section_is_replaced(readme: str, expected: str) -> None:
    assert replaced(readme, "## B\n\nnew\n") == expected


def test_a_readme_without_the_section_is_an_error() -> None:
    with pytest.raises(ValueError, match="no '## B' in the README"):
        replaced("# A\n", "## B\n\nnew\n")


def test_the_readme_gives_the_committed_figures() -> None:
    readme = README.read_text(encoding="utf-8")
    section = rendered(SECTION, load(COMMITTED))
    assert replaced(readme, section) == readme, "python bench/how_good.py puts it right"


def test_the_page_on_quality_gives_the_committed_figures() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert rendered(WHOLE_PAGE, load(COMMITTED)) == page, "python bench/how_good.py puts it right"


def test_the_page_on_quality_has_every_figure_of_the_readme() -> None:
    assert set(names(SECTION)) <= set(names(WHOLE_PAGE))


def test_every_figure_of_quality_that_is_told_has_a_floor() -> None:
    floors = read(FLOORS).floors
    ours = [
        name
        for name in names(WHOLE_PAGE)
        if name.partition("/")[0] not in TIMES
        and not name.endswith(("/low", "/high"))
        and not any(f"/{other}" in name for other in ("lead/", "Punkt/", "sumy ", "summa "))
    ]
    assert ours
    assert [name for name in ours if name not in floors] == []


def test_the_documentation_of_the_sets_gives_their_checksums() -> None:
    documented = (ROOT / "bench" / "README.md").read_text(encoding="utf-8")
    kept = read(FLOORS).sets
    assert [name for name in SETS if f"`{name}`" not in documented] == []
    assert [name for name in SETS if kept[name] not in documented] == []
