"""Sentences of a text, as spans that do not overlap and leave no visible character out."""

import re

from newsbrief.spans import Span
from newsbrief.text.scripts import NO_WIDTH

from .boundaries import END, boundary

_VISIBLE = re.compile(rf"[^\s{NO_WIDTH}]")
_WORD_CHARACTER = re.compile(r"\w")
_DASHES = "-–—"
_LINE_BREAK = re.compile(r"[\r\n]")
_FIRST_ITEM = re.compile(
    r"(?:(?P<bullet>[•⁃·▪] ?)(?P<n>\d{1,3})|(?P<one>[1a]))(?P<tail>\.?\)|\.)\s"
)


def sentences(text: str) -> list[Span]:
    """The spans of the sentences of ``text``, titles and list items too, in order.

    Offsets count code points of ``text`` from 0, ends exclusive. A dateline that ends in a dash
    belongs to the first sentence of its line.
    """
    from newsbrief.article import BlockKind

    from .blocks import find_blocks

    spans: list[Span] = []
    after_dateline = False
    for block in find_blocks(text):
        in_block = split(text, block.start, block.end)
        if after_dateline and in_block and not _LINE_BREAK.search(text, spans[-1].end, block.start):
            in_block[0] = Span(spans.pop().start, in_block[0].end)
        spans += in_block
        after_dateline = block.kind is BlockKind.DATELINE and text[block.end - 1] in _DASHES
    return spans


def split(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The spans of the sentences of the block ``text[start:end]``, in order, without white space.

    Offsets count from the start of ``text``; every visible character of the block is in a span.

    >>> [tuple(s) for s in split('"Are they dead?" Royce asked. Gov. Ivey did not reply.')]
    [(0, 29), (30, 54)]
    """
    end = len(text) if end is None else end
    first = _VISIBLE.search(text, start, end)
    if first is None:
        return []
    spans: list[Span] = []
    begin = first.start()
    for item in _list_items(text, begin, end):
        spans += _sentences(text, begin, item)
        begin = item
    return spans + _sentences(text, begin, end)


def _sentences(text: str, begin: int, end: int) -> list[Span]:
    """The sentences of ``text[begin:end]``, which starts with a visible character."""
    spans: list[Span] = []
    first_letter = _first_letter(text, begin, end)
    for match in END.finditer(text, begin, end):
        if match.start() <= first_letter:
            continue  # nothing but punctuation so far
        sentence_end = boundary(text, begin, match)
        if sentence_end is None:
            continue
        spans.append(Span(begin, sentence_end))
        following = _VISIBLE.search(text, sentence_end, end)
        if following is None:
            return spans
        begin = following.start()
        first_letter = _first_letter(text, begin, end)
    spans.append(Span(begin, begin + len(text[begin:end].rstrip())))
    return spans


def _first_letter(text: str, begin: int, end: int) -> int:
    """The offset of the first letter or digit, ``end`` if there is none."""
    if text[begin].isalnum():
        return begin
    match = _WORD_CHARACTER.search(text, begin, end)
    return match.start() if match else end


def _list_items(text: str, start: int, end: int) -> list[int]:
    """The offsets of the second and later items of a list in one line: "1) ... 2) ..."."""
    first = _FIRST_ITEM.match(text, start, end)
    if not first:
        return []
    bullet, tail = first["bullet"] or "", first["tail"]
    number = first["n"] or first["one"]
    items: list[int] = []
    space = first.end()
    while True:
        number = str(int(number) + 1) if number.isdigit() else chr(ord(number) + 1)
        space = text.find(f" {bullet}{number}{tail} ", space, end)
        if space < 0:
            return items
        space += 1
        items.append(space)
