"""Measure what newsbrief gets right and how fast it is: print tables, keep the figures as JSON.

    python bench/figures.py DATA [--rivals PYTHON ...] [--output FILE] [--only NAME,...]

``README.md`` says what DATA holds and how the environments of other programs are made; without
``--rivals``, the Python of each, nothing of theirs is measured. FILE is one JSON object, from name
to value; figures in it that are not measured this time stay, so that one bench can be run again by
itself.
"""

import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path

import brief_figures
import claims
import cold_start
import extracts
import facts
import names
import pages
import sentences
import sets
import speed
import standing
import summaries
from tables import Figures, print_tables

COMMITTED = Path(__file__).with_name("figures.json")

Measure = Callable[[Path, Sequence[Path]], Figures]

# What newsbrief gets right. `floors.py` holds these.
QUALITY: dict[str, Callable[[Path], Figures]] = {
    "facts": facts.measure,
    "names": names.measure,
    "extracts": extracts.measure,
    "standing": standing.measure,
    "pages": pages.measure,
    "sentences": sentences.measure,
    "claims": claims.measure,
    "brief_figures": brief_figures.measure,
    "summaries": summaries.measure,
}
# How fast it is, and how other programs do.
BESIDE_RIVALS: dict[str, Measure] = {
    "summaries": summaries.measure,
    "speed": speed.measure,
    "cold_start": lambda _, rivals: cold_start.measure(rivals=rivals),
}


def main() -> None:
    every = list(dict.fromkeys([*QUALITY, *BESIDE_RIVALS]))
    parser = sets.parser(__doc__, rivals=True)
    parser.add_argument("--output", type=Path, metavar="FILE", help="the figures as JSON")
    parser.add_argument("--only", default=",".join(every), metavar="NAME,...")
    arguments = parser.parse_args()
    os.environ["NLTK_DATA"] = str((arguments.data / "nltk_data").resolve())  # for the rivals
    figures: Figures = {}
    for name in arguments.only.split(","):
        if name in BESIDE_RIVALS:
            measured = BESIDE_RIVALS[name](arguments.data, arguments.rivals)
        elif name in QUALITY:
            measured = QUALITY[name](arguments.data)
        else:
            parser.error(f"{name!r} is not one of {', '.join(every)}")
        print_tables(measured)
        figures |= measured
    if arguments.output:
        kept = load(arguments.output) if arguments.output.exists() else {}
        save(arguments.output, kept | figures)


def load(path: Path) -> Figures:
    """The figures in the file at ``path``."""
    figures: Figures = json.loads(path.read_text(encoding="utf-8"))
    return figures


def save(path: Path, figures: Figures) -> None:
    """Write ``figures`` to ``path``, by name, with as many digits as they mean something."""
    digits = {name: round(value, 5) for name, value in sorted(figures.items())}
    path.write_text(json.dumps(digits, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
