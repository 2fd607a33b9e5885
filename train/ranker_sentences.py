"""The second half of the ranker: how likely an editor takes a sentence, from its features.

The probability that a sentence is among those taken is the softmax, over the sentences of its
article, of a linear score of its features (a listwise loss, as in Cao et al., "Learning to rank:
from pairwise approach to listwise approach", ICML 2007). There are weights for the only sentence
and for one of several, which are drawn to each other.
"""

from collections.abc import Sequence
from typing import NamedTuple

import torch

from .ranker_editors import Taken

# Chosen by cross-validation on the articles of editors/train.
SHARED_DECAY = 0.03  # of the square of a weight, in deviations of its feature
OWN_DECAY = 0.3  # of what the weights for one sentence and for several differ by
NEVER_COST = 2.0  # of the log probability that no sentence is taken that an editor never takes
MAX_DEVIATIONS = 4.0  # of a feature, while it is learned from
ITERATIONS = 150

COLUMN_OF_LENGTH = [1, 0, 0]  # for the extracts of one, three and five sentences


class SentenceWeights(NamedTuple):
    """The weights of the features, for one sentence of several and for the only one."""

    several: list[float]
    alone: list[float]


def learn_sentences(articles: Sequence[Taken]) -> SentenceWeights:
    """The weights that make what the editors of ``articles`` took likely, by L-BFGS."""
    rows = torch.tensor([row for a in articles for row in a.rows], dtype=torch.float32)
    deviation = rows.std(0) + 1e-6
    rows = ((rows - rows.mean(0)) / deviation).clamp(-MAX_DEVIATIONS, MAX_DEVIATIONS)
    owner = torch.cat([torch.full((len(a.rows),), i) for i, a in enumerate(articles)])
    shares = torch.cat([torch.tensor(a.shares).T for a in articles])
    never = torch.tensor([flag for a in articles for flag in a.never], dtype=torch.float32)
    shares = shares / _sums(shares, owner, len(articles)).clamp(min=1e-6)[owner]
    weights = torch.tensor([a.weight for a in articles])[:, None]
    weights = weights / weights.sum()
    shared = torch.zeros(rows.shape[1], requires_grad=True)
    own = torch.zeros(rows.shape[1], 2, requires_grad=True)
    optimizer = torch.optim.LBFGS(
        [shared, own], max_iter=ITERATIONS, history_size=10, line_search_fn="strong_wolfe"
    )

    def loss() -> torch.Tensor:
        optimizer.zero_grad()
        scores = ((rows @ shared)[:, None] + rows @ own)[:, COLUMN_OF_LENGTH]
        logs = scores - _log_sums(scores, owner, len(articles))[owner]
        taken_never = _sums(logs.exp() * never[:, None], owner, len(articles)).clamp(max=0.999)
        chosen = _sums(shares * logs, owner, len(articles))
        likelihood = chosen + NEVER_COST * torch.log(1 - taken_never)
        cost = (
            SHARED_DECAY * (shared**2).sum()
            + OWN_DECAY * (own**2).sum()
            - (weights * likelihood).sum() / scores.shape[1]
        )
        cost.backward()
        return cost

    optimizer.step(loss)
    with torch.no_grad():
        several, alone = ((shared[:, None] + own) / deviation[:, None]).T.tolist()
    return SentenceWeights(several, alone)


def _sums(values: torch.Tensor, owner: torch.Tensor, count: int) -> torch.Tensor:
    """The sums of the rows of ``values`` by their ``owner``, of so many."""
    return torch.zeros(count, values.shape[1]).index_add(0, owner, values)


def _log_sums(scores: torch.Tensor, owner: torch.Tensor, count: int) -> torch.Tensor:
    """The logarithms of the sums of the exponentials of ``scores``."""
    index = owner[:, None].expand_as(scores)
    top = torch.full((count, scores.shape[1]), -torch.inf).scatter_reduce(0, index, scores, "amax")
    return _sums((scores - top.detach()[owner]).exp(), owner, count).log() + top.detach()
