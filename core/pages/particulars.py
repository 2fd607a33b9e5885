"""The names and years in a claim: two claims that give others are of two matters.

"The Dunmore bridge is safe" and "the Ostrand bridge is safe" share most of their words, and neither
supports the other or speaks against it.
"""

import re
from functools import cache
from typing import NamedTuple

from newsbrief.text.figure_patterns import MONTHS, WEEKDAYS
from newsbrief.text.gazetteer import titles
from newsbrief.text.stop_words import english_function_words
from newsbrief.text.tokens import word_parts

from .similarity import Terms, terms

_CAPITALISED = re.compile(r"\b[^\W\d_a-z]\w+(?:[-'’]\w+)*")
# The first word of a claim may have its capital from there, unless another follows it.
_FIRST_WORD = re.compile(r"\W*(?:The\s)?\b\w+(?:[-'’]\w+)*(?!\s+[A-Z])")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?!,\d)")
_DATE = re.compile(rf"(?:{MONTHS}|{WEEKDAYS})$")


class Particulars(NamedTuple):
    """The words of a claim in lower case, those of them that are of a name, with their stems.

    And the years that it gives.
    """

    words: frozenset[str]
    names: frozenset[str]
    stems: Terms
    years: frozenset[str]


def particulars(claim: str) -> Particulars:
    """The words and the names of ``claim``, without titles and dates.

    >>> sorted(particulars("The bridge at Dunmore closed on Friday").names)
    ['dunmore']
    """
    first = _FIRST_WORD.match(claim)
    found = {
        part.lower()
        for match in _CAPITALISED.finditer(claim, first.end() if first else 0)
        if not _DATE.match(match[0])
        for part in word_parts(match[0])
    }
    names = frozenset(word for word in found - _no_names() if len(word) > 1)
    years = frozenset(_YEAR.findall(claim))
    return Particulars(frozenset(word_parts(claim.lower())), names, terms(" ".join(names)), years)


def differ(one: Particulars, other: Particulars) -> bool:
    """Whether both name somebody, some place or a year, and neither has one of the other.

    >>> safe = map(particulars, ("the Dunmore bridge is safe", "the Ostrand bridge is safe"))
    >>> differ(*safe)
    True
    """
    if one.years and other.years and one.years.isdisjoint(other.years):
        return True
    return (
        bool(one.names and other.names)
        and one.names.isdisjoint(other.words)
        and other.names.isdisjoint(one.words)
    )


@cache
def _no_names() -> frozenset[str]:
    return english_function_words().union(titles())
