"""Tries the harnesses: ``python -m fuzz.run`` for a while, or on files that it found before.

    python -m fuzz.run --minutes 60          shares the time; --only facts tries one
    python -m fuzz.run --runs 100            a number of runs instead: the same inputs every time
    python -m fuzz.run facts FILE ...        runs a harness on files, without atheris

What each harness finds worth keeping grows in ``build/fuzz/corpus``. An input that breaks a
property is written to ``build/fuzz/finds``, once for each place where it shows, with the command
that repeats it; the harness goes on.
"""

import argparse
import hashlib
import importlib.util
import io
import os
import pkgutil
import re
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
BUILD = ROOT / "build" / "fuzz"
COUNTS = BUILD / "counts.tsv"
CORPUS = BUILD / "corpus"
FINDS = BUILD / "finds"
DICTIONARY = BUILD / "dictionary"

NO_ATHERIS = "fuzzing needs atheris, which is there for CPython 3.11 to 3.13 on Linux: nothing done"
MAX_CHARS = 64  # of an entry of the dictionary: libFuzzer's limit
MAX_BYTES = 4096  # of an input, but for files that start longer
MAX_FILE_BYTES = 40_000
MAX_SECONDS = 20  # of the processor, for an input, in a run by time
HANGS_AFTER = 300  # seconds, after which libFuzzer gives up on an input, in a run by time
NEVER = 1_000_000
SEED = 1
MEMORY_MB = 4096


class Tried(NamedTuple):
    """What came of a harness: how many inputs were run, how many were kept, and the finds."""

    name: str
    runs: int
    kept: int
    finds: int


class TooSlowError(Exception):
    """An input took longer than any of its size should."""


def main(words: Sequence[str] | None = None) -> int:
    """Do what the command line asks for; 1 where something was found."""
    given = _options().parse_args(words)
    if given.files:
        return _again(given.harness, given.files)
    if importlib.util.find_spec("atheris") is None:
        sys.stderr.write(f"{NO_ATHERIS}\n")
        return 0
    shares = _prepared()
    names = [given.only] if given.only else list(shares)
    total = sum(shares[name] for name in names)
    found = 0
    for name in names:
        seconds = 60 * given.minutes * shares[name] / total if given.minutes else 0
        runs = given.runs * shares[name] if given.runs else -1
        tried = _try(name, runs, seconds)
        found += tried.finds
        _tell(tried)
        _count(tried)
    return 1 if found else 0


def counts() -> dict[str, Tried]:
    """What all runs in this tree have come to, by the names of the harnesses."""
    lines = COUNTS.read_text(encoding="utf-8").splitlines()[1:] if COUNTS.exists() else []
    rows = (line.split("\t") for line in lines)
    return {name: Tried(name, *map(int, numbers)) for name, *numbers in rows}


def _count(tried: Tried) -> None:
    """Add what came of a run to ``COUNTS``."""
    so_far = counts()
    before = so_far.get(tried.name, Tried(tried.name, 0, 0, 0))
    finds, runs = before.finds + tried.finds, before.runs + tried.runs
    so_far[tried.name] = tried._replace(runs=runs, finds=finds)
    rows = ["\t".join(map(str, each)) for each in (Tried._fields, *so_far.values())]
    COUNTS.write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m fuzz.run", description="Try the harnesses.")
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--minutes", type=float, default=0, help="of all harnesses together")
    length.add_argument("--runs", type=int, default=0, help="of each harness, times its share")
    parser.add_argument("--only", metavar="HARNESS", help="the one that is tried")
    parser.add_argument("harness", nargs="?", help="what to run on files")
    parser.add_argument("files", nargs="*", type=Path, help="inputs to run again")
    return parser


def _again(name: str, files: Sequence[Path]) -> int:
    """Run a harness on ``files``; 1 where one shows something."""
    from .harnesses import tried

    found = 0
    for path in files:
        try:
            tried(name, path.read_bytes())
        except Exception:  # noqa: BLE001 - whatever it is, is shown
            found = 1
            sys.stderr.write(f"{path}\n{traceback.format_exc()}\n")
    return found


