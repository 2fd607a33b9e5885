"""An article: its text, the blocks it is made of, and its sentences, all as spans.

Values only: ``reading.parsing`` makes them.
"""

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from newsbrief.spans import Lines, SortedSpans, Span, fold


class BlockKind(StrEnum):
    """What part of an article a block is."""

    TITLE = "title"
    BYLINE = "byline"
    DATELINE = "dateline"  # "PARIS (Reuters) -", before the paragraph it opens
    HEADING = "heading"
    PULL_QUOTE = "pull quote"  # words of the text that stand again by themselves
    LIST_ITEM = "list item"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"  # "Read more", "Published 3 May", share buttons, key takeaways
    PARAGRAPH = "paragraph"


FURNITURE_KINDS = frozenset(
    {BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CAPTION, BlockKind.BOILERPLATE}
)
"""The kinds of block that claim nothing: no fact and no figure stands in one."""

DISPLAY_KINDS = frozenset({BlockKind.TITLE, BlockKind.HEADING, BlockKind.PULL_QUOTE})
"""The kinds of block set in large type: what they claim stands in the text too, so is optional."""


@dataclass(frozen=True, slots=True)
class Block:
    """A span of the article that is of one kind; a hard-wrapped paragraph is one block."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its span, and the index of its block in ``Article.blocks``."""

    start: int
    end: int
    block: int


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known of an article besides its text; None where nothing says it.

    ``date`` is ISO 8601, a day or a moment; ``language`` an ISO 639 code.
    """

    byline: str | None = None
    date: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True)
class Article:
    """An article: its text, blocks and sentences, and what is known of it.

    Offsets count code points of ``text`` from 0, ends exclusive. ``blocks`` are in order and do
    not overlap; ``sentences`` are those of all blocks, in order. ``lines`` gives line numbers.
    """

    text: str
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    lines: Lines = field(repr=False, compare=False)
    metadata: Metadata = Metadata()

    @property
    def title(self) -> str | None:
        """The headline with white space folded, or None where there is none."""
        return next((self.fold(b) for b in self.blocks if b.kind is BlockKind.TITLE), None)

    @property
    def body(self) -> tuple[Sentence, ...]:
        """The sentences of the paragraphs, in order: those that a summary chooses from."""
        return tuple(s for s in self.sentences if self.kind(s) is BlockKind.PARAGRAPH)

    def kind(self, sentence: Sentence) -> BlockKind:
        """The kind of the block that ``sentence`` is in."""
        return self.blocks[sentence.block].kind

    def kind_at(self, offset: int) -> BlockKind | None:
        """The kind of the block that holds ``offset``; None between two blocks."""
        index = bisect_right(self._block_starts, offset) - 1
        holds = index >= 0 and offset < self.blocks[index].end
        return self.blocks[index].kind if holds else None

    def fold(self, part: Block | Sentence | Span) -> str:
        """The text of ``part`` with white space folded."""
        return fold(self.text[part.start : part.end])

    def sentence_at(self, offset: int) -> int:
        """The index in ``sentences`` of the last one that starts at or before ``offset``.

        0 where ``offset`` stands before the first.
        """
        return max(bisect_right(self._sentence_starts, offset) - 1, 0)

    @cached_property
    def quotations(self) -> SortedSpans[Span]:
        """The outermost quotations of all blocks, marks included."""
        from newsbrief.text.quotations import quotations

        blocks = self.blocks
        return SortedSpans(q for b in blocks for q in quotations(self.text, b.start, b.end))

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]
