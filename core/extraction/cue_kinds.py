"""The kind of an attribution by the words of its cue: "warned", "was relieved", "blames".

A log-linear model, learned from the cues that readers mark (``train/cue_kinds.py``). The tagger
reads the kind of the outer attributions alone, and their sentences as a whole.
"""

import math
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import repeat

from newsbrief.attribution import Kind
from newsbrief.tagging.heads import KINDS, TYPES
from newsbrief.text.packaged import entries

from .linking import Link

_KINDS = tuple(map(Kind, KINDS))
MIN_CHANCE = 1e-4  # of a kind by the tagger: the log of none is infinite


def kind(link: Link, cue: Sequence[str]) -> Kind:
    """The likeliest kind of ``link``, whose cue has the words ``cue``.

    In the held-out articles and our own 1,033 of 1,091 outer ones are right, 1,023 by the tagger
    alone, and 76 of 87 nested ones, 70 by the tagger.
    """
    scores = [0.0] * len(KINDS)
    if not (link.nested and cue):
        scores = [math.log(max(chance, MIN_CHANCE)) for chance in link.traits.kind]
    for feature, share in _shares(link, cue) if cue else ():
        weights = _weights().get(feature, repeat(0.0))
        scores = [score + share * weight for score, weight in zip(scores, weights, strict=False)]
    return _KINDS[scores.index(max(scores))]


def _shares(link: Link, cue: Sequence[str]) -> Iterator[tuple[str, float]]:
    """The features of ``link``, and how far they hold: types by their chances."""
    yield from ((feature, 1.0) for feature in cue_features(cue))
    if link.source and link.traits.type:
        yield from zip(map(type_feature, TYPES), link.traits.type, strict=True)
    else:
        yield type_feature(None), 1.0


@cache
def _weights() -> dict[str, tuple[float, ...]]:
    """The weights of each feature for ``KINDS``."""
    rows = (line.split("\t") for line in entries("cue_kinds.txt"))
    return {feature: tuple(int(n) / 10 for n in numbers.split()) for feature, numbers in rows}


def cue_features(cue: Sequence[str]) -> list[str]:
    """The features of the words ``cue``."""
    return sorted({"bias", f"last {cue[-1]}", *(f"cue {word}" for word in cue)})


def type_feature(source_type: str | None) -> str:
    """The feature of a source of ``source_type``, or of none."""
    return f"type {source_type or '-'}"
