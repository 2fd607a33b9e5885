"""How many words a claim has as readers count them, and how many are the source's own.

The claim and its quote type alone tell: facts are counted where their article is at hand and where
it is not.
"""

from typing import NamedTuple

from newsbrief.attribution import Attribution, QuoteType
from newsbrief.text.quotations import quotations
from newsbrief.text.tokens import word_count


class ClaimWords(NamedTuple):
    """The words of a claim, and those of them that are quoted: all that a direct one has."""

    all: int
    quoted: int


def claim_words(fact: Attribution) -> ClaimWords:
    """The words of the claim of ``fact``."""
    text = fact.claim.text
    words = word_count(text)
    if fact.quote is QuoteType.DIRECT:
        return ClaimWords(words, words)
    if fact.quote is QuoteType.INDIRECT:
        return ClaimWords(words, 0)
    return ClaimWords(words, sum(word_count(text[start:end]) for start, end in quotations(text)))
