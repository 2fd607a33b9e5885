"""Train the linker on polnear/train and write its weights into the package.

    python train/linking.py DATA

DATA is the folder that holds ``polnear/``. The linker sees the gold labels, the same labels with
the slips of a tagger (spans dropped, cut in two and moved), and the shipped tagger's own, all
without the articles that the tagger's training held out. Prints how often the right partner is
chosen in those, with gold labels and with the tagger's. Seeded; two minutes on one core.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsbrief.article import Article
from newsbrief.extraction.link_features import Candidate, Scene, cues_for, sources_for
from newsbrief.extraction.linking import scenes
from newsbrief.extraction.span_correction import repaired
from newsbrief.reading.parsing import parse
from newsbrief.tagging.tagger import Labelled, Role, tag
from newsbrief.text.quotations import quotations_of

WEIGHTS = Path(__file__).resolve().parent.parent / "core" / "data" / "linker.txt"
SEED = 3
HELD, HELD_SEED = 60, 1  # as in tagger_data.split
EPOCHS = 8
RATE = 0.3
RARE = 30  # a feature seen less often gets no weight
SMALL = 0.1  # a weight below this is not written
SLIPS = {"drop": 0.08, "cut": 0.08, "move": 0.08}

Row = dict[str, Any]


class Example(NamedTuple):
    """The candidates of one choice, and which of them is right."""

    candidates: list[Candidate]
    right: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    args = parser.parse_args()

    with (args.data / "polnear" / "train.jsonl").open(encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    random.Random(HELD_SEED).shuffle(rows)
    held, train = rows[:HELD], rows[HELD:]
    slip = random.Random(SEED)
    sets = [(row, gold(row)) for row in train]
    sets += [(row, slipped(row["text"], gold(row), slip)) for row in train]
    sets += [(row, tagged(row)) for row in train]

    lines = [
        "# Weights of the linker's features (core/pairs.py), made by train/linking.py from",
        "# polnear/train. A line is a weight and a feature; core/data/README.md says more.",
    ]
    for heading, choices in (("content", content_choices), ("source", source_choices)):
        weights = fit([e for row, labels in sets for e in choices(row, labels)])
        print(f"{heading}: {len(weights)} features")
        for name, label in (("gold", gold), ("tagged", tagged)):
            tests = [e for row in held for e in choices(row, label(row))]
            share = sum(best(weights, e.candidates) == e.right for e in tests) / len(tests)
            print(f"  {name} labels: {share:.4f} of {len(tests)} right")
        lines += [f"[{heading}]"]
        lines += [f"{w:.2f} {f}" for f, w in sorted(weights.items()) if abs(w) >= SMALL]
    args.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


@cache
def article(text: str) -> Article:
    return parse(text)


def gold(row: Row) -> list[Labelled]:
    """The labels that the attributions of ``row`` give its text, a shared source once."""
    spans = {(*span, role) for a in row["attributions"] for role in Role for span in a[role]}
    return [Labelled(role, start, end, 1.0) for start, end, role in sorted(spans)]


def tagged(row: Row) -> list[Labelled]:
    """The labels that the shipped tagger gives the text of ``row``."""
    text = row["text"]
    blocks = [(block.start, block.end) for block in article(text).blocks]
    return repaired(article(text), tag(article(text)), quotations_of(text, blocks))


def slipped(text: str, labels: list[Labelled], slip: random.Random) -> list[Labelled]:
    """``labels`` with the slips of a tagger."""
    out = []
    for label in labels:
        start, end = label.start, label.end
        if slip.random() < SLIPS["drop"]:
            continue
        gaps = [i for i in range(start + 1, end - 1) if text[i] == " "]
        if gaps and slip.random() < SLIPS["move"]:
            if slip.random() < 0.5:
                start = slip.choice(gaps[:3]) + 1
            else:
                end = slip.choice(gaps[-3:])
            gaps = [i for i in gaps if start < i < end]
        if label.role is Role.CONTENT and gaps and slip.random() < SLIPS["cut"]:
            cut = slip.choice(gaps)
            out.append(label._replace(start=start, end=cut))
            start = cut + 1
        out.append(label._replace(start=start, end=end))
    return out


def overlap(label: Labelled, spans: list[list[int]]) -> int:
    return sum(max(0, min(label.end, e) - max(label.start, s)) for s, e in spans)


def owner(row: Row, label: Labelled) -> Row | None:
    """The gold attribution that ``label`` is part of, in its role."""
    shares = [(overlap(label, a[label.role]), -i) for i, a in enumerate(row["attributions"])]
    share, index = max(shares, default=(0, 0))
    return row["attributions"][-index] if 2 * share >= label.end - label.start else None


def content_choices(row: Row, labels: list[Labelled]) -> Iterator[Example]:
    """Which cue each content belongs to; none where its cue has no label."""
    for scene in scenes(article(row["text"]), labels):
        for index, label in enumerate(scene.spans):
            if label.role is Role.CONTENT:
                attribution = owner(row, label)
                wanted = attribution["cue"] if attribution else []
                yield from example(scene, list(cues_for(scene, index)), wanted)


def source_choices(row: Row, labels: list[Labelled]) -> Iterator[Example]:
    """Which source each cue has; none where it has none, or that has no label."""
    for scene in scenes(article(row["text"]), labels):
        for index, label in enumerate(scene.spans):
            if label.role is Role.CUE and (attribution := owner(row, label)):
                candidates = list(sources_for(scene, index))
                yield from example(scene, candidates, attribution["source"])


def example(
    scene: Scene, candidates: list[Candidate], wanted: list[list[int]]
) -> Iterator[Example]:
    """The example, if there is a choice to make: the candidate that lies on ``wanted`` most."""
    shares = [0 if i is None else overlap(scene.spans[i], wanted) for i, _ in candidates]
    if len(candidates) > 1:
        yield Example(candidates, shares.index(max(shares)) if any(shares) else 0)


def fit(examples: list[Example]) -> dict[str, float]:
    """Weights that make the right candidates likely: AdaGrad, averaged over the later epochs."""
    counts = Counter(f for e in examples for c in e.candidates for f in c.features)
    ids = {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= RARE))}
    coded = [
        (
            [_coded(ids, c.features) for c in e.candidates],
            e.right,
        )
        for e in examples
    ]
    weights, squares, total = (np.zeros(len(ids)) for _ in range(3))
    order = random.Random(SEED)
    for epoch in range(EPOCHS):
        order.shuffle(coded)
        for candidates, right in coded:
            step(weights, squares, candidates, right)
        if epoch >= EPOCHS // 2:
            total += weights
    return dict(zip(ids, (total / (EPOCHS - EPOCHS // 2)).tolist(), strict=True))


def _coded(ids: dict[str, int], features: list[str]) -> NDArray[np.intp]:
    return np.array([ids[f] for f in features if f in ids], np.intp)


def step(
    weights: NDArray[np.float64],
    squares: NDArray[np.float64],
    candidates: list[NDArray[np.intp]],
    right: int,
) -> None:
    """One step of AdaGrad on the log-loss of one choice, in place."""
    scores = np.array([weights[c].sum() for c in candidates])
    errors = np.exp(scores - scores.max())
    errors /= errors.sum()
    errors[right] -= 1
    for features, error in zip(candidates, errors, strict=True):
        if abs(error) > 1e-4:
            squares[features] += error * error
            weights[features] -= RATE * error / np.sqrt(squares[features] + 1e-8)


def best(weights: dict[str, float], candidates: list[Candidate]) -> int:
    scores = [sum(weights.get(f, 0.0) for f in c.features) for c in candidates]
    return scores.index(max(scores))


if __name__ == "__main__":
    main()
