"""The digest of several articles on one event: one summary of all, and who makes which claim."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from newsbrief.article import Article
from newsbrief.errors import EmptyError, OptionError
from newsbrief.extraction.facts import DEFAULT_MIN_CONFIDENCE
from newsbrief.reading.parsing import parsed
from newsbrief.summary.result import SummarySentence
from newsbrief.summary.summarize import summarize

from .claims import Claim, claims
from .copies import originals
from .similarity import Terms, terms

DEFAULT_SENTENCES = 5
_MAX_REPEATED_SHARE = 0.5  # of a sentence's weight that sentences before it cover; set by hand


class DigestSentence(NamedTuple):
    """A sentence of the summary, and the index of its article, from 0."""

    article: int
    sentence: SummarySentence


@dataclass(frozen=True, slots=True)
class Digest:
    """What several articles say together; the claims that most of them make come first.

    ``originals`` has for each article the index of the first one that carries the same text, which
    is its own index where none before it does. Articles with the same text count as one.
    """

    summary: tuple[DigestSentence, ...]
    claims: tuple[Claim, ...]
    originals: tuple[int, ...]

    @property
    def copies(self) -> tuple[tuple[int, ...], ...]:
        """The indices of the articles that carry one text, for each text that several carry."""
        groups = (
            tuple(i for i, original in enumerate(self.originals) if original == first)
            for first in dict.fromkeys(self.originals)
        )
        return tuple(group for group in groups if len(group) > 1)


def digest(
    sources: Sequence[Article | str],
    *,
    sentences: int | None = None,
    min_confidence: float = DEFAULT_MIN_CONFIDENCE,
    optional: bool = False,
) -> Digest:
    """The digest of ``sources``, with a summary of at most ``sentences`` sentences (by default 5).

    ``min_confidence`` and ``optional`` choose the facts, as they do in ``facts``. Raises EmptyError
    if no source has a sentence in its body, OptionError if ``sentences`` is below 1 or
    ``min_confidence`` is not from 0 to 1, TypeError if ``sources`` is one text.
    """
    limit = DEFAULT_SENTENCES if sentences is None else sentences
    if limit < 1:
        raise OptionError(f"sentences must be 1 or more, not {limit}")
    articles = parsed(sources)
    if not any(article.body for article in articles):
        raise EmptyError("no sentence to summarize in these texts")
    copied = originals(articles)
    found = claims(articles, copied, min_confidence=min_confidence, optional=optional)
    return Digest(_summary(articles, copied, limit), found, copied)


def _summary(
    articles: Sequence[Article], copied: Sequence[int], limit: int
) -> tuple[DigestSentence, ...]:
    """The sentences of the articles' own summaries that cover the most and repeat little.

    A stem weighs as much as the number of articles that use it; articles with the same text, which
    have the same number in ``copied``, count once. The next sentence is the one whose stems that
    are not covered yet weigh the most for its length (Filatova and Hatzivassiloglou 2004).
    Gains are evaluated lazily (Minoux 1978). The result is ordered by the sentences' offsets in
    their articles.
    """
    candidates = [
        (DigestSentence(i, sentence), terms(sentence.text))
        for i, article in enumerate(articles)
        if article.body
        for sentence in summarize(article, sentences=limit).sentences
    ]
    stems_of: dict[int, set[str]] = {}
    for original, article in zip(copied, articles, strict=True):
        stems_of.setdefault(original, set()).update(terms(article.text))
    weights = Counter(stem for stems in stems_of.values() for stem in stems)
    covered: set[str] = set()
    chosen: list[DigestSentence] = []
    heap = [(-_gain(stems, covered, weights), i, 0) for i, (_, stems) in enumerate(candidates)]
    heapify(heap)
    while heap and len(chosen) < limit:
        _, i, evaluated_at = heappop(heap)
        sentence, stems = candidates[i]
        if evaluated_at < len(chosen):
            # What it adds has only become less, so one that still comes first is the best.
            again = (-_gain(stems, covered, weights), i, len(chosen))
            if heap and again > heap[0]:
                heappush(heap, again)
                continue
        if _weight(stems & covered, weights) <= _MAX_REPEATED_SHARE * _weight(stems, weights):
            chosen.append(sentence)
            covered |= stems
    return tuple(sorted(chosen, key=lambda each: (each.sentence.start, each.article)))


def _gain(stems: Terms, covered: set[str], weights: Counter[str]) -> float:
    """What a sentence of ``stems`` adds to those that have ``covered`` others, for its length.

    Of that the square root: a longer sentence may win, but not by its length alone.
    """
    return _weight(stems - covered, weights) / math.sqrt(max(len(stems), 1))


def _weight(stems: Iterable[str], weights: Counter[str]) -> int:
    return sum(weights[stem] for stem in stems)
