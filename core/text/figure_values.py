"""What a matched figure is worth: the number that its digits or words stand for, and its unit.

``Parts`` are the groups of ``figure_pattern`` by name, "" for those that did not match.
"""

import re
from collections.abc import Callable, Mapping

from .numbers import number_words
from .stems import singular

Parts = Mapping[str, str]

_DIGIT_GROUPS = re.compile(r"(?<=\d)[ \xa0\u202f](?=\d{3})")
_BETWEEN_WORDS = re.compile(r"[\s-]+|(?<=\d)(?=[a-z])")
_COINS = {"p": "pence", "c": "cents"}
_UNITS = (  # the groups that name a unit
    "sign",
    "currency",
    "halfcurrency",
    "things",
    "thing",
    "shortthings",
    "measure",
    "halfthings",
    "halfunit",
    "partthings",
)


def number(written: str, scale: str = "") -> float:
    """The number ``written``, in digits or in words, times its ``scale`` if it has one.

    >>> number("twenty-three"), number("10 000"), number("1,2", "bn")
    (23.0, 10000.0, 1200000000.0)
    """
    known = number_words()
    scales = known.scales | known.scale_abbreviations
    value = 0.0
    for word in _BETWEEN_WORDS.split(_DIGIT_GROUPS.sub("", f"{written} {scale}".lower()).strip()):
        if word in scales:
            value = (value or 1.0) * scales[word]
        elif word not in {"a", "an"}:
            value += known.units.get(word) or known.tens.get(word) or _digits(word)
    return value


def fraction(written: str) -> float:
    """The number that a fraction in words stands for.

    >>> fraction("three-quarters"), fraction("a fifth")
    (0.75, 0.2)
    """
    parts, part = re.split(r"[\s-]+(?=\w+$)", written.lower())
    return (number(parts) or 1.0) / number_words().fractions[part.rstrip("s")]


def value(parts: Parts) -> float:
    """The number that the matched ``parts`` of a sum, share or count stand for.

    Of a range it is the lower one; of a share it is in per cent.
    """
    read = next(reader for group, reader in _READERS.items() if parts[group])
    return float(f"{read(parts):.12g}")  # 8.2 times a billion is 8199999999.999999


def unit(parts: Parts) -> str:
    """The unit of a sum or count in lower case, a currency by its sign; "" where there is none."""
    if parts["coin"]:
        return _COINS[parts["coin"]]
    if parts["degree"] or parts["below"]:
        return "degrees"
    written = next((parts[group] for group in _UNITS if parts[group]), "").strip()
    words = number_words()
    sign = words.codes.get(written) or words.currencies.get(singular(written.lower()))
    return sign or written.lower()


def _digits(word: str) -> float:
    """The number that ``word`` writes in digits; a comma that sets off no thousands is a point."""
    plain = re.sub(r",(?=\d{3}(?!\d))", "", word).replace(",", ".")
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}", plain):  # "1.200.000"
        plain = plain.replace(".", "")
    head, _, tail = plain.partition(".")
    return float(f"{head}.{tail.replace('.', '') or 0}")


def _degrees(parts: Parts) -> float:
    written = parts["minus"] or parts["degrees"]
    degrees = number(written.lstrip("-−"))
    return degrees if written[0].isdigit() else -degrees


def _counted(parts: Parts) -> float:
    """A count: "two and a half", or the lower one of "five to seven million"."""
    count, top = number(parts["number"]), parts["top"]
    if top and count < number(top) and not _scale(parts["number"]) > 1:
        count *= _scale(top)
    return count + (0.5 if parts["plushalf"] else 0)


def _scale(written: str) -> float:
    """What the words for scales in ``written`` multiply by: a million for "seven million"."""
    scale = 1.0
    for word in _BETWEEN_WORDS.split(written.lower()):
        scale *= number_words().scales.get(word, 1.0)
    return scale


# By the group whose match tells the form of the figure, in the order in which they are asked.
_READERS: dict[str, Callable[[Parts], float]] = {
    "share": lambda parts: 100 * fraction(parts["share"]),
    "fall": lambda parts: 100 * fraction(parts["fall"]),
    "half": lambda _: 50.0,
    "halved": lambda _: 50.0,
    "few": lambda parts: 100 * number(parts["few"]) / max(number(parts["many"]), 1.0),
    "halfsum": lambda parts: _scale(parts["halfsum"]) / 2,
    "halfof": lambda parts: _scale(parts["halfscale"]) / 2,
    "partof": lambda parts: fraction(parts["partof"]) * _scale(parts["partscale"]),
    "minus": _degrees,
    "degrees": _degrees,
    "short": lambda parts: number(parts["short"], parts["shortscale"]),
    "decimal": lambda parts: number(parts["decimal"], parts["decimalscale"]),
    "sum": lambda parts: number(parts["sum"], parts["sumscale"] or parts["topscale"]),
    "amount": lambda parts: number(parts["amount"]),
    "coins": lambda parts: number(parts["coins"]),
    "rate": lambda parts: number(parts["rate"]),
    "measured": lambda parts: number(parts["measured"]),
    "number": _counted,
}
