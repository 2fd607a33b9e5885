"""Whether the articles have what a draft reports without quoting it.

Words may be changed there, so only what is sure is a fault: a number that no article has, a
negation more or less, a name that is spelled another way, a claim of which no article has a word.
"""

import math
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from newsbrief.pages.contradiction import COMPARED_KINDS, is_negative, is_rounded
from newsbrief.pages.similarity import Terms, terms
from newsbrief.spans import Span
from newsbrief.text.figures import Figure, figures
from newsbrief.text.language import language
from newsbrief.text.packaged import word_set
from newsbrief.text.stems import singular

from .corpus import Corpus
from .differences import Fit, best_fit, is_respelt, names, without_genitive
from .passages import Passage, Passages
from .speakers import Speakers
from .values import Change, ChangeKind, Claimed, Place, Step, Verdict
from .words import Phrase, spoken, words

# Set by hand.
_CLOSE = 0.75  # of the words of a claim that a stretch has: the same sentence, edited
_MAX_CHANGED = 0.4  # words for each of its words
_SUPPORTED = 0.6  # of the weight of a claim's stems that a passage has
_SAME_CLAIM = 0.85  # Dice coefficient of the stems: nothing differs but a negation
_UNKNOWN = 0.25  # of the weight of a claim's stems that all articles have together: no claim of
# 150 summaries of news by language models has so little in common with its article
_MIN_STEMS = 4  # of a claim whose words are nowhere
_MIN_NAME_LETTERS = 4
_SAME_VALUE = 1e-6  # of a figure that another may differ by and be the same
_STRETCHES = 2
_MAX_WORDS = 300  # of a claim that is aligned
_MAX_GAP_CHARS = 300  # between two pieces of a claim


class Reported(NamedTuple):
    """What is found of a claim that is not quoted; ``support`` is how much of it, from 0 to 1.

    ``places`` are all where its very words stand, else the likeliest one.
    """

    verdict: Verdict
    places: tuple[Place, ...] = ()
    changes: tuple[Change, ...] = ()
    steps: tuple[Step, ...] = ()
    support: float = 0.0


