"""Fit the choice of who a source is: the weights of features, and the network of vectors.

Both are learned at once, since their scores are added: the log-loss of the right candidate, by
Adam at a rate that falls to nothing, with dropout of vectors and units.
``names/source_network.py`` says what the network is.
"""

import random
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from newsbrief.names.source_network import SourceNetwork

from .name_examples import SourceExample

SEED = 0
EPOCHS = 12
BATCH = 64  # choices
RATE, WEIGHT_RATE = 0.003, 0.005  # of the network, and of the weights of features
DECAY, WEIGHT_DECAY = 1e-4, 3e-5
DROPOUT = 0.2
WIDTH = 32  # of vectors, and of the layers that read them


class Batch(NamedTuple):
    """Choices, the candidates of all of them one after the other."""

    features: Tensor
    starts: Tensor  # where those of each candidate begin
    source: Tensor  # [candidate, unit], as are the next two; zeros for "nobody"
    last: Tensor
    fullest: Tensor
    owner: Tensor  # the choice of each candidate
    firsts: Tensor  # the candidate "nobody" of each choice
    right: Tensor


class Network(nn.Module):  # type: ignore[misc]  # torch has no types here
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

    def forward(self, batch: Batch) -> Tensor:
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
    """The weight of each feature that is seen ``min_occurrences`` times, and the network."""
    ids = feature_ids((c for e in examples for c in e.candidates), min_occurrences)
    torch.manual_seed(SEED)
    network = Network(len(ids) + 1, examples[0].source.size)
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
    order, shuffled = random.Random(SEED), list(examples)
    for _ in range(EPOCHS):
        order.shuffle(shuffled)
        for start in range(0, len(shuffled), BATCH):
            part = _batch(ids, shuffled[start : start + BATCH])
            loss = log_loss(network(part), part) + WEIGHT_DECAY * weights[0].square().sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            falling.step()
    values = network.weights.weight.detach()[1:, 0].tolist()
    return dict(zip(ids, values, strict=True)), _read_by_numpy(network)


def feature_ids(candidates: Iterable[Sequence[str]], min_occurrences: int) -> dict[str, int]:
    """A number from 1 for each feature that as many of ``candidates`` have; 0 stands for none."""
    counts = Counter(feature for each in candidates for feature in set(each))
    known = sorted(feature for feature, count in counts.items() if count >= min_occurrences)
    return {feature: i for i, feature in enumerate(known, start=1)}


def batch(
    ids: Mapping[str, int],
    candidates: Sequence[Sequence[Sequence[str]]],
    right: Sequence[int],
    source: Tensor,
    mentions: Tensor,
) -> Batch:
    """Choices with the features of their ``candidates`` and the index of the ``right`` one.

    ``source`` [choice, unit] and ``mentions`` [candidate, last or fullest, unit] are hidden units,
    zeros for "nobody".
    """
    features = [
        [0, *(ids[f] for f in each if f in ids)] for choice in candidates for each in choice
    ]
    sizes = torch.tensor([len(choice) for choice in candidates])
    firsts = sizes.cumsum(0) - sizes
    return Batch(
        torch.tensor([i for each in features for i in each]),
        torch.tensor([0, *accumulate(map(len, features[:-1]))]),
        source.repeat_interleave(sizes, 0),
        mentions[:, 0],
        mentions[:, 1],
        torch.arange(len(sizes)).repeat_interleave(sizes),
        firsts,
        firsts + torch.tensor(right),
    )


def _batch(ids: Mapping[str, int], examples: Sequence[SourceExample]) -> Batch:
    mentions = [part for e in examples for part in (np.zeros((1, 2, e.source.size)), e.mentions)]
    return batch(
        ids,
        [e.candidates for e in examples],
        [e.right for e in examples],
        torch.from_numpy(np.stack([e.source for e in examples])),
        torch.from_numpy(np.concatenate(mentions).astype(np.float32)),
    )


def log_loss(scores: Tensor, batch: Batch) -> Tensor:
    """The mean log-loss of the right candidates."""
    count = len(batch.firsts)
    most = torch.full((count,), -torch.inf)
    most = most.scatter_reduce(0, batch.owner, scores.detach(), "amax")
    powers = (scores - most[batch.owner]).exp()
    totals = torch.zeros(count).index_add(0, batch.owner, powers).log() + most
    return (totals - scores[batch.right]).mean()


def _read_by_numpy(network: Network) -> SourceNetwork:
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
