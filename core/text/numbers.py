"""Words for numbers, measures and currencies, from ``data/numbers.txt``."""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from .packaged import levels, sections, word_set


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
        scales=levels(listed["scales"]),
        scale_abbreviations=levels(listed["scale abbreviations"]),
        fractions=levels(listed["fractions"]),
        currencies=_signs(listed["currencies"]),
        codes=_signs(listed["currency codes"]),
    )


def listed(section: str) -> frozenset[str]:
    """The words under the heading ``[section]`` of the list."""
    return word_set("numbers.txt", section)


def in_any_case(words: Iterable[str]) -> str:
    """A pattern for one of ``words``, in small letters or capitals.

    Of ASCII alone: to Unicode, "ſix" is "six" in another case, and the table of numbers has no such
    word.
    """
    return rf"(?ai:{'|'.join(words)})"


def _signs(lines: tuple[str, ...]) -> dict[str, str]:
    return {word: sign for word, _, sign in (line.partition(" ") for line in lines)}
