"""What a claim refers to that has no words of its own, as in "The mayor's office denied that".

It is the claim before it, if that stands in the same sentence or the one before, or else the whole
sentence before. Nothing is guessed about a pronoun inside a longer claim.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from newsbrief.article import Article, BlockKind
from newsbrief.attribution import Attribution, Part, QuoteType
from newsbrief.spans import Span

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


def with_referents(article: Article, attributions: Iterable[Attribution]) -> Iterator[Attribution]:
    """The ``attributions`` of ``article``, in its order, those of pronouns with what they mean."""
    earlier: list[Attribution] = []
    for each in attributions:
        if is_pronoun(each) or _CLAIM_NOUN.fullmatch(each.claim.text):
            each = replace(each, refers=_referent(article, each, earlier))  # noqa: PLW2901
        yield each
        earlier.append(each)


def is_pronoun(attribution: Attribution) -> bool:
    """Whether the claim is nothing but a pronoun, and not one that was quoted."""
    is_quoted = attribution.quote is not QuoteType.INDIRECT
    return not is_quoted and bool(_PRONOUN.fullmatch(attribution.claim.text))


def _referent(article: Article, each: Attribution, earlier: Sequence[Attribution]) -> Part | None:
    """The claim or sentence before the pronoun of ``each``; None where there is none.

    A claim that the pronoun stands in is not before it.
    """
    pronoun = each.claim.spans[0].start
    sentence = article.sentence_at(pronoun)
    ended = (other for other in reversed(earlier) if other.claim.spans[-1].end <= pronoun)
    before = next(ended, None)
    if before and article.sentence_at(before.claim.spans[-1].end - 1) >= sentence - 1:
        return before.refers or before.claim
    if sentence == 0:
        return None
    last = article.sentences[sentence - 1]
    if article.kind(last) is not BlockKind.PARAGRAPH:
        return None
    return Part(article.fold(last), (Span(last.start, last.end),))
