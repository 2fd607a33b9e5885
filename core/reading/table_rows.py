"""Rows of a table in a text: several lines in a row with bars between their cells."""

from collections.abc import Iterator, Sequence
from itertools import groupby

_BAR = " | "
_MIN_ROWS = 2


def table_rows(lines: Sequence[str]) -> Iterator[int]:
    """The indexes of those ``lines`` that are rows of a table.

    >>> list(table_rows(["It rained.", "Ostrand | 41 mm", "Dunmore | 32 mm | a", "By Roe"]))
    [1, 2]
    >>> list(table_rows(["It rained.", "Jane Roe | 3 May", "It stopped."]))
    []
    """
    for has_bar, run in groupby(enumerate(lines), lambda numbered: _BAR in numbered[1]):
        rows = [index for index, _ in run]
        if has_bar and len(rows) >= _MIN_ROWS:
            yield from rows
