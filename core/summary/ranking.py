"""A score for each sentence of a document, by a model learned from news and its summaries.

First it estimates for each term the probability to be in a summary: from how soon the document uses
it, in how many sentences, whether it is a name or a figure, and how summaries treat the term in
general (Hong and Nenkova, "Improving the estimation of word importance for news multi-document
summarization", EACL 2014). Then it gives each sentence a linear score over its ``features``: the
log odds that an editor takes it, up to a constant, which were learned from what editors took. What
they take alone and among several differ, so there are two columns of weights. Taken off is a
multiple of how likely it is a sentence that no editor would take (see ``never``).
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from operator import mul

from .document import Document, TermKind, TermStatistics, term_statistics
from .features import FEATURES, NEVER, features
from .never import never_costs
from .parameters import EARLY_STEPS, count_step, first_step, parameters

_NEVER_COST = 3.0  # of the negative log probability; by cross-validation, see data/README.md


@dataclass(frozen=True, slots=True)
class Ranking:
    """The sentences of a document with their scores.

    ``rows`` are the features of the sentences, ``weights`` those of the features, ``never_costs``
    what is taken off for sentences that no editor would take, ``scores`` the scores; an average
    sentence of the document has 0.
    """

    document: Document
    rows: list[tuple[float, ...]]
    weights: tuple[float, ...]
    never_costs: list[float]
    scores: list[float]

    def contributions(self) -> Callable[[int], dict[str, float]]:
        """A function that gives what each label of ``FEATURES`` adds to a sentence's score."""
        means = [sum(column) / len(self.rows) for column in zip(*self.rows, strict=True)]
        mean_cost = sum(self.never_costs) / len(self.rows)

        def of(index: int) -> dict[str, float]:
            by_label = dict.fromkeys(FEATURES.values(), 0.0)
            by_label[NEVER] = mean_cost - self.never_costs[index]
            for label, w, x, mean in zip(
                FEATURES.values(), self.weights, self.rows[index], means, strict=True
            ):
                by_label[label] += w * (x - mean)
            return by_label

        return of


def rank(document: Document, stop: frozenset[str], *, alone: bool = False) -> Ranking:
    """The ranking of ``document``, which has at least one sentence.

    ``stop`` are the terms that carry no content; ``alone`` says that one sentence is to be chosen,
    not several.
    """
    statistics = term_statistics(document)
    probabilities = term_probabilities(statistics, len(document.texts))
    rows = features(document, statistics, probabilities, stop)
    weights = parameters().weights_alone if alone else parameters().weights
    costs = [_NEVER_COST * cost for cost in never_costs(document, rows)]
    scores = [sum(map(mul, weights, row)) - cost for row, cost in zip(rows, costs, strict=True)]
    mean = sum(scores) / len(scores)
    return Ranking(document, rows, weights, costs, [score - mean for score in scores])


def term_probabilities(statistics: TermStatistics, sentences: int) -> dict[str, float]:
    """For each term of a document of so many ``sentences``, its probability to be in a summary."""
    learned = parameters()
    slopes = learned.slopes
    size = math.log(sentences)
    by_position = (slopes["position"] + slopes["position, size"] * size) / sentences
    by_count = slopes["count"] + slopes["count, size"] * size
    of_first = [(first_step(i), by_position * i + slopes["size"] * size) for i in range(sentences)]
    of_count = [(count_step(n), by_count * math.log(n)) for n in range(1, sentences + 2)]
    unlisted = slopes["unlisted term"]
    counts, early_counts, kinds = statistics.counts, statistics.early_counts, statistics.kinds
    terms, first_table, early_table = learned.terms, learned.first, learned.early
    word = TermKind.WORD
    # What terms of the same place, numbers and kind share is added up once: this loop is a tenth of
    # a summary's time.
    shared: dict[tuple[int, int, int, TermKind], float] = {}
    probabilities = {}
    for t, first in statistics.first.items():
        place = first, counts[t], early_counts.get(t, 0), kinds.get(t, word)
        of_place = shared.get(place)
        if of_place is None:
            _, count, early, kind = place
            row, first_term = of_first[first]
            column, count_term = of_count[count - 1]
            early_term = early_table[kind][min(early, EARLY_STEPS - 1)][column]
            of_place = first_term + count_term + first_table[kind][row][column] + early_term
            shared[place] = of_place
        probabilities[t] = 1 / (1 + math.exp(-(terms.get(t, unlisted) + of_place)))
    return probabilities
