"""Measure how well the figures and dates of sentences are read, those of a brief.

    python bench/brief_figures.py [--mistakes]

Reads ``brief_figures.txt`` beside it. A figure is *right* if its kind and value are those of the
label and its text holds that of the label, from its first character on; *found* asks for no value.
Prints both over the sentences for tuning and over those for reporting. ``--mistakes`` lists those
of the sentences for tuning.
"""

import math
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from newsbrief.text.figures import Figure, figures

from scoring.rates import Rates, rates
from tables import Figures, named, print_tables

SENTENCES = Path(__file__).with_name("brief_figures.txt")
_TOLERANCE = 1e-3  # of a value, relative: a third is 33.3333


class Label(NamedTuple):
    """A figure of a sentence: kind, words, and value, None for dates and times."""

    kind: str
    text: str
    value: float | None


class Sentence(NamedTuple):
    """A sentence and its figures."""

    text: str
    labels: tuple[Label, ...]

    @property
    def found(self) -> list[Figure]:
        """The figures that newsbrief finds."""
        return list(figures(self.text))


def sentences(text: str) -> list[Sentence]:
    """The sentences of a file laid out as brief_figures.txt."""
    read: list[Sentence] = []
    for line in text.split("\n\n", 1)[1].splitlines():
        if line.startswith("  "):
            kind, _, rest = line.strip().partition(" ")
            words, _, value = rest.partition(" = ")
            label = Label(kind, words, float(value) if value else None)
            read[-1] = read[-1]._replace(labels=(*read[-1].labels, label))
        else:
            read.append(Sentence(line, ()))
    return read


def halves() -> tuple[list[Sentence], list[Sentence]]:
    """The sentences for tuning and those for reporting: every other one."""
    read = sentences(SENTENCES.read_text("utf-8"))
    return read[::2], read[1::2]


def score(part: Sequence[Sentence], *, values: bool) -> Rates:
    """The rates of right figures, or with ``values`` False of those that are found."""
    hits = sum(len(list(_hits(sentence, values=values))) for sentence in part)
    found = sum(len(sentence.found) for sentence in part)
    return rates(hits, found, sum(len(sentence.labels) for sentence in part))


def _hits(sentence: Sentence, *, values: bool) -> Iterator[Label]:
    """The labels that a figure found fits, each figure once."""
    left = sentence.found
    for label in sentence.labels:
        fits = next((f for f in left if _fits(f, label, values=values)), None)
        if fits:
            left.remove(fits)
            yield label


def _fits(figure: Figure, label: Label, *, values: bool) -> bool:
    if figure.kind != label.kind or not figure.text.startswith(label.text):
        return False
    if not values or label.value is None:
        return True
    return figure.value is not None and math.isclose(figure.value, label.value, rel_tol=_TOLERANCE)


def mistakes(part: Sequence[Sentence]) -> Iterator[str]:
    """A line for each sentence with a figure that is missing, wrong or none."""
    for sentence in part:
        found = sentence.found
        if len(list(_hits(sentence, values=True))) < max(len(found), len(sentence.labels)):
            given = ", ".join(f"{f.kind} {f.text} = {f.value}" for f in found)
            wanted = ", ".join(f"{k} {text} = {value}" for k, text, value in sentence.labels)
            yield f"{sentence.text}\n  wanted: {wanted or '-'}\n  found: {given or '-'}"


def measure(_data: Path | None = None) -> Figures:
    """The rates over the sentences for reporting."""
    _, reporting = halves()
    return {
        **named("brief figures", "found", score(reporting, values=False)),
        **named("brief figures", "right", score(reporting, values=True)),
    }


def main() -> None:
    tuning, reporting = halves()
    for name, part in (("tuning", tuning), ("reporting", reporting)):
        print(f"{name}: {len(part)} sentences, {sum(len(s.labels) for s in part)} figures")
        print_tables(
            {
                **named(name, "found", score(part, values=False)),
                **named(name, "right", score(part, values=True)),
            }
        )
    if "--mistakes" in sys.argv[1:]:
        print("\n".join(mistakes(tuning)))


if __name__ == "__main__":
    main()
