"""Texts compared by their letters and digits, whatever stands between these."""

import re

_BETWEEN = re.compile(r"[\W_]+")


def letters(text: str) -> str:
    """The letters and digits of ``text``, in lower case.

    >>> letters("Wall – rebuilt, in 2 years?")
    'wallrebuiltin2years'
    """
    return _BETWEEN.sub("", text.lower())


def same_letters(first: str, second: str) -> bool:
    """Whether two texts have the same letters and digits."""
    return letters(first) == letters(second)
