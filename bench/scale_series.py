"""Runs of programs on larger and larger inputs, each watched from its start to its end."""

import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

import measured
import recombined
from measured import TooSlowError

EXAMPLES = Path(__file__).parent.parent / "examples"
NEWSBRIEF = (sys.executable, "-m", "newsbrief")
CORES = len(os.sched_getaffinity(0))

Series = list[dict[str, Any]]


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


def starts(every: Sequence[Program], folder: Path, rounds: int) -> Series:
    """From nothing to the result of one article, in turns; the first round does not count."""
    source = folder / "one.jsonl"
    recombined.write(source, recombined.articles(1))
    runs: Series = []
    for number in range(rounds + 1):
        for program in every if number % 2 else every[::-1]:
            each = run(program, source, fresh(folder), 1, 1)
            runs += [each] if number else []
    return [_middle([each for each in runs if each["program"] == p.name]) for p in every]


def _middle(runs: Series) -> dict[str, Any]:
    """One run, with the medians of ``runs``."""
    return runs[0] | {key: median(each[key] for each in runs) for key in measured.Run._fields}


def growing(  # noqa: PLR0913, PLR0917 - what is run, and under which conditions
    every: Sequence[Program],
    folder: Path,
    inputs: Iterable[tuple[int, Iterable[dict[str, str]]]],
    jobs: Sequence[int],
    starts: Mapping[str, float],
    limit: float,
) -> Series:
    """Runs of larger and larger inputs, until one would take more than ``limit``."""
    last: dict[tuple[str, int], dict[str, Any]] = {}
    stopped = set()
    found = []
    for size, rows in inputs:
        source = folder / "input.jsonl"
        recombined.write(source, rows)
        for program, count in product(every, jobs):
            key = program.name, count
            if key in last and foreseen(last[key], starts[program.name], size) > limit:
                stopped.add(key)
            if key in stopped:
                continue
            try:
                last[key] = run(program, source, fresh(folder), size, count, 10 * limit)
            except TooSlowError:
                stopped.add(key)
            else:
                found.append(last[key])
    return found


def foreseen(before: dict[str, Any], start: float, size: int) -> float:
    """The processor seconds for an input of ``size``, if they grow as they did up to ``before``."""
    return start + float(max(before["cpu_seconds"] - start, 0)) * size / int(before["size"])


def archives(folder: Path, sizes: Sequence[int]) -> Series:
    """Archives of more and more briefs, on all cores, to Parquet."""
    found = []
    for size in sizes:
        source = folder / "input.jsonl"
        recombined.write(source, recombined.articles(size, recombined.BRIEFS))
        found.append(run(CORPUS, source, fresh(folder, ".parquet"), size, CORES))
    return found


def engines(folder: Path, sizes: Sequence[int], spark: Path | None) -> Series:
    """The same articles by newsbrief alone, by Dask and by Spark, each on all cores."""
    environment = {"SPARK_LOCAL_IP": "127.0.0.1"}
    if spark:
        spark = spark.absolute()  # its workers run in folders of their own
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
            taken = measured.run(command, environment=environment)
            found.append({"program": name, "jobs": CORES, "size": size, **taken._asdict()})
    return found


def run(  # noqa: PLR0913, PLR0917 - a run and its conditions
    program: Program,
    source: Path,
    result: Path,
    size: int,
    jobs: int,
    limit: float = float("inf"),
) -> dict[str, Any]:
    """What a run of ``program`` takes. Raises ``TooSlowError`` after ``limit`` seconds."""
    tell(f"{size:,}: {program.name}, {jobs} at once")
    taken = measured.run(program.on(source, result, jobs), limit=limit)
    return {"program": program.name, "jobs": jobs, "size": size, **taken._asdict()}


def fresh(folder: Path, suffix: str = ".jsonl") -> Path:
    """A file in ``folder`` that is not there."""
    path = folder / f"result{suffix}"
    path.unlink(missing_ok=True)
    return path


def tell(message: str) -> None:
    print(f"{datetime.now(UTC):%H:%M:%S} {message}", file=sys.stderr, flush=True)
