"""Bidirectional LSTM (Hochreiter and Schmidhuber 1997; Graves 2005) and Viterbi decoding in numpy.

Sequences lie one after another in one array of rows, longest first, so that no row is padding: at
step t only the sequences that are longer than t take part. Both directions run in one step.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
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

    ``entering`` [2, 4, step, units] is what the input adds to the gates of each direction, bias
    included, in the order of ``order.rows``; ``recurrent`` [2, 4, units, units] what the output
    before adds, also times 2. The gates are input, forget, output, all three halved, and candidate:
    the sigmoid of x is (1 + tanh(x / 2)) / 2, so one tanh serves all four.
    """
    _, _, rows, units = entering.shape
    widest = order.counts[0]
    outputs = np.empty((2, rows, units), np.float32)
    state = np.zeros((2, widest, units), np.float32)
    hidden = np.zeros((2, widest, units), np.float32)
    at = 0
    for n in order.counts:
        gates = np.matmul(hidden[:, None, :n], recurrent)
        gates += entering[:, :, at : at + n]
        np.tanh(gates, out=gates)
        gates[:, :3] += 1
        carry = state[:, :n]
        carry *= gates[:, 1]
        carry += np.multiply(gates[:, 0], gates[:, 3], out=gates[:, 0])
        carry *= 0.5
        hidden = outputs[:, at : at + n]
        np.tanh(carry, out=hidden)
        hidden *= gates[:, 2]
        at += n
    joined = np.empty((rows, 2 * units), np.float32)
    joined[order.rows[0], :units] = outputs[0]
    joined[order.rows[1], units:] = outputs[1]
    return joined


def viterbi(emissions: Floats, transitions: Floats, order: Steps) -> list[int]:
    """The label of each row on the best path of its sequence.

    ``emissions`` are scores [row, label], ``transitions`` scores [label before, label]; a sequence
    opens as if after label 0.
    """
    ordered = emissions[order.rows[0]]
    scores = ordered[: order.counts[0]] + transitions[0]
    before = np.zeros(emissions.shape, np.intp)  # the label before, for each row and label
    begins = [0]  # of each step, in the rows
    for last, n in pairwise(order.counts):
        at = begins[-1] + last
        paths = scores[:n, :, None] + transitions
        paths.argmax(axis=1, out=before[at : at + n])
        scores[:n] = paths.max(axis=1)
        scores[:n] += ordered[at : at + n]
        begins.append(at)
    pointers: Any = before.tolist()  # numpy types it by its dimensions, which it does not know
    labels: list[int] = []
    for index, (label, length) in enumerate(
        zip(scores.argmax(axis=1).tolist(), order.lengths, strict=True)
    ):
        path: list[int] = [label]
        for at in reversed(begins[1:length]):
            path.append(pointers[at + index][path[-1]])
        labels += reversed(path)
    return labels
