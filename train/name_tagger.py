"""Fit the labels of names: a linear-chain CRF (Lafferty et al. 2001) over words of runs.

Words whose label is not known are summed out, so that an article whose sources alone have gold
names can be learned from (Tsuboi et al. 2008). AdaGrad, averaged over the later epochs.
"""

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsbrief.names.name_labels import LABELS

SEED = 3
EPOCHS = 12
RATE = 0.03
UNKNOWN = "?"
OTHER = "N"  # outside, or the beginning of another name

Rows = dict[str, list[float]]
Matrix = NDArray[np.float64]


class Example(NamedTuple):
    """A run: the features of each word, those of each step between two words, and the labels."""

    words: Sequence[Sequence[str]]
    steps: Sequence[Sequence[str]]  # of each word and the one before; of the first none
    labels: str


def fit(examples: Iterable[Example], min_occurrences: int) -> tuple[Rows, Rows]:
    """The weights of each feature of a word for the labels, of a step for the pairs of labels."""
    examples = list(examples)
    word_ids = _ids((f for e in examples for w in e.words for f in w), min_occurrences)
    step_ids = _ids((f for e in examples for s in e.steps for f in s), min_occurrences)
    size = len(LABELS)
    tables = [np.zeros((len(word_ids) + 1, size)), np.zeros((len(step_ids) + 1, size * size))]
    squares = [np.full_like(table, 1e-8) for table in tables]
    totals = [np.zeros_like(table) for table in tables]
    coded = [
        (
            [np.array([word_ids[f] for f in w if f in word_ids], np.intp) for w in e.words],
            [np.array([step_ids[f] for f in s if f in step_ids], np.intp) for s in e.steps],
            _allowed(e.labels),
        )
        for e in examples
    ]
    order = random.Random(SEED)
    for epoch in range(EPOCHS):
        order.shuffle(coded)
        for words, steps, allowed in coded:
            emissions = np.array([tables[0][w].sum(0) for w in words])
            transitions = np.array([tables[1][s].sum(0) for s in steps]).reshape(-1, size, size)
            free = _marginals(emissions + _allowed(UNKNOWN * len(words)), transitions)
            gold = _marginals(emissions + allowed, transitions)
            for ids, table, square, wanted, given in (
                (words, tables[0], squares[0], gold[0], free[0]),
                (steps, tables[1], squares[1], gold[1], free[1]),
            ):
                for i, features in enumerate(ids):
                    gradient = (given[i] - wanted[i]).ravel()
                    if np.abs(gradient).max() > 1e-3 and len(features):
                        square[features] += gradient * gradient
                        table[features] -= RATE * gradient / np.sqrt(square[features])
        if epoch >= EPOCHS // 2:
            totals = [total + table for total, table in zip(totals, tables, strict=True)]
    means = [(total / (EPOCHS - EPOCHS // 2)).tolist() for total in totals]
    return (
        dict(zip(word_ids, means[0], strict=False)),
        dict(zip(step_ids, means[1], strict=False)),
    )


def _ids(features: Iterable[str], min_occurrences: int) -> dict[str, int]:
    counts = Counter(features)
    return {
        f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= min_occurrences))
    }


def _allowed(labels: str) -> Matrix:
    """0 for each label that a word may have by ``labels``, a great negative number for others."""
    possible = {UNKNOWN: LABELS, OTHER: "BO"}
    allowed = np.array([[each in possible.get(own, own) for each in LABELS] for own in labels])
    allowed[0, LABELS.index("I")] = False
    return np.where(allowed, 0.0, -1e4)


def _marginals(emissions: Matrix, transitions: Matrix) -> tuple[Matrix, Matrix]:
    """The chance of each label of each word, and of each pair of labels of each step."""
    n, size = emissions.shape
    forbidden = np.zeros((size, size))
    forbidden[LABELS.index("O"), LABELS.index("I")] = -1e4
    transitions = transitions + forbidden
    forward = np.empty((n, size))
    backward = np.zeros((n, size))
    forward[0] = emissions[0]
    for i in range(1, n):
        forward[i] = _logsumexp(forward[i - 1][:, None] + transitions[i], 0) + emissions[i]
    for i in range(n - 2, -1, -1):
        backward[i] = _logsumexp(transitions[i + 1] + (emissions[i + 1] + backward[i + 1])[None], 1)
    total = _logsumexp(forward[-1], 0)
    words = np.exp(forward + backward - total)
    steps = np.zeros((n, size, size))
    if n > 1:
        steps[1:] = np.exp(
            forward[:-1, :, None] + transitions[1:] + (emissions + backward)[1:, None, :] - total
        )
    return words, steps


def _logsumexp(values: Matrix, axis: int) -> Matrix:
    top = values.max(axis, keepdims=True)
    result: Matrix = np.squeeze(top, axis) + np.log(np.exp(values - top).sum(axis))
    return result
