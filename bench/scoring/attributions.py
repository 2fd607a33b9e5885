"""Attributions against those of PolNeAR: source, cue and content by their words.

Gold: ``{"id", "text", "attributions": [{"source", "cue", "content"}]}``, each a list of spans.
Predicted: ``{"id", "facts": [...]}``. Figures are over all articles (micro):

- ``source.tokens``, ``cue.tokens``, ``content.tokens``: words that any attribution gives that role
- ``source.spans``, ``cue.spans``, ``content.spans``: pieces with that role, the same word for word;
  what CofeNet (Wang et al. 2022) and others print for PolNeAR as exact match
- ``cue.found``: pairs, one to one, whose cues share a word
- ``content.half``: pairs whose contents overlap by half (intersection over union)
- ``content.exact``: pairs whose contents have the same words
- ``attribution``: ``content.half``, and the sources overlap by half too or neither has one
"""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from .facts import Fact
from .matching import matched
from .rates import Rates, rates
from .rows import Row
from .words import Words, WordSet, intersection_over_union, runs

ROLES = ("source", "cue", "content")
HALF = 0.5


class Attribution(NamedTuple):
    """The words of each part."""

    source: WordSet
    cue: WordSet
    content: WordSet


def _cues(gold: Attribution, found: Attribution) -> float:
    return len(gold.cue & found.cue)


def _contents(gold: Attribution, found: Attribution) -> float:
    overlap = intersection_over_union(gold.content, found.content)
    return overlap if overlap >= HALF else 0.0


def _same_contents(gold: Attribution, found: Attribution) -> float:
    return float(gold.content == found.content)


def agreement(gold: Attribution, found: Attribution) -> float:
    """How well the contents agree, from 0.5 to 1; 0 where contents or sources agree less."""
    return _contents(gold, found) if _same_sources(gold, found) else 0.0


def _same_sources(gold: Attribution, found: Attribution) -> bool:
    if not gold.source or not found.source:
        return not gold.source and not found.source
    return intersection_over_union(gold.source, found.source) >= HALF


PAIRINGS: dict[str, Callable[[Attribution, Attribution], float]] = {
    "cue.found": _cues,
    "content.half": _contents,
    "content.exact": _same_contents,
    "attribution": agreement,
}


def score(pairs: Iterable[tuple[Row, list[Fact]]]) -> dict[str, Rates]:
    """The figures of ``pairs`` of a gold row and the facts predicted for it, by name."""
    hits: Counter[str] = Counter()
    of_gold: Counter[str] = Counter()
    of_predicted: Counter[str] = Counter()
    for row, facts in pairs:
        words = Words(row["text"])
        gold, found = of_row(row, words), of_facts(facts, words)
        for name, wanted, given in _marked(gold, found):
            hits[name] += len(wanted & given)
            of_gold[name] += len(wanted)
            of_predicted[name] += len(given)
        for name, relation in PAIRINGS.items():
            hits[name] += len(matched(gold, found, relation))
            of_gold[name] += len(gold)
            of_predicted[name] += len(found)
    return {name: rates(hits[name], of_predicted[name], of_gold[name]) for name in of_gold}


def of_row(row: Row, words: Words) -> list[Attribution]:
    """The gold attributions of ``row`` that have a content."""
    every = (Attribution(*(words.touched(a[role]) for role in ROLES)) for a in row["attributions"])
    return [attribution for attribution in every if attribution.content]


def of_facts(facts: Iterable[Fact], words: Words) -> list[Attribution]:
    """``facts`` as attributions, those that have a content."""
    every = (Attribution(*map(words.touched, (f.source, f.cue, f.claim))) for f in facts)
    return [attribution for attribution in every if attribution.content]


def _marked(
    gold: list[Attribution], found: list[Attribution]
) -> Iterable[tuple[str, frozenset[object], frozenset[object]]]:
    """What gold and prediction mark, by the name of the figure that counts it."""
    for i, role in enumerate(ROLES):
        wanted, given = [a[i] for a in gold], [a[i] for a in found]
        yield f"{role}.tokens", frozenset().union(*wanted), frozenset().union(*given)
        yield f"{role}.spans", _pieces(wanted), _pieces(given)


def _pieces(parts: list[WordSet]) -> frozenset[object]:
    return frozenset(piece for words in parts for piece in runs(words))
