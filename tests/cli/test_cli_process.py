"""The command line as a process: pipes, signals, terminals, the locale, the network."""

# ruff: noqa: S603  The program run is our own.

from __future__ import annotations

import fcntl
import json
import os
import pty
import shutil
import signal
import struct
import subprocess
import sys
import termios
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

NEWSBRIEF = [sys.executable, "-m", "newsbrief"]


def newsbrief(*argv: object, code: str = "", **env: str) -> subprocess.CompletedProcess[bytes]:
    """A run of its own; ``code`` is Python to run before."""
    start = [
        sys.executable,
        "-c",
        f"{code}\nfrom newsbrief.cli import main\nraise SystemExit(main())",
    ]
    return subprocess.run(
        [*(start if code else NEWSBRIEF), *map(str, argv)],
        env={**os.environ, **env},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=60,
    )


def shell(line: str, *argv: object) -> subprocess.CompletedProcess[bytes]:
    """A run of bash, in which ``"$@"`` is newsbrief with ``argv``."""
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("needs bash")
    return subprocess.run(
        [bash, "-c", f"set -o pipefail; {line}", "bash", *NEWSBRIEF, *map(str, argv)],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=60,
    )


# Pipes


def test_a_pipe_closed_midway_is_no_error(samples: Path) -> None:
    files = [samples / "politics.txt"] * 200  # more than a pipe holds
    result = shell('"$@" | head -1', "summarize", "-n", 100, "--json", *files)
    assert (result.returncode, result.stdout, result.stderr) == (0, b"[\n", b"")


@pytest.mark.parametrize("argv", [["--help"], ["summarize"]])
def test_a_pipe_closed_from_the_start_is_no_error(argv: list[str], samples: Path) -> None:
    result = shell('"$@" | exec true', *argv, samples / "brief.txt")
    assert (result.returncode, result.stderr) == (0, b"")


def test_messages_to_a_closed_pipe_are_no_traceback() -> None:
    result = shell('"$@" 2>&1 >/dev/null | exec true', "summarize", *["missing"] * 9999)
    assert (result.returncode, result.stderr) == (0, b"")


# Outputs that cannot be written


