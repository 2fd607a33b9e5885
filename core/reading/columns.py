"""Columns that stand side by side in a text, as ``pdftotext -layout`` writes them, read one by one.

A gutter is a place where many lines, one below the other, have nothing, with text on both sides of
it. So does a table: only where sentences run on from line to line on both sides, as they do in the
columns of a newspaper, is the left side read before the right one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

_WIDE_GAP = "   "
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_ENDED = re.compile(r"[.?!:…][\"'”’»)\]]*$")
_MIN_ROWS = 5  # with text on both sides
_MIN_ROWS_OF_OTHERS = 3  # where others of the text are set in columns
_MIN_GAP_CHARS = 3  # of most rows: fewer stand between the words of a justified line too
_MIN_INDENT_CHARS = 15  # of a row with nothing on the left
_MAX_SHIFT_CHARS = 3  # by which the right side of a row may be set off
_MIN_RUN_ON_SHARE = 0.3  # of the line ends of a column that plainly fall inside a sentence
_MIN_CELL_CHARS = 15  # of most lines of a column
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
    if text.count(_WIDE_GAP) < _MIN_ROWS:
        return text
    pages = text.split("\f")
    if all(_apart(page, _MIN_ROWS) == page for page in pages):
        return text
    return "\f".join(_apart(page, _MIN_ROWS_OF_OTHERS) for page in pages)


def _apart(page: str, least: int, depth: int = _MAX_DEPTH) -> str:
    """``page`` with its columns below each other, where they have at ``least`` so many rows."""
    lines = page.split("\n")
    gutter = _gutter(lines, least) if depth else None
    if gutter is None:
        return page
    rows = [_row(line, gutter) for line in lines]
    parts: list[Sequence[str]] = []
    at = 0
    for first, end in _regions(rows):
        if sides := _sides([row for row in rows[first:end] if row], least):
            parts += (lines[at:first], *sides)
            at = end
    if not parts:
        return page
    parts.append(lines[at:])
    return "\n".join(_apart("\n".join(part), least, depth - 1) for part in parts if part)


def _gutter(lines: Sequence[str], least: int) -> int | None:
    """The column in which the right side of most lines starts, where enough of them have two."""
    starts: Counter[int] = Counter()
    for line in lines:
        if len(line) > _MAX_LINE_CHARS:
            continue
        starts.update(gap.end() for gap in _GAP.finditer(line))
        indent = len(line) - len(line.lstrip(" "))
        if indent >= _MIN_INDENT_CHARS and indent < len(line.rstrip()):
            starts[indent] += 1
    if not starts:
        return None
    start, count = max(starts.items(), key=lambda item: (item[1], -item[0]))
    return start if count >= least else None


def _row(line: str, gutter: int) -> _Row | None:
    """``line`` on both sides of a ``gutter`` that ends there; None where it stands across it."""
    line = line.rstrip()
    if len(line) > _MAX_LINE_CHARS or "\t" in line.strip():
        return None
    if len(line) < gutter:
        return _Row(line, "", 0)
    indent = len(line) - len(line.lstrip(" "))
    if indent >= gutter - _MAX_SHIFT_CHARS:
        return _Row("", line[gutter - _MAX_SHIFT_CHARS :], 0)
    gaps = [gap for gap in _GAP.finditer(line) if gap.end() >= gutter - _MAX_SHIFT_CHARS]
    if not gaps or gaps[0].start() >= gutter:
        return None
    gap = gaps[0]
    right = " " * max(gap.end() - gutter, 0) + line[gap.end() :]
    return _Row(line[: gap.start()], right, gap.end() - gap.start())


def _regions(rows: Sequence[_Row | None]) -> Iterator[tuple[int, int]]:
    """The bounds of the stretches of ``rows`` that no line stands across.

    A row at their edge with a blank one beside it is left out: it heads the page, or numbers it.
    """
    across = [-1, *(i for i, row in enumerate(rows) if row is None), len(rows)]
    for before, after in pairwise(across):
        shown = [i for i in range(before + 1, after) if (row := rows[i]) and any(row[:2])]
        is_double_spaced = 2 * sum(b - a > 1 for a, b in pairwise(shown)) > len(shown)
        if not is_double_spaced:
            shown = _without_heads(shown)
        if shown:
            yield shown[0], shown[-1] + 1


def _without_heads(shown: list[int]) -> list[int]:
    """The rows ``shown`` but those at their edges that stand by themselves."""
    first, end = 0, len(shown)
    while first + 1 < end and shown[first + 1] - shown[first] > 1:
        first += 1
    while end - 1 > first and shown[end - 1] - shown[end - 2] > 1:
        end -= 1
    return shown[first:end]


def _sides(rows: Sequence[_Row], least: int) -> tuple[list[str], list[str]] | None:
    """The lines of both columns, if sentences run on in each of them."""
    both = [row.gap for row in rows if row.left and row.right]
    fewer = min(sum(bool(row.left) for row in rows), sum(bool(row.right) for row in rows))
    if fewer < least or (both and median(both) < _MIN_GAP_CHARS):
        return None
    # Where the lines of one side stand between those of the other, a blank one says nothing.
    alternate = len(both) * 2 < fewer
    left = [row.left for row in rows if row.left or not (alternate and row.right)]
    right = [row.right for row in rows if row.right or not (alternate and row.left)]
    if not (_is_column(left) and _is_column(right)):
        return None
    return _without_edges(left), _without_edges(right)


def _is_column(lines: Sequence[str]) -> bool:
    """Whether ``lines`` are those of a text: long enough, and sentences run on in them."""
    shown = [stripped for line in lines if (stripped := line.strip())]
    if median(map(len, shown)) < _MIN_CELL_CHARS:
        return False
    run_on = sum(below[0].islower() and not _ENDED.search(line) for line, below in pairwise(shown))
    return run_on >= _MIN_RUN_ON_SHARE * (len(shown) - 1)


def _without_edges(lines: list[str]) -> list[str]:
    """``lines`` without the blank ones at both ends, and without what all are indented by."""
    shown = [i for i, line in enumerate(lines) if line.strip()]
    kept = [line.rstrip() for line in lines[shown[0] : shown[-1] + 1]]
    margin = min(len(line) - len(line.lstrip(" ")) for line in kept if line)
    return [line[margin:] for line in kept]
