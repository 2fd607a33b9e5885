"""Whether two claims about the same thing contradict each other.

By a negation or a word that calls it untrue, by an antonym ("open", "closed"; "armed", "unarmed"),
by their figures, or by the months and weekdays that they give. Two of the words take each
other back: "not guilty" is "innocent".
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice, product
from typing import NamedTuple

from newsbrief.text.figure_patterns import MONTHS, WEEKDAYS
from newsbrief.text.figures import Figure, FigureKind, figures
from newsbrief.text.packaged import entries
from newsbrief.text.stems import singular
from newsbrief.text.tokens import word_parts

from .similarity import Terms, ring_stem, terms

_NEGATION = (
    r"\b(?:no|not|never|none|nobody|nothing|neither|without|cannot)\b|n['’]t\b"
    r"|\b(?:hardly|scarcely|seldom|rarely|unlikely)\b|\bfail(?:s|ed|ing)?\sto\b"
    r"|\b(?:doubt(?:s|ed|ful)?|disbelieve[sd]?)\b"
    r"|\bden(?:y|ies|ied)(?=\s(?:that|having|any)\b)"
    # What follows is called untrue: "it is false that", "a lie to say".
    r"|\b(?:false|untrue|lie|myth|nonsense|wrong|hoax|impossible)(?=\s(?:that|to\s(?:say|claim))\b)"
    r"|\b(?:is|are|was|were)\s(?:an?\s)?(?:false|untrue|lies?|myths?|nonsense|hoax)\b"
)
_PREFIXES = ("un", "in", "im", "il", "ir", "dis", "non")  # "unarmed" is not "armed"
_MIN_LETTERS_AFTER_PREFIX = 3
# Before a figure these make it a rough one: "about 4 million" may be 4.2 million.
_ROUGH = re.compile(
    r"\b(?:about|around|almost|nearly|roughly|some|over|under|up\sto|at\sleast|approximately"
    r"|close\sto|(?:more|fewer|less)\sthan)\s$"
)
_MAX_ROUNDED = 0.1  # of a figure that a rounder one may differ by; set by hand
# Before a figure these words make it another measure: "another two inches", "up from 3,000".
_OTHER_MEASURE = re.compile(
    r"\b(?:another|additional|extra|further|(?:up|down) from)\s(?:about\s|some\s)?$"
)
_CLAUSE_BREAK = re.compile(r"[,;:–—]|\b(?:and|but|because|when|while|although|though|if)\b")
_DATES = tuple(re.compile(rf"\b(?:{words})\b") for words in (MONTHS, WEEKDAYS))
_MAX_CHARS_BEFORE = 40  # of a figure that are searched for them; longer than all of them
COMPARED_KINDS = {FigureKind.MONEY, FigureKind.PERCENT, FigureKind.COUNT}
_MAX_FIGURES = 30  # of a claim that are compared; set by hand, as those of a long speech are many
_MAX_RELATIVE_DIFFERENCE = 0.02  # of two figures that are one figure, rounded; set by hand


class Rough(NamedTuple):
    """A figure, and whether words before it say that it is a rough one."""

    figure: Figure
    rough: bool


class Assertion(NamedTuple):
    """What of a claim is compared with others.

    Its stems, those of each clause that negates something, its words, the pairs of antonyms of
    which it has a word with the side or sides that it is of, its figures, and its months and
    weekdays.
    """

    stems: Terms
    negated: tuple[Terms, ...]
    words: frozenset[str]
    sides: Mapping[int, frozenset[int]]
    figures: tuple[Rough, ...]
    dates: tuple[frozenset[str], ...]


def assertion(claim: str) -> Assertion:
    """What of ``claim`` is compared with others."""
    words = frozenset(word_parts(claim.lower()))
    negated = tuple(terms(clause) for clause in _CLAUSE_BREAK.split(claim) if is_negative(clause))
    compared = tuple(islice(_compared(claim), _MAX_FIGURES))
    dates = tuple(frozenset(pattern.findall(claim)) for pattern in _DATES)
    return Assertion(terms(claim), negated, words, _sides(words), compared, dates)


def opposed(one: Assertion, other: Assertion, *, denied: bool = False) -> bool:
    """Whether two claims about the same thing cannot both be true.

    ``denied`` says that the source of exactly one of them denies it.

    >>> opposed(assertion("Six people were hurt."), assertion("At least 9 people were hurt."))
    True
    >>> opposed(assertion("No ransom was paid."), assertion("They paid a ransom of $2 million."))
    True
    >>> opposed(assertion("It cost about $80 million."), assertion("Its cost was $79.6 million."))
    False
    >>> opposed(assertion("It killed 12 in two hours."), assertion("It killed 19 in 2 hours."))
    False
    """
    turns = (_negates(one, other), _negates(other, one), denied, _are_antonyms(one, other))
    if sum(turns) % 2 == 1 or _differ(one.figures, other.figures):
        return True
    return any(a and b and a.isdisjoint(b) for a, b in zip(one.dates, other.dates, strict=True))


def _negates(one: Assertion, other: Assertion) -> bool:
    """Whether ``one`` negates, an odd number of times, what ``other`` speaks of too.

    A clause that is all of the claim is of what both speak of: "not guilty", "innocent".
    """
    shared = (c == one.stems or not c.isdisjoint(other.stems) for c in one.negated)
    return sum(shared) % 2 == 1


def _are_antonyms(one: Assertion, other: Assertion) -> bool:
    """Whether a word of ``one`` is an antonym of a word of ``other``, which lacks the first."""
    return (
        any(
            one.sides[pair].isdisjoint(other.sides[pair])
            for pair in one.sides.keys() & other.sides.keys()
        )
        or _is_prefixed(one.words - other.words, other.words - one.words)
        or _is_prefixed(other.words - one.words, one.words - other.words)
    )


def _is_prefixed(words: frozenset[str], others: frozenset[str]) -> bool:
    """Whether a prefix makes a word of ``others`` the opposite of one of ``words``."""
    return any(
        prefix + word in others
        for word in words
        if len(word) >= _MIN_LETTERS_AFTER_PREFIX
        for prefix in _PREFIXES
    )


def _sides(words: Iterable[str]) -> Mapping[int, frozenset[int]]:
    """The pairs of antonyms of which one of ``words`` is, by number, and the sides it is of."""
    found: dict[int, frozenset[int]] = {}
    for word in words:
        for pair, side in _antonyms().get(ring_stem(word), ()):
            found[pair] = found.get(pair, frozenset()) | {side}
    return found


@cache
def _antonyms() -> Mapping[str, frozenset[tuple[int, int]]]:
    """For the stem of each word of the list, the pairs it is of and its side of each."""
    found: dict[str, frozenset[tuple[int, int]]] = {}
    for pair, line in enumerate(entries("antonyms.txt")):
        for side, words in enumerate(line.split("|")):
            for stem in map(ring_stem, words.split()):
                found[stem] = found.get(stem, frozenset()) | {(pair, side)}
    return found


def _differ(one: Iterable[Rough], other: Iterable[Rough]) -> bool:
    """Whether both give figures in the same unit, but no figure in common."""
    pairs = [
        (a, b)
        for a, b in product(one, other)
        if a.figure.kind is b.figure.kind and _is_same_unit(a.figure, b.figure)
    ]
    return bool(pairs) and not any(_is_close(a, b) for a, b in pairs)


def is_negative(claim: str) -> bool:
    """Whether ``claim`` negates something an odd number of times.

    >>> is_negative("The door was not open."), is_negative("It did not sail without a crew.")
    (True, False)
    """
    return len(re.findall(_NEGATION, claim, re.IGNORECASE)) % 2 == 1


def _compared(text: str) -> Iterator[Rough]:
    """The figures of ``text`` that can be compared with those of another text."""
    for figure in figures(text):
        before = text[max(figure.start - _MAX_CHARS_BEFORE, 0) : figure.start]
        if figure.kind in COMPARED_KINDS and not _OTHER_MEASURE.search(before):
            yield Rough(figure, bool(_ROUGH.search(before)))


def _is_same_unit(one: Figure, other: Figure) -> bool:
    """Whether the units are the same; a count without a word ("rose to 19") may have any unit."""
    if one.kind is FigureKind.COUNT and not (one.unit and other.unit):
        return True
    return singular(one.unit) == singular(other.unit)


def _is_close(one: Rough, other: Rough) -> bool:
    a, b = one.figure.value or 0.0, other.figure.value or 0.0
    if math.isclose(a, b, rel_tol=_MAX_RELATIVE_DIFFERENCE):
        return True
    return (one.rough and is_rounded(a, b)) or (other.rough and is_rounded(b, a))


def is_rounded(value: float, exact: float) -> bool:
    """Whether ``value`` may be ``exact`` told more roughly: "nearly 80" for 79.6.

    >>> is_rounded(80, 79.6), is_rounded(79.6, 80), is_rounded(80, 70.2)
    (True, False, False)
    """
    rough = len(f"{value:e}".rstrip("0").partition("e")[0].rstrip("0"))
    fine = len(f"{exact:e}".partition("e")[0].rstrip("0"))
    return rough < fine and math.isclose(value, exact, rel_tol=_MAX_ROUNDED)