def _prepared() -> dict[str, int]:
    """Each harness with its share, after all of newsbrief was loaded so that its code reports.

    Each then runs in a process forked of this one, as libFuzzer tries one thing in a process.
    """
    import atheris

    import newsbrief

    with redirect_stderr(io.StringIO()), atheris.instrument_imports(include=["newsbrief"]):
        for module in pkgutil.walk_packages(newsbrief.__path__, "newsbrief."):
            if not module.name.endswith("__main__"):
                import_module(module.name)
    from .file_pieces import PIECES
    from .harnesses import HARNESSES
    from .texts import WORDS

    for folder in (CORPUS, FINDS):
        folder.mkdir(parents=True, exist_ok=True)
    entries = dict.fromkeys(filter(None, map(_entry, (*WORDS, *PIECES))))
    DICTIONARY.write_text("".join(f'"{entry}"\n' for entry in entries), encoding="ascii")
    newsbrief.facts("Ann Lee said it rained on Monday, and that the quay was shut.")
    return {name: harness.share for name, harness in HARNESSES.items()}


def _entry(word: str) -> str:
    """``word`` as an entry of libFuzzer's dictionary; "" for one that is too long."""
    data = word.encode("utf-8", "ignore")
    return "".join(f"\\x{byte:02x}" for byte in data) if len(data) <= MAX_CHARS else ""


def _try(name: str, runs: int, seconds: float) -> Tried:
    """Try a harness in a process of its own, for so many ``runs`` or ``seconds``."""
    from .seeds import seeds

    corpus, log = CORPUS / name, BUILD / f"{name}.log"
    corpus.mkdir(exist_ok=True)
    longest = MAX_BYTES
    for data in seeds(name):
        longest = max(longest, min(len(data), MAX_FILE_BYTES))
        (corpus / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
    before = set(FINDS.iterdir())
    child = os.fork()
    if not child:
        with log.open("wb") as file:
            os.dup2(file.fileno(), sys.stdout.fileno())
            os.dup2(file.fileno(), sys.stderr.fileno())
        flags = [
            *("-print_final_stats=1", f"-seed={SEED}", f"-max_len={longest}"),
            *(f"-runs={runs}", f"-max_total_time={max(1, round(seconds)) if seconds else 0}"),
            *(f"-dict={DICTIONARY}", f"-artifact_prefix={FINDS}/{name}-"),
            f"-report_slow_units={NEVER}",
            *(f"-rss_limit_mb={MEMORY_MB}", f"-timeout={HANGS_AFTER if seconds else NEVER}"),
        ]
        _fuzz(name, [*flags, str(corpus)], timed=bool(seconds))
    _, status = os.waitpid(child, 0)
    said = log.read_text(encoding="utf-8", errors="replace")
    executed = re.search(r"stat::number_of_executed_units: +(\d+)", said)
    found = set(FINDS.iterdir()) - before
    if status and not found:
        found.add(log)  # which says why it ended
    return Tried(name, int(executed[1]) if executed else 0, len(list(corpus.iterdir())), len(found))


def _fuzz(name: str, flags: Sequence[str], *, timed: bool) -> None:
    """Fuzz in this process, which ends."""
    import atheris

    from .harnesses import tried

    seen: set[str] = set()

    def one_input(data: bytes) -> None:
        start = time.process_time()
        try:
            tried(name, data)
            if timed and time.process_time() - start > MAX_SECONDS:
                raise TooSlowError(f"{time.process_time() - start:.0f} s")  # noqa: TRY301
        except Exception as error:  # noqa: BLE001 - any is a find
            where = _where(error)
            if where not in seen:
                seen.add(where)
                path = FINDS / f"{name}-{hashlib.sha256(where.encode()).hexdigest()[:12]}"
                path.write_bytes(data)
                traceback.print_exc()

    atheris.Setup([sys.argv[0], *flags], one_input)
    atheris.Fuzz()


def _where(error: BaseException) -> str:
    """The kind of ``error`` and the lines that led to it, by which two are told apart."""
    frames = traceback.extract_tb(error.__traceback__)
    return "\n".join([type(error).__name__, *(f"{f.filename}:{f.lineno}" for f in frames[-2:])])


def _tell(tried: Tried) -> None:
    finds = f", {tried.finds} found" if tried.finds else ""
    sys.stdout.write(f"{tried.name}: {tried.runs:,} runs, {tried.kept:,} inputs kept{finds}\n")
    for line in _repeat(tried.name) if tried.finds else ():
        sys.stdout.write(f"  {line}\n")
    sys.stdout.flush()


def _repeat(name: str) -> Iterator[str]:
    """The commands that repeat what a harness found; its log where it ended without an input."""
    python = os.path.relpath(sys.executable, ROOT)
    paths = [path for path in sorted(FINDS.iterdir()) if path.name.startswith(f"{name}-")]
    for path in paths or [BUILD / f"{name}.log"]:
        shown = path.relative_to(ROOT)
        yield f"{python} -m fuzz.run {name} {shown}" if paths else f"it ended: see {shown}"


if __name__ == "__main__":
    sys.exit(main())
