"""Spans: places in a text, as code-point offsets, end exclusive.

Everything that newsbrief extracts carries spans, and ``text[start:end]`` gives it back. The text
itself is never edited: what is printed is a slice of it with white space folded and
the words joined that a hyphen parts at a line end.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, islice
from operator import attrgetter, le
from typing import NamedTuple, Protocol, TypeVar, overload

from .hyphens import unbroken

_LINE_END = re.compile(r"\r\n?|\n")


class Span(NamedTuple):
    """A half-open range of code points in a text."""

    start: int
    end: int


class Spanned(Protocol):
    """Anything with a span: a sentence, a block, a label, a ``Span``."""

    @property
    def start(self) -> int:
        """Where it begins, in code points from 0."""

    @property
    def end(self) -> int:
        """Where it ends, exclusive."""


S = TypeVar("S", bound=Spanned)
_by_start = attrgetter("start")
_by_end = attrgetter("end")


class SortedSpans(Sequence[S]):
    """Spans of one text in the order of their starts, found by offset.

    A look-up is a binary search, and what is found is all that is passed over, also where many
    spans stand one after another inside a long one.

    >>> quotations = SortedSpans([Span(20, 30), Span(5, 10)])
    >>> quotations[0], quotations.holding(7), quotations.holding(10)
    (Span(start=5, end=10), Span(start=5, end=10), None)
    >>> quotations.overlapping(9, 21)
    [Span(start=5, end=10), Span(start=20, end=30)]
    """

    __slots__ = ("_around", "_ends", "_spans", "_starts")

    def __init__(self, spans: Iterable[S] = ()) -> None:
        """Sort ``spans`` by where they start; those that start together keep their order."""
        self._spans = sorted(spans, key=_by_start)
        self._starts = list(map(_by_start, self._spans))
        # The furthest end so far, which ascends even where spans nest.
        self._ends = list(accumulate(map(_by_end, self._spans), max))
        apart = all(map(le, self._ends, islice(self._starts, 1, None)))
        self._around = [-1] * len(self._spans) if apart else list(_around(self._spans))

    def __len__(self) -> int:
        """The number of spans."""
        return len(self._spans)

    def __iter__(self) -> Iterator[S]:
        """The spans in order."""
        return iter(self._spans)

    @overload
    def __getitem__(self, index: int) -> S: ...
    @overload
    def __getitem__(self, index: slice) -> list[S]: ...
    def __getitem__(self, index: int | slice) -> S | list[S]:
        """The span at ``index``, or those of a slice as a list."""
        return self._spans[index]

    def index_at(self, offset: int) -> int:
        """The index of the last span that starts at or before ``offset``; -1 where none does."""
        return bisect_right(self._starts, offset) - 1

    def indexes_overlapping(self, start: int, end: int) -> list[int]:
        """The indexes of the spans that share a character with the range, in order."""
        last = i = self.index_at(start)
        found: list[int] = []
        while i >= 0 and self._ends[i] > start:
            if self._spans[i].end > start and self._starts[i] < end:
                found.append(i)
            i = self._around[i]
        found.reverse()
        found += range(last + 1, bisect_left(self._starts, end))
        return found

    def overlapping(self, start: int, end: int) -> list[S]:
        """The spans that share a character with the range from ``start`` to ``end``, in order."""
        return [self._spans[i] for i in self.indexes_overlapping(start, end)]

    def holding(self, offset: int) -> S | None:
        """The span that ``offset`` stands in, the first of several, or None."""
        return next(iter(self.overlapping(offset, offset + 1)), None)

    def covers(self, offset: int) -> bool:
        """Whether ``offset`` stands in a span."""
        index = self.index_at(offset)
        return index >= 0 and self._ends[index] > offset


def _around(spans: Iterable[Spanned]) -> Iterator[int]:
    """For each of ``spans``, which are in order, the last before it that ends after its start.

    -1 where none does. Whatever reaches over an offset is found from one to the next.
    """
    open_spans: list[tuple[int, int]] = []  # index and end
    for i, span in enumerate(spans):
        while open_spans and open_spans[-1][1] <= span.start:
            open_spans.pop()
        yield open_spans[-1][0] if open_spans else -1
        open_spans.append((i, span.end))


def fold(text: str) -> str:
    r"""``text`` with each run of white space as one space, and none at its ends.

    A word that a hyphen parts at a line end is one word again, and soft hyphens are gone.

    >>> fold("  hard-wrapped\n  lines of a recon-\n  struction ")
    'hard-wrapped lines of a reconstruction'
    """
    return " ".join(unbroken(text).split())


def join(text: str, spans: Iterable[Span]) -> str:
    """The slices of ``text`` that ``spans`` name, folded, with a space between two of them.

    >>> join("He said: come, she said, home.", [Span(9, 13), Span(25, 29)])
    'come home'
    """
    return fold(" ".join([text[start:end] for start, end in spans]))


def trim(text: str, start: int, end: int) -> Span:
    """The span from ``start`` to ``end`` without white space at either end.

    >>> trim(" a b ", 0, 5)
    Span(start=1, end=4)
    """
    if start < end <= len(text) and not (text[start].isspace() or text[end - 1].isspace()):
        return Span(start, end)
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
