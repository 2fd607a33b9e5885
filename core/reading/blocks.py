"""Blocks of an article: its title, byline, dateline, headings, list items, captions, paragraphs.

What is told apart is what a reader tells apart at a glance, by place, length and wording. Where in
doubt a block is a paragraph: a line of furniture kept does less harm than a sentence lost.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from newsbrief.article import Block, BlockKind
from newsbrief.spans import fold, trim

from .datelines import openings
from .furniture import CREDIT_INSIDE, LONGEST, RUN_IN, furniture, heads_aside
from .layout import Paragraph, paragraphs

_SHOWS = re.compile(r"[^\W_]")
_ENDED = re.compile(r"""[.!?…:;,][\s"'”’»)\]]*$""")
_INNER_END = re.compile(r"""[.!?]["”’]? ["“‘A-Z]""")
_MARKDOWN = re.compile(r"#{1,6}\s+")
_BULLET = re.compile(r"(?:[-*+–—]\s|[•·‣▪◦►●○■□➤→✓⁃]\s?|\(?\d{1,2}[.)]\)?\s|\(?[a-z]\)\s)\s*\S")
_COLUMNS = re.compile(r"\S(?:\t+| {3,}| ?\| ?)\S(?:.*\S)?(?:\t+| {3,}| ?\| ?)\S")

# Lengths in words beyond which a block is no longer what it looks like.
_TITLE = 30
_HEADING = 15
_ITEM = 26
_DASHED_ITEM = 11  # a longer one is a paragraph of dialogue or an aside
_TAKEAWAY = 25
_TEXT = 4  # words of the shortest sentence that shows where the body starts

_TAKEAWAYS = 12  # lines of a list of them that has no bullets, at most
_PROSE = 160  # characters from which a block is an article's text whatever it ends in
_OPENING = 3  # paragraphs among which one may have a dateline that names no agency
_CAPITALS = 0.8  # share of longer words with a capital in a headline set in title case


def find_blocks(text: str) -> Iterator[Block]:
    """The blocks of ``text``, in order; each character that shows is in exactly one."""
    found = list(_Reading(text).blocks())
    if not any(block.kind is BlockKind.PARAGRAPH for block in found):
        lines = (BlockKind.HEADING, BlockKind.LIST_ITEM)
        found = [replace(b, kind=BlockKind.PARAGRAPH) if b.kind in lines else b for b in found]
    yield from found


