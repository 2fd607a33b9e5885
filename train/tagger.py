"""Train the attribution tagger on gold labels and on the scores of the teacher.

    python -m train.tagger --data DATA --mpnet mpnet --vocabulary vocabulary.json \\
        --scores scores --out tagger.pt

The target of a token that a reader labelled is half gold and half the teacher's chances; that of a
token of another article is the teacher's chances alone (Hinton et al. 2015).
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from torch import nn

from newsbrief.tagging.heads import COLUMNS, HEADS
from newsbrief.tagging.vocabulary import UNKNOWN as UNKNOWN_WORD
from newsbrief.tagging.vocabulary import Lexicon

from . import constructions, variations
from .arguments import paths
from .augmentation import Augmenter
from .checkpoint import Checkpoint, Progress
from .documents import Document, document, give_scores, laid_out, plain
from .heads import INDEX, SEQUENCES, SIDES_OF, TAGGER_WIDTH, UNKNOWN, WEIGHTS
from .readings import readings
from .scores import Scores, softmax
from .split import POLNEAR, READERS, SUMMARIES, UNLABELLED, facts_split, training_rows
from .tagger_metrics import figures
from .tagger_model import LABELS, Tagger, pad
from .vocabulary import first_vectors
from .windows import Window, batches, windows

SEED = 1
GOLD_SHARE = 0.5  # of the target of a token that a reader labelled
MIN_HIDDEN, RARE = 0.02, 0.3  # a word seen n times is hidden with a chance of RARE / (RARE + n)
HIDDEN = 96
CONSTRUCTIONS = 250  # texts a round
VARIATIONS = 1500
READERS_TIMES, READINGS = 2, 1300  # how often a reader's article comes in a round; readings drawn
EVALUATION_TOKENS = 96  # of a window


@dataclass
class Documents:
    """What is trained on, with gold labels and without, and what is held out."""

    readers: list[Document]
    readings: list[Document]
    others: list[Document]
    held_out: list[Document]
    bank: variations.Bank

    def windows(self, count: int, rng: random.Random) -> Iterator[Window]:
        """Windows of random sizes over those of ``readers``, some readings, ``count`` others.

        And over constructions and variations, which are new ones each time.
        """
        own = constructions.texts(CONSTRUCTIONS, rng)
        own += variations.texts(self.bank, VARIATIONS, rng)
        drawn = (*_some(self.readings, READINGS, rng), *_some(self.others, count, rng))
        for doc in [*self.readers * READERS_TIMES, *drawn, *map(document, own)]:
            yield from windows(doc, rng.randint(48, 160))

    def counts(self) -> Counter[str]:
        """How often each word occurs in what is trained on."""
        docs = [*self.readers, *self.readings, *self.others]
        return Counter(w for d in docs for paragraph in d.paragraphs for w in paragraph.words)


def _some(docs: list[Document], count: int, rng: random.Random) -> list[Document]:
    return rng.sample(docs, min(count, len(docs)))


def documents(data: Path, folder: Path) -> Documents:
    """The documents of the tagger, with the teacher's scores in ``folder``.

    Articles without gold labels are there only if the teacher scored them.
    """
    scores: dict[str, Scores] = {}
    for path in sorted(folder.rglob("*.pt")):
        scores |= torch.load(path, weights_only=False)
    parts = facts_split(data)[READERS]
    read = {row["id"] for _, row in readings(data)}
    gold = {row["id"]: laid_out(row) for row in parts.training}
    held_out = [document(row) for row in parts.held_out]
    others = [
        plain(row)
        for name in (POLNEAR, UNLABELLED, *SUMMARIES)
        for row in training_rows(data, name)
        if str(row["id"]) in scores
    ]
    for doc in (*gold.values(), *others):
        if doc.id in scores:
            give_scores(doc, scores[doc.id])
    return Documents(
        [doc for key, doc in gold.items() if key not in read],
        [doc for key, doc in gold.items() if key in read],
        others,
        held_out,
        variations.collected(parts.training),
    )


def targets(part: list[Window]) -> torch.Tensor:
    """What to learn of each token [window, token, column]: chances, times how much they count."""
    width = max(len(w.words) for w in part)
    out = np.zeros((len(part), width, TAGGER_WIDTH), np.float32)
    for row, window in zip(out, part, strict=True):
        size = len(window.words)
        known = window.targets[:, [INDEX[name] for name in HEADS]] != UNKNOWN
        share = GOLD_SHARE if known.any() and window.scores is not None else float(known.any())
        if share:
            for at, (start, _) in enumerate(COLUMNS.values()):
                places = np.flatnonzero(known[:, at])
                row[places, start + window.targets[places, at]] += share
        if window.scores is not None:
            row[:size] += (1 - share) * weighted_chances(window.scores)
        for name, (start, end) in COLUMNS.items():
            row[:, start:end] *= WEIGHTS[name]
    return torch.from_numpy(out)


def weighted_chances(scores: Scores) -> NDArray[np.float32]:
    """The teacher's chances; those of a head that describes a span by the chance of one."""
    raw = scores.astype(np.float32)
    chances = {name: softmax(raw[:, start:end]) for name, (start, end) in COLUMNS.items()}
    inside = {name: 1 - chances[name][:, 0] for name in SEQUENCES if name in COLUMNS}
    sources = {name: chances[name][:, 1:3].sum(1) for name in ("labels", "inner")}
    telling = np.maximum(inside["labels"] - sources["labels"], inside["inner"] - sources["inner"])
    weights = {
        name: inside[SIDES_OF[name]]
        if name in SIDES_OF
        else np.maximum(sources["labels"], sources["inner"])
        if name == "type"
        else np.ones_like(telling)
        if name in SEQUENCES
        else telling
        for name in COLUMNS
    }
    return np.concatenate([chances[name] * weights[name][:, None] for name in COLUMNS], axis=1)


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
        parts[..., 0][self.unknown(words)] = UNKNOWN_WORD
        lengths = [len(row) for row in words]
        out = self.model(parts, pad([w.quoted for w in part]), lengths, self.args.drop)
        wanted = targets(part)
        cost = torch.zeros(())
        for start, end in COLUMNS.values():
            chances = out[..., start:end].log_softmax(-1)
            cost = cost - (wanted[..., start:end] * chances).sum()
        gold = pad([w.targets[:, INDEX["labels"]].tolist() for w in part], UNKNOWN)
        rows = [i for i, w in enumerate(part) if (w.targets[:, INDEX["labels"]] != UNKNOWN).any()]
        if self.args.crf and rows:
            likely = self.model.log_likelihood(out[rows][..., LABELS], gold[rows])
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
            print(f"round {number}: {figures(check, self.model.scores(check))}", flush=True)
            checkpoint.save(number + 1)
        checkpoint.finish(self.model)


def main() -> None:
    parser = paths(__doc__, "data", "vocabulary", "out")
    parser.add_argument("--mpnet", type=Path, required=True, help="the folder of MPNet")
    parser.add_argument("--scores", type=Path, required=True, help="the folder of scores")
    parser.add_argument("--start", type=Path, help="a model to train on from")
    parser.add_argument("--hidden", type=int, default=HIDDEN, help="units of a layer and direction")
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
    model = Tagger(Lexicon(*lists), hidden=args.hidden)
    if args.start:
        model.load_state_dict(torch.load(args.start))
    else:
        model.tables[0].weight.data[2:] = first_vectors(
            args.mpnet, lists[0], model.quoted.embedding_dim
        )
    Trainer(model, documents(args.data, args.scores), args).train()


if __name__ == "__main__":
    main()
