"""Bylines: the lines that say who wrote an article, as "By Jane Roe, Health correspondent"."""

import re
from collections.abc import Iterable

from newsbrief.article import Block, BlockKind
from newsbrief.spans import fold
from newsbrief.text.packaged import word_set

from .time_stamps import without_stamp

BY = re.compile(
    r"(?:(?:written|reported|story|words|text|edited|translated|(?:additional )?reporting) )?"
    r"by[.:]? |(?:byline|author): ",
    re.IGNORECASE,
)
JOBS = "(?:correspondent|reporter|editor|writer|columnist|producer)"
_FOREIGN_BY = "(?:Von|Por|Par|Di|Door) "
_FOREIGN_BYLINE = rf"{_FOREIGN_BY}(?:[A-Z][\w.'’-]+(?: |$)){{2,4}}$"
_ANY_BY = re.compile(rf"{BY.pattern}|(?-i:{_FOREIGN_BY})", re.IGNORECASE)
_OTHER_WORK = re.compile(r"(?:edited|translated|(?:additional )?reporting) by\b", re.IGNORECASE)
_SIGNED = re.compile(  # "Jane Roe, Health correspondent"
    rf"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{1,3}}, (?:[\w&'’-]+ ){{0,4}}{JOBS}(?: in [A-Z][\w ]+)?$"
)
_NAME = re.compile(r"[\w.'’-]+")
_MAX_CHARS = 120
_MAX_WORDS = 14  # behind "By"


def is_byline(line: str) -> bool:
    """Whether ``line``, its white space folded, is a byline, with a time stamp behind it or none.

    >>> is_byline("By Jane Roe and Ole Winther | 3 May 2024"), is_byline("By Monday it was shut")
    (True, False)
    """
    line = without_stamp(line)
    start = BY.match(line)
    if _SIGNED.match(line) or (line[:1] in "VPD" and re.match(_FOREIGN_BYLINE, line)):
        return True
    if not start or len(line) > _MAX_CHARS:
        return False
    names = _NAME.findall(line, start.end())
    roles = word_set("furniture.txt", "role")
    return 0 < len(names) <= _MAX_WORDS and all(
        name[0].isupper() or name.rstrip(".") in roles for name in names
    )


def byline(text: str, blocks: Iterable[Block]) -> str | None:
    """Who wrote the article, as the first byline among ``blocks`` of ``text`` says it, or None.

    A line below the first paragraph is not taken: it may be that of a picture or a second story.
    """
    for block in blocks:
        if block.kind is BlockKind.PARAGRAPH:
            return None
        line = fold(text[block.start : block.end])
        if block.kind is BlockKind.BYLINE and not _OTHER_WORK.match(line):
            return _ANY_BY.sub("", without_stamp(line), count=1).rstrip(" .")
    return None
