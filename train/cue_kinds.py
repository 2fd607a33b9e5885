"""Learn what the words of a cue tell of the kind of an attribution.

    python -m train.cue_kinds --data DATA --out cue_kinds.txt

It learns from all attributions with a cue in ``readers/train`` and the readings, but for the
articles that are held out. Prints how many of the kinds of the held-out articles are right, of
outer and of nested attributions, with gold cues and without the tagger.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsbrief.extraction.cue_kinds import cue_features, type_feature
from newsbrief.tagging.heads import KINDS
from newsbrief.text.tokens import uncontracted

from .arguments import paths
from .log_linear import Example, best, fit
from .rows import Row
from .split import READERS, facts_split

MIN_OCCURRENCES = 6  # of a feature that gets weights
RATE = 0.15
MIN_WEIGHT = 0.3  # of a feature for one kind or another, from which it is written


class Choice(NamedTuple):
    """The kind of an attribution that a reader gives, and the features by which it is told."""

    example: Example
    nested: bool


def main() -> None:
    args = paths(__doc__, "data", "out").parse_args()

    training, held_out = facts_split(args.data)[READERS]
    weights = fit([each.example for each in choices(training)], MIN_OCCURRENCES, RATE)
    counts = Counter(
        (each.nested, best(weights, each.example.candidates) == each.example.right)
        for each in choices(held_out)
    )
    for nested, which in ((False, "outer"), (True, "nested")):
        right, wrong = counts[nested, True], counts[nested, False]
        print(f"{which}: {right} of {right + wrong} right")
    args.out.write_text("\n".join(lines(weights)) + "\n", encoding="utf-8")


def choices(rows: Iterable[Row]) -> Iterator[Choice]:
    """The kinds of the attributions in ``rows`` that have a cue."""
    for row in rows:
        for each in row["attributions"]:
            cue = each.get("cue") or ()
            words = [word for span in cue for word in uncontracted(row["text"][slice(*span)])]
            if words and each.get("kind") in KINDS:
                found = [*cue_features(words), type_feature(each.get("type"))]
                candidates = [[f"{name} {feature}" for feature in found] for name in KINDS]
                yield Choice(
                    Example(candidates, KINDS.index(each["kind"])), bool(each.get("nested"))
                )


def lines(weights: dict[str, float]) -> Iterator[str]:
    """The lines of ``cue_kinds.txt``: a feature, and its weights for each kind in tenths."""
    yield "# Weights of the kinds of attributions (extraction/cue_kinds.py), made by"
    yield "# train/cue_kinds.py from readers/train and the readings, in tenths; see README.md."
    yield f"# {' '.join(KINDS)}"
    for feature in sorted({name.partition(" ")[2] for name in weights}):
        row = [weights.get(f"{kind} {feature}", 0.0) for kind in KINDS]
        if max(map(abs, row)) >= MIN_WEIGHT:
            yield f"{feature}\t{' '.join(f'{10 * weight:.0f}' for weight in row)}"


if __name__ == "__main__":
    main()
