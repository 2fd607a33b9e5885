"""What a set of sentences is worth as a summary.

It adds up what each sentence is worth alone, the words that the set covers (each once, by its
chance to be in a summary), what it repeats, its length, and what would leave a reader asking (see
``context``). ``selection`` searches for the set that is worth most.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeVar

from .context import Need
from .features import LENGTH, TELLING
from .ranking import Ranking, parameters

_T = TypeVar("_T")

USUAL = 3  # sentences of the summaries that the parameters were learned on
_WORDY = 1.05  # times the words of the article's first sentences, as many as are chosen:
_WORDY_COST = 5.0  # from there each such length costs so much
_SHORT = 15  # words a sentence; first sentences that are shorter set no standard


class Worth:
    """The worth of sentences of ``ranking``, which are named by index.

    ``needs`` are what each leans on, ``lift`` what is to be added to the score of each. ``alone``
    has what each is worth as a summary of one sentence.
    """

    def __init__(
        self,
        ranking: Ranking,
        needs: Sequence[tuple[Need, ...]],
        stop: frozenset[str],
        lift: Sequence[float] | None = None,
    ) -> None:
        whole = parameters().whole
        self._covered, self._paired = whole["covered"], whole["pairs"]
        self._length, self._repeated = whole["words"], whole["repeated"]
        self._rates = [(float(k[5:]), v) for k, v in whole.items() if k.startswith("rate ")]
        self._ranking = ranking
        rows, chances = ranking.story.terms, ranking.chances
        self.lengths = ranking.story.lengths
        self._chances = chances
        self._needs = needs
        self._terms = [frozenset(row) for row in rows]
        self._content = [row - stop for row in self._terms]
        self._pairs = [frozenset(pairwise(row)) for row in rows]
        self._joint = {(a, b): chances[a] * chances[b] for row in self._pairs for a, b in row}
        lifts = lift or [0.0] * len(rows)
        self._base = [b + x for b, x in zip(ranking.base, lifts, strict=True)]
        self.alone = [self.of((i,)) + self._asked((i,), ()) for i in range(len(rows))]

    def of(self, chosen: Sequence[int]) -> float:
        """What the sentences ``chosen`` are worth together, as a summary of their number."""
        share = len(chosen) / USUAL
        words = sum(self.lengths[i] for i in chosen)
        told = sum(map(self._chances.__getitem__, _union(self._terms, chosen)))
        pairs = sum(map(self._joint.__getitem__, _union(self._pairs, chosen)))
        content = sum(len(self._content[i]) for i in chosen)
        repeats = content - len(_union(self._content, chosen))
        usual = max(sum(self.lengths[: len(chosen)]), _SHORT * len(chosen))
        return (
            sum(self._base[i] for i in chosen)
            + told * self._rate(words, share)
            + self._paired * pairs
            + self._length * words
            + self._repeated * repeats
            - (_WORDY_COST * max(0.0, words / usual - _WORDY) if len(chosen) > 1 else 0.0)
            - self._asked(chosen, chosen)
        )

    def _asked(self, sentences: Iterable[int], chosen: Collection[int]) -> float:
        """What ``sentences`` cost that lean on others than those ``chosen``."""
        return sum(n.cost for i in sentences for n in self._needs[i] if n.on not in chosen)

    def parts(self) -> Callable[[int], dict[str, float]]:
        """A function that gives what sets a sentence alone above the average, by label."""
        base = self._ranking.parts()
        mean = sum(map(self._telling, range(len(self.lengths)))) / len(self.lengths)
        words = sum(self.lengths) / len(self.lengths)

        def of(i: int) -> dict[str, float]:
            found = base(i)
            found[TELLING] += self._telling(i) - mean
            found[LENGTH] += self._length * (self.lengths[i] - words)
            return found

        return of

    def _telling(self, i: int) -> float:
        told = sum(map(self._chances.__getitem__, self._terms[i]))
        pairs = sum(map(self._joint.__getitem__, self._pairs[i]))
        return told * self._rate(self.lengths[i], 1 / USUAL) + self._paired * pairs

    def _rate(self, words: float, share: float) -> float:
        """What a word surely told is worth in so many ``words``: expected F-measures' slopes."""
        return self._covered + share * sum(v / (words + n * share) for n, v in self._rates)

    def add(self, i: int, told: "Told") -> None:
        """Count what sentence ``i`` tells as ``told``."""
        told.chosen.add(i)
        told.terms |= self._terms[i]
        told.content |= self._content[i]
        told.pairs |= self._pairs[i]

    def loss(self, i: int, told: "Told") -> float:
        """What sentence ``i`` loses of its worth alone: what it repeats, and leans on in vain.

        Less, or below nothing, where a sentence chosen leans on it.
        """
        terms = self._terms[i] & told.terms
        pairs = self._pairs[i] & told.pairs
        return (
            self._rate(self.lengths[i], 1 / USUAL) * sum(map(self._chances.__getitem__, terms))
            + self._paired * sum(map(self._joint.__getitem__, pairs))
            - self._repeated * len(self._content[i] & told.content)
            + self._asked((i,), told.chosen)
            - sum(n.cost for j in self._near(i, told) for n in self._needs[j] if n.on == i)
        )

    @staticmethod
    def _near(i: int, told: "Told") -> list[int]:
        """The sentences told next to ``i``: others lean on it too little to be looked for."""
        return [j for j in (i - 1, i + 1) if j in told.chosen]


@dataclass(slots=True)
class Told:
    """What the sentences chosen so far tell."""

    chosen: set[int] = field(default_factory=set)
    terms: set[str] = field(default_factory=set)
    content: set[str] = field(default_factory=set)
    pairs: set[tuple[str, str]] = field(default_factory=set)


def _union(sets: Sequence[frozenset[_T]], chosen: Sequence[int]) -> frozenset[_T]:
    return frozenset().union(*(sets[i] for i in chosen))


class Scores:
    """Plain scores in the place of a worth: sentences that neither repeat nor need each other."""

    def __init__(self, scores: Sequence[float], lengths: Sequence[int]) -> None:
        self.alone = scores
        self.lengths = lengths

    def of(self, chosen: Sequence[int]) -> float:
        """The sum of their scores."""
        return sum(self.alone[i] for i in chosen)

    def add(self, i: int, told: Told) -> None:
        """Count sentence ``i`` as ``told``."""
        told.chosen.add(i)

    def loss(self, i: int, told: Told) -> float:
        """Nothing."""
        del i, told
        return 0.0

    def parts(self) -> Callable[[int], dict[str, float]]:
        """A function that gives no reason."""
        return lambda _: {}
