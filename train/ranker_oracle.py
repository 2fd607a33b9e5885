"""Extracts that stand for an article's reference summaries, where no editor took any.

The sentences are added one by one that raise ROUGE-1 + ROUGE-2 most (the greedy oracle of Nallapati
et al., "SummaRuNNer", AAAI 2017).
"""

from collections.abc import Sequence

from newsbrief.summary.features import features

from .ranker_editors import LENGTHS, Taken
from .ranker_examples import Example
from .ranker_words import WordOdds
from .rouge import Scorer

SENTENCES = 3  # of an extract


def oracle(example: Example, words: WordOdds, stop: frozenset[str], weight: float) -> Taken:
    """The oracle's extract of ``example``, as one of three sentences and of five; none of one."""
    document, statistics = example.document, example.statistics
    scorer = Scorer(document.texts, example.references)
    chosen: list[int] = []
    while len(chosen) < SENTENCES:
        others = [i for i in range(len(document.texts)) if i not in chosen]
        chosen.append(max(others, key=lambda i: (sum(scorer.score([*chosen, i])), -i)))
    shares = [float(i in chosen) for i in range(len(document.texts))]
    probabilities = words.probabilities(statistics, len(document.texts))
    return Taken(
        document,
        features(document, statistics, probabilities, stop),
        [_none(shares) if length == "one" else shares for length in LENGTHS],
        [False] * len(shares),
        weight,
    )


def _none(shares: Sequence[float]) -> list[float]:
    return [0.0] * len(shares)
