"""Words for numbers, measures and currencies, from ``data/numbers.txt``."""

from functools import cache
from typing import NamedTuple

from .packaged import sections, word_set


class NumberWords(NamedTuple):
    """The words that figures are written with, in lower case unless they are codes."""

    units: dict[str, float]  # "one" to "nineteen", with what they stand for
    tens: dict[str, float]  # "twenty" to "ninety"
    scales: dict[str, float]  # "million", with what they multiply by
    scale_abbreviations: dict[str, float]  # "bn", likewise
    fractions: dict[str, float]  # "third", in the singular, with how many make one
    currencies: dict[str, str]  # in the singular, each with its sign, "" where it has none
    codes: dict[str, str]  # "USD", likewise


@cache
def number_words() -> NumberWords:
    """The words of the list."""
    listed = sections("numbers.txt")
    units = " ".join(listed["one to nineteen"]).split()
    tens = " ".join(listed["tens"]).split()
    return NumberWords(
        units={word: float(number) for number, word in enumerate(units, 1)},
        tens={word: 10.0 * number for number, word in enumerate(tens, 2)},
        scales=_scales(listed["scales"]),
        scale_abbreviations=_scales(listed["scale abbreviations"]),
        fractions=_scales(listed["fractions"]),
        currencies=_signs(listed["currencies"]),
        codes=_signs(listed["currency codes"]),
    )


def listed(section: str) -> frozenset[str]:
    """The words under the heading ``[section]`` of the list."""
    return word_set("numbers.txt", section)


def _scales(lines: tuple[str, ...]) -> dict[str, float]:
    return {word: float(scale) for scale, *words in map(str.split, lines) for word in words}


def _signs(lines: tuple[str, ...]) -> dict[str, str]:
    return {word: sign for word, _, sign in (line.partition(" ") for line in lines)}
