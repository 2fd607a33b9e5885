"""Plausible: attributions that can be, as they can be.

The subject of a passive cue ("the ship is thought to have sunk") makes no claim: it is part of one,
as annotators mark it. A function word is nobody, and things are done according to plan.
"""

import re
from functools import cache

from .linking import Link
from .word_lists import any_of, be_pattern, hedges

_NO_SOURCE = re.compile(
    r"(?:the|an?|and|or|but|to|of|is|are|was|were|has|have|had|\W+)?|to\s.*",
    re.IGNORECASE | re.DOTALL,
)
# "All told, 64 people lost their homes": nobody speaks.
_IDIOM = re.compile(r"all\s+told|that\s+(?:being\s+)?said|so\s+to\s+speak", re.IGNORECASE)


def plausible(text: str, link: Link) -> Link | None:
    """``link`` as it can be: the subject of a passive cue in its claim; None for an impossible one.

    >>> from newsbrief.spans import Span
    >>> text = "The ship is thought to have sunk."
    >>> found = Link((Span(0, 8),), (Span(9, 19),), (Span(20, 32),), 0.9)
    >>> plausible(text, found).content
    (Span(start=0, end=8), Span(start=20, end=32))
    """
    cue = text[link.cue[0].start : link.cue[0].end]
    if any(_NO_SOURCE.fullmatch(text, *source) for source in link.source):
        return None
    if link.source and _IDIOM.fullmatch(text, link.source[0].start, link.cue[0].end):
        return None
    if not link.source:
        return None if "according" in cue.lower() else link
    subject = link.source[-1]
    if subject.end <= link.cue[0].start < link.content[0].start and _passive().fullmatch(cue):
        return link._replace(source=(), content=(*link.source, *link.content))
    return link


@cache
def _passive() -> re.Pattern[str]:
    participles = hedges("hearsay participle", "rumor", "hedging participle", "other participle")
    adverbs = any_of(hedges("hearsay adverb"))
    be = rf"(?:been|{be_pattern()})"
    return re.compile(
        rf"{be}(?:\s+(?:not|now|also|still|most|\w{{2,12}}ly))*\s+(?:{any_of(participles)})(?:\s(?:to|as|of))?"
        rf"|(?:(?:{be}|has|have|had)\s+)?(?:{adverbs})",
        re.IGNORECASE,
    )
