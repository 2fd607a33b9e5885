"""A resolved source: its name and type, from the entity that it means or from its own words.

``resolution`` finds out which entity that is.
"""

import re
from typing import NamedTuple

from newsbrief.attribution import SourceType
from newsbrief.spans import fold
from newsbrief.text.gazetteer import first_names

from .entities import Entities, Entity
from .pronouns import is_of_gender, is_plural
from .source_types import head_noun, section, type_of

# What may be left off a phrase: "an aide | who", "a student, | whose", "a study, | published".
_APPENDED = re.compile(
    r"(?<=\w)(?:,?\s(?:who|whom|whose)\b|,\s(?:(?:which|based|led|obtained|published|released|reviewed|seen)\b|an?\s|the\s))"
)
_GENITIVE = re.compile(r"(?<=\w)(?:['’]s|(?<=s)['’])$")
_AND = re.compile(r"\s(?:and|&|or)\s")


class ResolvedSource(NamedTuple):
    """Who a source is: the fullest form of its name in the article, and its type."""

    name: str
    type: SourceType


def of_mention(entities: Entities, index: int) -> ResolvedSource:
    """The entity of the mention at ``index``; its short form where a namesake may be meant."""
    entity = entities.of_mention[index]
    mention = entities.mentions[index]
    if entity is None or index in entities.ambiguous:
        return ResolvedSource(fold(entities.text[mention.start : mention.end]), SourceType.PERSON)
    return of_entity(entities, entity)


def of_entity(entities: Entities, entity: Entity) -> ResolvedSource:
    """``entity`` by its fullest name; one that may be either is a person if it has two words."""
    if entity.is_person is not None:
        kind = SourceType.PERSON if entity.is_person else SourceType.ORGANISATION
    elif section(entity.words[-1].lower()) == "people":
        kind = SourceType.UNNAMED
    else:
        person = len(entity.words) > 1 or entity.words[0].lower() in first_names()
        kind = SourceType.PERSON if person else SourceType.ORGANISATION
    return ResolvedSource(entities.name(entity), kind)


def of_phrase(entities: Entities, start: int, end: int, phrase: str) -> ResolvedSource:
    """``phrase``, the text from offset ``start`` to ``end``, which no single name stands for."""
    named = [entities.of_mention[i] for i in entities.within(start, end)]
    if len(named) > 1 and _AND.search(phrase) and all(e and e.is_person for e in named):
        return ResolvedSource(phrase, SourceType.PERSON)
    return ResolvedSource(_GENITIVE.sub("", core_phrase(phrase)), type_of(phrase))


def core_phrase(phrase: str) -> str:
    """``phrase`` without the clause or apposition at its end.

    >>> core_phrase("an aide who knows him"), core_phrase("a student, a boy,")
    ('an aide', 'a student')
    """
    appended = _APPENDED.search(phrase)
    return (phrase[: appended.start()] if appended else phrase).rstrip(" ,;:-–—") or phrase


def is_unnamed_person(source: ResolvedSource, gender: str) -> bool:
    """Whether ``source`` is one person without a name who may be of ``gender``: "a spokesman"."""
    noun = head_noun(source.name)
    one_person = section(noun) in ("people", "role") and not is_plural(noun)
    return source.type is SourceType.UNNAMED and one_person and is_of_gender(noun, gender)


def agrees_in_number(source: ResolvedSource, *, plural: bool) -> bool:
    """Whether "they", where ``plural``, or "it" may mean ``source``."""
    if source.type is SourceType.DOCUMENT:
        return not plural
    person = source.type is SourceType.PERSON  # "Jacobs" is one
    several = " and " in source.name or (not person and is_plural(head_noun(source.name)))
    return several if plural else source.type is SourceType.ORGANISATION and not several
