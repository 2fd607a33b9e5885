"""How well a description fits what an article names: "the mayor", "the agency", "the 34-year-old".

A person's roles are the titles and role nouns that stand beside the name somewhere in the article;
a body fits a noun that its name holds, or one that says little ("the company").
"""

import re

from newsbrief.text.gazetteer import first_names
from newsbrief.text.quotation_marks import DOUBLE_MARKS
from newsbrief.text.tokens import words as words_of

from .entities import Entities, Entity, is_place
from .source_types import head_noun
from .word_lists import description_nouns, name_words

_AGED = re.compile(r"the (\d{1,3})-year-old")
_AGE_AFTER = re.compile(r",?\s\(?(?:aged\s)?(\d{1,3})(?=[,.;)])(?![,.]\d)")
_AGE_BEFORE = re.compile(
    r"\b(\d{1,3})-year-old\s(?:(?!(?:at|by|for|from|in|of|to|who)\b)[\w-]+\s){0,3}$"
)
_ASIDE = re.compile(rf",\s([^.;:,{DOUBLE_MARKS}]{{3,90}})(?![^.;,])")
_CLAUSE = re.compile(r"\b(?:said|says|told|wrote|\w{2,}ed)\s?$")  # ", the officer informed."
_BEFORE = re.compile(r"(?:[\w'’-]+\s){1,4}$")
_IS = re.compile(rf"\s(?:is|was)\s(?:the|an?)\s([^.;:,{DOUBLE_MARKS}]{{3,60}})")
FITS, FITS_LOOSELY, AGE_UNKNOWN = 1.0, 0.6, 0.5  # how well, from 0 to 1
MAX_CHARS_BEFORE_NAME = 60  # in which an age or a role may stand
UNKNOWN_KIND_TRUST = 0.5  # trust in a name that may be no body's


def person_fit(entities: Entities, entity: Entity, phrase: str, noun: str) -> float:
    """How well the description ``phrase`` with the head ``noun`` fits a person: 0 to 1.

    Names in it must stand beside the person's too: "the Ohio governor" is a governor of Ohio.
    """
    if entity.person is False or noun in description_nouns("common"):
        return 0.0
    aged = _AGED.match(phrase.lower())
    if aged:
        return _aged_fit(entities, entity, aged.group(1))
    beside = _beside(entities, entity)
    roles = {word for text in beside for word in words_of(text.lower())}
    named = [word for word in phrase.split()[1:] if word[0].isupper()]
    fits = noun in roles and all(any(word in text for text in beside) for word in named)
    return FITS if fits else 0.0


def body_fit(entities: Entities, entity: Entity, phrase: str, noun: str) -> float:
    """How well the description ``phrase`` with the head ``noun`` fits a body: 0 to 1.

    A noun of the name or beside it fits best; one that says little fits others too, unless more is
    said: "the agency" may be anybody's, "the space agency" not.
    """
    if entity.person or entity.words[0].lower() in first_names():
        return 0.0
    if entity.words[-1].lower() in name_words("thing") - {noun}:
        return 0.0
    said = set(words_of(phrase.lower())) - {"the"}
    words = {word.lower().removesuffix(".") for word in entity.words}
    if _is_called(entities, entity, words, said, noun):
        return FITS
    fit = FITS_LOOSELY if said == {noun} and _may_be_called(entity, words, noun) else 0.0
    return fit if entity.person is False else fit * UNKNOWN_KIND_TRUST


def _is_called(
    entities: Entities, entity: Entity, words: set[str], said: set[str], noun: str
) -> bool:
    """Whether the name, of ``words``, or what stands beside it says all that is ``said``."""
    beside = _beside(entities, entity)
    if noun in words or any(_is_noun_of(text, noun) for text in beside):
        return said <= words.union(*(words_of(text.lower()) for text in beside))
    return (
        said == {noun}
        and noun in description_nouns("company")
        and not words.isdisjoint(description_nouns("incorporated"))
    )


def _is_noun_of(beside: str, noun: str) -> bool:
    """Whether ``noun`` is what the text beside a name says of it, right before it or after.

    "Council drops plan for | Poe Corp." says nothing of what Poe Corp. is.
    """
    before = beside[-1].isspace()
    return (beside.lower().split()[-1] if before else head_noun(beside)) == noun


def _may_be_called(entity: Entity, words: set[str], noun: str) -> bool:
    """Whether nothing in the name speaks against a ``noun`` that says little."""
    companies, bodies = description_nouns("company"), description_nouns("body")
    several = entity.person is None and entity.words[-1].endswith("s")  # "Canadians"
    if several or is_place(entity.words) or noun not in companies | bodies:
        return False
    public = description_nouns("public body")
    group = noun in description_nouns("group")
    return words.isdisjoint(public if group else public | bodies - {noun})


def _beside(entities: Entities, entity: Entity) -> tuple[str, ...]:
    """What stands beside the name of ``entity``: "Mayor", ", the mayor of Ayr", "is a mayor"."""
    if entity.beside is None:
        text = entities.text
        found: list[str] = []
        for index in entity.mentions:
            mention = entities.mentions[index]
            before = _BEFORE.search(
                text, max(mention.begin - MAX_CHARS_BEFORE_NAME, 0), mention.begin
            )
            found += [mention.title, before.group() if before else ""]
            asides = [m.group(1) for p in (_ASIDE, _IS) if (m := p.match(text, mention.end))]
            found += [aside.strip() for aside in asides if not _CLAUSE.search(aside)]
        entity.beside = tuple(filter(None, found))
    return entity.beside


def _aged_fit(entities: Entities, entity: Entity, age: str) -> float:
    """How well "the 34-year-old" fits a person: less where the article gives nobody's age so."""
    if entity.person is False:
        return 0.0
    ages = _ages(entities, entity)
    if ages:
        return FITS if age in ages else 0.0
    return AGE_UNKNOWN if entity.person and entities.numbers[age] == 1 else 0.0


def _ages(entities: Entities, entity: Entity) -> frozenset[str]:
    """The ages given beside the name: "Ann Poe, 34,", "Ann Poe (34)", "a 34-year-old nurse Poe"."""
    if entity.ages is None:
        text, found = entities.text, set[str]()
        for index in entity.mentions:
            mention = entities.mentions[index]
            after = _AGE_AFTER.match(text, mention.end)
            before = _AGE_BEFORE.search(
                text, max(mention.begin - MAX_CHARS_BEFORE_NAME, 0), mention.begin
            )
            found |= {match.group(1) for match in (after, before) if match}
        entity.ages = frozenset(found)
    return entity.ages
