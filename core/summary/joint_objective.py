"""The learned objective of a summary, in which the value of a sentence depends on the others.

The value of a set of sentences adds up their scores. Taken off is what makes a summary read badly:
length, a sentence that repeats others, and one left out that another depends on (see ``cohesion``).
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import accumulate

from .cohesion import Dependency
from .objective import PartialSummary
from .ranking import Ranking

# Set by hand, the cost of length on cross-validated articles of editors: see data/README.md. The
# best sentence of an article scores some 3 more than the average, which scores 0.
_SENTENCE_VALUE = 2.0  # added to each score, so that words left empty are a loss
_MAX_LENGTH_RATIO = 1.0  # of a summary's words to those of as many first sentences of the article
_LENGTH_COST = 1.5  # for each such length beyond that
_MIN_LEAD_WORDS = 15  # a sentence: first sentences that are shorter count as so many words
_MAX_REPEATED_SHARE = 0.6  # of a sentence's content terms that sentences before it may hold
_REPETITION_COST = 3.0  # of a sentence that repeats more
_MAX_SENTENCES_BACK = 3  # how far a chosen sentence may stand after one it depends on to favour it


class JointObjective:
    """The learned value of sets of sentences of ``ranking``; it implements ``Objective``.

    ``dependencies`` has those of each sentence; ``topic_bonus`` has what its relevance to a topic
    adds to the score of each; ``stop`` are the terms that carry no content.
    """

    def __init__(
        self,
        ranking: Ranking,
        dependencies: Sequence[tuple[Dependency, ...]],
        stop: frozenset[str],
        topic_bonus: Sequence[float] | None = None,
    ) -> None:
        self._ranking = ranking
        self._dependencies = dependencies
        self._content = [frozenset(row) - stop for row in ranking.document.terms]
        self.lengths = ranking.document.lengths
        self._lead_words = list(accumulate(self.lengths))
        bonus = topic_bonus or [0.0] * len(self.lengths)
        self.alone = [s + b + _SENTENCE_VALUE for s, b in zip(ranking.scores, bonus, strict=True)]

    def value(self, chosen: Sequence[int]) -> float:
        """The value of the sentences ``chosen``, at least one, as a summary."""
        partial = PartialSummary()
        for i in chosen[:-1]:
            self.add(i, partial)
        return self.value_with(partial, chosen[-1])

    def value_with(self, partial: PartialSummary, i: int) -> float:
        """The value of the sentences of ``partial`` and sentence ``i`` as a summary."""
        chosen = partial.chosen | {i}
        value = self._value(partial, i) - self._missing(chosen, chosen)
        return value - self._length_cost(chosen) if len(chosen) > 1 else value

    def add(self, i: int, partial: PartialSummary) -> None:
        """Add sentence ``i`` to ``partial``."""
        partial.value = self._value(partial, i)
        partial.chosen.add(i)
        partial.content |= self._content[i]

    def loss(self, i: int, partial: PartialSummary) -> float:
        """How much less than alone sentence ``i`` adds to ``partial``.

        It loses by repetition, and the cost of sentences that it depends on and that are not
        chosen. It gains if a chosen sentence close to it depends on it, so the loss may be
        negative.
        """
        dependents = [j for j in range(i - 1, i + _MAX_SENTENCES_BACK + 1) if j in partial.chosen]
        return (
            self._repetition_cost(i, partial)
            + self._missing((i,), partial.chosen)
            - sum(d.cost for j in dependents for d in self._dependencies[j] if d.on == i)
        )

    def costs(self, chosen: Sequence[int]) -> dict[str, float]:
        """What is taken off the scores of the sentences ``chosen`` as a summary, by label."""
        partial = PartialSummary()
        repetition = 0.0
        for i in chosen:
            repetition += self._repetition_cost(i, partial)
            self.add(i, partial)
        return {
            "repetition": repetition,
            "reference to a sentence that is left out": self._missing(chosen, partial.chosen),
            "length": self._length_cost(chosen) if len(chosen) > 1 else 0.0,
        }

    def contributions(self) -> Callable[[int], dict[str, float]]:
        """A function that gives what sets a sentence alone apart from the average, by label."""
        return self._ranking.contributions()

    def _value(self, partial: PartialSummary, i: int) -> float:
        """The value of ``partial`` and sentence ``i``, but for length and dependencies."""
        return partial.value + self.alone[i] - self._repetition_cost(i, partial)

    def _length_cost(self, chosen: Collection[int]) -> float:
        """The cost of the words of ``chosen`` beyond those of as many first sentences."""
        words = sum([self.lengths[i] for i in chosen])
        usual = max(self._lead_words[len(chosen) - 1], _MIN_LEAD_WORDS * len(chosen))
        return _LENGTH_COST * max(0.0, words / usual - _MAX_LENGTH_RATIO)

    def _repetition_cost(self, i: int, partial: PartialSummary) -> float:
        """The cost of sentence ``i`` if many of its content terms stand in ``partial``."""
        content = self._content[i]
        repeated = len(content & partial.content)
        return _REPETITION_COST if repeated > _MAX_REPEATED_SHARE * len(content) else 0.0

    def _missing(self, sentences: Iterable[int], chosen: Collection[int]) -> float:
        """The cost of what ``sentences`` depend on and that is not ``chosen``."""
        total = 0.0
        for i in sentences:
            for on, cost in self._dependencies[i]:
                if on not in chosen:
                    total += cost
        return total
