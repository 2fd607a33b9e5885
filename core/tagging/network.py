"""The tagger's network: its learned parameters, and its scores of tokens.

A word's vector is the sum of those of the word, its beginning, its end and its shape; with the
vector of its quotation state it enters a two-layer bidirectional LSTM, and a linear layer gives
the scores of all ``heads``. ``data/README.md`` tells how the parameters were learned.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

from newsbrief.text import packaged

from .lstm import Floats, Indices, Steps, bidirectional
from .vocabulary import Lexicon


@dataclass(frozen=True, slots=True)
class Table:
    """Vectors in eight bits, with a scale for each."""

    rows: NDArray[np.int8]
    scales: Floats

    def take(self, index: Indices) -> Floats:
        """The vectors at ``index``."""
        vectors: Floats = self.rows[index].astype(np.float32) * self.scales[index]
        return vectors


@dataclass(frozen=True, slots=True)
class Layer:
    """The parameters of one bidirectional layer, scaled for ``lstm.bidirectional``."""

    enter: Floats  # [2, 4, input, units]
    bias: Floats  # [2, 4, 1, units]
    recur: Floats  # [2, 4, units, units]


@dataclass(frozen=True, slots=True)
class Network:
    """The learned parameters."""

    lexicon: Lexicon
    tables: tuple[Table, ...]  # of words, beginnings, ends and shapes
    quoted: Floats  # vectors of quotation states
    layers: tuple[Layer, Layer]
    head: Floats
    bias: Floats
    transitions: Floats  # scores [label before, label]

    def outputs(
        self, words: Sequence[str], states: Sequence[int], order: Steps, project: Floats | None
    ) -> tuple[Floats, Floats]:
        """The scores [token, column of a head] of the sequences of ``order``, end to end.

        And their vectors: the hidden units times ``project`` [unit, number].

        In one thread: with two threads of BLAS on matrices of this size half as many articles a
        second were read.
        """
        with _threads().limit(limits=1, user_api="blas"):
            hidden = self._hidden(words, states, order)
            if project is None:
                project = np.zeros((hidden.shape[1], 0), np.float32)
            return hidden @ self.head + self.bias, hidden @ project

    def _hidden(self, words: Sequence[str], states: Sequence[int], order: Steps) -> Floats:
        first, second = self.layers
        # The input to the gates is computed once for each word in each quotation state.
        rows: dict[tuple[str, int], int] = {}
        kinds = [rows.setdefault(pair, len(rows)) for pair in zip(words, states, strict=True)]
        parts = np.array([self.lexicon.parts(word) for word, _ in rows]).T
        vectors = self.quoted[[state for _, state in rows]]
        for table, part in zip(self.tables, parts, strict=True):
            vectors += table.take(part)
        of_kinds = vectors @ first.enter + first.bias
        kind: Indices = np.array(kinds)
        # By direction, which matrix products write faster than what "bidirectional" reads.
        entering = np.empty((*first.bias.shape[:2], len(kind), first.bias.shape[-1]), np.float32)
        read = entering.transpose(1, 2, 0, 3)
        for way, row in enumerate(order.rows):  # with "clip" it writes there without a copy
            np.take(of_kinds[way], kind[row], axis=1, out=entering[way], mode="clip")
        hidden = bidirectional(read, first.recur, order)
        for way, row in enumerate(order.rows):
            np.matmul(hidden[row], second.enter[way], out=entering[way])
        entering += second.bias
        return bidirectional(read, second.recur, order)


@cache
def _threads() -> ThreadpoolController:
    return ThreadpoolController()


@cache
def network() -> Network:
    """The shipped network, read once."""
    data = packaged.record("tagger.npy")

    def real(name: str) -> Floats:
        values: Floats = data[name].astype(np.float32)
        return values

    def layer(i: int) -> Layer:
        return Layer(real(f"enter{i}"), real(f"bias{i}"), real(f"recur{i}"))

    words, heads, tails = (bytes(data[n]).decode().split("\n") for n in ("words", "heads", "tails"))
    return Network(
        lexicon=Lexicon(words, heads, tails),
        tables=tuple(Table(data[f"table{i}"], real(f"table{i}.scale")) for i in range(4)),
        quoted=real("quoted"),
        layers=(layer(0), layer(1)),
        head=real("head"),
        bias=real("head.bias"),
        transitions=real("transitions"),
    )
