"""Where the phrases of a quotation stand in the articles: word for word, or nearly so."""

from collections.abc import Callable, Iterator, Sequence
from enum import Enum, auto
from functools import cache
from typing import NamedTuple

from .corpus import MAX_PLACES, Corpus, Row
from .differences import Fit, best_fit, exact_fit
from .values import Claimed
from .words import Phrase, function_words, phrases

MIN_SIMILARITY = 0.5  # of the words of a phrase that a stretch has, to be its original
_MIN_CONTENT_WORDS = 2  # that both have
_MIN_MERGED_WORDS = 3  # of each part of a quotation made of several
_MAX_MERGED = 3
_MAX_WORDS = 300  # of a phrase that is aligned at once; a speech may be longer
_MAX_NEAR = 200  # places of a phrase among which the one nearest to the rest is looked for
_MAX_PLACED = 200  # phrases and places of one of them, multiplied
_STRETCHES = 3


class Break(Enum):
    """What stands before a phrase of a quotation."""

    NOTHING = auto()  # the phrase goes on with the one before it
    ELLIPSIS = auto()
    MARKS = auto()  # quotation marks close and open again, or it is the first


class Part(NamedTuple):
    """A phrase of a quotation, and what stands before it."""

    phrase: Phrase
    after: Break


def parts_of(claimed: Claimed) -> list[Part]:
    """The phrases that ``claimed`` quotes; a very long one is cut so that it can be aligned."""
    return [
        Part(
            Phrase(phrase.text, phrase.words[start : start + _MAX_WORDS]),
            Break.NOTHING if start else Break.ELLIPSIS if number else Break.MARKS,
        )
        for text in claimed.quoted
        for number, phrase in enumerate(phrases(text))
        for start in range(0, len(phrase.words), _MAX_WORDS)
    ]


class Locator:
    """Finds phrases in articles."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    def arrangements(self, parts: Sequence[Part]) -> Iterator[list[Fit | None]]:
        """The ways in which ``parts`` stand in the articles: a fit of each, or None.

        There is one for each place of the longest of them that stands somewhere word for word, with
        the others as near to it as they are.
        """
        exact = [self._places(part.phrase) for part in parts]
        anchor = min(
            (i for i, (_, places) in enumerate(exact) if places),
            key=lambda i: (-len(parts[i].phrase.words), i),
            default=None,
        )
        search = cache(lambda index: self._search(parts[index].phrase))
        if anchor is None:
            yield [search(index) for index in range(len(parts))]
            return
        row, places = exact[anchor]
        for place in places[: min(MAX_PLACES, max(_MAX_PLACED // len(parts), 1))]:
            first = exact_fit(parts[anchor].phrase, row, place)
            yield self._around(parts, exact, anchor, first, search)

    def _places(self, phrase: Phrase) -> tuple[Row, list[int]]:
        """Where the very words of ``phrase`` stand: in quotation marks, or else anywhere."""
        corpus = self._corpus
        rows = (corpus.quoted, corpus.all, corpus.written)
        found = ((row, row.exact(phrase.keys, _MAX_NEAR)) for row in rows)
        return next(((row, places) for row, places in found if places), (corpus.all, []))

    def _around(
        self,
        parts: Sequence[Part],
        exact: Sequence[tuple[Row, list[int]]],
        anchor: int,
        first: Fit,
        search: Callable[[int], Fit | None],
    ) -> list[Fit | None]:
        """The fits of all ``parts`` where the one at ``anchor`` is ``first``."""
        fits: list[Fit | None] = [None] * len(parts)
        fits[anchor] = first
        article = first.row.article(first.start)
        for step, order in ((1, range(anchor + 1, len(parts))), (-1, range(anchor - 1, -1, -1))):
            near = _edge(first, step)
            for i in order:
                row, places = exact[i]
                own = [
                    exact_fit(parts[i].phrase, row, place)
                    for place in places
                    if row.article(place) == article
                ]
                chosen = _nearest(own, near, step)
                fits[i] = chosen or search(i)
                near = _edge(chosen, step) if chosen else near
        return fits

    def _search(self, phrase: Phrase) -> Fit | None:
        """The stretch of the articles that ``phrase`` is most likely taken from, or None."""
        best: Fit | None = None
        written = self._corpus.written
        if exact := written.exact(phrase.keys, 1):
            return exact_fit(phrase, written, exact[0])
        for row in (self._corpus.quoted, self._corpus.all):
            if exact := row.exact(phrase.keys, 1):
                return exact_fit(phrase, row, exact[0])
            for stretch in row.stretches(phrase.keys, _STRETCHES):
                fit = best_fit(phrase, row, stretch)
                if best is None or fit.changed < best.changed:
                    best = fit
            if best and is_original(best):
                return best
        return None

    def merged(self, phrase: Phrase) -> list[Fit]:
        """The quotations of the articles that ``phrase`` is made of, if it is of several."""
        row = self._corpus.quoted
        fits: list[Fit] = []
        start = 0
        while start < len(phrase.words) and len(fits) < _MAX_MERGED:
            rest = Phrase(phrase.text, phrase.words[start:])
            size = row.longest_prefix(rest.keys)
            if size < _MIN_MERGED_WORDS:
                return []
            piece = Phrase(phrase.text, rest.words[:size])
            fits.append(exact_fit(piece, row, row.exact(piece.keys, 1)[0]))
            start += size
        homes = {(row.article(fit.start), row.quotation(fit.start)) for fit in fits}
        return fits if start == len(phrase.words) and len(homes) > 1 else []


def is_original(fit: Fit) -> bool:
    """Whether ``fit`` has enough of its phrase to be what the phrase was made from."""
    size = len(fit.phrase.words)
    if not size or fit.same < MIN_SIMILARITY * size or fit.changed > size:
        return False
    kept = set(fit.row.keys[fit.start : fit.end]) & set(fit.phrase.keys)
    return len(kept - function_words()) >= min(_MIN_CONTENT_WORDS, size)


def _nearest(fits: Sequence[Fit], near: int, step: int) -> Fit | None:
    """The one of ``fits`` nearest to ``near``, behind it if there is one (before it, backwards)."""

    def distance(fit: Fit) -> int:
        return abs(_edge(fit, -step) - near)

    beyond = [fit for fit in fits if step * (_edge(fit, -step) - near) >= 0]
    return min(beyond or fits, key=distance, default=None)


def _edge(fit: Fit, step: int) -> int:
    """The offset in its article where ``fit`` ends, or where it begins for a negative ``step``."""
    return fit.row.word(fit.end - 1).end if step > 0 else fit.row.word(fit.start).start
