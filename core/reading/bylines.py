"""The byline that an article's own text gives: the line "By Jane Roe" above its first paragraph."""

import re
from collections.abc import Iterable

from newsbrief.article import Block, BlockKind
from newsbrief.spans import fold

from .furniture import BY, FOREIGN_BY, without_stamp

_BY = re.compile(rf"{BY}|(?-i:{FOREIGN_BY})", re.IGNORECASE)
_OTHER_WORK = re.compile(r"(?:edited|translated|(?:additional )?reporting) by\b", re.IGNORECASE)


def byline(text: str, blocks: Iterable[Block]) -> str | None:
    """Who wrote the article, as the first byline among ``blocks`` of ``text`` says it, or None.

    A line below the first paragraph is not taken: it may be that of a picture or a second story.
    """
    for block in blocks:
        if block.kind is BlockKind.PARAGRAPH:
            return None
        line = fold(text[block.start : block.end])
        if block.kind is BlockKind.BYLINE and not _OTHER_WORK.match(line):
            return _BY.sub("", without_stamp(line), count=1).rstrip(" .")
    return None
