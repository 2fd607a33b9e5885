"""The lines of a text by their shapes: how wide they are, and how they start and end.

A line is as wide as it shows: a full-width letter takes two columns.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsbrief.text.scripts import CLOSING_BRACKETS, NO_WIDTH, TERMINALS, UNSPACED, WIDE
from newsbrief.text.sentence_ends import CLOSERS, COLONS, ENDS

_LINE = re.compile(r"[^\r\n\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\u2028\u2029]")
_BLANK = (
    " \t\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    f"\u2009\u200a\u202f\u205f\u3000{NO_WIDTH}"
)
_ENDED = re.compile(rf"[{ENDS}{COLONS}][{CLOSERS}]*$")
_OPEN = re.compile(
    r"\s(?:an?|[Tt]he|THE|and|AND|or)$"
)  # not "OR", which is Oregon, nor "Vitamin A"
_WORD = re.compile(r"\S{1,30}")
_ITEM = re.compile(r"\^|(?:[-*•·‣▪◦►●○■□➤→✓–—]|\(?\d{1,3}[.)]|[a-z][.)]|#{1,6})\s+\S|[•‣▪◦►●○■⁃]\S")
_ADDRESS = re.compile(  # of a page, or of a site alone: no word of a sentence
    r"https?://|www\.|[a-z\d-]{3,40}(?:\.[a-z\d-]{2,30}){1,3}$"
)
_DASH = re.compile(r"[-–—]|\(?\d")
_WIDE_AMONG_WIDE = re.compile("[“”‘’…—·]")
_LETTER = re.compile(r"[^\W\d_]")
_HANGING = re.compile(  # no line starts with such a mark but by wrapping; with ‼ a post may
    rf"(?![\u203c-\u2049])[，、；：{TERMINALS}{CLOSING_BRACKETS}]"
)

MAX_WIDTH_COLUMNS = 160  # wrapped text is seldom set wider
_MAX_OPEN_CHARS = 4
_MAX_END_CHARS = 4  # a mark that ends a sentence, and those that close after it


class Line(NamedTuple):
    """A line that is not blank: its span without white space, and how it starts and ends."""

    start: int
    end: int
    indent: int  # columns, and so are the lengths
    inner_length: int
    blank_lines_above: int
    first_word_length: int  # with the space before it
    starts_lower_case: bool
    starts_hanging: bool  # with a mark that stands behind a word
    has_no_case: bool  # in a script that sets no capital at the start of a sentence
    is_item: bool  # starts as a list item does
    starts_with_dash: bool  # or with a figure
    is_ended: bool  # ends with a mark that ends a sentence
    is_open: bool  # ends with an article or a conjunction, behind which something has to come
    opens_page: bool  # a form feed stands before it

    @property
    def length(self) -> int:
        """The column in which the line ends."""
        return self.indent + self.inner_length


def line_shapes(text: str) -> Iterator[Line]:
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
        letter = _LETTER.search(text, start, end)
        yield Line(
            start,
            end,
            indent=_columns(text[match.start() : start]),
            inner_length=_columns(text[start:end]),
            blank_lines_above=max(breaks - 1, 0),
            first_word_length=_first_word_length(text, start, end),
            starts_lower_case=text[start].islower() and not _ADDRESS.match(text, start, end),
            starts_hanging=bool(_HANGING.match(text, start)),
            has_no_case=bool(letter and letter[0].upper() == letter[0].lower()),
            is_item=bool(_ITEM.match(text, start, end)),
            starts_with_dash=bool(_DASH.match(text, start, end)),
            is_ended=bool(_ENDED.search(text, max(start, end - _MAX_END_CHARS), end)),
            is_open=bool(_OPEN.search(text, max(start, end - _MAX_OPEN_CHARS), end)),
            opens_page="\f" in text[match.start() : start],
        )
        breaks = 0


def _first_word_length(text: str, start: int, end: int) -> int:
    """The columns that the first word of ``text[start:end]`` would take on the line above.

    Where words are not spaced that is the first letter, with what stands before it.
    """
    word = _WORD.match(text, start, end)
    if not word:
        return 0
    letter = UNSPACED.search(word[0])
    return _columns(word[0][: letter.end()]) if letter else 1 + _columns(word[0])


def _columns(line: str) -> int:
    """The columns that ``line`` takes; of one too long to be wrapped its characters."""
    if line.isascii() or len(line) > MAX_WIDTH_COLUMNS or not WIDE.search(line):
        return len(line)
    return len(line) + len(WIDE.findall(line)) + len(_WIDE_AMONG_WIDE.findall(line))
