"""What the HTML of a text sets higher: exponents, which stay raised, and the marks of notes.

A raised figure behind the end of a sentence is the mark of a note, and where one stands, so is one
behind a word. Behind a unit ("km<sup>2</sup>") or a symbol it is an exponent.
"""

import re

from newsbrief.text.quotation_marks import CLOSING_MARKS

_EXPONENT = re.compile(
    r"(?<=\d)<sup\b[^<>]{0,200}>\s{0,9}([+\u2212-]?\d{1,3})\s{0,9}</sup>", re.IGNORECASE
)
_RAISED_FIGURES = str.maketrans("0123456789+-\u2212", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_FIGURES_ALONE = re.compile(r"\s*[+\u2212-]?\d[\d\s,–]*")
_TAGS = (  # between a word and the mark behind it
    r"((?:</?(?:a|b|cite|em|font|i|q|span|strong|u)\b[^<>]{0,200}>){0,3}?)"
)
_FIGURES = r"\d{1,3}(?:(?:, ?|[–-])\d{1,3}){0,5}"


def _marks(what: str) -> str:
    """A pattern for the elements, one behind the other, that set ``what`` higher."""
    link = r"(?:<a\b[^<>]{0,300}>)?"
    mark = rf"<sup\b[^<>]{{0,200}}>\s{{0,9}}{link}{what}(?:</a>)?\s{{0,9}}</sup>"
    return rf"{mark}(?:,?{mark}){{0,5}}"


_END = rf"(?:(?<=[.!?…{CLOSING_MARKS}])|(?<=&quot;)|(?<=&rdquo;)|(?<=&rsquo;)|(?<=&#8221;))"
_WORD = r"(?:(?<=[^\W\d_]{4})|(?<=(?-i:[A-Z][a-z])[^\W\d_])|(?<=[,:]))"  # no unit: "Lee", "wall"
_BEHIND_END = re.compile(_END + _TAGS + _marks(rf"\[?(?:{_FIGURES}|\*{{1,3}})\]?"), re.IGNORECASE)
_BEHIND_WORD = re.compile(_WORD + _TAGS + _marks(rf"\[?{_FIGURES}\]?"), re.IGNORECASE)
_DAGGERS = re.compile(_marks("[†‡]{1,3}"), re.IGNORECASE)


def raised_figures(text: str) -> str:
    """``text``, which a word processor sets higher, with its figures raised.

    >>> [raised_figures(text) for text in ("2", "1,2", "-3", "nd", "co-op")]
    ['²', '¹,²', '⁻³', 'nd', 'co-op']
    """
    return text.translate(_RAISED_FIGURES) if _FIGURES_ALONE.fullmatch(text) else text


def raised(source: str) -> str:
    """The HTML ``source`` with the figures raised that it raises behind others, without notes.

    >>> raised("10<sup>-6</sup> m<sup>2</sup>, the 3<sup>rd</sup>")
    '10⁻⁶ m<sup>2</sup>, the 3<sup>rd</sup>'
    >>> raised("The wall<sup>1</sup> is 9 m<sup>2</sup>.<sup>2</sup>")
    'The wall is 9 m<sup>2</sup>.'
    """
    if "<sup" not in source.lower():
        return source
    source = _DAGGERS.sub("", source)
    if _BEHIND_END.search(source):
        source = _BEHIND_WORD.sub(r"\1", _BEHIND_END.sub(r"\1", source))
    return _EXPONENT.sub(lambda figure: raised_figures(figure[1]), source)
