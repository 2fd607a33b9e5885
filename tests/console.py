"""The console blocks of pages, with what the commands in them print.

    python tests/console.py    writes it into the pages

A session is a whole page, a recipe a section of one. Each runs in a folder of its own with the
samples in it; a fenced block with the name of a file is that file. A recipe that needs a program
that is not here stays as it is.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import newsbrief

ROOT = Path(__file__).parent.parent
SESSIONS = [ROOT / "README.md", ROOT / "docs" / "tutorial.md"]
PAGES_OF_RECIPES = [ROOT / "docs" / name for name in ("cookbook.md", "archive.md")]
PATH = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])

_CONSOLE = re.compile(r"^```console\n(.*?)^```", re.DOTALL | re.MULTILINE)
_COMMAND = re.compile(r"^\$ (.*)\n", re.MULTILINE)
_FILE = re.compile(r"^```\w+ ([\w.]+)\n(.*?)^```", re.DOTALL | re.MULTILINE)
_NEEDS = re.compile(r"^Needs (`.*`)\.$", re.MULTILINE)


def recipes(page: str) -> list[str]:
    """The sections of ``page`` with commands to run; what stands above the first is none."""
    sections = re.split(r"^(?=## )", page, flags=re.MULTILINE)[1:]
    return [each for each in sections if _CONSOLE.search(each)]


def missing(recipe: str) -> list[str]:
    """The programs that ``recipe`` needs and that are not here."""
    needed = [name for line in _NEEDS.findall(recipe) for name in re.findall(r"`(.*?)`", line)]
    return [name for name in needed if shutil.which(name, path=PATH) is None]


def refreshed(text: str) -> str:
    """``text``, a session or a recipe, with the output of each ``$ command`` below it."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        shutil.copytree(ROOT / "samples", home / "samples")
        for name, content in _FILE.findall(text):
            (home / name).write_text(content, encoding="utf-8")
        program = home / ".bin" / "newsbrief"
        program.parent.mkdir()
        lines = f'#!/bin/sh\nexec "{sys.executable}" -m newsbrief "$@"\n'
        program.write_text(lines, encoding="utf-8")
        program.chmod(0o755)
        return _CONSOLE.sub(
            lambda block: (
                "```console\n"
                + "".join(_run(command, home) for command in _COMMAND.findall(block[1]))
                + "```"
            ),
            text,
        )


def _run(command: str, home: Path) -> str:
    """``command`` as it is typed, and what it prints at a terminal of 80 columns."""
    result = subprocess.run(  # noqa: S603  The commands are our own.
        ["/bin/sh", "-c", command],
        cwd=home,
        env={
            "PATH": f"{home / '.bin'}{os.pathsep}{PATH}",
            "PYTHONPATH": str(Path(newsbrief.__file__).parents[1]),
            "HOME": str(home),
            "COLUMNS": "80",
            "LC_ALL": "C.UTF-8",
        },
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        check=True,
        timeout=120,
    )
    out = result.stdout.decode("utf-8").replace("\r\n", "\n")
    return f"$ {command}\n{out}"


if __name__ == "__main__":
    for path in [*SESSIONS, *PAGES_OF_RECIPES]:
        page = path.read_text(encoding="utf-8")
        for each in recipes(page) if path in PAGES_OF_RECIPES else [page]:
            if not missing(each):
                page = page.replace(each, refreshed(each))
        path.write_text(page, encoding="utf-8")
