"""Whether the articles have what a draft quotes: word for word, merged, altered or not at all.

What a draft quotes is compared with what stands in quotation marks in the articles, without the
"he said" between two parts of a quotation.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsbrief.attribution import Attribution, QuoteType
from newsbrief.pages.contradiction import is_negative
from newsbrief.spans import Span

from .corpus import Corpus
from .differences import Fit, ranked
from .locating import Break, Locator, Part, parts_of
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

_MIN_UNQUOTED_WORDS = 4  # fewer may be the draft's own marks around a term
_MAX_SEAM_WORDS = 12  # between two quotations of a draft that may be one sentence of the article
LIKELY = (Speaker.SAME, Speaker.NOT_TOLD, Speaker.MISSPELT, Speaker.ANOTHER)
"""The speakers of several places that have the same words, the one to believe first."""

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
    changes: tuple[Change, ...] = ()
    steps: tuple[Step, ...] = ()
    notes: tuple[Note, ...] = ()
    place: Place | None = None


class Quotes:
    """Finds quotations in articles."""

    def __init__(self, corpus: Corpus, speakers: Speakers) -> None:
        self._corpus = corpus
        self._speakers = speakers
        self._locator = Locator(corpus)

    def check(self, claimed: Claimed) -> Quoted:
        """What the articles have of the quoted words of ``claimed``."""
        parts = parts_of(claimed)
        if not parts:
            return Quoted(Verdict.VERBATIM)
        found = [self._judged(claimed, parts, fits) for fits in self._locator.arrangements(parts)]
        return min(found, key=lambda each: self._rank(claimed, each))

    def _rank(self, claimed: Claimed, found: Quoted) -> tuple[bool, int, bool, int]:
        """What makes one of several places the likeliest: the verdict, the speaker, the marks."""
        if found.place is None:
            return True, 0, False, 0
        speaker, _ = self._speakers.compare(claimed, found.place)
        is_altered, has_marks = (
            found.verdict is not Verdict.VERBATIM,
            Note.NO_MARKS not in found.notes,
        )
        return is_altered, LIKELY.index(speaker), not has_marks, len(found.changes)

    def _judged(
        self, claimed: Claimed, parts: Sequence[Part], fits: Sequence[Fit | None]
    ) -> Quoted:
        """The verdict on ``parts`` that stand where ``fits`` say."""
        known = [fit for fit in fits if fit]
        size = sum(len(part.phrase.words) for part in parts)
        if 2 * sum(len(fit.phrase.words) for fit in known) < size or not known:
            return self._merged(parts) or Quoted(Verdict.ABSENT)
        changes = [change for fit in known for change in fit.changes]
        notes = [note for fit in known for note in fit.notes]
        steps: list[Step] = []
        hidden = self._hidden(parts, fits)
        for index, (part, fit) in enumerate(zip(parts, fits, strict=True)):
            for text in hidden.get(index, ()):
                changes.append(Change(ChangeKind.NEGATION, "", text))
                steps.append(Step(StepKind.LEFT_OUT, text))
            if fit is None:
                text = part.phrase.written(0, len(part.phrase.words))
                changes.append(Change(ChangeKind.WORDS, text, ""))
                steps.append(Step(StepKind.ADDED, text))
            else:
                steps += fit.steps
        if changes and (merged := self._merged(parts)):
            return merged
        if any(part.after is Break.ELLIPSIS for part in parts):
            notes.append(Note.LEFT_OUT)
        place = self._place(known)
        verdict = Verdict.ALTERED if changes else Verdict.VERBATIM
        if not changes:
            verdict, more = self._whole(claimed, parts, known, place)
            notes += more
        return Quoted(
            verdict,
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
        self, claimed: Claimed, parts: Sequence[Part], fits: Sequence[Fit], place: Place
    ) -> tuple[Verdict, list[Note]]:
        """The verdict on words that stand in the articles, by how they stand there."""
        notes: list[Note] = []
        for fit in fits:
            seams = list(self._seams(fit))
            if any(self._parts_speeches(*seam) for seam in seams):
                return Verdict.MERGED, notes
            notes += [Note.INTERRUPTED] * bool(seams)
        for (one, other), part in zip(pairwise(fits), parts[1:], strict=True):
            if part.after is Break.ELLIPSIS and not self._may_follow(one, other):
                return Verdict.MERGED, notes
        words = sum(fit.same for fit in fits)
        if not any(self._stands_in_marks(fit) for fit in fits):
            claims = self._speakers.claims_at(place)
            reported = claims and all(c.quote is QuoteType.INDIRECT for c in claims)
            if reported and claimed.source and words >= _MIN_UNQUOTED_WORDS:
                return Verdict.UNQUOTED, notes
            if not claims or reported:
                notes.append(Note.NO_MARKS)
        return Verdict.VERBATIM, notes

    def _stands_in_marks(self, fit: Fit) -> bool:
        row = fit.row
        if row is self._corpus.written:
            return all(row.quotation(place) >= 0 for place in range(*fit.span))
        return row is self._corpus.quoted

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
        return self._are_of_two(article, *sides)

    def _are_of_two(self, article: int, one: Span, other: Span) -> bool:
        """Whether two speakers say what stands at ``one`` and at ``other``.

        Who passes on what the other says, as the outer of two nested claims, is none of the two.
        """
        names = [
            [c.source.name for c in self._claims(article, side) if c.source and c.source.name]
            for side in (one, other)
        ]
        first, second = names
        return bool(first and second) and first[0] not in second and second[0] not in first

    def _claims(self, article: int, span: Span) -> list[Attribution]:
        """The claims that hold ``span``, the innermost first."""
        claims = self._speakers.claims_at(self._corpus.at(article, [span]))
        return sorted(claims, key=lambda claim: claim.within is None)

    def _may_follow(self, one: Fit, other: Fit) -> bool:
        """Whether ``other`` may come after ``one``, with words left out between them."""
        article = one.row.article(one.end - 1)
        if article != other.row.article(other.start):
            return False
        end, start = one.row.word(one.end - 1), other.row.word(other.start)
        if start.start < end.start:
            return False
        return not self._are_of_two(article, *(Span(w.start, w.end) for w in (end, start)))

    def _hidden(
        self, parts: Sequence[Part], fits: Sequence[Fit | None]
    ) -> dict[int, tuple[str, ...]]:
        """The words that negate one of two phrases, and that the draft leaves out between them.

        They are given by the index of the second of the two.
        """
        found: dict[int, tuple[str, ...]] = {}
        for index, ((one, other), part) in enumerate(
            zip(pairwise(fits), parts[1:], strict=True), 1
        ):
            if one is None or other is None or part.after is Break.NOTHING:
                continue
            article = one.row.article(one.end - 1)
            start = one.row.word(one.end - 1).end
            end = other.row.word(other.start).start
            if article != other.row.article(other.start) or end <= start:
                continue
            between = self._quoted_between(article, Span(start, end))
            if part.after is Break.MARKS and len(between.split()) > _MAX_SEAM_WORDS:
                continue
            found[index] = tuple(_negated_fragment(between))
        return found

    def _quoted_between(self, article: int, between: Span) -> str:
        """The text of ``between`` that stands in quotation marks; all of it where none does."""
        text = self._corpus.articles[article].text
        quotations = self._corpus.articles[article].quotations
        pieces = [
            text[max(between.start, q.start) : min(between.end, q.end)]
            for q in quotations.overlapping(*between)
        ]
        return " ".join(pieces) if pieces else text[slice(*between)]

    def _merged(self, parts: Sequence[Part]) -> Quoted | None:
        """The finding on a quotation that is made of several quotations of the articles."""
        fits = self._locator.merged(parts[0].phrase) if len(parts) == 1 else []
        if not fits:
            return None
        steps = tuple(step for fit in fits for step in fit.steps)
        return Quoted(Verdict.MERGED, (), steps, (), self._place(fits))


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
