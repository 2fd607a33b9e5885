"""A score for each sentence of a document, by a model learned from news and its summaries.

First it estimates for each term the probability to be in a summary: from how soon the document uses
it, in how many sentences, whether it is a name or a figure, and how summaries treat the term in
general (Hong and Nenkova, "Improving the estimation of word importance for news multi-document
summarization", EACL 2014). Then it gives each sentence a linear score over its ``features``.
``joint_objective`` adds up both for a set of sentences. All parameters were learned together, on
the expected ROUGE of sets of sentences, by ``train/ranker.py``.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from operator import mul

from .document import Document, TermKind, TermStatistics, term_statistics
from .features import FEATURES, features
from .parameters import EARLY_STEPS, count_step, first_step, parameters


@dataclass(frozen=True, slots=True)
class Ranking:
    """The sentences of a document with their scores.

    ``probabilities`` are those of the terms to be in a summary, ``rows`` the features of the
    sentences, ``scores`` their linear scores; an average sentence of the document has 0.
    """

    document: Document
    probabilities: Mapping[str, float]
    rows: list[tuple[float, ...]]
    scores: list[float]

    def contributions(self) -> Callable[[int], dict[str, float]]:
        """A function that gives what each label of ``FEATURES`` adds to a sentence's score."""
        weights = parameters().weights
        means = [sum(column) / len(self.rows) for column in zip(*self.rows, strict=True)]

        def of(index: int) -> dict[str, float]:
            by_label = dict.fromkeys(FEATURES.values(), 0.0)
            for label, w, x, mean in zip(
                FEATURES.values(), weights, self.rows[index], means, strict=True
            ):
                by_label[label] += w * (x - mean)
            return by_label

        return of


def rank(document: Document, stop: frozenset[str]) -> Ranking:
    """The ranking of ``document``, which has at least one sentence.

    ``stop`` are the terms that carry no content.
    """
    probabilities = term_probabilities(term_statistics(document), len(document.texts))
    rows = features(document, probabilities, stop)
    weights = parameters().weights
    scores = [sum(map(mul, weights, row)) for row in rows]
    mean = sum(scores) / len(scores)
    return Ranking(document, probabilities, rows, [score - mean for score in scores])


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
    exp, word = math.exp, TermKind.WORD  # looked up once: this loop is a tenth of a summary's time
    probabilities = {}
    for t, first in statistics.first.items():
        row, first_term = of_first[first]
        column, count_term = of_count[counts[t] - 1]
        kind = kinds.get(t, word)
        early_term = early_table[kind][min(early_counts.get(t, 0), EARLY_STEPS - 1)][column]
        log_odds = (
            terms.get(t, unlisted)
            + first_term
            + count_term
            + first_table[kind][row][column]
            + early_term
        )
        probabilities[t] = 1 / (1 + exp(-log_odds))
    return probabilities
