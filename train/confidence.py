"""Fit the confidence of facts: the chance that a reader would sign one.

    python -m train.confidence --data DATA --out confidence.txt

The articles of ``readers/train`` that are held out, and those whose facts were signed or mended,
are read with the parameters in ``newsbrief``. A fact is signed if a reader lists its claim, to the
word or nearly, with the same source and name; facts that a reader could list or leave out are not
counted. A logistic regression, fitted by Newton's method. Prints how often facts are signed, by
confidence.
"""

from collections.abc import Iterator

import numpy as np

from newsbrief.archive.plain import plain_fact
from newsbrief.extraction.confidence import features
from newsbrief.extraction.facts import candidates, facts
from newsbrief.reading.parsing import parse

from .arguments import paths
from .logistic import fit
from .readings import signed
from .rows import Row
from .split import READERS, facts_split
from scoring.facts import facts_of
from scoring.readers import is_signed, paired

RIDGE = 3.0
THRESHOLDS = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)  # of confidence, as printed


def main() -> None:
    args = paths(__doc__, "data", "out").parse_args()

    held_out = facts_split(args.data)[READERS].held_out
    read = [*held_out, *(row for _, row in signed(args.data))]
    judged = [pair for row in read for pair in judge(row)]
    if not judged:  # the tagger of a trial labels nothing
        args.out.write_text("0 bias\n", encoding="utf-8")
        return
    names = list(judged[0][0])
    x = np.array([[1.0, *values.values()] for values, _ in judged])
    y = np.array([float(signed) for _, signed in judged])
    weights = fit(x, y, RIDGE)

    chances = 1 / (1 + np.exp(-x @ weights))
    print(f"{len(judged)} facts of {len(read)} articles, {y.mean():.3f} signed")
    for threshold in THRESHOLDS:
        chosen = chances >= threshold
        if chosen.any():
            print(f"at least {threshold:.2f}: {chosen.sum():5}, {y[chosen].mean():.3f} signed")
    lines = [
        "# Weights of extraction/confidence.py, made by train/confidence.py: see README.md.",
        *(f"{w:.3f} {name}" for name, w in zip(("bias", *names), weights, strict=True) if w),
    ]
    args.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


def judge(row: Row) -> Iterator[tuple[dict[str, float], bool]]:
    """The features of each fact that may be in ``row``, and whether a reader signs it."""
    article = parse(row["text"])
    _, found = candidates(article)
    shown = facts_of(
        {"facts": [plain_fact(fact) for fact in facts(article, min_confidence=0, optional=True)]}
    )
    of_fact = {id(fact): each for fact, each in zip(shown, found, strict=True)}
    for one, gold in paired(row, shown)[1]:
        if id(one.fact) in of_fact and not (gold and gold.row.get("optional")):
            each = of_fact[id(one.fact)]
            yield features(row["text"], each.link, each.source), is_signed(gold, one)


if __name__ == "__main__":
    main()
