"""Lines of a text joined into paragraphs: hard-wrapped lines, indents, blank lines.

A text counts as hard-wrapped if on most lines the first word of the next line would not have
fitted: the rule by which an editor fills a paragraph, turned round. Only the lengths, starts and
ends of lines are looked at; what kind of block a paragraph is, ``blocks`` decides.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsbrief.text.quotation_marks import CLOSING_MARKS
from newsbrief.text.scripts import CLOSING_BRACKETS, NO_WIDTH, TERMINALS

from .page_breaks import PageLine, page_furniture

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\u2028\u2029]")
_BLANK = (
    " \t\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    f"\u2009\u200a\u202f\u205f\u3000{NO_WIDTH}"
)
_ENDED = re.compile(rf"[.?!:…：{TERMINALS}][{CLOSING_MARKS}{CLOSING_BRACKETS})\]]*$")
_WORD = re.compile(r"\S{1,30}")
_ITEM = re.compile(r"\^|(?:[-*•·‣▪◦►●○■□➤→✓–—]|\(?\d{1,3}[.)]|[a-z][.)]|#{1,6})\s+\S|[•‣▪◦►●○■⁃]\S")
_DASH = re.compile(r"[-–—]|\(?\d")

_MAX_WIDTH_COLUMNS = 160  # wrapped text is seldom set wider
_MIN_WIDTH_COLUMNS = 20  # of a newspaper
# Of lines that an address or a headline makes wider than the page; the more where a program that
# copies from a PDF joins the words that a hyphen parts.
_OVERLONG_SHARES = (0.03, 0.15)
_MIN_FILL = 0.85  # of the width; editors break early before long words
_MIN_FULL_SHARE = 0.6  # of lines that must be full in a wrapped text
_MIN_UNFINISHED_SHARE = 0.3  # of line ends that must plainly fall inside a sentence
_MIN_DOUBLE_SPACED_LINES = 6  # in a shorter text double spacing cannot be recognized
_MAX_SINGLE_SPACED_SHARE = 0.2  # of the lines of a double-spaced text, as in its heading
_MAX_PARAGRAPH_LINES = 15  # on average; with more, the paragraphs are not separated at all
_MAX_HEADING_CHARS = 40  # of a line that stops short and is a heading or a list item
_MAX_END_CHARS = 4  # a mark that ends a sentence, and those that close after it
_MAX_INDENT_COLUMNS = 12  # a line set further in is centred, not the first of a paragraph


class _Line(NamedTuple):
    """A line that is not blank: its span without white space, and how it starts and ends."""

    start: int
    end: int
    indent: int  # columns
    blank_lines_above: int
    first_word_length: int
    starts_lower_case: bool
    is_item: bool  # starts as a list item does
    starts_with_dash: bool  # or with a figure
    is_ended: bool  # ends with a mark that ends a sentence
    opens_page: bool  # a form feed stands before it

    @property
    def length(self) -> int:
        """The column in which the line ends."""
        return self.indent + self.end - self.start


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
    lines = list(_lines(text))
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
    setting = _setting([line for i, line in enumerate(lines) if i not in furniture] or lines)
    first = 0
    for i, (line, below) in enumerate(pairwise(lines), 1):
        parted = not furniture.isdisjoint((i - 1, i))
        if parted or not _continues(lines[first], line, below, setting):
            yield _paragraph(lines[first:i], is_page_furniture=first in furniture)
            first = i
    yield _paragraph(lines[first:], is_page_furniture=first in furniture)


def _paragraph(lines: Sequence[_Line], *, is_page_furniture: bool) -> Paragraph:
    first = lines[0]
    return Paragraph(first.start, lines[-1].end, first.blank_lines_above, is_page_furniture)


def _lines(text: str) -> Iterator[_Line]:
    """The lines of ``text`` that are not blank."""
    line_end = breaks = 0
    for match in _LINE.finditer(text):
        gap = match.start() - line_end  # one character is one line break
        breaks += gap if gap <= 1 else len(_BREAK.findall(text, line_end, match.start()))
        line_end = match.end()
        unindented = match[0].lstrip(_BLANK)
        if not unindented:
            continue
        start = line_end - len(unindented)
        end = start + len(unindented.rstrip(_BLANK))
        word = _WORD.match(text, start, end)
        yield _Line(
            start,
            end,
            indent=start - match.start(),
            blank_lines_above=max(breaks - 1, 0),
            first_word_length=word.end() - start if word else 0,
            starts_lower_case=text[start].islower(),
            is_item=bool(_ITEM.match(text, start, end)),
            starts_with_dash=bool(_DASH.match(text, start, end)),
            is_ended=bool(_ENDED.search(text, max(start, end - _MAX_END_CHARS), end)),
            opens_page="\f" in text[match.start() : start],
        )
        breaks = 0


def _setting(lines: Sequence[_Line]) -> _Setting:
    spacing = _spacing(lines)
    margin = _margin(lines)
    breaks = sum(line.blank_lines_above > spacing or line.indent > margin for line in lines)
    separated = breaks * _MAX_PARAGRAPH_LINES >= len(lines)
    return _Setting(_width(lines, spacing), spacing, margin, separated)


def _margin(lines: Sequence[_Line]) -> int:
    """The commonest indent of lines that continue a sentence, the smallest of several."""
    indents = Counter(below.indent for line, below in pairwise(lines) if _runs_on(line, below))
    most = max(indents.values(), default=0)
    return min((indent for indent, count in indents.items() if count == most), default=0)


def _spacing(lines: Sequence[_Line]) -> int:
    """The blank lines between two lines of one paragraph: 1 in a double-spaced text, else 0."""
    if len(lines) < _MIN_DOUBLE_SPACED_LINES:
        return 0
    single = sum(line.blank_lines_above == 0 for line in lines[1:])
    if single > _MAX_SINGLE_SPACED_SHARE * len(lines):
        return 0
    unfinished = sum(not line.is_ended for line in lines) > len(lines) // 2
    return 1 if unfinished and _width(lines, spacing=1) else 0


def _width(lines: Sequence[_Line], spacing: int) -> int | None:
    """The column at which lines are wrapped, or None where they are not."""
    pairs = [(line, below) for line, below in pairwise(lines) if below.blank_lines_above <= spacing]
    if not pairs:
        return None
    lengths = sorted(line.length for line, _ in pairs)
    widths = {lengths[int((1 - share) * (len(lengths) - 1))] for share in _OVERLONG_SHARES}
    return next((w for w in sorted(widths, reverse=True) if _is_wrapped(pairs, w)), None)


def _is_wrapped(pairs: Sequence[tuple[_Line, _Line]], width: int) -> bool:
    """Whether the lines of ``pairs``, which may belong together, are wrapped at ``width``."""
    if not _MIN_WIDTH_COLUMNS <= width <= _MAX_WIDTH_COLUMNS:
        return False
    full = sum(_is_full(line, below, width * _MIN_FILL) for line, below in pairs)
    unfinished = sum(_runs_on(line, below) for line, below in pairs)
    enough = full >= _MIN_FULL_SHARE * len(pairs)
    return enough and unfinished >= _MIN_UNFINISHED_SHARE * len(pairs)


def _is_full(line: _Line, below: _Line, width: float) -> bool:
    """Whether the first word of ``below`` would not have fitted on ``line``."""
    return line.length + 1 + below.first_word_length > width


def _runs_on(line: _Line, below: _Line) -> bool:
    """Whether a sentence plainly continues from ``line`` to ``below``."""
    return below.starts_lower_case and not line.is_ended


def _continues(first: _Line, line: _Line, below: _Line, setting: _Setting) -> bool:
    """Whether ``below`` belongs to the paragraph that reaches from ``first`` to ``line``."""
    if below.blank_lines_above > setting.spacing:
        return False
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
