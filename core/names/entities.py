"""Who is who in an article: its names grouped into the people and bodies that bear them.

A surname belongs to the person whose full name ends in it, a first name alone to the one whose it
begins, an acronym to the body whose initials it is. Two who share a surname are told apart by
title, by how often each is named, and by who was named last; else the short form stands alone.
"""

import re
from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from newsbrief.spans import SortedSpans, Span, fold
from newsbrief.text.gazetteer import first_names, is_organisation_word, places, titles

from .acronyms import acronyms, is_acronym
from .mention import Mention
from .word_lists import name_words

MIN_DOMINANCE = 3  # times the mentions of a namesake, from which the other is not meant
MAX_PERSON_WORDS = 5  # of a person's name; longer ones are headlines
SENTENCES_BACK = 3  # in which a full name decides between namesakes
_AGE = re.compile(r",\s\d{1,3}[,.;](?!\d)")
_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?![\d]|[.,]\d)")
_APPOSITION = re.compile(r",\s(?:\d{1,3}\b|(?:a|an|the|who|whose)\s|\w+\s(?:of|at|for|with)\s)")


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something with a name; ``mentions`` are indexes of the article's."""

    first: Mention  # the fullest mention, the earliest of them
    person: bool | None  # None where nothing tells
    gender: str | None  # "female" or "male"
    mentions: list[int] = field(default_factory=list)
    beside: tuple[str, ...] | None = None  # texts beside the name, once they were asked for
    ages: frozenset[str] | None = None  # ages given beside it, likewise

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the fullest name."""
        return self.first.words


@dataclass(frozen=True, eq=False)
class Entities:
    """Who and what an article names: its mentions in order, and the entity of each, or None."""

    text: str
    mentions: tuple[Mention, ...]
    of_mention: tuple[Entity | None, ...]
    all: tuple[Entity, ...]
    ambiguous: frozenset[int]  # indexes of mentions that may be of a namesake

    @cached_property
    def numbers(self) -> Counter[str]:
        """How often each number of up to three digits stands in the article."""
        return Counter(_NUMBER.findall(self.text))

    def within(self, start: int, end: int) -> range:
        """The indexes of the mentions that begin from ``start`` on and before ``end``."""
        return self._spans.starting_in(start, end)

    def overlapping(self, start: int, end: int) -> list[int]:
        """The indexes of the mentions that share a character with the range, titles included."""
        return self._spans.indexes_overlapping(start, end)

    @cached_property
    def _spans(self) -> SortedSpans[Span]:
        return SortedSpans(Span(mention.begin, mention.end) for mention in self.mentions)

    def name(self, entity: Entity) -> str:
        """The fullest name of ``entity``, as it stands in the article, white space folded."""
        return fold(self.text[entity.first.start : entity.first.end])


def link_mentions(text: str, mentions: Sequence[Mention]) -> Entities:
    """The entities of the article ``text``, whose names are ``mentions`` in order."""
    by_name: dict[tuple[str, ...], Entity] = {}
    of_mention: list[Entity | None] = [None] * len(mentions)

    def assign(index: int, entity: Entity | None) -> None:
        mention = mentions[index]
        entity = entity or by_name.setdefault(_key(mention), _entity(text, mention))
        _add(entity, index, mention)
        of_mention[index] = entity

    full = [i for i, mention in enumerate(mentions) if len(mention.words) > 1]
    surnames = _surnames([mentions[i] for i in full])
    for i in full:
        if mentions[i].words not in surnames:
            assign(i, None)
    for i in full:
        if mentions[i].words in surnames:
            assign(i, by_name.get(_key(surnames[mentions[i].words])))
    bodies = [e.first for e in by_name.values() if not e.person and len(e.words) > 1]
    spelt_out = {word: by_name[_key(name)] for word, name in acronyms(text, bodies).items()}
    by_word = _by_word(by_name.values())
    ambiguous: set[int] = set()
    for i, mention in enumerate(mentions):
        if len(mention.words) > 1:
            continue
        entity = spelt_out.get(mention.words[0].rstrip("."))
        if entity is None:
            candidates = [
                e for e in by_word.get(mention.words[0].lower(), []) if _may_be(e, mention)
            ]
            entity = _chosen(candidates, mentions, i)
            if candidates and entity is None:
                entity = max(candidates, key=lambda e: len(e.mentions))
                ambiguous.add(i)
        assign(i, entity)
    _confirm(by_name.values(), mentions)
    return Entities(
        text, tuple(mentions), tuple(of_mention), tuple(by_name.values()), frozenset(ambiguous)
    )


def _surnames(full: Sequence[Mention]) -> dict[tuple[str, ...], Mention]:
    """Names of several words that end a longer one: "Le Pen" that of "Marine Le Pen"."""
    people = [m for m in full if not m.organisation]
    ends = {m.words[i:]: m for m in people for i in range(1, len(m.words) - 1)}
    return {m.words: ends[m.words] for m in full if m.words in ends}


def _key(mention: Mention) -> tuple[str, ...]:
    """What two mentions of one name share: a person's first and last word, a body's whole name."""
    words = tuple(word.lower() for word in mention.words)
    if mention.organisation or len(words) == 1:
        return words
    return (
        (words[0], *words[-2:])
        if words[-1].rstrip(".") in name_words("suffix")
        else (words[0], words[-1])
    )


def _entity(text: str, mention: Mention) -> Entity:
    return Entity(mention, _is_person(text, mention), _gender(mention))


def _add(entity: Entity, index: int, mention: Mention) -> None:
    insort(entity.mentions, index)
    shouted = entity.first.words[-1].isupper() and not mention.words[-1].isupper()
    if len(mention.words) > len(entity.first.words) or (
        shouted and len(mention.words) == len(entity.first.words)
    ):
        entity.first = mention
    entity.gender = entity.gender or _gender(mention)
    if mention.title and not mention.organisation:
        entity.person = True


def _gender(mention: Mention) -> str | None:
    """The gender that the title or the first name gives."""
    known = [titles().get(word) for word in mention.title.split()]
    known += [first_names().get(mention.words[0].lower())] if len(mention.words) > 1 else []
    return next((gender for gender in known if gender in ("female", "male")), None)


def _is_person(text: str, mention: Mention) -> bool | None:
    """Whether ``mention`` is of a person, as far as it tells by itself."""
    words = mention.words
    if mention.organisation or is_place(words) or len(words) > MAX_PERSON_WORDS:
        return False
    if mention.title or (len(words) > 1 and words[0].lower() in first_names()):
        return True
    # "the Raptors"; "BC Hydro", but not "J.K. Rowling" or "AJ Green"; "Health Canada".
    if (
        text[max(mention.begin - 4, 0) : mention.begin].lower() == "the "
        or (is_acronym(words[0]) and "J" not in words[0] and "." not in words[0])
        or words[-1] in places()
    ):
        return False
    apposed = _APPOSITION if len(words) > 1 else _AGE
    return True if apposed.match(text, mention.end) else None


def is_place(words: Sequence[str]) -> bool:
    """Whether a name of these ``words`` is a place's, or some other thing's that never speaks."""
    return (
        " ".join(words) in places()
        or words[0].lower() in name_words("place")
        or words[-1].lower() in name_words("thing")
    )


def _confirm(entities: Iterable[Entity], mentions: Sequence[Mention]) -> None:
    """Make those people who are elsewhere called by the last word of their name."""
    for entity in entities:
        last = entity.words[-1:]
        if entity.person is None and any(mentions[i].words == last for i in entity.mentions):
            entity.person = len(entity.words) > 1 or None


def _by_word(entities: Iterable[Entity]) -> dict[str, list[Entity]]:
    """The entities that one word may stand for: last and first name, a body's first or last."""
    found: dict[str, list[Entity]] = {}
    for entity in entities:
        words = [word.lower().rstrip(".") for word in entity.words]
        if entity.person is False:
            rest = all(is_organisation_word(word, "generic") for word in words[1:])
            short = [words[0]] if rest and entity.words[0] not in places() else []
        else:
            last = words[-2] if words[-1] in name_words("suffix") else words[-1]
            short = [last] if last == words[0] else [last, words[0]]
        for word in short:
            found.setdefault(word, []).append(entity)
    return found


