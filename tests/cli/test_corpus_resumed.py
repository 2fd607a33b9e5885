"""``corpus --resume``: however a run is stopped, in the end the archive has the same bytes."""

from __future__ import annotations

import errno
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from newsbrief.cli import archive_journal, archive_run
from newsbrief.cli.replacement import write_whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from conftest import Run

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills copies of a process")

KILLS = 20
ARTICLES = 40


@pytest.fixture(autouse=True)
def _small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a run of a few articles has many moments at which it can be stopped."""
    monkeypatch.setattr(archive_run, "BLOCK", 4)
    monkeypatch.setattr("newsbrief.archive.table.ROW_GROUP", 25)


@pytest.fixture
def inputs(tmp_path: Path) -> list[Path]:
    """A table with bad lines, a folder, a table of another kind, and what cannot be read."""
    rows = [
        json.dumps({"title": f"Rain {n}", "text": f"It rained on day {n}, Ann Lee said."})
        for n in range(ARTICLES)
    ]
    rows[7] = rows[23] = '{"text": bad}'
    (tmp_path / "news.jsonl").write_text("\n".join(rows) + "\n")
    (tmp_path / "in").mkdir()
    for n in range(5):
        (tmp_path / "in" / f"{n}.txt").write_text(f"It snowed on day {n}, Bo Ek said.\n" * (n > 1))
    (tmp_path / "some.csv").write_text("title,text\n" + "Hail,It hailed.\n" * 9)
    return [tmp_path / name for name in ("news.jsonl", "in", "some.csv", "none.txt")]


# Copies itself for each run that it is asked for, and ends the copy after some seconds. It has all
# parameters loaded: only so can forty runs take few seconds. No thread of another test is in it.
SERVER = """
import json, os, resource, signal, sys, time
import pyarrow.parquet
from newsbrief.archive import table
from newsbrief.cli import archive_run, main
archive_run.BLOCK, table.ROW_GROUP = 4, 25
answers = os.fdopen(os.dup(1), "w")
null = os.open(os.devnull, os.O_RDWR)
os.dup2(null, 1)
os.dup2(null, 2)
main(["brief", sys.argv[1]])
answers.write("ready\\n")
answers.flush()
for line in sys.stdin:
    argv, seconds, most_bytes = json.loads(line)
    number = os.fork()
    if not number:
        status = 70
        try:
            os.dup2(null, 0)
            if most_bytes:
                resource.setrlimit(resource.RLIMIT_FSIZE, (most_bytes, most_bytes))
            status = main(["corpus", *argv])
        finally:
            os._exit(status)
    if seconds is not None:
        time.sleep(seconds)
        os.kill(number, signal.SIGKILL)
    answers.write(f"{os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])}\\n")
    answers.flush()
