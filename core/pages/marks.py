"""Marks in a text: spans that may overlap, and the segments between their borders.

Elements of a page nest or stand apart; the marks of a text need not. Cut at every border of a mark,
a text becomes segments that do not overlap, each of which knows all the marks it stands in.
"""

from collections.abc import Iterable, Iterator
from enum import StrEnum
from itertools import chain, pairwise
from typing import NamedTuple


class MarkKind(StrEnum):
    """What a mark says of its span."""

    SUMMARY = "summary"  # a sentence of the summary
    CLAIM = "claim"  # a piece of what a source says
    SOURCE = "source"
    CUE = "cue"


_DEPTH = {kind: depth for depth, kind in enumerate(MarkKind)}  # of marks on the same span


class Mark(NamedTuple):
    """A span of a text, in code points from 0, end exclusive, and what it belongs to.

    ``indices`` count from 0: of the facts that have the span as a piece of their claim, source or
    cue, or of the sentence of the summary.
    """

    start: int
    end: int
    kind: MarkKind
    indices: tuple[int, ...]


class Segment(NamedTuple):
    """A piece of a text in which no mark starts or ends; ``marks`` hold it, the outermost first.

    Offsets count code points from 0, end exclusive. Where two segments in a row share the first of
    their marks, these can be one element that holds both.
    """

    start: int
    end: int
    marks: tuple[Mark, ...]


def segments(start: int, end: int, marks: Iterable[Mark]) -> tuple[Segment, ...]:
    """The segments of the range from ``start`` to ``end``, which they cover in order.

    Marks may overlap in any way, and reach out of the range.

    >>> said = Mark(0, 9, MarkKind.CLAIM, (0,))
    >>> [tuple(segment[:2]) for segment in segments(0, 12, [said, said._replace(start=5, end=12)])]
    [(0, 5), (5, 9), (9, 12)]
    """
    inside = {mark for mark in marks if max(mark.start, start) < min(mark.end, end)}
    return tuple(_swept(start, end, sorted(inside, key=_outermost_first)))


def _outermost_first(mark: Mark) -> tuple[int, int, int, tuple[int, ...]]:
    return mark.start, -mark.end, _DEPTH[mark.kind], mark.indices


def _swept(start: int, end: int, inside: list[Mark]) -> Iterator[Segment]:
    """The segments of the range, of which each mark ``inside`` has a character, in their order."""
    borders = chain.from_iterable((mark.start, mark.end) for mark in inside)
    cuts = sorted({start, end, *(border for border in borders if start < border < end)})
    begun = 0
    around: list[Mark] = []
    for cut, until in pairwise(cuts):
        around = [mark for mark in around if mark.end > cut]
        while begun < len(inside) and inside[begun].start <= cut:
            around.append(inside[begun])
            begun += 1
        yield Segment(cut, until, tuple(around))
