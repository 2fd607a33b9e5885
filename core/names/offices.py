"""Which office a description tells of: "the mayor of Ayton" is not the mayor of Benford.

Nor is the chancellor the shadow chancellor, or the vice president the president.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from newsbrief.text.tokens import words

from .mention import Keys
from .short_forms import abbreviates
from .source_form import SourceForm
from .word_lists import name_words

MAX_WORDS_TO_NOUN = 3  # from a word that makes it another office: "shadow home secretary"

_OF = re.compile(r"\s(?:of|for|at|in)\s(?P<whose>[^,;:.!?()–—\n]+)")
_GENITIVE = re.compile(r"(?P<name>(?:\b[A-Z][\w-]*\s)*[A-Z][\w-]*)['’]s\s")
_CLAUSE = re.compile(r"\b(?:who|whose|which|that|and|is|was|has|had|said|says)\b")


@dataclass(frozen=True, slots=True)
class Offices:
    """What is told of the offices of one entity, by their nouns in lower case."""

    limited: set[str] = field(default_factory=set)  # with a word such as "deputy" or "former"
    whole: set[str] = field(default_factory=set)  # without one
    holders: dict[str, set[Keys]] = field(default_factory=dict)  # whose they are: ("ayton",)

    def note(self, phrase: str, noun: str) -> None:
        """Note the office of the ``noun``, in lower case, that ``phrase`` tells."""
        shown = [word.lower() for word in words(phrase)]
        if noun not in shown:
            return
        at = shown.index(noun)
        limits = name_words("limit").intersection(shown[max(at - MAX_WORDS_TO_NOUN, 0) : at])
        (self.limited if limits else self.whole).add(noun)
        if whose := holder(phrase, noun):
            self.holders.setdefault(noun, set()).add(whose)


def is_another_office(form: SourceForm, phrase: str, told: Offices) -> bool:
    """Whether the office of the description ``phrase``, of the ``form``, is none of those ``told``.

    Where nothing is told of its noun it may be any.
    """
    noun, limits = form.noun, name_words("limit").intersection(form.words) - {form.noun}
    if noun in told.limited - told.whole:
        return not limits
    if limits and noun in told.whole - told.limited:
        return True
    return _are_apart(holder(phrase, noun), told.holders.get(noun, ()))


def holder(phrase: str, noun: str) -> Keys:
    """The words, in lower case, of the name in ``phrase`` whose office the ``noun`` is, or ().

    >>> holder("the head of the Rowing Club, which", "head"), holder("Ayton's new mayor", "mayor")
    (('rowing', 'club'), ('ayton',))
    >>> holder("its head", "head"), holder("the president of the club", "president")
    ((), ())
    """
    start = phrase.lower().find(noun)
    if not noun or start < 0:
        return ()
    after = _OF.match(phrase, start + len(noun))
    whose = _CLAUSE.split(after["whose"])[0] if after else ""
    owner = _GENITIVE.search(phrase[:start])
    shown = words(f"{owner['name'] if owner else ''} {whose}")
    names = (word.lower() for word in shown if word[0].isupper())
    return tuple(word for word in names if word not in name_words("determiner"))


def _are_apart(whose: Keys, told: Iterable[Keys]) -> bool:
    """Whether ``whose`` shares no word with any that is ``told``, and none is short for another."""
    others = list(told)
    return bool(whose and others) and not any(_may_be_same(whose, other) for other in others)


def _may_be_same(one: Keys, other: Keys) -> bool:
    if set(one) & set(other):
        return True
    return (len(one) == 1 and abbreviates(one[0], other)) or (
        len(other) == 1 and abbreviates(other[0], one)
    )
