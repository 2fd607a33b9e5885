"""Confidence: the probability that a person would agree with an attribution's source and claim.

A logistic regression on the probabilities that tagger and linker give (Platt 1999). Its weights, in
``data/confidence.txt``, are fitted by ``train/confidence.py`` on articles that neither was trained
on.
"""

import math
from functools import cache
from typing import NamedTuple

from newsbrief.text.packaged import entries

MIN_PROBABILITY = 0.001  # and 1 less it the highest: log-odds of 0 and 1 are infinite


class Evidence(NamedTuple):
    """What the confidence in an attribution rests on; probabilities are from 0 to 1."""

    cue: float  # probability of the span by the tagger
    content: float  # the same, of the least likely piece
    source: float  # the same; 1 where there is none
    cue_choice: (
        float  # probability by the linker that the content has this cue; of the least likely
    )
    source_choice: float  # the same, that the cue has this source
    sourced: bool
    quoted: bool  # the claim opens with a quotation mark
    pieces: bool  # the claim is in more than one


def confidence(evidence: Evidence) -> float:
    """The confidence in an attribution, from 0 to 1, to three places."""
    weights = _weights()
    score = weights["bias"] + sum(weights[name] * x for name, x in features(evidence).items())
    return round(1 / (1 + math.exp(-score)), 3)


def features(evidence: Evidence) -> dict[str, float]:
    """The features of the regression by name: log-odds of probabilities, 1 and 0 for yes and no."""
    values = evidence._asdict()
    return {k: float(v) if isinstance(v, bool) else _log_odds(v) for k, v in values.items()}


def _log_odds(probability: float) -> float:
    p = min(max(probability, MIN_PROBABILITY), 1 - MIN_PROBABILITY)
    return math.log(p / (1 - p))


@cache
def _weights() -> dict[str, float]:
    return {name: float(weight) for name, weight in map(str.split, entries("confidence.txt"))}
