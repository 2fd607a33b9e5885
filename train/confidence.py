"""Fit the confidence of attributions, and write its weights into the package.

    python train/confidence.py DATA [--held N] [--seed S]

DATA holds ``polnear/train.jsonl``. The N articles that the tagger's training holds out are read
with the shipped tagger and linker; an attribution is right if its claim, and its source, overlap a
marked one's by half of their words. A logistic regression, fitted by Newton's method, ridge 1.
Prints how often attributions of each confidence are right.
"""

import argparse
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsbrief.extraction.confidence import Evidence, features
from newsbrief.extraction.linking import scenes, weighed
from newsbrief.extraction.span_correction import repaired
from newsbrief.reading.parsing import parse
from newsbrief.tagging.tagger import tag
from newsbrief.text.quotations import quotations_of

WEIGHTS = Path(__file__).resolve().parent.parent / "core" / "data" / "confidence.txt"
RIDGE = 1.0
ROUNDS = 20
HALF = 0.5
WORD = re.compile(r"\w+(?:['’]\w+)*")

Row = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--held", type=int, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    args = parser.parse_args()

    with (args.data / "polnear" / "train.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    random.Random(args.seed).shuffle(rows)
    judged = [pair for row in rows[: args.held] for pair in judge(row)]
    names = list(features(judged[0][0]))
    x = np.array([[1.0, *features(evidence).values()] for evidence, _ in judged])
    y = np.array([float(right) for _, right in judged])
    weights = fit(x, y)

    chances = 1 / (1 + np.exp(-x @ weights))
    print(f"{len(judged)} attributions of {args.held} articles, {y.mean():.3f} right")
    for low in (0.0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 0.95):
        chosen = chances >= low
        print(f"at least {low:.2f}: {chosen.sum():5}, {y[chosen].mean():.3f} right")
    lines_out = [
        "# Weights of core/confidence.py, fitted by train/confidence.py; README.md says more.",
        *(f"{name} {w:.3f}" for name, w in zip(("bias", *names), weights, strict=True)),
    ]
    args.out.write_text("\n".join(lines_out) + "\n", encoding="utf-8")


def judge(row: Row) -> Iterator[tuple[Evidence, bool]]:
    """The evidence for each attribution found in ``row``, and whether one was marked there."""
    text = row["text"]
    article = parse(text)
    quotations = quotations_of(text, [(block.start, block.end) for block in article.blocks])
    marked = [(words(text, a["source"]), words(text, a["content"])) for a in row["attributions"]]
    for scene in scenes(article, repaired(article, tag(article), quotations)):
        for found, evidence in weighed(scene):
            source, content = words(text, found.source), words(text, found.content)
            yield evidence, any(alike(s, source) and alike(c, content) for s, c in marked)


def words(text: str, spans: Any) -> frozenset[int]:  # noqa: ANN401
    """The places of the words in ``spans``."""
    return frozenset(m.start() for start, end in spans for m in WORD.finditer(text, start, end))


def alike(one: frozenset[int], other: frozenset[int]) -> bool:
    return len(one & other) >= HALF * len(one | other)


def fit(x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.float64]:
    """The weights of the logistic regression of ``y`` on ``x``."""
    weights = np.zeros(x.shape[1])
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (p - y) + RIDGE * weights
        curve = (x * (p * (1 - p))[:, None]).T @ x + RIDGE * np.eye(x.shape[1])
        weights -= np.linalg.solve(curve, slope)
    return weights


if __name__ == "__main__":
    main()
