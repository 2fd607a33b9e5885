"""Check a draft against the articles that it rests on: every quotation and every attributed claim.

Nothing that the draft tells in its own words is looked at.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from newsbrief.article import Article
from newsbrief.attribution import QuoteType, Source
from newsbrief.errors import EmptyError
from newsbrief.extraction.stance import Stance
from newsbrief.reading.parsing import parse, parsed
from newsbrief.spans import join

from .corpus import Corpus
from .cuts import cut_off
from .drafts import claimed as claimed_by
from .quotes import LIKELY, Quoted, Quotes
from .reports import Reported, Reports
from .speakers import Speakers
from .values import (
    PASSES,
    Change,
    ChangeKind,
    Check,
    Claimed,
    Finding,
    Place,
    Speaker,
    Verdict,
)
from .words import function_words, words

_MIN_SUPPORT = 0.75  # of a claim told in other words, to compare who says it
_FEW_WORDS = 4  # fewer that nobody is said to have spoken may be a title or a slogan


class _Heard(NamedTuple):
    """A place, and who speaks there beside who does in the draft."""

    place: Place
    speaker: Speaker
    said_by: Source | None


class Checker:
    """The articles, ready for any number of drafts."""

    def __init__(self, articles: Sequence[Article]) -> None:
        """Raises EmptyError where there is no article."""
        if not articles:
            raise EmptyError("no article to check against")
        self._corpus = Corpus(articles)
        self._speakers = Speakers(articles)
        self._quotes = Quotes(self._corpus, self._speakers)
        self._reports = Reports(self._corpus, self._speakers)

    def check(self, draft: Article | Sequence[Claimed]) -> Check:
        """The findings of ``draft``: an article, or claims that newsbrief has printed."""
        claims = claimed_by(draft) if isinstance(draft, Article) else draft
        return Check(tuple(self._finding(each) for each in claims))

    def _finding(self, claimed: Claimed) -> Finding:
        printed = self._printed(claimed)
        if printed:
            return self._with_speaker(Finding(claimed, Verdict.VERBATIM), printed)
        if claimed.quoted:
            return self._of_quotation(claimed, self._quotes.check(claimed))
        return self._of_report(claimed, self._reports.check(claimed))

    def _printed(self, claimed: Claimed) -> tuple[Place, ...]:
        """Where the words of a claim that newsbrief has printed stand, if where it says."""
        if not claimed.printed or not claimed.spans:
            return ()
        return tuple(
            self._corpus.at(i, claimed.spans)
            for i, article in enumerate(self._corpus.articles)
            if join(article.text, claimed.spans) == claimed.text
        )

    def _of_quotation(self, claimed: Claimed, found: Quoted) -> Finding:
        """The finding on a claim of which something is quoted."""
        places = (found.place,) if found.place else ()
        finding = Finding(claimed, found.verdict, None, found.changes, found.steps, found.notes)
        if claimed.quote is not QuoteType.MIXED:
            size = sum(len(words(text)) for text in claimed.quoted)
            if claimed.source is None and size < _FEW_WORDS and finding.failed:
                return Finding(claimed, Verdict.UNCLEAR)
            return self._with_speaker(finding, places)
        told = self._reports.check(claimed)
        if found.verdict in PASSES:
            rest = self._of_report(claimed, told)
            if rest.verdict is Verdict.ABSENT:
                rest = replace(rest, verdict=Verdict.UNCLEAR)
            return replace(self._with_speaker(rest, places), notes=found.notes)
        if all(_is_title(text) for text in claimed.quoted):
            return self._of_report(claimed, told)
        if found.verdict is Verdict.ABSENT and told.verdict is not Verdict.ABSENT:
            added = tuple(Change(ChangeKind.WORDS, text, "") for text in claimed.quoted)
            finding = replace(finding, verdict=Verdict.ALTERED, changes=added)
        return self._with_speaker(finding, places or told.places)

    def _of_report(self, claimed: Claimed, told: Reported) -> Finding:
        """The finding on a claim of which nothing is quoted."""
        finding = Finding(claimed, told.verdict, None, told.changes, told.steps)
        if told.support < _MIN_SUPPORT:
            return replace(finding, place=told.places[0] if told.places else None)
        return self._with_speaker(finding, told.places)

    def _with_speaker(self, finding: Finding, places: Sequence[Place]) -> Finding:
        """``finding`` with who speaks, at the first of ``places`` where the same source does."""
        if not places:
            return finding
        heard = [_Heard(place, *self._speakers.compare(finding.claimed, place)) for place in places]
        turns = [self._turned(finding.claimed, each) for each in heard]
        likeliest = min(
            range(len(places)),
            key=lambda i: (LIKELY.index(heard[i].speaker), turns[i] is not None),
        )
        place, speaker, said_by = heard[likeliest]
        turned = turns[likeliest]
        finding = replace(finding, place=place, speaker=speaker, said_by=said_by)
        if finding.verdict not in PASSES:
            return self._with_double_negation(finding, place)
        if turned:
            return replace(finding, verdict=Verdict.ALTERED, changes=(turned,), difference=())
        of_others = self._speakers.passed_on if speaker is Speaker.SAME else self._speakers.denied
        change = of_others(finding.claimed, place)
        if change:
            return replace(finding, verdict=Verdict.UNCLEAR, changes=(change,), difference=())
        return finding

    def _with_double_negation(self, finding: Finding, place: Place) -> Finding:
        """``finding``, a paraphrase where a negation more stands for a denial.

        "No money had changed hands" is what somebody says who denies that any had.
        """
        claimed = finding.claimed
        negated = {change.kind for change in finding.changes} == {ChangeKind.NEGATION}
        if not negated or claimed.quoted or not self._speakers.turned(claimed, place):
            return finding
        return replace(finding, verdict=Verdict.PARAPHRASE, changes=())

    def _turned(self, claimed: Claimed, heard: _Heard) -> Change | None:
        """What turns the words at a place, where they are of the claim's own source or of none."""
        if claimed.source and heard.speaker is not Speaker.SAME:
            return None
        begin = self._speakers.begin(claimed, heard.place)
        change = cut_off(claimed, self._corpus.articles[heard.place.article], heard.place, begin)
        if change is None or claimed.printed:
            return self._speakers.turned(claimed, heard.place)
        return change if claimed.stance is Stance.HOLDS else None  # who doubts it says so too


def check(draft: Article | str | Sequence[Claimed], articles: Sequence[Article | str]) -> Check:
    """What ``articles`` have of each quotation and attributed claim of ``draft``, in its order.

    ``draft`` is an article, its text, or claims such as ``claimed`` of a finding. Raises EmptyError
    where there is no article, TypeError where ``articles`` is one text, InputError where rapidfuzz,
    of the extra ``check``, is not installed.
    """
    return Checker(parsed(articles)).check(parse(draft) if isinstance(draft, str) else draft)


def _is_title(text: str) -> bool:
    """Whether ``text`` reads as a title: every word but small ones has a capital."""
    found = words(text)
    return all(text[w.start].isupper() or w.key in function_words() for w in found)
