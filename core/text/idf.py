"""How rare each term is in news at large: its inverse document frequency (Spärck Jones 1972).

The values are read from ``data/idf.txt``, which was counted on 7,001 news articles.
"""

from collections.abc import Callable
from functools import cache

from .packaged import entries


@cache
def _table() -> tuple[dict[str, float], float]:
    """The value of each listed term, and the largest value, which is that of any other term."""
    values: dict[str, float] = {}
    largest = 0.0
    for line in entries("idf.txt"):
        number, *terms = line.split()
        value = float(number)
        largest = max(largest, value)
        values.update(dict.fromkeys(terms, value))
    return values, largest


def idf() -> Callable[[str], float]:
    """A function that gives the inverse document frequency of a term, 0 or more.

    A term that is not listed counts as one of the rarest.

    >>> idf()("the") < idf()("police") < idf()("zyx")
    True
    """
    values, largest = _table()
    return lambda term: values.get(term, largest)
