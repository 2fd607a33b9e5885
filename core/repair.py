"""Repair: labels that plainly stop short or run over, and attributions that cannot be.

The marks of a quotation are surer than the tagger's ends of a content, and the subject of a passive
cue ("the ship is thought to have sunk") makes no claim: it is part of one, as annotators mark it.
"""

import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

from .linking import Link
from .packaged import sections
from .spans import Span
from .tagger import Labelled, Role

_TAIL = re.compile(r",?\s+(?:who|whom|whose|which|that|and|but|or)$")
_NO_SOURCE = re.compile(
    r"(?:the|an?|and|or|but|to|of|is|are|was|were|has|have|had|\W+)?|to\s.*",
    re.IGNORECASE | re.DOTALL,
)


def repaired(text: str, labelled: Sequence[Labelled], quotations: Sequence[Span]) -> list[Labelled]:
    """``labelled``, in the order of the text, with contents stretched over their quotations.

    They are stretched as far as no other label stands in the way. Sources lose a relative pronoun
    or a conjunction at their end.
    """
    spans = list(labelled)
    for i, span in enumerate(spans):
        if span.role is Role.CONTENT:
            low = spans[i - 1].end if i else 0
            high = spans[i + 1].start if i + 1 < len(spans) else sys.maxsize
            start, end = _stretched(span, quotations, low, high)
            spans[i] = span._replace(start=start, end=end)
        elif span.role is Role.SOURCE:
            tail = _TAIL.search(text, span.start + 1, span.end)
            spans[i] = span._replace(end=tail.start()) if tail else span
    return spans


def possible(text: str, link: Link) -> Link | None:
    """``link`` as it can be: the subject of a passive cue in its claim; None for an impossible one.

    >>> text = "The ship is thought to have sunk."
    >>> found = Link((Span(0, 8),), (Span(9, 19),), (Span(20, 32),), 0.9)
    >>> possible(text, found).content
    (Span(start=0, end=8), Span(start=20, end=32))
    """
    cue = text[link.cue[0].start : link.cue[0].end]
    if any(_NO_SOURCE.fullmatch(text, *source) for source in link.source):
        return None
    if not link.source:
        return None if cue.lower().startswith("according") else link
    subject = link.source[-1]
    if subject.end <= link.cue[0].start < link.content[0].start and _passive().fullmatch(cue):
        return link._replace(source=(), content=(*link.source, *link.content))
    return link


@cache
def _passive() -> re.Pattern[str]:
    words = sections("rule_words.txt")
    participles = "|".join([*words["passive"], *words["hedging"]])
    adverbs = "|".join(words["doubting"])
    be = r"(?:is|are|was|were|been|(?:has|have|had)\s+been)"
    return re.compile(
        rf"{be}(?:\s+(?:not|now|also|still|most|\w{{2,12}}ly))*\s+(?:{participles})(?:\s(?:to|as|of))?"
        rf"|(?:(?:{be}|has|have|had)\s+)?(?:{adverbs})",
        re.IGNORECASE,
    )


def _stretched(span: Labelled, quotations: Sequence[Span], low: int, high: int) -> tuple[int, int]:
    """The ends of ``span``, moved out to those of the quotations they stand in."""
    start, end = span.start, span.end
    first = bisect_right(quotations, start, key=lambda q: q.end)
    last = bisect_left(quotations, end, key=lambda q: q.start) - 1
    if first < len(quotations) and low <= quotations[first].start < start:
        start = quotations[first].start
    if last >= 0 and end < quotations[last].end <= high:
        end = quotations[last].end
    return start, end
