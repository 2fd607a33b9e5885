"""What each part of a summary earns: the figures with it and without it.

    python bench/summary_ablation.py DATA [--output FILE]

Switches off one part at a time, with the parameters as they are, and prints how much higher each
figure is with it: words in common with what editors took of one, three and five sentences, those of
a hundred chosen sentences that no editor would take (lower is better), and ROUGE-1.
"""

import argparse
import re
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from newsbrief import Article, parse, summarize

import sets
from scoring import extracts
from scoring.rates import mean
from scoring.rows import Row
from scoring.summaries import rouge
from tables import Figures

LENGTHS = (1, 3, 5)
SENTENCES = 3
HEADING = """# What each part of a summary earns

Written by `bench/summary_ablation.py`, which says what the columns are.

"""
OBJECTIVE = "newsbrief.summary.joint_objective"
COHESION = "newsbrief.summary.cohesion"


class Part(NamedTuple):
    """A part of the choice of sentences, and what stands in its place when it is off."""

    name: str
    off: dict[str, object]


PARTS = (
    Part("what editors never take", {"newsbrief.summary.ranking._NEVER_COST": 0.0}),
    Part("rules for clutter", {"newsbrief.summary.candidates.clutter": lambda t: [False] * len(t)}),
    Part("clutter: asides", {"newsbrief.summary.clutter._is_aside": lambda _: False}),
    Part(
        "clutter: stamps, names, labels",
        {
            "newsbrief.summary.clutter._STAMP": re.compile("(?!)"),
            "newsbrief.summary.clutter._is_name": lambda _: False,
            "newsbrief.summary.clutter.furniture": lambda _: None,
        },
    ),
    Part("repetition", {f"{OBJECTIVE}._REPETITION_COST": 0.0}),
    Part("length", {f"{OBJECTIVE}._LENGTH_COST": 0.0}),
    Part("needs: pronouns, but, this", {f"{COHESION}._OPENING_COST": 0.0}),
    Part("needs: that visit", {f"{COHESION}._POINTING_COST": 0.0}),
    Part("needs: quotations", {f"{COHESION}._QUOTATION_COST": 0.0}),
    Part("needs: names", {f"{COHESION}._NAME_COST": 0.0}),
    Part("needs: The visit, as opening", {f"{COHESION}._RESUMING_COST": 0.0}),
    Part("needs: the visit", {f"{COHESION}._DESCRIPTION_COST": 0.0}),
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path, help="the folder of sets; see bench/README.md")
    parser.add_argument("--output", type=Path, metavar="FILE", help="the table as Markdown")
    arguments = parser.parse_args()
    lines = []
    for line in table(arguments.data):
        print(line, flush=True)
        lines.append(line)
    if arguments.output:
        arguments.output.write_text(HEADING + "\n".join(lines) + "\n", encoding="utf-8")


def table(data: Path) -> Iterator[str]:
    """The lines of a Markdown table with a row for each of ``PARTS``."""
    editors = [(row, parse(row["text"])) for row in sets.rows(data, sets.EDITORS)]
    others = {
        Path(name).stem: [(row, parse(row["article"])) for row in sets.rows(data, name)]
        for name in sets.SUMMARIES
    }
    whole = measure(editors, others)
    yield f"| part | {' | '.join(whole)} |"
    yield "| --- " * (len(whole) + 1) + "|"
    yield f"| all | {' | '.join(f'{value:.1f}' for value in whole.values())} |"
    for part in PARTS:
        with ExitStack() as stack:
            for target, substitute in part.off.items():
                stack.enter_context(patch(target, substitute))
            rest = measure(editors, others)
        cells = " | ".join(f"{whole[name] - rest[name]:+.1f}" for name in whole)
        yield f"| {part.name} | {cells} |"


def measure(
    editors: list[tuple[Row, Article]], others: dict[str, list[tuple[Row, Article]]]
) -> Figures:
    """The figures, in hundredths: of the articles of ``editors``, and of the sets ``others``."""
    figures: Figures = {}
    scores = []
    for length in LENGTHS:
        of_length = [extracts.score(row, spans(article, length)) for row, article in editors]
        figures[f"editors, {length}"] = 100 * mean([score.overlap for score in of_length])
        scores += of_length
    figures["never"] = 100 * extracts.never_share(scores)
    for name, rows in others.items():
        rouges = [
            rouge(row["references"], [s.text for s in summarize(a, sentences=SENTENCES).sentences])
            for row, a in rows
        ]
        figures[name] = 100 * mean([each.rouge1 for each in rouges])
    return figures


def spans(article: Article, length: int) -> list[tuple[int, int]]:
    """The spans of a summary of ``length`` sentences."""
    return [(s.start, s.end) for s in summarize(article, sentences=length).sentences]


if __name__ == "__main__":
    main()
