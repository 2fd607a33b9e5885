"""Whether the articles have what a draft quotes: word for word, merged, altered or not at all.

What a draft quotes is compared with what stands in quotation marks in the articles, without the
"he said" between two parts of a quotation.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import pairwise
from typing import NamedTuple

from newsbrief.attribution import QuoteType
from newsbrief.pages.contradiction import is_negative
from newsbrief.spans import Span

from .corpus import MAX_PLACES, Corpus, Row
from .differences import Fit, best_fit, exact_fit, function_words, ranked
from .speakers import Speakers
from .values import (
    Change,
    ChangeKind,
    Claimed,
    Note,
    Place,
    Speaker,
    Step,
    StepKind,
    Verdict,
)
from .words import Phrase, phrases

MIN_SIMILARITY = 0.5  # of the words of a phrase that a stretch has, to be its original
_MIN_CONTENT_WORDS = 2  # that both have
_MIN_MERGED_WORDS = 3  # of each part of a quotation made of two
_MAX_PARTS = 3
_MIN_UNQUOTED_WORDS = 4  # fewer may be the draft's own marks around a term
_MAX_WORDS = 300  # of a phrase that is aligned at once; a speech may be longer
_MAX_NEAR = 200  # places of a phrase among which the one nearest to the rest is looked for
_MAX_SEAM_WORDS = 12  # between two quotations of a draft that may be one sentence of the article
_STRETCHES = 3

_PUNCTUATION = re.compile(r"[.,;:!?()\n—–…]|\s-\s|--")
_SUBORDINATE = re.compile(
    r"(?:that|which|who|whom|whose|because|although|though|when|while|if|since|as)\b",
    re.IGNORECASE,
)
_COORDINATE = re.compile(r"(?:and|but|or)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quoted:
    """What is found of the quoted words of a claim."""

    verdict: Verdict
    fits: tuple[Fit, ...] = ()
    changes: tuple[Change, ...] = ()
    steps: tuple[Step, ...] = ()
    notes: tuple[Note, ...] = ()
    place: Place | None = None


class _Break(Enum):
    """What stands before a phrase of a quotation."""

    NOTHING = auto()  # it is the first, or goes on
    ELLIPSIS = auto()
    MARKS = auto()  # quotation marks close and open again


class _Part(NamedTuple):
    """A phrase of a quotation, and what stands before it."""

    phrase: Phrase
    after: _Break


class Quotes:
    """Finds quotations in articles."""

    def __init__(self, corpus: Corpus, speakers: Speakers) -> None:
        self._corpus = corpus
        self._speakers = speakers
        self._texts = [article.text for article in corpus.articles]

    def check(self, claimed: Claimed) -> Quoted:
        """What the articles have of the quoted words of ``claimed``."""
        parts = list(_parts(claimed))
        if not parts:
            return Quoted(Verdict.VERBATIM)
        exact = [self._places(part.phrase) for part in parts]
        anchor = min(
            (i for i, (_, places) in enumerate(exact) if places),
            key=lambda i: (-len(parts[i].phrase.words), i),
            default=None,
        )
        if anchor is None:
            return self._judged(claimed, parts, [self._search(part.phrase) for part in parts])
        row, places = exact[anchor]
        found = [
            self._judged(claimed, parts, self._around(parts, exact, anchor, row, place))
            for place in places
        ]
        return min(found, key=lambda each: self._rank(claimed, each))

    def _rank(self, claimed: Claimed, found: Quoted) -> tuple[bool, int, int]:
        """What makes one of several places the likeliest: the verdict, then the speaker."""
        if found.place is None:
            return True, 0, 0
        speaker, _ = self._speakers.compare(claimed, found.place)
        likely = [Speaker.SAME, Speaker.NOT_TOLD, Speaker.MISSPELT, Speaker.ANOTHER]
        return (
            found.verdict is not Verdict.VERBATIM,
            likely.index(speaker),
            len(found.changes),
        )

    def _places(self, phrase: Phrase) -> tuple[Row, list[int]]:
        """Where the very words of ``phrase`` stand: in quotation marks, or else anywhere."""
        quoted = self._corpus.quoted.exact(phrase.keys)
        if quoted:
            return self._corpus.quoted, quoted
        return self._corpus.all, self._corpus.all.exact(phrase.keys)

    def _around(
        self,
        parts: Sequence[_Part],
        exact: Sequence[tuple[Row, list[int]]],
        anchor: int,
        row: Row,
        place: int,
    ) -> list[Fit | None]:
        """The fits of all ``parts`` where the one at ``anchor`` stands at ``place`` of ``row``."""
        fits: list[Fit | None] = [None] * len(parts)
        fits[anchor] = exact_fit(parts[anchor].phrase, row, place)
        article = row.article(place)
        for step, order in ((1, range(anchor + 1, len(parts))), (-1, range(anchor - 1, -1, -1))):
            near = self._offset(fits[anchor], step)
            for i in order:
                phrase, (its_row, places) = parts[i].phrase, exact[i]
                own = [
                    exact_fit(phrase, its_row, each)
                    for each in (
                        its_row.exact(phrase.keys, _MAX_NEAR)
                        if len(places) == MAX_PLACES
                        else places
                    )
                    if its_row.article(each) == article
                ]
                beyond = [fit for fit in own if step * (self._offset(fit, -step) - near) >= 0]
                chosen = min(
                    beyond or own,
                    key=lambda fit: abs(self._offset(fit, -step) - near),
                    default=None,
                )
                fits[i] = chosen or self._search(phrase)
                near = self._offset(fits[i], step) if chosen else near
        return fits

    def _offset(self, fit: Fit | None, step: int) -> int:
        """Where in its article ``fit`` ends, or begins for a negative ``step``."""
        if fit is None:
            return 0
        return fit.row.word(fit.end - 1).end if step > 0 else fit.row.word(fit.start).start

    def _search(self, phrase: Phrase) -> Fit | None:
        """The stretch of the articles that ``phrase`` is most likely taken from, or None."""
        best: Fit | None = None
        for row in (self._corpus.quoted, self._corpus.all):
            exact = row.exact(phrase.keys, 1)
            if exact:
                return exact_fit(phrase, row, exact[0])
            for stretch in row.stretches(phrase.keys, _STRETCHES):
                fit = best_fit(phrase, self._texts, row, stretch)
                if best is None or fit.changed < best.changed:
                    best = fit
            if best and is_original(best):
                return best
        return None

    def _judged(
        self, claimed: Claimed, parts: Sequence[_Part], fits: Sequence[Fit | None]
    ) -> Quoted:
        """The verdict on ``parts`` that stand where ``fits`` say."""
        known = [fit for fit in fits if fit]
        size = sum(len(part.phrase.words) for part in parts)
        if 2 * sum(len(fit.phrase.words) for fit in known) < size or not known:
            return self._merged(parts) or Quoted(Verdict.ABSENT)
        changes = [change for fit in known for change in fit.changes]
        notes = [note for fit in known for note in fit.notes]
        steps: list[Step] = []
        for part, fit in zip(parts, fits, strict=True):
            if fit is None:
                text = part.phrase.written(0, len(part.phrase.words))
                changes.append(Change(ChangeKind.WORDS, text, ""))
                steps.append(Step(StepKind.ADDED, text))
            else:
                steps += fit.steps
        if changes and (merged := self._merged(parts)):
            return merged
        hidden = list(self._hidden(parts, fits))
        changes += [Change(ChangeKind.NEGATION, "", text) for text in hidden]
        steps += [Step(StepKind.LEFT_OUT, text) for text in hidden]
        if any(part.after is _Break.ELLIPSIS for part in parts):
            notes.append(Note.LEFT_OUT)
        place = self._place(known)
        verdict = Verdict.ALTERED if changes else Verdict.VERBATIM
        if not changes:
            verdict, more = self._whole(claimed, parts, known, place)
            notes += more
        return Quoted(
            verdict,
            tuple(known),
            ranked(changes),
            tuple(steps) if changes else (),
            tuple(dict.fromkeys(notes)),
            place,
        )

    def _place(self, fits: Sequence[Fit]) -> Place:
        """The place of ``fits`` that stand in the article of the longest one."""
        longest = max(fits, key=lambda fit: fit.same)
        article = longest.row.article(longest.start)
        of_article = [fit for fit in fits if fit.row.article(fit.start) == article]
        spans = {
            span for fit in of_article for span in self._corpus.place(fit.row, [fit.span]).spans
        }
        return self._corpus.at(article, sorted(spans))

    def _whole(
        self, claimed: Claimed, parts: Sequence[_Part], fits: Sequence[Fit], place: Place
    ) -> tuple[Verdict, list[Note]]:
        """The verdict on words that stand in the articles, by how they stand there."""
        notes: list[Note] = []
        for fit in fits:
            seams = list(self._seams(fit))
            if any(self._parts_speeches(*seam) for seam in seams):
                return Verdict.MERGED, notes
            notes += [Note.INTERRUPTED] * bool(seams)
        for (one, other), part in zip(pairwise(fits), parts[1:], strict=True):
            if part.after is _Break.ELLIPSIS and not self._may_follow(one, other):
                return Verdict.MERGED, notes
        words = sum(fit.same for fit in fits)
        if all(fit.row is self._corpus.all for fit in fits):
            claims = self._speakers.claims_at(place)
            reported = claims and all(c.quote is QuoteType.INDIRECT for c in claims)
            if reported and claimed.source and words >= _MIN_UNQUOTED_WORDS:
                return Verdict.UNQUOTED, notes
            if not claims or reported:
                notes.append(Note.NO_MARKS)
        return Verdict.VERBATIM, notes

    def _seams(self, fit: Fit) -> Iterator[tuple[int, Span]]:
        """Where ``fit`` goes from one quotation of its article to another: what is in between."""
        row = fit.row
        if row is not self._corpus.quoted:
            return
        for place in range(fit.start + 1, fit.end):
            if row.quotation(place) != row.quotation(place - 1):
                between = Span(row.word(place - 1).end, row.word(place).start)
                yield row.article(place), between

    def _parts_speeches(self, article: int, between: Span) -> bool:
        """Whether a whole sentence stands between two quotations, or another speaker has one."""
        of = self._corpus.articles[article]
        first, last = of.sentence_at(between.start), of.sentence_at(between.end)
        inner = of.sentences[first + 1 : last]
        if any(s.start >= between.start and s.end <= between.end for s in inner):
            return True
        sides = (Span(between.start - 1, between.start), Span(between.end, between.end + 1))
        one, other = (self._speaker(article, side) for side in sides)
        return bool(one and other and one != other)

    def _speaker(self, article: int, span: Span) -> str | None:
        """The name of the source whose claim holds ``span``; None where it has none."""
        claims = self._speakers.claims_at(self._corpus.at(article, [span]))
        return next((c.source.name for c in claims if c.source and c.source.name), None)

    def _may_follow(self, one: Fit, other: Fit) -> bool:
        """Whether ``other`` may come after ``one``, with words left out between them."""
        article = one.row.article(one.end - 1)
        if article != other.row.article(other.start):
            return False
        end, start = one.row.word(one.end - 1), other.row.word(other.start)
        if start.start < end.start:
            return False
        names = (self._speaker(article, Span(w.start, w.end)) for w in (end, start))
        first, second = names
        return not (first and second and first != second)

    def _hidden(self, parts: Sequence[_Part], fits: Sequence[Fit | None]) -> Iterator[str]:
        """The words that negate one of two phrases, and that the draft leaves out between them."""
        for (one, other), part in zip(pairwise(fits), parts[1:], strict=True):
            if one is None or other is None or part.after is _Break.NOTHING:
                continue
            article = one.row.article(one.end - 1)
            start = one.row.word(one.end - 1).end
            end = other.row.word(other.start).start
            if article != other.row.article(other.start) or end <= start:
                continue
            between = self._quoted_between(article, Span(start, end))
            if part.after is _Break.MARKS and len(between.split()) > _MAX_SEAM_WORDS:
                continue
            yield from _negated_fragment(between)

    def _quoted_between(self, article: int, between: Span) -> str:
        """The text of ``between`` that stands in quotation marks; all of it where none does."""
        text = self._corpus.articles[article].text
        quotations = self._corpus.quotations[article]
        pieces = [
            text[max(between.start, q.start) : min(between.end, q.end)]
            for q in quotations.overlapping(*between)
        ]
        return " ".join(pieces) if pieces else text[slice(*between)]

    def _merged(self, parts: Sequence[_Part]) -> Quoted | None:
        """The parts of a quotation that is made of several quotations of the articles."""
        if len(parts) != 1:
            return None
        phrase, row = parts[0].phrase, self._corpus.quoted
        fits: list[Fit] = []
        start = 0
        while start < len(phrase.words) and len(fits) < _MAX_PARTS:
            rest = Phrase(phrase.text, phrase.words[start:])
            size = row.longest_prefix(rest.keys)
            if size < _MIN_MERGED_WORDS:
                return None
            piece = Phrase(phrase.text, rest.words[:size])
            fits.append(exact_fit(piece, row, row.exact(piece.keys, 1)[0]))
            start += size
        if start < len(phrase.words) or len(fits) == 1:
            return None
        homes = {(fit.row.article(fit.start), fit.row.quotation(fit.start)) for fit in fits}
        if len(homes) == 1:
            return None
        steps = tuple(step for fit in fits for step in fit.steps)
        return Quoted(Verdict.MERGED, tuple(fits), (), steps, (), self._place(fits))


def is_original(fit: Fit) -> bool:
    """Whether ``fit`` has enough of its phrase to be what the phrase was made from."""
    size = len(fit.phrase.words)
    if not size or fit.same < MIN_SIMILARITY * size or fit.changed > size:
        return False
    kept = [fit.row.keys[place] for place in range(fit.start, fit.end)]
    content = {key for key in kept if key not in function_words()} & set(fit.phrase.keys)
    return len(content) >= min(_MIN_CONTENT_WORDS, size)


def _negated_fragment(between: str) -> Iterator[str]:
    """What of the words ``between`` two phrases belongs to one of them and negates it.

    >>> list(_negated_fragment(" not")), list(_negated_fragment(", which is not easy, "))
    (['not'], [])
    """
    fragments = [" ".join(each.split()) for each in _PUNCTUATION.split(between)]
    first, last = fragments[0], fragments[-1]
    if len(fragments) == 1:
        attached = [] if _SUBORDINATE.match(first) else [first]
    else:
        is_clause = _SUBORDINATE.match(first) or _COORDINATE.match(first)
        attached = [last] if is_clause else [first, last]
    yield from (each for each in attached if is_negative(each))


def _parts(claimed: Claimed) -> Iterator[_Part]:
    """The phrases that ``claimed`` quotes; a very long one is cut so that it can be aligned."""
    for text in claimed.quoted:
        after = _Break.MARKS
        for phrase in phrases(text):
            for start in range(0, len(phrase.words), _MAX_WORDS):
                part = Phrase(phrase.text, phrase.words[start : start + _MAX_WORDS])
                yield _Part(part, _Break.NOTHING if start else after)
            after = _Break.ELLIPSIS
