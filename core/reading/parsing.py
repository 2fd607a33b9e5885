"""Text to an article: blocks, then the sentences of each, as spans of the text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from newsbrief.article import Article, Block, BlockKind, Metadata, Sentence
from newsbrief.spans import Lines, Span, fold, trim

from .blocks import find_blocks
from .bylines import byline
from .dates import stated_date
from .running_furniture import Line, running_furniture
from .sentences import split

NOTHING_KNOWN = Metadata()


def parse(text: str, title: str | None = None, metadata: Metadata = NOTHING_KNOWN) -> Article:
    """The article in ``text``: its blocks and the sentences of each block.

    ``text`` is kept unchanged. All offsets of the article count its code points from 0, ends
    exclusive. ``title`` is the headline where it is known: where ``text`` opens with it, no other
    is looked for; "" says that there is none. ``metadata`` is what else is known; its byline and
    its date, where it has none, are those that the text gives.
    """
    blocks_found: Iterable[Block] = find_blocks(text, is_titled=title != "")
    if title and text.startswith(title):
        blocks_found = _titled(text, blocks_found, len(title))
    found = [(block, split(text, block.start, block.end)) for block in blocks_found]
    blocks: list[Block] = []
    sentences: list[Sentence] = []
    for block, spans in _parted(text, found):
        sentences += [Sentence(start, end, len(blocks)) for start, end in spans]
        blocks.append(block)
    if metadata.byline is None:
        metadata = replace(metadata, byline=byline(text, blocks))
    if metadata.date is None:
        metadata = replace(metadata, date=stated_date(text, blocks))
    return Article(text, tuple(blocks), tuple(sentences), Lines(text), metadata)


def parsed(sources: Sequence[Article | str]) -> list[Article]:
    """The articles that ``sources`` are, or are the texts of.

    Raises ``TypeError`` for one text in place of several: each letter of it would be one.
    """
    if isinstance(sources, str):
        raise TypeError("a list of articles is needed, not one text")
    return [parse(source) if isinstance(source, str) else source for source in sources]


def _titled(text: str, blocks: Iterable[Block], end: int) -> Iterator[Block]:
    """``blocks`` where the title is what stands before ``end``, and nothing else is."""
    yield Block(BlockKind.TITLE, 0, end)
    for block in blocks:
        rest = trim(text, max(block.start, end), block.end)
        if rest.start < rest.end:
            kind = BlockKind.HEADING if block.kind is BlockKind.TITLE else block.kind
            yield Block(kind, *rest)


def _parted(text: str, found: list[tuple[Block, list[Span]]]) -> Iterator[tuple[Block, list[Span]]]:
    """The blocks with their sentences; a paragraph is parted from the furniture inside it."""
    lines = [
        Line(fold(text[start:end]), position, len(spans))
        for block, spans in found
        if block.kind is BlockKind.PARAGRAPH
        for position, (start, end) in enumerate(spans)
    ]
    furniture = iter(running_furniture(lines))
    for block, spans in found:
        if block.kind is not BlockKind.PARAGRAPH:
            yield block, spans
            continue
        kinds = [next(furniture) or block.kind for _ in spans]
        if kinds and kinds.count(block.kind) == len(kinds):
            yield Block(block.kind, spans[0].start, spans[-1].end), spans
            continue
        for kind, run in groupby(zip(kinds, spans, strict=True), key=lambda pair: pair[0]):
            part = [span for _, span in run]
            yield Block(kind, part[0].start, part[-1].end), part
