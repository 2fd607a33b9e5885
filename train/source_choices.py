"""What the tagger learns of who a source is: that its hidden units tell the right candidate.

The units of a source, and of the last mention of each candidate and its fullest, go through a
network as ``source_network`` fits it for good; here it only passes on what is asked of the units.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import torch
from torch import Tensor

from newsbrief.names.resolution import MAX_SOURCE_CHARS
from newsbrief.spans import Span

from .name_examples import SourceChoice
from .source_network import Network, batch, feature_ids, log_loss
from .windows import Window

MIN_OCCURRENCES = 16  # of a feature


class SourceChoices:
    """The choices of labelled documents, and the network that makes them."""

    def __init__(self, choices: Mapping[str, Sequence[SourceChoice]], units: int) -> None:
        """``choices`` by the ids of their documents; ``units`` of the tagger are read."""
        self.choices = {
            id_: [choice for choice in of_document if choice.right is not None]
            for id_, of_document in choices.items()
        }
        every = (choice for of_document in self.choices.values() for choice in of_document)
        self.ids = feature_ids((c for choice in every for c in choice.candidates), MIN_OCCURRENCES)
        self.network = Network(len(self.ids) + 1, units)

    def loss(self, read: Iterable[tuple[str, Sequence[Window]]], hidden: Tensor) -> Tensor:
        """The mean log-loss of the choices of documents, ids with windows; 0 where there are none.

        ``hidden`` [window, token, unit] has all windows in their order.
        """
        found: list[SourceChoice] = []
        sources: list[tuple[int, int]] = []
        mentions: list[tuple[int, int]] = []
        tokens: list[Tensor] = []
        begin = row = 0
        for id_, windows in read:
            place = _Places([span for window in windows for span in window.spans], begin)
            for choice in self.choices.get(id_, ()):
                start, end = choice.source
                found.append(choice)
                sources.append(place(Span(start, min(end, start + MAX_SOURCE_CHARS))))
                pairs = [place(span) for pair in choice.mentions for span in pair]
                mentions += [(0, 0), (0, 0), *pairs]
            for window in windows:
                tokens.append(hidden[row, : len(window.words)])
                row += 1
                begin += len(window.words)
        if not found:
            return torch.zeros(())
        sums = torch.cat([torch.zeros(1, hidden.shape[2]), torch.cat(tokens).cumsum(0)])
        part = batch(
            self.ids,
            [choice.candidates for choice in found],
            [choice.right or 0 for choice in found],
            _means(sums, sources),
            _means(sums, mentions).reshape(-1, 2, hidden.shape[2]),
        )
        return log_loss(self.network(part), part)


class _Places:
    """Which tokens stand within a span, as ``tagging.vectors`` finds them."""

    def __init__(self, spans: Sequence[Span], begin: int) -> None:
        self.starts, self.ends = np.array(spans).reshape(-1, 2).T
        self.begin = begin  # the index of the first token

    def __call__(self, span: Span) -> tuple[int, int]:
        first = int(self.ends.searchsorted(span.start, "right"))
        last = max(first, int(self.starts.searchsorted(span.end)))
        return self.begin + first, self.begin + last


def _means(sums: Tensor, ranges: Sequence[tuple[int, int]]) -> Tensor:
    """The mean of each of ``ranges`` of rows, of which ``sums`` are cumulative; 0 of no rows."""
    first, last = torch.tensor(ranges).T
    return (sums[last] - sums[first]) / (last - first).clamp(min=1)[:, None]
