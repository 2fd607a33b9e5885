"""The objective of a summary: the value of a set of sentences, which ``selection`` maximises.

Here are what any objective can tell of sentences, and the plain one, a sum of scores. The learned
one, in which sentences share words and depend on each other, is in ``joint_objective``.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, Protocol


class Sums(NamedTuple):
    """Sums over the sentences of a partial summary, which its value is computed from."""

    scores: float = 0.0
    covered: float = 0.0  # distinct terms, each by its probability to be in a reference
    words: int = 0
    repeated: int = 0  # content terms of sentences that sentences before them hold


@dataclass(slots=True)
class PartialSummary:
    """The sentences chosen so far, the distinct terms in them, and sums over them.

    ``content`` are the terms without those that carry no content.
    """

    chosen: set[int] = field(default_factory=set)
    terms: set[str] = field(default_factory=set)
    content: set[str] = field(default_factory=set)
    sums: Sums = field(default_factory=Sums)


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

    def contributions(self) -> Callable[[int], dict[str, float]]:
        """A function that gives no contribution, as a plain score has no parts."""
        return lambda _: {}
