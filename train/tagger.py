"""Train the attribution tagger on gold labels and on the scores of teachers.

    python -m train.tagger --data DATA --vocabulary vocabulary.json --scores scores/1 scores/2 \\
        --out tagger.pt

The scores of several teachers are averaged. The target of a token of PolNeAR is half its gold label
and half the teachers' chances; that of a token of another article is the teachers' chances alone
(Hinton et al. 2015).
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F  # noqa: N812

from newsbrief.tagging.vocabulary import UNKNOWN, Lexicon

from .augmentation import Augmenter
from .checkpoint import Checkpoint, Progress
from .documents import Document, document, give_scores, plain
from .scores import Scores, mean
from .split import SUMMARIES, polnear_split, unreported
from .tagger_metrics import figures
from .tagger_model import COUNT, Tagger, pad
from .vocabulary import first_vectors
from .windows import Window, batches, windows

SEED = 1
DIRECTION_WEIGHT = 0.3  # of the loss of directions, beside that of labels
GOLD_SHARE = 0.5  # of the target of a token that has a gold label
MIN_HIDDEN, RARE = 0.02, 0.3  # a word seen n times is hidden with a chance of RARE / (RARE + n)
EVALUATION_TOKENS = 64  # of a window


@dataclass
class Documents:
    """What is trained on, with gold labels and without, and what is held out."""

    gold: list[Document]
    others: list[Document]
    held_out: list[Document]

    def windows(self, count: int, rng: random.Random) -> Iterator[Window]:
        """Windows of random sizes over all gold documents and ``count`` of the others."""
        for doc in [*self.gold, *rng.sample(self.others, min(count, len(self.others)))]:
            yield from windows(doc, rng.randint(48, 160))

    def counts(self) -> Counter[str]:
        """How often each word occurs in what is trained on."""
        docs = [*self.gold, *self.others]
        return Counter(w for d in docs for paragraph in d.paragraphs for w in paragraph.words)


def documents(data: Path, folders: Sequence[Path]) -> Documents:
    """The documents of the tagger, with the mean of the teachers' scores in ``folders``.

    Articles without gold labels are there only if the teachers scored them.
    """
    scores: dict[str, list[Scores]] = {}
    for path in (path for folder in folders for path in sorted(folder.glob("*.pt"))):
        for name, of_one in torch.load(path, weights_only=False).items():
            scores.setdefault(name, []).append(of_one)
    others = [plain(row) for _, row in unreported(data, *SUMMARIES) if row["id"] in scores]
    gold, held_out = ([document(row) for row in part] for part in polnear_split(data))
    for doc in (*gold, *held_out, *others):
        if doc.id in scores:
            give_scores(doc, mean(scores[doc.id]))
    return Documents(gold, others, held_out)


def targets(part: list[Window]) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
    """What to learn of each token: chances of labels and of directions, and gold labels or -100."""
    gold = pad([w.labels if w.gold else [-100] * len(w.labels) for w in part], -100)
    labels = F.one_hot(gold.clamp(min=0), COUNT).float() * (gold >= 0)[..., None]
    sides = F.one_hot(pad([w.directions for w in part]), 3).float() * (gold > 0)[..., None]
    for i, w in enumerate(part):
        if w.scores:
            raw = torch.tensor(np.concatenate(w.scores), dtype=torch.float32)
            chances = raw[:, :COUNT].softmax(1)
            ways = raw[:, COUNT:].softmax(1) * (1 - chances[:, :1])
            share = 1 - GOLD_SHARE if w.gold else 1.0
            size = len(raw)
            labels[i, :size] = (1 - share) * labels[i, :size] + share * chances
            sides[i, :size] = (1 - share) * sides[i, :size] + share * ways
    return labels, sides, gold


class Trainer:
    """A model with all that a step of its training needs."""

    def __init__(self, model: Tagger, docs: Documents, args: argparse.Namespace) -> None:
        self.model, self.docs, self.args = model, docs, args
        self.rng = random.Random(SEED)
        self.counts = docs.counts()
        self.augment = Augmenter(self.counts, self.rng)
        self.optimizer = torch.optim.AdamW(model.parameters(), lr=args.rate, weight_decay=0.01)

    def batches(self) -> list[list[Window]]:
        """The batches of a round, each of windows of similar length."""
        sampled = list(self.docs.windows(self.args.others, self.rng))
        return batches(sampled, self.args.tokens, self.rng)

    def unknown(self, rows: list[list[str]]) -> torch.Tensor:
        """Which words to replace by the unknown one: rare words often, others seldom."""
        chances = [[max(MIN_HIDDEN, RARE / (RARE + self.counts[w])) for w in row] for row in rows]
        width = max(map(len, rows))
        filled = torch.tensor([row + [0.0] * (width - len(row)) for row in chances])
        return torch.rand(filled.shape) < filled

    def loss(self, part: list[Window]) -> torch.Tensor:
        """The loss on a batch, by token."""
        words = [self.augment(w.words, w.quoted) for w in part]
        parts = self.model.parts(words)
        parts[..., 0][self.unknown(words)] = UNKNOWN
        lengths = [len(row) for row in words]
        out = self.model(parts, pad([w.quoted for w in part]), lengths, self.args.drop)
        labels, sides, gold = targets(part)
        cost = -(labels * out[..., :COUNT].log_softmax(-1)).sum()
        cost = cost - DIRECTION_WEIGHT * (sides * out[..., COUNT:].log_softmax(-1)).sum()
        rows = [i for i, w in enumerate(part) if w.gold]
        if self.args.crf and rows:
            likely = self.model.log_likelihood(out[rows][..., :COUNT], gold[rows])
            cost = cost - self.args.crf * likely.sum()
        return cost / sum(lengths)

    def step(self, part: list[Window]) -> float:
        """The loss on a batch, which the model has learned from."""
        cost = self.loss(part)
        self.optimizer.zero_grad()
        cost.backward()
        nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        return float(cost.detach())

    def train(self) -> None:
        """Train for all rounds, from the last checkpoint if there is one; save the model.

        After each round a line of held-out figures is printed and a checkpoint saved.
        """
        check = [w for d in self.docs.held_out for w in windows(d, EVALUATION_TOKENS)]
        order = self.batches()
        total = len(order) * self.args.rounds
        schedule = torch.optim.lr_scheduler.OneCycleLR(
            self.optimizer, self.args.rate, int(total * 1.05) + 9, pct_start=0.15, div_factor=10
        )
        parts = {"model": self.model, "optimizer": self.optimizer, "schedule": schedule}
        checkpoint = Checkpoint(self.args.out, parts, self.rng)
        done = checkpoint.load()
        for number in range(done, self.args.rounds):
            if number:
                order = self.batches()
            progress = Progress(f"round {number}", len(order))
            for part in order:
                progress.step(self.step(part))
                schedule.step()
            print(f"round {number}: {figures(check, self.model.guess(check))}", flush=True)
            checkpoint.save(number + 1)
        checkpoint.finish(self.model)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--vocabulary", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--scores", type=Path, nargs="*", default=[], help="folders of scores")
    parser.add_argument("--start", type=Path, help="a model to train on from")
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--rate", type=float, default=3e-3)
    parser.add_argument("--tokens", type=int, default=2400, help="of a batch")
    parser.add_argument("--others", type=int, default=2000, help="articles a round without gold")
    parser.add_argument("--drop", type=float, default=0.3)
    parser.add_argument("--crf", type=float, default=0.3, help="weight of the loss of gold paths")
    args = parser.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    lists = json.loads(args.vocabulary.read_text(encoding="utf-8"))
    model = Tagger(Lexicon(*lists))
    if args.start:
        model.load_state_dict(torch.load(args.start))
    else:
        model.tables[0].weight.data[2:] = first_vectors(lists[0], model.quoted.embedding_dim)
    Trainer(model, documents(args.data, args.scores), args).train()


if __name__ == "__main__":
    main()
