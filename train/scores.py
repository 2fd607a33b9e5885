"""A teacher's scores of tokens, [token, label + direction], and the mean of several teachers'."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float16]

LABEL_COUNT = 7  # O, and B and I of three roles
MIN_CHANCE = 1e-6  # of a label: its logarithm is kept in 16 bits
OUTSIDE: Scores = np.array([[9] + [0] * 9], np.float16)  # of a break: surely O


def mean(scores: Sequence[Scores]) -> Scores:
    """The logarithms of the mean chances that some ``scores`` of the same tokens give."""
    of_each = np.stack(scores).astype(np.float32)
    chances = [softmax(part) for part in np.split(of_each, [LABEL_COUNT], axis=2)]
    out: Scores = np.log(np.concatenate(chances, axis=2).mean(0) + MIN_CHANCE).astype(np.float16)
    return out


def softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """The chances, along the last axis, that ``scores`` stand for."""
    chances: NDArray[np.float32] = np.exp(scores - scores.max(-1, keepdims=True))
    chances /= chances.sum(-1, keepdims=True)
    return chances
