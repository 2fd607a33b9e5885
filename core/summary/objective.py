"""What a set of sentences is worth as a summary.

It adds up what each sentence is worth alone, the words that the set covers (each once, by its
chance to be in a summary), what it repeats, its length, and what would leave a reader asking (see
``context``). ``selection`` searches for the set that is worth most.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from math import fsum

from .cohesion import Need
from .features import TELLING
from .ranking import Ranking, parameters

USUAL = 3  # sentences of the summaries that the parameters were learned on
_WORDY = 1.05  # times the words of the article's first sentences, as many as are chosen:
_WORDY_COST = 5.0  # from there each such length costs so much
_NEAR = 4  # sentences among which one that leans on another is looked for
_AGAIN = 0.7  # cost of a sentence of whose content words
_MOST = 2 / 3  # more were read before
_SHORT = 15  # words a sentence; first sentences that are shorter set no standard


@dataclass(slots=True)
class Told:
    """What the sentences chosen so far tell, and the sums that their worth is made of."""

    chosen: set[int] = field(default_factory=set)
    terms: set[str] = field(default_factory=set)
    content: set[str] = field(default_factory=set)
    sums: tuple[float, float, int, int] = (0.0, 0.0, 0, 0)


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
        self._covered, self._repeated = whole["covered"], whole["repeated"]
        self._rates = [(float(k[5:]), v) for k, v in whole.items() if k.startswith("rate ")]
        self._ranking = ranking
        self._chance = ranking.chances.__getitem__
        self.lengths = ranking.story.lengths
        self._lead = list(accumulate(self.lengths))
        self._needs = needs
        self._terms = [frozenset(row) for row in ranking.story.terms]
        self._content = [row - stop for row in self._terms]
        self._base = ranking.base
        if lift:
            self._base = [b + x for b, x in zip(ranking.base, lift, strict=True)]
        self._telling = [self._tells(i) for i in range(len(self.lengths))]
        self.alone = [b + t for b, t in zip(self._base, self._telling, strict=True)]

    def of(self, chosen: Sequence[int]) -> float:
        """What the sentences ``chosen``, at least one, are worth together."""
        told = Told()
        for i in chosen[:-1]:
            self.add(i, told)
        return self.joined(told, chosen[-1])

    def joined(self, told: Told, i: int) -> float:
        """What sentence ``i`` and those ``told`` are worth, as a summary of their number."""
        base, tells, words, repeats = self._sums(told, i)
        chosen = told.chosen | {i}
        size = len(chosen)
        usual = max(self._lead[size - 1], _SHORT * size)
        wordy = _WORDY_COST * max(0.0, words / usual - _WORDY) if size > 1 else 0.0
        return (
            base
            + tells * self._rate(words, size / USUAL)
            + self._repeated * repeats
            - wordy
            - self._asked(chosen, chosen)
        )

    def add(self, i: int, told: Told) -> None:
        """Count what sentence ``i`` tells as ``told``."""
        told.sums = self._sums(told, i)
        told.chosen.add(i)
        told.terms |= self._terms[i]
        told.content |= self._content[i]

    def _sums(self, told: Told, i: int) -> tuple[float, float, int, int]:
        """Of ``told`` and sentence ``i``: base scores, words told, length, words repeated."""
        base, tells, words, repeats = told.sums
        shared = len(self._content[i] & told.content)
        return (
            base + self._base[i] - self._again(i, shared),
            tells + self._sum(self._terms[i] - told.terms),
            words + self.lengths[i],
            repeats + shared,
        )

    def _again(self, i: int, shared: int) -> float:
        """What it costs that ``shared`` content words of sentence ``i`` were read before."""
        return _AGAIN if shared > _MOST * len(self._content[i]) else 0.0

    def loss(self, i: int, told: Told) -> float:
        """What sentence ``i`` loses of its worth alone: what it repeats, and leans on in vain.

        Less, or below nothing, where a sentence chosen next to it leans on it.
        """
        near = [j for j in range(i - 1, i + _NEAR) if j in told.chosen]
        shared = len(self._content[i] & told.content)
        return (
            self._rate(self.lengths[i], 1 / USUAL) * self._sum(self._terms[i] & told.terms)
            - self._repeated * shared
            + self._again(i, shared)
            + self._asked((i,), told.chosen)
            - sum(n.cost for j in near for n in self._needs[j] if n.on == i)
        )

    def parts(self) -> Callable[[int], dict[str, float]]:
        """A function that gives what sets a sentence alone above the average, by label."""
        base = self._ranking.parts()
        count = len(self.lengths)
        telling = sum(self._telling) / count

        def of(i: int) -> dict[str, float]:
            found = base(i)
            found[TELLING] += self._telling[i] - telling
            return found

        return of

    def _tells(self, i: int) -> float:
        """What the words of sentence ``i`` are worth alone."""
        return self._rate(self.lengths[i], 1 / USUAL) * self._sum(self._terms[i])

    def _rate(self, words: float, share: float) -> float:
        """What a word surely told is worth in so many ``words``: expected F-measures' slopes."""
        return self._covered + share * sum([v / (words + n * share) for n, v in self._rates])

    def _sum(self, terms: Iterable[str]) -> float:
        return fsum(map(self._chance, terms))

    def _asked(self, sentences: Iterable[int], chosen: Collection[int]) -> float:
        """What ``sentences`` cost that lean on others than those ``chosen``."""
        cost = 0.0
        for i in sentences:
            for on, price in self._needs[i]:
                if on not in chosen:
                    cost += price
        return cost


class Scores:
    """Plain scores in the place of a worth: sentences that neither repeat nor need each other."""

    def __init__(self, scores: Sequence[float], lengths: Sequence[int]) -> None:
        self.alone = scores
        self.lengths = lengths

    def of(self, chosen: Sequence[int]) -> float:
        """The sum of their scores."""
        return sum(self.alone[i] for i in chosen)

    def joined(self, told: Told, i: int) -> float:
        """The sum of the scores of sentence ``i`` and those ``told``."""
        return self.of([*sorted(told.chosen), i])

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
