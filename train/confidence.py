"""Fit the confidence of attributions: the chance that PolNeAR's annotators marked one too.

    python -m train.confidence --data DATA --out confidence.txt

The held-out articles are read with the tagger and the linker in ``newsbrief``. An attribution is
right if its claim and its source each overlap those of one marked attribution by half of their
words. A logistic regression, fitted by Newton's method. Prints how often attributions are right, by
confidence.
"""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from newsbrief.extraction.confidence import Evidence, features
from newsbrief.extraction.linking import links_with_evidence, scenes
from newsbrief.extraction.span_correction import corrected
from newsbrief.reading.parsing import parse
from newsbrief.tagging.tagger import tag
from newsbrief.text.quotations import quotations_of
from newsbrief.text.tokens import word_spans

from .rows import Row
from .split import polnear_split

RIDGE = 1.0
ROUNDS = 20
MIN_OVERLAP = 0.5
THRESHOLDS = (0.0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.9, 0.95)  # of the confidence, in what is printed


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()

    held_out = polnear_split(args.data).held_out
    judged = [pair for row in held_out for pair in judge(row)]
    names = list(features(judged[0][0]))
    x = np.array([[1.0, *features(evidence).values()] for evidence, _ in judged])
    y = np.array([float(right) for _, right in judged])
    weights = fit(x, y)

    chances = 1 / (1 + np.exp(-x @ weights))
    print(f"{len(judged)} attributions of {len(held_out)} articles, {y.mean():.3f} right")
    for threshold in THRESHOLDS:
        chosen = chances >= threshold
        if chosen.any():
            print(f"at least {threshold:.2f}: {chosen.sum():5}, {y[chosen].mean():.3f} right")
    lines = [
        "# Weights of extraction/confidence.py, made by train/confidence.py: see README.md.",
        *(f"{name} {w:.3f}" for name, w in zip(("bias", *names), weights, strict=True)),
    ]
    args.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def judge(row: Row) -> Iterator[tuple[Evidence, bool]]:
    """The evidence for each attribution found in ``row``, and whether it is right."""
    text = row["text"]
    article = parse(text)
    quotations = quotations_of(text, [(block.start, block.end) for block in article.blocks])
    marked = [(words(text, a["source"]), words(text, a["content"])) for a in row["attributions"]]
    for scene in scenes(article, corrected(article, tag(article), quotations)):
        for link, evidence in links_with_evidence(scene):
            source, content = words(text, link.source), words(text, link.content)
            yield evidence, any(overlaps(s, source) and overlaps(c, content) for s, c in marked)


def words(text: str, spans: Iterable[Iterable[int]]) -> frozenset[int]:
    """Where the words in ``spans`` start."""
    return frozenset(word.start for span in spans for word in word_spans(text, *span))


def overlaps(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether half of the words of both are in both."""
    return len(one & other) >= MIN_OVERLAP * len(one | other)


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
