"""How well claims of one story are told to be the same, and to contradict each other.

    python bench/claims.py

Reads claims.txt beside it. Prints precision, recall and F of "the same claim" by threshold over
the pairs of the stories for tuning, and those of the threshold in use, and of contradiction among
the pairs that it finds, over the stories for reporting.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, combinations
from pathlib import Path
from typing import NamedTuple

from newsbrief.pages.claims import MIN_SIMILARITY
from newsbrief.pages.contradiction import contradict
from newsbrief.pages.similarity import idf_weights, similarity, terms

CLAIMS = Path(__file__).with_name("claims.txt")


class Claim(NamedTuple):
    text: str
    group: int
    contrary: bool


class Pair(NamedTuple):
    one: Claim
    other: Claim
    similarity: float

    @property
    def same(self) -> bool:
        return self.one.group == self.other.group

    @property
    def contrary(self) -> bool:
        return self.same and self.one.contrary != self.other.contrary


class Score(NamedTuple):
    precision: float
    recall: float

    def f(self, beta: float) -> float:
        """The F measure: for ``beta`` 0.5, precision counts twice as much as recall."""
        both = beta**2 * self.precision + self.recall
        return (1 + beta**2) * self.precision * self.recall / both if both else 0.0

    def __str__(self) -> str:
        p, r, f1, half = self.precision, self.recall, self.f(1), self.f(0.5)
        return f"P {p:.3f}  R {r:.3f}  F1 {f1:.3f}  F0.5 {half:.3f}"


def stories(text: str) -> dict[str, list[Claim]]:
    """The claims of each story of a file laid out as claims.txt."""
    found: dict[str, list[Claim]] = {}
    group = 0
    for line in text.split("\n\n", 1)[1].splitlines():
        if line.startswith("# "):
            claims = found.setdefault(line[2:], [])
        elif line:
            claims.append(Claim(line.removeprefix("~ "), group, line.startswith("~ ")))
        else:
            group += 1
    return found


def pairs(claims: list[Claim]) -> Iterator[Pair]:
    """All pairs of a story's claims; rarity is counted over its claims, as a digest does."""
    stems = [terms(claim.text) for claim in claims]
    weights = idf_weights(stems)
    for (one, a), (other, b) in combinations(zip(claims, stems, strict=True), 2):
        yield Pair(one, other, similarity(a, b, weights))


def score(told: Iterable[bool], gold: Iterable[bool]) -> Score:
    both = list(zip(told, gold, strict=True))
    hits = sum(t and g for t, g in both)
    return Score(
        hits / max(sum(t for t, _ in both), 1),
        hits / max(sum(g for _, g in both), 1),
    )


def same(found: list[Pair], threshold: float) -> Score:
    return score((p.similarity >= threshold for p in found), (p.same for p in found))


def contrary(found: list[Pair], threshold: float) -> Score:
    """Of contradictions: pairs told to be the same and to contradict each other."""
    told = (p.similarity >= threshold and contradict(p.one.text, p.other.text) for p in found)
    return score(told, (p.contrary for p in found))


def halves() -> tuple[list[Pair], list[Pair]]:
    """The pairs for tuning and those for reporting: of every other story."""
    of_story = [list(pairs(claims)) for claims in stories(CLAIMS.read_text("utf-8")).values()]
    return list(chain(*of_story[::2])), list(chain(*of_story[1::2]))


def main() -> None:
    tuning, reporting = halves()
    print(f"tuning: {len(tuning)} pairs, {sum(p.same for p in tuning)} of them the same claim")
    for percent in range(10, 62, 2):
        found = same(tuning, percent / 100)
        print(f"  {percent / 100:.2f}  {found}  {'#' * round(40 * found.f(0.5))}")
    for name, half in (("tuning", tuning), ("reporting", reporting)):
        print(f"{name}, threshold {MIN_SIMILARITY}:")
        print(f"  same           {same(half, MIN_SIMILARITY)}")
        print(f"  contradiction  {contrary(half, MIN_SIMILARITY)}")


if __name__ == "__main__":
    main()
