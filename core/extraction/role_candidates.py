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
from newsbrief.names.source_form import source_form
from newsbrief.spans import SortedSpans, Span
from newsbrief.tagging.tags import Tags, Told
from newsbrief.text.subsets import Subsets, WordSet
from newsbrief.text.tokens import words

from .linking import Link
from .role_edges import says_something, whole, without_joints
from .role_features import Chooser, PlacedRole, none_features, role_features

MAX_ROLES_OF_NAME = 6  # of different words, of each kind of place

_BEFORE = re.compile(r"\b[a-z]{1,3}(?=\s\Z)|[^\w\s](?=\s?\Z)", re.IGNORECASE)
_MAX_BEFORE_CHARS = 5  # in which a small word or a mark before a role stands

# Between a role and the name after it, and between a name and the role after it: ", 43, of the", or
# ", then her private". Of 853 roles that readers/train gives people 735 stand so beside their name.
MAX_GAP_CHARS = 60
_TITLES = re.compile(r"(?:['’]s)?,?\s+(?:[A-Z]\w*\.?\s+){0,2}")
_APPOSITION = re.compile(
    r"(?:\.?,|\s?\(|\s?[–—-]{1,2})?\s*(?:\d+,\s*)?(?:(?:who|which)\s+)?(?:(?:is|was)\s+(?:\w+ly\s+)?)?"
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
        sure = SortedSpans(whole(article, self._names, told) for told in tags.roles)
        unsure = self._unsure(tags.likely_roles, sure)
        roles = [
            self._role(told, is_sure=is_sure)
            for is_sure, found in ((True, sure), (False, unsure))
            for told in found
            if says_something(article.text, told)
        ]
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

    def _role(self, told: Told, *, is_sure: bool) -> _Role:
        start, end = without_joints(self._article.text, told)
        return _Role(start, end, told.chance, is_sure, self._bearer(start, end))

    def _known(self, roles: Iterable[tuple[WordSet, _Role]]) -> "_Known":
        return _Known(self._article.text, roles)

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


def words_of(name: str) -> WordSet:
    """The words of ``name``, by which it is compared with others."""
    return frozenset(words(name.casefold()))