@pytest.fixture(params=["", "1"], ids=["buffered", "unbuffered"])
def _either_buffering(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Python buffers, it keeps what it could not write and fails again at the next flush."""
    monkeypatch.setenv("PYTHONUNBUFFERED", request.param)


@pytest.mark.usefixtures("_either_buffering")
@pytest.mark.parametrize(
    ("redirection", "reason"),
    [
        pytest.param(">/dev/full", "no space left on device", id="full"),
        pytest.param(">&-", "closed", id="closed"),
    ],
)
@pytest.mark.parametrize(
    "argv",
    [
        ["summarize", "FILE"],
        ["facts", "--json", "FILE", "FILE"],
        ["digest", "--table", "FILE"],
        ["--help"],
        ["help", "facts"],
        ["--version"],
        ["--show-completion", "zsh"],
        ["schema", "facts"],
    ],
    ids=" ".join,
)
def test_standard_output_that_cannot_be_written_is_reported_once(
    argv: list[str], redirection: str, reason: str, samples: Path
) -> None:
    words = [str(samples / "brief.txt") if word == "FILE" else word for word in argv]
    result = shell(f'"$@" {redirection}', *words)
    message = f"newsbrief: standard output: {reason}\n".encode()
    assert (result.returncode, result.stderr) == (1, message)


@pytest.mark.usefixtures("_either_buffering")
@pytest.mark.parametrize("redirection", ["2>/dev/full", "2>&-"], ids=["full", "closed"])
@pytest.mark.parametrize(
    ("argv", "status"),
    [
        pytest.param(["summarize", "missing.txt"], 1, id="an input"),
        pytest.param(["summarize", "--debug", "missing.txt"], 1, id="a traceback"),
        pytest.param(["sumarize"], 2, id="a command"),
        pytest.param(["summarize", "-n", "0"], 2, id="a value"),
        pytest.param(["facts", "--json", "--csv"], 2, id="two formats"),
        pytest.param([], 2, id="no command"),
    ],
)
def test_an_error_that_cannot_be_reported_keeps_its_status(
    argv: list[str], status: int, redirection: str
) -> None:
    result = shell(f'"$@" {redirection}', *argv)
    assert (result.returncode, result.stdout, result.stderr) == (status, b"", b"")


@pytest.mark.usefixtures("_either_buffering")
@pytest.mark.parametrize("redirection", ["2>/dev/full", "2>&-"], ids=["full", "closed"])
def test_errors_that_cannot_be_reported_do_not_stop_the_work(
    redirection: str, samples: Path
) -> None:
    good = samples / "brief.txt"
    result = shell(f'"$@" {redirection}', "summarize", "--jsonl", "missing.txt", good, "missing")
    assert (result.returncode, result.stderr) == (1, b"")
    assert result.stdout == newsbrief("summarize", "--jsonl", good).stdout


@pytest.mark.parametrize("streams", [">/dev/full 2>/dev/full", ">&- 2>&-", "<&- >&- 2>&-"])
def test_with_no_stream_to_write_there_is_still_a_status(streams: str, samples: Path) -> None:
    result = shell(f'"$@" {streams}', "summarize", samples / "brief.txt")
    assert (result.returncode, result.stdout, result.stderr) == (1, b"", b"")


def test_a_file_is_written_where_standard_output_is_closed(samples: Path, tmp_path: Path) -> None:
    argv = ["summarize", samples / "brief.txt"]
    result = shell('"$@" >&-', *argv, "-o", tmp_path / "out")
    assert (result.returncode, result.stderr) == (0, b"")
    assert (tmp_path / "out").read_bytes() == newsbrief(*argv).stdout


@pytest.mark.usefixtures("_either_buffering")
@pytest.mark.parametrize("name", ["text", "json"])
def test_a_device_that_is_full_is_reported_once(name: str, samples: Path) -> None:
    result = newsbrief("facts", "-f", name, "-o", "/dev/full", samples / "brief.txt")
    message = b"newsbrief: /dev/full: no space left on device\n"
    assert (result.returncode, result.stdout, result.stderr) == (1, b"", message)


def test_a_file_on_a_full_disk_is_reported_once_and_leaves_nothing(
    samples: Path, tmp_path: Path
) -> None:
    """A limit on the size of files stands for the full disk, which takes root to make."""
    target = tmp_path / "out.json"
    code = (
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        "resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))"
    )
    result = newsbrief("facts", "--json", "-o", target, samples / "politics.txt", code=code)
    message = f"newsbrief: {target}: file too large\n".encode()
    assert (result.returncode, result.stdout, result.stderr) == (1, b"", message)
    assert list(tmp_path.iterdir()) == []


# Signals


def test_interrupted_after_the_first_line(samples: Path) -> None:
    """The first object is there before the last input has been read."""
    process = subprocess.Popen(
        [*NEWSBRIEF, "summarize", "--jsonl", str(samples / "brief.txt"), "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    with process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith(b'{"schema": 2,')
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (130, b"", b"")


@pytest.mark.parametrize(
    ("text", "late"),
    [(0, False), (1, True), (2, False)],
    ids=["before the first", "behind the second", "before the closing"],
)
@pytest.mark.parametrize(
    ("number", "status"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)],
    ids=["SIGINT", "SIGTERM", "SIGHUP"],
)
def test_a_signal_while_a_record_is_written_leaves_no_array_open(
    number: signal.Signals, status: int, text: int, *, late: bool, samples: Path
) -> None:
    code = f"""
import signal
from newsbrief.cli import output
signal.signal(signal.SIGINT, signal.default_int_handler)
whole, seen = output.write_whole, []
def write_whole(file, data):
    seen.append(data)
    for each in ["stop", "write"][::{-1 if late else 1}]:
        if each == "write":
            whole(file, data)
        elif len(seen) == {text + 1}:
            signal.raise_signal({int(number)})
output.write_whole = write_whole
"""
    result = newsbrief("text", "--json", *[samples / "brief.txt"] * 2, code=code)
    assert len(json.loads(result.stdout)) == min(text + 1, 2)
    assert (result.returncode, result.stderr) == (status, b"")


def test_what_ends_the_run_between_two_records_leaves_no_array_open(samples: Path) -> None:
    code = """
from newsbrief.cli import batch
from newsbrief.errors import NewsbriefError
def outcomes(*_, **__):
    yield from ORIGINAL(*_, **__)
    raise NewsbriefError("no more")
ORIGINAL = batch.spread.outcomes
batch.spread.outcomes = outcomes
"""
    result = newsbrief("text", "--json", samples / "brief.txt", code=code)
    assert len(json.loads(result.stdout)) == 1
    assert (result.returncode, result.stderr) == (1, b"newsbrief: no more\n")


# Terminals


def on_terminal(*argv: object, columns: int = 70) -> tuple[int, str]:
    """The exit status and the output of a run whose three streams are a terminal."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    process = subprocess.Popen(
        [*NEWSBRIEF, *map(str, argv)],
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        env={**os.environ, "TERM": "xterm-256color"},
    )
    os.close(theirs)
    out = b""
    with process:
        while True:
            try:
                piece = os.read(ours, 65536)
            except OSError:  # how Linux says that the other end is closed
                break
            if not piece:
                break
            out += piece
    os.close(ours)
    return process.returncode, out.decode().replace("\r\n", "\n")


