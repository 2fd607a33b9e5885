"""The role of a source, and why it knows or is not named, from the words that the tagger marks.

A role belongs to the name beside it, wherever in the article that stands: "Ann Lee, chief economist
at Capital Partners", and forty lines on "Lee said"; or to whoever it describes as a source: "the
mayor said".
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from newsbrief.article import Article
from newsbrief.attribution import SourceType
from newsbrief.names.resolution import ResolvedSource
from newsbrief.names.source_form import AGED, source_form
from newsbrief.names.source_types import head_noun, section
from newsbrief.names.word_lists import name_words
from newsbrief.spans import SortedSpans, Span
from newsbrief.tagging.tags import Tags
from newsbrief.text.language import ENGLISH
from newsbrief.text.packaged import word_set
from newsbrief.text.stop_words import stop_terms
from newsbrief.text.subsets import Subsets
from newsbrief.text.terms import terms_of
from newsbrief.text.tokens import words

from .linking import Link
from .nameless import DescribedSource, taken_up

# What stands before a role. Of 14,757 that readers give 3 in 100 have an article, 2 in 1,000 one of
# the other words.
_JOINTS = re.compile(r"(?:(?:and|at|but|for|from|is|of|or)\s+)?(?:(?:an?|the)\s+)?", re.IGNORECASE)

# What is left of a body's name where the tagger marks the rest as a role: "Mull" of "Mull
# Historical Society". Of 36 facts in readers/ whose role this makes longer 13 come nearer to the
# reader's role and none away from it.
_NAME_BEFORE = re.compile(r"(?:\b[A-Z][\w’'-]{1,30}\s){1,3}\Z")
MAX_NAME_CHARS = 100  # before a role, in which that is looked for

_POSSESSIVE = re.compile(r"(?<=\w)['’]s?\Z")  # before a name
_NAME_AFTER = re.compile(r"\s[A-Z]")
_AGE = re.compile(rf"\b\d{{1,3}}{AGED}\b")
_LAST_WORD = re.compile(r"(?<!\s)\s+(\w+)\.?\Z")

# Of the attributions in readers/train no body's and no document's have a role.
_WITH_ROLES = (SourceType.PERSON, SourceType.UNNAMED)

_CLAUSE_OPENERS = ("who ", "whose ", "which ")  # of words that are seldom a role
MAX_GAP_CHARS = 60  # between a role and the name it belongs to
MIN_REASON_WORDS = 3  # of a reason: fewer are a part of one

# Between a role and the name after it, and between a name and the role after it: ", 43, of the", or
# ", then her private". Of 853 roles that readers/train gives people 735 stand so beside their name,
# 29 far from it. One that is only near a name is more often somebody else's: in 559 articles of
# readers/train 2,604 roles are right and 287 wrong, with those near the only name of the sentence
# 2,540 and 354.
_TITLES = re.compile(r"(?:['’]s)?,?\s+(?:[A-Z]\w*\.?\s+){0,2}")
_APPOSITION = re.compile(
    r"(?:\.?,|\s?[(–—-])?\s*(?:\d+,\s*)?(?:(?:who|which)\s+)?(?:(?:is|was)\s+(?:\w+ly\s+)?)?"
    r"(?:(?:at|from|in|of)\s+)?(?:(?:an?|another|the|his|her|their)\s+)?(?:\d+-year-old\s+)?"
    r"|\.?,\s+(?:as\s+)?(?:an?|the|his|her|their|then|now)\s[a-z\d\s’'-]{2,40}\s"
)


class Roles:
    """The roles and reasons that an article gives, by the names that they belong to."""

    def __init__(
        self, article: Article, tags: Tags, sources: Sequence[tuple[Link, ResolvedSource]]
    ) -> None:
        """``sources`` are likely ones, whose own words may tell the roles of those they are."""
        self._article = article
        self._reasons = SortedSpans(tags.reasons)
        self._names = SortedSpans(tags.names)
        sure = [self._whole(role) for role in tags.roles if self._says_something(role)]
        self._roles = SortedSpans(sure)
        possible = [
            span
            for span in filter(self._says_something, tags.likely_roles)
            if not self._roles.overlapping(*span)
            and not article.text.startswith(_CLAUSE_OPENERS, span.start)
        ]
        of_sources = (
            (_words(who.name), span)
            for link, who in sources
            if who.name
            for span in self._own(link, who)
        )
        self._known = [
            _Fullest(article, self._with_names(sure, self._bearer)),
            _Fullest(article, of_sources),
            _Fullest(article, self._with_names(possible, self._bearer)),
        ]
        self._taken_up = dict(taken_up(article.text, self._described(sources)))
        self._reason_in: dict[int, Span | None] = {}  # by sentence

    def role(self, link: Link, source: ResolvedSource) -> Span | None:
        """The words that tell the role of the source of ``link``: the fullest ones, or None.

        They stand in its own words, or else beside its name, in those that it has as another
        source, or beside its name where the tagger is less sure; or it takes up a nameless source.
        """
        role = self._own_or_known(link, source)
        return self._taken_up[link.source[0].start] if self.takes_up(link, source) else role

    def takes_up(self, link: Link, source: ResolvedSource) -> bool:
        """Whether the source of ``link`` takes up a nameless one: "he" after "a spokesman"."""
        return bool(link.source) and not source.name and link.source[0].start in self._taken_up

    def _own_or_known(self, link: Link, source: ResolvedSource) -> Span | None:
        """The role that the source of ``link`` has in its own words, or by its name elsewhere.

        A part of the name is none: the tagger takes "Earl “Fatback”" for one where Earl “Fatback”
        Simmons speaks.
        """
        if source.type not in _WITH_ROLES:
            return None
        own = self._own(link, source)
        if not source.name:  # the first words: "critics of the mayor, including her brother"
            own = list(filter(self._is_office, own[:1]))
        elif not own:
            name = _words(source.name)
            own = next(filter(None, (known.of(name) for known in self._known)), [])
        own = [role for role in own if not self._words(role) <= _words(source.name or "")]
        return self._without_joints(_fullest(self._article, own)) if own else None

    def _described(self, sources: Iterable[tuple[Link, ResolvedSource]]) -> list[DescribedSource]:
        """The ``sources`` that have words, in the order in which these stand, each once."""
        text, sentence_at = self._article.text, self._article.sentence_at
        spoken = {link.source[0].start: (link, who) for link, who in sources if link.source}
        return [
            DescribedSource(
                start,
                sentence_at(start),
                source_form(text, link.source),
                who.name is not None,
                self._own_or_known(link, who),
            )
            for start, (link, who) in sorted(spoken.items())
        ]

    def _is_office(self, role: Span) -> bool:
        """Whether a nameless source has ``role``, of its own words: "officials" alone is none.

        In readers/train 10 in 100 plural nouns that stand alone are roles, of others 57.
        """
        text = self._article.text[slice(*role)].lower()
        return _has_role_noun(text) and (" " in text or not text.endswith("s"))

    def _own(self, link: Link, source: ResolvedSource) -> list[Span]:
        """The roles in the words of ``source``, without those of others who are named there."""
        roles = _overlapping(self._roles, link.source)
        if not roles:
            return []
        name = _words(source.name or "")
        bearers = ((span, self._bearer(span)) for span in roles)
        return [
            span for span, other in bearers if not (name and other) or self._words(other) & name
        ]

    def _with_names(
        self, roles: Iterable[Span], name_of: Callable[[Span], Span | None]
    ) -> Iterator[tuple[frozenset[str], Span]]:
        """Each of ``roles`` that somebody has by ``name_of``, with the words of the name."""
        for role in roles:
            name = name_of(role)
            if name:
                yield self._words(name), role

    def reason(self, link: Link) -> Span | None:
        """The words that say how the source of ``link`` knows, or why it is not named, or None.

        Those of its sentence, or of its own words alone where it is nested: the others are the
        outer source's.
        """
        own = _overlapping(self._reasons, link.source)
        if own or not link.cue or link.nested:
            return self._long_reason(own)
        at = self._article.sentence_at(link.cue[0].start)
        if at not in self._reason_in:
            sentence = self._article.sentences[at]
            in_sentence = self._reasons.overlapping(sentence.start, sentence.end)
            self._reason_in[at] = self._long_reason(in_sentence)
        return self._reason_in[at]

    def _long_reason(self, reasons: Iterable[Span]) -> Span | None:
        """The first of ``reasons`` that is long enough."""
        text = self._article.text
        long = (span for span in reasons if len(words(text[slice(*span)])) >= MIN_REASON_WORDS)
        return next(long, None)

    def _without_joints(self, role: Span) -> Span:
        """``role`` without an article before it, and without a "Sir" that belongs to the name.

        And without "'s": the role of "NBC's Ann Lee" is "NBC".
        """
        text = self._article.text
        joints = _JOINTS.match(text, *role)
        start = joints.end() if joints else role.start
        possessive = _POSSESSIVE.search(text, start, role.end)
        before_name = possessive and _NAME_AFTER.match(text, role.end)
        end = possessive.start() if possessive and before_name else role.end
        last = _LAST_WORD.search(text, start, end)
        has_title = last and last[1].casefold() in word_set("role_words.txt", "courtesy")
        return Span(start, last.start() if last and has_title else end)

    def _whole(self, role: Span) -> Span:
        """``role`` from where the name begins whose last words it has, if it is in capitals."""
        text = self._article.text
        sentence = self._article.sentences[self._article.sentence_at(role.start)]
        first = max(sentence.start, role.start - MAX_NAME_CHARS)
        before = _NAME_BEFORE.search(text, first, role.start)
        if not text[role.start].isupper() or not before or before.start() == sentence.start:
            return role
        of_no_name = stop_terms(ENGLISH) | name_words("weekday")
        is_name = of_no_name.isdisjoint(words(before[0].lower()))
        is_another = self._names.overlapping(before.start(), role.start)
        return Span(before.start(), role.end) if is_name and not is_another else role

    def _says_something(self, span: Span) -> bool:
        """Whether more is marked at ``span`` than "of", "Mr" or an age, as it is now and then."""
        says_nothing = stop_terms(ENGLISH), word_set("role_words.txt", "courtesy")
        without_age = _AGE.sub("", self._article.text[slice(*span)])
        terms = set(terms_of(without_age)).difference(*says_nothing)
        return not all(term[0].isdigit() for term in terms)

    def _words(self, name: Span) -> frozenset[str]:
        return _words(self._article.text[slice(*name)])

    def _bearer(self, role: Span) -> Span | None:
        """The name that ``role`` is said of: the one right after it, or that it follows."""
        text, start = self._article.text, max(role.start - MAX_GAP_CHARS, 0)
        near = self._names.overlapping(start, role.end + MAX_GAP_CHARS)
        after = (name for name in near if name.start >= role.end)
        before = (name for name in reversed(near) if name.end <= role.start)
        return next(
            chain(
                (name for name in after if _TITLES.fullmatch(text, role.end, name.start)),
                (name for name in before if _APPOSITION.fullmatch(text, name.end, role.start)),
            ),
            None,
        )


class _Fullest:
    """The fullest role by the words of names, found by the words of a fuller name."""

    def __init__(self, article: Article, roles: Iterable[tuple[frozenset[str], Span]]) -> None:
        self._spans: dict[frozenset[str], Span] = {}
        for name, role in roles:
            self._spans[name] = _fullest(article, [self._spans.get(name, role), role])
        self._names = Subsets(self._spans)

    def of(self, name: frozenset[str]) -> list[Span]:
        """The spans of all names that have no word but those of ``name``."""
        return [self._spans[each] for each in self._names.within(name)]


def _fullest(article: Article, roles: Iterable[Span]) -> Span:
    """The longest of ``roles`` that have the noun of one, else of all; the first of several.

    It gives 0.58 of the roles in bench/labelled, where the longest of all give 0.57, and 0.74 of
    those in readers/dev, where they give 0.70.
    """

    def fullness(role: Span) -> tuple[bool, int]:
        return _has_role_noun(article.text[slice(*role)].lower()), role.end - role.start

    return max(roles, key=fullness)


def _has_role_noun(role: str) -> bool:
    """Whether ``role`` is the noun of one with what belongs to it, not only where one belongs.

    >>> _has_role_noun("chief economist at Mill Bank"), _has_role_noun("of Mill Bank")
    (True, False)
    """
    return section(head_noun(role)) == "role"


def _words(name: str) -> frozenset[str]:
    return frozenset(words(name.casefold()))


def _overlapping(spans: SortedSpans[Span], parts: Iterable[Span]) -> list[Span]:
    return [span for part in parts for span in spans.overlapping(*part)]
