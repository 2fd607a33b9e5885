"""What every command prints of the samples; ``python tests/outputs.py`` prints it as JSON.

A program of its own, so that tests can run it in other environments and compare.
"""

import io
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from typer.main import get_command

from newsbrief.cli import main
from newsbrief.cli.app import app
from newsbrief.cli.formats import Format

SAMPLES = Path(__file__).parent.parent / "samples"
ALL = sorted(path.relative_to(SAMPLES).as_posix() for path in SAMPLES.rglob("*.txt"))
ONE_STORY = [name for name in ALL if name.startswith("flood/")]
SHORT = ["brief.txt", *ONE_STORY[:1]]
OTHER_FORMATS = [kind for kind in Format if kind not in (Format.AUTO, Format.TEXT)]


def runs() -> Iterator[tuple[str, list[str]]]:
    """Names and command lines: each command as text of all samples, in other formats of two."""
    for name, command in get_command(app).commands.items():  # type: ignore[attr-defined]
        if not any(each.nargs == -1 for each in command.params):
            continue  # it reads no articles
        if name == "corpus":
            continue  # it prints nothing: tests/cli/test_corpus.py compares what it writes
        yield name, [name, *(ONE_STORY if name == "digest" else ALL)]
        if any(each.name == "format" for each in command.params):
            for kind in OTHER_FORMATS:
                yield f"{name} --{kind}", [name, f"--{kind}", *SHORT]


def printed(argv: list[str]) -> str:
    """What the command line ``argv`` prints, its messages and its status."""
    streams = sys.stdout, sys.stderr
    out, err = io.BytesIO(), io.BytesIO()
    sys.stdout, sys.stderr = io.TextIOWrapper(out, "utf-8"), io.TextIOWrapper(err, "utf-8")
    try:
        status = main(argv)
        sys.stdout.flush()
        sys.stderr.flush()
        ending = f"status {int(status)}\n" if status else ""
        return out.getvalue().decode() + err.getvalue().decode() + ending
    finally:
        sys.stdout, sys.stderr = streams


def outputs() -> dict[str, str]:
    """What each of the ``runs`` prints, by name."""
    os.chdir(SAMPLES)
    return {name: printed(argv) for name, argv in runs()}


if __name__ == "__main__":
    json.dump(outputs(), sys.stdout)
