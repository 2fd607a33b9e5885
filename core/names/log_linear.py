"""Choices by a log-linear model: the weights of features, and the chances of candidates.

``train/names.py`` fits the weights; they stand in ``data/names.txt`` under a heading for each
kind of choice. A feature is a string, and a candidate is the list of its features.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import repeat
from typing import NamedTuple

from newsbrief.text.packaged import sections

# Of a wrong answer, where one that is missing costs 1. Of gold sources of the held-out articles of
# readers/train and of those whose facts were signed, 2 names .857 and .876 rightly, .027 and .026
# as somebody else, 1.64 .865, .892, .029 and .029, 1.5 .873, .894, .031 and .033, 1.4 the same but
# .898 of the signed.
WRONG_COST = 1.5

Weights = Mapping[str, float]


class Choice(NamedTuple):
    """The candidate chosen, by its index, and its probability from 0 to 1."""

    candidate: int
    probability: float


Rows = Mapping[str, Sequence[float]]

_rows: dict[str, Rows] = {}


def rows(heading: str) -> Rows:
    """The weights of each feature under ``heading`` of ``names.txt``, one or one a label."""
    if heading not in _rows:
        _rows[heading] = dict(_read(sections("names.txt")[heading]))
    return _rows[heading]


def _read(lines: Sequence[str]) -> Iterator[tuple[str, tuple[float, ...]]]:
    """The features on ``lines`` and their weights, which stand there in hundredths.

    A line that begins with "=" has the words with which the features after it begin.
    """
    front = ""
    for line in lines:
        if line.startswith("="):
            front = f"{line[1:]} " if line[1:] else ""
            continue
        feature, _, row = line.rpartition("\t")
        yield front + feature, tuple([int(weight) / 100 for weight in row.split()])


@cache
def weights(heading: str) -> Weights:
    """The weight of each feature under ``heading``, where each has one."""
    return {feature: row[0] for feature, row in rows(heading).items()}


@cache
def label_weights(heading: str, labels: str) -> Mapping[str, tuple[float, ...]]:
    """The weights of each feature under ``heading`` for each of ``labels``."""
    weight = weights(heading)
    features = dict.fromkeys(feature.partition(" ")[2] for feature in weight)
    return {f: tuple(weight.get(f"{label} {f}", 0.0) for label in labels) for f in features}


def use_rows(models: Mapping[str, Rows]) -> None:
    """Take the weights of ``models``, by heading, in the place of those in ``names.txt``."""
    _rows.clear()
    _rows.update(models)
    weights.cache_clear()
    label_weights.cache_clear()


def chances(
    weight: Weights, candidates: Sequence[Sequence[str]], more: Iterable[float] = repeat(0.0)
) -> list[float]:
    """The probability of each of ``candidates``; they add up to 1.

    ``more`` is added to the score of each.
    """
    return _chances(
        [
            sum(map(weight.get, features, repeat(0.0)), each)
            for features, each in zip(candidates, more, strict=False)
        ]
    )


def label_chances(heading: str, labels: str, features: Iterable[str]) -> list[float]:
    """The probability of each of ``labels``, letters, of one thing; they add up to 1.

    Under ``heading`` stand the letter and the feature.
    """
    of_labels, none = label_weights(heading, labels), (0.0,) * len(labels)
    weights_of_each = zip(*(of_labels.get(feature, none) for feature in features), strict=True)
    return _chances([sum(each) for each in weights_of_each])


def _chances(scores: Sequence[float]) -> list[float]:
    """The probabilities of which ``scores`` are the log-odds, up to a number in all of them."""
    best = max(scores)
    powers = [math.exp(score - best) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def choose(
    weight: Weights,
    candidates: Sequence[Sequence[str]],
    related: int = 0,
    more: Iterable[float] = repeat(0.0),
    wrong_cost: float = WRONG_COST,
) -> Choice:
    """The candidate whose choice costs least; the first one is "none of the others".

    A wrong answer costs ``wrong_cost``, "none" costs 1 where there was an answer. So does, of the
    ``related`` candidates after the first, one instead of another: "Ray" for "Tom Ray".
    """
    probabilities = chances(weight, candidates, more)
    none, mass = probabilities[0], sum(probabilities[1 : 1 + related])
    best, least = 0, 1 - none
    for i, probability in enumerate(probabilities[1:], start=1):
        near = mass - probability if i <= related else 0.0
        cost = near + wrong_cost * (1 - probability - near)
        if cost < least:
            best, least = i, cost
    return Choice(best, probabilities[best])
