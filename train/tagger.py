"""Train the attribution tagger on gold labels and on the scores of teachers.

    python train/tagger.py --data ../shared/data --labels labels/1 labels/2 --out tagger.pt

With scores (see label.py; those of several teachers are averaged) a token of PolNeAR is worth half
gold and half teacher, one of the summary articles the teacher alone. Seeded; one thread.
"""

import argparse
import json
import random
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import tagger_data as data
import torch
from augment import Augmenter
from tagger_figures import figures
from tagger_model import COUNT, Tagger, pad
from torch import nn
from torch.nn import functional as F  # noqa: N812

from newsbrief.tagging.vocabulary import UNKNOWN, Lexicon, describe
from newsbrief.text.tokens import tokens

TEXTS = (
    "polnear/train.jsonl",
    "summaries/cnndm_llm_refs.jsonl",
    "summaries/cnn_short.jsonl",
    "summaries/cnndm_train.jsonl",
    "summaries/xsum_dev.jsonl",
)
SIZES = (16_000, 1_500, 1_500)  # of words, beginnings, ends
SIDES = 0.3  # weight of the loss of directions

Lists = list[list[str]]


def vocabulary(folder: Path) -> Lists:
    """The commonest words, beginnings and ends of the training texts (never of dev texts)."""
    words: Counter[str] = Counter()
    heads: Counter[str] = Counter()
    tails: Counter[str] = Counter()
    for name in TEXTS:
        for row in data.rows(folder / name):
            text = row.get("text") or row["article"]
            weight = 2 if "attributions" in row else 1
            for start, end in tokens(text):
                word, head, tail, _ = describe(text[start:end])
                words[word] += weight
                heads[head] += 1
                tails[tail] += 1
    counts = (words, heads, tails)
    return [[w for w, _ in c.most_common(n)] for c, n in zip(counts, SIZES, strict=True)]


def minilm(words: list[str], size: int) -> torch.Tensor:
    """MiniLM's input vectors of ``words`` (the mean of the pieces), reduced by PCA."""
    from teacher import MODEL
    from transformers import AutoModel, AutoTokenizer

    table = AutoModel.from_pretrained(MODEL).embeddings.word_embeddings.weight.detach()
    ids = AutoTokenizer.from_pretrained(MODEL)(words, add_special_tokens=False)["input_ids"]
    unknown = [100]  # of a word that has no piece, such as a control character
    rows = torch.stack([table[torch.tensor(i or unknown)].mean(0) for i in ids])
    rows = rows - rows.mean(0)
    _, _, axes = torch.linalg.svd(rows[:8000], full_matrices=False)
    out = rows @ axes[:size].T
    return 0.25 * out / out.std()


@dataclass
class Documents:
    """What is trained on, with gold labels and with the teacher's alone, and what is held out."""

    gold: list[data.Document]
    others: list[data.Document]
    held: list[data.Document]

    def windows(self, count: int, rng: random.Random) -> Iterator[data.Window]:
        """Windows of random sizes over all gold documents and ``count`` of the others."""
        for doc in [*self.gold, *rng.sample(self.others, min(count, len(self.others)))]:
            yield from data.windows(doc, rng.randint(48, 160))

    def counts(self) -> Counter[str]:
        """How often each word occurs in what is trained on."""
        docs = [*self.gold, *self.others]
        return Counter(w for d in docs for paragraph in d.paragraphs for w in paragraph.words)


def documents(folder: Path, labels: Sequence[Path]) -> Documents:
    """The documents in ``folder`` with their scores in ``labels``, those without gold if scored."""
    docs = [data.document(row) for row in data.rows(folder / TEXTS[0])]
    scores: dict[str, list[data.Scores]] = {}
    for path in (path for one in labels for path in sorted(one.glob("*.pt"))):
        for name, of_one in torch.load(path, weights_only=False).items():
            scores.setdefault(name, []).append(of_one)
    rows = (row for name in TEXTS[1:] for row in data.rows(folder / name)) if scores else ()
    others = [data.plain(row) for row in rows if row["id"] in scores]
    for doc in [*docs, *others]:
        if doc.id in scores:
            data.give_scores(doc, data.mean(scores[doc.id]))
    train, held = data.split(docs)
    return Documents(train, others, held)


