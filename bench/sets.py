"""The labelled sets that the figures are made on: where they are, and which versions of them.

`README.md` says what each holds, where it comes from and under which terms.
"""

import argparse
from hashlib import sha256
from pathlib import Path

from scoring.rows import Row, read_rows

POLNEAR = "polnear/dev.jsonl"
QUOTES = "quotes/dev.jsonl"
READERS = "readers/dev.jsonl"
SOURCING = "sourcing/dev.jsonl"
EDITORS = "editors/dev.jsonl"
PAGES = "pages/dev.jsonl.gz"
GOLDEN_RULES = "sentences/golden_rules.jsonl"
SENTENCES = tuple(f"sentences/{name}_dev.jsonl" for name in ("wsj", "gum_news", "ewt"))
LANGUAGES = "sentences/pud_dev.jsonl"
SUMMARIES = tuple(f"summaries/{name}.jsonl" for name in ("cnndm_train", "cnndm_dev", "xsum_dev"))
FACTS = (POLNEAR, QUOTES, READERS, SOURCING)
SETS = (*FACTS, EDITORS, PAGES, GOLDEN_RULES, *SENTENCES, LANGUAGES, *SUMMARIES)

# The ids of articles that stand, with their references, in `summaries/cnn_short.jsonl` too, which
# the ranker of summaries is trained on.
TRAINED_ON = {
    "summaries/cnndm_train.jsonl": {f"desix-{number}" for number in (62, 91, 97, 120)},
    "summaries/cnndm_dev.jsonl": {
        f"cnndm-test-line{number}" for number in (9, 22, 47, 64, 65, 70, 78, 80, 81, 83, 85, 98)
    },
}


def rows(data: Path, name: str) -> list[Row]:
    """The rows of the set ``name`` in the folder ``data``, less those that were trained on."""
    left_out = TRAINED_ON.get(name, set())
    return [row for row in read_rows(data / name) if row["id"] not in left_out]


def checksums(data: Path) -> dict[str, str]:
    """The SHA-256 of each set's file in ``data``; empty for a file that is not there."""
    paths = {name: data / name for name in SETS}
    return {
        name: sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
        for name, path in paths.items()
    }


def parser(description: str, *, rivals: bool = False) -> argparse.ArgumentParser:
    """A parser that takes the folder of sets, and with ``rivals`` the Pythons of other programs.

    The first line of ``description`` is the help.
    """
    made = argparse.ArgumentParser(description=description.partition("\n")[0])
    made.add_argument("data", type=Path, help="the folder of sets; see bench/README.md")
    if rivals:
        made.add_argument("--rivals", type=Path, nargs="+", default=(), metavar="PYTHON")
    return made


def data_folder(description: str) -> Path:
    """The folder of sets that the command line names; ``description`` is the help."""
    data: Path = parser(description).parse_args().data
    return data
