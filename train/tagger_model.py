"""The tagger in torch: what core/tagging/network.py computes, for training."""

from collections.abc import Sequence

import torch
from torch import nn
from torch.nn.utils.rnn import pack_padded_sequence, pad_packed_sequence

from newsbrief.tagging.heads import COLUMNS, SPAN_LABELS
from newsbrief.tagging.vocabulary import Lexicon

from .heads import TAGGER_WIDTH
from .windows import Window

SIZE = 128  # of the vector of a token
COUNT = len(SPAN_LABELS)
INSIDE = tuple(i for i, name in enumerate(SPAN_LABELS) if name.startswith("I"))
NEVER = -1e4
LABELS = slice(*COLUMNS["labels"])


class Tagger(nn.Module):  # type: ignore[misc]  # torch has no types here
    """Scores of all heads from the parts of words and their quotation states."""

    def __init__(self, lexicon: Lexicon, *, hidden: int) -> None:
        super().__init__()
        self.lexicon = lexicon
        self.tables = nn.ModuleList(nn.Embedding(n, SIZE) for n in lexicon.sizes)
        self.quoted = nn.Embedding(5, SIZE)
        for table in [*self.tables, self.quoted]:
            nn.init.normal_(table.weight, std=0.1)
        self.first = nn.LSTM(SIZE, hidden, batch_first=True, bidirectional=True)
        self.second = nn.LSTM(2 * hidden, hidden, batch_first=True, bidirectional=True)
        self.head = nn.Linear(2 * hidden, TAGGER_WIDTH)
        self.transitions = nn.Parameter(torch.zeros(COUNT, COUNT))
        barred = torch.zeros(COUNT, COUNT)
        for inside in INSIDE:
            barred[:, inside] = NEVER
            barred[inside - 1 : inside + 1, inside] = 0
        self.register_buffer("barred", barred)

    def parts(self, rows: Sequence[Sequence[str]]) -> torch.Tensor:
        """The parts [row, word, table] of padded rows of words."""
        width = max(map(len, rows))
        return torch.tensor(
            [
                [self.lexicon.parts(word) for word in row] + [(0, 0, 0, 0)] * (width - len(row))
                for row in rows
            ]
        )

    def forward(
        self, parts: torch.Tensor, quoted: torch.Tensor, lengths: list[int], drop: float = 0.0
    ) -> torch.Tensor:
        """Scores [window, token, column]."""
        x = self.quoted(quoted)
        for i, table in enumerate(self.tables):
            x = x + table(parts[..., i])
        x = self.spread(x, drop * 0.7)
        for layer in (self.first, self.second):
            # Packed, as padding must not reach the backward direction.
            packed = pack_padded_sequence(
                x, torch.tensor(lengths), batch_first=True, enforce_sorted=False
            )
            x, _ = pad_packed_sequence(layer(packed)[0], batch_first=True, total_length=x.shape[1])
            x = self.spread(x, drop)
        return self.head(x)

    def spread(self, x: torch.Tensor, drop: float) -> torch.Tensor:
        """``x`` with the same units dropped all through a window (Gal and Ghahramani 2016)."""
        if not self.training or not drop:
            return x
        keep = torch.rand(x.shape[0], 1, x.shape[2]) > drop
        return x * keep / (1 - drop)

    def log_likelihood(self, scores: torch.Tensor, gold: torch.Tensor) -> torch.Tensor:
        """Log-probability of the paths ``gold`` (-100 past the end), by window (a linear CRF).

        ``scores`` are those of the head "labels".
        """
        move = self.transitions + self.barred
        mask = gold >= 0
        gold = gold.clamp(min=0)
        path = scores.gather(2, gold[..., None])[..., 0]
        path[:, 1:] = path[:, 1:] + move[gold[:, :-1], gold[:, 1:]]
        path[:, 0] = path[:, 0] + move[0, gold[:, 0]]
        every = scores[:, 0] + move[0]
        # Unbound, as the gradient of scores[:, t] is as large as scores.
        for here, going in zip(scores.unbind(1)[1:], mask.unbind(1)[1:], strict=True):
            step = torch.logsumexp(every[:, :, None] + move, 1) + here
            every = torch.where(going[:, None], step, every)
        return (path * mask).sum(1) - torch.logsumexp(every, 1)

    def scores(self, windows: list[Window]) -> list[torch.Tensor]:
        """The scores [token, column] of each of ``windows``."""
        self.eval()
        scores: dict[int, torch.Tensor] = {}
        order = sorted(range(len(windows)), key=lambda i: len(windows[i].words))
        for k in range(0, len(order), 32):
            part = order[k : k + 32]
            rows = [windows[i] for i in part]
            lengths = [len(w.words) for w in rows]
            with torch.no_grad():
                parts = self.parts([w.words for w in rows])
                out = self(parts, pad([w.quoted for w in rows]), lengths)
            for i, size, of_window in zip(part, lengths, out, strict=True):
                scores[i] = of_window[:size]
        self.train()
        return [scores[i] for i in range(len(windows))]


def pad(rows: Sequence[Sequence[int]], value: int = 0) -> torch.Tensor:
    """``rows`` as one tensor, filled up with ``value``."""
    width = max(map(len, rows))
    return torch.tensor([[*row, *[value] * (width - len(row))] for row in rows])