def _may_be(entity: Entity, mention: Mention) -> bool:
    """Whether the short ``mention`` may be of ``entity``, by gender and by which name it is."""
    gender = _gender(mention)
    if gender and entity.gender and gender != entity.gender:
        return False
    if mention.words[0] in places():
        return False
    first = mention.words[0].lower() == entity.words[0].lower()
    return not (first and mention.title and entity.person)  # "Mr. Donald" is another


def _chosen(candidates: list[Entity], mentions: Sequence[Mention], index: int) -> Entity | None:
    """The one of ``candidates`` that the mention at ``index`` is of, where that is clear."""
    surname = mentions[index].words[0].lower()
    last = [e for e in candidates if e.words[-1].lower() == surname or e.person is False]
    candidates = last or candidates
    if len(candidates) <= 1:
        return candidates[0] if candidates else None
    ranked = sorted(candidates, key=lambda e: -len(e.mentions))
    if len(ranked[0].mentions) >= MIN_DOMINANCE * len(ranked[1].mentions):
        return ranked[0]
    since = mentions[index].sentence - SENTENCES_BACK
    near = [e for e in candidates if _last_sentence(e, mentions, index) >= since]
    return near[0] if len(near) == 1 else None


def _last_sentence(entity: Entity, mentions: Sequence[Mention], index: int) -> int:
    """The sentence of the last mention of ``entity`` before the one at ``index``, or -1."""
    before = bisect_left(entity.mentions, index)
    return mentions[entity.mentions[before - 1]].sentence if before else -1
