"""Choices by a log-linear model: the weights of features, and the chances of candidates.

``train/names.py`` fits the weights; they stand in ``data/names.txt`` under a heading for each
kind of choice. A feature is a string, and a candidate is the list of its features.
"""

import math
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newsbrief.text.packaged import sections

WRONG_COST = 2.0  # of a wrong answer, where an answer that is missing costs 1

Weights = Mapping[str, float]


class Choice(NamedTuple):
    """The candidate chosen, by its index, and its probability from 0 to 1."""

    index: int
    probability: float


_weights: dict[str, Weights] = {}


def weights(heading: str) -> Weights:
    """The weight of each feature under ``heading`` of ``names.txt``."""
    if heading not in _weights:
        lines = (line.split(" ", 1) for line in sections("names.txt")[heading])
        _weights[heading] = {feature: float(weight) for weight, feature in lines}
    return _weights[heading]


def use_weights(models: Mapping[str, Weights]) -> None:
    """Take the weights of ``models``, by heading, in the place of those in ``names.txt``."""
    _weights.clear()
    _weights.update(models)


def chances(weight: Weights, candidates: Sequence[Sequence[str]]) -> list[float]:
    """The probability of each of ``candidates``; they add up to 1."""
    known = weight.get
    scores = [sum([known(f, 0.0) for f in features]) for features in candidates]
    best = max(scores)
    powers = [math.exp(score - best) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def choose(weight: Weights, candidates: Sequence[Sequence[str]], related: int = 0) -> Choice:
    """The candidate whose choice costs least; the first one is "none of the others".

    A wrong answer costs ``WRONG_COST``, "none" costs 1 where there was an answer. So does, of the
    ``related`` candidates after the first, one instead of another: "Ray" for "Tom Ray".
    """
    probabilities = chances(weight, candidates)
    none, mass = probabilities[0], sum(probabilities[1 : 1 + related])
    best, least = 0, 1 - none
    for i, probability in enumerate(probabilities[1:], start=1):
        near = mass - probability if i <= related else 0.0
        cost = near + WRONG_COST * (1 - probability - near)
        if cost < least:
            best, least = i, cost
    return Choice(best, probabilities[best])
