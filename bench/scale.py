"""Measure newsbrief from one article to an archive, beside other programs, and write docs/scale.md.

    python bench/scale.py [--quick] [--rivals PYTHON ...] [--spark PYTHON] [--page FOLDER]

Articles are recombined from the samples, always the same ones (``recombined.py``). PYTHON is that
of an environment with other programs, as bench/README.md says, or with PySpark; what is not given
is not measured. The figures go to ``scale.json``, the page and its pictures to FOLDER. ``--redraw``
makes these anew from the figures.

A run that would take more than ``--limit`` seconds of processor time, judged by the one before it,
is left out, and so are all that are larger. The programs take turns, so that a machine that slows
down slows all of them.
"""

import argparse
import json
import os
import platform
import subprocess
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import recombined
import scale_page
from scale_series import CORES, OURS, Program, archives, engines, growing, starts

ROOT = Path(__file__).parent.parent
FIGURES = Path(__file__).with_name("scale.json")
RIVALS = Path(__file__).with_name("scale_rivals.py")


class Sizes(NamedTuple):
    """How much is measured."""

    articles: tuple[int, ...] = (10, 100, 1_000)  # of the length of news
    sentences: tuple[int, ...] = (10, 100, 1_000, 10_000, 100_000)  # of one article
    archives: tuple[int, ...] = (1_000, 10_000, 50_000)  # of briefs
    engines: tuple[int, ...] = (200, 20_000)  # articles
    starts: int = 5  # rounds of cold starts
    limit: float = 60.0  # processor seconds for a run, as far as it can be foreseen


QUICK = Sizes((10, 50), (10, 100, 1_000), (100, 400), (20, 100), 1, 15.0)


def programs(pythons: Sequence[Path]) -> tuple[list[Program], dict[str, str]]:
    """The programs that the Pythons have, and what each of them is, with its version."""
    every, versions = list(OURS), {}
    for python in pythons:
        listed = subprocess.run([python, RIVALS], check=True, capture_output=True, text=True)
        for name, version in json.loads(listed.stdout).items():
            every.append(Program(name, (str(python), str(RIVALS), name)))
            versions[name] = version
    return every, versions


def measure(sizes: Sizes, pythons: Sequence[Path]) -> dict[str, Any]:
    """All figures but those of engines: lists of runs by series, and what was measured where."""
    every, versions = programs(pythons)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        where = machine()  # before anything runs: it says how busy the machine is
        start = starts(every, folder, sizes.starts)
        seconds = {each["program"]: each["cpu_seconds"] for each in start}
        articles = ((n, recombined.articles(n)) for n in sizes.articles)
        single = ((n, [recombined.long_article(n)]) for n in sizes.sentences)
        both = tuple(dict.fromkeys((1, CORES)))
        return {
            "machine": where,
            "versions": versions,
            "articles": described(),
            "limit": sizes.limit,
            "start": start,
            "rates": growing(every, folder, articles, both, seconds, sizes.limit),
            "sentences": growing(every, folder, single, (1,), seconds, sizes.limit),
            "archives": archives(folder, sizes.archives),
        }


def measured_engines(sizes: Sizes, spark: Path | None) -> dict[str, Any]:
    """The runs of the engines, and the day."""
    with tempfile.TemporaryDirectory() as folder:
        day = machine()["day"]
        return {"engines": engines(Path(folder), sizes.engines, spark), "engines day": day}


def described() -> dict[str, float]:
    """What the articles are like: words and facts on average."""
    from newsbrief import facts

    rows = list(recombined.articles(100))
    words = sum(len(row["text"].split()) for row in rows) / len(rows)
    briefs = list(recombined.articles(1_000, recombined.BRIEFS))
    brief_words = sum(len(row["text"].split()) for row in briefs) / len(briefs)
    found = sum(len(facts(row["text"])) for row in rows[:20]) / 20
    return {"words": words, "facts": found, "brief words": brief_words}


def machine() -> dict[str, Any]:
    """The machine, and the day."""
    info = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    model = next((line for line in info.splitlines() if line.startswith("model name")), ":")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return {
        "processor": model.partition(":")[2].strip(),
        "cores": CORES,
        "memory GB": round(memory, 1),
        "system": f"{platform.system()} {platform.release().partition('-')[0]}",
        "python": platform.python_version(),
        "day": f"{datetime.now(UTC):%d %B %Y}".lstrip("0"),
        "busy before": round(os.getloadavg()[0], 1),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="little of all, in a minute or two")
    parser.add_argument("--rivals", type=Path, nargs="+", default=(), metavar="PYTHON")
    parser.add_argument("--spark", type=Path, metavar="PYTHON", help="that has PySpark")
    parser.add_argument("--page", type=Path, default=ROOT / "docs", metavar="FOLDER")
    parser.add_argument("--figures", type=Path, default=FIGURES, metavar="FILE")
    parser.add_argument("--redraw", action="store_true", help="measure nothing")
    parser.add_argument("--only-engines", action="store_true", help="keep the other figures")
    parser.add_argument("--without-engines", action="store_true", help="keep those of engines")
    defaults = Sizes()
    for name in ("articles", "sentences", "archives", "engines"):
        shown = ",".join(map(str, getattr(defaults, name)))
        parser.add_argument(f"--{name}", type=_numbers, metavar="N,...", help=shown)
    parser.add_argument("--starts", type=int, help=f"rounds of cold starts: {defaults.starts}")
    parser.add_argument(
        "--limit", type=float, help=f"processor seconds for a run: {defaults.limit}"
    )
    arguments = parser.parse_args()
    if not arguments.redraw:
        kept, sizes = arguments.only_engines or arguments.without_engines, _sizes(arguments)
        figures = json.loads(arguments.figures.read_text(encoding="utf-8")) if kept else {}
        if not arguments.only_engines:
            figures |= measure(sizes, arguments.rivals)
        if not arguments.without_engines:
            figures |= measured_engines(sizes, arguments.spark)
        arguments.figures.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    scale_page.write(json.loads(arguments.figures.read_text(encoding="utf-8")), arguments.page)


def _sizes(arguments: argparse.Namespace) -> Sizes:
    """What is to be measured: the sizes that are given, and the others of ``--quick`` or not."""
    sizes = QUICK if arguments.quick else Sizes()
    given = {name: getattr(arguments, name) for name in sizes._fields if name in arguments}
    return sizes._replace(**{name: value for name, value in given.items() if value is not None})


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split(",")))


if __name__ == "__main__":
    main()
