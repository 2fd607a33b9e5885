"""What the ranker learns sentences from: articles, and which of their sentences editors took."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsbrief.article import Sentence
from newsbrief.summary.document import Document, TermStatistics, term_statistics
from newsbrief.summary.features import features

from .ranker_examples import ranked
from .rows import Row
from .split import EDITORS, SUMMARY_SETS, unreported

LENGTHS = ("one", "three", "five")  # the extracts of an editor, by their sentences
MIN_COVERED_SHARE = 0.5  # of a sentence's characters, for it to be the one that an editor means


@dataclass
class Taken:
    """The sentences of an article, and what editors did with them.

    ``rows`` are the features of the sentences, ``shares`` for each of ``LENGTHS`` the share of the
    editors who took each of them, ``never`` those that an editor would never take.
    """

    document: Document
    rows: list[tuple[float, ...]]
    shares: list[list[float]]
    never: list[bool]
    weight: float = 1.0  # of the article in learning


def editors_rows(data: Path) -> list[Row]:
    """The articles of ``EDITORS`` that may be trained on."""
    return [row for _, row in unreported(data, EDITORS, reported_sets=SUMMARY_SETS)]


def taken(
    row: Row,
    probabilities_of: Callable[[TermStatistics, int], Mapping[str, float]],
    stop: frozenset[str],
) -> Taken:
    """What the editors of ``row`` took, with the probabilities of terms that are given."""
    sentences, document = ranked(row["text"])
    statistics = term_statistics(document)
    probabilities = probabilities_of(statistics, len(sentences))
    extracts = row["extracts"]
    return Taken(
        document,
        features(document, statistics, probabilities, stop),
        [_shares(sentences, [x[length] for x in extracts]) for length in LENGTHS],
        [any(_means(s, x["never"]) for x in extracts) for s in sentences],
    )


def _shares(sentences: Sequence[Sentence], extracts: Sequence[list[list[int]]]) -> list[float]:
    return [sum(_means(s, spans) for spans in extracts) / len(extracts) for s in sentences]


def _means(sentence: Sentence, spans: Iterable[list[int]]) -> bool:
    """Whether ``spans`` take in most of ``sentence``."""
    covered = sum(
        max(0, min(sentence.end, end) - max(sentence.start, start)) for start, end in spans
    )
    return covered > MIN_COVERED_SHARE * (sentence.end - sentence.start)