class Reports:
    """Finds reported claims in articles."""

    def __init__(self, corpus: Corpus, speakers: Speakers) -> None:
        self._corpus = corpus
        self._keys = frozenset(corpus.all.keys)
        self._bare = frozenset(map(without_genitive, self._keys))
        self._passages = Passages(corpus, speakers)
        self._languages = {language(text) for text in corpus.all.texts}
        self._values = {f.value for text in corpus.all.texts for f in figures(text)} - {None}

    def check(self, claimed: Claimed) -> Reported:
        """What the articles have of ``claimed``, whose words need not be theirs."""
        pieces = [Phrase(text, tuple(spoken(text))) for text in claimed.pieces]
        pieces = [piece for piece in pieces if piece.words]
        places = tuple(self._exact(pieces)) if pieces else ()
        if places:
            return Reported(Verdict.VERBATIM, places, support=1.0)
        text = " ".join(claimed.pieces)
        whole = Phrase(text, tuple(spoken(text)))
        fit = self._close(whole)
        if fit is None:
            return self._by_content(whole, believed=claimed.believed)
        places = (self._corpus.place(self._corpus.all, [fit.span]),)
        stands = " ".join(self._corpus.all.keys[fit.start : fit.end])
        turned = is_negative(stands) != is_negative(" ".join(whole.keys))
        grave = [change for change in fit.changes if self._is_grave(change, turned=turned)]
        if grave:
            return Reported(Verdict.ALTERED, places, fit.changes, fit.steps, 1.0)
        hedge = _hedge_left_out(whole.text, places[0].text)
        if hedge and not claimed.believed:
            change = Change(ChangeKind.CONTEXT, "", hedge)
            return Reported(Verdict.ALTERED, places, (change,), fit.steps, 1.0)
        verdict = Verdict.PARAPHRASE if fit.changes else Verdict.VERBATIM
        return Reported(verdict, places, (), fit.steps if fit.changes else (), 1.0)

    def _exact(self, pieces: Sequence[Phrase]) -> Iterator[Place]:
        """The places where all ``pieces`` stand word for word, near to each other."""
        row = self._corpus.all
        longest = max(pieces, key=lambda piece: len(piece.words))
        others = [piece for piece in pieces if piece is not longest]
        for start in row.exact(longest.keys):
            ranges = [Span(start, start + len(longest.words))]
            for piece in others:
                near = [
                    place
                    for place in row.exact(piece.keys)
                    if row.article(place) == row.article(start)
                    and abs(row.word(place).start - row.word(start).start) <= _MAX_GAP_CHARS
                ]
                if near:
                    place = min(near, key=lambda place: abs(place - start))
                    ranges.append(Span(place, place + len(piece.words)))
            if len(ranges) == len(pieces):
                yield self._corpus.place(row, ranges)

    def _close(self, whole: Phrase) -> Fit | None:
        """The stretch that has nearly all words of ``whole``, in the same order, or None."""
        size = len(whole.words)
        if not size or size > _MAX_WORDS:
            return None
        row = self._corpus.all
        stretches = row.stretches(whole.keys, _STRETCHES)
        fits = [best_fit(whole, row, stretch) for stretch in stretches]
        close = [
            fit for fit in fits if fit.same >= _CLOSE * size and fit.changed <= _MAX_CHANGED * size
        ]
        return min(close, key=lambda fit: fit.changed, default=None)

    def _is_grave(self, change: Change, *, turned: bool) -> bool:
        """Whether ``change`` says something else; ``turned``: the whole is negated once more."""
        if change.kind is ChangeKind.NEGATION:
            return turned
        ours, theirs = words(change.draft), words(change.article)
        if change.kind is ChangeKind.NUMBER:
            figures_of_draft = {word.key for word in ours if word.key[0].isdigit()}
            replaced = any(word.key[0].isdigit() for word in theirs)
            counted = {f"{f.value:.12g}" for f in figures(change.draft) if f.kind in COMPARED_KINDS}
            return bool(figures_of_draft) and (replaced or bool(counted - self._keys))
        if change.kind is ChangeKind.NAME:
            mine, yours = names(change.draft, ours), names(change.article, theirs)
            return any(word not in self._bare for word in mine) and bool(yours)
        return False

    def _by_content(self, whole: Phrase, *, believed: bool) -> Reported:
        """What the articles have of a claim that they word otherwise."""
        stems = terms(whole.text)
        if not stems or language(whole.text) not in self._languages:
            return Reported(Verdict.UNCLEAR)
        best = self._passages.best(stems)
        total = self._passages.weight(stems)
        if best is None:
            absent = len(stems) >= _MIN_STEMS
            return Reported(Verdict.ABSENT if absent else Verdict.UNCLEAR)
        near = self._passages.near(best)
        support = self._passages.weight(stems & near) / total
        places = (self._corpus.at(best.article, best.spans),)
        changes = tuple(self._sure_changes(whole, stems, best, near, believed=believed))
        if changes:
            return Reported(Verdict.ALTERED, places, changes, (), support)
        if support >= _SUPPORTED:
            return Reported(Verdict.PARAPHRASE, places, support=support)
        known = self._passages.weight(stem for stem in stems if stem in self._passages) / total
        if known <= _UNKNOWN and len(stems) >= _MIN_STEMS:
            return Reported(Verdict.ABSENT)
        unknown = tuple(
            Change(ChangeKind.NUMBER, figure.text, "")
            for figure in figures(whole.text)
            if figure.kind in COMPARED_KINDS and not self._is_known(figure)
        )
        return Reported(Verdict.UNCLEAR, places, unknown, support=support)

    def _sure_changes(
        self, whole: Phrase, stems: Terms, best: Passage, near: Terms, *, believed: bool
    ) -> Iterator[Change]:
        """What of the claim ``whole`` is surely otherwise in the passage ``best``."""
        shared = stems & best.stems
        dice = 2 * len(shared) / (len(stems) + len(best.stems))
        if dice >= _SAME_CLAIM and is_negative(whole.text) != is_negative(best.text):
            yield Change(ChangeKind.NEGATION, whole.written(0, len(whole.words)), best.text)
        hedge = _hedge_left_out(whole.text, best.text)
        if dice >= _SAME_CLAIM and hedge and not believed:
            yield Change(ChangeKind.CONTEXT, "", hedge)
        rest = frozenset(stem for stem in stems if not stem[0].isdigit())
        if rest and self._passages.weight(rest & near) >= _SUPPORTED * self._passages.weight(rest):
            yield from self._other_figures(whole.text, best)
            yield from self._other_spellings(whole, best)

    def _other_figures(self, text: str, best: Passage) -> Iterator[Change]:
        """The figures of ``text`` that no article has, with one of ``best`` in the same unit."""
        for figure in figures(text):
            if figure.kind in COMPARED_KINDS and not self._is_known(figure):
                theirs = [f for f in figures(best.text) if _is_same_measure(figure, f)]
                value = figure.value or 0.0
                if theirs and not any(is_rounded(value, f.value or 0.0) for f in theirs):
                    yield Change(ChangeKind.NUMBER, figure.text, theirs[0].text)

    def _is_known(self, figure: Figure) -> bool:
        value = figure.value or 0.0
        return f"{value:.12g}" in self._keys or any(
            other is not None and math.isclose(value, other, rel_tol=_SAME_VALUE)
            for other in self._values
        )

    def _other_spellings(self, whole: Phrase, best: Passage) -> Iterator[Change]:
        """The names in ``whole`` that no article has, with one of ``best`` that is nearly it."""
        theirs = names(best.text, words(best.text))
        for name in names(whole.text, whole.words):
            if name not in self._bare and len(name) >= _MIN_NAME_LETTERS:
                near = [other for other in theirs if is_respelt(name, other)]
                if near and not any(singular(other) == singular(name) for other in near):
                    yield Change(ChangeKind.NAME, name, near[0])


def _is_same_measure(one: Figure, other: Figure) -> bool:
    return one.kind is other.kind and singular(one.unit) == singular(other.unit)


def _hedge_left_out(ours: str, theirs: str) -> str:
    """The word by which ``theirs`` says that something only may be so, and ``ours`` none; or "".

    "It might have been started by a heater" is not that it was.
    """
    return "" if next(_hedges_in(ours), "") else next(_hedges_in(theirs), "")


def _hedges_in(text: str) -> Iterator[str]:
    """The words of ``text`` that hedge, in lower case: not "May"."""
    return (w.key for w in words(text) if w.key in _hedges() and text[w.start].islower())


@cache
def _hedges() -> frozenset[str]:
    return word_set("hedges.txt", "hedge") | word_set("hedges.txt", "modal")
