"""Lines of a text joined into paragraphs: hard-wrapped lines, indents, blank lines.

A text counts as hard-wrapped if on most lines the first word of the next line would not have
fitted: the rule by which an editor fills a paragraph, turned round. Only the shapes of lines are
looked at (``line_shapes``); what kind of block a paragraph is, ``blocks`` decides.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsbrief.article import BlockKind
from newsbrief.spans import fold

from .folios import is_folio
from .furniture import furniture as furniture_kind
from .line_shapes import MAX_WIDTH_COLUMNS, Line, line_shapes
from .page_breaks import PageLine, page_furniture
from .time_stamps import is_time_stamp

_HEAD = re.compile(
    r"(?:By:? |by: )[A-Z]|(?:(?:Last |First )?(?:[Pp]ublished|[Uu]pdated|[Pp]osted))\b"
)
_MAX_HEAD_CHARS = 120
_HEAD_LINES = 4  # at the top of a text, one of which may be a byline that begins with "by"
_MIN_WIDTH_COLUMNS = 20  # of a newspaper
# Of lines that an address or a headline makes wider than the page; the more where a program that
# copies from a PDF joins the words that a hyphen parts.
_OVERLONG_SHARES = (0.03, 0.15)
_MIN_FILL = 0.85  # of the width; editors break early before long words
_MIN_FULL_SHARE = 0.6  # of lines that must be full in a wrapped text
_MIN_UNFINISHED_SHARE = 0.3  # of line ends that must plainly fall inside a sentence
# Where only the mark that is missing says so: so many lines, and so many of them full to the brim.
_MIN_UNFINISHED_LINES = 2
_MIN_BRIM_SHARE = 0.75
_MIN_BRIM_FILL = 0.95
_MIN_DOUBLE_SPACED_LINES = 6  # in a shorter text double spacing cannot be recognized
_MAX_SINGLE_SPACED_SHARE = 0.2  # of the lines of a double-spaced text, as in its heading
_MAX_PARAGRAPH_LINES = 15  # on average; with more, the paragraphs are not separated at all
_MAX_HEADING_CHARS = 40  # of a line that stops short and is a heading or a list item
_MAX_INDENT_COLUMNS = 12  # a line set further in is centred, not the first of a paragraph


class Paragraph(NamedTuple):
    """Lines that belong together, as one span."""

    start: int
    end: int
    blank_lines_above: int
    is_page_furniture: bool = False  # a running head or a page number


class _Setting(NamedTuple):
    """How a text is set."""

    width: int | None  # columns; None where it is not wrapped
    spacing: int  # blank lines between two lines of a paragraph
    margin: int  # columns by which most lines are indented
    separated: bool  # blank lines or indents separate its paragraphs


def paragraphs(text: str) -> Iterator[Paragraph]:
    """The paragraphs of ``text`` in order; every visible character is in exactly one."""
    lines = list(line_shapes(text))
    if not lines:
        return
    page_lines = [
        PageLine(
            text[line.start : line.end],
            line.opens_page,
            line.opens_page or line.blank_lines_above > 0,
        )
        for line in lines
    ]
    furniture = page_furniture(page_lines)
    alone = furniture.union(i for i, line in enumerate(lines) if _is_of_head(text, line))
    top = range(min(_HEAD_LINES, len(lines) - 1))
    alone |= {i for i in top if is_folio(text[lines[i].start : lines[i].end])}
    alone |= {i for i in top[1:] if _is_byline(text, lines, i)}
    setting = _setting([line for i, line in enumerate(lines) if i not in alone] or lines)
    first = 0
    for i, (line, below) in enumerate(pairwise(lines), 1):
        parted = not alone.isdisjoint((i - 1, i))
        if parted or not _continues(lines[first], line, below, setting):
            yield _paragraph(lines[first:i], is_page_furniture=first in furniture)
            first = i
    yield _paragraph(lines[first:], is_page_furniture=first in furniture)


def _is_of_head(text: str, line: Line) -> bool:
    """Whether ``line`` is the byline or the time stamp of an article: no line goes on with it."""
    if line.end - line.start > _MAX_HEAD_CHARS or not _HEAD.match(text, line.start):
        return False
    shown = fold(text[line.start : line.end])
    return furniture_kind(shown) is BlockKind.BYLINE or is_time_stamp(shown)


def _is_byline(text: str, lines: Sequence[Line], i: int) -> bool:
    """Whether line ``i`` is a byline that begins with "by", and no sentence goes on in it."""
    line, below = lines[i], lines[i + 1]
    if not text.startswith("by ", line.start) or line.is_ended or below.starts_lower_case:
        return False
    is_short = line.length + below.first_word_length <= max(each.length for each in lines)
    return is_short and furniture_kind(fold(text[line.start : line.end])) is BlockKind.BYLINE


def _paragraph(lines: Sequence[Line], *, is_page_furniture: bool) -> Paragraph:
    first = lines[0]
    return Paragraph(first.start, lines[-1].end, first.blank_lines_above, is_page_furniture)


def _setting(lines: Sequence[Line]) -> _Setting:
    spacing = _spacing(lines)
    margin = _margin(lines)
    breaks = sum(line.blank_lines_above > spacing or line.indent > margin for line in lines)
    separated = breaks * _MAX_PARAGRAPH_LINES >= len(lines)
    return _Setting(_width(lines, spacing), spacing, margin, separated)


def _margin(lines: Sequence[Line]) -> int:
    """The commonest indent of lines that continue a sentence, the smallest of several."""
    pairs = pairwise(lines)
    indents = Counter(b.indent for line, b in pairs if _runs_on(line, b) or _may_run_on(line, b))
    most = max(indents.values(), default=0)
    return min((indent for indent, count in indents.items() if count == most), default=0)


def _spacing(lines: Sequence[Line]) -> int:
    """The blank lines between two lines of one paragraph: 1 in a double-spaced text, else 0."""
    if len(lines) < _MIN_DOUBLE_SPACED_LINES:
        return 0
    single = sum(line.blank_lines_above == 0 for line in lines[1:])
    if single > _MAX_SINGLE_SPACED_SHARE * len(lines):
        return 0
    unfinished = sum(not line.is_ended for line in lines) > len(lines) // 2
    return 1 if unfinished and _width(lines, spacing=1) else 0


def _width(lines: Sequence[Line], spacing: int) -> int | None:
    """The column at which lines are wrapped, or None where they are not."""
    pairs = [  # the items of a list say nothing of how wide a paragraph is
        (line, below)
        for line, below in pairwise(lines)
        if below.blank_lines_above <= spacing and (spacing or not (line.is_item and below.is_item))
    ]
    if not pairs:
        return None
    lengths = sorted(line.length for line, _ in pairs)
    any_ended = any(line.is_ended for line in lines)
    for share in _OVERLONG_SHARES:
        width = lengths[int((1 - share) * (len(lengths) - 1))]
        overlong = sum(line.length * _MIN_FILL > width for line in lines)
        may_guess = not spacing and overlong <= share * len(lines) and any_ended
        if _is_wrapped(pairs, width, may_guess=may_guess):
            return width
    return None


def _is_wrapped(pairs: Sequence[tuple[Line, Line]], width: int, *, may_guess: bool) -> bool:
    """Whether the lines of ``pairs``, which may belong together, are wrapped at ``width``.

    ``may_guess`` says that a missing mark may show that a sentence goes on.
    """
    if not _MIN_WIDTH_COLUMNS <= width <= MAX_WIDTH_COLUMNS:
        return False
    full = sum(_is_full(line, below, width * _MIN_FILL) for line, below in pairs)
    # A line that is not full and ends a sentence ends its paragraph, and says nothing.
    ends = sum(
        line.is_ended and not _is_full(line, below, width * _MIN_FILL) for line, below in pairs
    )
    if full < _MIN_FULL_SHARE * (len(pairs) - ends):
        return False
    least = _MIN_UNFINISHED_SHARE * len(pairs)
    plain = sum(_runs_on(line, below) for line, below in pairs)
    if plain >= least or not may_guess:
        return plain >= least
    likely = [pair for pair in pairs if _may_run_on(*pair)]
    brimful = sum(_is_brimful(line, below, width * _MIN_BRIM_FILL) for line, below in likely)
    enough = len(likely) >= max(least - plain, _MIN_UNFINISHED_LINES)
    return enough and brimful >= _MIN_BRIM_SHARE * len(likely)


def _is_full(line: Line, below: Line, width: float) -> bool:
    """Whether the first word of ``below`` would not have fitted on ``line``."""
    return line.length + below.first_word_length > width


def _is_brimful(line: Line, below: Line, width: float) -> bool:
    """Whether ``line`` is full, also where a program that wraps counts characters for columns."""
    characters = line.end - line.start
    by_characters = line.indent + 2 * characters + below.first_word_length > width
    return _is_full(line, below, width) or (line.inner_length > characters and by_characters)


def _runs_on(line: Line, below: Line) -> bool:
    """Whether a sentence plainly continues from ``line`` to ``below``."""
    return below.starts_hanging or (below.starts_lower_case and not line.is_ended)


def _may_run_on(line: Line, below: Line) -> bool:
    """Whether only the missing mark says that a sentence continues: a heading has none either."""
    unmarked = not line.is_ended and not below.starts_hanging and below.indent <= line.indent
    return unmarked and line.has_no_case and below.has_no_case


def _continues(first: Line, line: Line, below: Line, setting: _Setting) -> bool:
    """Whether ``below`` belongs to the paragraph that reaches from ``first`` to ``line``."""
    is_apart = below.blank_lines_above > setting.spacing
    if is_apart or below.starts_hanging or (line.is_open and not below.is_item):
        return not is_apart
    if setting.width is None:
        long = line.end - line.start >= _MAX_HEADING_CHARS
        return long and _runs_on(line, below) and not below.is_item
    if below.is_item and (line.is_ended or first.is_item or not below.starts_with_dash):
        return False
    if 0 < below.indent - setting.margin <= _MAX_INDENT_COLUMNS and not first.is_item:
        return False
    if _runs_on(line, below):
        return True
    # Without blank lines and indents, only a short last line shows that a paragraph ends.
    must_fill = line.is_ended and not setting.separated
    needed = setting.width if must_fill else setting.width * _MIN_FILL
    return _is_full(line, below, needed) and line.length < setting.width / _MIN_FILL
