"""What the words around a source and a name tell: whether the one may be the other.

The tagger's vectors of the source, of the last mention of somebody and of the fullest go through
one layer of rectified units, whose score is added to that of the features; the vector of the source
alone tells as much of nobody with a name. ``train/source_network.py`` learned both.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsbrief.spans import Span
from newsbrief.text import packaged

Floats = NDArray[np.float32]
VectorOf = Callable[[int, int], Floats]  # the mean vector of the words from an offset to another


class SourceNetwork(NamedTuple):
    """The learned parameters; what goes in is a row, and units are columns."""

    project: Floats  # from the tagger's hidden units to a vector
    source: Floats
    last: Floats
    fullest: Floats
    bias: Floats
    score: Floats
    nobody: Floats  # the layer of the source alone
    nobody_bias: Floats
    nobody_score: Floats


class Context:
    """The vectors of an article, and their scores."""

    def __init__(self, vector_of: VectorOf) -> None:
        """No scores yet."""
        self._vector_of = vector_of
        self._vectors: dict[Span, Floats] = {}

    def scores(self, source: Span, mentions: Iterable[tuple[Span, Span]]) -> list[float]:
        """The score of nobody for ``source``, then those of entities by ``mentions``.

        These are the last and the fullest of each. Scores are in hundredths, since the last bits
        differ from machine to machine.
        """
        net = source_network()
        vector = self._vector(source)
        alone = np.maximum(vector @ net.nobody + net.nobody_bias, 0) @ net.nobody_score
        pairs = [(self._vector(last), self._vector(fullest)) for last, fullest in mentions]
        if not pairs:
            return [round(float(alone), 2)]
        last, fullest = map(np.array, zip(*pairs, strict=True))
        units = vector @ net.source + net.bias + last @ net.last + fullest @ net.fullest
        with_each = np.maximum(units, 0) @ net.score
        return [round(score, 2) for score in [float(alone), *with_each.tolist()]]

    def _vector(self, span: Span) -> Floats:
        if span not in self._vectors:
            self._vectors[span] = self._vector_of(*span)
        return self._vectors[span]


_network: list[SourceNetwork] = []


def source_network() -> SourceNetwork:
    """The shipped network, read once."""
    if not _network:
        arrays = packaged.record("sources.npy")
        _network.append(
            SourceNetwork(*(arrays[n].astype(np.float32) for n in SourceNetwork._fields))
        )
    return _network[0]


def use_network(network: SourceNetwork) -> None:
    """Take ``network`` in the place of the shipped one."""
    _network[:] = [network]
