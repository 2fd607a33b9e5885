"""The teacher: MPNet (Song et al. 2020) with all heads for each token.

The first word piece of a token stands for it. MPNet is uncased, so the token's shape and its place
to quotation marks are added to the input embeddings.
"""

from pathlib import Path

import torch
from torch import nn
from transformers import AutoModel, AutoTokenizer

from .heads import UNKNOWN, WIDTH
from .windows import Window

LAYERS = 9  # of 12: the highest ones were tuned to sum up a sentence in one vector
MAX_TOKEN_PIECES = 6  # word pieces kept of one token
MAX_PIECES = 512  # of a window
BATCH_WINDOWS = 16  # when it is read without learning
BREAK_PIECE = 5  # [unused0]
FIRST_PIECE, LAST_PIECE, UNKNOWN_PIECE = 0, 2, 3


def shape(word: str) -> int:
    """A number below 8 for how ``word`` is written."""
    if not any(c.isalnum() for c in word):
        return 1
    if any(c.isdigit() for c in word):
        return 2
    if word.islower():
        return 3
    if word.isupper():
        return 4 if len(word) > 1 else 5
    return 6 if word[0].isupper() else 7


class Teacher(nn.Module):  # type: ignore[misc]  # torch has no types here
    """MPNet, in the folder ``mpnet``, with a linear layer: logits of all heads, side by side."""

    def __init__(self, mpnet: Path) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(mpnet, add_pooling_layer=False)
        del self.encoder.encoder.layer[LAYERS:]
        self.tokenizer = AutoTokenizer.from_pretrained(mpnet)
        self.cache: dict[str, list[int]] = {"": [BREAK_PIECE]}
        words = self.encoder.embeddings.word_embeddings
        words.weight.requires_grad = False
        size = words.weight.shape[1]
        self.quoted, self.shape = nn.Embedding(5, size), nn.Embedding(8, size)
        nn.init.zeros_(self.quoted.weight)
        nn.init.zeros_(self.shape.weight)
        self.drop = nn.Dropout(0.1)
        self.heads = nn.Linear(size, WIDTH)

    def pieces(self, word: str) -> list[int]:
        """The word pieces of ``word``."""
        if word not in self.cache:
            ids = self.tokenizer(word.replace("’", "'"), add_special_tokens=False)["input_ids"]
            self.cache[word] = ids[:MAX_TOKEN_PIECES] or [UNKNOWN_PIECE]
        return self.cache[word]

    def batch(self, windows: list[Window]) -> dict[str, torch.Tensor]:
        """Padded inputs, and where the first piece of each token stands."""
        ids, quotes, shapes, firsts = [], [], [], []
        for w in windows:
            row, q, s, first = [FIRST_PIECE], [0], [0], []
            for word, state in zip(w.words, w.quoted, strict=True):
                first.append(len(row))
                pieces = self.pieces(word)
                row += pieces
                q += [state] * len(pieces)
                s += [shape(word)] * len(pieces)
            ids.append([*row, LAST_PIECE][:MAX_PIECES])
            quotes.append([*q, 0][:MAX_PIECES])
            shapes.append([*s, 0][:MAX_PIECES])
            firsts.append(first)

        def pad(rows: list[list[int]], value: int = 0) -> torch.Tensor:
            width = max(map(len, rows))
            return torch.tensor([r + [value] * (width - len(r)) for r in rows])

        return {
            "ids": pad(ids),
            "mask": pad([[1] * len(r) for r in ids]),
            "quoted": pad(quotes),
            "shape": pad(shapes),
            "first": pad(firsts),
            "targets": targets(windows),
        }

    def forward(self, b: dict[str, torch.Tensor]) -> torch.Tensor:
        """Logits [window, token, column]."""
        words = self.encoder.embeddings.word_embeddings(b["ids"])
        words = words + self.quoted(b["quoted"]) + self.shape(b["shape"])
        hidden = self.encoder(inputs_embeds=words, attention_mask=b["mask"]).last_hidden_state
        index = b["first"].clamp(max=hidden.shape[1] - 1)[..., None].expand(-1, -1, hidden.shape[2])
        return self.heads(self.drop(hidden.gather(1, index).float()))

    def scores(self, windows: list[Window]) -> list[torch.Tensor]:
        """The logits [token, column] of each of ``windows``."""
        self.eval()
        scores: dict[int, torch.Tensor] = {}
        order = sorted(range(len(windows)), key=lambda i: len(windows[i].words))
        for k in range(0, len(order), BATCH_WINDOWS):
            part = order[k : k + BATCH_WINDOWS]
            with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
                out = self(self.batch([windows[i] for i in part])).half()
            for i, row in zip(part, out, strict=True):
                scores[i] = row[: len(windows[i].words)].clone()
        self.train()
        return [scores[i] for i in range(len(windows))]


def targets(windows: list[Window]) -> torch.Tensor:
    """The targets [window, token, head] of ``windows``, filled up with ``UNKNOWN``."""
    width = max(len(w.words) for w in windows)
    out = torch.full((len(windows), width, windows[0].targets.shape[1]), UNKNOWN)
    for row, window in zip(out, windows, strict=True):
        row[: len(window.words)] = torch.from_numpy(window.targets)
    return out
