"""Bidirectional LSTM (Hochreiter and Schmidhuber 1997; Graves 2005) and Viterbi decoding in numpy.

Sequences lie one after another in one array of rows, longest first, so that no row is padding: at
step t only the sequences that are longer than t take part. Both directions run in one step.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Halves = NDArray[np.float16]
Indices = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Steps:
    """The order in which the rows of some sequences are computed.

    ``rows[d]`` lists the rows by step, forwards (d = 0) and backwards (d = 1); at step t the
    ``counts[t]`` longest sequences are still running.
    """

    lengths: tuple[int, ...]
    rows: Indices
    counts: list[int]


def steps(lengths: Sequence[int]) -> Steps:
    """The steps through sequences of ``lengths`` (longest first, none empty)."""
    size = np.asarray(lengths)
    starts = np.cumsum(size) - size
    step = np.arange(lengths[0])[:, None]
    running = size > step
    forwards, backwards = (starts + step)[running], (starts + size - 1 - step)[running]
    return Steps(tuple(lengths), np.stack([forwards, backwards]), running.sum(axis=1).tolist())


def bidirectional(entering: Floats, recurrent: Floats, order: Steps) -> Floats:
    """The outputs [row, forward units + backward units] of one layer, times 2.

    ``entering`` [4, step, 2, units] is what the input adds to the gates of each direction, bias
    included, in the order of ``order.rows``; ``recurrent`` [2, 4, units, units] what the output
    before adds, also times 2. The gates are input, forget, output, all three halved, and candidate:
    the sigmoid of x is (1 + tanh(x / 2)) / 2, so one tanh serves all four.
    """
    _, rows, ways, units = entering.shape
    by_gate = recurrent.swapaxes(0, 1)
    outputs = np.empty((rows, ways, units), np.float32)
    hidden = carry = np.zeros((order.counts[0], ways, units), np.float32)
    one, half = np.array(1, np.float32), np.array(0.5, np.float32)  # faster than numbers
    at = 0
    for n, run in groupby(order.counts):
        gates = np.empty((4, n, ways, units), np.float32)
        gates_by_way = gates.swapaxes(1, 2)
        opened = gates[:3]
        entry, keep, exit_, candidate = gates
        hidden, carry = hidden[:n], carry[:n]
        for _ in run:
            np.matmul(hidden.swapaxes(0, 1), by_gate, out=gates_by_way)
            gates += entering[:, at : at + n]
            np.tanh(gates, out=gates)
            opened += one
            carry *= keep
            entry *= candidate
            carry += entry
            carry *= half
            hidden = outputs[at : at + n]
            np.tanh(carry, out=hidden)
            hidden *= exit_
            at += n
    joined = np.empty((rows, ways, units), np.float32)
    for way, row in enumerate(order.rows):
        joined[row, way] = outputs[:, way]
    return joined.reshape(rows, ways * units)


def viterbi(emissions: Floats, transitions: Floats, order: Steps) -> list[int]:
    """The label of each row on the best path of its sequence.

    ``emissions`` are scores [row, label], ``transitions`` scores [label before, label]; a sequence
    opens as if after label 0.
    """
    best = emissions[order.rows[0]]  # by step, the score of the best path to each row and label
    first = order.counts[0]
    best[:first] += transitions[0]
    starts = [0]  # of the steps
    for last, n in pairwise(order.counts):
        at = starts[-1]
        paths = best[at : at + n, :, None] + transitions
        at += last
        best[at : at + n] += np.maximum.reduce(paths, axis=1)
        starts.append(at)
    counts = np.array(order.counts)
    row_before = np.arange(first, len(best)) - np.repeat(counts[:-1], counts[1:])
    before: Any = (best[row_before, :, None] + transitions).argmax(axis=1).tolist()
    labels: list[int] = []
    for index, length in enumerate(order.lengths):
        path: list[int] = [int(best[starts[length - 1] + index].argmax())]
        for start in reversed(starts[1:length]):
            path.append(before[start - first + index][path[-1]])
        labels += reversed(path)
    return labels
