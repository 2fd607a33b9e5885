"""Whether the source that a draft names is the one that the article names.

Wrong is worse than missing: two sources are different only where both are named, both are persons
or both bodies, and nothing that the article says of one is part of the other's name.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from newsbrief.article import Article
from newsbrief.attribution import Attribution, Kind, Source, SourceType
from newsbrief.extraction.facts import DEFAULT_MIN_CONFIDENCE, facts
from newsbrief.extraction.stance import Stance, stance
from newsbrief.pages.contradiction import is_negative
from newsbrief.spans import SortedSpans, Span
from newsbrief.text.gazetteer import whole_titles
from newsbrief.text.packaged import word_set
from newsbrief.text.stems import singular
from newsbrief.text.tokens import word_parts

from .differences import is_respelt
from .values import Change, ChangeKind, Claimed, Place, Speaker
from .words import function_words

# Of 3,540 claims in extracts of 500 articles, beside those articles, 18 are given to another source
# where any confidence will do, and where the draft may name it by "she"; 3 with these.
_MIN_SURE = 0.6  # of a claim whose source names itself, to tell another by it
_MIN_SURE_OF_PRONOUN = 0.8  # of one in the article that says "she"
_MIN_COVERED = 0.5  # of a place, by the claim whose source speaks there
_NAMED = (SourceType.PERSON, SourceType.ORGANISATION)
_POSSESSIVE = re.compile(r"['’]s?\b")


class Speakers:
    """Who says what in the articles."""

    def __init__(self, articles: Sequence[Article]) -> None:
        self.facts = [facts(article, min_confidence=0, optional=True) for article in articles]
        self._texts = [frozenset(word_parts(article.text.casefold())) for article in articles]
        sources = (fact.source for found in self.facts for fact in found)
        self._named = [source for source in sources if source and source.name]
        self._spans: list[SortedSpans[Span]] = []
        self._of_span: list[dict[Span, list[int]]] = []
        for found in self.facts:
            of_span: dict[Span, list[int]] = {}
            for index, fact in enumerate(found):
                for span in fact.claim.spans:
                    of_span.setdefault(span, []).append(index)
            self._spans.append(SortedSpans(of_span))
            self._of_span.append(of_span)

    def claims_at(self, place: Place, least: float = _MIN_COVERED) -> list[Attribution]:
        """The claims that hold that share of ``place`` or more: those that hold most first."""
        covered: dict[int, int] = {}
        for start, end in place.spans:
            for span in self._spans[place.article].overlapping(start, end):
                shared = min(end, span.end) - max(start, span.start)
                for index in self._of_span[place.article][span]:
                    covered[index] = covered.get(index, 0) + shared
        size = sum(end - start for start, end in place.spans)
        found = self.facts[place.article]
        most = [index for index, chars in covered.items() if chars >= least * size]
        most.sort(key=lambda index: (-covered[index], -found[index].confidence, index))
        return [found[index] for index in most]

    def compare(self, claimed: Claimed, place: Place) -> tuple[Speaker, Source | None]:
        """Whether the source of ``claimed`` says what stands at ``place``, and who does there."""
        claims = [fact for fact in self.claims_at(place) if fact.source]
        ours = claimed.source
        said_by = next((fact.source for fact in claims), None)
        if ours is None or not claims:
            return Speaker.NOT_TOLD, said_by
        for fact in claims:
            if fact.source and is_same(ours, fact.source):
                return Speaker.SAME, fact.source
        ours = self._who(ours) or ours
        listed = [fact for fact in claims if fact.confidence >= DEFAULT_MIN_CONFIDENCE]
        theirs = [(fact.source, fact.confidence) for fact in listed if fact.source]
        if not theirs or not _is_explicit(ours) or claimed.sure < _MIN_SURE:
            return Speaker.NOT_TOLD, said_by
        if any(is_misspelt(ours, source) and not self._knows(ours) for source, _ in theirs):
            return Speaker.MISSPELT, theirs[0][0]
        if all(_is_sure(source, sure) and is_other(ours, source) for source, sure in theirs):
            return Speaker.ANOTHER, theirs[0][0]
        return Speaker.NOT_TOLD, said_by

    def _who(self, source: Source) -> Source | None:
        """The one named source of the articles that "Lee" or "the mayor" can be, or None.

        None too for a name that the articles have in full.
        """
        fits = _has_surname if source.name else _described
        found = [other for other in self._named if fits(source, other)]
        people = {name_words(other.name or "") for other in found}
        whole = max(people, key=len, default=frozenset())
        if not whole or any(not words <= whole for words in people):
            return None
        return next(other for other in found if name_words(other.name or "") == whole)

    def begin(self, claimed: Claimed, place: Place) -> int:
        """Where the claim begins that holds the start of ``place``; 0 where there is none."""
        start = place.spans[0].start
        own = self._own(claimed.source, place) if claimed.source else self.claims_at(place)
        spans = (span for fact in own for span in fact.claim.spans)
        return min((span.start for span in spans if span.start <= start < span.end), default=0)

    def _own(self, source: Source, place: Place, least: float = _MIN_COVERED) -> list[Attribution]:
        """The claims of ``source`` that hold that share of ``place``, with a cue."""
        claims = (fact for fact in self.claims_at(place, least) if fact.cue and fact.source)
        return [fact for fact in claims if fact.source and is_same(source, fact.source)]

    def turned(self, claimed: Claimed, place: Place) -> Change | None:
        """The two cues, where its source makes of what stands at ``place`` what it does not there.

        They say nothing of a quoted sentence: a denial is often followed by what was said instead.
        """
        if claimed.source is None or not claimed.cue:
            return None
        own = self._own(claimed.source, place)
        if not own:
            return None
        part = bool(claimed.quoted) and place.text[0].isupper()
        near = self._own(claimed.source, place, least=0)
        if not part and all(_backs(stance(fact)) != _backs(claimed.stance) for fact in near):
            return Change(ChangeKind.NEGATION, claimed.cue, _cue(own[0]))
        return None

    def denied(self, claimed: Claimed, place: Place) -> Change | None:
        """The two cues, where all who speak of what stands at ``place`` deny what is said here."""
        facts = self.claims_at(place)
        if claimed.stance is not Stance.HOLDS or is_negative(claimed.text) or not facts:
            return None
        if any(stance(fact) is not Stance.DENIES for fact in facts):
            return None
        return Change(ChangeKind.NEGATION, claimed.cue, _cue(facts[0]))

    def passed_on(self, claimed: Claimed, place: Place) -> Change | None:
        """Another source and its cue, whose words at ``place`` its own only passes on, or None."""
        own = self._own(claimed.source, place) if claimed.source else []
        every = self.facts[place.article]
        for fact in self.claims_at(place):
            outer = None if fact.within is None else every[fact.within]
            told = fact in own or _cue(fact) in claimed.text
            if outer in own and not told and _is_passed_on(fact, place):
                return Change(ChangeKind.CONTEXT, "", _source_and_cue(fact))
        return None

    def _knows(self, source: Source) -> bool:
        """Whether the articles have every word of the name of ``source``."""
        return any(name_words(source.name or "") <= text for text in self._texts)


@cache
def _first_person() -> frozenset[str]:
    return word_set("pronouns.txt", "i") | word_set("pronouns.txt", "we")


def _is_passed_on(fact: Attribution, place: Place) -> bool:
    """Whether ``place`` has what somebody else says in ``fact``, without who does.

    What was noticed, or not known, is so; "we think" is the outer source's own.
    """
    if fact.source is None or fact.cue is None or fact.confidence < DEFAULT_MIN_CONFIDENCE:
        return False
    if fact.negated or fact.kind is Kind.PERCEPTION:
        return False
    is_own = fact.source.text.casefold() in _first_person()
    return not is_own and fact.cue.spans[-1].end <= place.spans[0].start


def _source_and_cue(fact: Attribution) -> str:
    return f"{fact.source.text if fact.source else ''} {_cue(fact)}".strip()


def _cue(fact: Attribution) -> str:
    return fact.cue.text if fact.cue else ""


def _backs(made: Stance) -> bool:
    """Whether the source stands behind what it says or calls for, in a draft much the same."""
    return made in (Stance.HOLDS, Stance.WANTS)


def is_same(one: Source, other: Source) -> bool:
    """Whether two sources may be one, by their names, roles and words."""
    names = [name_words(source.name or "") for source in (one, other)]
    if all(names):
        mine, yours = names
        if mine <= yours or yours <= mine or _is_acronym(one.name or "", other.name or ""):
            return True
        return _speaks_for(one, other) or _speaks_for(other, one)
    if one.text.casefold() == other.text.casefold():
        return True
    return _described(one, other) or _described(other, one)


def _has_surname(one: Source, other: Source) -> bool:
    """Whether the name of ``one`` is a part of the longer name of ``other``, a person."""
    return other.type is SourceType.PERSON and name_words(one.name or "") < name_words(
        other.name or ""
    )


def is_other(one: Source, other: Source) -> bool:
    """Whether two sources, neither of them the other, are surely two."""
    if one.name is None or other.name is None or one.type is not other.type:
        return False
    if name_words(one.text) <= name_words(f"{other.text} {other.name}"):
        return False  # "Robinson" is one Robinson here and another there
    return one.type in _NAMED and not (_mentions(one, other) or _mentions(other, one))


def is_misspelt(one: Source, other: Source) -> bool:
    """Whether the names of two persons differ in a few letters."""
    if one.type is not SourceType.PERSON or other.type is not SourceType.PERSON:
        return False
    mine, yours = _ordered(one.name or ""), _ordered(other.name or "")
    if not mine or not yours:
        return False
    if len(mine) != len(yours):
        mine, yours = mine[-1:], yours[-1:]
    return all(map(is_respelt, mine, yours))


def name_words(name: str) -> frozenset[str]:
    """The words of ``name`` in lower case, without titles, "the" and the like.

    >>> sorted(name_words("Mayor Ann Lee")), sorted(name_words("the Ministry of Health's"))
    (['ann', 'lee'], ['health', 'ministry'])
    >>> sorted(name_words("Deputy Prime Minister Bo Ek")), sorted(name_words("Prime Steel"))
    (['bo', 'ek'], ['prime', 'steel'])
    """
    return frozenset(_ordered(name))


def _ordered(name: str) -> list[str]:
    """The words of ``name``; the last one stays, also where it may be a title ("Mr King")."""
    parts = word_parts(_POSSESSIVE.sub("", name.casefold()))
    before, last = parts[:-1], parts[-1:]
    found: list[str] = []
    at = 0
    while at < len(before):
        in_title = _title_length(before, at)
        if not in_title and before[at] not in function_words():
            found.append(before[at])
        at += in_title or 1
    return found + last


def _title_length(parts: Sequence[str], at: int) -> int:
    """How many ``parts`` from ``at`` on are a title, the longest that stands there; 0 for none."""
    lengths = range(min(_longest_title(), len(parts) - at), 0, -1)
    return next((n for n in lengths if tuple(parts[at : at + n]) in whole_titles()), 0)


@cache
def _longest_title() -> int:
    return max(map(len, whole_titles()))


def _is_explicit(source: Source) -> bool:
    """Whether the name of ``source`` stands in its own words."""
    return source.name is not None and bool(name_words(source.name) & name_words(source.text))


def _is_sure(source: Source, sure: float) -> bool:
    return sure >= (_MIN_SURE if _is_explicit(source) else _MIN_SURE_OF_PRONOUN)


def _speaks_for(person: Source, body: Source) -> bool:
    """Whether ``body`` stands in the role of ``person``: "Ann Lee, a ministry spokeswoman"."""
    return body.type is not SourceType.PERSON and _mentions(person, body)


def _mentions(one: Source, other: Source) -> bool:
    """Whether the name of ``other`` stands in what the article says of ``one``."""
    words = name_words(other.name or "")
    about = f"{one.role.text if one.role else ''} {one.text}"
    return bool(words) and words <= name_words(about)


def _described(one: Source, other: Source) -> bool:
    """Whether the words of ``one``, which has no name, describe ``other``: by role, or by name."""
    if one.name is not None:
        return False
    about = [other.text, other.name or "", other.role.text if other.role else ""]
    return _content(one.text) <= _content(" ".join(about)) and bool(_content(one.text))


def _content(text: str) -> frozenset[str]:
    """The words of ``text`` that tell who it is, in the singular."""
    parts = word_parts(_POSSESSIVE.sub("", text.casefold()))
    return frozenset(singular(part) for part in parts if part not in function_words())


def _is_acronym(one: str, other: str) -> bool:
    """Whether one name has the initials of the other: "FEMA", with or without small words."""
    short, long = sorted((one, other), key=len)
    letters = "".join(word_parts(short.casefold()))
    every = [part for part in word_parts(long.casefold()) if part != "the"]
    large = [part for part in every if part not in function_words()]
    return len(letters) > 1 and letters in (_initials(every), _initials(large))


def _initials(parts: Iterable[str]) -> str:
    return "".join(part[0] for part in parts)
