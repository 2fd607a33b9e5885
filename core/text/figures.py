"""The figures and dates of a text: sums of money, percentages, counts, dates and times of day.

They are found by their form alone, as English writes them. Left out are ordinals ("the third"),
scores ("3-1"), and numbers that are part of a name ("F-16", "No. 5").
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from newsbrief.spans import fold

from .numbers import number_words
from .stems import singular


class FigureKind(StrEnum):
    """What a figure measures."""

    MONEY = "money"
    PERCENT = "percent"
    COUNT = "count"  # "64 people", "a magnitude of 6.8"
    DATE = "date"  # a day, month, year or weekday
    TIME = "time"  # of day


class Figure(NamedTuple):
    """A figure or date, with its place in the text.

    ``text`` is the article's ``[start:end]`` with white space folded; offsets count code points
    from 0, and ``end`` is exclusive. ``value`` is the number written out ("€1.2 million" is
    1200000.0), or None for dates and times. ``unit`` is in lower case: for money the sign of the
    currency, or its name if it has no sign; for a percentage "%"; for a count the word for what is
    counted, "" if there is none.
    """

    kind: FigureKind
    text: str
    start: int
    end: int
    value: float | None
    unit: str


def figures(text: str, start: int = 0, end: int | None = None) -> Iterator[Figure]:
    """The figures and dates of ``text[start:end]``, in order.

    Their offsets count code points from the start of ``text``.

    >>> found = figures("Revenue fell 6.2% to €1.87 billion on Sept. 30, and two ships were sold.")
    >>> [f"{figure.kind}: {figure.text}" for figure in found]
    ['percent: 6.2%', 'money: €1.87 billion', 'date: Sept. 30', 'count: two ships']
    """
    for match in _pattern().finditer(text, start, len(text) if end is None else end):
        if match[0].lower() == "one":  # mostly the pronoun
            continue
        kind = FigureKind(str(match.lastgroup))
        parts = match.groupdict()
        yield Figure(kind, fold(match[0]), *match.span(), _value(parts, kind), _unit(parts, kind))


# Possessive quantifiers (++) keep the time linear: a long run of digits is read only once.
_DIGITS = r"\d++(?:[.,]\d++)*+"
_RANGE_END = rf"(?:\s?[–-]\s?[$£€¥]?{_DIGITS})?+"  # "$5-7 million": the value is the lower one
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
_YEAR = r"(?:1[5-9]|20)\d\d(?![\w%]|[.,]\d)"
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
_NOT_COUNTED = (  # words that follow a number without being what it counts
    r"(?:(?:and|or|to|of|in|on|at|by|for|from|with|as|but|than|when|while|after|before|since|until"
    r"|is|are|was|were|had|has|have|would|will|could|that|which|who|a|an|the|each|more|other|others"
    r"|its|his|us|this|across|unless|less|perhaps|always|plus|towards|afterwards)\b)"
)
_COUNTED = rf"(?!{_NOT_COUNTED})[a-z]\w*+(?:[’'-]\w++)*+"
_COUNTED_PLURAL = rf"(?:people|men|women|children|(?!{_NOT_COUNTED})[a-z][\w’'-]*s)\b"


@cache
def _pattern() -> re.Pattern[str]:
    """The pattern of figures and dates; compiling it takes 6 ms, so only when it is needed."""
    words = number_words()
    tens = "|".join(words.tens)
    spelled = rf"(?i:(?:(?:{tens})-)?(?:{'|'.join(words.units)})|{tens})\b"
    scale = rf"(?:{'|'.join(words.scales)})"
    short_scale = "|".join(words.scale_abbreviations)
    number = rf"(?:{_DIGITS}|{spelled}|[Aa](?=\s{scale}))"
    amount = rf"(?:{number})(?:[\s-]{scale}){{0,2}}+"
    currency = rf"(?:(?:{'|'.join(words.currencies)})s?|{'|'.join(words.codes)})"
    figure = rf"""(?<![\w.,/#-])(?<!No\.\s)(?:
    (?P<date>
        {_MONTH}\s{_DAY}(?:,?\s{_YEAR})?(?![\w%]|[.,]\d)
      | {_DAY}\s{_MONTH}(?:,?\s{_YEAR})?(?!\w)
      | {_MONTH}\s{_YEAR}\b
      | \d{{4}}-\d\d-\d\d\b
      | (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b
      | {_YEAR}(?!-|\s{_COUNTED_PLURAL})
    )
  | (?P<time>
        \d\d?(?:[:.]\d\d)?\s?(?:[ap]\.m\.|[ap]m\b|[AP]M\b)
      | (?:\d\d?|{spelled})\so[’']clock\b
    )
  | (?P<money>
        (?P<sign>(?:US|C|A|HK|NZ)?[$£€¥])\s?(?P<sum>{_DIGITS}){_RANGE_END}
            (?:[\s-]?(?P<sumscale>(?:{scale}|{short_scale})\b))?+
      | (?P<amount>{amount})[\s-](?P<currency>{currency})\b
    )
  | (?P<percent>(?P<rate>{amount}){_RANGE_END}(?:\s?%|[\s-]per\s?cent(?:age\spoints?)?\b))
  | (?P<count>(?P<number>{amount})(?![\w%]|[-–:/]\d|-\w*-)
        (?:[\s-](?:(?:{_COUNTED}\s)??(?P<things>{_COUNTED_PLURAL})|(?P<thing>{_COUNTED})))?)
    )"""
    return re.compile(figure, re.VERBOSE)


def _value(parts: dict[str, str | None], kind: FigureKind) -> float | None:
    """The number that the matched ``parts`` stand for."""
    if kind in {FigureKind.DATE, FigureKind.TIME}:
        return None
    number = parts["sum"] or parts["amount"] or parts["rate"] or parts["number"] or ""
    words = re.split(r"[\s-]+", f"{number} {parts['sumscale'] or ''}".lower().strip())
    known = number_words()
    scales = known.scales | known.scale_abbreviations
    value = 0.0
    for word in words:
        if word in scales:
            value = (value or 1.0) * scales[word]
        elif word != "a":
            value += known.units.get(word) or known.tens.get(word) or _digits(word)
    return value


def _digits(word: str) -> float:
    """The number that ``word`` writes in digits; a comma that sets off no thousands is a point."""
    plain = re.sub(r",(?=\d{3}(?!\d))", "", word).replace(",", ".")
    head, _, tail = plain.partition(".")
    return float(f"{head}.{tail.replace('.', '') or 0}")


def _unit(parts: dict[str, str | None], kind: FigureKind) -> str:
    if kind is FigureKind.PERCENT:
        return "%"
    unit = parts["sign"] or parts["currency"] or parts["things"] or parts["thing"] or ""
    words = number_words()
    sign = words.codes.get(unit) or words.currencies.get(singular(unit.lower()))
    return sign or unit.lower()
