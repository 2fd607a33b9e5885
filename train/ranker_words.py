"""The first half of the ranker: how likely each word of an article is to stand in a summary of it.

A logistic model of the word itself, of where the article brings it first and of how often it does.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence

import torch
from torch.nn.functional import binary_cross_entropy_with_logits

from newsbrief.summary.document import TermKind, TermStatistics
from newsbrief.summary.parameters import (
    COUNT_STEPS,
    EARLY_STEPS,
    FIRST_STEPS,
    SLOPES,
    count_step,
    first_step,
)

from .ranker_examples import Example

MIN_ARTICLES = 10  # that hold a word for it to have odds of its own
EPOCHS = 4


class WordOdds(torch.nn.Module):  # type: ignore[misc]
    """The log odds of a term to stand in a summary, as ``term_probabilities`` computes them."""

    def __init__(self, examples: Sequence[Example]) -> None:
        super().__init__()
        counts = Counter(t for e in examples for t in e.statistics.first)
        known = sorted(t for t, n in counts.items() if n >= MIN_ARTICLES)
        self.index = {t: i + 1 for i, t in enumerate(known)}
        self.odds = torch.nn.Parameter(torch.zeros(len(known) + 1))
        self.first = torch.nn.Parameter(torch.zeros(len(TermKind), FIRST_STEPS, COUNT_STEPS))
        self.early = torch.nn.Parameter(torch.zeros(len(TermKind), EARLY_STEPS, COUNT_STEPS))
        self.slopes = torch.nn.Parameter(torch.zeros(len(SLOPES) - 1))  # the last one is odds[0]

    def rows(
        self, statistics: TermStatistics, sentences: int
    ) -> Iterator[tuple[list[int], list[float]]]:
        size = math.log(sentences)
        for t, first in statistics.first.items():
            position, count = first / sentences, math.log(statistics.counts[t])
            early = min(statistics.early_counts.get(t, 0), EARLY_STEPS - 1)
            steps = [first_step(first), count_step(statistics.counts[t]), early]
            slopes = [size, position, position * size, count, count * size]
            kind = statistics.kinds.get(t, TermKind.WORD)
            yield [self.index.get(t, 0), kind, *steps], slopes

    def forward(self, steps: torch.Tensor, slopes: torch.Tensor) -> torch.Tensor:
        word, kind, first, count, early = steps.T
        table = self.first[kind, first, count] + self.early[kind, early, count]
        return self.odds[word] + table + slopes @ self.slopes

    def probabilities(self, statistics: TermStatistics, sentences: int) -> dict[str, float]:
        """For each term of a document of so many ``sentences``, its probability."""
        rows = list(self.rows(statistics, sentences))
        steps, slopes = torch.tensor([r[0] for r in rows]), torch.tensor([r[1] for r in rows])
        with torch.no_grad():
            odds = self(steps, slopes)
        return dict(zip(statistics.first, torch.sigmoid(odds).tolist(), strict=True))


def learn_words(examples: Sequence[Example]) -> WordOdds:
    """The odds of the words of ``examples``, by Adam; uses torch's random state."""
    model = WordOdds(examples)
    rows = [row for e in examples for row in model.rows(e.statistics, len(e.document.texts))]
    steps, slopes = torch.tensor([r[0] for r in rows]), torch.tensor([r[1] for r in rows])
    labels = torch.tensor([y for e in examples for y in e.labels.values()])
    optimizer = torch.optim.Adam(model.parameters(), lr=0.03)
    for _ in range(EPOCHS):
        for batch in torch.randperm(len(rows)).split(8192):
            odds = model(steps[batch], slopes[batch])
            loss = binary_cross_entropy_with_logits(odds, labels[batch])
            loss = loss + 2e-6 * (model.odds**2).sum()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
        for group in optimizer.param_groups:
            group["lr"] *= 0.5
    return model
