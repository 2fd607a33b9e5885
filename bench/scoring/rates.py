"""Precision, recall and F1, and intervals by the bootstrap."""

import random
from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

ROUNDS = 2000  # bootstrap samples
CONFIDENCE = 0.95

T = TypeVar("T")


class Rates(NamedTuple):
    """Precision and recall, each from 0 to 1; 0 where nothing was predicted or is gold."""

    precision: float
    recall: float

    def f(self, beta: float) -> float:
        """The F measure; with ``beta`` 0.5 precision weighs twice as much as recall."""
        weighted = beta**2 * self.precision + self.recall
        return (1 + beta**2) * self.precision * self.recall / weighted if weighted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return self.f(1)


def rates(hits: int, predicted: int, gold: int) -> Rates:
    """The rates of ``hits`` that are both ``predicted`` and ``gold``."""
    return Rates(share(hits, predicted), share(hits, gold))


def share(part: float, whole: float) -> float:
    """``part`` of ``whole``, from 0 to 1; 0 where the whole is nothing."""
    return part / whole if whole else 0.0


def mean(values: Sequence[float]) -> float:
    """The mean; 0 where there are no values."""
    return share(sum(values), len(values))


def interval(articles: Sequence[T], figure: Callable[[Sequence[T]], float]) -> tuple[float, float]:
    """The 95 % interval of ``figure`` over samples of ``articles`` drawn with replacement.

    The percentile bootstrap (Efron 1979), seeded: the same articles give the same interval.
    """
    draw = random.Random(0)  # noqa: S311 - no secret
    samples = sorted(figure(draw.choices(articles, k=len(articles))) for _ in range(ROUNDS))
    tail = (1 - CONFIDENCE) / 2
    return samples[int(ROUNDS * tail)], samples[int(ROUNDS * (1 - tail))]
