"""What each part of a summary earns: the figures with it and without it.

    python bench/summary_ablation.py DATA [--output FILE]

Switches off one part at a time, with the parameters as they are, and prints how much higher each
figure is with it: words in common with what editors took of one, three and five sentences, those of
a hundred chosen sentences that no editor would take (lower is better), and ROUGE-1.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from newsbrief import Article, parse, summarize

import sets
from chosen import SENTENCES, chosen
from layers import Layer, without
from scoring import extracts
from scoring.rates import mean
from scoring.rows import Row
from scoring.summaries import rouge
from tables import Figures, print_and_write

LENGTHS = (1, 3, 5)
HEADING = """# What each part of a summary earns

Written by `bench/summary_ablation.py`, which says what the columns are.

"""
SUMMARY = "newsbrief.summary"
OBJECTIVE, COHESION = f"{SUMMARY}.joint_objective", f"{SUMMARY}.cohesion"

PARTS = (
    Layer("what editors never take", {f"{SUMMARY}.ranking._NEVER_COST": 0.0}),
    Layer("rules for clutter", {f"{SUMMARY}.candidates.clutter": lambda t: [False] * len(t)}),
    Layer("clutter: asides", {f"{SUMMARY}.clutter._is_aside": lambda _: False}),
    Layer(
        "clutter: stamps, names, labels",
        {
            f"{SUMMARY}.clutter._STAMP": re.compile("(?!)"),
            f"{SUMMARY}.clutter._is_name": lambda _: False,
            f"{SUMMARY}.clutter.furniture": lambda _: None,
        },
    ),
    Layer("repetition", {f"{OBJECTIVE}._REPETITION_COST": 0.0}),
    Layer("length", {f"{OBJECTIVE}._LENGTH_COST": 0.0}),
    Layer("needs: pronouns, but, this", {f"{COHESION}._OPENING_COST": 0.0}),
    Layer("needs: that visit", {f"{COHESION}._POINTING_COST": 0.0}),
    Layer("needs: quotations", {f"{COHESION}._QUOTATION_COST": 0.0}),
    Layer("needs: names", {f"{COHESION}._NAME_COST": 0.0}),
    Layer("needs: The visit, as opening", {f"{COHESION}._RESUMING_COST": 0.0}),
    Layer("needs: the visit", {f"{COHESION}._DESCRIPTION_COST": 0.0}),
)


def main() -> None:
    parser = sets.parser(__doc__)
    parser.add_argument("--output", type=Path, metavar="FILE", help="the table as Markdown")
    arguments = parser.parse_args()
    print_and_write(table(arguments.data), HEADING, arguments.output)


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
        with without(part):
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
        of_length = [extracts.score(row, chosen(article, length)) for row, article in editors]
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


if __name__ == "__main__":
    main()
