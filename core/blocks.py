"""Blocks of a text."""

import re
from collections.abc import Iterator

from .article import Block, BlockKind


def find_blocks(text: str) -> Iterator[Block]:
    """The blocks of ``text`` in order."""
    for match in re.finditer(r"\S[^\r\n]*(?:\r?\n[^\S\r\n]*\S[^\r\n]*)*", text):
        yield Block(BlockKind.PARAGRAPH, match.start(), match.end())
