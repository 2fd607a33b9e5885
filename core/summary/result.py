"""A summary of an article, as a value: its sentences, each with rank, score and reasons."""

from dataclasses import dataclass
from typing import NamedTuple


class Reason(NamedTuple):
    """A part of a sentence's score: what it is for, in plain words, and its value.

    The value is the difference to the average sentence, in units of the score.
    """

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """A sentence of a summary.

    ``text`` is the article's ``[start:end]`` with white space folded; offsets count code points
    from 0, ``end`` is exclusive, and ``line`` counts from 1. ``rank`` is the place of its score
    among all sentences of the body, 1 for the best; the score is that of the sentence by itself, as
    one of several, or as the only one where one is asked for. ``reasons`` are the largest parts of
    the score, the largest first; methods other than "news" give none.
    """

    text: str
    start: int
    end: int
    line: int
    rank: int
    score: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """A summary of an article.

    ``sentences`` are the chosen ones, in article order, and ``words`` counts their words, by white
    space. ``body_sentences`` counts the sentences of the article's body, which they were chosen
    from. ``passed_over`` are the first three with a higher score than one of a given number of
    chosen ones, the best first; the ``reasons`` of each say what the summary would lose by it in
    place of the chosen one of the lowest score.
    """

    title: str | None
    words: int
    body_sentences: int
    sentences: tuple[SummarySentence, ...]
    passed_over: tuple[SummarySentence, ...] = ()
