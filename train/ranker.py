"""Learn what words and sentences add to a summary of the news.

    python -m train.ranker --data DATA --out ranker.txt

First the chance of each word of an article to be in its references (``ranker_words``), then, on
sets of three sentences, a linear score of their features and their words (``ranker_sets``). The
words' chances on an article come from a model that has not seen it, as they will in use: each half
of the articles is judged by the model of the other.
"""

import argparse
import random
from collections.abc import Sequence
from pathlib import Path

import torch

from newsbrief.summary.features import FEATURES
from newsbrief.summary.parameters import SLOPES
from newsbrief.text.stop_words import stop_terms

from .ranker_examples import examples
from .ranker_sets import WHOLE, candidates, learn_sets
from .ranker_words import WordOdds, learn_words

DECAY = 0.001
HEAD = """\
# What the ranking of sentences has learned. Made by train/ranker.py: see README.md.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    torch.manual_seed(0)
    torch.set_num_threads(1)
    articles = examples(args.data)
    random.Random(0).shuffle(articles)
    print(len(articles), "articles")
    halves = articles[::2], articles[1::2]
    for seen, unseen in (halves, halves[::-1]):
        model = learn_words(seen)
        for article in unseen:
            article.probabilities = model.probabilities(article)
    stop = stop_terms("en")
    weights, whole = learn_sets([candidates(a, stop) for a in articles], DECAY)
    args.out.write_text(written(learn_words(articles), weights, whole), encoding="utf-8")


def written(words: WordOdds, weights: Sequence[float], whole: Sequence[float]) -> str:
    """The text of ranker.txt."""
    levels: dict[float, list[str]] = {}
    odds = words.odds.tolist()
    for t, i in words.index.items():
        levels.setdefault(round(odds[i] * 10) / 10, []).append(t)
    lines = ["[terms]", *(f"{x:.1f} {' '.join(levels[x])}" for x in sorted(levels))]
    for name, table in (("first", words.first), ("early", words.early)):
        lines.append(f"[{name}]")
        for kind, steps in enumerate(table.tolist()):
            lines += [
                f"{kind} {step} {' '.join(f'{x:.3f}' for x in row)}"
                for step, row in enumerate(steps)
            ]
    slopes = [*words.slopes.tolist(), odds[0]]
    lines += ["[slopes]", *(f"{n}\t{x:.4f}" for n, x in zip(SLOPES, slopes, strict=True))]
    rows = zip(FEATURES, weights, strict=True)
    lines += ["[features]", *(f"{n}\t{w:.4f}" for n, w in rows)]
    lines += ["[summary]", *(f"{n}\t{x:.5f}" for n, x in zip(WHOLE, whole, strict=True))]
    return HEAD + "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
