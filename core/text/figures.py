"""The figures and dates of a text: sums of money, percentages, counts, dates and times of day.

They are found by their form alone, as English writes them. Left out are ordinals ("the third"),
scores ("3-1"), ages, and numbers that are part of a name, an address or a list ("F-16", "No. 5",
"12 Harbour Road"): ``figure_patterns`` and ``number_names`` tell them.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from math import isfinite
from typing import NamedTuple

from newsbrief.spans import fold

from .figure_patterns import figure_pattern, number_pattern
from .figure_values import number, unit, value
from .number_names import is_name_or_pronoun


class FigureKind(StrEnum):
    """What a figure measures."""

    MONEY = "money"
    PERCENT = "percent"  # or another share: "two thirds", "one in five"
    COUNT = "count"  # "64 people", "a magnitude of 6.8", "-4C"
    DATE = "date"  # a day, month, year or weekday
    TIME = "time"  # of day


class Figure(NamedTuple):
    """A figure or date, with its place in the text.

    ``text`` is the article's ``[start:end]`` with white space folded; offsets count code points
    from 0, and ``end`` is exclusive. ``value`` is the number written out ("€1.2 million" is
    1200000.0, "a quarter" 25.0, of a range the lower one), or None for dates and times. ``unit`` is
    in lower case: for money the sign of the currency, or its name if it has no sign; for a
    percentage or a share "%"; for a count the word for what is counted, "" if there is none.
    """

    kind: FigureKind
    text: str
    start: int
    end: int
    value: float | None
    unit: str


_NO_FIGURE = {"label", "score"}  # groups of numbers that are none
_FROM = re.compile(r"\bfrom\b[^.,;:]*$", re.IGNORECASE)  # "rose from $5 to $7" gives two figures
_MAX_RANGE_RATIO = 10  # of the ends of a range
_FROM_CHARS = 25  # before a figure that are searched for it


def figures(text: str, start: int = 0, end: int | None = None) -> Iterator[Figure]:
    """The figures and dates of ``text[start:end]``, in order.

    Their offsets count code points from the start of ``text``. ``start`` should be where a sentence
    starts: a number there may be that of a list, and a capital letter means little.

    >>> found = figures("Revenue fell 6.2% to €1.87 billion on Sept. 30, and two ships were sold.")
    >>> [f"{figure.kind}: {figure.text}" for figure in found]
    ['percent: 6.2%', 'money: €1.87 billion', 'date: Sept. 30', 'count: two ships']
    """
    at, stop = start, len(text) if end is None else end
    if not number_pattern().search(text, start, stop):
        return
    while match := figure_pattern().search(text, at, stop):
        figure = _figure(text, match)
        at = figure.end if figure else match.end()
        if figure and not is_name_or_pronoun(text, start, match):
            yield figure


def _figure(text: str, match: re.Match[str]) -> Figure | None:
    """The figure that ``match`` stands for; None for a number that is none, or beyond any sense."""
    if match.lastgroup in _NO_FIGURE:
        return None
    kind = FigureKind(str(match.lastgroup))
    parts = match.groupdict(default="")
    start, end = match.span()
    if kind in {FigureKind.DATE, FigureKind.TIME}:
        return Figure(kind, fold(match[0]), start, end, None, "")
    worth = value(parts)
    if not isfinite(worth):  # of 309 digits or more
        return None
    figure = Figure(
        kind,
        fold(match[0]),
        start,
        end,
        worth,
        "%" if kind is FigureKind.PERCENT else unit(parts),
    )
    return _without_change(text, figure, match) if parts["top"] or parts["moneytop"] else figure


def _without_change(text: str, figure: Figure, match: re.Match[str]) -> Figure | None:
    """The ``figure`` if it is a range, the first of two if it is a change, None for a score."""
    parts = match.groupdict(default="")
    lower = number(parts["number"] or parts["sum"], parts["sumscale"])
    top = number(parts["top"] or parts["moneytop"], parts["topscale"])
    rises = (figure.value or 0.0) < top
    if "to" not in (parts["join"] or parts["moneyjoin"]):
        return figure if rises else None
    is_change = _FROM.search(text, max(figure.start - _FROM_CHARS, 0), figure.start)
    is_wide = top > _MAX_RANGE_RATIO * (figure.value or 0.0)  # "fell $2.86 to $41.32"
    return figure if rises and not is_change and not is_wide else _first(text, figure, match, lower)


def _first(text: str, figure: Figure, match: re.Match[str], lower: float) -> Figure:
    """The first figure, worth ``lower``, of the two of ``match``; a count has its unit later."""
    end = match.start("upto") if match["upto"] else match.start("moneyto")
    own_unit = figure.unit if figure.kind is FigureKind.MONEY else ""
    return figure._replace(text=fold(text[figure.start : end]), end=end, value=lower, unit=own_unit)
