"""Which of many sets of words are contained in another, without a look at all of them."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import chain

WordSet = frozenset[str]


class Subsets:
    """Sets of words, found by the sets that contain them.

    Each set is listed under that of its words which the fewest sets have, so that the words that
    all of them share ("Smith", "the") lead to none.

    >>> sets = Subsets([frozenset({"ray"}), frozenset({"ann", "ray"}), frozenset({"poe"})])
    >>> [sorted(each) for each in sets.within(frozenset({"jo", "ray", "poe"}))]
    [['ray'], ['poe']]
    """

    def __init__(self, sets: Iterable[WordSet]) -> None:
        """List ``sets``, of which equal ones count once."""
        self._order = {each: place for place, each in enumerate(dict.fromkeys(sets))}
        counts = Counter(chain.from_iterable(self._order))
        self._by_word: dict[str, list[WordSet]] = {}
        self._empty = [each for each in self._order if not each]
        for each in self._order:
            if each:
                rarest = min(each, key=lambda word: (counts[word], word))
                self._by_word.setdefault(rarest, []).append(each)

    def within(self, whole: Collection[str]) -> Iterator[WordSet]:
        """The sets all words of which are in ``whole``, in the order in which they were given."""
        words = frozenset(whole)
        found = [each for word in words for each in self._by_word.get(word, ()) if each <= words]
        yield from sorted((*self._empty, *found), key=self._order.__getitem__)
