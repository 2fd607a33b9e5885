"""A teacher's scores of tokens, [token, column of a head], and the mean of several teachers'."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .heads import SEQUENCES, TEACHER_COLUMNS, WIDTH

Scores = NDArray[np.float16]

MIN_CHANCE = 1e-6  # of a label: its logarithm is kept in 16 bits


def outside() -> Scores:
    """The scores of a break between paragraphs: surely in no span."""
    row: Scores = np.zeros((1, WIDTH), np.float16)
    row[0, [TEACHER_COLUMNS[name].start for name in SEQUENCES]] = 9
    return row


def mean(scores: Sequence[Scores]) -> Scores:
    """The logarithms of the mean chances that some ``scores`` of the same tokens give."""
    of_each = np.stack(scores).astype(np.float32)
    chances = [softmax(of_each[..., start:end]) for start, end in TEACHER_COLUMNS.values()]
    out: Scores = np.log(np.concatenate(chances, axis=2).mean(0) + MIN_CHANCE).astype(np.float16)
    return out


def softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """The chances, along the last axis, that ``scores`` stand for."""
    chances: NDArray[np.float32] = np.exp(scores - scores.max(-1, keepdims=True))
    chances /= chances.sum(-1, keepdims=True)
    return chances
