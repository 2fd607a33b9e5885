"""Fit the choice of a role: which of the words that may tell it are a source's role, or none.

    python -m train.roles --data DATA --out roles.txt

It learns from the articles of ``readers/train`` and the readings, as the tagger, the linker and the
names in ``newsbrief`` read them: for each source that a reader gives, the candidate that comes
nearest to the reader's role. Of sources without a name it learns from ``readers/train`` alone: the
readings give roles to more of them. Prints how many roles of the held-out articles are right, wrong
and in vain.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsbrief.extraction.facts import DEFAULT_MIN_CONFIDENCE, candidates
from newsbrief.extraction.role_candidates import RoleCandidates
from newsbrief.extraction.roles import WITH_ROLES, WRONG_COST
from newsbrief.names.log_linear import choose
from newsbrief.reading.parsing import parse
from newsbrief.text.tokens import words

from .arguments import paths
from .log_linear import Example, fit
from .readings import WRITTEN
from .rows import Row
from .split import POLNEAR, READERS, SUMMARIES, UNLABELLED, facts_split
from scoring.readers import HALF
from scoring.words import f1

MIN_OCCURRENCES = 20  # of a feature that gets a weight
MIN_WEIGHT = 0.05  # that is written
ARTICLES = frozenset(("a", "an", "the"))  # which say nothing of a role


READINGS = (POLNEAR, UNLABELLED, *SUMMARIES)  # the sets whose articles were read


class Choice(NamedTuple):
    """A source that may have a role: the candidates, as features and words, and the reader's."""

    features: list[list[str]]  # those of none first
    roles: list[str]
    gold: str | None

    @property
    def example(self) -> Example:
        """What is learned: the candidate nearest to the reader's role, none where none is near."""
        overlaps = [overlap(role, self.gold) for role in self.roles]
        best = max(overlaps, default=0.0)
        return Example(self.features, overlaps.index(best) + 1 if best >= HALF else 0)


def main() -> None:
    args = paths(__doc__, "data", "out").parse_args()

    training, held_out = facts_split(args.data)[READERS]
    read = [row for row in training if row.get("origin") != WRITTEN.stem]
    weights = fit([each.example for each in choices(read)], MIN_OCCURRENCES)
    print(f"{len(weights)} features")
    counts = Counter(verdict(weights, each) for each in choices(held_out))
    print("held out:", ", ".join(f"{n} {what}" for what, n in counts.most_common()))
    lines = [
        "# Weights of the choice of a role (extraction/role_features.py), made by train/roles.py",
        "# from readers/train and the readings. A line is a weight and a feature; see README.md.",
        *(f"{w:.2f} {f}" for f, w in sorted(weights.items()) if abs(w) >= MIN_WEIGHT),
    ]
    args.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def choices(rows: Iterable[Row]) -> Iterator[Choice]:
    """The sources of ``rows`` that newsbrief finds where a reader does, each once."""
    for row in rows:
        is_reading = row.get("origin", "").partition(":")[0] in READINGS
        article = parse(row["text"])
        gold = {a["source"][0][0]: a.get("role") for a in row["attributions"] if a.get("source")}
        tags, found = candidates(article)
        likely = [
            (each.link, each.source) for each in found if each.confidence >= DEFAULT_MIN_CONFIDENCE
        ]
        roles = RoleCandidates(article, tags, likely)
        for link, source in likely:
            start = link.source[0].start if link.source else -1
            if start in gold and source.type in WITH_ROLES and (source.name or not is_reading):
                none, possible = roles.of(link, source)
                features = [none, *(each.features for each in possible)]
                shown = [row["text"][slice(*each.span)] for each in possible]
                yield Choice(features, shown, gold.pop(start))


def verdict(weights: dict[str, float], choice: Choice) -> str:
    """What a reader says of the role that is chosen by ``weights``."""
    index = choose(weights, choice.features, wrong_cost=WRONG_COST).candidate
    if not index:
        return "missing" if choice.gold else "rightly none"
    if not choice.gold:
        return "in vain"
    return "right" if overlap(choice.roles[index - 1], choice.gold) >= HALF else "wrong"


def overlap(role: str, gold: str | None) -> float:
    """The F1 of the words of ``role`` and of the reader's: from a half on it is right."""
    return f1(*(set(words(text.casefold())) - ARTICLES for text in (role, gold or "")))


if __name__ == "__main__":
    main()