def test_a_terminal_gets_a_coloured_table_of_its_width(samples: Path) -> None:
    code, out = on_terminal("summarize", samples / "brief.txt")
    assert code == 0
    assert "\x1b[1m" in out
    assert "─" * 70 in out
    assert "─" * 71 not in out


def test_nothing_to_read_at_a_terminal_shows_help_at_once() -> None:
    code, out = on_terminal("facts")
    assert code == 2
    assert out.startswith("Usage: newsbrief facts")


MANY = ["brief.txt"] * 12


def test_progress_is_for_a_person_who_waits(
    run: Run, samples: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(samples)
    err = run("summarize", *MANY, terminal=("stderr",)).err
    assert "\x1b[K12/12 brief.txt" in err
    assert err.endswith("\r\x1b[K"), "it goes when all is done"


@pytest.mark.parametrize(
    ("argv", "terminal"),
    [
        pytest.param(MANY[:9], ("stderr",), id="few"),
        pytest.param(["-q", *MANY], ("stderr",), id="quiet"),
        pytest.param(MANY, ("stderr", "stdout"), id="the output is to be seen"),
        pytest.param(MANY, (), id="a log"),
    ],
)
def test_else_there_is_no_progress(
    argv: list[str],
    terminal: tuple[str, ...],
    run: Run,
    samples: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(samples)
    result = run("summarize", *argv, terminal=terminal)
    assert (result.code, result.err) == (0, "")


# The rest of the world


@pytest.mark.parametrize("command", ["summarize", "facts", "brief", "digest"])
def test_output_is_utf_8_whatever_the_locale(command: str, samples: Path) -> None:
    argv = (command, samples / "windows_1252.txt")
    ascii_only = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    plain, foreign = newsbrief(*argv), newsbrief(*argv, PYTHONIOENCODING="ascii", **ascii_only)
    assert (foreign.returncode, foreign.stdout, foreign.stderr) == (0, plain.stdout, b"")
    assert not plain.stdout.isascii()


@pytest.mark.parametrize("command", ["summarize", "facts", "brief", "digest"])
def test_no_network_and_the_same_bytes_with_other_hash_seeds(command: str, samples: Path) -> None:
    no_network = """
import os, sys
sys.addaudithook(lambda event, _: os._exit(99) if event.startswith("socket.") else None)
"""
    argv = (command, "--json", samples / "politics.txt", samples / "wire.txt")
    one = newsbrief(*argv, code=no_network, PYTHONHASHSEED="1")
    other = newsbrief(*argv, code=no_network, PYTHONHASHSEED="2")
    assert (one.returncode, one.stderr) == (0, b"")
    assert one.stdout == other.stdout


@pytest.mark.parametrize(
    ("argv", "absent"),
    [
        pytest.param(["--version"], "numpy nltk rich pydantic", id="version"),
        pytest.param(["summarize", "-h"], "numpy nltk rich pydantic", id="help"),
        pytest.param(["summarize", "FILE"], "rich pydantic csv mcp asyncio", id="summarize"),
        pytest.param(["facts", "FILE", "--json"], "rich pydantic csv mcp asyncio", id="facts"),
    ],
)
def test_a_command_imports_what_it_needs(argv: list[str], absent: str, samples: Path) -> None:
    """What is absent here would be most of a cold run."""
    look = f"""
import atexit, sys
atexit.register(lambda: print(sorted({{*sys.modules}} & {{*{absent.split()}}}), file=sys.stderr))
"""
    words = [str(samples / "brief.txt") if word == "FILE" else word for word in argv]
    result = newsbrief(*words, code=look)
    assert (result.returncode, result.stderr) == (0, b"[]\n")


# Completion


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("newsbrief sum", {"summarize"}, id="command"),
        pytest.param("newsbrief summarize --for", {"--format"}, id="option"),
        pytest.param("newsbrief facts --format js", {"json", "jsonl"}, id="format"),
        pytest.param("newsbrief facts --kind de", {"denial"}, id="kind"),
        pytest.param("newsbrief summarize --method t", {"textrank"}, id="method"),
        pytest.param("newsbrief help s", {"summarize", "sources", "schema"}, id="help"),
        pytest.param("newsbrief schema e", {"error"}, id="schema"),
        pytest.param("newsbrief summarize art", set(), id="file, which is the shell's work"),
    ],
)
def test_completion(
    words: str, expected: set[str], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("_NEWSBRIEF_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", words)
    monkeypatch.setenv("COMP_CWORD", str(words.count(" ")))
    result = run()
    assert (result.code, set(result.out.split()), result.err) == (0, expected, "")


# What only the script for the shell has in it.
SCRIPTS = {
    "bash": "complete -o default -F _newsbrief_completion newsbrief",
    "zsh": "#compdef newsbrief",
    "fish": "complete --command newsbrief",
    "powershell": "Register-ArgumentCompleter",
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_the_completion_script_is_that_of_the_shell_named(
    name: str, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    result = run("--show-completion", name)
    assert (result.code, result.err) == (0, "")
    assert [shell for shell, line in SCRIPTS.items() if line in result.out] == [name]
    assert f"complete_{name}" in result.out
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "installed"),
    [
        pytest.param("bash", ".bash_completions/newsbrief.sh", id="bash"),
        pytest.param("zsh", ".zfunc/_newsbrief", id="zsh"),
        pytest.param("fish", ".config/fish/completions/newsbrief.fish", id="fish"),
    ],
)
def test_completion_is_installed_for_the_shell_named(
    name: str, installed: str, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    result = run("--install-completion", name)
    assert (result.code, result.err) == (0, "")
    assert SCRIPTS[name] in (tmp_path / installed).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["pwsh", "powershell"])
def test_a_shell_that_tells_where_its_script_belongs_has_to_be_there(
    name: str, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    message = f"newsbrief: {name} is not installed here: it tells where its script belongs\n"
    assert run("--install-completion", name) == (1, "", message)


def test_the_folder_that_a_server_is_started_in_has_to_be_there(tmp_path: Path) -> None:
    folder = tmp_path / "gone"
    folder.mkdir()
    gone = f"import os; os.chdir({str(folder)!r}); os.rmdir({str(folder)!r})"
    result = newsbrief("mcp", code=gone)
    message = b"newsbrief: the current folder: no such file or directory\n"
    assert (result.returncode, result.stdout, result.stderr) == (1, b"", message)


def test_a_shell_is_named_and_never_detected(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "shellingham", None)  # importing it fails
    assert run("--show-completion", "zsh").code == 0
    assert run("--show-completion").code == 2
