"""Blocks of an article: its title, byline, dateline, headings, list items, captions, paragraphs.

What is told apart is what a reader tells apart at a glance, by place, length and wording. Where in
doubt a block is a paragraph: a line of furniture kept does less harm than a sentence lost.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from .article import Block, BlockKind
from .datelines import openings
from .furniture import CREDIT_INSIDE, LONGEST, furniture, heads_aside
from .layout import Paragraph, paragraphs
from .spans import fold

_ENDED = re.compile(r"""[.!?…:;,][\s"'”’»)\]]*$""")
_ASKED = re.compile(r"""\?[\s"'”’»)\]]*$""")
_MARKDOWN = re.compile(r"#{1,6}\s+")
_BULLET = re.compile(r"(?:[-*+–—]\s|[•·‣▪◦►●○■□➤→✓⁃]\s?|\(?\d{1,2}[.)]\)?\s|\(?[a-z]\)\s)\s*\S")
_COLUMNS = re.compile(r"\S(?:\t+| {3,}| ?\| ?)\S(?:.*\S)?(?:\t+| {3,}| ?\| ?)\S")
_WORDY = re.compile(r"[^\W_]")

_TITLE = 30  # words
_HEADING = 14
_ITEM = 40
_OPENING = 3  # paragraphs among which one may have a dateline that names no agency
_SURE = 160  # characters from which a block is an article's text whatever it ends in


def find_blocks(text: str) -> Iterator[Block]:
    """The blocks of ``text``, in order; each character that shows is in exactly one."""
    found = list(_Reader(text).blocks())
    if not any(block.kind is BlockKind.PARAGRAPH for block in found):
        shown = (BlockKind.HEADING, BlockKind.LIST_ITEM)
        found = [replace(b, kind=BlockKind.PARAGRAPH) if b.kind in shown else b for b in found]
    yield from found


class _Reader:
    """One reading of a text, from its head down."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.paragraphs = list(paragraphs(text))
        self.plain = [self._plain(p) for p in self.paragraphs]
        self.kinds = [self._furniture(i) for i in range(len(self.paragraphs))]
        self._asides()
        self.body = next((i for i in range(len(self.kinds)) if self._is_text(i)), len(self.kinds))
        self.title = self._title()

    def blocks(self) -> Iterator[Block]:
        """The blocks, paragraphs parted from what stands before their first words."""
        opened = 0
        for i, part in enumerate(self.paragraphs):
            kind = self._kind(i)
            start, end = part.start, part.end
            if kind is BlockKind.PARAGRAPH:
                for opening in openings(self.text, start, end, first=opened < _OPENING):
                    yield Block(*opening)
                    start = opening.end
                opened += 1
            elif mark := _MARKDOWN.match(self.text, start, end):
                yield Block(BlockKind.BOILERPLATE, start, start + len(mark[0].rstrip()))
                start = mark.end()
            elif kind is BlockKind.CAPTION and (credit := CREDIT_INSIDE.search(self.text, start, end)):
                yield Block(kind, start, credit.start())
                start = credit.end()
            start = self._skip(start, end)
            if start < end:
                yield Block(kind, start, end)

    def _skip(self, start: int, end: int) -> int:
        while start < end and self.text[start].isspace():
            start += 1
        return start

    def _plain(self, part: Paragraph) -> str:
        """A short block's text, folded; "" for one that is too long to be anything but text."""
        if part.end - part.start > LONGEST:
            return ""
        return fold(self.text[part.start : part.end])

    def _furniture(self, i: int) -> BlockKind | None:
        """The kind of a block that its wording or its shape gives away, else None."""
        part, plain = self.paragraphs[i], self.plain[i]
        if not plain:
            shows = _WORDY.search(self.text, part.start, part.end)
            return None if shows else BlockKind.BOILERPLATE
        if not _WORDY.search(plain):
            return BlockKind.BOILERPLATE
        if _BULLET.match(plain):
            return BlockKind.LIST_ITEM
        kind = furniture(plain)
        if kind is None and _COLUMNS.search(self.text, part.start, part.end):
            return BlockKind.LIST_ITEM
        return kind

    def _asides(self) -> None:
        """Mark what is listed under "Key takeaways" or "Related stories" as boilerplate."""
        i = 0
        while i < len(self.kinds):
            under = i + 1
            if heads_aside(self.plain[i]):
                while under < len(self.kinds) and self.kinds[under] is BlockKind.LIST_ITEM:
                    self.kinds[under] = BlockKind.BOILERPLATE
                    under += 1
            i = under

    def _is_text(self, i: int) -> bool:
        """Whether block ``i`` reads as the article's own text."""
        if self.kinds[i] is not None:
            return False
        plain = self.plain[i]
        return (
            not plain or len(plain) > _SURE or (bool(_ENDED.search(plain)) and plain.count(" ") > 2)
        )

    def _title(self) -> int:
        """The index of the title, or -1 where there is none."""
        head = [i for i in range(min(self.body, len(self.kinds) - 1)) if self._is_title(i)]
        if self.body < len(self.kinds) - 1 and not head and self._is_ended_title(self.body):
            return self.body
        if self.body == len(self.kinds):
            return -1
        return next((i for i in head if self.plain[i] if " " in self.plain[i]), head[0] if head else -1)

    def _is_title(self, i: int) -> bool:
        plain = self.plain[i]
        return self.kinds[i] is None and 0 < len(plain) <= _SURE and plain.count(" ") < _TITLE

    def _is_ended_title(self, i: int) -> bool:
        """Whether the first text reads as a headline although it ends in a full stop."""
        plain = self.plain[i]
        if not self._is_title(i) or re.search(r"""[.!?]["”’]? ["“‘A-Z]""", plain):
            return False
        if _ASKED.search(plain) or plain.endswith(";"):
            return True
        follow = next((j for j in range(i + 1, len(self.kinds)) if self._is_text(j)), None)
        if follow is None:
            return False
        between = set(self.kinds[i + 1 : follow])
        part = self.paragraphs[follow]
        return (
            BlockKind.BYLINE in between
            or bool(openings(self.text, part.start, part.end, first=True))
            or _in_title_case(plain)
        )

    def _kind(self, i: int) -> BlockKind:
        if i == self.title:
            return BlockKind.TITLE
        kind = self.kinds[i]
        plain = self.plain[i]
        if kind is BlockKind.LIST_ITEM and plain.count(" ") >= _ITEM:
            return BlockKind.PARAGRAPH
        if kind is not None:
            return kind
        if not plain:
            return BlockKind.PARAGRAPH
        if _MARKDOWN.match(plain):
            return BlockKind.HEADING
        is_heading = (
            len(self.kinds) > 1
            and not _ENDED.search(plain)
            and plain.count(" ") < _HEADING
            and not plain[0].islower()
        )
        return BlockKind.HEADING if is_heading else BlockKind.PARAGRAPH


def _in_title_case(plain: str) -> bool:
    words = [w for w in plain.split() if len(w) > 3 and w[0].isalpha()]  # noqa: PLR2004
    return len(words) > 3 and sum(w[0].isupper() for w in words) >= 0.8 * len(words)  # noqa: PLR2004