def targets(part: list[data.Window]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """What to learn of each token: chances of labels and of directions, and gold labels or -100."""
    gold = pad([w.labels if w.gold else [-100] * len(w.labels) for w in part], -100)
    labels = F.one_hot(gold.clamp(min=0), COUNT).float() * (gold >= 0)[..., None]
    sides = F.one_hot(pad([w.directions for w in part]), 3).float() * (gold > 0)[..., None]
    for i, w in enumerate(part):
        if w.scores:
            raw = torch.tensor(np.concatenate(w.scores), dtype=torch.float32)
            chances = raw[:, :COUNT].softmax(1)
            ways = raw[:, COUNT:].softmax(1) * (1 - chances[:, :1])
            share = 0.5 if w.gold else 1.0
            size = len(raw)
            labels[i, :size] = (1 - share) * labels[i, :size] + share * chances
            sides[i, :size] = (1 - share) * sides[i, :size] + share * ways
    return labels, sides, gold


class Trainer:
    """A model with all that a step of its training needs."""

    def __init__(self, model: Tagger, docs: Documents, args: argparse.Namespace) -> None:
        self.model, self.docs, self.args = model, docs, args
        self.rng = random.Random(1)
        self.counts = docs.counts()
        self.augment = Augmenter(self.counts, self.rng)
        self.optimizer = torch.optim.AdamW(model.parameters(), lr=args.rate, weight_decay=0.01)

    def batches(self) -> list[list[data.Window]]:
        """The batches of a round, each of windows of like length."""
        windows = list(self.docs.windows(self.args.others, self.rng))
        return data.batches(windows, self.args.tokens, self.rng)

    def unknown(self, rows: list[list[str]]) -> torch.Tensor:
        """Which words to hide: rare ones often, others seldom."""
        chances = [[max(0.02, 0.3 / (0.3 + self.counts[w])) for w in row] for row in rows]
        width = max(map(len, rows))
        filled = torch.tensor([row + [0.0] * (width - len(row)) for row in chances])
        return torch.rand(filled.shape) < filled

    def loss(self, part: list[data.Window]) -> torch.Tensor:
        """The loss on a batch, by token."""
        words = [self.augment(w.words, w.quoted) for w in part]
        parts = self.model.parts(words)
        parts[..., 0][self.unknown(words)] = UNKNOWN
        lengths = [len(row) for row in words]
        out = self.model(parts, pad([w.quoted for w in part]), lengths, self.args.drop)
        labels, sides, gold = targets(part)
        cost = -(labels * out[..., :COUNT].log_softmax(-1)).sum()
        cost = cost - SIDES * (sides * out[..., COUNT:].log_softmax(-1)).sum()
        rows = [i for i, w in enumerate(part) if w.gold]
        if self.args.crf and rows:
            likely = self.model.log_likelihood(out[rows][..., :COUNT], gold[rows])
            cost = cost - self.args.crf * likely.sum()
        return cost / sum(lengths)

    def step(self, part: list[data.Window]) -> float:
        """The loss on a batch, which the model has learned from."""
        cost = self.loss(part)
        self.optimizer.zero_grad()
        cost.backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        return float(cost.detach())

    def train(self) -> None:
        """Train for all rounds; after each, print held-out figures and save."""
        check = [w for d in self.docs.held for w in data.windows(d, 64)]
        order = self.batches()
        total = len(order) * self.args.rounds
        schedule = torch.optim.lr_scheduler.OneCycleLR(
            self.optimizer, self.args.rate, int(total * 1.05) + 9, pct_start=0.15, div_factor=10
        )
        began, done = time.time(), 0
        for number in range(self.args.rounds):
            mean = 0.0
            for k, part in enumerate(order):
                mean += (self.step(part) - mean) / (k + 1)
                schedule.step()
                done += 1
                if done % 50 == 0:
                    print(f"{done}/{total} {time.time() - began:.0f} s {mean:.3f}", flush=True)
            print(f"round {number}: {figures(check, self.model.guess(check))}", flush=True)
            torch.save(self.model.state_dict(), self.args.out)
            order = self.batches()


def main() -> None:
    """Train a tagger."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--vocabulary", type=Path, default=Path("vocabulary.json"))
    parser.add_argument("--labels", type=Path, nargs="*", default=[], help="folders of scores")
    parser.add_argument("--start", type=Path, help="a model to train on from")
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--tokens", type=int, default=2400, help="of a batch")
    parser.add_argument("--others", type=int, default=2000, help="articles a round without gold")
    parser.add_argument("--drop", type=float, default=0.3)
    parser.add_argument("--crf", type=float, default=0.3, help="weight of the loss of gold paths")
    args = parser.parse_args()
    torch.manual_seed(1)
    torch.set_num_threads(1)
    if not args.vocabulary.exists():
        args.vocabulary.write_text(json.dumps(vocabulary(args.data)))
    lists = json.loads(args.vocabulary.read_text())
    model = Tagger(Lexicon(*lists))
    if args.start:
        model.load_state_dict(torch.load(args.start))
    else:
        model.tables[0].weight.data[2:] = minilm(lists[0], model.quoted.embedding_dim)
    Trainer(model, documents(args.data, args.labels), args).train()


if __name__ == "__main__":
    main()
