"""Running heads and page numbers, which a text copied from a PDF has between its lines.

They are known by the page break beside them (a form feed, as pdftotext writes it), by standing on
several pages with no more than a figure changed, and by saying "Page 3".
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

_NUMBERED = re.compile(
    r"(?:page|seite|pagina|página|p\.) ?\d{1,4}(?: ?(?:/|of|von|de|sur|di) ?\d{1,4})?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[-–—•| ]{0,5}(\d{1,4})(?: ?/ ?\d{1,4})?[-–—•| ]{0,5}")
_DIGITS = re.compile(r"\d+")
_EDGE_LINES = 2  # at the top and the foot of a page
_MAX_HEAD_CHARS = 100
_MIN_PAGE_LINES = 5  # between two page numbers where no page break is marked


class PageLine(NamedTuple):
    """A line, and whether a page begins with it."""

    text: str
    opens_page: bool


def page_furniture(lines: Sequence[PageLine]) -> set[int]:
    """The indexes of the ``lines`` that are running heads and page numbers.

    >>> lines = [PageLine("It is", True), PageLine("Page 1", False), PageLine("shut.", True)]
    >>> page_furniture(lines)
    {1}
    """
    short = [i for i, line in enumerate(lines) if len(line.text) <= _MAX_HEAD_CHARS]
    numbered = {i for i in short if _NUMBERED.fullmatch(lines[i].text)}
    values = {i: int(m[1]) for i in short if (m := _NUMBER.fullmatch(lines[i].text))}
    edges = _edges(lines)
    if not edges:
        beside = (j for i in numbered for j in (i - 1, i + 1) if 0 <= j < len(lines))
        return numbered | _rising(values) | _repeated(lines, [{i} for i in beside])
    at_edges = {i for page in edges for i in page}
    return numbered | (at_edges & values.keys()) | _repeated(lines, edges)


def _edges(lines: Sequence[PageLine]) -> list[set[int]]:
    """The first and the last lines of each page, where there are several."""
    starts = [i for i, line in enumerate(lines) if line.opens_page and i]
    if not starts:
        return []
    bounds = pairwise([0, *starts, len(lines)])
    return [
        {
            *range(start, min(start + _EDGE_LINES, end)),
            *range(max(end - _EDGE_LINES, start), end),
        }
        for start, end in bounds
    ]


def _repeated(lines: Sequence[PageLine], pages: Sequence[set[int]]) -> set[int]:
    """The lines of ``pages`` that stand on two of them or more, but for the figures in them."""
    wordings = [{_wording(lines[i].text) for i in page} for page in pages]
    counts = Counter(wording for page in wordings for wording in page)
    return {
        i
        for page in pages
        for i in page
        if len(lines[i].text) <= _MAX_HEAD_CHARS and counts[_wording(lines[i].text)] > 1
    }


def _wording(line: str) -> str:
    return _DIGITS.sub("0", line.lower())


def _rising(values: dict[int, int]) -> set[int]:
    """The lines with a number alone that is one more, or less, than that of one far from it."""
    return {
        i
        for first, second in pairwise(values)
        if second - first > _MIN_PAGE_LINES and values[second] == values[first] + 1
        for i in (first, second)
    }
