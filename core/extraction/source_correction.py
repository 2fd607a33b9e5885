"""Corrections of the sources that the tagger and the linker give: those that cannot be.

A function word is nobody. The subject of a passive cue, "the ship is thought to have sunk", is part
of the claim, as PolNeAR marks it (Newell et al. 2018).
"""

import re
from functools import cache

from .linking import Link
from .word_lists import any_of, be_pattern, cue_words, hedges

_INFINITIVE = re.compile(r"to\s", re.IGNORECASE)


def with_possible_source(text: str, link: Link) -> Link | None:
    """``link`` with the subject of a passive cue in its claim; None for one by a function word.

    >>> from newsbrief.spans import Span
    >>> text = "The ship is thought to have sunk."
    >>> link = Link((Span(0, 8),), (Span(9, 19),), (Span(20, 32),), 0.9)
    >>> with_possible_source(text, link).content
    (Span(start=0, end=8), Span(start=20, end=32))
    """
    if not link.source:
        return link
    source, cue = link.source[-1], link.cue[0]
    words = text[source.start : source.end]
    if words.lower() in cue_words("no source") or _INFINITIVE.match(words):
        return None
    passive = _passive().fullmatch(text, cue.start, cue.end)
    if passive and source.end <= cue.start < link.content[0].start:
        return link._replace(source=(), content=(*link.source, *link.content))
    return link


@cache
def _passive() -> re.Pattern[str]:
    participles = hedges("hearsay participle", "rumor", "hedging participle", "other participle")
    adverbs = any_of(hedges("hearsay adverb"))
    be = rf"(?:been|{be_pattern()})"
    return re.compile(
        rf"{be}(?:\s+(?:not|now|also|still|most|\w{{2,12}}ly))*"
        rf"\s+(?:{any_of(participles)})(?:\s(?:to|as|of))?"
        rf"|(?:(?:{be}|has|have|had)\s+)?(?:{adverbs})",
        re.IGNORECASE,
    )
