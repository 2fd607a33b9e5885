"""Which mentions of an article are of one entity.

A surname belongs to the person whose full name ends in it, a first name alone to the one whose
name it begins, an acronym to the organisation that it is short for. Namesakes are told apart by
title, by how often each is mentioned, and by who was mentioned last.
"""

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence

from newsbrief.text.gazetteer import first_names, is_organisation_word, places, titles

from .acronyms import acronyms, is_acronym
from .entities import Entities, Entity, is_place
from .mention import Mention
from .word_lists import name_words

MIN_DOMINANCE = 3  # times the mentions of the next namesake, from which the other is not meant
MAX_PERSON_WORDS = 5  # of a person's name; longer ones are headlines
SENTENCES_BACK = 3  # to which a mention of one namesake decides

_AGE = re.compile(r",\s\d{1,3}[,.;](?!\d)")
_APPOSITION = re.compile(r",\s(?:\d{1,3}\b|(?:a|an|the|who|whose)\s|\w+\s(?:of|at|for|with)\s)")


def link_mentions(text: str, mentions: Sequence[Mention]) -> Entities:
    """The entities of the article ``text``, whose mentions are ``mentions`` in order.

    Full names are linked first. A short form that may be of several namesakes is linked to the one
    mentioned most, and marked as ambiguous.
    """
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
    not_people = [e.fullest for e in by_name.values() if not e.is_person and len(e.words) > 1]
    by_acronym = {word: by_name[_key(name)] for word, name in acronyms(text, not_people).items()}
    by_word = _by_word(by_name.values())
    ambiguous: set[int] = set()
    for i, mention in enumerate(mentions):
        if len(mention.words) > 1:
            continue
        entity = by_acronym.get(mention.words[0].rstrip("."))
        if entity is None:
            namesakes = by_word.get(mention.words[0].lower(), [])
            candidates = [e for e in namesakes if _is_compatible(e, mention)]
            entity = _disambiguated(candidates, mentions, i)
            if candidates and entity is None:
                entity = max(candidates, key=lambda e: len(e.mentions))
                ambiguous.add(i)
        assign(i, entity)
    _learn_people(by_name.values(), mentions)
    return Entities(
        text, tuple(mentions), tuple(of_mention), tuple(by_name.values()), frozenset(ambiguous)
    )


def _surnames(full: Sequence[Mention]) -> dict[tuple[str, ...], Mention]:
    """Names of several words that end a longer one: "Le Pen" that of "Marine Le Pen"."""
    people = [m for m in full if not m.organisation]
    ends = {m.words[i:]: m for m in people for i in range(1, len(m.words) - 1)}
    return {m.words: ends[m.words] for m in full if m.words in ends}


def _key(mention: Mention) -> tuple[str, ...]:
    """What mentions of one full name share: a person's first and last word, or the whole name."""
    words = tuple(word.lower() for word in mention.words)
    if mention.organisation or len(words) == 1:
        return words
    if words[-1].rstrip(".") in name_words("suffix"):
        return (words[0], *words[-2:])
    return (words[0], words[-1])


def _entity(text: str, mention: Mention) -> Entity:
    return Entity(mention, _is_person(text, mention), _gender(mention))


def _add(entity: Entity, index: int, mention: Mention) -> None:
    """Add the ``mention`` at ``index``; the fullest name may be longer, or not in capitals, now."""
    insort(entity.mentions, index)
    more_words = len(mention.words) - len(entity.words)
    in_capitals = entity.words[-1].isupper() and not mention.words[-1].isupper()
    if more_words > 0 or (more_words == 0 and in_capitals):
        entity.fullest = mention
    entity.gender = entity.gender or _gender(mention)
    if mention.title and not mention.organisation:
        entity.is_person = True


def _gender(mention: Mention) -> str | None:
    """The gender of the title or the first name, "female" or "male"; None where it has none."""
    genders = [titles().get(word) for word in mention.title.split()]
    if len(mention.words) > 1:
        genders.append(first_names().get(mention.words[0].lower()))
    return next((gender for gender in genders if gender in ("female", "male")), None)


def _is_person(text: str, mention: Mention) -> bool | None:
    """Whether ``mention`` is of a person, by its words and its place; None if they do not say."""
    words = mention.words
    if mention.organisation or is_place(words) or len(words) > MAX_PERSON_WORDS:
        return False
    if mention.title or (len(words) > 1 and words[0].lower() in first_names()):
        return True
    # "the Raptors"; "BC Hydro", but not "J.K. Rowling" or "AJ Green"; "Health Canada".
    if (
        text[max(mention.title_start - 4, 0) : mention.title_start].lower() == "the "
        or (is_acronym(words[0]) and "J" not in words[0] and "." not in words[0])
        or words[-1] in places()
    ):
        return False
    apposition = _APPOSITION if len(words) > 1 else _AGE
    return True if apposition.match(text, mention.end) else None


def _learn_people(entities: Iterable[Entity], mentions: Sequence[Mention]) -> None:
    """Mark as people those who are also called by the last word of their name alone."""
    for entity in entities:
        surname = entity.words[-1:]
        by_surname = any(mentions[i].words == surname for i in entity.mentions)
        if entity.is_person is None and len(entity.words) > 1 and by_surname:
            entity.is_person = True


def _by_word(entities: Iterable[Entity]) -> dict[str, list[Entity]]:
    """The entities that one word may mean: a person's last or first, an organisation's first."""
    by_word: dict[str, list[Entity]] = {}
    for entity in entities:
        words = [word.lower().rstrip(".") for word in entity.words]
        if entity.is_person is False:
            generic = all(is_organisation_word(word, "generic") for word in words[1:])
            short_forms = [words[0]] if generic and entity.words[0] not in places() else []
        else:
            last = words[-2] if words[-1] in name_words("suffix") else words[-1]
            short_forms = list(dict.fromkeys((last, words[0])))
        for word in short_forms:
            by_word.setdefault(word, []).append(entity)
    return by_word


def _is_compatible(entity: Entity, mention: Mention) -> bool:
    """Whether the short ``mention`` may be of ``entity``, by gender and by which word it is."""
    gender = _gender(mention)
    if gender and entity.gender and gender != entity.gender:
        return False
    if mention.words[0] in places():
        return False
    by_first_name = mention.words[0].lower() == entity.words[0].lower()
    return not (by_first_name and mention.title and entity.is_person)  # "Mr. Donald" is another


def _disambiguated(
    candidates: list[Entity], mentions: Sequence[Mention], index: int
) -> Entity | None:
    """The one of ``candidates`` that the mention at ``index`` is of; None if several may be."""
    word = mentions[index].words[0].lower()
    by_surname = [e for e in candidates if e.words[-1].lower() == word or e.is_person is False]
    candidates = by_surname or candidates
    if len(candidates) <= 1:
        return candidates[0] if candidates else None
    most, second, *_ = sorted((len(e.mentions) for e in candidates), reverse=True)
    if most >= MIN_DOMINANCE * second:
        return max(candidates, key=lambda e: len(e.mentions))
    since = mentions[index].sentence - SENTENCES_BACK
    recent = [e for e in candidates if _last_sentence(e, mentions, index) >= since]
    return recent[0] if len(recent) == 1 else None


def _last_sentence(entity: Entity, mentions: Sequence[Mention], index: int) -> int:
    """The sentence of the last mention of ``entity`` before the one at ``index``, or -1."""
    before = bisect_left(entity.mentions, index)
    return mentions[entity.mentions[before - 1]].sentence if before else -1
