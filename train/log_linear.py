"""Log-linear choices among candidates, fitted by AdaGrad (Duchi et al. 2011).

A candidate is a list of features, which are strings; the likeliest has the highest sum of weights.
"""

import random
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

SEED = 3
EPOCHS = 8
RATE = 0.3
NEWTON_STEPS = 12
MIN_OCCURRENCES = 30  # of a feature that gets a weight


class Example(NamedTuple):
    """The candidates of one choice, and which of them is right."""

    candidates: Sequence[Sequence[str]]
    right: int


def fit(
    examples: Sequence[Example], *, min_occurrences: int = MIN_OCCURRENCES, epochs: int = EPOCHS
) -> dict[str, float]:
    """Weights that make the right candidates likely, averaged over the later epochs."""
    counts = Counter(f for e in examples for c in e.candidates for f in c)
    ids = {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= min_occurrences))}
    coded = [([_coded(ids, c) for c in e.candidates], e.right) for e in examples]
    weights, squares, total = (np.zeros(len(ids)) for _ in range(3))
    order = random.Random(SEED)
    for epoch in range(epochs):
        order.shuffle(coded)
        for candidates, right in coded:
            _step(weights, squares, candidates, right)
        if epoch >= epochs // 2:
            total += weights
    return dict(zip(ids, (total / (epochs - epochs // 2)).tolist(), strict=True))


def fit_yes_or_no(
    examples: Sequence[tuple[Sequence[str], bool]], *, penalty: float, min_occurrences: int
) -> dict[str, float]:
    """Weights of the features of a choice of two, by Newton's method; "bias" is that of none.

    Ridge logistic regression (le Cessie and van Houwelingen 1992): ``penalty`` times half the
    squares of the weights is added to the loss, so that the optimum is one and does not depend on
    the order of ``examples``. For some hundred features.
    """
    counts = Counter(feature for features, _ in examples for feature in set(features))
    names = ["bias", *sorted(name for name, n in counts.items() if n >= min_occurrences)]
    ids = {name: index for index, name in enumerate(names)}
    matrix = np.zeros((len(examples), len(names)))
    for row, (features, _) in zip(matrix, examples, strict=True):
        row[_coded(ids, ("bias", *features))] = 1
    right = np.array([yes for _, yes in examples], float)
    weights = np.zeros(len(names))
    for _ in range(NEWTON_STEPS):
        chance = 1 / (1 + np.exp(-(matrix @ weights)))
        gradient = matrix.T @ (chance - right) + penalty * weights
        curvature = (matrix * (chance * (1 - chance))[:, None]).T @ matrix
        weights -= np.linalg.solve(curvature + penalty * np.eye(len(names)), gradient)
    return dict(zip(names, weights.tolist(), strict=True))


def _coded(ids: Mapping[str, int], features: Sequence[str]) -> NDArray[np.intp]:
    return np.array([ids[f] for f in features if f in ids], np.intp)


def _step(
    weights: NDArray[np.float64],
    squares: NDArray[np.float64],
    candidates: Sequence[NDArray[np.intp]],
    right: int,
) -> None:
    """One step on the log-loss of one choice, in place."""
    scores = np.array([weights[c].sum() for c in candidates])
    errors = np.exp(scores - scores.max())
    errors /= errors.sum()
    errors[right] -= 1
    for features, error in zip(candidates, errors, strict=True):
        if abs(error) > 1e-4:
            squares[features] += error * error
            weights[features] -= RATE * error / np.sqrt(squares[features] + 1e-8)


def best(weights: Mapping[str, float], candidates: Sequence[Sequence[str]]) -> int:
    """The index of the likeliest of ``candidates``, the first of equals."""
    scores = [sum(weights.get(f, 0.0) for f in c) for c in candidates]
    return scores.index(max(scores))
