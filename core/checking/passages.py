"""The sentences and claims of the articles, and which of them shares the most with a claim."""

import math
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsbrief.article import FURNITURE_KINDS
from newsbrief.pages.similarity import Terms, terms
from newsbrief.spans import Span

from .corpus import Corpus
from .speakers import Speakers

_MAX_PASSAGES = 200  # with a stem, beyond which it tells none of them apart


class Passage(NamedTuple):
    """A sentence of an article or a claim in it, its text and its stems."""

    article: int
    spans: tuple[Span, ...]
    text: str
    stems: Terms


class Passages:
    """The passages of all articles, by their stems."""

    def __init__(self, corpus: Corpus, speakers: Speakers) -> None:
        self._articles = corpus.articles
        self._passages = list(_passages(corpus, speakers))
        self._by_stem: dict[str, list[int]] = {}
        for index, passage in enumerate(self._passages):
            for stem in sorted(passage.stems):
                self._by_stem.setdefault(stem, []).append(index)

    def __contains__(self, stem: str) -> bool:
        """Whether a passage has ``stem``."""
        return stem in self._by_stem

    def best(self, stems: Terms) -> Passage | None:
        """The passage that has the most of ``stems`` by weight, the shortest of several."""
        scores: dict[int, float] = {}
        for stem in sorted(stems):
            with_stem = self._by_stem.get(stem, ())
            if len(with_stem) <= _MAX_PASSAGES:
                weight = self.weight((stem,))
                for index in with_stem:
                    scores[index] = scores.get(index, 0.0) + weight
        best = max(
            scores,
            key=lambda index: (round(scores[index], 6), -len(self._passages[index].stems), -index),
            default=None,
        )
        return None if best is None else self._passages[best]

    def near(self, best: Passage) -> Terms:
        """The stems of the sentences that ``best`` stands in, and of one before and behind."""
        article = self._articles[best.article]
        first = max(article.sentence_at(best.spans[0].start) - 1, 0)
        last = article.sentence_at(best.spans[-1].start) + 1
        near = article.sentences[first : last + 1]
        return terms(article.text[near[0].start : near[-1].end]) if near else best.stems

    def weight(self, stems: Iterable[str]) -> float:
        """The weight of ``stems`` together: a stem weighs more the fewer passages have it."""
        count = len(self._passages)
        return math.fsum(
            math.log1p(count / max(len(self._by_stem.get(stem, ())), 1)) for stem in stems
        )


def _passages(corpus: Corpus, speakers: Speakers) -> Iterator[Passage]:
    """The sentences and the claims of all articles."""
    for index, article in enumerate(corpus.articles):
        for s in article.sentences:
            if article.kind(s) not in FURNITURE_KINDS:
                text = article.fold(s)
                yield Passage(index, (Span(s.start, s.end),), text, terms(text))
        for fact in speakers.facts[index]:
            yield Passage(index, fact.claim.spans, fact.claim.text, terms(fact.claim.text))
