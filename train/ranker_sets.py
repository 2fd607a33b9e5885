"""The second half of the ranker: weights of the features of sentences, and of sets of them.

The chance of a set to be chosen is the softmax of its score among the sets of its article; what is
maximised is the expected ROUGE-1 + ROUGE-2 of the choice.
"""

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch

from newsbrief.summary.features import features

from .ranker_examples import Example
from .rouge import Scorer

SENTENCES = 3  # of a set
POOL_SENTENCES = 9  # beside the first three, from which sets are made
POOL_WORD_COST = 0.17  # in choosing the pool, where an expected term gains 1
REFERENCE_WORDS = (25.0, 45.0, 75.0)  # lengths for the slopes of expected F-measures
WHOLE = ("covered", "repeated", *(f"rate {n:g}" for n in REFERENCE_WORDS))
LENGTH_COST = 0.07  # of ten words more than the first three sentences: sets of equal mean length
GAIN = 10.0  # reward to logits


@dataclass
class Candidates:
    """The sets of sentences of one article, as tensors."""

    rows: Any  # [sentence of the pool, feature]
    members: Any  # [set, sentence]: indices of rows
    whole: Any  # [set, feature of the set]
    rewards: Any  # [set]: ROUGE-1 + ROUGE-2
    excess: Any  # [set]: tens of words above those of the first sentences


def candidates(example: Example, stop: frozenset[str]) -> Candidates:
    """All sets of ``SENTENCES`` from the first sentences and those whose words are likeliest."""
    document, probabilities = example.document, example.probabilities
    rows = features(document, probabilities, stop)
    terms = [frozenset(row) for row in document.terms]
    expected_terms = [sum(probabilities[t] for t in ts) for ts in terms]
    costs = [POOL_WORD_COST * n - e for n, e in zip(document.lengths, expected_terms, strict=True)]
    order = sorted(range(len(rows)), key=costs.__getitem__)
    pool = sorted({*range(SENTENCES), *order[:POOL_SENTENCES]})
    scorer = Scorer(document.texts, example.references)
    lead = sum(document.lengths[:SENTENCES])
    members, whole, rewards, excess = [], [], [], []
    for chosen in itertools.combinations(pool, SENTENCES):
        covered = sum(probabilities[t] for t in frozenset().union(*(terms[i] for i in chosen)))
        content = [terms[i] - stop for i in chosen]
        repeated = sum(map(len, content)) - len(frozenset().union(*content))
        words = sum(document.lengths[i] for i in chosen)
        rates = [covered / (words + n) for n in REFERENCE_WORDS]
        members.append([pool.index(i) for i in chosen])
        whole.append([covered, repeated, *rates])
        rewards.append(sum(scorer.score(chosen)))
        excess.append((words - lead) / 10)
    return Candidates(
        torch.tensor([[float(x) for x in rows[i]] for i in pool]),
        torch.tensor(members),
        torch.tensor(whole),
        torch.tensor(rewards),
        torch.tensor(excess),
    )


def learn_sets(sets: Sequence[Candidates], decay: float) -> tuple[list[float], list[float]]:
    """The weights of the features, and those of the whole.

    In units of the deviation of the scores of an article's sets, so that costs can be set by hand.
    """
    rows, whole = torch.cat([s.rows for s in sets]), torch.cat([s.whole for s in sets])
    starts = itertools.accumulate((len(s.rows) for s in sets), initial=0)
    members = torch.cat([s.members + start for s, start in zip(sets, starts, strict=False)])
    owner = torch.cat([torch.full((len(s.rewards),), i) for i, s in enumerate(sets)])
    gain = torch.cat([GAIN * (s.rewards - s.rewards.mean()) - LENGTH_COST * s.excess for s in sets])
    spread, scale = rows.std(0) + 1e-6, whole.std(0) + 1e-6
    rows, whole = (rows - rows.mean(0)) / spread, (whole - whole.mean(0)) / scale
    single = torch.zeros(rows.shape[1], requires_grad=True)
    joint = torch.zeros(whole.shape[1], requires_grad=True)
    optimizer = torch.optim.LBFGS(
        [single, joint], max_iter=150, history_size=20, line_search_fn="strong_wolfe"
    )

    def values_of_sets() -> torch.Tensor:
        return (rows.clamp(-5, 5) @ single)[members].sum(1) + whole @ joint

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        values = values_of_sets()
        top = torch.full((len(sets),), -math.inf).scatter_reduce(0, owner, values, "amax")
        odds = torch.exp(values - top.detach()[owner])
        total = torch.zeros(len(sets)).index_add(0, owner, odds)
        expected = (odds / total[owner] * gain).sum() / len(sets)
        cost = decay * ((single**2).sum() + (joint**2).sum()) - expected
        cost.backward()
        return cost

    optimizer.step(loss)
    with torch.no_grad():
        values, count = values_of_sets(), torch.bincount(owner).float()
        means = torch.zeros(len(sets)).index_add(0, owner, values) / count
        unit = ((values - means[owner]) ** 2).mean().sqrt()
        return (single / spread / unit).tolist(), (joint / scale / unit).tolist()
