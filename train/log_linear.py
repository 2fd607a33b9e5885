"""Fit log-linear choices among candidates: the weights that make the right ones likely.

AdaGrad (Duchi et al. 2011) on the log-loss, averaged over the later epochs; features that are seen
seldom get no weight.
"""

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

SEED = 3
EPOCHS = 8
RATE = 0.05


class Example(NamedTuple):
    """The features of the candidates of one choice, and the index of the right one."""

    candidates: Sequence[Sequence[str]]
    right: int


def fit(examples: Iterable[Example], min_occurrences: int, rate: float = RATE) -> dict[str, float]:
    """The weight of each feature that is seen ``min_occurrences`` times.

    ``rate`` is AdaGrad's.
    """
    examples = list(examples)
    counts = Counter(f for e in examples for c in e.candidates for f in set(c))
    ids = {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= min_occurrences))}
    coded = [_coded(ids, e) for e in examples]
    weights, squares, total = (np.zeros(len(ids) + 1) for _ in range(3))
    order = random.Random(SEED)
    for epoch in range(EPOCHS):
        order.shuffle(coded)
        for choice in coded:
            _step(weights, squares, choice, rate)
        if epoch >= EPOCHS // 2:
            total += weights
    return dict(zip(ids, (total / (EPOCHS - EPOCHS // 2)).tolist(), strict=False))


class _Coded(NamedTuple):
    """A choice as indexes into the weights."""

    features: NDArray[np.intp]  # of all candidates, one after the other
    starts: NDArray[np.intp]  # where those of each candidate begin
    owner: NDArray[np.intp]  # the candidate of each feature
    right: int


def _coded(ids: dict[str, int], example: Example) -> _Coded:
    """``example`` with the indexes of its features; the last index stands for none."""
    none = len(ids)
    candidates = [[none, *(ids[f] for f in c if f in ids)] for c in example.candidates]
    lengths = [len(features) for features in candidates]
    starts = np.concatenate(([0], np.cumsum(lengths)[:-1])).astype(np.intp)
    owner = np.repeat(np.arange(len(candidates)), lengths)
    features = np.array([i for each in candidates for i in each], np.intp)
    return _Coded(features, starts, owner, example.right)


def _step(
    weights: NDArray[np.float64], squares: NDArray[np.float64], choice: _Coded, rate: float
) -> None:
    """One step of AdaGrad on one ``choice``, in place."""
    weights[-1] = 0.0
    scores = np.add.reduceat(weights[choice.features], choice.starts)
    errors = np.exp(scores - scores.max())
    errors /= errors.sum()
    errors[choice.right] -= 1
    gradient = errors[choice.owner]
    np.add.at(squares, choice.features, gradient * gradient)
    change = rate * gradient / np.sqrt(squares[choice.features] + 1e-8)
    np.subtract.at(weights, choice.features, change)


def best(weights: Mapping[str, float], candidates: Sequence[Sequence[str]]) -> int:
    """The index of the likeliest of ``candidates``, the first of equals."""
    scores = [sum(weights.get(f, 0.0) for f in c) for c in candidates]
    return scores.index(max(scores))
