"""Learn which words an article's summary uses, and which of its sentences an editor takes.

    python -m train.ranker --data DATA --out ranker.txt

First the probability of each word of an article to be in its references (``ranker_words``), then
weights of the features of sentences from the extracts that editors took (``ranker_sentences``).
"""

import random

import torch

from newsbrief.summary.features import FEATURES
from newsbrief.summary.parameters import SLOPES
from newsbrief.text.stop_words import stop_terms

from .arguments import paths
from .ranker_editors import editors_rows, taken
from .ranker_examples import examples
from .ranker_oracle import oracle
from .ranker_sentences import SentenceWeights, learn_sentences
from .ranker_words import WordOdds, learn_words

ORACLE_STEP = 6  # one of so many articles with references is learned from as editors' are
REFERENCE_WEIGHT = 0.25  # of all of these, where the editors' have 1
HEAD = """\
# What the ranking of sentences has learned. Made by train/ranker.py: see README.md.
"""


def main() -> None:
    args = paths(__doc__, "data", "out").parse_args()
    torch.manual_seed(0)
    torch.set_num_threads(1)
    articles = examples(args.data)
    random.Random(0).shuffle(articles)
    words = learn_words(articles)
    stop = stop_terms("en")
    extracts = [taken(row, words.probabilities, stop) for row in editors_rows(args.data)]
    weight = REFERENCE_WEIGHT * len(extracts) * ORACLE_STEP / len(articles)
    oracles = [oracle(a, words, stop, weight) for a in articles[::ORACLE_STEP]]
    print(len(articles), "articles with references,", len(extracts), "with extracts")
    several = learn_sentences(extracts + oracles).several
    weights = SentenceWeights(several, learn_sentences(extracts).alone)
    args.out.write_text(written(words, weights), encoding="utf-8")


def written(words: WordOdds, weights: SentenceWeights) -> str:
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
    lines.append("[features]")
    for name, *values in zip(FEATURES, *weights, strict=True):
        lines.append("\t".join([name, *(f"{x:.4f}" for x in values)]))
    return HEAD + "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
