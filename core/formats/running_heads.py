"""Running heads of a PDF: page numbers, and what stands at the edge of several pages.

Those that a browser prints are known by their wording too: they stand on an only page as well.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from newsbrief.reading.page_breaks import wording
from newsbrief.reading.print_heads import printed_title
from newsbrief.text.letters import letters

from .pdf_lines import TextLine

_PAGE_NUMBER = re.compile(
    r"[\W_]*(?:(?:page|seite|pagina|página|p\.?) ?)?(?:\d{1,4}|[ivxlc]{1,7})"
    r"(?: ?(?:/|of|von|de|sur|di) ?\d{1,4})?[\W_]*",
    re.IGNORECASE,
)

EDGE_SHARE = 0.12
"""Of a page's height, at its top and its foot: where running heads stand."""

_MAX_EDGE_LINES = 3  # of running heads, at either edge


def without_running_heads(
    lines: Sequence[TextLine], page_heights: Sequence[float], named: str
) -> list[TextLine]:
    """The ``lines`` but those at the edge of a page that are a number or stand on others too.

    Those that a browser prints around a page are known where it is the only one.
    """
    pages = [(page, list(_edge(page, page_heights[page[0].page]))) for page in _pages(lines)]
    edges = [line for _, edge in pages for line in edge]
    counts = Counter(head for head, _ in {(wording(line.text), line.page) for line in edges})
    dropped = {
        line
        for line in edges
        if counts[wording(line.text)] > 1 or _PAGE_NUMBER.fullmatch(line.text)
    }
    for page, edge in pages:
        dropped.update(_printed_by_browser(page, edge, named))
    return [line for line in lines if line not in dropped]


def _printed_by_browser(
    page: Sequence[TextLine], edge: Sequence[TextLine], named: str
) -> Iterator[TextLine]:
    """The lines at the ``edge`` of a ``page`` that a browser prints around it.

    What it has for a title is what the file has, or what the page says too.
    """
    rows: dict[int, list[TextLine]] = {}
    for line in dict.fromkeys(edge):
        rows.setdefault(round(line.baseline), []).append(line)
    for row in rows.values():
        text = " ".join(line.text for line in sorted(row, key=lambda line: line.left))
        title = printed_title(text)
        if title is None:
            continue
        around = [named, *(line.text for line in page if line not in row)]
        if letters(title) in letters(" ".join(around)):
            yield from row


def _pages(lines: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    """The lines of each page that has any."""
    pages: dict[int, list[TextLine]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    yield from pages.values()


def _edge(page: Sequence[TextLine], height: float) -> Iterator[TextLine]:
    """The lines at the top and the foot of a ``page`` that may be running heads."""
    down = sorted(page, key=lambda line: -line.baseline)
    yield from (t for t in down[:_MAX_EDGE_LINES] if t.baseline > height * (1 - EDGE_SHARE))
    yield from (t for t in down[-_MAX_EDGE_LINES:] if t.baseline < height * EDGE_SHARE)
