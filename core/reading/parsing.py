"""Text to an article: blocks, then the sentences of each, as spans of the text."""

from collections.abc import Iterator
from itertools import groupby

from newsbrief.article import Article, Block, BlockKind, Sentence
from newsbrief.spans import Lines, Span, fold

from .blocks import find_blocks
from .running_furniture import Line, running_furniture
from .sentences import split


def parse(text: str) -> Article:
    """The article in ``text``: its blocks and the sentences of each block.

    ``text`` is kept unchanged. All offsets of the article count its code points from 0, ends
    exclusive.
    """
    found = [(block, split(text, block.start, block.end)) for block in find_blocks(text)]
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    for block, spans in _parted(text, found):
        sentences += [Sentence(start, end, len(blocks)) for start, end in spans]
        blocks.append(block)
    return Article(text, tuple(blocks), tuple(sentences), Lines(text))


def _parted(text: str, found: list[tuple[Block, list[Span]]]) -> Iterator[tuple[Block, list[Span]]]:
    """The blocks with their sentences; a paragraph is parted from the furniture inside it."""
    lines = [
        Line(fold(text[start:end]), i, position, len(spans))
        for i, (block, spans) in enumerate(found)
        if block.kind is BlockKind.PARAGRAPH
        for position, (start, end) in enumerate(spans)
    ]
    furniture = iter(running_furniture(lines))
    for block, spans in found:
        if block.kind is not BlockKind.PARAGRAPH:
            yield block, spans
            continue
        kinds = [next(furniture) or block.kind for _ in spans]
        for kind, run in groupby(zip(kinds, spans, strict=True), key=lambda pair: pair[0]):
            part = [span for _, span in run]
            yield Block(kind, part[0].start, part[-1].end), part
