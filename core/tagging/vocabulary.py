"""The rows of a word in the tagger's embedding tables: word, beginning, end and shape."""

from collections.abc import Sequence
from enum import IntEnum
from itertools import count

UNKNOWN = 0
BREAK = 1  # the end of a paragraph, as an empty word


class Shape(IntEnum):
    """How a word is written."""

    BREAK = 0
    MARK = 1
    NUMBER = 2
    LOWER = 3
    UPPER = 4
    LETTER = 5  # one capital letter
    CAPITALISED = 6
    MIXED = 7
    POSSESSIVE = 8  # capitalised, with "'s"


def shape(word: str) -> Shape:
    """How ``word`` is written."""
    if not (word.isalpha() or any(map(str.isalnum, word))):
        form = Shape.MARK
    elif word.islower():
        form = Shape.LOWER
    elif any(map(str.isdigit, word)):
        form = Shape.NUMBER
    elif not word[0].isupper():
        form = Shape.MIXED
    elif word[-2:] in {"'s", "’s"}:
        form = Shape.POSSESSIVE
    elif word.isupper():
        form = Shape.UPPER if len(word) > 1 else Shape.LETTER
    else:
        form = Shape.CAPITALISED
    return form


_FOLD = str.maketrans("’ʼ‐‑" + "0123456789", "''--" + "0" * 10)


def describe(word: str) -> tuple[str, str, str, Shape]:
    """``word`` in lower case with digits as 0, its first and last three letters, its shape."""
    low = word.lower().translate(_FOLD)
    return low, low[:3], low[-3:], shape(word)


Parts = tuple[int, int, int, int]  # plain ones, which Python's garbage collector leaves alone
_MAX_CACHED_WORDS = 20_000  # some 4 MB


class Lexicon:
    """The words, beginnings and ends that have vectors; ``sizes`` counts the rows of each table."""

    def __init__(self, words: Sequence[str], heads: Sequence[str], tails: Sequence[str]) -> None:
        self._words = dict(zip(words, count(2)))
        self._heads = dict(zip(heads, count(1)))
        self._tails = dict(zip(tails, count(1)))
        self._cache: dict[str, Parts] = {}
        self.sizes = [len(words) + 2, len(heads) + 1, len(tails) + 1, len(Shape)]

    def parts(self, word: str) -> Parts:
        """The rows of ``word`` in the four tables; 0 for what is not in one.

        A word that is not known is looked up without its "'s", then by what follows its last
        hyphen ("34-year-old" by "old").
        """
        parts = self._cache.get(word)
        if parts is None:
            if len(self._cache) >= _MAX_CACHED_WORDS:
                self._cache.clear()
            parts = self._cache[word] = self._find(word)
        return parts

    def _find(self, word: str) -> Parts:
        if not word:
            return BREAK, 0, 0, int(Shape.BREAK)
        low, head, tail, form = describe(word)
        number = self._words.get(low, UNKNOWN)
        if number == UNKNOWN and low.endswith("'s"):
            number = self._words.get(low[:-2], UNKNOWN)
        if number == UNKNOWN and "-" in low:
            number = self._words.get(low.rpartition("-")[2], UNKNOWN)
        return number, self._heads.get(head, 0), self._tails.get(tail, 0), int(form)
