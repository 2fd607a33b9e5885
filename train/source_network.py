"""Fit the choice of who a source is: the weights of features, and the network of vectors.

Both are learned at once, since their scores are added: the log-loss of the right candidate, by
Adam at a rate that falls to nothing, with dropout of vectors and units. Several such runs are put
together, so that a candidate has the mean of their scores.
``names/source_network.py`` says what the network is.
"""

import random
from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from newsbrief.names.source_network import SourceNetwork

from .name_examples import SourceExample
from .networks import together

SEEDS = (0, 1, 2, 3)
EPOCHS = 12
BATCH = 64  # choices
RATE, WEIGHT_RATE = 0.003, 0.005  # of the network, and of the weights of features
DECAY, WEIGHT_DECAY = 1e-4, 3e-5
DROPOUT = 0.2
WIDTH = 32  # of vectors, and of the layers that read them


class _Batch(NamedTuple):
    features: Tensor  # of all candidates, one after the other
    starts: Tensor  # where those of each candidate begin
    source: Tensor  # [candidate, unit], as are the next two; zeros for "nobody"
    last: Tensor
    fullest: Tensor
    owner: Tensor  # the choice of each candidate
    firsts: Tensor  # the candidate "nobody" of each choice
    right: Tensor


class _Network(nn.Module):  # type: ignore[misc]  # torch has no types here
    """The scores of candidates."""

    def __init__(self, features: int, units: int) -> None:
        super().__init__()
        self.weights = nn.EmbeddingBag(features, 1, mode="sum")
        self.dropout = nn.Dropout(DROPOUT)
        self.project = nn.Linear(units, WIDTH, bias=False)
        self.source = nn.Linear(WIDTH, WIDTH)
        self.last = nn.Linear(WIDTH, WIDTH, bias=False)
        self.fullest = nn.Linear(WIDTH, WIDTH, bias=False)
        self.score = nn.Linear(WIDTH, 1, bias=False)
        self.nobody = nn.Linear(WIDTH, WIDTH)
        self.nobody_score = nn.Linear(WIDTH, 1, bias=False)
        nn.init.zeros_(self.weights.weight)
        for layer in (self.score, self.nobody_score):
            nn.init.normal_(layer.weight, 0, 0.02)

    def forward(self, batch: _Batch) -> Tensor:
        parts = (batch.source, batch.last, batch.fullest)
        source, last, fullest = (self.project(self.dropout(part)) for part in parts)
        units = torch.relu(self.source(source) + self.last(last) + self.fullest(fullest))
        scores = self.score(self.dropout(units))[:, 0]
        alone = torch.relu(self.nobody(source[batch.firsts]))
        nobody = self.nobody_score(self.dropout(alone))[:, 0]
        found: Tensor = scores.index_copy(0, batch.firsts, nobody)
        return found + self.weights(batch.features, batch.starts)[:, 0]


def fit(
    examples: Sequence[SourceExample], min_occurrences: int
) -> tuple[dict[str, float], SourceNetwork]:
    """The weight of each feature that is seen ``min_occurrences`` times, and the network.

    They are those of ``SEEDS`` together.
    """
    counts = Counter(f for e in examples for c in e.candidates for f in set(c))
    known = sorted(f for f, n in counts.items() if n >= min_occurrences)
    ids = {feature: i for i, feature in enumerate(known, start=1)}  # 0 stands for none
    fitted = [_fitted(ids, examples, seed) for seed in SEEDS]
    values = np.mean([each.weights.weight.detach().numpy()[1:, 0] for each in fitted], axis=0)
    return dict(zip(known, values.tolist(), strict=True)), together([*map(_read_by_numpy, fitted)])


def _fitted(ids: dict[str, int], examples: Sequence[SourceExample], seed: int) -> _Network:
    """The network that ``examples`` teach, and in it the weights of the features in ``ids``."""
    torch.manual_seed(seed)
    network = _Network(len(ids) + 1, examples[0].source.size)
    weights = list(network.weights.parameters())
    others = [p for name, p in network.named_parameters() if not name.startswith("weights.")]
    optimizer = torch.optim.Adam(
        [
            {"params": weights, "lr": WEIGHT_RATE},
            {"params": others, "lr": RATE, "weight_decay": DECAY},
        ]
    )
    steps = EPOCHS * -(-len(examples) // BATCH)
    falling = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: 1 - step / steps)
    order, shuffled = random.Random(seed), list(examples)
    for _ in range(EPOCHS):
        order.shuffle(shuffled)
        for start in range(0, len(shuffled), BATCH):
            batch = _batch(ids, shuffled[start : start + BATCH])
            loss = _loss(network(batch), batch) + WEIGHT_DECAY * weights[0].square().sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            falling.step()
    return network


def _batch(ids: dict[str, int], examples: Sequence[SourceExample]) -> _Batch:
    features = [
        [0, *(ids[f] for f in candidate if f in ids)]
        for e in examples
        for candidate in e.candidates
    ]
    sizes = [len(e.candidates) for e in examples]
    firsts = torch.tensor([0, *accumulate(sizes[:-1])])
    mentions = np.concatenate(
        [part for e in examples for part in (np.zeros((1, 2, e.source.size)), e.mentions)]
    ).astype(np.float32)
    return _Batch(
        torch.tensor([i for each in features for i in each]),
        torch.tensor([0, *accumulate(map(len, features[:-1]))]),
        torch.tensor(np.repeat(np.stack([e.source for e in examples]), sizes, axis=0)),
        torch.tensor(mentions[:, 0]),
        torch.tensor(mentions[:, 1]),
        torch.tensor(np.repeat(np.arange(len(examples)), sizes)),
        firsts,
        firsts + torch.tensor([e.right for e in examples]),
    )


def _loss(scores: Tensor, batch: _Batch) -> Tensor:
    """The mean log-loss of the right candidates."""
    count = len(batch.firsts)
    most = torch.full((count,), -torch.inf)
    most = most.scatter_reduce(0, batch.owner, scores.detach(), "amax")
    powers = (scores - most[batch.owner]).exp()
    totals = torch.zeros(count).index_add(0, batch.owner, powers).log() + most
    return (totals - scores[batch.right]).mean()


def _read_by_numpy(network: _Network) -> SourceNetwork:
    """The parameters of ``network`` in 16 bits, as they ship."""
    state = {name: p.detach().numpy() for name, p in network.named_parameters()}
    arrays = {
        "project": state["project.weight"].T,
        "source": state["source.weight"].T,
        "last": state["last.weight"].T,
        "fullest": state["fullest.weight"].T,
        "bias": state["source.bias"],
        "score": state["score.weight"][0],
        "nobody": state["nobody.weight"].T,
        "nobody_bias": state["nobody.bias"],
        "nobody_score": state["nobody_score.weight"][0],
    }
    return SourceNetwork(**{n: a.astype(np.float16).astype(np.float32) for n, a in arrays.items()})
