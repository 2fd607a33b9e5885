"""Which articles may be trained on, decided here for every step.

Sixty articles of each labelled set are held out: choices are made on them, and the confidence is
fitted on those of ``readers/train`` and on the articles whose facts were signed. Texts on which
figures are reported are never trained on, whichever set they stand in.

    python -m train.split --data DATA

prints how many articles each training set keeps.
"""

import hashlib
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple, TypeVar

from .arguments import paths
from .readings import readings, signed, written
from .rows import Row, rows, text_of

HELD_OUT_ARTICLES = 60
SEED = 1

# The sets on which figures of facts are reported, those on which figures of summaries are, and
# those of which nothing is learned, not even words: all but summaries/cnndm_train.
FACT_SETS = ("polnear/dev", "quotes/dev", "readers/dev", "sourcing/dev")
SUMMARY_SETS = ("editors/dev", "summaries/cnndm_dev", "summaries/cnndm_train", "summaries/xsum_dev")
REPORTED_SETS = (
    *FACT_SETS,
    "editors/dev",
    "summaries/cnndm_dev",
    "summaries/xsum_dev",
    "sentences/wsj_dev",
    "sentences/gum_news_dev",
    "sentences/ewt_dev",
    "sentences/pud_dev",
)
POLNEAR = "polnear/train"
READERS = "readers/train"
EDITORS = "editors/train"
UNLABELLED = "unlabelled/news"
SUMMARIES = ("summaries/cnndm_train", "summaries/cnndm_llm_refs", "summaries/cnn_short")

# Sets cut and punctuate the same article in different ways, so its opening letters stand for it.
FINGERPRINT_LETTERS = 120

# A row of ``readers/`` names its text in another set by its origin, a reading by the set itself,
# one of ``editors/`` by its id.
ORIGINS = {
    "cnndm": "summaries/cnndm_train",
    "cnndm_llm": "summaries/cnndm_llm_refs",
    "polnear": "polnear/train",
    "scu": "sourcing/dev",
    "xsum": "summaries/xsum_dev",
    **{name: name for name in (UNLABELLED, *SUMMARIES)},
}
EDITORS_ID = re.compile(r"(?P<set>[cx])(?P<id>desix-.+|h2o-xsum-.+)")
EDITORS_SETS = {"c": "summaries/cnndm_train", "x": "summaries/xsum_dev"}

T = TypeVar("T")


class Split(NamedTuple):
    """The rows of a labelled set to train on, and those held out."""

    training: list[Row]
    held_out: list[Row]


def main() -> None:
    data = paths("Print how many articles may be trained on.", "data").parse_args().data
    print("facts:")
    for name, part in facts_split(data).items():
        print(f"{name}: {len(part.training)} to train on, {len(part.held_out)} held out")
    for name in (UNLABELLED, *SUMMARIES):
        print(f"{name}: {len(training_rows(data, name))} to train on without labels")
    print("summaries, sentences:")
    for name in (POLNEAR, *SUMMARIES):
        print(f"{name}: {sum(1 for _ in unreported(data, name))} to train on")


def split(items: Sequence[T]) -> tuple[list[T], list[T]]:
    """``items`` to train on, and ``HELD_OUT_ARTICLES`` of them held out, by a seeded shuffle.

    The choice depends on nothing but the number and the order of the items.
    """
    order = list(items)
    random.Random(SEED).shuffle(order)
    return order[HELD_OUT_ARTICLES:], order[:HELD_OUT_ARTICLES]


def facts_split(data: Path) -> dict[str, Split]:
    """The articles with labels, by set, without the texts of the sets on which facts are reported.

    Those of ``READERS`` to train on are joined by the readings and by the texts written for it, of
    which there are no more than of articles. A text that is held out of one set is trained on in
    none, nor is one whose facts were signed.
    """
    reported = Reported.of(data, FACT_SETS)
    parts = {name: split(list(rows(data, name))) for name in (POLNEAR, READERS)}
    training = parts[READERS][0]
    training.extend(row for _, row in readings(data))
    training.extend(islice(written(), len(training)))  # few in a trial
    kept_apart = [(name, row) for name, (_, kept) in parts.items() for row in kept]
    held_out = Reported.of_rows([*kept_apart, *signed(data)])
    return {
        name: Split(
            [row for row in reported.without(name, training) if not held_out.holds(name, row)],
            reported.without(name, kept),
        )
        for name, (training, kept) in parts.items()
    }


def training_rows(data: Path, name: str) -> list[Row]:
    """The rows of the set ``name`` that the tagger may learn from, with labels or without.

    What a reader labelled is in no set without labels.
    """
    parts = facts_split(data)
    if name in parts:
        return parts[name].training
    kept = [(n, row) for n, part in parts.items() for row in part.held_out] + [*signed(data)]
    kept += [(READERS, row) for row in parts[READERS].training]
    found = (row for _, row in unreported(data, name, reported_sets=FACT_SETS))
    return Reported.of_rows(kept).without(name, found)


def unreported(
    data: Path, *names: str, reported_sets: Sequence[str] = REPORTED_SETS
) -> Iterator[tuple[str, Row]]:
    """The rows of the sets ``names`` whose texts are in no reported set, with their set's name."""
    reported = Reported.of(data, reported_sets)
    for name in names:
        yield from ((name, row) for row in rows(data, name) if not reported.holds(name, row))


class Reported(NamedTuple):
    """The texts of the reported sets: by set and id, and by fingerprint."""

    ids: frozenset[tuple[str, str]]
    fingerprints: frozenset[str]

    @classmethod
    def of(cls, data: Path, names: Iterable[str] = REPORTED_SETS) -> "Reported":
        """The texts of the sets ``names``; ``FileNotFoundError`` where one of them is missing."""
        return cls.of_rows((name, row) for name in names for row in rows(data, name))

    @classmethod
    def of_rows(cls, named_rows: Iterable[tuple[str, Row]]) -> "Reported":
        """The texts of ``named_rows``, each with the name of its set."""
        named = list(named_rows)
        return cls(
            frozenset(key for name, row in named for key in ids(name, row)),
            frozenset(fingerprint(text_of(row)) for _, row in named),
        )

    def holds(self, name: str, row: Row) -> bool:
        """Whether the text of ``row``, of the set ``name``, is among these."""
        return bool(self.ids & ids(name, row)) or fingerprint(text_of(row)) in self.fingerprints

    def without(self, name: str, part: Iterable[Row]) -> list[Row]:
        """The rows of ``part``, all of the set ``name``, whose texts are not among these."""
        return [row for row in part if not self.holds(name, row)]


def ids(name: str, row: Row) -> set[tuple[str, str]]:
    """The set and id of ``row``, and those of the same text in the set that it was taken from."""
    keys = {(name, str(row["id"]))}
    source, _, original = row.get("origin", "").partition(":")
    if source in ORIGINS:
        keys.add((ORIGINS[source], original))
    if name.startswith("editors/") and (match := EDITORS_ID.fullmatch(str(row["id"]))):
        keys.add((EDITORS_SETS[match["set"]], match["id"]))
    return keys


def fingerprint(text: str) -> str:
    """A hash of the first letters and digits of ``text``, in lower case."""
    letters = "".join(filter(str.isalnum, text.lower()))[:FINGERPRINT_LETTERS]
    return hashlib.sha256(letters.encode()).hexdigest()


if __name__ == "__main__":
    main()