class _Reading:
    """One reading of a text: what its lines are, then where its body starts, then its title."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.parts = list(paragraphs(text))
        self.plain = [self._plain(part) for part in self.parts]
        self.kinds = [self._kind_by_wording(i) for i in range(len(self.parts))]
        self._mark_asides()
        self.body = next((i for i in range(len(self.parts)) if self._is_prose(i)), len(self.parts))
        self.title = self._title()

    def blocks(self) -> Iterator[Block]:
        """The blocks, each paragraph parted from what stands before its first words."""
        read = 0
        for i, part in enumerate(self.parts):
            kind, start, end = self._kind(i), part.start, part.end
            if kind is BlockKind.PARAGRAPH:
                for opening in openings(self.text, start, end, first=read < _OPENING):
                    yield Block(*opening)
                    start = opening.end
                for notice in RUN_IN.finditer(self.text, start, end):
                    if self.text[start : notice.start()].strip():
                        yield Block(kind, *trim(self.text, start, notice.start()))
                    yield Block(BlockKind.BOILERPLATE, *notice.span())
                    start = notice.end()
                read += 1
            elif mark := _MARKDOWN.match(self.text, start, end):
                start = mark.end()
                yield Block(BlockKind.BOILERPLATE, *trim(self.text, part.start, start))
            elif kind is BlockKind.CAPTION:
                credit = CREDIT_INSIDE.search(self.text, start, end)
                if credit:
                    yield Block(kind, start, credit.start())
                    start = credit.end()
            if self.text[start:end].strip():
                yield Block(kind, *trim(self.text, start, end))

    def _plain(self, part: Paragraph) -> str:
        """A block's text, white space folded; "" for one too long to be anything but prose."""
        if part.end - part.start > LONGEST:
            return ""
        return fold(self.text[part.start : part.end])

    def _kind_by_wording(self, i: int) -> BlockKind | None:
        """The kind that a block's wording or shape gives away, else None."""
        part, plain = self.parts[i], self.plain[i]
        if not _SHOWS.search(self.text, part.start, part.end):
            return BlockKind.BOILERPLATE
        if not plain:
            return None
        if _BULLET.match(plain):
            return BlockKind.LIST_ITEM
        columns = _COLUMNS.search(self.text, part.start, part.end)
        return furniture(plain) or (BlockKind.LIST_ITEM if columns else None)

    def _mark_asides(self) -> None:
        """Mark what is listed under "Key takeaways" or "Related stories" as boilerplate."""
        i = 0
        while i < len(self.parts):
            under = i + 1
            if heads_aside(self.plain[i]):
                under = self._end_of_list(under)
                self.kinds[i + 1 : under] = [BlockKind.BOILERPLATE] * (under - i - 1)
            i = under

    def _end_of_list(self, first: int) -> int:
        """Where the list ends that starts at ``first``: of bullets, or of short lines set close."""
        end = first
        while end < len(self.parts) and self.kinds[end] is BlockKind.LIST_ITEM:
            end += 1
        if end > first:
            return end
        last = min(first + _TAKEAWAYS, len(self.parts))
        while end < last and self.parts[end].above == 0 and self._is_takeaway(end):
            end += 1
        closed = end > first + 1 and end < len(self.parts) and self.parts[end].above > 0
        return end if closed else first

    def _is_takeaway(self, i: int) -> bool:
        return self.kinds[i] is None and self._words(i) < _TAKEAWAY

    def _words(self, i: int) -> int:
        return self.plain[i].count(" ") + 1 if self.plain[i] else LONGEST

    def _is_prose(self, i: int) -> bool:
        """Whether block ``i`` reads as the article's own text."""
        if self.kinds[i] is not None:
            return False
        plain = self.plain[i]
        ended = bool(_ENDED.search(plain)) and self._words(i) >= _TEXT
        return not plain or len(plain) > _PROSE or ended

    def _title(self) -> int:
        """The index of the title, or -1 where there is none."""
        if self.body == len(self.parts):
            return -1
        head = [i for i in range(self.body) if self._may_be_title(i)]
        if not head:
            return self.body if self._is_ended_title(self.body) else -1
        return next((i for i in head if self._words(i) > 1), head[0])

    def _may_be_title(self, i: int) -> bool:
        return self.kinds[i] is None and len(self.plain[i]) <= _PROSE and self._words(i) <= _TITLE

    def _is_ended_title(self, i: int) -> bool:
        """Whether the first text is a headline although it ends as a sentence does."""
        plain = self.plain[i]
        after = next((j for j in range(i + 1, len(self.parts)) if self._is_prose(j)), None)
        if after is None or not self._may_be_title(i) or _INNER_END.search(plain):
            return False
        if plain[-1] in "?;" or BlockKind.BYLINE in self.kinds[i + 1 : after]:
            return True
        start, end = self.parts[after].start, self.parts[after].end
        return _in_title_case(plain) or bool(openings(self.text, start, end, first=True))

    def _kind(self, i: int) -> BlockKind:
        kind, plain = self.kinds[i], self.plain[i]
        if i == self.title:
            return BlockKind.TITLE
        if kind is BlockKind.LIST_ITEM:
            longest = _DASHED_ITEM if plain[0] in "–—" else _ITEM
            return kind if self._words(i) < longest else BlockKind.PARAGRAPH
        if kind is not None:
            return kind
        if _MARKDOWN.match(plain):
            return BlockKind.HEADING
        short = len(self.parts) > 1 and self._words(i) < _HEADING
        heads = short and not _ENDED.search(plain) and not plain[0].islower()
        return BlockKind.HEADING if heads else BlockKind.PARAGRAPH


def _in_title_case(plain: str) -> bool:
    words = [word for word in plain.split() if len(word) >= _TEXT and word[0].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= _TEXT and capitals >= _CAPITALS * len(words)
