"""How much each sentence of a story is about a topic.

The topic's own words count by how rare they are. The words that keep their company in the story
count too, at a discount: an expansion by local co-occurrence (Xu and Croft, "Query expansion
using local and global document analysis", SIGIR 1996), with the story as the only source.
"""

import math
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from newsbrief.text.idf import idf
from newsbrief.text.terms import terms_of

from .document import Story

_KIN = 10  # words taken for the topic's company
_DISCOUNT = 0.5  # what all of them count, when the topic's own words count 1
_NAMED = 0.3  # of the topic's words by weight; a story with no such sentence is not about it
_LEAST = 0.3  # of the best sentence's score; below it a sentence is about something else
_STEM = 5  # letters that make "elections" and "electoral" one word
_ENDING = 3  # letters more or fewer that an ending may have


def relevance(told: Story, topic: str, stop: frozenset[str]) -> list[float]:
    """For each sentence of ``told`` how much it is about ``topic``: 0 not at all, 1 names it all.

    Above 1 it keeps the topic's company as well.
    """
    rarity = idf()
    asked = {t: rarity(t) + 1 for t in terms_of(topic) if t not in stop}
    asked = asked or dict.fromkeys(terms_of(topic), 1.0)
    held = [set(terms) for terms in told.terms]
    total = sum(asked.values())
    named = [sum(w for t, w in asked.items() if _holds(terms, t)) / total for terms in held]
    if max(named, default=0.0) < _NAMED:
        return [0.0] * len(held)
    kin = _kin(held, named, stop | asked.keys())
    scores = [
        own + _DISCOUNT * sum(w for t, w in kin.items() if t in terms)
        for own, terms in zip(named, held, strict=True)
    ]
    least = _LEAST * max(scores)
    return [score if score >= least else 0.0 for score in scores]


def _holds(terms: AbstractSet[str], asked: str) -> bool:
    """Whether ``terms`` hold the word ``asked``, or one that differs in its ending."""
    if asked in terms:
        return True
    root = asked[: max(_STEM, len(asked) - _ENDING)]
    return len(asked) > _STEM and any(
        t.startswith(root) and abs(len(t) - len(asked)) <= _ENDING for t in terms
    )


def _kin(
    held: Sequence[AbstractSet[str]], named: Sequence[float], other: AbstractSet[str]
) -> dict[str, float]:
    """The words that keep the topic's company more than any other's; their weights add up to 1."""
    everywhere = Counter(t for terms in held for t in terms)
    inside = Counter(
        t for terms, own in zip(held, named, strict=True) if own for t in terms if t not in other
    )
    rarity = idf()
    near = {t: math.sqrt(n * n / everywhere[t] * rarity(t)) for t, n in inside.items() if n > 1}
    best = sorted(near, key=lambda t: (-near[t], t))[:_KIN]
    total = sum(near[t] for t in best)
    return {t: near[t] / total for t in best}
