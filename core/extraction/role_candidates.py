"""What may be the role of a source: the words that the tagger marks, by where they stand to it.

They are in the source's own words, beside its name anywhere in the article, in the words of another
source that is the same, or the next ones after its name, or before it, that stand beside nobody's
("Ann Lee left. The mayor of Ayr ...").
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import NamedTuple

from newsbrief.article import Article
from newsbrief.names.resolution import ResolvedSource
from newsbrief.names.source_form import AGED, source_form
from newsbrief.names.word_lists import name_words
from newsbrief.spans import SortedSpans, Span
from newsbrief.tagging.tags import Tags, Told
from newsbrief.text.language import ENGLISH
from newsbrief.text.numbers import number_words
from newsbrief.text.packaged import word_set
from newsbrief.text.stop_words import english_function_words, stop_terms
from newsbrief.text.subsets import Subsets, WordSet
from newsbrief.text.terms import terms_of
from newsbrief.text.tokens import words

from .linking import Link
from .role_features import Chooser, PlacedRole, none_features, role_features

MAX_ROLES_OF_NAME = 6  # of different words, of each kind of place

# What stands before a role. Of 14,757 that readers give 3 in 100 have an article, 2 in 1,000 one of
# the first words, none "own" ("her own brother").
_JOINTS = re.compile(
    r"(?:(?:and|at|but|for|from|is|of|or)\s+)?(?:(?:an?|the|own)\s+)?", re.IGNORECASE
)

# What is left of a body's name where the tagger marks the rest as a role: "Mull" of "Mull
# Historical Society". Of 36 facts in readers/ whose role this makes longer 13 come nearer to the
# reader's role and none away from it.
_NAME_BEFORE = re.compile(r"(?:\b[A-Z][\w’'-]{1,30}\s){1,3}\Z")
MAX_NAME_CHARS = 100  # before a role, in which that is looked for

_POSSESSIVE = re.compile(r"(?<=\S)['’]s?\Z")  # before a name
_NAME_AFTER = re.compile(r"\s[A-Z]")
_AGE = re.compile(rf"\b\d{{1,3}}{AGED}\b")
_LAST_WORD = re.compile(r"(?<!\s)\s+(\w+)\.?\Z")
_NEXT_WORD = re.compile(r"\s(\w+)")
_BEFORE = re.compile(r"\b[a-z]{1,3}(?=\s\Z)|[^\w\s](?=\s?\Z)", re.IGNORECASE)
_MAX_BEFORE_CHARS = 5  # in which a small word or a mark before a role stands

# Between a role and the name after it, and between a name and the role after it: ", 43, of the", or
# ", then her private". Of 853 roles that readers/train gives people 735 stand so beside their name.
MAX_GAP_CHARS = 60
_TITLES = re.compile(r"(?:['’]s)?,?\s+(?:[A-Z]\w*\.?\s+){0,2}")
_APPOSITION = re.compile(
    r"(?:\.?,|\s?[(–—-])?\s*(?:\d+,\s*)?(?:(?:who|which)\s+)?(?:(?:is|was)\s+(?:\w+ly\s+)?)?"
    r"(?:(?:at|from|in|of)\s+)?(?:(?:an?|another|the|his|her|their)\s+)?(?:\d+-year-old\s+)?"
    r"|\.?,\s+(?:as\s+)?(?:an?|the|his|her|their|then|now)\s[a-z\d\s’'-]{2,40}\s"
)


class RoleCandidate(NamedTuple):
    """Words that may be the role of a source, and the features of their being it."""

    span: Span
    features: list[str]


class _Role(NamedTuple):
    """Words that tell a role; offsets are code points from 0, the end is exclusive."""

    start: int
    end: int
    chance: float
    is_sure: bool
    bearer: Span | None  # the name that they stand beside


class RoleCandidates:
    """The roles that an article tells, found by the sources whose they may be."""

    def __init__(
        self, article: Article, tags: Tags, sources: Iterable[tuple[Link, ResolvedSource]]
    ) -> None:
        """``sources`` are likely ones, whose own words may tell the roles of those they are."""
        self._article = article
        self._names = SortedSpans(tags.names)
        sure = SortedSpans(self._whole(told) for told in tags.roles)
        unsure = self._unsure(tags.likely_roles, sure)
        told = [*((each, True) for each in sure), *((each, False) for each in unsure)]
        roles = [self._role(*each) for each in told if self._says_something(each[0])]
        self._roles = SortedSpans(sorted(roles, key=lambda role: role.start))
        free = [role for role in self._roles if not role.bearer]
        of_sources = (
            (words_of(who.name), role)
            for link, who in sources
            if who.name
            for _, role in self._own(link, words_of(who.name))
            if role.is_sure
        )
        self._by_name = {
            "beside": self._known((self._words(r.bearer), r) for r in self._roles if r.bearer),
            "other": self._known(of_sources),
            "after": self._known((self._words(self._name_before(role)), role) for role in free),
            "ahead": self._known((self._words(self._name_after(role)), role) for role in free),
        }

    def _unsure(self, likely: Iterable[Told], sure: SortedSpans[Told]) -> list[Told]:
        """The ``likely`` roles where no ``sure`` one is."""
        return [told for told in likely if not sure.overlapping(told.start, told.end)]

    def of(self, link: Link, source: ResolvedSource) -> tuple[list[str], list[RoleCandidate]]:
        """The features of having no role, and what may be the role of the source of ``link``."""
        name = words_of(source.name or "")
        places: dict[_Role, str] = {}
        for place, role in (*self._own(link, name), *self._elsewhere(name)):
            if not self._words(role) <= name:  # "Earl “Fatback”" is a part of the name
                places.setdefault(role, place)
        own = any(place.startswith("own") and role.is_sure for role, place in places.items())
        form = source_form(self._article.text, link.source)
        chooser = Chooser(form, bool(source.name), own)
        start = link.source[0].start if link.source else link.content[0].start
        longest_first = sorted(places, key=lambda role: (role.start - role.end, role.start))
        return none_features(chooser), [
            RoleCandidate(
                Span(role.start, role.end),
                role_features(chooser, self._placed(role, places[role], start), rank),
            )
            for rank, role in enumerate(longest_first)
        ]

    def _own(self, link: Link, name: WordSet) -> Iterator[tuple[str, _Role]]:
        """The roles in the words of the source of ``link``, and whether they stand by its ``name``.

        But for those of others who are named there: "the mayor Ann Lee's spokesman". Of one without
        a name the first: "critics of the mayor, including her brother".
        """
        inside = (role for span in link.source for role in self._roles.overlapping(*span))
        if not name:
            own = (role for role in inside if not role.bearer)
            yield from (("own", role) for role in islice(own, 1))
            return
        for role in inside:
            bearer = self._words(role.bearer) if role.bearer else name
            if bearer & name:
                yield ("own beside" if role.bearer else "own"), role

    def _elsewhere(self, name: WordSet) -> Iterator[tuple[str, _Role]]:
        """The roles of ``name`` by names that have no word but those of it."""
        for place, known in self._by_name.items():
            for role in known.of(name) if name else ():
                side = role.bearer and (" title" if role.start < role.bearer.start else " apposed")
                yield place + (side or ""), role

    def _placed(self, role: _Role, place: str, source: int) -> PlacedRole:
        """``role`` as it stands at ``place`` to a source that starts at the offset ``source``."""
        text, sentence_at = self._article.text, self._article.sentence_at
        before = _BEFORE.search(text, max(role.start - _MAX_BEFORE_CHARS, 0), role.start)
        return PlacedRole(
            text[role.start : role.end],
            place,
            before[0].lower() if before else "-",
            role.chance,
            role.is_sure,
            sentence_at(role.start) - sentence_at(source),
        )

    def _role(self, told: Told, is_sure: bool) -> _Role:  # noqa: FBT001 - a field
        start, end = self._without_joints(told)
        return _Role(start, end, told.chance, is_sure, self._bearer(start, end))

    def _known(self, roles: Iterable[tuple[WordSet, _Role]]) -> "_Known":
        return _Known(self._article.text, roles)

    def _without_joints(self, told: Told) -> Span:
        """``told`` without what only joins it to its name.

        That is an article before it, "and" or a "Sir" of the name after it, half a pair of
        brackets, and "'s": the role of "NBC's Ann Lee" is "NBC". "World number" goes on: "one".
        """
        text = self._article.text
        joints = _JOINTS.match(text, told.start, told.end)
        start, end = joints.end() if joints else told.start, told.end
        of_no_role = english_function_words() | word_set("role_words.txt", "courtesy")
        while (last := _LAST_WORD.search(text, start, end)) and last[1].casefold() in of_no_role:
            end = last.start()
        one = _NEXT_WORD.match(text, end)
        if last and one and last[1].casefold() == "number" and _is_numeral(one[1]):
            end = one.end()
        possessive = _POSSESSIVE.search(text, start, end)
        if possessive and _NAME_AFTER.match(text, end):
            end = possessive.start()
        shown = text[start:end]
        return Span(
            start + (shown.startswith("(") and ")" not in shown),
            end - (shown.endswith(")") and "(" not in shown),
        )

    def _whole(self, told: Told) -> Told:
        """``told`` from where the name begins whose last words it has, if it is in capitals."""
        text, start = self._article.text, told.start
        sentence = self._article.sentences[self._article.sentence_at(start)]
        before = _NAME_BEFORE.search(text, max(sentence.start, start - MAX_NAME_CHARS), start)
        if not text[start].isupper() or not before or before.start() == sentence.start:
            return told
        of_no_name = stop_terms(ENGLISH) | name_words("weekday")
        is_name = of_no_name.isdisjoint(words(before[0].lower()))
        is_another = self._names.overlapping(before.start(), start)
        return told._replace(start=before.start()) if is_name and not is_another else told

    def _says_something(self, told: Told) -> bool:
        """Whether more is marked than "of", "Mr" or an age, as it is now and then."""
        says_nothing = stop_terms(ENGLISH), word_set("role_words.txt", "courtesy")
        without_age = _AGE.sub("", self._article.text[told.start : told.end])
        terms = set(terms_of(without_age)).difference(*says_nothing)
        return not all(term[0].isdigit() for term in terms)

    def _words(self, span: Span | _Role) -> WordSet:
        return words_of(self._article.text[span.start : span.end])

    def _bearer(self, start: int, end: int) -> Span | None:
        """The name right after the role from ``start`` to ``end``, or that it follows."""
        text = self._article.text
        near = self._names.overlapping(max(start - MAX_GAP_CHARS, 0), end + MAX_GAP_CHARS)
        after = (n for n in near if n.start >= end and _TITLES.fullmatch(text, end, n.start))
        before = (
            n
            for n in reversed(near)
            if n.end <= start and _APPOSITION.fullmatch(text, n.end, start)
        )
        return next(after, None) or next(before, None)

    def _name_before(self, role: _Role) -> Span:
        """The last name that begins before ``role``; an empty span where none does."""
        index = self._names.index_at(role.start)
        return self._names[index] if index >= 0 else Span(0, 0)

    def _name_after(self, role: _Role) -> Span:
        """The first name that begins after ``role``; an empty span where none does."""
        index = self._names.index_at(role.start) + 1
        return self._names[index] if index < len(self._names) else Span(0, 0)


class _Known:
    """Roles by the words of names, found by the words of a fuller name."""

    def __init__(self, text: str, roles: Iterable[tuple[WordSet, _Role]]) -> None:
        """Of each name ``MAX_ROLES_OF_NAME`` roles with different words, the first ones."""
        self._roles: dict[WordSet, dict[str, _Role]] = {}
        for name, role in roles:
            of_name = self._roles.setdefault(name, {}) if name else {}
            if len(of_name) < MAX_ROLES_OF_NAME:
                of_name.setdefault(text[role.start : role.end], role)
        self._names = Subsets(self._roles)

    def of(self, name: WordSet) -> Iterator[_Role]:
        """The roles of all names that have no word but those of ``name``."""
        for each in self._names.within(name):
            yield from self._roles[each].values()


def _is_numeral(word: str) -> bool:
    return word.isdigit() or word.casefold() in number_words().units


def words_of(name: str) -> WordSet:
    """The words of ``name``, by which it is compared with others."""
    return frozenset(words(name.casefold()))
