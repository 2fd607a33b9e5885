"""Forms of English words brought together by their endings: one table, no dictionary.

What callers need differs: the singular of a plural (``singular``), the words that a form may be of,
for a word list to choose among (``base_forms``), a rough stem by which texts are compared
(``stem``), whether two words differ only in their endings (``same_but_for_ending``). Irregular
forms ("said", "men") are left to the word lists. Words come in lower case.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping

Endings = Mapping[str, tuple[str, ...]]

# The endings of inflected words, and what the base form may have in their place.
PLURALS = {"s": ("",), "es": ("",), "ies": ("y",)}
INFLECTIONS = PLURALS | {"ed": ("", "e"), "ied": ("y",), "ing": ("", "e")}

_MAX_LETTERS_KEPT = 3  # a word of so many has no plural ending: "gas"
_MIN_STEM_LETTERS = 3
_MAX_STEM_LETTERS = 6
_SHARED_LETTERS = 5  # at the start of two words that differ only in their endings
_ENDING_LETTERS = 3  # that they may differ by in length
_MIN_LETTERS_BEFORE_SIGNS = 2
_DOUBLED = re.compile(r"([bdglmnprt])\1$")


def singular(word: str) -> str:
    """``word`` without the ending of a regular plural.

    >>> [singular(w) for w in ("stories", "ships", "crisis", "glass", "us")]
    ['story', 'ship', 'crisis', 'glass', 'us']
    """
    if len(word) <= _MAX_LETTERS_KEPT or word[-1] != "s" or word[-2] in "sui":
        return word
    if word.endswith("ies") and len(word) > _MAX_LETTERS_KEPT + 1:
        return word[:-3] + "y"
    return word[:-1]


def base_forms(word: str, endings: Endings = INFLECTIONS) -> Iterator[str]:
    """The words that ``word`` may be a form of, itself first; not all of them exist.

    >>> list(base_forms("planned"))
    ['planned', 'plann', 'planne', 'plan']
    >>> list(base_forms("agencies", PLURALS))
    ['agencies', 'agencie', 'agenci', 'agency']
    """
    yield word
    for ending, replacements in endings.items():
        if word.endswith(ending):
            rest = word.removesuffix(ending)
            yield from (rest + replacement for replacement in replacements)
            if _DOUBLED.search(rest):
                yield rest[:-1]


def stem(word: str) -> str:
    """At most six letters of ``word`` without its ending: rough, so that more words have the same.

    >>> [stem(w) for w in ("inspected", "inspection", "bodies", "glass")]
    ['inspec', 'inspec', 'bod', 'glass']
    """
    if not word.endswith("ss"):
        endings = (*reversed(INFLECTIONS), "ly")
        long = len(word) - _MIN_STEM_LETTERS
        ending = next((e for e in endings if word.endswith(e) and len(e) <= long), "")
        word = word.removesuffix(ending)
    return word.rstrip("ey")[:_MAX_STEM_LETTERS] if len(word) > _MIN_STEM_LETTERS else word


def same_but_for_ending(one: str, other: str) -> bool:
    """Whether ``other`` may be ``one``, of more than five letters, with another ending.

    In the scripts of India endings are vowel signs: there the letters before them have to be the
    same, and two of them are enough.

    >>> same_but_for_ending("election", "electoral"), same_but_for_ending("tax", "taxes")
    (True, False)
    >>> same_but_for_ending("किसान", "किसानों")
    True
    """
    if not one.isascii() and _without_signs(one) == _without_signs(other):
        return len(_without_signs(one)) >= _MIN_LETTERS_BEFORE_SIGNS
    shared = one[: max(_SHARED_LETTERS, len(one) - _ENDING_LETTERS)]
    return (
        len(one) > _SHARED_LETTERS
        and other.startswith(shared)
        and abs(len(one) - len(other)) <= _ENDING_LETTERS
    )


def _without_signs(word: str) -> str:
    """``word`` without the combining marks at its end."""
    end = len(word)
    while end and unicodedata.category(word[end - 1])[0] == "M":
        end -= 1
    return word[:end]
