"""The learned objective of a summary, in which the value of a sentence depends on the others.

The value of a set of sentences adds up their linear scores and the terms that they cover (each term
once, by its probability to be in a summary). Taken off are what the set repeats, excessive length,
and sentences left out that others in it depend on (see ``cohesion``).
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import accumulate
from math import fsum

from .cohesion import Dependency
from .features import IMPORTANT_WORDS
from .objective import PartialSummary, Sums
from .parameters import parameters
from .ranking import Ranking

_USUAL_SENTENCES = 3  # of the summaries that the parameters were learned on

# The rest was set by hand on the articles of summaries/cnndm_train: see data/README.md.
_MAX_LENGTH_RATIO = 1.05  # of a summary's words to those of as many first sentences of the article
_LENGTH_COST = 5.0  # for each such length beyond that
_MIN_LEAD_WORDS = 15  # a sentence: first sentences that are shorter count as so many words
_MAX_REPEATED_SHARE = 2 / 3  # of a sentence's content terms that sentences before it may hold
_REPETITION_COST = 0.7  # of a sentence that repeats more
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
        learned = parameters().summary
        self._covered, self._repeated = learned["covered"], learned["repeated"]
        self._rates = [  # (words of a reference, weight)
            (float(name.removeprefix("rate ")), value)
            for name, value in learned.items()
            if name.startswith("rate ")
        ]
        self._ranking = ranking
        self._probability = ranking.probabilities.__getitem__
        self.lengths = ranking.document.lengths
        self._lead_words = list(accumulate(self.lengths))
        self._dependencies = dependencies
        self._terms = [frozenset(row) for row in ranking.document.terms]
        self._content = [row - stop for row in self._terms]
        self._scores = ranking.scores
        if topic_bonus:
            self._scores = [s + b for s, b in zip(ranking.scores, topic_bonus, strict=True)]
        self._coverage = [self._coverage_alone(i) for i in range(len(self.lengths))]
        self.alone = [s + c for s, c in zip(self._scores, self._coverage, strict=True)]

    def value(self, chosen: Sequence[int]) -> float:
        """The value of the sentences ``chosen``, at least one, as a summary."""
        partial = PartialSummary()
        for i in chosen[:-1]:
            self.add(i, partial)
        return self.value_with(partial, chosen[-1])

    def value_with(self, partial: PartialSummary, i: int) -> float:
        """The value of the sentences of ``partial`` and sentence ``i`` as a summary."""
        scores, covered, words, repeated = self._sums(partial, i)
        chosen = partial.chosen | {i}
        size = len(chosen)
        usual_words = max(self._lead_words[size - 1], _MIN_LEAD_WORDS * size)
        excess = max(0.0, words / usual_words - _MAX_LENGTH_RATIO) if size > 1 else 0.0
        return (
            scores
            + covered * self._value_of_term(words, size / _USUAL_SENTENCES)
            + self._repeated * repeated
            - _LENGTH_COST * excess
            - self._missing(chosen, chosen)
        )

    def add(self, i: int, partial: PartialSummary) -> None:
        """Add sentence ``i`` to ``partial``."""
        partial.sums = self._sums(partial, i)
        partial.chosen.add(i)
        partial.terms |= self._terms[i]
        partial.content |= self._content[i]

    def loss(self, i: int, partial: PartialSummary) -> float:
        """How much less than alone sentence ``i`` adds to ``partial``.

        It loses the terms that are covered already, and the cost of sentences that it depends on
        and that are not chosen. It gains if a chosen sentence close to it depends on it, so the
        loss may be negative.
        """
        dependents = [j for j in range(i - 1, i + _MAX_SENTENCES_BACK + 1) if j in partial.chosen]
        repeated = len(self._content[i] & partial.content)
        return (
            self._value_of_term(self.lengths[i], 1 / _USUAL_SENTENCES)
            * self._expected(self._terms[i] & partial.terms)
            - self._repeated * repeated
            + self._repetition_cost(i, repeated)
            + self._missing((i,), partial.chosen)
            - sum(d.cost for j in dependents for d in self._dependencies[j] if d.on == i)
        )

    def contributions(self) -> Callable[[int], dict[str, float]]:
        """A function that gives what sets a sentence alone apart from the average, by label."""
        of_features = self._ranking.contributions()
        mean = sum(self._coverage) / len(self.lengths)

        def of(i: int) -> dict[str, float]:
            by_label = of_features(i)
            by_label[IMPORTANT_WORDS] += self._coverage[i] - mean
            return by_label

        return of

    def _sums(self, partial: PartialSummary, i: int) -> Sums:
        """The sums of ``partial`` and sentence ``i``."""
        scores, covered, words, repeated = partial.sums
        shared = len(self._content[i] & partial.content)
        return Sums(
            scores + self._scores[i] - self._repetition_cost(i, shared),
            covered + self._expected(self._terms[i] - partial.terms),
            words + self.lengths[i],
            repeated + shared,
        )

    def _repetition_cost(self, i: int, repeated: int) -> float:
        """The cost of sentence ``i`` if so many of its content terms stand in sentences chosen."""
        return _REPETITION_COST if repeated > _MAX_REPEATED_SHARE * len(self._content[i]) else 0.0

    def _coverage_alone(self, i: int) -> float:
        """The value of the terms of sentence ``i`` in a summary of that sentence."""
        return self._value_of_term(self.lengths[i], 1 / _USUAL_SENTENCES) * self._expected(
            self._terms[i]
        )

    def _value_of_term(self, words: float, scale: float) -> float:
        """The value of a term that is sure to be in the reference, in a summary of ``words`` words.

        ROUGE is an F-measure, 2 * shared / (summary words + reference words), so the value of a
        shared term falls with the length. It is added up, with learned weights, for references of
        several lengths; ``scale`` is the number of sentences of the summary over the usual one.
        """
        return self._covered + scale * sum(
            [weight / (words + reference * scale) for reference, weight in self._rates]
        )

    def _expected(self, terms: Iterable[str]) -> float:
        """How many of the distinct ``terms`` are expected to be in a reference."""
        return fsum(map(self._probability, terms))

    def _missing(self, sentences: Iterable[int], chosen: Collection[int]) -> float:
        """The cost of what ``sentences`` depend on and that is not ``chosen``."""
        total = 0.0
        for i in sentences:
            for on, cost in self._dependencies[i]:
                if on not in chosen:
                    total += cost
        return total
