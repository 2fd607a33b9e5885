"""The man pages: made from the commands, all there, and read by man without a word."""

# ruff: noqa: S603  The programs run are those of the system.

import re
import shutil
import subprocess
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest
from typer.main import get_command

from newsbrief.cli.app import app

ROOT = Path(__file__).parents[2]
COMMANDS: dict[str, Any] = get_command(app).commands  # type: ignore[attr-defined]
PAGES: dict[str, str] = run_path(str(ROOT / "tests" / "manual.py"))["pages"]()


def test_there_is_a_page_for_each_command() -> None:
    assert set(PAGES) == {"newsbrief.1", *(f"newsbrief-{name}.1" for name in COMMANDS)}


def test_the_pages_are_those_of_the_commands() -> None:
    stored = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "man").iterdir()}
    assert stored == PAGES, "python tests/manual.py puts them right"


@pytest.mark.parametrize("name", COMMANDS)
def test_a_page_has_every_option_and_variable(name: str) -> None:
    page = PAGES[f"newsbrief-{name}.1"].replace("\\-", "-")
    for param in COMMANDS[name].params:
        if param.param_type_name == "option" and not param.hidden:
            assert f"\\fB{max(param.opts, key=len)}\\fR" in page
            assert not param.envvar or f".B {param.envvar}\n" in page


@pytest.mark.parametrize("name", PAGES)
def test_no_line_is_a_macro_by_chance(name: str) -> None:
    known = r"TH|SH|SS|TP|PP|B|BR|EX|EE"
    macros = re.findall(r"^[.'](.*)$", PAGES[name], re.MULTILINE)
    assert [line for line in macros if not re.match(rf"({known})\b", line)] == []


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["mandoc", "-T", "lint", "-W", "style"], id="mandoc"),
        pytest.param(["man", "--warnings", "-l"], id="man"),
    ],
)
def test_man_has_nothing_to_say(command: list[str]) -> None:
    program = shutil.which(command[0])
    if program is None:
        pytest.skip(f"needs {command[0]}")
    paths = [str(path) for path in sorted((ROOT / "man").iterdir())]
    result = subprocess.run(
        [program, *command[1:], *paths],
        env={"MANPAGER": "cat", "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    found = result.stderr if command[0] == "man" else result.stdout
    assert [line for line in found.splitlines() if "referenced manual not found" not in line] == []
