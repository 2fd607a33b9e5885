"""Sentences of a text, as spans that neither overlap nor leave anything out."""

import re

from newsbrief.spans import Span

from .boundaries import END, boundary

_SOLID = re.compile(r"\S")
_SHOWN = re.compile(r"\w")
_DASHES = "-–—"
_BREAK = re.compile(r"[\r\n]")
_FIRST_ITEM = re.compile(
    r"(?:(?P<bullet>[•⁃·▪] ?)(?P<n>\d{1,3})|(?P<one>[1a]))(?P<tail>\.?\)|\.)\s"
)


def sentences(text: str) -> list[Span]:
    """The sentences of every block of ``text``, titles and list items too, in order.

    A dateline that ends in a dash belongs to the first sentence of its line.
    """
    from newsbrief.article import BlockKind

    from .blocks import find_blocks

    found: list[Span] = []
    opens = False
    for block in find_blocks(text):
        spans = split(text, block.start, block.end)
        if opens and spans and not _BREAK.search(text, found[-1].end, block.start):
            spans[0] = Span(found.pop().start, spans[0].end)
        found += spans
        opens = block.kind is BlockKind.DATELINE and text[block.end - 1] in _DASHES
    return found


def split(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of ``text[start:end]``, one block: in order, trimmed, nothing left out.

    >>> [tuple(s) for s in split('"Are they dead?" Royce asked. Gov. Ivey did not reply.')]
    [(0, 29), (30, 54)]
    """
    end = len(text) if end is None else end
    first = _SOLID.search(text, start, end)
    if first is None:
        return []
    found: list[Span] = []
    begin = first.start()
    for cut in _items(text, begin, end):
        _add(found, text, begin, cut)
        begin = cut
    _add(found, text, begin, end)
    return found


def _add(found: list[Span], text: str, begin: int, end: int) -> None:
    """Append the sentences of ``text[begin:end]``, which starts with a character that shows."""
    shown = _first_word(text, begin, end)
    for match in END.finditer(text, begin, end):
        if match.start() <= shown:
            continue  # nothing but punctuation so far
        cut = boundary(text, begin, match)
        if cut is not None:
            found.append(Span(begin, cut))
            solid = _SOLID.search(text, cut, end)
            if solid is None:
                return
            begin = solid.start()
            shown = _first_word(text, begin, end)
    found.append(Span(begin, begin + len(text[begin:end].rstrip())))


def _first_word(text: str, begin: int, end: int) -> int:
    """Where the first letter or digit stands, ``end`` if there is none."""
    if text[begin].isalnum():
        return begin
    match = _SHOWN.search(text, begin, end)
    return match.start() if match else end


def _items(text: str, start: int, end: int) -> list[int]:
    """Where the second and later items start of a list in one line: "1) ... 2) ..."."""
    first = _FIRST_ITEM.match(text, start, end)
    if not first:
        return []
    bullet, tail = first["bullet"] or "", first["tail"]
    number = first["n"] or first["one"]
    found: list[int] = []
    at = first.end()
    while True:
        number = str(int(number) + 1) if number.isdigit() else chr(ord(number) + 1)
        at = text.find(f" {bullet}{number}{tail} ", at, end) + 1
        if not at:
            return found
        found.append(at)
