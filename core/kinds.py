"""What a source does with a claim: the kind of attribution, how far it is quoted, and its doubt."""

from collections.abc import Sequence
from typing import NamedTuple

from .article import Article
from .attribution import Kind, QuoteType
from .spans import Span


class Manner(NamedTuple):
    """How a claim is made known."""

    kind: Kind
    quote: QuoteType
    negated: bool
    hedged: bool


def classify(
    article: Article,
    source: tuple[Span, ...],
    cue: tuple[Span, ...],
    claim: tuple[Span, ...],
    quotations: Sequence[Span],
) -> Manner:
    """The manner of the attribution made of these spans of ``article``."""
    del article, source, cue, claim, quotations
    return Manner(Kind.STATEMENT, QuoteType.INDIRECT, negated=False, hedged=False)
