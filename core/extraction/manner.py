"""How a source makes a claim: the kind of attribution, quote type, negation and hedging.

The tagger tells all but the quote type, which is counted.
"""

from typing import NamedTuple

from newsbrief.attribution import Kind, QuoteType
from newsbrief.spans import SortedSpans, Span
from newsbrief.tagging.heads import KINDS

from .linking import Link

MIN_DIRECT_SHARE = 0.9  # of the claim's letters, in quotation marks; "But," may stand before them
MIN_CHANCE = 0.5  # of what is said to be so


class Manner(NamedTuple):
    """How a source makes a claim."""

    kind: Kind
    quote: QuoteType
    negated: bool
    hedged: bool


def manner(text: str, link: Link, quotations: SortedSpans[Span]) -> Manner:
    """How the source of ``link`` makes its claim; ``quotations`` are those of the article."""
    quote = quote_type(text, link.content, quotations)
    traits = link.traits
    if traits is None:
        return Manner(Kind.STATEMENT, quote, negated=False, hedged=False)
    kind = Kind(KINDS[max(range(len(KINDS)), key=traits.kind.__getitem__)])
    negated, hedged = traits.negated >= MIN_CHANCE, traits.hedged >= MIN_CHANCE
    return Manner(kind, quote, negated, hedged)


def quote_type(
    text: str, claim: tuple[Span, ...], quotations: SortedSpans[Span]
) -> QuoteType:
    """How much of ``claim`` stands in ``quotations``, by letters and digits."""
    letters = quoted = 0
    for start, end in claim:
        letters += _letters(text[start:end])
        for quotation in quotations.overlapping(start, end):
            quoted += _letters(text[max(start, quotation.start) : min(end, quotation.end)])
    if not quoted:
        return QuoteType.INDIRECT
    return QuoteType.DIRECT if quoted >= MIN_DIRECT_SHARE * letters else QuoteType.MIXED


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
