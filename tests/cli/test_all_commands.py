"""What holds of every command, those included that are still to come."""

from __future__ import annotations

import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from typer.main import get_command

from newsbrief.cli.app import app

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

COMMANDS = get_command(app).commands  # type: ignore[attr-defined]
READING = [
    name
    for name, command in COMMANDS.items()
    if any(param.param_type_name == "argument" and param.nargs == -1 for param in command.params)
]
PRINTING = [name for name in READING if name != "corpus"]  # which writes a record of an error
BESIDE = {"check": ["brief.txt"]}  # what a command needs besides its first input
EMPTY = [
    pytest.param(b"", id="nothing"),
    pytest.param(b" \n\t\r\n\f", id="white space"),
    pytest.param(b"\xef\xbb\xbf", id="a byte order mark"),
]


def test_most_commands_read_articles() -> None:
    assert {"summarize", "facts", "brief", "digest", "text", "report"} <= set(READING)


@pytest.mark.parametrize("data", EMPTY)
@pytest.mark.parametrize("command", PRINTING)
def test_an_empty_file_is_one_line(
    command: str, data: bytes, run: Run, tmp_path: Path, samples: Path
) -> None:
    others = [samples / name for name in BESIDE.get(command, ())]
    empty = tmp_path / "empty.txt"
    empty.write_bytes(data)
    message = f"newsbrief: {empty}: there is no text in this input\n"
    assert run(command, empty, *others) == (1, "", message)
    assert run(command, "-", *others, stdin=data) == (1, "", message.replace(str(empty), "-"))


@pytest.mark.parametrize("command", PRINTING)
def test_an_empty_name_is_one_line(command: str, run: Run, samples: Path) -> None:
    others = [samples / name for name in BESIDE.get(command, ())]
    assert run(command, "", *others) == (1, "", "newsbrief: '': this name is empty\n")


@pytest.mark.parametrize("command", READING)
def test_an_encoding_that_is_none_of_texts_is_one_line(command: str, run: Run) -> None:
    result = run(command, "--encoding", "utf-7", stdin=b"+ADw-script+AD4-")
    message = "newsbrief: invalid value for '--encoding': there is no encoding 'utf-7' of texts.\n"
    assert result == (2, "", message)


@pytest.mark.parametrize("command", READING)
def test_an_input_is_never_the_output(command: str, run: Run, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text("It rained in Ostrand on Monday.")
    result = run(command, article, "-o", article)
    assert result == (2, "", f"newsbrief: {article} is an input and would be overwritten\n")
    assert article.read_text() == "It rained in Ostrand on Monday."


@pytest.mark.parametrize("command", COMMANDS)
def test_help_to_a_closed_stream_is_one_line(command: str) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("needs bash")
    result = subprocess.run(  # noqa: S603
        [bash, "-c", '"$@" --help >&-', "bash", sys.executable, "-m", "newsbrief", command],
        capture_output=True,
        check=False,
        timeout=60,
    )
    message = b"newsbrief: standard output: closed\n"
    assert (result.returncode, result.stdout, result.stderr) == (1, b"", message)
