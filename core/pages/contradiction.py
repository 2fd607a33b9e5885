"""Whether two claims about the same thing contradict each other, by a negation or by their figures.

Only the form of the claims is compared: "none was hurt" against "two were hurt" is seen, an
antonym ("open", "closed") is not.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import islice, product
from typing import NamedTuple

from newsbrief.text.figures import Figure, FigureKind, figures
from newsbrief.text.stems import singular

_NEGATION = r"\b(?:no|not|never|none|nobody|nothing|neither|without|cannot)\b|n['’]t\b"
# Before a figure these words make it another measure: "another two inches", "up from 3,000".
_OTHER_MEASURE = re.compile(
    r"\b(?:another|additional|extra|further|(?:up|down) from)\s(?:about\s|some\s)?$"
)
_MAX_CHARS_BEFORE = 40  # of a figure that are searched for them; longer than all of them
COMPARED_KINDS = {FigureKind.MONEY, FigureKind.PERCENT, FigureKind.COUNT}
_MAX_FIGURES = 30  # of a claim that are compared; set by hand, as those of a long speech are many
_MAX_RELATIVE_DIFFERENCE = 0.02  # of two figures that are one figure, rounded; set by hand


class Assertion(NamedTuple):
    """What of a claim is compared with others: whether it negates something, and its figures."""

    negative: bool
    figures: tuple[Figure, ...]


def assertion(claim: str) -> Assertion:
    """What of ``claim`` is compared with others."""
    return Assertion(is_negative(claim), tuple(islice(_compared(claim), _MAX_FIGURES)))


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
    return (one.negative != other.negative) != denied or _differ(one.figures, other.figures)


def _differ(one: Iterable[Figure], other: Iterable[Figure]) -> bool:
    """Whether both give figures in the same unit, but no figure in common."""
    pairs = [(a, b) for a, b in product(one, other) if a.kind is b.kind and _is_same_unit(a, b)]
    return bool(pairs) and not any(_is_close(a, b) for a, b in pairs)


def is_negative(claim: str) -> bool:
    """Whether ``claim`` negates something an odd number of times.

    >>> is_negative("The door was not open."), is_negative("It did not sail without a crew.")
    (True, False)
    """
    return len(re.findall(_NEGATION, claim, re.IGNORECASE)) % 2 == 1


def _compared(text: str) -> Iterator[Figure]:
    """The figures of ``text`` that can be compared with those of another text."""
    return (
        figure
        for figure in figures(text)
        if figure.kind in COMPARED_KINDS
        and not _OTHER_MEASURE.search(text[max(figure.start - _MAX_CHARS_BEFORE, 0) : figure.start])
    )


def _is_same_unit(one: Figure, other: Figure) -> bool:
    """Whether the units are the same; a count without a word ("rose to 19") may have any unit."""
    if one.kind is FigureKind.COUNT and not (one.unit and other.unit):
        return True
    return singular(one.unit) == singular(other.unit)


def _is_close(one: Figure, other: Figure) -> bool:
    a, b = one.value or 0.0, other.value or 0.0
    return abs(a - b) <= _MAX_RELATIVE_DIFFERENCE * max(abs(a), abs(b))
