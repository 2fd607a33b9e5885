"""Spans: places in a text, as code-point offsets, end exclusive.

Everything that newsbrief extracts carries spans, and ``text[start:end]`` gives it back. The text
itself is never edited: what is printed is a slice of it with white space folded.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import NamedTuple

_LINE_END = re.compile(r"\r\n?|\n")


class Span(NamedTuple):
    """A half-open range of code points in a text."""

    start: int
    end: int


def fold(text: str) -> str:
    r"""``text`` with each run of white space as one space, and none at its ends.

    >>> fold("  hard-wrapped\n  lines ")
    'hard-wrapped lines'
    """
    return " ".join(text.split())


def join(text: str, spans: Iterable[Span]) -> str:
    """The slices of ``text`` that ``spans`` name, folded, with a space between two of them.

    >>> join("He said: come, she said, home.", [Span(9, 13), Span(25, 29)])
    'come home'
    """
    return fold(" ".join(text[start:end] for start, end in spans))


def trim(text: str, start: int, end: int) -> Span:
    """The span from ``start`` to ``end`` without white space at either end.

    >>> trim(" a b ", 0, 5)
    Span(start=1, end=4)
    """
    piece = text[start:end]
    inner = piece.strip()
    if not inner:
        return Span(start, start)
    start += len(piece) - len(piece.lstrip())
    return Span(start, start + len(inner))


class Lines:
    r"""Line numbers of a text, from 1; lines end at ``\n``, ``\r\n`` or a lone ``\r``."""

    __slots__ = ("_ends",)

    def __init__(self, text: str) -> None:
        self._ends = [end.end() for end in _LINE_END.finditer(text)]

    def number(self, offset: int) -> int:
        """The number of the line that holds ``offset``."""
        return bisect_right(self._ends, offset) + 1
