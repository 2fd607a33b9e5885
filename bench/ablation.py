"""What each layer of the attribution pipeline earns: facts and figures with it and without it.

    python bench/ablation.py DATA [--only TEXT] [--output FILE]

Switches off one layer at a time. A row says how many facts are found only with the layer and how
many only without it, with the number of those that a careful reader would sign in brackets; then,
in thousandths, how much higher each figure is with the layer than without it. The layers are named
in ``layers.py``. A layer has to earn its place on the articles of ``readers/train`` that are held
out, on those whose facts were signed, or on the articles in our own words; the development sets are
reported, and nothing is chosen on them. It imports ``train.split``, so the root must be on the
path, as ``make ablation`` has it.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import newsbrief
from newsbrief.archive.plain import plain_fact
from newsbrief.tagging import tagger
from newsbrief.tagging.lstm import Floats
from newsbrief.tagging.tags import Tags
from train.readings import signed
from train.split import READERS, facts_split

import facts
import sets
from layers import LAYERS, Layer, without
from scoring import readers
from scoring.facts import Fact, facts_of
from scoring.rows import Row
from tables import Figures, named, print_and_write

HEADING = """# What each layer earns

Written by `bench/ablation.py`, which says what the columns are; differences are in thousandths.
"held out" are the articles of `readers/train` that are held out, "signed" those of which a reader
signed or mended the facts (`train/signed.jsonl`), "own" those in `labelled/`, "dev" those of
`readers/dev`. "wrong" are names of somebody else: the lower, the better.

"""
# The figures that are shown, by the heading of their column.
SHOWN = {
    "held out: right": "held out/right/f1",
    "strict": "held out/strict/f1",
    "name": "held out/all/name",
    "unsourced": "held out/unsourced/f1",
    "kind": "held out/all/kind",
    "hedged": "held out/hedged/f1",
    "negated": "held out/negated/f1",
    "role": "held out/all/role",
    "signed: right": "signed/right/f1",
    "signed: name": "signed/all/name",
    "signed: wrong": "signed/all/wrong_name",
    "own: right": "own/right/f1",
    "own: strict": "own/strict/f1",
    "own: name": "own/all/name",
    "own: unsourced": "own/unsourced/f1",
    "own: role": "own/all/role",
    "dev: right": "readers/right/f1",
    "dev: strict": "readers/strict/f1",
    "PolNeAR": "polnear/attribution/f1",
    "quotes": "quotes/overlap 0.3/f1",
    "quotes: named": "quotes/overlap 0.3/named",
}


UNTOLD = {"kind": "", "type": "", "quote": ""}  # what was not asked of facts that were signed

Tag = Callable[[newsbrief.Article, Floats | None], Tags]


class Run(NamedTuple):
    """The facts of the articles that are compared fact by fact, and the figures of all sets."""

    compared: facts.Predicted
    figures: Figures


class Difference(NamedTuple):
    """How many facts a run has that another lacks, and how many of them a reader would sign."""

    facts: int = 0
    signed: int = 0

    def __add__(self, other: object) -> "Difference":
        """The sum of two differences."""
        if not isinstance(other, Difference):
            return NotImplemented
        return Difference(self.facts + other.facts, self.signed + other.signed)

    def __str__(self) -> str:
        """As it stands in the table."""
        return f"{self.facts} ({self.signed})" if self.facts else "0"


def main() -> None:
    parser = sets.parser(__doc__)
    parser.add_argument("--only", default="", metavar="TEXT", help="layers with TEXT in their name")
    parser.add_argument("--output", type=Path, metavar="FILE", help="the table as Markdown")
    arguments = parser.parse_args()
    layers = [each for each in LAYERS if arguments.only in each.name]
    print_and_write(table(arguments.data, layers), HEADING, arguments.output)


def table(data: Path, layers: Iterable[Layer]) -> Iterator[str]:
    """The lines of a Markdown table with a row for each of ``layers``."""
    # No layer changes what the tagger gives, which takes half of the time.
    with patch.object(tagger, "tag", remembering_texts(tagger.tag)):
        yield "| layer | only with | only without | " + " | ".join(SHOWN) + " |"
        yield "| --- " * (3 + len(SHOWN)) + "|"
        whole = run(data)
        values = " | ".join(f"{whole.figures[name]:.3f}" for name in SHOWN.values())
        yield f"| all layers | | | {values} |"
        for layer in layers:
            with without(layer):
                rest = run(data)
            gained = difference(whole.compared, rest.compared)
            lost = difference(rest.compared, whole.compared)
            changes = (whole.figures[name] - rest.figures[name] for name in SHOWN.values())
            cells = " | ".join(f"{1000 * change:+.1f}" if change else "" for change in changes)
            yield f"| {layer.name} | {gained} | {lost} | {cells} |"


def remembering_texts(tag: Tag) -> Tag:
    """``tag``, which tags each text once."""
    of_text: dict[str, Tags] = {}

    def remembered(article: newsbrief.Article, project: Floats | None = None) -> Tags:
        if article.text not in of_text:
            of_text[article.text] = tag(article, project)
        return of_text[article.text]

    return remembered


def run(data: Path) -> Run:
    """The facts and figures of all sets, as the pipeline now is."""
    held_out = predicted(facts_split(data)[READERS].held_out)
    own = predicted(facts.own_rows())
    figures = {
        **as_reader("held out", held_out),
        **as_reader("signed", predicted(signed_rows(data))),
        **as_reader("own", own),
        **as_reader("readers", predicted(sets.rows(data, sets.READERS))),
        **facts.polnear_figures(predicted(sets.rows(data, sets.POLNEAR))),
        **facts.quotes_figures(predicted(sets.rows(data, sets.QUOTES))),
    }
    return Run([*held_out, *own], figures)


def signed_rows(data: Path) -> Iterator[Row]:
    """The articles whose facts were signed, which says no more of them than who says what."""
    for _, row in signed(data):
        yield {**row, "attributions": [{**UNTOLD, **each} for each in row["attributions"]]}


def predicted(rows: Iterable[Row]) -> facts.Predicted:
    """Each of ``rows`` with the facts of its text."""
    return [
        (row, facts_of({"facts": [plain_fact(f) for f in newsbrief.facts(article(row["text"]))]}))
        for row in rows
    ]


@cache
def article(text: str) -> newsbrief.Article:
    """``text`` as an article, which no layer changes."""
    return newsbrief.parse(text)


def as_reader(name: str, articles: facts.Predicted) -> Figures:
    """The figures of ``articles`` as a careful reader counts, under ``name``."""
    return named(name, "all", readers.figures([readers.score(*pair) for pair in articles]))


def difference(one: facts.Predicted, other: facts.Predicted) -> Difference:
    """What ``one`` has that ``other``, of the same articles, lacks."""
    return sum(
        (
            Difference(len(new), sum(readers.score(row, [f]).counts["strict"] for f in new))
            for (row, ours), (_, theirs) in zip(one, other, strict=True)
            if (new := lacking(ours, theirs))
        ),
        Difference(),
    )


def lacking(ours: Sequence[Fact], theirs: Sequence[Fact]) -> list[Fact]:
    """The facts of ``ours`` that ``theirs`` lack, whatever their confidence."""
    known = {replace(fact, confidence=1.0) for fact in theirs}
    return [fact for fact in ours if replace(fact, confidence=1.0) not in known]


if __name__ == "__main__":
    main()
