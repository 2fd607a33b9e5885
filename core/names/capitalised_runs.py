"""Runs of words in which names stand: capitalised words and the small words between them.

"Minister of Health Jo Ray" is one run; ``mentions`` finds the names in it.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

# Capital letters of the Latin alphabets, as a character class (re has no \p{Lu}).
UPPER = "".join(c for c in map(chr, range(0x250)) if c.isupper())
PARTICLE = (
    r"(?:(?:de la|de los|de las|de|del|della|dela|di|da|dos|das|du|van der|van den|van de|van|von"
    r"|der|den|ter|bin|bint|ibn|al|el|ul|la|le|ben|abu|ait|zu|y|e)\s|(?:al|el|ul|d|l)[-’'])"
)

_CAPITALISED = (
    rf"(?:(?:\b(?:al|el|ul|d|l)[-’'])?(?<!\w)[a-z]?[{UPPER}][^\W_]*(?:[-.’'&/][^\W_]+)*\.?|@\w+)"
)
# A hard-wrapped line may end inside a name; bounded, so that long blanks cost linear time.
_SPACE = r"(?:[^\S\n]{1,3}|[^\S\n]{0,3}\n[^\S\n]{0,8})"
_LINK = r"(?:(?:of|for|on|at|in|and|the|to|&)\s)"  # inside the names of bodies
_NICKNAME = r"(?:[\"'“‘][^\"'“”‘’()\n]{1,20}[\"'”’]\s)"
_FOLLOWING = rf"(?:{_LINK}{{0,2}}{PARTICLE}?|{_NICKNAME}){_CAPITALISED}|\d{{1,4}}\b"
_RUN = re.compile(rf"{_CAPITALISED}(?:['’]?{_SPACE}(?:{_FOLLOWING}))*")
_WORD = re.compile(r"\S+")


class Word(NamedTuple):
    """A word of a run; offsets are code points from 0, the end exclusive."""

    start: int
    end: int
    text: str
    key: str  # in lower case, without a full stop or a possessive ending


Run = list[Word]


def capitalised_runs(text: str, start: int, end: int) -> Iterator[Run]:
    """The runs of the sentence of ``text`` from ``start`` to ``end``, in order."""
    for match in _RUN.finditer(text, start, end):
        yield [word(text, *w.span()) for w in _WORD.finditer(text, *match.span())]


def word(text: str, start: int, end: int) -> Word:
    """The word of ``text`` from ``start`` to ``end``."""
    shown = text[start:end]
    return Word(start, end, shown, key(shown))


def key(shown: str) -> str:
    """``shown`` in lower case, without a full stop or a possessive ending.

    >>> key("Ray’s"), key("Jr."), key("U.S.")
    ('ray', 'jr', 'u.s')
    """
    lower = shown.lower().replace("’", "'")
    return lower.removesuffix("'s").rstrip(".'")
