"""How rare each term is in news at large: its inverse document frequency (Spärck Jones 1972).

The values are read from ``data/idf.txt``, which was counted on 6,978 news articles.
"""

from collections.abc import Callable
from functools import cache

from .packaged import entries, levels


class _Table(dict[str, float]):
    """The value of each listed term; that of any other term is the largest of them."""

    largest = 0.0

    def __missing__(self, term: str) -> float:
        """The value of a ``term`` that is not listed."""
        return self.largest


@cache
def _table() -> _Table:
    table = _Table(levels(entries("idf.txt")))
    table.largest = max(table.values(), default=0.0)
    return table


def idf() -> Callable[[str], float]:
    """A function that gives the inverse document frequency of a term, 0 or more.

    A term that is not listed counts as one of the rarest.

    >>> idf()("the") < idf()("police") < idf()("zyx")
    True
    """
    return _table().__getitem__


def is_listed(term: str) -> bool:
    """Whether English news is known to use ``term``.

    >>> is_listed("police"), is_listed("zyx")
    (True, False)
    """
    return term in _table()
