"""The digest of several articles on one story: a summary over all, and who carries which claim."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from newsbrief.article import Article
from newsbrief.errors import EmptyError, OptionError
from newsbrief.reading.parsing import parse
from newsbrief.summary.summarize import SummarySentence, summarize

from .claims import Claim, claims
from .similarity import Terms, terms

DEFAULT_SENTENCES = 5
_REPEATS = 0.5  # of what a sentence tells, at most so much may have been told before it


class DigestSentence(NamedTuple):
    """A sentence of the summary, and the index of its article."""

    article: int
    sentence: SummarySentence


@dataclass(frozen=True, slots=True)
class Digest:
    """What several articles say together; the claims that most of them carry come first."""

    summary: tuple[DigestSentence, ...]
    claims: tuple[Claim, ...]


def digest(sources: Sequence[Article | str], *, sentences: int | None = None) -> Digest:
    """The digest of ``sources``, with a summary of at most so many ``sentences`` (five if None).

    Raises EmptyError where none has a sentence, OptionError where ``sentences`` is not positive.
    """
    limit = DEFAULT_SENTENCES if sentences is None else sentences
    if limit < 1:
        raise OptionError(f"sentences must be 1 or more, not {limit}")
    articles = [parse(source) if isinstance(source, str) else source for source in sources]
    if not any(article.body for article in articles):
        raise EmptyError("no sentence to summarize in these texts")
    return Digest(_summary(articles, limit), claims(articles))


def _summary(articles: Sequence[Article], limit: int) -> tuple[DigestSentence, ...]:
    """The sentences of the articles' own summaries that tell most and repeat little.

    What a sentence tells is its stems, each worth as many points as articles use it; the next to
    be chosen is the one with the most points not told yet, for its length (Filatova and
    Hatzivassiloglou 2004). In the order of their places, each in its own article.
    """
    pool = {
        DigestSentence(i, sentence): terms(sentence.text)
        for i, article in enumerate(articles)
        if article.body
        for sentence in summarize(article, sentences=limit).sentences
    }
    worth = Counter(stem for article in articles for stem in terms(article.text))
    told: set[str] = set()
    chosen: list[DigestSentence] = []
    while pool and len(chosen) < limit:
        best = max(pool, key=lambda pick: _points(pool[pick] - told, worth) / _size(pool[pick]))
        stems = pool.pop(best)
        if _points(stems & told, worth) <= _REPEATS * _points(stems, worth):
            chosen.append(best)
            told |= stems
    return tuple(sorted(chosen, key=lambda pick: (pick.sentence.start, pick.article)))


def _points(stems: Iterable[str], worth: Counter[str]) -> int:
    return sum(worth[stem] for stem in stems)


def _size(stems: Terms) -> float:
    """The square root of the length: a long sentence may tell more, but not by length alone."""
    return math.sqrt(max(len(stems), 1))
