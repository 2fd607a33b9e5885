"""What a claim refers to that has no words of its own, as in "The mayor's office denied that".

It is the claim before it, if that stands in the same sentence or the one before, or else the whole
sentence before. Nothing is guessed about a pronoun inside a longer claim.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from newsbrief.article import Article, BlockKind
from newsbrief.attribution import Part
from newsbrief.spans import Span, join
from newsbrief.text.quotation_marks import OPENING_MARKS

Claim = Sequence[Span]

_MAX_STEPS = 8  # from a pronoun to the one before it, and back over claims that nest

_PRONOUN = re.compile(
    r"(?:(?:all|any|some|none|most|both) of )?(?:that|this|it|so|these|those|them|which|both)"
    r"|as much",
    re.IGNORECASE,
)
_CLAIM_NOUN = re.compile(
    r"(?:the|that|this|those|these) (?:claim|charge|allegation|accusation|suggestion|assertion"
    r"|rumou?r)s?",
    re.IGNORECASE,
)


def is_pronoun(claim: str) -> bool:
    """Whether ``claim`` is nothing but a pronoun; one in quotation marks is none."""
    return bool(_PRONOUN.fullmatch(claim))


def referent(article: Article, claim: Claim, claims: Sequence[Claim]) -> Part | None:
    """What ``claim`` refers to, if it has no words of its own.

    ``claims`` are those that it may refer to, by where they start. None for a claim with words, and
    where neither a claim nor a sentence of the text stands before it.
    """
    if not _refers(article, claim):
        return None
    for _ in range(_MAX_STEPS):
        before = _claim_before(article, claim, claims)
        if before is None:
            return _sentence_before(article, claim[0].start)
        if not _refers(article, before):
            return Part(join(article.text, before), tuple(before))
        claim = before
    return None


def _refers(article: Article, claim: Claim) -> bool:
    if article.text[claim[0].start] in OPENING_MARKS:
        return False
    words = join(article.text, claim)
    return is_pronoun(words) or bool(_CLAIM_NOUN.fullmatch(words))


def _claim_before(article: Article, claim: Claim, claims: Sequence[Claim]) -> Claim | None:
    """The last of ``claims`` that ends before ``claim``, in its sentence or the one before."""
    start = claim[0].start
    at = bisect_left(claims, start, key=lambda each: each[0].start)
    near = reversed(claims[max(0, at - _MAX_STEPS) : at])
    before = next((each for each in near if each[-1].end <= start), None)
    if before is None or article.sentence_at(before[-1].end - 1) < article.sentence_at(start) - 1:
        return None
    return before


def _sentence_before(article: Article, offset: int) -> Part | None:
    """The sentence of the text before the one at ``offset``, or None."""
    index = article.sentence_at(offset) - 1
    if index < 0 or article.kind(article.sentences[index]) is not BlockKind.PARAGRAPH:
        return None
    last = article.sentences[index]
    return Part(article.fold(last), (Span(last.start, last.end),))
