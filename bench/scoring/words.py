"""Words of a text by number, so that spans which differ in punctuation are the same."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import TypeVar

from .rows import Spans

# Runs of letters and digits, an apostrophe within a word included.
WORD = re.compile(r"\w+(?:['’]\w+)*")

WordSet = frozenset[int]
T = TypeVar("T")


class Words:
    """The words of one text, numbered from 0."""

    def __init__(self, text: str) -> None:
        spans = [match.span() for match in WORD.finditer(text)]
        self._starts = [start for start, _ in spans]
        self._ends = [end for _, end in spans]

    def touched(self, spans: Spans) -> WordSet:
        """The words that share a character with any of ``spans``."""
        return frozenset(word for start, end in spans for word in self._touched(start, end))

    def within(self, spans: Spans) -> WordSet:
        """The words of which half the characters or more lie in one of ``spans``."""
        return frozenset(
            word
            for start, end in spans
            for word in self._touched(start, end)
            if 2 * self._common(word, start, end) >= self._ends[word] - self._starts[word]
        )

    def _touched(self, start: int, end: int) -> range:
        return range(bisect_right(self._ends, start), bisect_left(self._starts, end))

    def _common(self, word: int, start: int, end: int) -> int:
        return min(self._ends[word], end) - max(self._starts[word], start)


def f1(one: AbstractSet[T], other: AbstractSet[T]) -> float:
    """The F1 (Dice coefficient) of two sets; 0 where both are empty."""
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0


def intersection_over_union(one: AbstractSet[T], other: AbstractSet[T]) -> float:
    """The Jaccard index of two sets; 1 where both are empty."""
    union = len(one | other)
    return len(one & other) / union if union else 1.0


def runs(words: Iterable[int]) -> frozenset[tuple[int, int]]:
    """The unbroken runs of word numbers, as (first, last).

    >>> sorted(runs({4, 5, 6, 9}))
    [(4, 6), (9, 9)]
    """
    found: list[tuple[int, int]] = []
    for word in sorted(words):
        if found and found[-1][1] == word - 1:
            found[-1] = (found[-1][0], word)
        else:
            found.append((word, word))
    return frozenset(found)
