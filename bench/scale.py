"""Measure newsbrief from one article to an archive, beside other programs, and write docs/scale.md.

    python bench/scale.py [--quick] [--rivals PYTHON ...] [--spark PYTHON] [--page FOLDER]

Articles are recombined from the samples, always the same ones (``recombined.py``). PYTHON is that
of an environment with other programs, as bench/README.md says, or with PySpark; what is not given
is not measured. The figures go to ``scale.json``, the page and its pictures to FOLDER. ``--redraw``
makes these anew from the figures.

A run that would take longer than ``--limit`` seconds, judged by the one before it, is left out, and
so are all that are larger. The programs take turns, so that a machine that slows down slows all.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import measured
import recombined
import scale_page
from measured import TooSlowError

ROOT = Path(__file__).parent.parent
FIGURES = Path(__file__).with_name("scale.json")
EXAMPLES = ROOT / "examples"
RIVALS = Path(__file__).with_name("scale_rivals.py")
NEWSBRIEF = (sys.executable, "-m", "newsbrief")
CORES = len(os.sched_getaffinity(0))

Series = list[dict[str, Any]]


class Sizes(NamedTuple):
    """How much is measured."""

    articles: tuple[int, ...] = (10, 100, 1_000)  # of the length of news
    sentences: tuple[int, ...] = (10, 100, 1_000, 10_000, 100_000)  # of one article
    archives: tuple[int, ...] = (1_000, 10_000, 50_000)  # of briefs
    engines: tuple[int, ...] = (200, 20_000)  # articles
    starts: int = 5  # rounds of cold starts
    limit: float = 60.0  # seconds for a run, as far as it can be foreseen


QUICK = Sizes((10, 50), (10, 100, 1_000), (100, 400), (20, 100), 1, 15.0)


class Program(NamedTuple):
    """A program, and the start of its command."""

    name: str
    command: tuple[str, ...]

    def on(self, source: Path, result: Path, jobs: int) -> list[str]:
        """The command that reads ``source`` and writes ``result`` with so many processes."""
        if self.command[:3] == NEWSBRIEF:
            return [*self.command, str(source), "-o", str(result), "--jobs", str(jobs)]
        return [*self.command, str(source), str(result), str(jobs)]


OURS = (
    Program("newsbrief summarize", (*NEWSBRIEF, "summarize", "--jsonl")),
    Program("newsbrief facts", (*NEWSBRIEF, "facts", "--jsonl")),
    Program("newsbrief corpus", (*NEWSBRIEF, "corpus")),
)
CORPUS = OURS[-1]


def programs(pythons: Sequence[Path]) -> tuple[list[Program], dict[str, str]]:
    """The programs that the Pythons have, and what each of them is, with its version."""
    every, versions = list(OURS), {}
    for python in pythons:
        listed = subprocess.run([python, RIVALS], check=True, capture_output=True, text=True)
        for name, version in json.loads(listed.stdout).items():
            every.append(Program(name, (str(python), str(RIVALS), name)))
            versions[name] = version
    return every, versions


def measure(sizes: Sizes, pythons: Sequence[Path], spark: Path | None) -> dict[str, Any]:
    """All figures: lists of runs by series, and what was measured where."""
    every, versions = programs(pythons)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        return {
            "machine": machine(),
            "versions": versions,
            "articles": described(),
            "limit": sizes.limit,
            "start": starts(every, folder, sizes.starts),
            "rates": rates(every, folder, sizes),
            "sentences": sentences(every, folder, sizes),
            "archives": archives(folder, sizes.archives),
            "engines": engines(folder, sizes.engines, spark),
        }


def starts(every: Sequence[Program], folder: Path, rounds: int) -> Series:
    """From nothing to the result of one article, in turns; the first round does not count."""
    source = folder / "one.jsonl"
    recombined.write(source, recombined.articles(1))
    runs: dict[str, list[measured.Run]] = {program.name: [] for program in every}
    for number in range(rounds + 1):
        for program in every if number % 2 else every[::-1]:
            runs[program.name].append(measured.run(program.on(source, fresh(folder), 1)))
    found = []
    for name, each in runs.items():
        tell(f"start: {name}")
        middle = measured.Run(*map(median, zip(*each[1:], strict=True)))
        found.append({"program": name, "jobs": 1, "size": 1, **middle._asdict()})
    return found


def rates(every: Sequence[Program], folder: Path, sizes: Sizes) -> Series:
    """More and more articles, on one core and on all."""
    found: Series = []
    for size in sizes.articles:
        source = folder / f"{size}.jsonl"
        recombined.write(source, recombined.articles(size))
        for program in every:
            for jobs in dict.fromkeys((1, CORES)):
                found += one(found, program, source, size=size, jobs=jobs, limit=sizes.limit)
    return found


def sentences(every: Sequence[Program], folder: Path, sizes: Sizes) -> Series:
    """One article that is longer and longer."""
    found: Series = []
    for size in sizes.sentences:
        source = folder / f"sentences-{size}.jsonl"
        recombined.write(source, [recombined.long_article(size)])
        for program in every:
            found += one(found, program, source, size=size, jobs=1, limit=sizes.limit)
    return found


def archives(folder: Path, sizes: Sequence[int]) -> Series:
    """Archives of more and more briefs, on all cores, to Parquet."""
    found: Series = []
    for size in sizes:
        source = folder / f"briefs-{size}.jsonl"
        recombined.write(source, recombined.articles(size, recombined.BRIEFS))
        found += one(
            [],
            CORPUS,
            source,
            size=size,
            jobs=CORES,
            limit=float("inf"),
            result=fresh(folder, ".parquet"),
        )
    return found


def engines(folder: Path, sizes: Sequence[int], spark: Path | None) -> Series:
    """The same articles by newsbrief alone, by Dask and by Spark, each on all cores."""
    environment = {"SPARK_LOCAL_IP": "127.0.0.1"}
    if spark:
        environment["PATH"] = os.pathsep.join([str(spark.parent), os.environ["PATH"]])
    found = []
    for size in sizes:
        source = folder / f"engines-{size}.jsonl"
        recombined.write(source, recombined.articles(size))
        commands: dict[str, list[str | Path]] = {
            "newsbrief corpus": [*CORPUS.on(source, fresh(folder, ".parquet"), CORES)],
            "Dask": [sys.executable, EXAMPLES / "dask_archive.py", source, folder / f"dask-{size}"],
        }
        if spark:
            master = f"--master=local-cluster[{CORES},1,1024]"
            work = [EXAMPLES / "spark_archive.py", source, folder / f"spark-{size}"]
            commands["Spark"] = [spark.with_name("spark-submit"), master, *work]
        for name, command in commands.items():
            tell(f"{size}: {name}")
            run = measured.run(command, environment=environment)
            found.append({"program": name, "jobs": CORES, "size": size, **run._asdict()})
    return found


def one(  # noqa: PLR0913 - a run and its conditions
    before: Series,
    program: Program,
    source: Path,
    *,
    size: int,
    jobs: int,
    limit: float,
    result: Path | None = None,
) -> Series:
    """The run of ``program`` on ``source``, if it can be done within ``limit``; else nothing."""
    earlier = [run for run in before if (run["program"], run["jobs"]) == (program.name, jobs)]
    sizes = sorted({run["size"] for run in before} | {size})
    if before and size > sizes[0]:
        if not earlier or earlier[-1]["size"] != sizes[-2]:
            return []
        if earlier[-1]["seconds"] * size / earlier[-1]["size"] > 2 * limit:
            return []
    tell(f"{size}: {program.name}, {jobs} at once")
    command = program.on(source, result or fresh(source.parent), jobs)
    try:
        run = measured.run(command, limit=2 * limit)
    except TooSlowError:
        return []
    return [{"program": program.name, "jobs": jobs, "size": size, **run._asdict()}]


def fresh(folder: Path, suffix: str = ".jsonl") -> Path:
    """A file in ``folder`` that is not there."""
    path = folder / f"result{suffix}"
    path.unlink(missing_ok=True)
    return path


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


def tell(message: str) -> None:
    print(f"{datetime.now(UTC):%H:%M:%S} {message}", file=sys.stderr, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="little of all, in a minute or two")
    parser.add_argument("--rivals", type=Path, nargs="+", default=(), metavar="PYTHON")
    parser.add_argument("--spark", type=Path, metavar="PYTHON", help="that has PySpark")
    parser.add_argument("--page", type=Path, default=ROOT / "docs", metavar="FOLDER")
    parser.add_argument("--figures", type=Path, default=FIGURES, metavar="FILE")
    parser.add_argument("--redraw", action="store_true", help="measure nothing")
    defaults = Sizes()
    for name in ("articles", "sentences", "archives", "engines"):
        shown = ",".join(map(str, getattr(defaults, name)))
        parser.add_argument(f"--{name}", type=_numbers, metavar="N,...", help=shown)
    parser.add_argument("--limit", type=float, help=f"seconds for a run: {defaults.limit}")
    arguments = parser.parse_args()
    if not arguments.redraw:
        figures = measure(_sizes(arguments), arguments.rivals, arguments.spark)
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
