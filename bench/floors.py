"""Check that no figure of quality has fallen below its floor.

    python bench/floors.py DATA [--raise] [--measured FIGURES.json]

Measures all but time and compares with ``floors.json``, which holds the SHA-256 of each set's file
and the floor of each figure. Fails, naming figure, floor and value, where a figure is below its
floor, is not measured, or a set is another version. ``--raise`` lifts the floors to ``MARGIN``
below what is measured; only an editor lowers one. ``--measured`` takes the figures from a file that
``figures.py`` wrote.
"""

import json
import math
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import sets
from figures import QUALITY, load
from tables import Figures

FLOORS = Path(__file__).with_name("floors.json")
# One quotation more or less moves F1 by 0.001 on the set of quotations, a sentence ROUGE by less.
MARGIN = 0.003


class Floors(NamedTuple):
    """The SHA-256 of each set's file, and the least value of each figure."""

    sets: dict[str, str]
    floors: Figures


def main() -> int:
    parser = sets.parser(__doc__)
    parser.add_argument("--raise", action="store_true", dest="lift", help="raise the floors")
    parser.add_argument("--measured", type=Path, metavar="FIGURES.json")
    arguments = parser.parse_args()
    floors = read(FLOORS)
    faults = list(changed_sets(floors, sets.checksums(arguments.data)))
    if not faults:  # the figures of other sets would mean nothing
        measured = load(arguments.measured) if arguments.measured else measure(arguments.data)
        faults = list(fallen(floors, measured))
        if arguments.lift:
            write(FLOORS, raised(floors, measured))
    for fault in faults:
        print(fault, file=sys.stderr)
    if not faults:
        print(f"{len(floors.floors)} figures are at or above their floors")
    return 1 if faults else 0


def measure(data: Path) -> Figures:
    """All figures of quality."""
    figures: Figures = {}
    for bench in QUALITY.values():
        figures |= bench(data)
    return figures


def read(path: Path) -> Floors:
    """The floors in the file at ``path``."""
    return Floors(**json.loads(path.read_text(encoding="utf-8")))


def write(path: Path, floors: Floors) -> None:
    """Write ``floors`` to ``path``."""
    path.write_text(json.dumps(floors._asdict(), indent=1) + "\n", encoding="utf-8")


def changed_sets(floors: Floors, checksums: dict[str, str]) -> Iterator[str]:
    """A line for each set whose file is missing or not the one that the floors are for."""
    for name, expected in floors.sets.items():
        actual = checksums.get(name)
        if not actual:
            yield f"{name}: is not there"
        elif actual != expected:
            yield f"{name}: SHA-256 is {actual}, the floors are for {expected}"


def fallen(floors: Floors, figures: Figures) -> Iterator[str]:
    """A line for each figure that is below its floor or was not measured."""
    for name, floor in floors.floors.items():
        if name not in figures:
            yield f"{name}: not measured, the floor is {floor}"
        elif figures[name] < floor:
            yield f"{name}: {figures[name]:.4f} is below the floor of {floor}"


def raised(floors: Floors, figures: Figures) -> Floors:
    """``floors`` lifted to ``MARGIN`` below ``figures`` where that is higher; none is lowered."""
    lifted = {
        name: max(floor, _below(figures[name])) if name in figures else floor
        for name, floor in floors.floors.items()
    }
    return floors._replace(floors=lifted)


def _below(value: float) -> float:
    return math.floor((value - MARGIN) * 1000) / 1000


if __name__ == "__main__":
    sys.exit(main())
