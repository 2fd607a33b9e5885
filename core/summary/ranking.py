"""How much each sentence of a story tells, by a model learned from news and its summaries.

First the chance of each word to be in a summary: how soon the story brings it, in how many
sentences, whether it is a name or a figure, and how summaries treat the word at large (Hong and
Nenkova, "Improving the estimation of word importance for news multi-document summarization",
EACL 2014). Then a linear score over the ``features`` of a sentence. The worth of a summary adds
up both (see ``selection``); its parameters were learned together on the expected ROUGE of sets
of sentences, by ``train/ranker.py``.
"""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from operator import mul

from newsbrief.text.packaged import sections

from .document import WORD, Story, Uses, uses
from .features import FEATURES, features

_FIRST = (0, 1, 2, 3, 4, 4, 5, 5, 6, 6, 6, 7, 7, 7, 7, 7)
_HOLDERS = (0, 0, 1, 2, 3, 4, 4, 5, 5, 5)
FIRST_STEPS, HOLDER_STEPS = _FIRST[-1] + 2, _HOLDERS[-1] + 2
_MANY = 3  # of the first sentences; more count as so many


def first_step(sentence: int) -> int:
    """The row of a table for a term that this ``sentence`` brings: the later, the coarser."""
    return _FIRST[sentence] if sentence < len(_FIRST) else FIRST_STEPS - 1


def holder_step(sentences: int) -> int:
    """The column for a term that so many ``sentences`` hold."""
    return _HOLDERS[sentences] if sentences < len(_HOLDERS) else HOLDER_STEPS - 1


_Table = Sequence[Sequence[Sequence[float]]]  # by kind, step and step of holders


@dataclass(frozen=True, slots=True)
class Parameters:
    """What was learned; ``data/README.md`` says from what.

    ``words`` has log odds, ``tables`` those of (kind, first, holders) and (kind, early, holders)
    as steps, ``slopes`` those of logarithmic counts; ``weights`` are of the features in their
    order, ``whole`` of what a set of sentences tells.
    """

    words: Mapping[str, float]
    first: _Table
    early: _Table
    slopes: Mapping[str, float]
    weights: tuple[float, ...]
    whole: Mapping[str, float]


@cache
def parameters() -> Parameters:
    """The parameters that ship."""
    parts = sections("ranker.txt")
    words: dict[str, float] = {}
    for line in parts["words"]:
        odds, *terms = line.split()
        words.update(dict.fromkeys(terms, float(odds)))
    weights = _named(parts["features"])
    return Parameters(
        words,
        _table(parts["first"]),
        _table(parts["early"]),
        _named(parts["slopes"]),
        tuple(weights[name] for name in FEATURES),
        _named(parts["whole"]),
    )


def _named(lines: tuple[str, ...]) -> dict[str, float]:
    return {name: float(value) for name, value in (line.split("\t") for line in lines)}


def _table(lines: tuple[str, ...]) -> _Table:
    """The table whose lines give a kind, a step, and a value for each step of holders."""
    table: dict[str, list[list[float]]] = {}
    for line in lines:
        kind, _, *values = line.split()
        table.setdefault(kind, []).append([float(value) for value in values])
    return list(table.values())


@dataclass(frozen=True, slots=True)
class Ranking:
    """The sentences of a story with what each tells.

    ``chances`` are those of the terms, ``rows`` the sentences' features, ``base`` their linear
    scores: 0 is that of an average sentence of the story.
    """

    story: Story
    chances: Mapping[str, float]
    rows: list[tuple[float, ...]]
    base: list[float]

    def parts(self) -> Callable[[int], dict[str, float]]:
        """A function that gives what makes the base of a sentence, by the labels of features."""
        weights = parameters().weights
        means = [sum(column) / len(self.rows) for column in zip(*self.rows, strict=True)]

        def of(index: int) -> dict[str, float]:
            found = dict.fromkeys(FEATURES.values(), 0.0)
            for label, w, x, mean in zip(
                FEATURES.values(), weights, self.rows[index], means, strict=True
            ):
                found[label] += w * (x - mean)
            return found

        return of


def rank(told: Story, stop: frozenset[str]) -> Ranking:
    """The ranking of ``told``, which has a sentence; the terms of ``stop`` carry no content."""
    found = uses(told)
    likely = chances(found, len(told.texts))
    rows = features(told, likely, stop)
    weights = parameters().weights
    scores = [sum(map(mul, weights, row)) for row in rows]
    mean = sum(scores) / len(scores)
    return Ranking(told, likely, rows, [score - mean for score in scores])


def chances(found: Uses, sentences: int) -> dict[str, float]:
    """The chance of each term of a story of so many ``sentences`` to be in its summary."""
    learned = parameters()
    slopes = learned.slopes
    size = math.log(sentences)
    by_depth = (slopes["depth"] + slopes["depth, size"] * size) / sentences
    by_holders = slopes["holders"] + slopes["holders, size"] * size
    depths = [(first_step(i), by_depth * i + slopes["size"] * size) for i in range(sentences)]
    spreads = [(holder_step(n), by_holders * math.log(n)) for n in range(1, sentences + 2)]
    unknown = slopes["unknown"]
    holders, early, kinds = found.holders, found.early, found.kinds
    words, by_first, by_early = learned.words, learned.first, learned.early
    exp = math.exp  # a name looked up once: this loop is a tenth of the time of a summary
    likely = {}
    for t, first in found.first.items():
        row, deep = depths[first]
        column, spread = spreads[holders[t] - 1]
        kind = kinds.get(t, WORD)
        soon = by_early[kind][min(early.get(t, 0), _MANY)][column]
        odds = words.get(t, unknown) + deep + spread + by_first[kind][row][column] + soon
        likely[t] = 1 / (1 + exp(-odds))
    return likely
