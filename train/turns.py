"""Train the choice of turns: which lines of an article open one, and which go on with it.

    python -m train.turns --data DATA --transcripts FILE --out turns.txt

It learns from labelled transcripts of our own words (FILE, in the form of ``bench/labelled.py``),
each in other layouts too, and from the articles of ``readers/train`` that are not held out and the
readings, but for those that are transcripts. ``bench/turns.py`` measures what is learned on
transcripts kept apart.
"""

import random
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsbrief.extraction.transcripts import MIN_TURNS, speaker_names, spoken_lines
from newsbrief.extraction.turn_features import Lines
from newsbrief.extraction.turn_labels import Mark, lines
from newsbrief.reading.parsing import parse

from .arguments import paths
from .logistic import fit_yes_or_no
from .rows import Row
from .split import READERS, facts_split
from .turn_layouts import in_other_layouts
from labelled import load

SEED = 3
COPIES = 20  # of a transcript, each in another layout
TIMES = 3  # that a text counts as it is, those too whose lines only look like turns
MIN_OCCURRENCES = 3  # of a feature that gets a weight
PENALTY = 2.0  # of the squares of the weights
MIN_WEIGHT = 0.05  # that is written
MAX_GAP = 3  # from where a claim begins to where the words behind a label do

Example = tuple[Sequence[str], bool]  # features, and whether the answer is yes
Read = tuple[Lines, dict[int, list[int]]]


def main() -> None:
    args = paths(__doc__, "data", "transcripts", "out").parse_args()

    rng = random.Random(SEED)
    rows = load(args.transcripts)
    copies = [copy for row in rows for copy in in_other_layouts(row, rng, COPIES)]
    rows = rows * TIMES + copies
    news = [row for row in facts_split(args.data)[READERS].training if not is_transcript(row)]
    rows += [row | {"attributions": []} for row in news]
    articles = [read(row) for row in rows]

    out = [
        "# Weights of the features of turns (extraction/turn_features.py), made by train/turns.py.",
        "# A line is a weight and a feature; see README.md.",
    ]
    for choice, examples_of in (("opening", openings), ("following", followings)):
        examples = [example for article in articles for example in examples_of(*article)]
        weights = fit_yes_or_no(examples, penalty=PENALTY, min_occurrences=MIN_OCCURRENCES)
        print(f"{choice}: {len(examples)} lines, {len(weights)} features")
        out += [f"[{choice}]"]
        out += [f"{w:.2f} {f}" for f, w in sorted(weights.items()) if abs(w) >= MIN_WEIGHT]
    args.out.write_text("\n".join(out) + "\n", encoding="utf-8")


def read(row: Row) -> Read:
    """The lines of ``row``, and the indexes of the lines of each turn by that of its label."""
    article = parse(row["text"])
    rows = Lines(article, list(lines(article)))

    def line_at(offset: int) -> int:
        return max(i for i, line in enumerate(rows.lines) if line.start <= offset)

    turns: dict[int, list[int]] = {}
    for turn in row["attributions"]:
        said = [line_at(start) for start, _ in turn["claim"]]
        turns[line_at(turn["source"][0][0]) if turn["source"] else question(rows, said[0])] = said
    return rows, turns


def is_transcript(row: Row) -> bool:
    """Whether what is said in ``row`` begins behind labels, as of a reader of news."""
    article = parse(row["text"])
    behind_labels = {line.label.words for line in lines(article) if line.label}
    claims = (attribution["claim"][0] for attribution in row["attributions"])
    said = (range(start, start + MAX_GAP) for start, _ in claims)
    return sum(not behind_labels.isdisjoint(places) for places in said) >= MIN_TURNS


def question(rows: Lines, answer: int) -> int:
    """The index of the last question that stands alone before line ``answer``."""
    marks = [label.mark if label else None for label in rows.labels[:answer]]
    return max((i for i, mark in enumerate(marks) if mark is Mark.QUESTION), default=answer)


def openings(rows: Lines, turns: dict[int, list[int]]) -> Iterator[Example]:
    """For each line with a label the choice whether it opens a turn."""
    for index, label in enumerate(rows.labels):
        if label:
            yield rows.opening(index, label), index in turns


def followings(rows: Lines, turns: dict[int, list[int]]) -> Iterator[Example]:
    """For each line after one of a turn the choice whether it goes on with the turn."""
    starts = sorted(turns)
    names = speaker_names(rows, starts)
    for start, end in pairwise([*starts, len(rows.lines)]):
        label = rows.labels[start]
        if label is None:  # of a question that is longer than a label may be
            continue
        for after, index in enumerate(spoken_lines(rows, range(start + 1, end)), start=1):
            goes_on = index in turns[start]
            last = end == len(rows.lines)
            features = rows.following(index, label, names, after, last=last)
            yield features, goes_on
            if not goes_on:
                break


if __name__ == "__main__":
    main()
