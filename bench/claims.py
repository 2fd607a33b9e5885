"""Measure how well claims of one story are found to be the same, and to contradict each other.

    python bench/claims.py

Reads ``claims.txt`` beside it. Prints the rates of "the same claim" by threshold over the pairs of
the stories for tuning; then, over the stories for reporting, those of the threshold in use and of
contradiction, and over those of ``near_claims.txt``. Last, of the sentences of ``stances.txt``, how
often the source is taken to hold, deny or leave open what it does.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, combinations, islice
from pathlib import Path
from typing import NamedTuple

from newsbrief import Attribution, facts
from newsbrief.extraction.stance import Stance, stance
from newsbrief.pages.claims import MIN_SIMILARITY
from newsbrief.pages.contradiction import assertion, is_negative, opposed
from newsbrief.pages.particulars import differ, particulars
from newsbrief.pages.similarity import idf_weights, similarities, terms

from scoring.rates import Rates, rates, share
from tables import Figures, named, print_tables

CLAIMS = Path(__file__).with_name("claims.txt")
NEAR_CLAIMS = CLAIMS.with_name("near_claims.txt")
STANCES = CLAIMS.with_name("stances.txt")


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
    def opposed(self) -> bool:
        return opposed(assertion(self.one.text), assertion(self.other.text))

    @property
    def contrary(self) -> bool:
        return self.same and self.one.contrary != self.other.contrary


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
    similarity = similarities(stems, idf_weights(stems))
    for (i, one), (j, other) in combinations(enumerate(claims), 2):
        apart = differ(particulars(one.text), particulars(other.text))
        yield Pair(one, other, 0.0 if apart else similarity(i, j))


def same(pairs: list[Pair], threshold: float) -> Rates:
    """The rates of "the same claim" at ``threshold`` of similarity."""
    return _rates((p.similarity >= threshold for p in pairs), (p.same for p in pairs))


def contradicting(pairs: list[Pair], threshold: float) -> Rates:
    """The rates of contradictions: pairs taken for the same claim that contradict each other."""
    given = (p.similarity >= threshold and p.opposed for p in pairs)
    return _rates(given, (p.contrary for p in pairs))


def _rates(given: Iterable[bool], gold: Iterable[bool]) -> Rates:
    both = list(zip(given, gold, strict=True))
    return rates(both.count((True, True)), sum(g for g, _ in both), sum(w for _, w in both))


def halves() -> tuple[list[Pair], list[Pair]]:
    """The pairs for tuning and those for reporting: of every other story."""
    of_story = [list(pairs(claims)) for claims in stories(CLAIMS.read_text("utf-8")).values()]
    return list(chain(*of_story[::2])), list(chain(*of_story[1::2]))


def measure(_data: Path | None = None) -> Figures:
    """The rates at the threshold in use, over the stories for reporting."""
    _, reporting = halves()
    near = list(chain(*map(pairs, stories(NEAR_CLAIMS.read_text("utf-8")).values())))
    return {
        **named("claims", "same", same(reporting, MIN_SIMILARITY)),
        **named("claims", "contradiction", contradicting(reporting, MIN_SIMILARITY)),
        **named("claims", "near same", same(near, MIN_SIMILARITY)),
        **named("claims", "near contradiction", contradicting(near, MIN_SIMILARITY)),
        **stances(sentences()[1::2]),
    }


def sentences() -> list[tuple[str, str]]:
    """The stances and the sentences of stances.txt."""
    lines = STANCES.read_text("utf-8").split("\n\n", 1)[1].splitlines()
    return [(gold, sentence) for gold, _, sentence in (line.partition("\t") for line in lines)]


def stances(rows: Iterable[tuple[str, str]]) -> Figures:
    """Of each stance, the share of the facts found whose source is taken to have it."""
    right: dict[str, list[bool]] = {}
    for gold, sentence in rows:
        found = (fact for fact in facts(sentence) if fact.within is None)
        right.setdefault(gold, []).extend(_is_right(gold, fact) for fact in islice(found, 1))
    return {f"claims stances/{each}/right": share(sum(of), len(of)) for each, of in right.items()}


def _is_right(gold: str, fact: Attribution) -> bool:
    """Whether the source is taken for one of that stance; a denial may stand in the claim."""
    made = stance(fact)
    if gold == "denies":
        return made is Stance.DENIES or is_negative(fact.claim.text)
    return (made is Stance.HOLDS) == (gold == "holds") and made is not Stance.DENIES


def main() -> None:
    tuning, _ = halves()
    print(f"tuning: {len(tuning)} pairs, {sum(p.same for p in tuning)} of them the same claim")
    print("similarity  precision  recall     F1   F0.5")
    for percent in range(10, 62, 2):
        rate = same(tuning, percent / 100)
        mark = " in use" if percent == round(100 * MIN_SIMILARITY) else ""
        print(
            f"{percent / 100:10.2f}{rate.precision:11.3f}{rate.recall:8.3f}"
            f"{rate.f1:7.3f}{rate.f(0.5):7.3f}{mark}"
        )
    print()
    print_tables(measure())


if __name__ == "__main__":
    main()
