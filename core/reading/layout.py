"""Lines of a text joined into paragraphs: hard-wrapped lines, indents, blank lines.

A text is taken for hard-wrapped where the next line's first word would not have fitted on most
lines: what fills a paragraph in an editor, turned round. Everything is found from lengths and line
ends; what a paragraph is to a reader is not decided here.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\u2028\u2029]")
_BLANK = (  # white space, and characters that have no width
    " \t\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u202f\u205f\u3000\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
)
_ENDED = re.compile(r"[.?!:…][\"'”’»)\]]*$")
_WORD = re.compile(r"\S{1,30}")
_ITEM = re.compile(r"\^|(?:[-*•·‣▪◦►●○■□➤→✓–—]|\(?\d{1,3}[.)]|[a-z][.)]|#{1,6})\s+\S|[•‣▪◦►●○■⁃]\S")
_DASH = re.compile(r"[-–—]|\(?\d")

_WIDEST = 160  # columns; wrapped text is seldom set wider
_NARROWEST = 30
_LONG_LINES = 0.03  # share of lines that an address or a headline makes wider than the page
_SLACK = 0.85  # of the width; writers break early before long words and after commas
_FULL = 0.6  # share of lines that must be full in a wrapped text
_RUNNING = 0.3  # share of line ends that must plainly fall inside a sentence
_ENOUGH = 6  # lines from which a double-spaced text can be told
_LINES_A_PARAGRAPH = 15  # from which it seems that paragraphs are not parted at all
_HEADLINE = 40  # characters; a shorter line that stops short is a heading or a list item
_INDENT = 12  # columns; what is set further in is centred, not a first line


class Line(NamedTuple):
    """A line that is not blank: its span without white space, and how it starts and ends."""

    start: int
    end: int
    indent: int
    above: int  # blank lines
    word: int  # length of the first word
    small: bool  # starts with a small letter
    item: bool  # starts as a list item does
    dash: bool  # starts with a dash or a figure
    ended: bool  # ends with a mark that ends a sentence

    @property
    def length(self) -> int:
        """The column in which the line ends."""
        return self.indent + self.end - self.start


class Paragraph(NamedTuple):
    """Lines that belong together, as one span; ``above`` counts the blank lines before it."""

    start: int
    end: int
    above: int


class _Page(NamedTuple):
    """How a text is set."""

    width: int  # 0 where it is not wrapped
    spacing: int  # blank lines between two lines of a paragraph
    margin: int
    bare: bool  # neither blank lines nor indents part its paragraphs


def paragraphs(text: str) -> Iterator[Paragraph]:
    """The paragraphs of ``text`` in order; every character that shows is in exactly one."""
    found = list(lines(text))
    page = _page(found)
    first = 0
    for i in range(1, len(found) + 1):
        if i == len(found) or not _continues(found[first], found[i - 1], found[i], page):
            yield Paragraph(found[first].start, found[i - 1].end, found[first].above)
            first = i


def lines(text: str) -> Iterator[Line]:
    """The lines of ``text`` that are not blank."""
    last = breaks = 0
    for match in _LINE.finditer(text):
        between = match.start() - last
        breaks += between if between <= 1 else len(_BREAK.findall(text, last, match.start()))
        last = match.end()
        left = match[0].lstrip(_BLANK)
        if left:
            start = last - len(left)
            end = start + len(left.rstrip(_BLANK))
            word = _WORD.match(text, start, end)
            yield Line(
                start,
                end,
                start - match.start(),
                max(breaks - 1, 0),
                word.end() - start if word else 0,
                text[start].islower(),
                bool(_ITEM.match(text, start, end)),
                bool(_DASH.match(text, start, end)),
                bool(_ENDED.search(text, max(start, end - 4), end)),
            )
            breaks = 0


def _page(found: Sequence[Line]) -> _Page:
    spacing = _spacing(found)
    inner = Counter(below.indent for line, below in pairwise(found) if _runs_on(line, below))
    margin = min(inner, key=lambda indent: (-inner[indent], indent), default=0)
    parted = sum(line.above > spacing or line.indent > margin for line in found)
    bare = parted * _LINES_A_PARAGRAPH < len(found)
    return _Page(_width(found, spacing), spacing, margin, bare)


def _spacing(found: Sequence[Line]) -> int:
    """The blank lines between two lines of one paragraph: 1 in a double-spaced text, else 0."""
    if len(found) < _ENOUGH or any(line.above == 0 for line in found[1:]):
        return 0
    running = sum(not line.ended for line in found) > len(found) // 2
    return 1 if running and _width(found, 1) else 0


def _width(found: Sequence[Line], spacing: int) -> int:
    """The column at which lines are wrapped, or 0 where they are not."""
    pairs = [(line, below) for line, below in pairwise(found) if below.above <= spacing]
    if not pairs:
        return 0
    lengths = sorted(line.length for line, _ in pairs)
    width = lengths[int((1 - _LONG_LINES) * (len(lengths) - 1))]
    full = sum(_is_full(line, below, width * _SLACK) for line, below in pairs)
    running = sum(_runs_on(line, below) for line, below in pairs)
    wrapped = full >= _FULL * len(pairs) and running >= _RUNNING * len(pairs)
    return width if wrapped and _NARROWEST <= width <= _WIDEST else 0


def _is_full(line: Line, below: Line, width: float) -> bool:
    """Whether the first word of ``below`` would not have fitted on ``line``."""
    return line.length + 1 + below.word > width


def _runs_on(line: Line, below: Line) -> bool:
    """Whether a sentence plainly goes on from ``line`` to ``below``."""
    return below.small and not line.ended


def _continues(first: Line, line: Line, below: Line, page: _Page) -> bool:
    """Whether ``below`` belongs to the paragraph that goes from ``first`` to ``line``."""
    if below.above > page.spacing:
        return False
    if page.width == 0:
        return _runs_on(line, below) and not below.item and line.end - line.start >= _HEADLINE
    if below.item and (line.ended or first.item or not below.dash):
        return False
    if 0 < below.indent - page.margin <= _INDENT and not first.item:
        return False
    if _runs_on(line, below):
        return True
    needed = page.width if page.bare and line.ended else page.width * _SLACK
    return _is_full(line, below, needed) and line.length < page.width / _SLACK
