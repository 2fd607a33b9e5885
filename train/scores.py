"""The teacher's scores of tokens, [token, column of a head]."""

import numpy as np
from numpy.typing import NDArray

from .heads import SEQUENCES, TEACHER_COLUMNS, WIDTH

Scores = NDArray[np.float16]


def outside() -> Scores:
    """The scores of a break between paragraphs: surely in no span."""
    row: Scores = np.zeros((1, WIDTH), np.float16)
    row[0, [TEACHER_COLUMNS[name].start for name in SEQUENCES]] = 9
    return row


def softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """The chances, along the last axis, that ``scores`` stand for."""
    chances: NDArray[np.float32] = np.exp(scores - scores.max(-1, keepdims=True))
    chances /= chances.sum(-1, keepdims=True)
    return chances
