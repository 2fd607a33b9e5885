"""The vectors of words: what the network makes of each in its surroundings, in few numbers."""

from collections.abc import Sequence
from itertools import chain

import numpy as np

from newsbrief.spans import Span

from .lstm import Floats, Halves, Indices


class Vectors:
    """The vectors of an article's tokens, in the order of the text, in 16 bits."""

    def __init__(self, width: int) -> None:
        """No tokens yet; their vectors will have ``width`` numbers."""
        self._starts: list[Indices] = [np.zeros(0, np.intp)]  # a part each
        self._ends: list[Indices] = [np.zeros(0, np.intp)]
        self._rows: list[Halves] = [np.zeros((0, width), np.float16)]

    def add(self, spans: Sequence[Span], rows: Floats) -> None:
        """Add the tokens at ``spans``, which stand after those that are there."""
        edges = np.fromiter(chain.from_iterable(spans), np.intp)
        self._starts.append(edges[::2])
        self._ends.append(edges[1::2])
        self._rows.append(rows.astype(np.float16))

    def mean(self, start: int, end: int) -> Floats:
        """The mean vector of the tokens from ``start`` to ``end``, zeros where there are none."""
        if len(self._rows) > 1:
            self._starts, self._ends = [np.concatenate(self._starts)], [np.concatenate(self._ends)]
            self._rows = [np.concatenate(self._rows)]
        (starts,), (ends,), (rows,) = self._starts, self._ends, self._rows
        within = rows[ends.searchsorted(start, "right") : starts.searchsorted(end)]
        mean: Floats = np.add.reduce(within, axis=0, dtype=np.float32) / max(len(within), 1)
        return mean
