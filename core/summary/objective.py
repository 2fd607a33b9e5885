"""The objective of a summary: the value of a set of sentences, which ``selection`` maximises.

Here are what any objective can tell of sentences, and the plain one, a sum of scores. The learned
one, in which sentences share words and depend on each other, is in ``joint_objective``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(slots=True)
class PartialSummary:
    """The sentences chosen so far, their content terms, and the sum of their values."""

    chosen: set[int] = field(default_factory=set)
    content: set[str] = field(default_factory=set)
    value: float = 0.0


class Objective(Protocol):
    """The value of sets of sentences, which are named by index."""

    @property
    def alone(self) -> Sequence[float]:
        """The value of each sentence as a summary of one sentence."""

    @property
    def lengths(self) -> Sequence[int]:
        """The words of each sentence."""

    def value(self, chosen: Sequence[int]) -> float:
        """The value of the sentences ``chosen``, at least one, as a summary."""

    def value_with(self, partial: PartialSummary, i: int) -> float:
        """The value of the sentences of ``partial`` and sentence ``i`` as a summary."""

    def add(self, i: int, partial: PartialSummary) -> None:
        """Add sentence ``i`` to ``partial``."""

    def loss(self, i: int, partial: PartialSummary) -> float:
        """How much less than alone sentence ``i`` adds to ``partial``; negative if it adds more."""

    def costs(self, chosen: Sequence[int]) -> dict[str, float]:
        """What is taken off the scores of the sentences ``chosen`` as a summary, by label."""

    def contributions(self) -> Callable[[int], dict[str, float]]:
        """A function that gives what sets a sentence apart from the average, by label."""


class IndependentScores:
    """The objective that adds up the scores of sentences, whatever else is chosen."""

    def __init__(self, scores: Sequence[float], lengths: Sequence[int]) -> None:
        self.alone = scores
        self.lengths = lengths

    def value(self, chosen: Sequence[int]) -> float:
        """The sum of their scores."""
        return sum(self.alone[i] for i in chosen)

    def value_with(self, partial: PartialSummary, i: int) -> float:
        """The sum of the scores of ``partial`` and of sentence ``i``."""
        return self.value([*sorted(partial.chosen), i])

    def add(self, i: int, partial: PartialSummary) -> None:
        """Add sentence ``i`` to ``partial``."""
        partial.chosen.add(i)

    def loss(self, i: int, partial: PartialSummary) -> float:
        """Always 0."""
        del i, partial
        return 0.0

    def costs(self, chosen: Sequence[int]) -> dict[str, float]:
        """Nothing."""
        del chosen
        return {}

    def contributions(self) -> Callable[[int], dict[str, float]]:
        """A function that gives no contribution, as a plain score has no parts."""
        return lambda _: {}
