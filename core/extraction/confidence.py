"""Confidence: the probability that a reader would sign a fact: its source, its name and its claim.

A logistic regression on the probabilities that tagger, linker and names give (Platt 1999). Its
weights, in ``data/confidence.txt``, are fitted by ``train/confidence.py`` on articles that none of
them was trained on.
"""

import math
from collections.abc import Sequence
from functools import cache
from math import log1p
from operator import mul

from newsbrief.attribution import SourceType
from newsbrief.names.resolution import ResolvedSource
from newsbrief.spans import Span, join
from newsbrief.tagging.heads import KINDS
from newsbrief.text.packaged import entries, weights

from .link_features import opens_quoted
from .linking import Link

MIN_PROBABILITY = 0.001  # and 1 less it the highest: log-odds of 0 and 1 are infinite

_NAMES = (
    "cue",
    "content",
    "source",
    "cue choice",
    "source choice",
    "name",
    "kind",
    "claim words",
    "cue words",
    "source words",
    "sourced",
    "quoted",
    "quoted alone",
    "alone",
    "named alone",
    "pieces",
    "nested",
    "named",
    "unnamed",
    *(f"kind {kind}" for kind in KINDS),
)
_ONLY = [tuple(float(one == kind) for one in KINDS) for kind in KINDS]  # by index of the kind


def confidence(text: str, link: Link, source: ResolvedSource) -> float:
    """The confidence in an attribution, from 0 to 1, to three places.

    A turn of a transcript has the probability that its own model gives.
    """
    if link.spoken:
        return round(link.content_probability, 3)
    bias, of_features = _weights()
    score = bias + sum(map(mul, of_features, _values(text, link, source)))
    return round(1 / (1 + math.exp(-score)), 3)


def features(text: str, link: Link, source: ResolvedSource) -> dict[str, float]:
    """The features of the regression by name."""
    return dict(zip(_NAMES, _values(text, link, source), strict=True))


def _values(text: str, link: Link, source: ResolvedSource) -> list[float]:
    """The features of the regression, in the order of ``_NAMES``.

    Log-odds of probabilities, logarithms of numbers of words, 1 and 0 for yes and no.
    """
    kinds = link.traits.kind
    kind = kinds.index(max(kinds))
    quoted = opens_quoted(text, link.content[0].start)
    alone = not link.cue
    named = source.name is not None
    return [
        _log_odds(link.cue_probability),
        _log_odds(link.content_probability),
        _log_odds(link.source_probability),
        _log_odds(link.cue_choice),
        _log_odds(link.source_choice),
        _log_odds(source.probability),
        _log_odds(kinds[kind]),
        _words(text, link.content),
        _words(text, link.cue),
        _words(text, link.source),
        float(bool(link.source)),
        float(quoted),
        float(quoted and alone),
        float(alone),
        float(alone and named),
        float(len(link.content) > 1),
        float(link.nested),
        float(named),
        float(source.type is SourceType.UNNAMED),
        *_ONLY[kind],
    ]


def _words(text: str, spans: Sequence[Span]) -> float:
    """The logarithm of how many words ``spans`` have, and one more."""
    return log1p(1 + join(text, spans).count(" ")) if spans else 0.0


def _log_odds(probability: float) -> float:
    p = min(max(probability, MIN_PROBABILITY), 1 - MIN_PROBABILITY)
    return math.log(p / (1 - p))


@cache
def _weights() -> tuple[float, list[float]]:
    """The bias, and the weight of each of ``_NAMES``."""
    weight = weights(entries("confidence.txt"))
    return weight["bias"], [weight.get(name, 0.0) for name in _NAMES]
