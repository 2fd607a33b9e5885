"""The vectors of words: what the network makes of each in its surroundings, in few numbers."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import numpy as np

from newsbrief.spans import Span

from .lstm import Floats, Halves


class Vectors:
    """The vectors of an article's tokens, in the order of the text, in 16 bits."""

    def __init__(self, width: int) -> None:
        """No tokens yet; their vectors will have ``width`` numbers."""
        self._starts, self._ends = array("q"), array("q")
        self._rows: list[Halves] = [np.zeros((0, width), np.float16)]  # to be put together

    def add(self, spans: Sequence[Span], rows: Floats) -> None:
        """Add the tokens at ``spans``, which stand after those that are there."""
        self._starts.extend([start for start, _ in spans])
        self._ends.extend([end for _, end in spans])
        self._rows.append(rows.astype(np.float16))

    def mean(self, start: int, end: int) -> Floats:
        """The mean vector of the tokens from ``start`` to ``end``, zeros where there are none."""
        if len(self._rows) > 1:
            self._rows = [np.concatenate(self._rows)]
        within = self._rows[0][bisect_right(self._ends, start) : bisect_left(self._starts, end)]
        mean: Floats = np.add.reduce(within, axis=0, dtype=np.float32) / max(len(within), 1)
        return mean
