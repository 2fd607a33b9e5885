"""The entities that are named around a source, and how they compare.

As in Lappin and Leass (1994), who was mentioned last, first in a sentence, outside quotations, is
more salient.
"""

from typing import NamedTuple

from .descriptors import closeness, match
from .discourse import Answer, Discourse, Utterance
from .entities import Entity
from .lexicon import is_a_people, never_speaks
from .salience import SENTENCE_DECAY
from .source_form import QUOTATION
from .source_types import is_plural

MAX_SOURCES_BACK = 3
MAX_INTRODUCTION_CHARS = 2000  # before a description, in which its noun may stand already

SOURCE_WEIGHT = 2.0  # of having been a source, where a mention has 1

_OF_PERSONS = ("he", "she", "i", "who", QUOTATION)  # forms of sources
_MONTHS = (("march",), ("may",), ("august",))  # those that are names too
_ARTICLES = {"a": "a", "an": "a", "the": "the"}
_GENDERS = {"he": "male", "she": "female"}


class Nearby(NamedTuple):
    """The entities around a source, and how they compare."""

    source: Utterance
    answers: list[Answer]  # the last sources before it that it may be, the last one first
    salience: dict[Entity, float]
    agreement: dict[Entity, str]
    likely: list[Entity]  # those that are of the kind that the source is
    by_salience: list[Entity]  # the same, the most salient first
    fits: dict[Entity, str]  # how a description fits each
    close: dict[Entity, str]  # the classes of ``fits``
    closest: str  # the best of them
    rivals: int  # how many have it
    introduced: str  # how the noun of a description was brought in before: "" if it was not


def may_be(source: Utterance, entity: Entity) -> bool:
    """Whether gender, number and kind allow that ``source`` is ``entity``.

    Of 2,521 plural roles in the training articles, such as "the owners", 20 are one person.
    """
    if entity.keys in _MONTHS or is_a_people(entity.keys):
        return False
    if _of_person(source):
        if is_plural(source.form.noun) and "and" not in entity.keys:
            return False
        gender = _GENDERS.get(source.form.form, entity.gender)
        same = not entity.gender or entity.gender == gender
        return same and entity.kind[0] != "O" and not never_speaks(entity.keys)
    return entity.kind[0] != "P" or not _of_body(source)


def was_a_body(source: Utterance, letter: str) -> bool:
    """Whether ``source`` is a person, and ``letter`` the type of a body that spoke before.

    "The striker" is not the club that spoke.
    """
    return letter == "o" and _of_person(source)


def _of_person(source: Utterance) -> bool:
    return source.form.form in _OF_PERSONS or source.form.section == "role"


def _of_body(source: Utterance) -> bool:
    return source.form.form == "it" or source.form.section == "organisation"


def compared(discourse: Discourse, source: Utterance, around: list[Entity]) -> Nearby:
    """What is to be known of the entities ``around`` a source before they are compared."""
    before = discourse.answers_before(source.start, MAX_SOURCES_BACK)
    answers = [a for a in before if a.entity is None or may_be(source, a.entity)]
    salience = {e: _salience(discourse, source, answers, e) for e in around}
    agreement = {e: _agreement(source, e) for e in around}
    likely = [e for e in around if agreement[e][0] != "-"]
    fits = {}
    if source.form.noun:
        fits = {e: match(source.form, e.keys, discourse.beside(e)) for e in around}
    close = {e: closeness(fit) for e, fit in fits.items()}
    closest = max(close.values(), default="-")
    return Nearby(
        source,
        answers,
        salience,
        agreement,
        likely,
        sorted(likely, key=salience.__getitem__, reverse=True),
        fits,
        close,
        closest,
        [*close.values()].count(closest),
        _introduced(discourse, source) if source.form.noun else "",
    )


def _introduced(discourse: Discourse, source: Utterance) -> str:
    """What stands before the noun of ``source`` where the text last had it.

    "The owner" who speaks after "the trainer, Anna Moss, sued the owner" is not she.
    """
    first = max(source.start - MAX_INTRODUCTION_CHARS, 0)
    before = discourse.article.text[first : source.start].lower()
    front, found, rest = before.rpartition(f" {source.form.noun}")
    if not found or rest[:1].isalnum():
        return ""
    return _ARTICLES.get(front.rpartition(" ")[2], "other")


def _salience(
    discourse: Discourse, source: Utterance, answers: list[Answer], entity: Entity
) -> float:
    """How much ``entity`` was mentioned before ``source``, each sentence back counting less."""
    salience = discourse.salience
    weight = salience.at(entity, source.start, source.sentence)
    time = salience.time(source.sentence)
    for answer in answers:
        if answer.entity is entity:
            back = max(time - salience.time(answer.sentence), 0)
            weight += SOURCE_WEIGHT * SENTENCE_DECAY**back
    return weight


def _agreement(source: Utterance, entity: Entity) -> str:
    """Whether ``entity`` is of the kind that the source is, "+" or "-", and what tells it."""
    form, kind = source.form.form, entity.kind
    is_person = kind[0] in "Pp"
    if form in _GENDERS:
        return f"{'+' if is_person else '-'}{bool(entity.gender):d}{kind}"
    if form == "they":
        is_plural = entity.keys[-1].endswith("s") or "and" in entity.keys
        return f"{'+' if is_plural or not is_person else '-'}{is_plural:d}{kind}"
    if _of_body(source):
        return f"{'-' if is_person else '+'}{kind}"
    if _of_person(source):
        return f"{'+' if is_person else '-'}{kind}"
    return f"+{kind}"
