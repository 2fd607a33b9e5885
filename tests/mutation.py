"""Mutation testing of the library: faults are put into each room, and its own tests must see them.

``python tests/mutation.py SIZE [ROOM ...]`` changes SIZE places of each room, one at a time, in a
copy of the tree, and runs the tests of that room alone. The changes are those of Cosmic Ray, which
``make mutation`` installs; places are drawn, always the same, so that each counts alike however
many changes it has. ``build/mutation/survivors-ROOM.diff`` has what no test saw.
"""

import json
import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from time import monotonic
from typing import NamedTuple

ROOT = Path(__file__).parent.parent
BUILD = ROOT / "build" / "mutation"
COUNTS = BUILD / "counts.tsv"
TREE = BUILD / "tree"
COPIED = (
    *("core", "cli", "tests", "bench", "fuzz", "train", "samples", "docs"),
    *("README.md", "pyproject.toml"),
)

VALUES = "values"  # article, attribution, spans, hyphens
ROOMS = {
    VALUES: [
        *("tests/test_spans.py", "tests/test_hyphens.py", "tests/test_attribution.py"),
        *("tests/test_samples.py", "tests/test_values.py", "tests/test_spans_in_edited_texts.py"),
    ],
    **{
        room: [f"tests/{room}"]
        for room in (
            *("text", "reading", "formats", "summary", "tagging", "extraction"),
            *("names", "pages", "checking", "citing", "archive"),
        )
    },
}
# A slow machine would fail the first two at any change, since they are timed; the programs of the
# last one import what is installed, not what is changed.
LEFT_OUT = (
    *("tests/formats/test_web.py", "tests/formats/test_growth_of_files.py"),
    "tests/archive/test_engines.py",
)
VALUE_MODULES = ["core/article.py", "core/attribution.py", "core/spans.py", "core/hyphens.py"]

# Changes that say nothing of the tests. Those of "|" stand in types, which fail at import; bits,
# powers and "is" raise at once; without its decorator, what is cached is only slow.
DULL = re.compile(
    "RemoveDecorator|BitOr_|ReplaceBinaryOperator_.*_(?:Pow|LShift|RShift|BitAnd|BitXor|BitOr|Mod)|"
    "_(?:Is|IsNot)$|UnaryOperator_.*_(?:Invert|Not|UAdd)$"
)
CONFIG = """[cosmic-ray]
module-path = {modules}
timeout = {timeout:.1f}
excluded-modules = []
test-command = {command}
[cosmic-ray.distributor]
name = "local"
"""


class Mutant(NamedTuple):
    """A change that was tried: where, whether the tests saw it, and its diff."""

    module: str
    line: int
    survived: bool
    diff: str


def main(size: int, rooms: Sequence[str]) -> None:
    """Try ``size`` changes of each of ``rooms``; write the counts and what survived."""
    shutil.rmtree(TREE, ignore_errors=True)
    _copy()
    for room in rooms:
        found = tried(room, size)
        lived = [mutant for mutant in found if mutant.survived]
        diffs = "".join(f"{m.module}:{m.line}\n{m.diff}\n" for m in lived)
        (BUILD / f"survivors-{room}.diff").write_text(diffs, encoding="utf-8")
        every = counts() | {room: (len(found), len(found) - len(lived))}
        rows = (f"{room}\t{size}\t{seen}\n" for room, (size, seen) in every.items())
        COUNTS.write_text("room\ttried\tkilled\n" + "".join(rows), encoding="utf-8")
        sys.stdout.write(f"{room}: {len(found)} tried, {len(lived)} survived\n")
        sys.stdout.flush()
    shutil.rmtree(TREE)


def counts() -> dict[str, tuple[int, int]]:
    """How many changes were tried and seen in each room so far."""
    lines = COUNTS.read_text(encoding="utf-8").splitlines()[1:] if COUNTS.exists() else []
    rows = (line.split("\t") for line in lines)
    return {room: (int(tried), int(killed)) for room, tried, killed in rows}


def tried(room: str, size: int) -> list[Mutant]:
    """What came of ``size`` changes of ``room``."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"]
    command += ["--hypothesis-seed=0", *(f"--ignore={path}" for path in LEFT_OUT), *ROOMS[room]]
    start = monotonic()
    _run(command)  # without a change they pass
    config, session = TREE / "mutation.toml", TREE / "mutation.sqlite"
    text = CONFIG.format(
        modules=json.dumps(VALUE_MODULES if room == VALUES else f"core/{room}"),
        timeout=10 + 3 * (monotonic() - start),
        command=json.dumps(" ".join(command)),
    )
    config.write_text(text, encoding="utf-8")
    session.unlink(missing_ok=True)
    cosmic_ray = Path(sys.executable).with_name("cosmic-ray")
    _run([str(cosmic_ray), "init", config.name, session.name])
    _keep(session, size)
    _run([str(cosmic_ray), "exec", config.name, session.name])
    with sqlite3.connect(session) as database:
        rows = database.execute(
            "SELECT module_path, start_pos_row, test_outcome, diff FROM mutation_specs"
            " JOIN work_results USING (job_id) ORDER BY module_path, start_pos_row"
        ).fetchall()
    return [
        Mutant(module, line, outcome.upper() == "SURVIVED", diff)
        for module, line, outcome, diff in rows
    ]


def _keep(session: Path, size: int) -> None:
    """Leave ``size`` changes to be tried, each of another place."""
    with sqlite3.connect(session) as database:
        rows = database.execute(
            "SELECT module_path, start_pos_row, start_pos_col, operator_name, occurrence,"
            " operator_args, job_id FROM mutation_specs"
        ).fetchall()
        places: dict[tuple[str, int, int], list[str]] = {}
        for *where, operator, occurrence, arguments, job in sorted(rows):
            if not DULL.search(operator):
                key = (str(where[0]), int(where[1]), int(where[2]))
                places.setdefault(key, []).append(job)
            del occurrence, arguments  # only for the order
        draw = random.Random(0)
        kept = {
            draw.choice(places[place])
            for place in draw.sample(sorted(places), min(size, len(places)))
        }
        for table in ("mutation_specs", "work_items"):
            jobs = [job for (job,) in database.execute(f"SELECT job_id FROM {table}")]  # noqa: S608
            database.executemany(
                f"DELETE FROM {table} WHERE job_id = ?",  # noqa: S608
                [(job,) for job in jobs if job not in kept],
            )


def _copy() -> None:
    """A copy of the tree, and in ``link/`` the package laid out as it is installed."""
    ignored = shutil.ignore_patterns("__pycache__")
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, TREE / name, ignore=ignored)
        else:
            shutil.copy(ROOT / name, TREE / name)
    package = TREE / "link" / "newsbrief"
    package.mkdir(parents=True)
    for path in (TREE / "core").iterdir():
        (package / path.name).symlink_to(path)
    (package / "cli").symlink_to(TREE / "cli")


def _run(command: list[str]) -> None:
    """Run ``command`` in the copy; exit with what it said where it fails."""
    done = subprocess.run(  # noqa: S603
        command,
        cwd=TREE,
        env={
            **os.environ,
            "PYTHONPATH": str(TREE / "link"),
            "PYTHONDONTWRITEBYTECODE": "1",  # which would be that of the change before
            "OMP_NUM_THREADS": "1",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{' '.join(command)}\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 32, sys.argv[2:] or list(ROOMS))
