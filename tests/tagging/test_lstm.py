"""The network's arithmetic, against the formulas written out."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from newsbrief.tagging.lstm import Floats, bidirectional, steps, viterbi

Doubles = NDArray[np.float64]


def sigmoid(x: Doubles) -> Doubles:
    return 1 / (1 + np.exp(-x))


def plain(inputs: Floats, recurrent: Floats) -> Doubles:
    """One direction over one sequence, gate by gate, as in Graves (2005)."""
    state = output = np.zeros(recurrent.shape[-1])
    outputs = []
    for row in inputs.astype(float):
        i, f, o, g = (row[k] + 2 * output @ recurrent[k].astype(float) for k in range(4))
        state = sigmoid(2 * f) * state + sigmoid(2 * i) * np.tanh(g)
        output = sigmoid(2 * o) * np.tanh(state)
        outputs.append(output)
    return np.array(outputs)


@pytest.mark.parametrize("lengths", [[1], [4], [5, 3, 3, 1]])
def test_each_sequence_is_read_both_ways_apart(lengths: list[int]) -> None:
    random = np.random.default_rng(3)
    inputs = random.normal(size=(sum(lengths), 2, 4, 3)).astype(np.float32)
    recurrent = random.normal(size=(2, 4, 3, 3)).astype(np.float32)
    order = steps(lengths)
    entering = [inputs[rows, way].swapaxes(0, 1) for way, rows in enumerate(order.rows)]
    found = bidirectional(np.stack(entering, axis=2), recurrent, order)
    for start, end in itertools.pairwise(itertools.accumulate(lengths, initial=0)):
        forwards = plain(inputs[start:end, 0], recurrent[0])
        backwards = plain(inputs[start:end, 1][::-1], recurrent[1])[::-1]
        expected = 2 * np.concatenate([forwards, backwards], axis=1)
        np.testing.assert_allclose(found[start:end], expected, atol=1e-5)


SCORES = st.integers(-4, 4).map(float)


@given(st.lists(st.lists(SCORES, min_size=3, max_size=3), min_size=1, max_size=5), st.data())
def test_no_path_beats_viterbi(rows: list[list[float]], data: st.DataObject) -> None:
    moves = data.draw(st.lists(st.lists(SCORES, min_size=3, max_size=3), min_size=3, max_size=3))

    def value(path: tuple[int, ...]) -> float:
        moved = sum(moves[a][b] for a, b in itertools.pairwise((0, *path)))
        return moved + sum(row[label] for row, label in zip(rows, path, strict=True))

    found = viterbi(np.array(rows, np.float32), np.array(moves, np.float32), steps([len(rows)]))
    best = max(map(value, itertools.product(range(3), repeat=len(rows))))
    assert math.isclose(value(tuple(found)), best)


def test_sequences_are_decoded_apart() -> None:
    random = np.random.default_rng(5)
    scores = random.normal(size=(9, 3)).astype(np.float32)
    moves = random.normal(size=(3, 3)).astype(np.float32)
    apart = [
        label
        for start, end in [(0, 5), (5, 8), (8, 9)]
        for label in viterbi(scores[start:end], moves, steps([end - start]))
    ]
    assert viterbi(scores, moves, steps([5, 3, 1])) == apart
