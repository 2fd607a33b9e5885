"""The words of an article by number, and where a run of them stands, again or only once.

Words are compared as browsers find text: upper and lower case, accents and the punctuation between
them make no difference. That finds a run in every place where a browser could, and in some more.
"""

import re
from bisect import bisect_left, bisect_right
from functools import cache

from newsbrief.article import Article
from newsbrief.spans import Span
from newsbrief.text.accents import unaccented
from newsbrief.text.scripts import IDEOGRAPHS, MARKS, SYLLABARIES, UNSPACED

_WORD = re.compile(rf"[\w{MARKS}]+")
_INNER = "'’.,:·\xad"  # between letters, no end of a word for a browser: "don't", "3.5" (UAX 29)
_MAX_PARTS = 100  # of such a word; a clause of Chinese counts as one
_SHORT = 3  # words; a run of fewer is not looked for
_MAX_PLACES = 64  # of which each is compared, so that no text takes more than linear time


class WordRuns:
    """The words of an article, numbered from 0, with their offsets in code points."""

    __slots__ = ("_blocks", "_keys", "_length", "_parted", "_places", "_threes", "ends", "starts")

    def __init__(self, article: Article) -> None:
        text = article.text
        spans = [word.span() for word in _pattern(text).finditer(text)]
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        self._length = len(text)
        self._blocks = [block.start for block in article.blocks]
        self._keys = [_key(text[start:end]) for start, end in spans]
        gaps = zip(self.ends, self.starts[1:], strict=False)
        # Whether a browser takes each word and the one before it for two.
        self._parted = [True, *(not _joins(text[end:start]) for end, start in gaps), True]
        numbers: dict[tuple[str, ...], int] = {}
        keys = self._keys
        three = zip(keys, keys[1:], keys[2:], strict=False)
        self._threes = [numbers.setdefault(words, len(numbers)) for words in three]
        self._places: list[list[int]] = [[] for _ in numbers]
        for i, number in enumerate(self._threes):
            self._places[number].append(i)

    def __len__(self) -> int:
        """The number of words."""
        return len(self.starts)

    def between(self, start: int, end: int) -> range:
        """The numbers of the words with a character from ``start`` to ``end``."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))

    def block(self, word: int) -> range:
        """The numbers of the words in the block that ``word`` is in."""
        return self.between(*self.block_span(word))

    def block_span(self, word: int) -> Span:
        """The span of the block that ``word`` is in, up to where the next one begins."""
        block = bisect_right(self._blocks, self.starts[word])
        start = self._blocks[block - 1] if block else 0
        end = self._blocks[block] if block < len(self._blocks) else self._length
        return Span(start, end)

    def whole(self, run: range) -> range:
        """``run`` with the rest of what a browser takes for one word: "don | 't", "3 | .5"."""
        if not run:
            return run
        first, stop = run.start, run.stop
        least, most = max(first - _MAX_PARTS, 0), min(stop + _MAX_PARTS, len(self))
        while first > least and not self._parted[first]:
            first -= 1
        while stop < most and not self._parted[stop]:
            stop += 1
        return range(first, stop)

    def places(self, run: range) -> list[int]:
        """The numbers of the words where the words of ``run`` stand in order, its own among them.

        None is listed where they are too many to tell, as of a run of one or two words.
        """
        if len(run) < _SHORT:
            return [run.start] if len(run) == len(self) else []
        threes = self._threes[run.start : run.stop - _SHORT + 1]
        found = min((self._places[number] for number in threes), key=len)
        if len(found) > _MAX_PLACES:
            return []
        offset = bisect_left(found, run.start)
        offset = found[offset] - run.start
        keys = self._keys[run.start : run.stop]
        begins = [i - offset for i in found if i >= offset]
        return [i for i in begins if self._keys[i : i + len(keys)] == keys]

    def only(self, run: range) -> bool:
        """Whether the words of ``run`` stand in order nowhere else."""
        return self.places(run) == [run.start]


def _joins(between: str) -> bool:
    """Whether a browser takes two words with ``between`` between them for one."""
    return not between or (len(between) == 1 and between in _INNER)


def _pattern(text: str) -> re.Pattern[str]:
    """A word of ``text``: in scripts that set no spaces each character is one."""
    return _of_unspaced() if UNSPACED.search(text) else _WORD


@cache
def _of_unspaced() -> re.Pattern[str]:
    unspaced = IDEOGRAPHS + SYLLABARIES
    return re.compile(rf"[{unspaced}]|(?:(?![{unspaced}])[\w{MARKS}])+")


def _key(word: str) -> str:
    """``word`` without case and accents."""
    return unaccented(word.casefold()) or word
