"""Confidence: the chance that a person would agree with an attribution's source and claim.

A logistic regression on how sure the tagger is of the spans and the linker of its choices. Its
weights, in ``data/confidence.txt``, are fitted by ``train/confidence.py`` on articles that the
tagger has not seen.
"""

import math
from functools import cache
from typing import NamedTuple

from newsbrief.text.packaged import entries

NEAR = 0.001  # no probability counts as nearer to 0 or 1


class Evidence(NamedTuple):
    """How likely the parts of an attribution are, each from 0 to 1."""

    cue: float
    content: float  # of the least likely piece
    source: float  # 1 where there is none
    cue_choice: float  # that the content belongs to the cue, of the least likely piece
    source_choice: float
    sourced: bool
    quoted: bool  # the claim opens with a quotation mark
    pieces: bool  # the claim is in more than one


def confidence(evidence: Evidence) -> float:
    """The confidence in an attribution, from 0 to 1, to three places."""
    weights = _weights()
    score = weights["bias"] + sum(weights[name] * x for name, x in features(evidence).items())
    return round(1 / (1 + math.exp(-score)), 3)


def features(evidence: Evidence) -> dict[str, float]:
    """What the regression looks at: probabilities as log-odds, and what is so as 1."""
    values = evidence._asdict()
    return {k: float(v) if isinstance(v, bool) else _log_odds(v) for k, v in values.items()}


def _log_odds(probability: float) -> float:
    p = min(max(probability, NEAR), 1 - NEAR)
    return math.log(p / (1 - p))


@cache
def _weights() -> dict[str, float]:
    return {name: float(weight) for name, weight in map(str.split, entries("confidence.txt"))}
