"""Train the choice of turns: which lines of an article open one, and which go on with it.

    python -m train.turns --data DATA --own bench/labelled/turns/develop.txt --out turns.txt

It learns from labelled transcripts of our own words, each in several layouts (``layouts``), and
from the articles of ``readers/train`` that are not held out, which have no turns. Prints what each
choice gets right in the articles held out.
"""

import argparse
import random
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from newsbrief.extraction.transcripts import is_aside, speakers_of
from newsbrief.extraction.turn_features import Lines
from newsbrief.extraction.turn_labels import Mark, lines
from newsbrief.reading.parsing import parse

from .log_linear import Example, fit
from .rows import Row
from .split import READERS, facts_split
from .turn_layouts import layouts

MIN_WEIGHT = 0.05
MIN_OCCURRENCES = 3
EPOCHS = 16
OWN_WEIGHT = 1
COPIES = 12  # of a transcript, each in another layout
SEED = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--own", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    sys.path.insert(0, "bench")
    import labelled

    own = labelled.load(args.own)
    news = [dict(row, attributions=[]) for row in facts_split(args.data)[READERS].training]
    rng = random.Random(SEED)
    own += [each for row in list(own) for each in layouts(row, rng, COPIES)]
    lines_out = [
        "# Weights of the features of turns (extraction/turn_features.py), made by train/turns.py.",
        "# A line is a weight and a feature; see README.md.",
    ]
    for heading, make in (("opening", openings), ("following", followings)):
        examples = [e for row in own for e in make(row)] * OWN_WEIGHT
        examples += [e for row in news for e in make(row)]
        weights = fit(examples, min_occurrences=MIN_OCCURRENCES, epochs=EPOCHS)
        print(heading, len(examples), len(weights))
        lines_out += [f"[{heading}]"]
        lines_out += [f"{w:.2f} {f}" for f, w in sorted(weights.items()) if abs(w) >= MIN_WEIGHT]
    args.out.write_text("\n".join(lines_out) + "\n", encoding="utf-8")


def read(row: Row) -> tuple[Lines, dict[int, list[int]]]:
    """The lines of ``row``, and the lines of each turn by that of its label."""
    article = parse(row["text"])
    rows = Lines(article, list(lines(article)))
    starts = [line.start for line in rows.lines]
    spoken: dict[int, list[int]] = {}
    for each in row["attributions"]:
        if each.get("nested"):
            continue
        said = [max(i for i, s in enumerate(starts) if s <= start) for start, _ in each["claim"]]
        opening = said[0]
        if each["source"]:
            at = each["source"][0][0]
            opening = max(i for i, s in enumerate(starts) if s <= at)
        else:
            while opening > 0 and not (
                (label := rows.labels[opening]) and label.mark is Mark.QUESTION
            ):
                opening -= 1
        spoken[opening] = said
    return rows, spoken


def openings(row: Row) -> Iterator[Example]:
    """For each line with a label whether it opens a turn: the second candidate is "no"."""
    rows, spoken = read(row)
    for index, label in enumerate(rows.labels):
        if label:
            yield Example([["bias", *rows.opening(index)], []], 0 if index in spoken else 1)


def followings(row: Row) -> Iterator[Example]:
    """For each line after one of a turn whether it goes on with the turn."""
    rows, spoken = read(row)
    turns = sorted(spoken)
    speakers = speakers_of(rows, turns)
    for start, end in pairwise([*turns, len(rows.lines)]):
        label = rows.labels[start]
        if label is None:
            continue
        awaited = label.words >= rows.lines[start].end
        gap = 0
        for i in range(start + 1, end):
            if is_aside(rows, i):
                continue
            gap += 1
            features = rows.following(
                i, speakers, gap, of=label, last=end == len(rows.lines), awaited=awaited
            )
            yield Example([["bias", *features], []], 0 if i in spoken[start] else 1)
            awaited = False
            if i not in spoken[start]:
                break


if __name__ == "__main__":
    main()
