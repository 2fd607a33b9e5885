"""Text to an article: blocks, then the sentences of each, as spans of the text."""

from newsbrief.article import Article, Sentence
from newsbrief.spans import Lines

from .blocks import find_blocks
from .sentences import split


def parse(text: str) -> Article:
    """The article in ``text``: its blocks and the sentences of each block.

    ``text`` is kept unchanged. All offsets of the article count its code points from 0, ends
    exclusive.
    """
    blocks = tuple(find_blocks(text))
    sentences = tuple(
        Sentence(start, end, i)
        for i, block in enumerate(blocks)
        for start, end in split(text, block.start, block.end)
    )
    return Article(text, blocks, sentences, Lines(text))
