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
MIN_WEIGHT = 0.1  # that is written


class Example(NamedTuple):
    """The features of the candidates of one choice, and the index of the right one."""

    candidates: Sequence[Sequence[str]]
    right: int


def fit(
    examples: Iterable[Example], min_occurrences: int, rate: float = RATE
) -> dict[str, float]:
    """The weight of each feature that is seen ``min_occurrences`` times."""
    examples = list(examples)
    counts = Counter(f for e in examples for c in e.candidates for f in set(c))
    ids = {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= min_occurrences))}
    coded = [_coded(ids, e) for e in examples]
    weights, squares, total = (np.zeros(len(ids) + 1) for _ in range(3))
    order = random.Random(SEED)
    for epoch in range(EPOCHS):
        order.shuffle(coded)
        for features, starts, owner, right in coded:
            _step(weights, squares, features, starts, owner, right, rate)
        if epoch >= EPOCHS // 2:
            total += weights
    return dict(zip(ids, (total / (EPOCHS - EPOCHS // 2)).tolist(), strict=False))


Coded = tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp], int]


def _coded(ids: dict[str, int], example: Example) -> Coded:
    """``example`` with the indexes of its features; the last index stands for none."""
    none = len(ids)
    rows = [[none, *(ids[f] for f in c if f in ids)] for c in example.candidates]
    lengths = [len(row) for row in rows]
    starts = np.concatenate(([0], np.cumsum(lengths)[:-1])).astype(np.intp)
    owner = np.repeat(np.arange(len(rows)), lengths)
    return np.array([i for row in rows for i in row], np.intp), starts, owner, example.right


def _step(
    weights: NDArray[np.float64],
    squares: NDArray[np.float64],
    features: NDArray[np.intp],
    starts: NDArray[np.intp],
    owner: NDArray[np.intp],
    right: int,
    rate: float,
) -> None:
    """One step on one choice, in place."""
    weights[-1] = 0.0
    scores = np.add.reduceat(weights[features], starts)
    errors = np.exp(scores - scores.max())
    errors /= errors.sum()
    errors[right] -= 1
    gradient = errors[owner]
    np.add.at(squares, features, gradient * gradient)
    np.subtract.at(weights, features, rate * gradient / np.sqrt(squares[features] + 1e-8))


def best(weights: Mapping[str, float], candidates: Sequence[Sequence[str]]) -> int:
    """The index of the likeliest of ``candidates``, the first of equals."""
    scores = [sum(weights.get(f, 0.0) for f in c) for c in candidates]
    return scores.index(max(scores))
