"""The figures and dates of a text: sums of money, percentages, counts, days and times of day.

Found by form alone, in English conventions; ordinals ("the third"), scores and numbers that are
part of a name ("F-16", "No. 5") are left out.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from newsbrief.spans import fold


class FigureKind(StrEnum):
    """What a figure measures."""

    MONEY = "money"
    PERCENT = "percent"
    COUNT = "count"  # "64 people", "a magnitude of 6.8"
    DATE = "date"  # a day, month, year or weekday
    TIME = "time"  # of day


class Figure(NamedTuple):
    """A figure of a text: its words there, white space folded, and their span.

    ``value`` is the number in units of one ("€1.2 million" is 1200000.0), None for dates and times;
    ``unit`` is the currency, by its sign if it has one, "%", or the word counted, in lower case
    ("" where there is none).
    """

    kind: FigureKind
    text: str
    start: int
    end: int
    value: float | None
    unit: str


def figures(text: str, start: int = 0, end: int | None = None) -> Iterator[Figure]:
    """The figures of ``text[start:end]``, in order; offsets count from the start of ``text``.

    >>> found = figures("Revenue fell 6.2% to €1.87 billion on Sept. 30, and two ships were sold.")
    >>> [f"{figure.kind}: {figure.text}" for figure in found]
    ['percent: 6.2%', 'money: €1.87 billion', 'date: Sept. 30', 'count: two ships']
    """
    for found in _figure().finditer(text, start, len(text) if end is None else end):
        if found[0].lower() == "one":  # mostly the pronoun
            continue
        kind = FigureKind(str(found.lastgroup))
        parts = found.groupdict()
        yield Figure(kind, fold(found[0]), *found.span(), _value(parts, kind), _unit(parts, kind))


_SMALL = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SPELLED = {word: float(i) for i, word in enumerate(_SMALL, 1)} | {
    word: 10.0 * i for i, word in enumerate(_TENS, 2)
}
_SCALES = dict.fromkeys(("thousand", "k"), 1e3) | dict.fromkeys(("million", "mn", "m"), 1e6)
_SCALES |= dict.fromkeys(("billion", "bn"), 1e9) | dict.fromkeys(("trillion", "tn"), 1e12)
_SCALES |= {"dozen": 12.0, "hundred": 1e2}

# Possessive quantifiers: a long run of digits is read once, whatever follows it.
_DIGITS = r"\d++(?:[.,]\d++)*+"
_WORDS = rf"(?i:(?:(?:{'|'.join(_TENS)})-)?(?:{'|'.join(_SMALL)})|{'|'.join(_TENS)})\b"
_SCALE = r"(?:hundred|thousand|million|billion|trillion|dozen)"
_LONG = rf"(?:{_DIGITS}|{_WORDS}|[Aa](?=\s{_SCALE}))"
_AMOUNT = rf"(?:{_LONG})(?:[\s-]{_SCALE}){{0,2}}+"
_RANGE = rf"(?:\s?[–-]\s?[$£€¥]?{_DIGITS})?+"  # "$5-7 million": the value is the lower one
_CURRENCY = (
    r"(?:dollars?|euros?|pounds?|yen|yuan|crowns?|kron(?:er|or)|francs?|pesos?|rubles?|roubles?"
    r"|rupees?|cents?|pence|USD|EUR|GBP|CHF)"
)
_SIGNS = {"dollar": "$", "usd": "$", "euro": "€", "eur": "€", "pound": "£", "gbp": "£", "yen": "¥"}
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
_WORD = rf"(?!{_NOT_COUNTED})[a-z]\w*+(?:[’'-]\w++)*+"
_PLURAL = rf"(?:people|men|women|children|(?!{_NOT_COUNTED})[a-z][\w’'-]*s)\b"

_FIGURE = rf"""(?<![\w.,/#-])(?<!No\.\s)(?:
    (?P<date>
        {_MONTH}\s{_DAY}(?:,?\s{_YEAR})?(?![\w%]|[.,]\d)
      | {_DAY}\s{_MONTH}(?:,?\s{_YEAR})?(?!\w)
      | {_MONTH}\s{_YEAR}\b
      | \d{{4}}-\d\d-\d\d\b
      | (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b
      | {_YEAR}(?!-|\s{_PLURAL})
    )
  | (?P<time>\d\d?(?:[:.]\d\d)?\s?(?:[ap]\.m\.|[ap]m\b|[AP]M\b)|(?:\d\d?|{_WORDS})\so[’']clock\b)
  | (?P<money>
        (?P<sign>(?:US|C|A|HK|NZ)?[$£€¥])\s?(?P<sum>{_DIGITS}){_RANGE}
            (?:[\s-]?(?P<sumscale>(?:{_SCALE}|bn|mn?|tn|k)\b))?+
      | (?P<amount>{_AMOUNT})[\s-](?P<currency>{_CURRENCY})\b
    )
  | (?P<percent>(?P<rate>{_AMOUNT}){_RANGE}(?:\s?%|[\s-]per\s?cent(?:age\spoints?)?\b))
  | (?P<count>(?P<number>{_AMOUNT})(?![\w%]|[-–:/]\d|-\w*-)
        (?:[\s-](?:(?:{_WORD}\s)??(?P<things>{_PLURAL})|(?P<thing>{_WORD})))?)
    )"""


@cache
def _figure() -> re.Pattern[str]:
    """The pattern of figures; compiled when one is looked for, as that takes 6 ms."""
    return re.compile(_FIGURE, re.VERBOSE)


def _value(parts: dict[str, str | None], kind: FigureKind) -> float | None:
    """The number that the matched ``parts`` stand for."""
    if kind in {FigureKind.DATE, FigureKind.TIME}:
        return None
    number = parts["sum"] or parts["amount"] or parts["rate"] or parts["number"] or ""
    words = re.split(r"[\s-]+", f"{number} {parts['sumscale'] or ''}".lower().strip())
    value = 0.0
    for word in words:
        if word in _SCALES:
            value = (value or 1.0) * _SCALES[word]
        elif word != "a":
            value += _SPELLED.get(word) or _digits(word)
    return value


def _digits(word: str) -> float:
    """The value of digits with English marks; commas that part no thousands count as points."""
    plain = re.sub(r",(?=\d{3}(?!\d))", "", word).replace(",", ".")
    head, _, tail = plain.partition(".")
    return float(f"{head}.{tail.replace('.', '') or 0}")


def _unit(parts: dict[str, str | None], kind: FigureKind) -> str:
    if kind is FigureKind.PERCENT:
        return "%"
    unit = parts["sign"] or parts["currency"] or parts["things"] or parts["thing"] or ""
    return _SIGNS.get(unit.lower().rstrip("s"), unit.lower())
