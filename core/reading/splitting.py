"""The blocks of one paragraph or line: its own text, and what stands in it and is none of it.

In a paragraph that is a byline, a dateline or a notice of the page, in a line a mark of Markdown,
the label or the outlet of a title, or the credit of a picture.
"""

import re
from collections.abc import Iterator

from newsbrief.article import Block, BlockKind
from newsbrief.spans import Span, trim
from newsbrief.text.packaged import word_set
from newsbrief.text.sentence_ends import CLOSERS, ENDS

from .datelines import openings
from .furniture import TRAILING_CREDIT
from .outlets import headline_end

HEADING_MARKS = re.compile(r"#{1,6}\s+")  # of Markdown
_EMPHASIS = re.compile(r"([*_]{1,3})(?=[^\s*_])(?:(?!\1).)+(?<=\S)\1")  # of a whole line
_STARS = re.compile(r"\*\* ")  # of a heading in the text of a newsletter (Mailchimp)
_TITLE_LABEL = re.compile(
    r"(?:title|headline|hed|titel|titre|t[ií]tulo|titolo)\s*:\s+(?=\S)", re.IGNORECASE
)
_NOTICE = re.compile(
    r"Media playback is (?:not supported|unsupported)"
    r" on (?:this|your) (?:device|browser)\b\.?"
    r"|(?<=[.!?…] )\[ ?(?:…|\.\.\.|&#8230;|&hellip;|\+\d{1,6} chars) ?\]\Z"
)
_SIGN_OFF = re.compile(  # "- AFP", "(ANI)", "PTI KRH RT"
    rf"(?:(?<=[{ENDS}])|(?<=[{ENDS}][{CLOSERS}]))(?:\s+(?:[-–—/]{{1,2}}\s?)?|\s*[(\[])"
    r"([A-Za-z]{2,9})(?: [A-Z]{2,4}){0,5}[)\]/]?\.?\Z"
)
_EMPHASIZED = (BlockKind.TITLE, BlockKind.BYLINE, BlockKind.CAPTION)
_MAX_SIGN_OFF_CHARS = 40
_NOTICE_SIGNS = ("Media playback", "[")  # one in each


def sign_off(text: str, start: int, end: int) -> int:
    """Where the agency stands that signs ``text[start:end]`` behind a sentence; else ``end``.

    >>> sign_off("It is shut. EFE", 0, 15), sign_off("It is shut, says EFE", 0, 20)
    (11, 20)
    """
    signed = _SIGN_OFF.search(text, max(start, end - _MAX_SIGN_OFF_CHARS), end)
    return signed.start() if signed and signed[1] in word_set("furniture.txt", "wire") else end


def paragraph_blocks(
    text: str, start: int, end: int, *, first: bool, has_posts: bool
) -> Iterator[Block]:
    """The paragraph ``text[start:end]`` without what opens it and its notices, and these.

    ``first`` and ``has_posts`` are those of ``openings``.
    """
    for opening in openings(text, start, end, first=first, has_posts=has_posts):
        yield opening
        start = opening.end
    signed = sign_off(text, start, end)
    yield from _unsigned(text, start, signed)
    yield from _block(text, BlockKind.BOILERPLATE, signed, end)


def _unsigned(text: str, start: int, end: int) -> Iterator[Block]:
    """The paragraph ``text[start:end]`` and the notices in it."""
    for notice in _notices(text, start, end):
        yield from _block(text, BlockKind.PARAGRAPH, start, notice.start())
        yield Block(BlockKind.BOILERPLATE, *notice.span())
        start = notice.end()
    yield from _block(text, BlockKind.PARAGRAPH, start, end)


def line_blocks(text: str, start: int, end: int, kind: BlockKind) -> Iterator[Block]:
    """The line ``text[start:end]`` of a ``kind`` without its marks, credit or outlet, and these."""
    heads = kind in (BlockKind.TITLE, BlockKind.HEADING)
    inner = Span(start, end) if kind not in _EMPHASIZED else without_emphasis(text, start, end)
    if inner != (start, end):
        yield Block(BlockKind.BOILERPLATE, start, inner.start)
        yield from line_blocks(text, *inner, kind)
        yield Block(BlockKind.BOILERPLATE, inner.end, end)
        return
    marks = HEADING_MARKS.match(text, start, end)
    if marks := marks or (_STARS.match(text, start, end) if heads else None):
        yield from _block(text, BlockKind.BOILERPLATE, start, marks.end())
        start = marks.end()
    elif kind is BlockKind.CAPTION and (credit := TRAILING_CREDIT.search(text, start, end)):
        yield Block(kind, start, credit.start())
        start = credit.end()
    elif kind is BlockKind.TITLE:
        first, last = headline(text[start:end])
        yield from _block(text, BlockKind.BOILERPLATE, start, start + first)
        yield from _block(text, kind, start + first, start + last)
        kind, start = BlockKind.BOILERPLATE, start + last
    yield from _block(text, kind, start, end)


def without_emphasis(text: str, start: int, end: int) -> Span:
    """The line ``text[start:end]`` without the marks around it that make it bold or slanted.

    >>> without_emphasis("*Quay shut*", 0, 11), without_emphasis("*Quay* shut", 0, 11)
    (Span(start=1, end=10), Span(start=0, end=11))
    """
    marks = _EMPHASIS.fullmatch(text, start, end) if text[start] in "*_" else None
    count = len(marks[1]) if marks else 0
    return Span(start + count, end - count)


def headline(line: str) -> Span:
    """Where the headline stands in ``line``: behind a label, before an outlet.

    >>> headline("Title: Wall to be rebuilt | Coast News")
    Span(start=7, end=25)
    """
    label = _TITLE_LABEL.match(line)
    start = label.end() if label else 0
    return Span(start, start + headline_end(line[start:]))


def _notices(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The notices between the sentences of a paragraph, as scraping a page or a feed leaves them.

    Their signs are looked for before the pattern, which takes ten times as long.
    """
    if any(text.find(sign, start, end) >= 0 for sign in _NOTICE_SIGNS):
        yield from _NOTICE.finditer(text, start, end)


def _block(text: str, kind: BlockKind, start: int, end: int) -> Iterator[Block]:
    """The block of ``text[start:end]`` without white space around it, if anything is left."""
    shown = trim(text, start, end)
    if shown.start < shown.end:
        yield Block(kind, *shown)
