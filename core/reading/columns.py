"""Columns that stand side by side in a text, as ``pdftotext -layout`` writes them, read one by one.

A gutter is a place where many lines, one below the other, have nothing, with text on both sides of
it. So does a table: only where sentences run on from line to line on both sides, as they do in the
columns of a newspaper, is the left side read before the right one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median, median_low
from typing import NamedTuple

from newsbrief.text.quotation_marks import OPENING_MARKS
from newsbrief.text.scripts import TERMINALS
from newsbrief.text.sentence_ends import CLOSERS, COLONS, ENDS

_ANY_GAP = "  "
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_TAB = re.compile(r"([^\t]{0,160}?) ?\t+([^\t]{1,160})")  # none of a table of more columns
_ENDED = re.compile(rf"[{ENDS}{COLONS}][{CLOSERS}]*$")
# Not "…", which leads from a cell to the next one too.
_SENTENCE_END = re.compile(rf"[.?!{TERMINALS}][{CLOSERS}]*(?: +[{OPENING_MARKS}(]*[A-Z]| *$)")
_MIN_ROWS = 5  # with text on both sides
_MIN_ROWS_OF_OTHERS = 3  # where others are set in columns, or a sentence runs on into the next one
_WIDE_GAP_CHARS = 4  # of most rows: fewer stand between the words of a justified line too
_MIN_GAP_CHARS = 3  # of most rows where there are few
_MIN_ROWS_OF_NARROW_GAP = 10
_MIN_ALIGNED_SHARE = 0.6  # of the rows with a narrow gap: it ends where that of the row above does
_MIN_INDENT_CHARS = 15  # of a row with nothing on the left
_MIN_RUN_ON_SHARE = 0.3  # of the line ends of a column that plainly fall inside a sentence
_MIN_CELL_CHARS = 15  # of most lines of a column
_MAX_HEADLINE_LINES = 3
_MAX_LINE_CHARS = 400
_MAX_DEPTH = 5  # of columns within columns


class _Row(NamedTuple):
    """A line in two, at a gutter; ``gap`` is how many blanks part it where both have text."""

    left: str
    right: str
    gap: int


def in_one_column(text: str) -> str:
    r"""``text`` with columns that stand side by side below each other, the left one first.

    Text without such columns comes back as it is.
    """
    padded = _padded(text)
    if padded != text:
        apart = in_one_column(padded)
        return text if apart == padded else apart
    if text.count(_ANY_GAP) < _MIN_ROWS_OF_OTHERS:
        return text
    pages = text.split("\f")
    if all(_apart(page, _MIN_ROWS) == page for page in pages):
        return text
    return "\f".join(_apart(page, _MIN_ROWS_OF_OTHERS) for page in pages)


def _padded(text: str) -> str:
    """``text`` with blanks for the tab that parts two columns, where most of its lines have one."""
    if "\t" not in text:
        return text
    lines = text.split("\n")
    sides = {i: match for i, line in enumerate(lines) if (match := _TAB.fullmatch(line))}
    if len(sides) < _MIN_ROWS or 2 * len(sides) < sum(map(bool, map(str.strip, lines))):
        return text
    width = max(len(match[1]) for match in sides.values()) + _WIDE_GAP_CHARS
    for i, match in sides.items():
        lines[i] = f"{match[1]:{width}}{match[2]}"
    return "\n".join(lines)


def _apart(page: str, least: int, depth: int = _MAX_DEPTH) -> str:
    """``page`` with its columns below each other, where they have at ``least`` so many rows."""
    lines = page.split("\n")
    gutter = _gutter(lines) if depth else None
    if gutter is None:
        return page
    rows = [_row(line, gutter) for line in lines]
    parts: list[str] = []
    at = 0
    for first, end in _regions(rows):
        if sides := _sides([row for row in rows[first:end] if row], least):
            if at < first:
                parts.append(_apart("\n".join(_joined(lines[at:first])), least, depth - 1))
            parts += (_column(side, least, depth - 1) for side in sides)
            at = end
    if not parts:
        return page
    if at < len(lines):
        parts.append(_apart("\n".join(lines[at:]), least, depth - 1))
    return "\n".join(parts)


def _column(lines: list[str], least: int, depth: int) -> str:
    """The ``lines`` on one side of a gutter as text, their own columns below each other."""
    side = "\n".join(lines)
    apart = _apart(side, least, depth)
    return apart if apart != side else "\n".join(_in_line(lines))


def _joined(lines: Sequence[str]) -> list[str]:
    """``lines`` above columns, with a headline that runs on from line to line in one.

    The lines of the columns are shorter, so that those of a headline would not look wrapped.
    """
    joined: list[str] = []
    for shows, run in groupby(lines, lambda line: bool(line.strip())):
        block = list(run)
        is_short = shows and len(block) <= _MAX_HEADLINE_LINES
        if is_short and all(_runs_on(line, below) for line, below in pairwise(block)):
            block = [" ".join(map(str.strip, block))]
        joined += block
    return joined


def _gutter(lines: Sequence[str]) -> int | None:
    """The place with a gap in most lines, the rightmost of several, where enough have one."""
    edges: Counter[int] = Counter()
    for line in lines:
        if len(line) > _MAX_LINE_CHARS:
            continue
        for start, end in _gaps(line):
            edges[start] += 1
            edges[end] -= 1
    most = count = 0
    gutter = None
    for edge in sorted(edges):
        if count >= max(most, _MIN_ROWS_OF_OTHERS) and edges[edge] < 0:
            most, gutter = count, edge - 1
        count += edges[edge]
    return gutter


def _gaps(line: str) -> Iterator[tuple[int, int]]:
    """Where ``line`` has nothing, with text behind it."""
    indent = _indent(line)
    if _MIN_INDENT_CHARS <= indent < len(line):
        yield 0, indent
    yield from (gap.span() for gap in _GAP.finditer(line))


def _row(line: str, gutter: int) -> _Row | None:
    """``line`` on both sides of the ``gutter``; None where it stands across it."""
    line = line.rstrip()
    if len(line) > _MAX_LINE_CHARS or "\t" in line.strip():
        return None
    if len(line) <= gutter:
        return _Row(line, "", 0)
    right = line[gutter:]
    if not line[: gutter + 1].strip():
        return _Row("", right, 0)
    gap = next((gap for gap in _GAP.finditer(line) if gap.start() <= gutter < gap.end()), None)
    return _Row(line[: gap.start()], right, len(gap[0])) if gap else None


def _regions(rows: Sequence[_Row | None]) -> Iterator[tuple[int, int]]:
    """The bounds of the stretches of ``rows`` that no line stands across.

    A row at their edge that is set off from the others is left out, as it heads the page or numbers
    it, if no sentence runs on from it to the top of the right side.
    """
    across = [-1, *(i for i, row in enumerate(rows) if row is None), len(rows)]
    for before, after in pairwise(across):
        shown = [i for i in range(before + 1, after) if (row := rows[i]) and any(row[:2])]
        kept = _without_heads(shown)
        below = next((i for i in shown if kept and i > kept[-1]), None)
        if below is not None and _goes_on(rows, kept, below):
            kept.append(below)
        if kept:
            yield kept[0], kept[-1] + 1


def _goes_on(rows: Sequence[_Row | None], kept: Sequence[int], below: int) -> bool:
    """Whether the row ``below`` those that are ``kept`` is the first line of a paragraph.

    That on the left opens a sentence that runs on at the top of the right side, where that above it
    has ended. One on the right begins where the other lines of its column do.
    """
    top, foot = rows[kept[0]], rows[below]
    column = [row for i in kept if (row := rows[i])]
    if not (top and foot) or len((foot.left or foot.right).strip()) < _MIN_CELL_CHARS:
        return False
    if not foot.left:
        indents = [_indent(row.right) for row in column if row.right]
        return _indent(foot.right) == median_low(indents or [0])
    above = next((row.left for row in reversed(column) if row.left), "")
    ended = not foot.right and _ENDED.search(above)
    return bool(ended) and _runs_on(foot.left, top.right)


def _without_heads(shown: list[int]) -> list[int]:
    """The rows ``shown`` but those at their edges that are further apart than most are."""
    spacing = median([b - a for a, b in pairwise(shown)] or [1])
    first, end = 0, len(shown)
    while first + 1 < end and shown[first + 1] - shown[first] > spacing:
        first += 1
    while end - 1 > first and shown[end - 1] - shown[end - 2] > spacing:
        end -= 1
    return shown[first:end]


def _sides(rows: Sequence[_Row], least: int) -> tuple[list[str], list[str]] | None:
    """The lines of both columns, if sentences run on in each of them."""
    both = [row for row in rows if row.left and row.right]
    shown = [row.left for row in rows if row.left], [row.right for row in rows if row.right]
    fewer = min(map(len, shown))
    long = max(map(len, shown)) >= _MIN_ROWS and fewer >= _MIN_ROWS_OF_OTHERS
    if long and _runs_on(shown[0][-1], shown[1][0]):
        least = _MIN_ROWS_OF_OTHERS
    if fewer < least or not _is_gutter(both):
        return None
    # Where the lines of one side stand between those of the other, a blank one says nothing.
    alternate = len(both) * 2 < fewer
    left = [row.left for row in rows if row.left or not (alternate and row.right)]
    right = [row.right for row in rows if row.right or not (alternate and row.left)]
    if not (_is_column(left) and _is_column(right) and _has_sentence((*left, *right))):
        return None
    return _without_edges(left), _without_edges(right)


def _is_gutter(both: Sequence[_Row]) -> bool:
    """Whether the gaps of the rows ``both`` sides of which have text are no spaces between words.

    Those of a justified line are narrow, and do not end in the same place in line after line.
    """
    if not both:
        return True
    width = median([row.gap for row in both])
    if width >= _WIDE_GAP_CHARS:
        return True
    indents = [_indent(row.right) for row in both]
    aligned = sum(a == b for a, b in pairwise(indents))
    enough = width >= _MIN_GAP_CHARS or len(both) >= _MIN_ROWS_OF_NARROW_GAP
    return enough and aligned >= _MIN_ALIGNED_SHARE * (len(both) - 1)


def _is_column(lines: Sequence[str]) -> bool:
    """Whether ``lines`` are those of a text: long enough, and sentences run on in them."""
    shown = [stripped for line in lines if (stripped := line.strip())]
    if median(map(len, shown)) < _MIN_CELL_CHARS:
        return False
    run_on = sum(_runs_on(line, below) for line, below in pairwise(shown))
    return run_on >= _MIN_RUN_ON_SHARE * (len(shown) - 1)


def _has_sentence(lines: Sequence[str]) -> bool:
    """Whether a sentence ends in ``lines``; in the cells of a table none may."""
    return any(map(_SENTENCE_END.search, lines))


def _runs_on(line: str, below: str) -> bool:
    """Whether a sentence plainly runs on from ``line`` to ``below``."""
    return below.lstrip()[:1].islower() and not _ENDED.search(line)


def _without_edges(lines: list[str]) -> list[str]:
    """``lines`` without the blank ones at both ends, and without what all are indented by."""
    shown = [i for i, line in enumerate(lines) if line.strip()]
    kept = [line.rstrip() for line in lines[shown[0] : shown[-1] + 1]]
    margin = min(_indent(line) for line in kept if line)
    return [line[margin:] for line in kept]


def _in_line(lines: list[str]) -> list[str]:
    """The ``lines`` of a column without what each of its blocks is set off by.

    pdftotext sets off a block by itself; the indent of a paragraph's first line stays.
    """
    around = ["", *lines, ""]
    return [
        line[_margin(above, line, below) :]
        for above, line, below in zip(around, lines, around[2:], strict=False)
    ]


def _margin(above: str, line: str, below: str) -> int:
    """By how much the block of ``line`` is set off: the first one of a paragraph is indented."""
    own = _indent(line)
    is_first = below and _indent(below) < own and not (above and _indent(above) == own)
    return _indent(below) if is_first else own


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
