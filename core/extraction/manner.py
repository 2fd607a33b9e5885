"""How a source makes a claim: the kind of attribution, quote type, negation and hedging.

The tagger tells the kind; the quote type is counted. Negation and hedging are read from the cue's
words: they are so rare that the tagger finds few (of 36 hedged claims in held-out articles 4).
"""

from typing import NamedTuple

from newsbrief.attribution import Kind, QuoteType
from newsbrief.spans import SortedSpans, Span, join
from newsbrief.tagging.heads import KINDS
from newsbrief.text.tokens import uncontracted

from .linking import Link
from .negation import is_hedged, is_negated

MIN_DIRECT_SHARE = 0.9  # of the claim's letters, in quotation marks; "But," may stand before them


class Manner(NamedTuple):
    """How a source makes a claim."""

    kind: Kind
    quote: QuoteType
    negated: bool
    hedged: bool


def manner(text: str, link: Link, quotations: SortedSpans[Span]) -> Manner:
    """How the source of ``link`` makes its claim; ``quotations`` are those of the article."""
    cue = [word for start, end in link.cue for word in uncontracted(text[start:end])]
    # "It is said by X" names who says it, "X is said to" does not.
    after_cue = any(not link.cue or span.start > link.cue[0].start for span in link.source)
    return Manner(
        _kind(link),
        QuoteType.DIRECT if link.spoken else quote_type(text, link.content, quotations),
        negated=is_negated(uncontracted(join(text, link.source)), cue),
        hedged=is_hedged(cue, sourced=after_cue),
    )


def _kind(link: Link) -> Kind:
    """The likeliest kind; a statement where the tagger has not read ``link``."""
    if link.traits is None:
        return Kind.STATEMENT
    return Kind(KINDS[max(range(len(KINDS)), key=link.traits.kind.__getitem__)])


def quote_type(text: str, claim: tuple[Span, ...], quotations: SortedSpans[Span]) -> QuoteType:
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
