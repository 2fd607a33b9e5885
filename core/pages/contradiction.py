"""Whether two claims about the same thing contradict each other: by negation, or by their figures.

Looks at form alone: "none was hurt" against "two were hurt" it sees, an antonym it does not.
"""

import re
from itertools import product

from newsbrief.text.figures import Figure, FigureKind, figures

_NEGATION = r"\b(?:no|not|never|none|nobody|nothing|neither|without|cannot)\b|n['’]t\b"
# What comes on top of something, or before a change, is another measure: "another two inches".
_ASIDE = re.compile(
    r"\b(?:another|additional|extra|further|(?:up|down) from)\s(?:about\s|some\s)?$"
)
_NEAR = 40  # characters before a figure that are looked at
_MEASURED = {FigureKind.MONEY, FigureKind.PERCENT, FigureKind.COUNT}
_CLOSE = 0.02  # two figures that are this near are one, rounded


def contradict(one: str, other: str, *, denied: bool = False) -> bool:
    """Whether the claims ``one`` and ``other``, about the same thing, cannot both be true.

    ``denied``: one of them is what its source says is not so.

    >>> contradict("Six people were hurt.", "At least 9 people were hurt.")
    True
    >>> contradict("No ransom was paid.", "The hospitals paid a ransom of $2 million.")
    True
    >>> contradict("It cost about $80 million.", "The cost is put at $79.6 million.")
    False
    """
    opposed = (is_negative(one) != is_negative(other)) != denied
    return opposed or figures_differ(one, other)


def is_negative(claim: str) -> bool:
    """Whether ``claim`` negates something an odd number of times.

    >>> is_negative("The door was not open."), is_negative("It did not sail without a crew.")
    (True, False)
    """
    return len(re.findall(_NEGATION, claim, re.IGNORECASE)) % 2 == 1


def figures_differ(one: str, other: str) -> bool:
    """Whether both give figures of one unit, and none of them the same.

    >>> figures_differ("It killed 12 people in two hours.", "It killed 19 in 2 hours.")
    False
    """
    pairs = [
        (a, b)
        for a, b in product(_measured(one), _measured(other))
        if a.kind is b.kind and _is_same_unit(a, b)
    ]
    return bool(pairs) and not any(_is_close(a, b) for a, b in pairs)


def _measured(text: str) -> list[Figure]:
    return [
        figure
        for figure in figures(text)
        if figure.kind in _MEASURED
        and not _ASIDE.search(text[max(figure.start - _NEAR, 0) : figure.start])
    ]


def _is_same_unit(one: Figure, other: Figure) -> bool:
    """Whether the units are the same; a bare count may count anything."""
    if one.kind is FigureKind.COUNT and not (one.unit and other.unit):
        return True
    return one.unit.rstrip("s") == other.unit.rstrip("s")


def _is_close(one: Figure, other: Figure) -> bool:
    a, b = one.value or 0.0, other.value or 0.0
    return abs(a - b) <= _CLOSE * max(a, b)
