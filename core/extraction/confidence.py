"""Confidence: the probability that a reader would sign a fact: its source, its name and its claim.

A logistic regression on the probabilities that tagger, linker and names give (Platt 1999). Its
weights, in ``data/confidence.txt``, are fitted by ``train/confidence.py`` on articles that none of
them was trained on.
"""

import math
from functools import cache
from math import log1p

from newsbrief.attribution import SourceType
from newsbrief.names.resolution import ResolvedSource
from newsbrief.spans import join
from newsbrief.tagging.heads import KINDS
from newsbrief.text.packaged import entries, weights

from .link_features import opens_quoted
from .linking import Link

MIN_PROBABILITY = 0.001  # and 1 less it the highest: log-odds of 0 and 1 are infinite


def confidence(text: str, link: Link, source: ResolvedSource) -> float:
    """The confidence in an attribution, from 0 to 1, to three places.

    A turn of a transcript has the probability that its own model gives.
    """
    if link.spoken:
        return round(link.content_probability, 3)
    weight = _weights()
    values = features(text, link, source)
    score = weight["bias"] + sum(weight.get(name, 0.0) * x for name, x in values.items())
    return round(1 / (1 + math.exp(-score)), 3)


def features(text: str, link: Link, source: ResolvedSource) -> dict[str, float]:
    """The features of the regression by name.

    Log-odds of probabilities, logarithms of numbers of words, 1 and 0 for yes and no.
    """
    quoted = opens_quoted(text, link.content[0].start)
    chances = {
        "cue": link.cue_probability,
        "content": link.content_probability,
        "source": link.source_probability,
        "cue choice": link.cue_choice,
        "source choice": link.source_choice,
        "name": source.probability,
    }
    flags = {
        "sourced": bool(link.source),
        "quoted": quoted,
        "quoted alone": quoted and not link.cue,
        "alone": not link.cue,
        "named alone": not link.cue and source.name is not None,
        "pieces": len(link.content) > 1,
        "nested": link.nested,
        "named": source.name is not None,
        "unnamed": source.type is SourceType.UNNAMED,
    }
    kinds = link.traits.kind if link.traits else (0.0,) * len(KINDS)
    kind = max(range(len(KINDS)), key=kinds.__getitem__)
    flags |= {f"kind {each}": link.traits is not None and each == KINDS[kind] for each in KINDS}
    lengths = {"claim words": link.content, "cue words": link.cue, "source words": link.source}
    return (
        {name: _log_odds(chance) for name, chance in (chances | {"kind": kinds[kind]}).items()}
        | {name: log1p(len(join(text, spans).split())) for name, spans in lengths.items()}
        | {name: float(flag) for name, flag in flags.items()}
    )


def _log_odds(probability: float) -> float:
    p = min(max(probability, MIN_PROBABILITY), 1 - MIN_PROBABILITY)
    return math.log(p / (1 - p))


@cache
def _weights() -> dict[str, float]:
    return weights(entries("confidence.txt"))
