"""Nothing goes over the network unless a web address is given, whatever the kind of input."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parent.parent
FILES = sorted(path for path in (TESTS / "formats" / "files").iterdir() if path.suffix != ".md")
EVERY_COMMAND = [str(TESTS / "outputs.py")]
EVERY_KIND = ["-m", "newsbrief", "text", *map(str, FILES)]
RUNS = [
    pytest.param(EVERY_COMMAND, 0, id="commands"),
    pytest.param(EVERY_KIND, 1, id="kinds"),  # a scan is among them
]

# Python tells its hooks of each socket that it opens, and of each program that it starts.
REFUSED = """
import os, runpy, sys
def hook(event, _):
    if event.startswith(("socket.", "subprocess.", "os.exec", "os.posix_spawn", "os.system")):
        os.write(2, event.encode())
        os._exit(99)
sys.addaudithook(hook)
"""


# The processes of one run talk through pairs of sockets that have no name and no port.
ALONE = os.environ | {"NEWSBRIEF_JOBS": "1"}


def hooked(argv: list[str]) -> list[str]:
    if argv[0] == "-m":
        _, module, *rest = argv
        return ["-c", f"{REFUSED}runpy.run_module({module!r}, run_name='__main__')", *rest]
    return ["-c", f"{REFUSED}runpy.run_path({argv[0]!r}, run_name='__main__')"]


@pytest.mark.parametrize(("argv", "status"), RUNS)
def test_no_socket_and_no_program(argv: list[str], status: int) -> None:
    result = subprocess.run(  # noqa: S603
        [sys.executable, *hooked(argv)], capture_output=True, check=False, env=ALONE
    )
    assert b"Traceback" not in result.stderr
    assert result.returncode == status
    assert len(result.stdout) > 10_000


@pytest.mark.parametrize(("argv", "status"), RUNS)
def test_no_call_of_the_system_for_a_socket(argv: list[str], status: int, tmp_path: Path) -> None:
    """Also none by a library that is not written in Python."""
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("needs strace")
    calls = tmp_path / "calls"
    result = subprocess.run(  # noqa: S603
        [strace, "-f", "-qq", "-e", "trace=%network", "-o", str(calls), sys.executable, *argv],
        stdout=subprocess.DEVNULL,
        check=False,
        env=ALONE,
    )
    if not calls.exists():
        pytest.skip("may not trace here")
    assert (result.returncode, calls.read_text()) == (status, "")
