"""How long a run takes from nothing: newsbrief's commands against ``sumy lex-rank``, paired.

    NLTK_DATA=... python bench/cold_start.py --rivals ENVIRONMENT/bin/python [FILE]

The commands run in turns, forwards and backwards (A B C C B A), so that a machine that slows down
slows all of them; ratios are medians over the rounds of the times within a round. Everything is in
the page cache after a first round that does not count. Sumy wants the punkt data of NLTK.
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

SAMPLE = Path(__file__).parent.parent / "samples" / "politics.txt"
RIVAL = "sumy lex-rank"


def commands(file: Path, rivals: Path | None) -> dict[str, list[str]]:
    """The commands to time on ``file``, by name."""
    newsbrief = [sys.executable, "-m", "newsbrief"]
    timed = {
        "empty python": [sys.executable, "-c", ""],
        "newsbrief --help": [*newsbrief, "--help"],
        "newsbrief summarize": [*newsbrief, "summarize", str(file)],
        "newsbrief facts": [*newsbrief, "facts", str(file)],
    }
    if rivals is not None:
        sumy = str(rivals.with_name("sumy"))
        timed[RIVAL] = [sumy, "lex-rank", "--format=plaintext", "--length=3", f"--file={file}"]
    return timed


def seconds(command: Sequence[str]) -> float:
    """The wall-clock time of one run of ``command``."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def rounds(timed: dict[str, list[str]], count: int) -> list[dict[str, float]]:
    """The times of ``count`` rounds, each a time for each command, after one that warms up."""
    names = list(timed)
    found = []
    for i in range(count + 1):
        turn = names if i % 2 else names[::-1]
        found.append({name: seconds(timed[name]) for name in turn})
    return found[1:]


def main() -> None:
    """Time and print."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", type=Path, nargs="?", default=SAMPLE)
    parser.add_argument("--rivals", type=Path, help="the python of an environment with sumy")
    parser.add_argument("--rounds", type=int, default=15)
    arguments = parser.parse_args()
    timed = commands(arguments.file, arguments.rivals)
    found = rounds(timed, arguments.rounds)
    baseline = RIVAL if RIVAL in timed else "empty python"
    print(f"{'':20} {'median ms':>10} {'x python':>9} {'/ ' + baseline:>16}")
    for name in timed:
        ms = 1000 * median(times[name] for times in found)
        empty = median(times[name] / times["empty python"] for times in found)
        ratio = median(times[name] / times[baseline] for times in found)
        print(f"{name:20} {ms:10.0f} {empty:9.1f} {ratio:16.2f}")


if __name__ == "__main__":
    main()
