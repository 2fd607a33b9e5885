"""How well a description fits an entity: "the mayor", "the agency", "the 34-year-old".

A person's roles are the titles and role nouns that stand beside the name somewhere in the article.
An organisation fits a noun that its name has, or a generic one ("the company").
"""

import re

from newsbrief.text.gazetteer import first_names
from newsbrief.text.quotation_marks import DOUBLE_MARKS
from newsbrief.text.tokens import words as words_of

from .entities import Entities, Entity, is_place
from .source_types import head_noun
from .word_lists import description_nouns, name_words

FULL_MATCH, GENERIC_MATCH, UNKNOWN_AGE_MATCH = 1.0, 0.6, 0.5  # of a description, from 0 to 1
UNKNOWN_KIND_TRUST = 0.5  # in a name that may not be an organisation's
MAX_CHARS_BEFORE_NAME = 60  # code points before a name in which an age or a role may stand

_AGED = re.compile(r"the (\d{1,3})-year-old")
_AGE_AFTER = re.compile(r",?\s\(?(?:aged\s)?(\d{1,3})(?=[,.;)])(?![,.]\d)")
_AGE_BEFORE = re.compile(
    r"\b(\d{1,3})-year-old\s(?:(?!(?:at|by|for|from|in|of|to|who)\b)[\w-]+\s){0,3}$"
)
_APPOSITION = re.compile(rf",\s([^.;:,{DOUBLE_MARKS}]{{3,90}})(?![^.;,])")
_CLAUSE = re.compile(r"\b(?:said|says|told|wrote|\w{2,}ed)\s?$")  # ", the officer informed."
_WORDS_BEFORE = re.compile(r"(?:[\w'’-]+\s){1,4}$")
_PREDICATE = re.compile(rf"\s(?:is|was)\s(?:the|an?)\s([^.;:,{DOUBLE_MARKS}]{{3,60}})")


def person_match(entities: Entities, entity: Entity, phrase: str, noun: str) -> float:
    """How well ``phrase``, whose head is ``noun``, describes ``entity`` as a person: 0 to 1.

    Names in the phrase must stand beside the person's as well: "the Ohio governor" is a governor of
    Ohio.
    """
    if entity.is_person is False or noun in description_nouns("common"):
        return 0.0
    aged = _AGED.match(phrase.lower())
    if aged:
        return _age_match(entities, entity, aged.group(1))
    descriptions = _descriptions(entities, entity)
    roles = {word for text in descriptions for word in words_of(text.lower())}
    names = [word for word in phrase.split()[1:] if word[0].isupper()]
    with_names = all(any(name in text for text in descriptions) for name in names)
    return FULL_MATCH if noun in roles and with_names else 0.0


def organisation_match(entities: Entities, entity: Entity, phrase: str, noun: str) -> float:
    """How well ``phrase``, whose head is ``noun``, describes ``entity`` as an organisation: 0 to 1.

    A noun of the name, or beside it, matches best. A generic noun matches other organisations too,
    unless the phrase says more: "the agency" may be any, "the space agency" not.
    """
    if entity.is_person or entity.words[0].lower() in first_names():
        return 0.0
    if entity.words[-1].lower() in name_words("thing") - {noun}:
        return 0.0
    in_phrase = set(words_of(phrase.lower())) - {"the"}
    in_name = {word.lower().removesuffix(".") for word in entity.words}
    if _is_described(entities, entity, in_name, in_phrase, noun):
        return FULL_MATCH
    generic = in_phrase == {noun} and _may_be_generic(entity, in_name, noun)
    match = GENERIC_MATCH if generic else 0.0
    return match if entity.is_person is False else match * UNKNOWN_KIND_TRUST


def _is_described(
    entities: Entities, entity: Entity, in_name: set[str], in_phrase: set[str], noun: str
) -> bool:
    """Whether all words ``in_phrase`` stand in the name or beside it, ``noun`` as its noun."""
    descriptions = _descriptions(entities, entity)
    if noun in in_name or any(_has_noun(text, noun) for text in descriptions):
        return in_phrase <= in_name.union(*(words_of(text.lower()) for text in descriptions))
    return (
        in_phrase == {noun}
        and noun in description_nouns("company")
        and not in_name.isdisjoint(description_nouns("incorporated"))
    )


def _has_noun(description: str, noun: str) -> bool:
    """Whether ``noun`` is the noun of a text beside a name, right before the name or after it.

    "Council drops plan for | Poe Corp." does not make Poe Corp. a plan or a council.
    """
    before = description[-1].isspace()
    return (description.lower().split()[-1] if before else head_noun(description)) == noun


def _may_be_generic(entity: Entity, in_name: set[str], noun: str) -> bool:
    """Whether ``noun`` is generic and no word ``in_name`` makes the entity something else."""
    companies, others = description_nouns("company"), description_nouns("body")
    people = entity.is_person is None and entity.words[-1].endswith("s")  # "Canadians"
    if people or is_place(entity.words) or noun not in companies | others:
        return False
    return in_name.isdisjoint(description_nouns("public body") | others - {noun})


def _descriptions(entities: Entities, entity: Entity) -> tuple[str, ...]:
    """The texts beside the name of ``entity``: "Mayor", ", the mayor of Ayr", "is a mayor"."""
    if entity.descriptions is None:
        text = entities.text
        beside: list[str] = []
        for index in entity.mentions:
            mention = entities.mentions[index]
            start = max(mention.title_start - MAX_CHARS_BEFORE_NAME, 0)
            before = _WORDS_BEFORE.search(text, start, mention.title_start)
            beside += [mention.title, before.group() if before else ""]
            for pattern in (_APPOSITION, _PREDICATE):
                after = pattern.match(text, mention.end)
                if after and not _CLAUSE.search(after.group(1)):
                    beside.append(after.group(1).strip())
        entity.descriptions = tuple(filter(None, beside))
    return entity.descriptions


def _age_match(entities: Entities, entity: Entity, age: str) -> float:
    """How well "the 34-year-old" matches: less where no age stands beside the name."""
    ages = _ages(entities, entity)
    if ages:
        return FULL_MATCH if age in ages else 0.0
    return UNKNOWN_AGE_MATCH if entity.is_person and entities.numbers[age] == 1 else 0.0


def _ages(entities: Entities, entity: Entity) -> frozenset[str]:
    """The ages beside the name: "Ann Poe, 34,", "Ann Poe (34)", "a 34-year-old nurse Poe"."""
    if entity.ages is None:
        text, ages = entities.text, set[str]()
        for index in entity.mentions:
            mention = entities.mentions[index]
            start = max(mention.title_start - MAX_CHARS_BEFORE_NAME, 0)
            after = _AGE_AFTER.match(text, mention.end)
            before = _AGE_BEFORE.search(text, start, mention.title_start)
            ages |= {match.group(1) for match in (after, before) if match}
        entity.ages = frozenset(ages)
    return entity.ages
