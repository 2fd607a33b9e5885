"""What stands beside a name: "the mayor", ", a curator at the Mill", "(34)".

A description that comes later ("the curator", "the 34-year-old") is compared with these words.
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from newsbrief.text.gazetteer import titles
from newsbrief.text.quotation_marks import DOUBLE_MARKS
from newsbrief.text.tokens import words

from .entities import Entities, Entity
from .mention import Mention
from .offices import Offices
from .source_form import AGED, SourceForm
from .source_types import head_noun, section
from .word_lists import name_words

MAX_BEFORE_CHARS = 60  # code points before a name in which a role may stand
MAX_AFTER_CHARS = 90  # code points after it
_CACHE_SIZE = 1 << 11  # nouns

_CLAUSE_END = re.compile(rf"[.;:,!?(){DOUBLE_MARKS}\n]")
_AFTER = re.compile(
    rf"\s?(?P<opens>,|\(|[–—]|\s-|is|was|as)\s?(?P<words>[^.;:,(){DOUBLE_MARKS}\n]{{2,{MAX_AFTER_CHARS}}})"
)
_DETERMINER = re.compile(r"\s*(?:the|an?|his|her|their|its)\b", re.IGNORECASE)
_NOUN_PHRASE_AT_END = re.compile(r"\b(?:the|an?|his|her|their|its)(?:\s[\w’'-]+){1,5}\Z")
_CLOSED = re.compile(rf"\s?[.;:,()!?–—{DOUBLE_MARKS}]|\s*\Z")  # after an apposition
_APPOSITION_OPENERS = ("the", "a", "an", "who", "which", "whose", "aged", "one")


class Descriptors(NamedTuple):
    """The words beside the mentions of an entity, in lower case."""

    before: set[str]
    last_before: set[str]  # the last word before the name
    apposition: set[str]  # heads of appositions
    after: set[str]
    offices: Offices
    genders: set[str]  # that nouns tell: "her father, Brian", "businesswoman Sam Okafor"

    @property
    def gender(self) -> str:
        """The gender that the nouns tell, "female" or "male"; "" if they tell none, or both.

        Of the names in the held-out articles 0.023 are somebody else's with it, 0.026 without.
        """
        told = self.genders - {""}
        return next(iter(told)) if len(told) == 1 else ""


def descriptors(entities: Entities, entity: Entity) -> Descriptors:
    """The words beside the mentions of ``entity``."""
    text, found = entities.text, Descriptors(set(), set(), set(), set(), Offices(), set())
    for index in entity.mentions:
        mention = entities.mentions[index]
        front = _front(text, mention.start)
        apposed = _apposed(text, front, mention)
        if apposed:
            found.apposition.add(noun := head_noun(apposed))
            found.genders.add(noun_gender(noun))
            found.offices.note(apposed, noun)
            found.after.update(words(apposed.lower()))
        in_apposition = front.endswith(",")
        if not in_apposition:
            clause = _CLAUSE_END.split(front)[-1]
            shown = words(clause)
            found.genders.update(noun_gender(noun) for noun in shown[-1:] if noun.islower())
            phrase = [word.lower() for word in shown]
            found.before.update(phrase)
            found.last_before.update(phrase[-1:])
            for noun in phrase[-1:]:
                found.offices.note(clause, noun)
        after = _AFTER.match(text, mention.end)
        if after and not in_apposition:
            phrase = words(after["words"].lower())
            opens = phrase[:1] and (
                phrase[0] in _APPOSITION_OPENERS or section(phrase[0]) or phrase[0].isdigit()
            )
            if phrase[:1] != ["whose"] and (opens or after["words"][0].isupper()):
                found.apposition.add(noun := head_noun(after["words"]))
                found.genders.add(noun_gender(noun))
                found.offices.note(after["words"], noun)
            found.after.update(phrase)
    return found


def _front(text: str, start: int) -> str:
    """The text before the name at ``start``, of its paragraph alone, without white space after."""
    before = text[max(start - MAX_BEFORE_CHARS, 0) : start]
    front = before.rstrip()
    return "" if before.count("\n", len(front)) > 1 else front


def _apposed(text: str, front: str, mention: Mention) -> str:
    """The noun phrase to which a name is an apposition; "" if it is to none.

    ``front`` is the text before the ``mention``: "... by the pilot, Captain".
    """
    phrase, comma, title = front.rpartition(",")
    if not comma or (title and words(title.lower()) != [mention.before]):
        return ""
    phrase = _CLAUSE_END.split(phrase)[-1]
    opening = _DETERMINER.match(phrase)
    if opening is None and _CLOSED.match(text, mention.end):
        opening = _NOUN_PHRASE_AT_END.search(phrase)
    return phrase[opening.start() :] if opening else ""


@lru_cache(_CACHE_SIZE)
def noun_gender(noun: str) -> str:
    """The gender of who is called by ``noun``: "female", "male" or "".

    >>> noun_gender("policewoman"), noun_gender("father-of-two"), noun_gender("human")
    ('female', 'male', '')
    """
    noun = noun.removeprefix("ex-").partition("-")[0]
    for gender in ("female", "male"):
        if noun in name_words(gender) or titles().get(noun) == gender:
            return gender
    ending = next((end for end in ("woman", "man") if noun.endswith(end)), "")
    return {"woman": "female", "man": "male"}[ending] if ending and section(noun) else ""


def match(form: SourceForm, keys: Iterable[str], beside: Descriptors) -> str:
    """How the description ``form`` fits a name of the words ``keys`` with ``beside`` it.

    Letters for where its noun stands; then "1" if half of its other words stand there too, or "0".
    """
    noun = form.noun
    how = "n" * (noun in keys) + "b" * (noun in beside.last_before) + "p" * (
        noun in beside.apposition
    ) or "B" * (noun in beside.before) + "A" * (noun in beside.after)
    if not how and form.section != "-":
        nouns = beside.last_before | beside.apposition
        how = "s" * any(section(each) == form.section for each in nouns)
    how = how or "-"
    others = set(form.words) - name_words("determiner") - {noun}
    known = beside.before | beside.after | set(keys)
    ages = {word.removesuffix(AGED) for word in others if word.endswith(AGED)}
    if ages:
        how = f"{how}y" if ages <= known else "-"
    return f"{how} {2 * len(others & known) >= len(others):d}" if others else f"{how} -"


def closeness(fit: str) -> str:
    """The class of what ``match`` gives.

    "3" the noun in the name or right beside it, "2" near it, "1" another of its section, "0" none.
    """
    how = set(fit.partition(" ")[0])
    return "3" if how & set("nbpy") else "2" if how & set("BA") else "1" if "s" in how else "0"
