"""Train the linker: which cue each content belongs to, and which source each cue.

    python -m train.linker --data DATA --out linker.txt

It learns from the articles of ``polnear/train`` that are not held out, with three kinds of labels:
gold ones, the same with the mistakes of a tagger (spans dropped, cut in two and moved), and those
of the tagger in ``newsbrief``. Prints how often the right partner is chosen in the held-out
articles, with gold labels and with the tagger's.
"""

import argparse
import random
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsbrief.article import Article
from newsbrief.extraction.link_features import Candidate, Scene, cues_for, sources_for
from newsbrief.extraction.linking import scenes
from newsbrief.extraction.span_correction import corrected
from newsbrief.reading.parsing import parse
from newsbrief.tagging.tagger import Labelled, Role, tag
from newsbrief.text.quotations import quotations_of

from .rows import Row
from .split import polnear_split

SEED = 3
EPOCHS = 8
RATE = 0.3
MIN_OCCURRENCES = 30  # of a feature that gets a weight
MIN_WEIGHT = 0.1  # that is written
DROPPED = CUT = MOVED = 0.08  # shares of the gold spans


class Example(NamedTuple):
    """The candidates of one choice, and which of them is right."""

    candidates: list[Candidate]
    right: int


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()

    training, held_out = polnear_split(args.data)
    rng = random.Random(SEED)
    sets = [(row, gold(row)) for row in training]
    sets += [(row, with_mistakes(row["text"], gold(row), rng)) for row in training]
    sets += [(row, tagged(row)) for row in training]

    lines = [
        "# Weights of the linker's features (extraction/link_features.py), made by train/linker.py",
        "# from polnear/train. A line is a weight and a feature; see README.md.",
    ]
    for heading, choices in (("content", content_choices), ("source", source_choices)):
        weights = fit([e for row, labels in sets for e in choices(row, labels)])
        print(f"{heading}: {len(weights)} features")
        for name, label in (("gold", gold), ("tagged", tagged)):
            tests = [e for row in held_out for e in choices(row, label(row))]
            share = sum(best(weights, e.candidates) == e.right for e in tests) / len(tests)
            print(f"  {name} labels: {share:.4f} of {len(tests)} right")
        lines += [f"[{heading}]"]
        lines += [f"{w:.2f} {f}" for f, w in sorted(weights.items()) if abs(w) >= MIN_WEIGHT]
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
    return corrected(article(text), tag(article(text)), quotations_of(text, blocks))


def with_mistakes(text: str, labels: list[Labelled], rng: random.Random) -> list[Labelled]:
    """``labels`` with the mistakes of a tagger."""
    out = []
    for label in labels:
        start, end = label.start, label.end
        if rng.random() < DROPPED:
            continue
        gaps = [i for i in range(start + 1, end - 1) if text[i] == " "]
        if gaps and rng.random() < MOVED:
            if rng.random() < 0.5:
                start = rng.choice(gaps[:3]) + 1
            else:
                end = rng.choice(gaps[-3:])
            gaps = [i for i in gaps if start < i < end]
        if label.role is Role.CONTENT and gaps and rng.random() < CUT:
            cut = rng.choice(gaps)
            out.append(label._replace(start=start, end=cut))
            start = cut + 1
        out.append(label._replace(start=start, end=end))
    return out


def overlap(label: Labelled, spans: list[list[int]]) -> int:
    """How many characters of ``label`` lie in ``spans``."""
    return sum(max(0, min(label.end, e) - max(label.start, s)) for s, e in spans)


def owner(row: Row, label: Labelled) -> Row | None:
    """The first gold attribution that ``label`` overlaps most in its role, by half at least."""
    overlaps = [overlap(label, a[label.role]) for a in row["attributions"]]
    most = max(overlaps, default=0)
    if not overlaps or 2 * most < label.end - label.start:
        return None
    attribution: Row = row["attributions"][overlaps.index(most)]
    return attribution


def content_choices(row: Row, labels: list[Labelled]) -> Iterator[Example]:
    """For each content the choice of its cue: none where its cue has no label."""
    for scene in scenes(article(row["text"]), labels):
        for index, label in enumerate(scene.spans):
            if label.role is Role.CONTENT:
                attribution = owner(row, label)
                wanted = attribution["cue"] if attribution else []
                yield from example(scene, list(cues_for(scene, index)), wanted)


def source_choices(row: Row, labels: list[Labelled]) -> Iterator[Example]:
    """For each cue the choice of its source: none where it has none, or one without a label."""
    for scene in scenes(article(row["text"]), labels):
        for index, label in enumerate(scene.spans):
            if label.role is Role.CUE and (attribution := owner(row, label)):
                candidates = list(sources_for(scene, index))
                yield from example(scene, candidates, attribution["source"])


def example(
    scene: Scene, candidates: list[Candidate], wanted: list[list[int]]
) -> Iterator[Example]:
    """The choice of the candidate that overlaps ``wanted`` most, if there is more than one."""
    overlaps = [0 if i is None else overlap(scene.spans[i], wanted) for i, _ in candidates]
    if len(candidates) > 1:
        yield Example(candidates, overlaps.index(max(overlaps)) if any(overlaps) else 0)


def fit(examples: list[Example]) -> dict[str, float]:
    """Weights that make the right candidates likely: AdaGrad, averaged over the later epochs."""
    counts = Counter(f for e in examples for c in e.candidates for f in c.features)
    ids = {f: i for i, f in enumerate(sorted(f for f, n in counts.items() if n >= MIN_OCCURRENCES))}
    coded = [([_coded(ids, c.features) for c in e.candidates], e.right) for e in examples]
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
