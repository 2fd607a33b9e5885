"""How relevant each sentence of a document is to a topic.

The topic's own terms count by their inverse document frequency. The terms that often stand in the
same sentences count too, but less: an expansion of the query by local co-occurrence (Xu and Croft,
"Query expansion using local and global document analysis", SIGIR 1996), with the document as the
only source.
"""

import math
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from newsbrief.text.idf import idf
from newsbrief.text.scripts import UNSPACED
from newsbrief.text.stems import same_but_for_ending
from newsbrief.text.terms import terms_of

from .document import Document

# Set by hand.
_MAX_RELATED_TERMS = 10
_RELATED_WEIGHT = 0.5  # of all related terms together; the topic's own terms have 1 together
_MIN_TOPIC_SHARE = 0.3  # of the topic's terms, by weight, that some sentence must hold
_MIN_RELEVANCE_TO_BEST = 0.3  # of the best sentence's; with less a sentence is about another thing


def relevance(document: Document, topic: str, stop: frozenset[str]) -> list[float]:
    """The relevance to ``topic`` of each sentence of ``document``, from 0 to 1.5.

    A sentence has 0 if it is about something else, 1 if it names all of the topic, and more if it
    holds related terms as well. All have 0 if no sentence names enough of the topic. The terms of
    ``stop`` count only in a topic that has no others.
    """
    idf_of = idf()
    asked = {t: idf_of(t) + 1 for t in terms_of(topic) if t not in stop}
    asked = asked or dict.fromkeys(terms_of(topic), 1.0)
    distinct = [set(terms) for terms in document.terms]
    total = sum(asked.values())
    named = [sum(w for t, w in asked.items() if _holds(terms, t)) / total for terms in distinct]
    if max(named, default=0.0) < _MIN_TOPIC_SHARE:
        return [0.0] * len(distinct)
    related = _related_terms(distinct, named, stop | asked.keys())
    scores = [
        own + _RELATED_WEIGHT * sum(w for t, w in related.items() if t in terms)
        for own, terms in zip(named, distinct, strict=True)
    ]
    least = _MIN_RELEVANCE_TO_BEST * max(scores)
    return [score if score >= least else 0.0 for score in scores]


def _holds(terms: AbstractSet[str], asked: str) -> bool:
    """Whether ``terms`` hold the term ``asked``, or one that differs only in its ending.

    A single character of a script without spaces is held by the pairs that it is in.
    """
    if UNSPACED.fullmatch(asked):
        return any(asked in term for term in terms)
    return asked in terms or any(same_but_for_ending(asked, term) for term in terms)


def _related_terms(
    distinct: Sequence[AbstractSet[str]], named: Sequence[float], excluded: AbstractSet[str]
) -> dict[str, float]:
    """The terms most typical of the sentences that name the topic; their weights add up to 1 or 0.

    ``distinct`` has the terms of each sentence, ``named`` its share of the topic.
    """
    everywhere = Counter(t for terms in distinct for t in terms)
    near = Counter(
        t
        for terms, share in zip(distinct, named, strict=True)
        if share
        for t in terms
        if t not in excluded
    )
    idf_of = idf()
    weights = {t: math.sqrt(n * n / everywhere[t] * idf_of(t)) for t, n in near.items() if n > 1}
    best = sorted(weights, key=lambda t: (-weights[t], t))[:_MAX_RELATED_TERMS]
    total = sum(weights[t] for t in best) or 1.0  # terms in every article ("s") have an idf of 0
    return {t: weights[t] / total for t in best}