"""


@pytest.fixture
def status(samples: Path) -> Iterator[Callable[..., int]]:
    """The status of ``newsbrief corpus`` with the arguments, in a process of its own.

    After some ``seconds`` it gets SIGKILL, and no file of it may have more than ``most_bytes``.
    """
    argv = [sys.executable, "-c", SERVER, str(samples / "politics.txt")]
    with subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:  # noqa: S603
        asked, answers = server.stdin, server.stdout
        assert asked
        assert answers
        assert answers.readline() == "ready\n"

        def status(*argv: object, seconds: float | None = None, most_bytes: int = 0) -> int:
            asked.write(json.dumps([[str(word) for word in argv], seconds, most_bytes]) + "\n")
            asked.flush()
            return int(answers.readline())

        yield status
        asked.close()


def test_twenty_runs_killed_at_random_moments_end_with_the_same_bytes(
    inputs: list[Path], status: Callable[..., int], tmp_path: Path
) -> None:
    chance = random.Random(19)
    seconds, whole = {}, {}
    for ending in (".jsonl.gz", ".parquet"):
        began = time.monotonic()
        assert status(*inputs, "-o", tmp_path / f"whole{ending}") == 1
        seconds[ending] = time.monotonic() - began
        whole[ending] = (tmp_path / f"whole{ending}").read_bytes()
    kills, archives = 0, 0
    while kills < KILLS or archives < len(whole):
        ending = list(whole)[archives % 2]
        out = tmp_path / f"out{ending}"
        argv = (*inputs, "-o", out, "--resume", "-j", 2)
        while kills < KILLS:
            if status(*argv, seconds=chance.uniform(0, seconds[ending])) != -signal.SIGKILL:
                break
            kills += 1
        assert status(*argv) in {0, 1}
        assert out.read_bytes() == whole[ending]
        assert [path.name for path in tmp_path.glob("out*")] == [out.name]
        out.unlink()
        archives += 1


@pytest.mark.parametrize("name", ["a.jsonl", "a.parquet"])
def test_a_run_that_is_stopped_says_how_it_goes_on(
    name: str, inputs: list[Path], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("corpus", *inputs, "-o", tmp_path / f"whole{name[1:]}")
    out = tmp_path / name
    stop_after(3, KeyboardInterrupt, monkeypatch)
    result = run("corpus", *inputs, "-o", out)
    message = f"newsbrief: {out}: stopped; --resume goes on after 12 records\n"
    assert (result.code, result.err[-len(message) :]) == (130, message)
    assert not out.exists()
    monkeypatch.undo()
    monkeypatch.setattr(archive_run, "BLOCK", 4)
    monkeypatch.setattr("newsbrief.archive.table.ROW_GROUP", 25)
    again = (
        "newsbrief: a run was stopped at record 12: --resume goes on with it; "
        f"to begin anew, remove {out}.partial\n"
    )
    assert run("corpus", *inputs, "-o", out) == (2, "", again)
    result = run("corpus", "--resume", *inputs, "-o", out)
    assert (result.code, result.err.count("no valid JSON")) == (1, 1), "the other one was before"
    assert "55 records, 5 with an error" in result.err
    assert out.read_bytes() == (tmp_path / f"whole{name[1:]}").read_bytes()
    done = (
        f"newsbrief: {out}: is complete: nothing to resume; "
        "whether it is of these inputs and options is not known\n"
    )
    assert run("corpus", "--resume", *inputs[:1], "-o", out) == (0, "", done)


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(errno.ENOSPC, "No space")])
def test_a_run_that_is_stopped_before_its_first_block_says_what_it_leaves(
    error: BaseException,
    inputs: list[Path],
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "a.jsonl"
    with monkeypatch.context() as patch:
        stop_after(0, error, patch)
        told = run("corpus", *inputs, "-o", out).err.splitlines()[-1]
    reason = "no space" if isinstance(error, OSError) else "stopped"
    left = f"{out}.partial has no record yet: the same command begins anew"
    assert told == f"newsbrief: {out}: {reason}; {left}"
    assert run("corpus", *inputs, "-o", out).code == 1
    assert sorted(path.name for path in tmp_path.glob("a.*")) == ["a.jsonl"]
    nowhere = run("corpus", *inputs, "-o", tmp_path / "none" / "a.jsonl").err
    assert "has no record" not in nowhere


def stop_after(
    blocks: int, error: type[BaseException] | BaseException, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Have ``error`` come while the next block after so many is written."""
    real, written = write_whole, 0

    def write(file: object, data: bytes) -> None:
        nonlocal written
        if str(getattr(file, "name", "")).endswith(".new"):
            real(file, data)  # type: ignore[arg-type]
            return
        written += 1
        if written > blocks:
            real(file, data[: len(data) // 2])  # type: ignore[arg-type]
            raise error
        real(file, data)  # type: ignore[arg-type]

    monkeypatch.setattr(archive_journal, "write_whole", write)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        pytest.param("inputs", "needs the same inputs, as they were,", id="an input has changed"),
        pytest.param("options", "needs the same options", id="other options"),
        pytest.param("version", "needs the same version of newsbrief", id="another newsbrief"),
        pytest.param("journal", "a.jsonl.journal cannot be read", id="a broken journal"),
        pytest.param("shorter", "a.jsonl.partial is shorter than its journal says", id="cut off"),
        pytest.param("none", "a.jsonl.partial has no journal", id="no journal"),
    ],
)
def test_what_cannot_be_resumed_is_one_line(
    change: str, reason: str, inputs: list[Path], run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    tmp_path = inputs[0].parent
    out = tmp_path / "a.jsonl"
    with monkeypatch.context() as patch:
        stop_after(3, KeyboardInterrupt, patch)
        run("corpus", *inputs, "-o", out)
    partial, journal = Path(f"{out}.partial"), Path(f"{out}.journal")
    more = ["--all"] if change == "options" else []
    if change == "inputs":
        inputs[2].write_text("title,text\nHail,It hailed.\n")
    elif change == "version":
        monkeypatch.setattr(archive_run, "version", lambda _: "0.0.9")
    elif change == "journal":
        journal.write_text("{")
    elif change == "none":
        journal.unlink()
        assert reason in run("corpus", *inputs, "-o", out).err
    elif change == "shorter":
        os.truncate(partial, 10)
    before = partial.read_bytes()
    result = run("corpus", "--resume", *more, *inputs, "-o", out)
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert reason in result.err
    assert f"; to begin anew, remove {partial}" in result.err
    assert partial.read_bytes() == before
    partial.unlink()
    assert run("corpus", *more, *inputs, "-o", out).code == 1
    assert sorted(path.name for path in tmp_path.glob("a.*")) == ["a.jsonl"]


@pytest.mark.parametrize("name", ["a.jsonl", "a.parquet"])
def test_wherever_a_run_is_stopped_only_two_files_stay(
    name: str, inputs: list[Path], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = 0

    def stopped_after_some(real: Callable[..., object]) -> Callable[..., object]:
        def call(*arguments: object) -> object:
            nonlocal left
            left -= 1
            if not left:
                raise KeyboardInterrupt
            return real(*arguments)

        return call

    monkeypatch.setattr(archive_journal, "on_disk", stopped_after_some(archive_journal.on_disk))
    monkeypatch.setattr(Path, "replace", stopped_after_some(Path.replace))
    for moment in range(1, 99):
        left = moment
        code = run("corpus", inputs[2], "-o", tmp_path / name, "-j", 1).code
        stay = {path.name for path in tmp_path.glob("a.*")}
        if code != 130:
            break
        assert stay <= {f"{name}.partial", f"{name}.journal"}
        for path in stay:
            (tmp_path / path).unlink()
    assert (code, stay) == (0, {name})
    assert moment > 10


@pytest.mark.parametrize("records", [0, 12])
def test_two_runs_do_not_write_one_archive(
    records: int,
    inputs: list[Path],
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    out = tmp_path / "a.jsonl"
    partial = Path(f"{out}.partial")
    if records:
        with monkeypatch.context() as patch:
            stop_after(3, KeyboardInterrupt, patch)
            assert f"after {records} records" in run("corpus", *inputs, "-o", out).err
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", HOLDS, partial], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        message = f"newsbrief: another run is writing {partial}\n"
        assert run("corpus", *inputs, "-o", out) == (2, "", message)
        assert run("corpus", "--resume", *inputs, "-o", out) == (2, "", message)


HOLDS = """
import fcntl, sys
with open(sys.argv[1], "ab") as file:
    fcntl.lockf(file, fcntl.LOCK_EX)
    print("held", flush=True)
    sys.stdin.read()
"""


def test_what_the_disk_had_beyond_the_journal_is_cut_off(
    inputs: list[Path], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As after a loss of power: the end of the file may be anything, the journal an older one."""
    run("corpus", *inputs, "-o", tmp_path / "whole.jsonl.gz")
    out = tmp_path / "a.jsonl.gz"
    with monkeypatch.context() as patch:
        stop_after(6, KeyboardInterrupt, patch)
        run("corpus", *inputs, "-o", out)
    with Path(f"{out}.partial").open("ab") as file:
        file.write(b"\0" * 5000)
    Path(f"{out}.journal.new").write_text('{"records": 9')
    run("corpus", "--resume", *inputs, "-o", out)
    assert out.read_bytes() == (tmp_path / "whole.jsonl.gz").read_bytes()
    assert sorted(path.name for path in tmp_path.glob("a.*")) == ["a.jsonl.gz"]


def test_a_block_is_on_the_disk_before_the_journal_counts_it(
    inputs: list[Path], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []
    real_write, real_sync, real_replace = write_whole, archive_journal.on_disk, Path.replace

    def name_of(file: object) -> str:
        return Path(str(getattr(file, "name", ""))).suffix or "partial"

    def write(file: object, data: bytes) -> None:
        calls.append(f"write {name_of(file)}")
        real_write(file, data)  # type: ignore[arg-type]

    def sync(file: object) -> None:
        calls.append(f"sync {name_of(file)}")
        real_sync(file)  # type: ignore[arg-type]

    def replace(self: Path, to: Path) -> Path:
        calls.append(f"replace {to.suffix}")
        return real_replace(self, to)

    monkeypatch.setattr(archive_journal, "write_whole", write)
    monkeypatch.setattr(archive_journal, "on_disk", sync)
    monkeypatch.setattr(Path, "replace", replace)
    run("corpus", inputs[2], "-o", tmp_path / "a.jsonl")
    journal = ["write .new", "sync .new", "replace .journal"]
    block = ["write partial", "sync partial", *journal]
    assert calls == [*journal, *block * 3, "replace .jsonl"]


@contextmanager
def small_disk(path: Path) -> Iterator[Callable[[], None]]:
    """A file system of 64 kB at ``path``, and what makes it larger."""
    mount = shutil.which("mount")
    path.mkdir()
    argv = [str(mount), "-t", "tmpfs", "-o", "size=64k", "none", str(path)]
    if not mount or subprocess.run(argv, capture_output=True, check=False).returncode:  # noqa: S603
        pytest.skip("may not mount a file system")

    def enlarge() -> None:
        subprocess.run([mount, "-o", "remount,size=8m", path], check=True)  # noqa: S603

    try:
        yield enlarge
    finally:
        subprocess.run([str(shutil.which("umount")), path], check=True)  # noqa: S603


@pytest.mark.parametrize("name", ["a.jsonl", "a.parquet"])
def test_a_full_disk_costs_no_record(
    name: str, inputs: list[Path], run: Run, tmp_path: Path
) -> None:
    """A real file system that is full, while the lines or the table are written."""
    text = json.dumps({"text": "It rained on Monday, Ann Lee said. " * 6})
    inputs[0].write_text(f"{text}\n" * ARTICLES)
    run("corpus", *inputs, "-o", tmp_path / name, "--with-text")
    whole = (tmp_path / name).read_bytes()
    with small_disk(tmp_path / "disk") as enlarge:
        out = tmp_path / "disk" / name
        fill = 0 if name == "a.jsonl" else 40_000
        (tmp_path / "disk" / "other").write_bytes(b"\0" * fill)
        result = run("corpus", *inputs, "-o", out, "--with-text")
        reason = os.strerror(errno.ENOSPC).lower()
        assert result.code == 1
        assert f"newsbrief: {out}: {reason}; --resume goes on after " in result.err
        assert not out.exists()
        enlarge()
        assert run("corpus", "--resume", *inputs, "-o", out, "--with-text").code == 1
        assert out.read_bytes() == whole
        assert sorted(path.name for path in out.parent.iterdir()) == [name, "other"]


def test_a_file_that_may_not_grow_costs_no_record(
    inputs: list[Path], status: Callable[..., int], tmp_path: Path
) -> None:
    """The same with a limit of the system on the size of files, where nobody may mount."""
    whole, out = tmp_path / "whole.jsonl", tmp_path / "a.jsonl"
    status(*inputs, "-o", whole)
    assert status(*inputs, "-o", out, most_bytes=whole.stat().st_size // 2) == 1
    assert not out.exists()
    assert Path(f"{out}.partial").stat().st_size > 0
    assert status("--resume", *inputs, "-o", out) == 1
    assert out.read_bytes() == whole.read_bytes()
