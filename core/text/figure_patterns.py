"""The pattern of figures and dates, and of the numbers that are none of them.

Numbers that are no figures are matched too, in the group "label", so that no part of them is read
as a figure: versions, telephone numbers, addresses, ages, scores, "Article 5".
"""

import re
from collections.abc import Iterable
from functools import cache

from .numbers import listed, number_words

# Possessive quantifiers (++) keep the time linear: a long run of digits is read only once.
_SPACED_DIGITS = r"[1-9]\d{0,2}(?:[ \xa0\u202f]\d{3})++(?!\d|[.,]\d)"  # "10 000"
_DIGITS = rf"(?:{_SPACED_DIGITS}|\d++(?:[.,]\d++)*+)"
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\.?)"
)
_YEAR = r"(?:1[5-9]|20)\d\d(?![\w%]|[.,]\d)"
_DAY = r"[0-3]?\d(?:st|nd|rd|th)?"
_NOT_COUNTED = (  # words that follow a number without being what it counts
    r"(?:(?:and|or|to|of|in|on|at|by|for|from|with|as|but|than|when|while|after|before|since|until"
    r"|is|are|was|were|had|has|have|would|will|could|that|which|who|a|an|the|each|more|other|others"
    r"|its|his|us|this|across|unless|less|perhaps|always|plus|towards|afterwards|we|he|she|they|you"
    r"|it|between|against|about|under|over|into|through|during|without|within|so|yet|if|not|also"
    r"|still)\b)"
)
_COUNTED = rf"(?!{_NOT_COUNTED})[a-z]\w*+(?:[’'-]\w++)*+"
_COUNTED_PLURAL = rf"(?:people|men|women|children|(?!{_NOT_COUNTED})[a-z][\w’'-]*s)\b"
_ONE_WORD = r"(?:\d++(?:[.,]\d++)*+|[a-z]{3,9})"  # a number, where only a number can stand
_SIGNS = "$£€¥₹₦₩₽₺₪฿₱₫"
_PART_OF_WHOLE = (  # what "a third" stands before as a share, and not as a place in a row
    r"(?=\s(?:of|full|empty|more|less|fewer|lower|higher|bigger|smaller|cheaper|the|its|their)\b)"
)
_BY = r"(?:(?<=\bby\s)|(?<=\bthan\s)|(?<=\bnearly\s)|(?<=\balmost\s)|(?<=\babout\s))"
_SPANS_OF_TIME = r"(?:seconds|minutes|hours|days|weeks|months|years|games|matches|overs|starts)"


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
    """The pattern; compiling it takes some 15 ms, so only when it is needed."""
    words = number_words()
    tens = "|".join(words.tens)
    spelled = rf"(?i:(?:(?:{tens})[-\s])?(?:{'|'.join(words.units)})|{tens})\b"
    scale = rf"(?:{'|'.join(words.scales)})"
    short_scale = rf"(?:{'|'.join(words.scale_abbreviations)})"
    number = rf"(?:{_DIGITS}|{spelled}|[Aa](?=\s{scale}\b))"
    amount = rf"(?:{number})(?:[\s-]{scale}\b){{0,2}}+"
    currency = rf"(?:{_any(words.currencies)})s?\b"
    code = rf"(?:{_any(words.codes)})"
    sign = (
        rf"(?:(?:[A-Z]{{1,3}})?[{_SIGNS}]|{code}(?=\s?\d)"
        rf"|[RN](?=\d[\d.,\s]*+(?:{short_scale}|{scale})\b|\d{{1,3}},\d{{3}}))"
    )
    any_scale = rf"(?:[\s-]?(?:{scale}|{short_scale})\b)"
    part = rf"(?:{'|'.join(words.fractions)})"
    few = rf"(?i:{'|'.join(list(words.units)[:10])})"
    parts = rf"(?:{few}[\s-]{part}s?|(?:[Aa]|[Oo]ne)[\s-]{part})\b"
    figure = rf"""(?:(?<![\w.,/#-])|(?<=\bmid-)|(?<=\bpre-)|(?<=\bpost-)
        |(?<=Â))(?:  # a sign that was read in the wrong encoding
    (?P<label>
        (?i:{_any(listed("numbered"))})\.?\s(?:\#?\d[\w.]*+(?:(?:,|\sand|\sor|\sto|[–-])\s?\d++)*+
            |{few}\b(?!\s{_COUNTED_PLURAL}))(?!\sper\scent|%)
      | \d{{1,5}}[a-z]?\s(?:[A-Z][\w’'.-]*\s){{1,3}}(?:{_any(listed("streets"))})\b
      | (?!\d{{1,3}}(?:\.\d{{3}})++(?!\.?\d)|\d\d?\.\d\d?\.\d{{4}}\b)\d++(?:\.\d++){{2,}}+
      | (?:\+\d{{1,3}}\s?(?:\(0\))?|0)\d{{2,4}}(?:[\s-]\d{{3,8}}){{1,4}}\b
      | \(?\d{{3}}\)?[\s-]\d{{3}}-\d{{4}}\b
      | \d{{3}}-\d{{4}}\b
      | (?i:call|dial|ring|phone|text)(?:\son)?\s\d{{3,}}(?:[\s-]\d{{3,}})*\b(?!\s{_COUNTED_PLURAL})
      | (?i:aged?)(?:\sof|\sbetween)?\s{_ONE_WORD}(?:\s?(?:and|to|[–-])\s?{_ONE_WORD})?\b
      | {_ONE_WORD}[\s-](?:year|month|week|day)s?[\s-]old
      | [A-Z]{{1,2}}\d[\dA-Z]?\s\d[A-Z]{{2}}\b
      | \d0s\b
      | (?i:{tens})-(?:first|second|{part}|[a-z]{{4,5}}th)\b
    )
  | (?P<date>
        {_MONTH}\s{_DAY}(?:\s?[–-]\s?{_DAY})?(?:,?\s{_YEAR})?(?![\w%]|[.,:]\d)
      | {_DAY}(?:\s?(?:[–-]|to|and)\s?{_DAY})?\s(?:of\s)?{_MONTH}(?:,?\s{_YEAR})?(?!\w)
      | {_MONTH}\s{_YEAR}\b
      | \d{{4}}-\d\d-\d\d\b
      | \d\d?/\d\d?/(?:\d\d){{1,2}}\b
      | \d\d?\.\d\d?\.(?:19|20)\d\d\b
      | (?:1[5-9]|20)\d0s\b
      | (?:1[5-9]|20)\d\d[–/-]\d\d(?:\d\d)?(?![\w–/-])
      | (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b
      | {_YEAR}(?!-|\s{_COUNTED_PLURAL}|\s?(?:{_any(listed("zones"))})\b)
    )
  | (?P<time>
        \d\d?(?:[:.]\d\d)?(?:\s?[–-]\s?\d\d?(?:[:.]\d\d)?)?\s?(?:[ap]\.m\.|[ap]m\b|[AP]M\b)
      | {_ONE_WORD}\so[’']clock\b
      | (?:[01]\d|2[0-3])[0-5]\d\s?(?:{_any(listed("zones"))})\b
      | (?P<clock>(?:[01]\d|2[0-3]):[0-5]\d|(?<=\bat\s)\d:[0-5]\d)(?![\d:])
    )
  | (?P<money>
        (?P<sign>{sign})\s?(?P<sum>{_DIGITS})(?P<sumscale>{any_scale})?+
            (?P<moneyto>\s?(?P<moneyjoin>[–—-]|to)\s?(?:{sign}\s?)?(?P<moneytop>{_DIGITS})
                (?P<topscale>{any_scale})?+)?+
      | (?P<amount>{amount}|{_DIGITS}{short_scale})[\s-](?P<currency>{currency}|{code}\b)
      | (?P<coins>\d{{1,3}})(?P<coin>[pc])\b
    )
  | (?P<percent>
        (?P<rate>{amount})(?:(?:\s?[–-]\s?|\sto\s){_ONE_WORD}|\s?%\s?[–-]\s?{_ONE_WORD}(?=\s?%))?+
            (?:\s?%|[\s-]per\s?cent(?:age\spoints?)?\b|\s?(?:pct|pc|p\.c\.)(?!\w))
      | (?P<share>{parts})(?![-’']|\sof\sa\s(?:{scale}|century)|\s(?:party|time|place)\b)
            (?:(?<=s)|(?<=(?i:one)[\s-]\w{{5}})|(?<=(?i:one)[\s-]\w{{6}})|(?<=(?i:one)[\s-]\w{{7}})
             |{_PART_OF_WHOLE})
      | {_BY}(?P<fall>a\s{part})\b(?![-’']|\s(?!{_NOT_COUNTED})[a-z]|\sof\sa\s{scale})
      | (?<!first\s)(?<!second\s)(?<!other\s)(?<!latter\s)
            (?P<half>[Hh]alf)(?=\s(?:of|the|its|their|his|her|our|all|those|these)\b)
      | {_BY}(?P<halved>half)\b(?![-’'])(?!\s(?:an?|past)\b)
      | (?P<few>\b{few}|\d)\s(?:in|out\sof)\s(?:every\s)?(?P<many>{few}|\d{{1,3}}(?:,000)?)
            \b(?![\w:.%-]|\s(?:{scale}|{_MONTH}|{_SPANS_OF_TIME})\b)
    )
  | (?P<count>
        (?P<degrees>[-−]?\d{{1,3}}(?:\.\d+)?)(?P<degree>\s?°\s?[CF]?|[CF])(?!\w)
      | (?P<minus>[-−]\d{{1,3}}(?:\.\d+)?)\s(?P<below>degrees)\b
      | (?P<short>{_DIGITS})(?P<shortscale>{short_scale})(?=\s(?:{_COUNTED}\s)?{_COUNTED_PLURAL})
            (?!\s(?:{_any(listed("metres"))})\b)
            \s(?:(?:{_COUNTED}\s)??(?P<shortthings>{_COUNTED_PLURAL}))
      | (?P<decimal>\d++\.\d++)(?P<decimalscale>{short_scale})\b
            (?!\s(?:{_any(listed("metres"))})\b)
      | (?P<measured>{_DIGITS})(?P<measure>{_any(listed("measures"))})(?!\w)
      | (?P<halfof>[Hh]alf)\san?\s(?:(?P<halfscale>{scale})\b(?:\s(?P<halfthings>{_COUNTED}))?
            |(?P<halfunit>hour|mile|day|year|century|decade|minute|mile|acre|tonne|ton|point)\b)
      | (?P<partof>{parts})\sof\sa\s(?P<partscale>{scale})\b(?:\s(?P<partthings>{_COUNTED}))?
      | (?P<number>{amount})(?P<plushalf>\sand\sa\shalf\b)?
            (?P<upto>(?P<join>\s?[–-]\s?(?=\S+\s(?:{scale}|(?:{_COUNTED}\s)??{_COUNTED_PLURAL})\b)|\sto\s)
                (?P<top>{amount}))?+
            (?![\w%]|[-–:/]\d|-\w*-)
            (?:[\s-](?:(?:{_COUNTED}\s)??(?P<things>{_COUNTED_PLURAL})|(?P<thing>{_COUNTED})))?
    )
  | (?P<score>\d++(?:\s?[–:/-]\s?\d++)++)
    )"""
    return re.compile(figure, re.VERBOSE)


def _any(alternatives: Iterable[str]) -> str:
    """A pattern for one of ``alternatives``, a longer one before those that it starts with."""
    return "|".join(map(re.escape, sorted(alternatives, reverse=True)))
