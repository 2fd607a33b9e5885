"""Measure summaries of three sentences against those that editors took.

    python bench/extracts.py DATA

Prints the overlap with the editors' extracts, the gain in it over the first three sentences of the
body, and the share of sentences that are acceptable: no editor said never to take them.
``scoring/extracts.py`` says how each is counted.
"""

from collections.abc import Sequence
from pathlib import Path

from newsbrief import Method

import sets
from chosen import chosen, lead
from scoring import extracts
from scoring.rates import mean
from scoring.summaries import gain
from tables import Figures, print_tables


def measure(data: Path) -> Figures:
    """The figures of our methods and of the lead."""
    rows = sets.rows(data, sets.EDITORS)
    scored = {"lead": [extracts.score(row, lead(row["text"])) for row in rows]}
    for method in (Method.NEWS, Method.LEXRANK):
        scored[f"newsbrief {method}"] = [
            extracts.score(row, chosen(row["text"], method=method)) for row in rows
        ]
    figures: Figures = {}
    for name, scores in scored.items():
        figures |= _figures(f"editors/{name}", scores, scored["lead"])
    return figures


def _figures(
    name: str, scores: Sequence[extracts.ExtractScore], of_lead: Sequence[extracts.ExtractScore]
) -> Figures:
    overlaps = [score.overlap for score in scores]
    gained = gain(overlaps, [score.overlap for score in of_lead])
    return {
        f"{name}/overlap": mean(overlaps),
        f"{name}/acceptable": 1 - extracts.never_share(scores),
        f"{name}/gain": gained.mean,
        f"{name}/low": gained.low,
        f"{name}/high": gained.high,
    }


if __name__ == "__main__":
    print_tables(measure(sets.data_folder(__doc__)))
