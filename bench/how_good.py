"""The README's section "How good it is" and docs/quality.md, with the figures of ``figures.json``.

    python bench/how_good.py    writes them

The words stand in ``how_good.md`` and ``quality.md``. A field there is ``{name:format}``, a
figure's name and how Python formats it; the format ``.1p`` is a share as percentage points with one
decimal, ``+.1p`` the same with its sign. The tests hold both to it.
"""

import re
from pathlib import Path

from figures import COMMITTED, load
from tables import Figures

README = Path(__file__).parent.parent / "README.md"
TEMPLATE = Path(__file__).with_name("how_good.md")
PAGE = README.parent / "docs" / "quality.md"
TEMPLATE_OF_PAGE = Path(__file__).with_name("quality.md")

_FIELD = re.compile(r"\{([^{}:]+):([^{}]+)\}")


def rendered(template: str, figures: Figures) -> str:
    """``template`` with its fields filled from ``figures``; ``KeyError`` where one is missing."""
    return _FIELD.sub(lambda field: _formatted(figures[field[1]], field[2]), template)


def names(template: str) -> list[str]:
    """The names of the figures that ``template`` gives."""
    return [field[1] for field in _FIELD.finditer(template)]


def _formatted(value: float, form: str) -> str:
    points = form.removesuffix("p")
    text = format(value, form) if points == form else format(100 * value, f"{points}f")
    return text.replace("-", "−")


def replaced(readme: str, section: str) -> str:
    """``readme`` with ``section`` in the place of the one that has its heading.

    Raises ``ValueError`` where there is no such heading.
    """
    heading = section.partition("\n")[0] + "\n"
    before, found, rest = readme.partition(heading)
    if not found:
        raise ValueError(f"no {heading.strip()!r} in the README")
    after = rest.find("\n## ")
    return before + section + (rest[after:] if after >= 0 else "")


def main() -> None:
    figures = load(COMMITTED)
    section = rendered(TEMPLATE.read_text(encoding="utf-8"), figures)
    readme = README.read_text(encoding="utf-8")
    README.write_text(replaced(readme, section), encoding="utf-8")
    page = rendered(TEMPLATE_OF_PAGE.read_text(encoding="utf-8"), figures)
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
