"""What a word may be in a name or beside one, by the word lists: a title, a first name, a place.

Features of the models name these classes, so that weights carry over to words never seen.
"""

from collections.abc import Sequence
from functools import lru_cache

from newsbrief.reading.lexicon import capitalized_words, lower_case_words, openers
from newsbrief.text.gazetteer import (
    adjectives,
    first_names,
    is_organisation_word,
    organisation_words,
    places,
    titles,
)

from .source_types import section
from .word_lists import name_words

_CACHE_SIZE = 1 << 11  # words


@lru_cache(_CACHE_SIZE)
def word_class(key: str) -> str:
    """The letters of the lists that the word ``key``, in lower case, stands in; "-" for none.

    t title, f first name, p place, y day of the week, a adjective of a people or party, o end of a
    body's name (g one that may be left off), and r, l, d, b nouns of a role, of people, of a
    document, of a body; then the usual case in news: w opens sentences, s small letters, c capital.

    >>> word_class("secretary"), word_class("jordan"), word_class("however")
    ('trc', 'fc', 'w')
    """
    noun = section(key)
    letters = "".join(
        (
            "t" * (key in titles()),
            "f" * (key.partition("-")[0] in first_names()),
            "p" * (key.title() in places()),
            "y" * (key in name_words("weekday")),
            "a" * (key in adjectives()),
            "o" * is_organisation_word(key),
            "g" * (key in organisation_words("generic")),
            _NOUN_LETTERS.get(noun or "", ""),
            "w" if key in openers() else "s" if key in lower_case_words() else "",
            "c" * (key in capitalized_words()),
        )
    )
    return letters or "-"


def is_place(keys: Sequence[str]) -> bool:
    """Whether the words ``keys`` are the name of a country, a city or the like."""
    return " ".join(keys).title() in places()


@lru_cache(_CACHE_SIZE)
def is_a_people(keys: tuple[str, ...]) -> bool:
    """Whether the words ``keys`` only say of what people somebody is: "the South African"."""
    *before, last = keys
    return (
        last in adjectives("people")
        and last not in first_names()
        and all(word in adjectives("people") or word in name_words("region") for word in before)
    )


def never_speaks(keys: Sequence[str]) -> bool:
    """Whether the words ``keys`` name a place, or a thing that is called like a person."""
    opens = keys[0] in name_words("thing") and keys[0] not in first_names()
    return is_place(keys) or opens or keys[-1] in name_words("thing")


_NOUN_LETTERS = {"role": "r", "people": "l", "document": "d", "organisation": "b"}
