"""What the ranking of sentences has learned: the parameters in ``data/ranker.txt``.

``train/ranker.py`` writes the file; ``data/README.md`` says from what.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from newsbrief.text.packaged import levels, sections

from .features import FEATURES

# The row of a table for a term by the index of its first sentence, and the column by the number of
# sentences that hold it. The higher the number, the more of them share a step.
_FIRST_STEPS_OF = (0, 1, 2, 3, 4, 4, 5, 5, 6, 6, 6, 7, 7, 7, 7, 7)
_COUNT_STEPS_OF = (0, 0, 1, 2, 3, 4, 4, 5, 5, 5)
FIRST_STEPS, COUNT_STEPS = _FIRST_STEPS_OF[-1] + 2, _COUNT_STEPS_OF[-1] + 2
EARLY_STEPS = 4  # rows by the number of early sentences that hold a term: 0, 1, 2, 3 or more

# The names of ``Parameters.slopes``: "size" is the number of sentences of the document, "position"
# the index of a term's first one as a share of it, "count" the number of those that hold the term.
SLOPES = ("size", "position", "position, size", "count", "count, size", "unlisted term")

Table = Sequence[Sequence[Sequence[float]]]  # by kind of term, row and column


@dataclass(frozen=True, slots=True)
class Parameters:
    """The learned parameters.

    ``terms``, ``first``, ``early`` and ``slopes`` are terms of the log odds that a term of a
    document is in its summary: of the term itself, of (kind, first step, count step), of (kind,
    early count, count step), and by the logarithms of counts. ``weights`` and ``weights_alone`` are
    those of the features in their order, for one sentence of several, and for the only one.
    """

    terms: Mapping[str, float]
    first: Table
    early: Table
    slopes: Mapping[str, float]
    weights: tuple[float, ...]
    weights_alone: tuple[float, ...]


def first_step(sentence: int) -> int:
    """The row for a term whose first sentence has the index ``sentence``."""
    return _FIRST_STEPS_OF[sentence] if sentence < len(_FIRST_STEPS_OF) else FIRST_STEPS - 1


def count_step(sentences: int) -> int:
    """The column for a term that stands in so many ``sentences``."""
    return _COUNT_STEPS_OF[sentences] if sentences < len(_COUNT_STEPS_OF) else COUNT_STEPS - 1


@cache
def parameters() -> Parameters:
    """The parameters that ship with the package."""
    parts = sections("ranker.txt")
    weights: dict[str, list[float]] = {}
    for line in parts["features"]:
        name, *values = line.split("\t")
        weights[name] = [float(value) for value in values]
    several, alone = zip(*(weights[name] for name in FEATURES), strict=True)
    return Parameters(
        levels(parts["terms"]),
        _table(parts["first"]),
        _table(parts["early"]),
        _named(parts["slopes"]),
        several,
        alone,
    )


def _named(lines: tuple[str, ...]) -> dict[str, float]:
    """The numbers of lines with a name, a tab and a number."""
    return {name: float(value) for name, value in (line.split("\t") for line in lines)}


def _table(lines: tuple[str, ...]) -> Table:
    """The table of lines with a kind, a row and the values of its columns."""
    rows_of_kind: dict[str, list[list[float]]] = {}
    for line in lines:
        kind, _, *values = line.split()
        rows_of_kind.setdefault(kind, []).append([float(value) for value in values])
    return list(rows_of_kind.values())
