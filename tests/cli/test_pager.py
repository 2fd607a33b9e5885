"""What is longer than the screen is read in a pager, and no pager can do harm."""

# ruff: noqa: S603  The program run is our own.

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from contextlib import suppress
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

# A pager that says how it was started and what it got.
WITNESS = """\
import os, sys
data = sys.stdin.buffer.read()
with open(sys.argv[1], "wb") as file:
    file.write(f"{os.environ.get('LESS')} {sys.argv[2:]}\\n".encode() + data)
"""


@pytest.fixture
def seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the pager that PAGER now names writes what it got."""
    script, seen = tmp_path / "pager.py", tmp_path / "seen"
    script.write_text(WITNESS)
    monkeypatch.delenv("NEWSBRIEF_PAGER")
    monkeypatch.setenv("PAGER", f"'{sys.executable}' '{script}' '{seen}' '-a b'")
    return seen


class Terminal:
    """A run of newsbrief at a terminal, and what the terminal got."""

    def __init__(self, *argv: object, lines: int = 10, **env: str) -> None:
        self.ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", lines, 80, 0, 0))
        self.process = subprocess.Popen(
            [sys.executable, "-m", "newsbrief", *map(str, argv)],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env={**os.environ, "TERM": "xterm-256color", **env},
            start_new_session=True,
        )
        os.close(theirs)

    def until(self, words: str = "") -> str:
        """What comes until ``words``, or until the end."""
        out = b""
        while not words or words.encode() not in out:
            assert select.select([self.ours], [], [], 60)[0], out
            try:
                piece = os.read(self.ours, 65536)
            except OSError:  # how Linux says that the other end is closed
                break
            if not piece:
                break
            out += piece
        return out.decode().replace("\r\n", "\n")

    def end(self) -> tuple[int, str]:
        out = self.until()
        code = self.process.wait(60)
        os.close(self.ours)
        return code, out


def test_what_is_longer_than_the_screen_goes_to_the_pager(seen: Path, samples: Path) -> None:
    code, out = Terminal("facts", samples / "politics.txt").end()
    how, _, shown = seen.read_text().partition("\n")
    assert (code, out, how) == (0, "", "FRX ['-a b']")
    assert " claims by " in shown
    assert "\x1b[1m" in shown, "its colours"
    assert "\x1b]8" not in shown, "no links: an older less would show them as text"


def test_a_name_that_is_not_utf_8_is_shown_escaped(
    seen: Path, samples: Path, tmp_path: Path
) -> None:
    article = tmp_path / os.fsdecode(b"caf\xe9 \x9b31m.txt")  # 9b is CSI to a terminal of 8 bits
    article.write_bytes((samples / "politics.txt").read_bytes())
    assert Terminal("facts", "--text", article, article).end()[0] == 0
    assert rb"caf\xe9 \x9b31m.txt" in seen.read_bytes()


def test_newsbrief_pager_comes_first_and_less_keeps_its_settings(
    seen: Path, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pager = os.environ["PAGER"]
    monkeypatch.setenv("PAGER", "false")
    Terminal("facts", samples / "politics.txt", NEWSBRIEF_PAGER=pager, LESS="S").end()
    assert seen.read_text().startswith("S [")


@pytest.mark.parametrize(
    ("options", "lines", "env"),
    [
        pytest.param([], 200, {}, id="all fits"),
        pytest.param(["--no-pager"], 10, {}, id="--no-pager"),
        pytest.param([], 10, {"NEWSBRIEF_PAGER": ""}, id="none"),
        pytest.param([], 10, {"NEWSBRIEF_PAGER": "cat"}, id="cat"),
        pytest.param([], 10, {"NEWSBRIEF_PAGER": "no-such-pager -x"}, id="missing"),
        pytest.param([], 10, {"NEWSBRIEF_PAGER": "'less"}, id="no command line"),
        pytest.param([], 10, {"TERM": "dumb"}, id="dumb"),
    ],
)
def test_else_it_is_written_as_it_is(
    options: list[str], lines: int, env: dict[str, str], seen: Path, samples: Path
) -> None:
    code, out = Terminal("facts", samples / "politics.txt", *options, lines=lines, **env).end()
    assert code == 0
    assert " claims by " in out
    assert not seen.exists()


def test_a_pipe_and_a_file_have_no_pager(
    seen: Path, run: Run, samples: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LINES", "5")
    assert run("facts", samples / "politics.txt").out.count("\n") > 5
    argv = ("facts", samples / "politics.txt", "-o", tmp_path / "out")
    assert Terminal(*argv).end() == (0, "")
    assert not seen.exists()


@pytest.mark.parametrize("pager", ["true", "head -1"])
def test_a_pager_that_ends_early_does_no_harm(pager: str, samples: Path) -> None:
    files = [samples / "politics.txt"] * 3
    code, out = Terminal("text", *files, NEWSBRIEF_PAGER=pager).end()
    assert code == 0
    assert out.count("\n") == (1 if pager == "head -1" else 0)


def test_errors_stand_on_the_page_and_the_status_is_kept(seen: Path, samples: Path) -> None:
    code, out = Terminal("facts", samples / "politics.txt", "missing.txt").end()
    assert (code, out) == (1, "")
    assert seen.read_text().endswith("newsbrief: missing.txt: no such file or directory\n")


def writer_of(pipe: Path) -> int:
    """What writes to ``pipe``, from when a program waits for what comes out of it."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        with suppress(OSError):  # no program does
            return os.open(pipe, os.O_WRONLY | os.O_NONBLOCK)
        time.sleep(0.01)
    pytest.fail("no program reads the pipe")


def test_an_interrupt_ends_the_work_and_leaves_the_pager(tmp_path: Path, samples: Path) -> None:
    """The text read so far stays on the page; the status says that it is not all."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    code = (
        "import signal, sys; signal.signal(signal.SIGINT, signal.SIG_IGN); "
        "print(sys.stdin.readline(), flush=True); sys.stdin.read(); print(1 + 1)"
    )
    pager = f"'{sys.executable}' -c '{code}'"
    run = Terminal("facts", samples / "politics.txt", pipe, NEWSBRIEF_PAGER=pager)
    run.until("Mayor and her brother")
    writer = writer_of(pipe)
    os.killpg(run.process.pid, signal.SIGINT)
    status, out = run.end()
    os.close(writer)
    assert status == 130
    assert out.endswith("2\n")
