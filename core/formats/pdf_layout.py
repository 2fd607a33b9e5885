"""Paragraphs of a PDF from its lines: their places on the page, their sizes and their ends.

A PDF holds lines, not paragraphs. A paragraph ends where the next line is set off by space or an
indent, is larger or smaller, or would have found room for its first word on the line before: room
on the page, and in characters, by which programs wrap that know no fonts. Lines
come in the order in which they were drawn, which is that of reading for the programs that write
articles; columns need no more than that.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from newsbrief.hyphens import unbroken
from newsbrief.text.sentence_ends import CLOSERS, COLONS, ENDS

from .pdf_initials import with_initials
from .pdf_lines import TextLine
from .running_heads import EDGE_SHARE, without_running_heads

_ENDED = re.compile(rf"[{ENDS}{COLONS}][\s{CLOSERS}]*$")
_BULLET = re.compile(r"[•‣▪◦►●○■⁃–—-]\s|[•‣▪◦►●○■⁃]\S|\(?\d{1,2}[.)]\s")
_WORD = re.compile(r"\w+(?:-\w+)*")

_SIZE_TOLERANCE = 1.12  # lines of one paragraph differ less in size
_SPACE_TOLERANCE = 1.25  # and in the distance from one to the next
_MAX_PIECE_STEP = 0.5  # of a line's size, between two pieces in which it was drawn
_SPACING = 1.5  # the largest that distance is taken for, in sizes, where there are few lines
_MIN_STEPS = 4
_MAX_GAP = 2.5  # of that distance, between two paragraphs of a column
_MIN_INDENT = 0.5  # of a line's size
_MAX_INDENT = 5.0  # a line set further in is centred or stands in another column
_ROOM = 0.6  # of a line's size, that must be left beside the word that would have fitted
_SPACE_WIDTH = 0.25  # of a line's size
_MAX_PARAGRAPH_LINES = 8  # on average, where space or indents part the paragraphs
_MIN_FILL = 0.85  # of a column: where these do, or no sentence ends, a line may stop that early
_MIN_TITLE_SIZE = 1.15  # of that of the text
_MAX_TITLE_WORDS = 30
_MAX_BANNER_WORDS = 6


class Layout(NamedTuple):
    """The paragraphs of a document, and the one that is set as its title, if one is."""

    title: str | None
    paragraphs: list[str]


def layout(
    lines: Sequence[TextLine], page_heights: Sequence[float], named: str | None = None
) -> Layout:
    """The paragraphs and the title that ``lines`` make, without running heads and page numbers.

    ``named`` is the title that the file has for itself, which a browser prints above the page.
    """
    text = without_running_heads(list(with_initials(lines)), page_heights, named or "")
    if not text:
        return Layout(None, [])
    words = frozenset(word.lower() for line in text for word in _WORD.findall(line.text))
    groups = list(_groups(text))
    title = _title(groups)
    joined = [_joined(group, words) for group in groups]
    if title is None:
        return Layout(None, joined)
    head = [
        paragraph
        for paragraph, group in zip(joined[:title], groups, strict=False)
        if not _is_banner(group, page_heights)
    ]
    return Layout(joined[title], head + joined[title + 1 :])


def _is_banner(group: Sequence[TextLine], page_heights: Sequence[float]) -> bool:
    """Whether the paragraph of ``group``, above the title, is the running head of an only page."""
    line = group[0]
    high = line.baseline > page_heights[line.page] * (1 - EDGE_SHARE)
    return high and len(group) == 1 and len(line.text.split()) <= _MAX_BANNER_WORDS


def _joined(lines: Sequence[TextLine], words: frozenset[str]) -> str:
    """The ``lines`` as one, with the words joined that they break."""
    return " ".join(unbroken("\n".join(line.text for line in lines), words).split())


def _groups(lines: Sequence[TextLine]) -> Iterator[list[TextLine]]:
    """The lines of each paragraph."""
    spacing = _spacing(lines)
    columns = _columns(lines, spacing)
    breaks = sum(
        _is_set_off(line, below, columns[below], spacing) for line, below in pairwise(lines)
    )
    setting = _Setting(spacing, breaks * _MAX_PARAGRAPH_LINES >= len(lines))
    group = [lines[0]]
    for line, below in pairwise(lines):
        if _continues(line, below, columns[line], columns[below], setting):
            group.append(below)
        else:
            yield group
            group = [below]
    yield group


class _Setting(NamedTuple):
    """How a document is set."""

    spacing: float  # from one line of a paragraph to the next, in sizes of the line
    separated: bool  # space or indents part its paragraphs


class _Column(NamedTuple):
    """Lines one below the other: the edges of most of them, and the most characters of one."""

    left: float
    right: float
    chars: int


def _columns(lines: Sequence[TextLine], spacing: float) -> dict[TextLine, _Column]:
    """The column of each line: the run of lines of its size that go down the page without a gap."""
    columns: dict[TextLine, _Column] = {}
    run = [lines[0]]
    for line, below in [*pairwise(lines), (lines[-1], None)]:
        if (
            below is not None
            and _is_below(line, below)
            and _same_size(line, below)
            and line.baseline - below.baseline <= spacing * _MAX_GAP * below.size
        ):
            run.append(below)
            continue
        column = _Column(
            _commonest_left(run),
            max(line.right for line in run),
            max(len(line.text) for line in run),
        )
        columns.update(dict.fromkeys(run, column))
        run = [below] if below is not None else []
    return columns


def _commonest_left(run: Sequence[TextLine]) -> float:
    """The left edge at which most lines of a run start, the leftmost of several."""
    lefts = Counter(round(line.left) for line in run)
    most = max(lefts.values())
    return float(min(left for left, count in lefts.items() if count == most))


def _is_below(line: TextLine, below: TextLine) -> bool:
    """Whether ``below`` stands under ``line`` on its page and in its column."""
    overlaps = line.left < below.right and below.left < line.right
    return line.page == below.page and below.baseline < line.baseline and overlaps


def _same_size(line: TextLine, below: TextLine) -> bool:
    small, large = sorted((line.size, below.size))
    return large <= small * _SIZE_TOLERANCE


def _spacing(lines: Sequence[TextLine]) -> float:
    """The usual distance from one line of a paragraph to the next, in sizes of the line."""
    steps = [
        _step(line, below)
        for line, below in pairwise(lines)
        if _is_below(line, below) and _same_size(line, below) and below.size
    ]
    # A quarter of the way up: in a text of short paragraphs many steps are those between two.
    usual = sorted(steps)[len(steps) // 4] if steps else _SPACING
    return usual if len(steps) >= _MIN_STEPS else min(usual, _SPACING)


def _continues(
    line: TextLine, below: TextLine, column: _Column, next_column: _Column, setting: _Setting
) -> bool:
    """Whether ``below`` belongs to the paragraph of ``line``."""
    if not _same_size(line, below) or _BULLET.match(below.text):
        return False
    is_below = _is_below(line, below)
    if is_below and _is_apart(line, below, setting.spacing):
        return False
    is_ended = bool(_ENDED.search(line.text))
    in_pieces = line.page == below.page and abs(_step(line, below)) < _MAX_PIECE_STEP
    if in_pieces or (below.text[0].islower() and not is_ended):
        return True
    if not is_below and is_ended:
        return False
    may_stop_early = setting.separated or not is_ended
    return not (
        _is_indented(below, next_column)
        or _has_room(line, below, column, _MIN_FILL if may_stop_early else 1)
    )


def _is_set_off(line: TextLine, below: TextLine, column: _Column, spacing: float) -> bool:
    """Whether space or an indent parts ``below``, in its ``column``, from a like ``line``."""
    if not (_is_below(line, below) and _same_size(line, below)):
        return False
    return _is_apart(line, below, spacing) or _is_indented(below, column)


def _is_apart(line: TextLine, below: TextLine, spacing: float) -> bool:
    return _step(line, below) > spacing * _SPACE_TOLERANCE


def _step(line: TextLine, below: TextLine) -> float:
    """How far ``below`` stands under ``line``, in its own size."""
    return (line.baseline - below.baseline) / below.size


def _is_indented(line: TextLine, column: _Column) -> bool:
    return _MIN_INDENT < (line.left - column.left) / line.size < _MAX_INDENT


def _has_room(line: TextLine, below: TextLine, column: _Column, fill: float) -> bool:
    """Whether the first word of ``below`` would have found room on ``line``.

    That is in so much of its ``column`` as ``fill`` says.
    """
    first = below.text.split(maxsplit=1)[0]
    if len(line.text) + 1 + len(first) > column.chars * fill:
        return False
    width = len(first) * (below.right - below.left) / max(len(below.text), 1)
    right = column.left + (column.right - column.left) * fill
    return width <= right - line.right - (_SPACE_WIDTH + _ROOM) * line.size


def _title(groups: Sequence[Sequence[TextLine]]) -> int | None:
    """The index of the paragraph of the first page that is set largest, if it is large enough."""
    usual = median(line.size for group in groups for line in group)
    first_page = groups[0][0].page
    candidates = [
        (group[0].size, -i)
        for i, group in enumerate(groups)
        if group[0].page == first_page
        and sum(len(line.text.split()) for line in group) <= _MAX_TITLE_WORDS
    ]
    if not candidates:
        return None
    size, index = max(candidates)
    return -index if size >= usual * _MIN_TITLE_SIZE else None
