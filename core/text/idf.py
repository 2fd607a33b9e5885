"""How rare each term is in news at large: its inverse document frequency, from a shipped table."""

from collections.abc import Callable
from functools import cache

from .packaged import entries


@cache
def _table() -> tuple[dict[str, float], float]:
    """The idf of the terms listed, and that of any other."""
    found: dict[str, float] = {}
    other = 0.0
    for line in entries("idf.txt"):
        value, *terms = line.split()
        other = max(other, float(value))
        found.update(dict.fromkeys(terms, float(value)))
    return found, other


def idf() -> Callable[[str], float]:
    """The idf of a term; a term that is not listed is as rare as the rarest.

    >>> idf()("the") < idf()("police") < idf()("zyx")
    True
    """
    found, other = _table()
    return lambda t: found.get(t, other)
