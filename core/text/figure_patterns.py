"""The pattern of figures and dates, and of the numbers that are none of them.

Numbers that are no figures are matched too, in the groups "label" and "score", so that no part of
them is read as a figure. Each alternative has an example beside it.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from .numbers import in_any_case, listed, number_words

WEEKDAYS = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# Possessive quantifiers (++) keep the time linear: a long run of digits is read only once.
# No group has one: Python 3.11.2, which Debian 12 has, fails at some. A group takes all that it can
# where the same may not follow it, or where it stands in a lookahead: (?=(?P<it>...))(?P=it).
_SPACED_DIGITS = (
    r"[1-9]\d{0,2}(?:[ \xa0\u202f]\d{3}){1,6}(?![ \xa0\u202f]\d{3}|\d|[.,]\d)"  # "10 000"
)
_PLAIN_DIGITS = r"\d++(?:[.,]\d++)*(?![.,]\d)"
_DIGITS = rf"(?:{_SPACED_DIGITS}|{_PLAIN_DIGITS})"
_MONTH = rf"(?:{MONTHS}|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.?)"
_YEAR = r"(?:1[5-9]|20)\d\d(?![\w%]|[.,]\d)"
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
_NOT_COUNTED = (  # words that follow a number without being what it counts
    r"(?:(?:and|or|to|of|in|on|at|by|for|from|with|as|but|than|when|while|after|before|since|until"
    r"|is|are|was|were|had|has|have|would|will|could|that|which|who|a|an|the|each|more|other|others"
    r"|its|his|us|this|across|unless|less|perhaps|always|plus|towards|afterwards|we|he|she|they|you"
    r"|it|between|against|about|under|over|into|through|during|without|within|so|yet|if|not|also"
    r"|still)\b)"
)
_COUNTED = rf"(?!{_NOT_COUNTED})[a-z]\w*+(?:[’'-]\w++)*(?![’'-]\w)"
_COUNTED_PLURAL = rf"(?:people|men|women|children|(?!{_NOT_COUNTED})[a-z][\w’'-]*s)\b"
_COUNTED_THINGS = rf"(?:{_COUNTED}\s)??{_COUNTED_PLURAL}"
_START = (  # what may stand before a figure; the last is a sign read in the wrong encoding: "Â£"
    r"(?<![\w.,/#-])|(?<=\bmid-)|(?<=\bpre-)|(?<=\bpost-)|(?<=Â)"
)
_VERSION = (  # not "1.200.000" and not a date
    r"(?!\d{1,3}(?:\.\d{3})+(?!\.?\d)|\d\d?\.\d\d?\.\d{4}\b)\d++(?:\.\d++){2,}"
)
_AND_MORE = r"(?:,|\sand|\sor|\sto|[–-])\s?"  # between the numbers of pages
_ONE_WORD = rf"(?:{_PLAIN_DIGITS}|[a-z]{{3,9}})"  # a number, where only a number can stand
_SIGNS = "$£€¥₹₦₩₽₺₪฿₱₫"
_PART_OF_WHOLE = (  # what "a third" stands before as a share, and not as a place in a row
    r"(?=\s(?:of|full|empty|more|less|fewer|lower|higher|bigger|smaller|cheaper|the|its|their)\b)"
)
_BY = r"(?:(?<=\bby\s)|(?<=\bthan\s)|(?<=\bnearly\s)|(?<=\balmost\s)|(?<=\babout\s))"
_SPANS_OF_TIME = r"(?:seconds|minutes|hours|days|weeks|months|years|games|matches|overs|starts)"


class _Terms(NamedTuple):
    """The patterns that several kinds of figure are made of."""

    few: str  # "one" to "ten"
    tens: str  # "twenty" to "ninety"
    scale: str  # "million"
    short_scale: str  # "bn"
    any_scale: str  # either, with the space before it
    number: str  # "12", "twenty-three", the "a" of "a million"
    amount: str  # a number with its scale
    part: str  # "third"
    parts: str  # "two-thirds", "a quarter"
    currency: str  # "euros"
    code: str  # "CHF"


@cache
def _terms() -> _Terms:
    words = number_words()
    units, tens = list(words.units), in_any_case(words.tens)
    spelled = rf"(?:(?:{tens}[-\s])?{in_any_case(units)}|{tens})\b"
    scale = rf"(?:{'|'.join(words.scales)})"
    short_scale = rf"(?:{'|'.join(words.scale_abbreviations)})"
    times = rf"[\s-]{scale}\b"
    number = rf"(?:{_DIGITS}|{spelled}|[Aa](?=\s{scale}\b))"
    few = in_any_case(units[:10])
    part = rf"(?:{'|'.join(words.fractions)})"
    return _Terms(
        few=few,
        tens=tens,
        scale=scale,
        short_scale=short_scale,
        any_scale=rf"(?:[\s-]?(?:{scale}|{short_scale})\b)",
        number=number,
        amount=rf"(?:{number})(?:{times}(?:{times}|(?!{times}))|(?!{times}))",
        part=part,
        parts=rf"(?:{few}[\s-]{part}s?|(?:[Aa]|[Oo]ne)[\s-]{part})\b",
        currency=rf"(?:{_any(words.currencies)})s?\b",
        code=rf"(?:{_any(words.codes)})",
    )


@cache
def number_pattern() -> re.Pattern[str]:
    """A digit, or a word that figures have: where there is none, there is no figure.

    Two sentences in three have none, and to see it takes a fifth of the time of the whole pattern.
    """
    words = number_words()
    known = (words.units, words.tens, words.scales, words.fractions, ("half",))
    return re.compile(
        rf"\d|\b(?i:{'|'.join(word for part in known for word in part)})|day\b|\b{_MONTH}\b"
    )


@cache
def figure_pattern() -> re.Pattern[str]:
    """The pattern: its groups are those of ``FigureKind``, "label" and "score", and their parts.

    Compiling it takes some 20 ms, so it is made when it is needed.
    """
    kinds = {
        "label": _labels(),
        "date": _dates(),
        "time": _times(),
        "money": _money(),
        "percent": _shares(),
        "count": _counts(),
        "score": r"\d++(?:\s?[–:/-]\s?\d++)+",
    }
    any_kind = "|".join(f"(?P<{kind}>{pattern})" for kind, pattern in kinds.items())
    return re.compile(rf"(?:{_START})(?:{any_kind})", re.VERBOSE)


def _labels() -> str:
    """Numbers that name, place or rank something, or are an age."""
    t = _terms()
    names = _any(listed("numbered"))
    return rf"""
        (?i:{names})\.?\s(?:  # Article 5; pages 12 to 14; stage two
            \#?\d[\w.]*+(?:{_AND_MORE}\d++)*(?!{_AND_MORE}\d)
          | {t.few}\b(?!\s{_COUNTED_PLURAL})
        )(?!\sper\scent|%)
      | \d{{1,5}}[a-z]?\s(?:[A-Z][\w’'.-]*\s){{1,3}}(?:{_any(listed("streets"))})\b  # 12 Mill Lane
      | {_VERSION}  # 3.2.1
      | (?:\+\d{{1,3}}\s?(?:\(0\))?|0)\d{{2,4}}(?:[\s-]\d{{3,8}}){{1,4}}\b  # 020 7946 0018
      | (?:\(?\d{{3}}\)?[\s-])?\d{{3}}-\d{{4}}\b  # 555-0134
      | (?i:call|dial|ring|phone|text)(?:\son)?\s  # dial 999
            \d{{3,}}(?:[\s-]\d{{3,}})*\b(?!\s{_COUNTED_PLURAL})
      | (?i:aged?)(?:\sof|\sbetween)?\s  # aged nine; ages 12 to 15
            {_ONE_WORD}(?:\s?(?:and|to|[–-])\s?{_ONE_WORD})?\b
      | {_ONE_WORD}[\s-](?:year|month|week|day)s?[\s-]old  # a 12-year-old
      | [A-Z]{{1,2}}\d[\dA-Z]?\s\d[A-Z]{{2}}\b  # SW1A 2AA
      | \d0s\b  # in his 40s
      | {t.few}-(?:all|nil|one|two)\b  # drawn two-all
      | {t.tens}-(?:first|second|{t.part}|[a-z]{{4,5}}th)\b  # the twenty-first year
    """


def _dates() -> str:
    """Days, months with a day or a year, years, seasons and decades, weekdays."""
    zones = _any(listed("zones"))
    return rf"""
        {_MONTH}\s{_DAY}(?:\s?[–-]\s?{_DAY})?(?:,?\s{_YEAR})?(?![\w%]|[.,:]\d)  # May 4, 2026
      | {_DAY}(?:\s?(?:[–-]|to|and)\s?{_DAY})?\s(?:of\s)?{_MONTH}(?:,?\s{_YEAR})?(?!\w)
      | {_MONTH}\s{_YEAR}\b
      | \d{{4}}-\d\d-\d\d\b
      | \d\d?/\d\d?/(?:\d\d){{1,2}}\b  # 12/05/2024
      | \d\d?\.\d\d?\.(?:19|20)\d\d\b  # 12.05.2024
      | (?:1[5-9]|20)\d0s\b  # the 1990s
      | (?:1[5-9]|20)\d\d[–/-]\d\d(?:\d\d)?(?![\w–/-])  # 2024-25
      | {WEEKDAYS}\b
      | (?<=\bsince\s)1\d{{3}}\b  # since 1497
      | {_YEAR}(?!-|\s{_COUNTED_PLURAL}|\s?(?:{zones})\b)
    """


def _times() -> str:
    """Times of day; those of a bare clock ("17:46") in the group "clock"."""
    zones = _any(listed("zones"))
    return rf"""
        \d\d?(?:[:.]\d\d)?(?:\s?[–-]\s?\d\d?(?:[:.]\d\d)?)?\s?  # 9.30am; 10-11 a.m.
            (?:[ap]\.m\.|[ap]m\b|[AP]M\b)
      | {_ONE_WORD}\so[’']clock\b
      | (?:[01]\d|2[0-3])[0-5]\d\s?(?:{zones})\b  # 1400 GMT
      | (?P<clock>(?:[01]\d|2[0-3]):[0-5]\d|(?<=\bat\s)\d:[0-5]\d)(?![\d:])
    """


def _money() -> str:
    """Sums of money, and ranges of them."""
    t = _terms()
    sign = rf"""(?:
        (?:[A-Z]{{1,3}})?[{_SIGNS}]  # $; S$; ₹
      | {t.code}(?=\s?\d)  # CHF; Rs
      | [RN](?=\d[\d.,\s]*+(?:{t.short_scale}|{t.scale})\b|\d{{1,3}},\d{{3}})  # R4bn, not R101
    )"""
    return rf"""
        (?P<sign>{sign})\s?(?P<sum>{_DIGITS})(?P<sumscale>{t.any_scale})?
            (?P<moneyto>  # £1.2bn-£1.5bn; $5 to $7 million
                \s?(?P<moneyjoin>[–—-]|to)\s?(?:{sign}\s?)?
                (?P<moneytop>{_DIGITS})(?P<topscale>{t.any_scale})?
            )?
      | [Hh]alf\sa\s(?P<halfsum>{t.scale})[\s-](?P<halfcurrency>{t.currency})
      | (?P<amount>{t.amount}|{_DIGITS}{t.short_scale})[\s-]  # 2 million Canadian dollars
            (?:[A-Z][a-z]+\s)?(?P<currency>{t.currency}|{t.code}\b)
      | (?P<coins>\d{{1,3}})(?P<coin>[pc])\b  # 95p
    """


def _shares() -> str:
    """Percentages, fractions and "one in five"."""
    t = _terms()
    return rf"""
        (?P<rate>{t.amount})  # 15-20%; five to seven per cent
            (?=(?P<ratetop>(?:
                (?:\s?[–-]\s?|\sto\s){_ONE_WORD}|\s?%\s?[–-]\s?{_ONE_WORD}(?=\s?%)
            )?))(?P=ratetop)
            (?:\s?%|[\s-]per\s?cent(?:age\spoints?)?\b|\s?(?:pct|pc|p\.c\.)(?!\w))
      | (?P<share>{t.parts})(?![-’']|\sof\sa\s(?:{t.scale}|century)|\s(?:party|time|place)\b)
            (?:  # two-thirds; one third; a third where "of" or "full" follows
                (?<=s)|(?<=(?i:one)[\s-]\w{{5}})|(?<=(?i:one)[\s-]\w{{6}})
              | (?<=(?i:one)[\s-]\w{{7}})|{_PART_OF_WHOLE}
            )
      | {_BY}(?P<fall>a\s{t.part})\b  # by a third
            (?![-’']|\s(?!{_NOT_COUNTED})[a-z]|\sof\sa\s{t.scale})
      | (?<!first\s)(?<!second\s)(?<!other\s)(?<!latter\s)(?P<half>[Hh]alf)  # half of them
            (?=\s(?:of|the|its|their|his|her|our|all|those|these)\b)
      | {_BY}(?P<halved>half)\b(?![-’'])(?!\s(?:an?|past)\b)  # by half
      | (?P<few>\b{t.few}|\d)\s(?:in|out\sof)\s(?:every\s)?  # nine out of ten
            (?P<many>{t.few}|\d{{1,3}}(?:,000)?)
            \b(?![\w:.%-]|\s(?:{t.scale}|{_MONTH}|{_SPANS_OF_TIME})\b)
    """


def _counts() -> str:
    """All other numbers, with what they count or measure."""
    t = _terms()
    metres = _any(listed("metres"))
    return rf"""
        (?P<degrees>[-−]?\d{{1,3}}(?:\.\d+)?)(?P<degree>\s?°\s?[CF]?|[CF])(?!\w)  # -4C
      | (?P<minus>[-−]\d{{1,3}}(?:\.\d+)?)\s(?P<below>degrees)\b
      | (?P<short>{_DIGITS})(?P<shortscale>{t.short_scale})\s(?!(?:{metres})\b)  # 40m users
            (?:{_COUNTED}\s)??(?P<shortthings>{_COUNTED_PLURAL})
      | (?P<decimal>\d++\.\d++)(?P<decimalscale>{t.short_scale})\b(?!\s(?:{metres})\b)  # 1.2bn
      | (?P<measured>{_DIGITS})(?P<measure>{_any(listed("measures"))})(?!\w)  # 70mph
      | (?P<halfof>[Hh]alf)\san?\s(?:
            (?P<halfscale>{t.scale})\b(?:\s(?P<halfthings>{_COUNTED}))?  # half a million people
          | (?P<halfunit>hour|mile|day|year|century|decade|minute|acre|tonne|ton|point)\b
        )
      | (?P<partof>{t.parts})\sof\sa\s(?P<partscale>{t.scale})\b  # a quarter of a million
            (?:\s(?P<partthings>{_COUNTED}))?
      | (?P<number>{t.amount})(?P<plushalf>\sand\sa\shalf\b)?
            (?=(?P<upto>(?:  # 10-15 minutes; five to seven people
                (?P<join>\s?[–-]\s?(?=\S+\s(?:{t.scale}|{_COUNTED_THINGS})\b)|\sto\s)
                (?P<top>{t.amount})
            )?))(?P=upto)
            (?![\w%]|[-–:/]\d|-\w*-)
            (?:[\s-](?:(?:{_COUNTED}\s)??(?P<things>{_COUNTED_PLURAL})|(?P<thing>{_COUNTED})))?
    """


def _any(alternatives: Iterable[str]) -> str:
    """A pattern for one of ``alternatives``, a longer one before those that it starts with."""
    return "|".join(map(re.escape, sorted(alternatives, reverse=True)))
