"""Measure how long a run takes from nothing: newsbrief's commands beside ``sumy lex-rank``.

    NLTK_DATA=DATA/nltk_data python bench/cold_start.py [FILE] [--rivals PYTHON ...]

The commands run in turns, forwards and backwards (A B C C B A), so that a machine that slows down
slows all of them. Ratios are medians over the rounds of the times within a round. A first round
does not count: after it everything is in the page cache.
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from tables import Figures, print_tables

SAMPLE = Path(__file__).parent.parent / "samples" / "politics.txt"
ROUNDS = 15
EMPTY = "empty Python"
RIVAL = "sumy lex-rank"

# Linux counts what a process held before it became another program, so a small one starts it.
_PEAK = """
import resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def measure(file: Path = SAMPLE, rivals: Sequence[Path] = (), rounds: int = ROUNDS) -> Figures:
    """Wall-clock time and peak memory of each command, and its time beside the baselines."""
    timed = commands(file, rivals)
    times = _times(timed, rounds)
    figures: Figures = {}
    for name in timed:
        row = f"cold start/{name}"
        figures[f"{row}/ms"] = 1000 * median(each[name] for each in times)
        figures[f"{row}/peak MB"] = peak_megabytes(timed[name])
        for baseline in (EMPTY, RIVAL):
            if baseline in timed:
                ratio = median(each[name] / each[baseline] for each in times)
                figures[f"{row}/of {baseline}"] = ratio
    return figures


def commands(file: Path, rivals: Sequence[Path]) -> dict[str, list[str]]:
    """The commands to time on ``file``, by name; sumy's where it is beside one of ``rivals``."""
    newsbrief = [sys.executable, "-m", "newsbrief"]
    timed = {
        EMPTY: [sys.executable, "-c", ""],
        "newsbrief --help": [*newsbrief, "--help"],
        "newsbrief summarize": [*newsbrief, "summarize", str(file)],
        "newsbrief facts": [*newsbrief, "facts", str(file)],
    }
    for sumy in (python.with_name("sumy") for python in rivals):
        if sumy.exists():
            options = ["--format=plaintext", "--length=3", f"--file={file}"]
            timed[RIVAL] = [str(sumy), "lex-rank", *options]
    return timed


def _times(timed: dict[str, list[str]], rounds: int) -> list[dict[str, float]]:
    """The times of each round, after one that warms up."""
    names = list(timed)
    every = []
    for number in range(rounds + 1):
        turn = names if number % 2 else names[::-1]
        every.append({name: seconds(timed[name]) for name in turn})
    return every[1:]


def seconds(command: Sequence[str]) -> float:
    """The wall-clock time of one run of ``command``."""
    # As for a user: Python keeps the modules it has compiled, as it does those of the rivals.
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    start = time.perf_counter()
    subprocess.run(
        command,
        check=True,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        env=environment,
    )
    return time.perf_counter() - start


def peak_megabytes(command: Sequence[str]) -> float:
    """The most memory that one run of ``command`` held, in megabytes (10^6 bytes)."""
    output = subprocess.run(
        [sys.executable, "-c", _PEAK, *command], check=True, capture_output=True
    )
    return int(output.stdout) * 1024 / 1e6  # Linux counts in KiB


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", type=Path, nargs="?", default=SAMPLE)
    parser.add_argument("--rivals", type=Path, nargs="+", default=(), metavar="PYTHON")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    arguments = parser.parse_args()
    print_tables(measure(arguments.file, arguments.rivals, arguments.rounds))


if __name__ == "__main__":
    main()
