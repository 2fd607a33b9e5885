"""Lines of a text joined into paragraphs: hard-wrapped lines, indents, blank lines.

A text is taken for hard-wrapped where the next line's first word would not have fitted on most
lines, the test of the fill-paragraph command of editors turned round. Everything is found from
lengths and line ends; what a paragraph is to a reader is not decided here.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\u2028\u2029]")
_BLANK = (  # white space, and characters that have no width
    " \t\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u202f\u205f\u3000\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
)
_ENOUGH = 6  # lines from which a double-spaced text can be told
_WIDEST = 160  # columns; wrapped text is seldom set wider
_NARROWEST = 30
_SLACK = 0.85  # of the width; writers break early before long words and after commas
_HEADLINE = 40  # characters; a shorter line that stops short is a heading or a list item
_INDENT = 12  # columns; what is set further in is centred, not a first line
_FULL = 0.6  # share of lines that must be full in a wrapped text
_TERMINAL = re.compile(r"[.?!:…][\"'”’»)\]]*$")
_DASH = re.compile(r"[-–—]|\(?\d")
_MARKER = re.compile(
    r"\^|(?:[-*•·‣▪◦►●○■□➤→✓–—]|\(?\d{1,3}[.)]|[a-z][.)]|#{1,6})\s+\S|[•‣▪◦►●○■⁃]\S"
)


class Line(NamedTuple):
    """A line that is not blank: its span without white space, its indent, blank lines above."""

    start: int
    end: int
    indent: int
    above: int


class Paragraph(NamedTuple):
    """Lines that belong together, as one span; ``above`` counts the blank lines before it."""

    start: int
    end: int
    lines: int
    above: int


class _Page(NamedTuple):
    """How a text is set: its width (0: not wrapped), blank lines between lines, left margin."""

    width: int
    spacing: int
    margin: int


def paragraphs(text: str) -> Iterator[Paragraph]:
    """The paragraphs of ``text`` in order; every character that shows is in exactly one."""
    found = list(lines(text))
    spacing = _spacing(text, found)
    page = _Page(_width(text, found, spacing), spacing, _margin(text, found))
    first = 0
    for i in range(1, len(found) + 1):
        if i == len(found) or not _continues(text, found, first, i, page):
            yield Paragraph(found[first].start, found[i - 1].end, i - first, found[first].above)
            first = i


def lines(text: str) -> Iterator[Line]:
    """The lines of ``text`` that are not blank."""
    last = 0
    above = 0
    for match in _LINE.finditer(text):
        raw = match[0]
        left = raw.lstrip(_BLANK)
        if match.start() - last > 1:
            above += len(_BREAK.findall(text, last, match.start()))
        elif match.start() > last:
            above += 1
        last = match.end()
        if left:
            indent = len(raw) - len(left)
            yield Line(
                match.start() + indent,
                match.end() - len(left) + len(left.rstrip(_BLANK)),
                indent,
                max(above - 1, 0),
            )
            above = 0


def _spacing(text: str, found: list[Line]) -> int:
    """The blank lines between two lines of one paragraph: 1 in a double-spaced text, else 0."""
    if len(found) < _ENOUGH or any(line.above == 0 for line in found[1:]):
        return 0
    width = _width(text, found, 1)
    open_ends = sum(not _TERMINAL.search(text, max(a.start, a.end - 4), a.end) for a in found)
    return 1 if width and open_ends > len(found) // 2 else 0


def _width(text: str, found: list[Line], spacing: int) -> int:
    """The column at which the lines of ``text`` are wrapped, or 0 where they are not."""
    pairs = [(a, b) for a, b in pairwise(found) if b.above <= spacing]
    lengths = sorted(a.indent + a.end - a.start for a, _ in pairs)
    if not lengths:
        return 0
    width = lengths[int(0.97 * (len(lengths) - 1))]
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    full = sum(_is_full(text, a, b, width * _SLACK) for a, b in pairs)
    running = sum(_runs_on(text, a, b) for a, b in pairs)
    return width if full >= _FULL * len(pairs) and running >= 0.3 * len(pairs) else 0


def _is_full(text: str, line: Line, below: Line, width: float) -> bool:
    """Whether the first word of ``below`` would not have fitted on ``line``."""
    gap = text.find(" ", below.start, min(below.end, below.start + 30))
    word = (gap if gap >= 0 else min(below.end, below.start + 30)) - below.start
    return line.indent + line.end - line.start + 1 + word > width


def _runs_on(text: str, line: Line, below: Line) -> bool:
    """Whether a sentence plainly goes on from ``line`` to ``below``."""
    return text[below.start].islower() and not _TERMINAL.search(
        text, max(line.start, line.end - 4), line.end
    )


def _margin(text: str, found: list[Line]) -> int:
    """The indent of the lines on which a sentence goes on: that of a paragraph's inner lines."""
    indents = Counter(b.indent for a, b in pairwise(found) if _runs_on(text, a, b))
    return min(indents, key=lambda indent: (-indents[indent], indent), default=0)


def _continues(text: str, found: list[Line], first: int, i: int, page: _Page) -> bool:
    """Whether line ``i`` belongs to the paragraph that starts at line ``first``."""
    line, below = found[i - 1], found[i]
    if below.above > page.spacing:
        return False
    if page.width == 0:
        long = line.end - line.start >= _HEADLINE
        return (
            long and _runs_on(text, line, below) and not _MARKER.match(text, below.start, below.end)
        )
    if _MARKER.match(text, below.start, below.end) and (
        _TERMINAL.search(text, max(line.start, line.end - 4), line.end)
        or _MARKER.match(text, found[first].start, found[first].end)
        or not _DASH.match(text, below.start)
    ):
        return False
    hangs = _MARKER.match(text, found[first].start, found[first].end)
    if 0 < below.indent - page.margin <= _INDENT and not hangs:
        return False
    return _runs_on(text, line, below) or _is_full(text, line, below, page.width * _SLACK)
