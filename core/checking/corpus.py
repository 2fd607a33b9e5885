"""The words of all articles in one row, and where in it the words of a draft stand.

Runs of one to three words are indexed, so that a quotation is compared only with the few stretches
that share rare runs with it: the time for a draft is linear in its length.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from newsbrief.article import Article
from newsbrief.spans import Span, join

from .values import Place
from .words import Word, spoken, words

MAX_PLACES = 20  # of the same words that are looked at
_RUN_WORDS = 3
_MAX_TRIED = 1000  # places of a rare run at which a longer one is looked for
_MAX_PLACES_OF_RUN = 40  # a run with more of them says little about where to look
_RUNS_VOTING = 24  # of those of a phrase, the rarest
_SLACK_WORDS = 8  # around a stretch; more words than these are seldom left out without a mark


class Held(NamedTuple):
    """A word of the row: the index of its article, its place there, and its quotation.

    ``quotation`` is the index of the article's quotation that it stands in, -1 for none.
    """

    article: int
    word: Word
    quotation: int


_GAP = Held(-1, Word("", 0, 0), -1)  # between two articles; no word is compared by ""


class Row:
    """Words of several articles, one after the other, found by runs of them."""

    def __init__(self, articles: Sequence[Article], held: Iterable[Held]) -> None:
        self.texts = [article.text for article in articles]
        self.held: list[Held] = []
        for each in held:
            if self.held and self.held[-1].article != each.article:
                self.held.append(_GAP)
            self.held.append(each)
        self.keys = [each.word.key for each in self.held]
        self._places: dict[tuple[str, ...], list[int]] = {}
        for size in range(1, _RUN_WORDS + 1):
            for place, run in enumerate(zip(*(self.keys[k:] for k in range(size)), strict=False)):
                self._places.setdefault(run, []).append(place)

    def exact(self, keys: Sequence[str], limit: int = MAX_PLACES) -> list[int]:
        """The first ``limit`` places at which the words ``keys`` stand, in order."""
        size = min(_RUN_WORDS, len(keys))
        if not size:
            return []
        runs = {tuple(keys[k : k + size]): k for k in range(len(keys) - size + 1)}
        rarest = min(runs, key=lambda run: len(self._places.get(run, ())))
        offset, sought, found = runs[rarest], list(keys), []
        for place in self._places.get(rarest, ())[:_MAX_TRIED]:
            start = place - offset
            if start >= 0 and self.keys[start : start + len(sought)] == sought:
                found.append(start)
                if len(found) == limit:
                    break
        return found

    def longest_prefix(self, keys: Sequence[str]) -> int:
        """How many of the first words of ``keys`` stand together somewhere."""
        low, high = 0, len(keys)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self.exact(keys[:middle], 1) else (low, middle - 1)
        return low

    def stretches(self, keys: Sequence[str], count: int) -> list[Span]:
        """The ``count`` stretches that share the most runs with ``keys``, the best first.

        A run counts by its length, and less the more places it has.
        """
        runs = {
            run
            for size in range(1, _RUN_WORDS + 1)
            for run in zip(*(keys[k:] for k in range(size)), strict=False)
            if run in self._places
        }
        rare = sorted(runs, key=lambda run: (len(self._places[run]) / len(run), run))
        votes: list[tuple[int, float]] = []
        for run in rare[:_RUNS_VOTING]:
            places = self._places[run]
            if len(places) <= _MAX_PLACES_OF_RUN:
                votes += [(place, len(run) / len(places)) for place in places]
        votes.sort()
        length = len(keys) + len(keys) // 2 + _SLACK_WORDS
        sums = [0.0, *accumulate(weight for _, weight in votes)]
        at = [place for place, _ in votes]
        scored = []
        for first, place in enumerate(at):
            last = bisect_right(at, place + length, lo=first)
            # No further than the article goes: another follows in the row, after a gap.
            last = bisect_right(at, self.article(place), lo=first, hi=last, key=self.article)
            scored.append((sums[last] - sums[first], place, at[last - 1]))
        found: list[Span] = []
        for _, low, high in sorted(scored, key=lambda row: (-row[0], row[1])):
            stretch = self._within(low, high, len(keys) // 2 + _SLACK_WORDS)
            if all(stretch.start >= each.end or stretch.end <= each.start for each in found):
                found.append(stretch)
                if len(found) == count:
                    break
        return found

    def _within(self, low: int, high: int, slack: int) -> Span:
        """The stretch from ``low`` to ``high`` and ``slack`` words around it, of one article."""
        start, end = low, high + 1
        while start > max(low - slack, 0) and self.held[start - 1] is not _GAP:
            start -= 1
        while end < min(high + 1 + slack, len(self.held)) and self.held[end] is not _GAP:
            end += 1
        return Span(start, end)

    def article(self, place: int) -> int:
        """The index of the article of the word at ``place``, -1 for a gap between articles."""
        return self.held[place].article

    def word(self, place: int) -> Word:
        """The word at ``place``."""
        return self.held[place].word

    def quotation(self, place: int) -> int:
        """The index of the quotation that the word at ``place`` stands in, -1 for none."""
        return self.held[place].quotation


class Corpus:
    """The articles, and three rows: all words spoken, those in quotations, and all words written.

    The last has what writers put in brackets too, of the articles in which they did.
    """

    def __init__(self, articles: Sequence[Article]) -> None:
        self.articles = articles
        held: list[Held] = []
        written: list[Held] = []
        for i, article in enumerate(articles):
            every = words(article.text)
            heard = spoken(article.text, every)
            held += self._held(i, heard)
            if len(heard) < len(every):
                written += self._held(i, every)
        self.all = Row(articles, held)
        self.quoted = Row(articles, (each for each in held if each.quotation >= 0))
        self.written = Row(articles, written)

    def _held(self, article: int, found: Iterable[Word]) -> Iterator[Held]:
        return (Held(article, word, self._quotation(article, word)) for word in found)

    def _quotation(self, article: int, word: Word) -> int:
        quotations = self.articles[article].quotations
        index = quotations.index_at(word.start)
        return index if index >= 0 and word.start < quotations[index].end else -1

    def place(self, row: Row, ranges: Iterable[Span]) -> Place:
        """The place of the words of ``row`` in ``ranges``, all of one article, in text order."""
        spans: list[Span] = []
        article = -1
        for start, end in sorted(ranges):
            for place in range(start, end):
                article, word = row.article(place), row.word(place)
                new_quotation = place > start and row.quotation(place) != row.quotation(place - 1)
                if place == start or (row is self.quoted and new_quotation):
                    spans.append(Span(word.start, word.end))
                else:
                    spans[-1] = Span(spans[-1].start, max(spans[-1].end, word.end))
        return self.at(article, spans)

    def at(self, article: int, spans: Iterable[Span]) -> Place:
        """The place of ``spans`` of the article with that index."""
        of = self.articles[article]
        kept = tuple(spans)
        return Place(article, of.lines.number(kept[0].start), join(of.text, kept), kept)
