"""``-o`` replaces a file whole or not at all, and never what it should not."""

from __future__ import annotations

import gzip
import io
import json
import os
import signal
import stat
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from newsbrief.cli.replacement import replacing, write_whole
from newsbrief.formats.compressed import zstandard

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Run
    from typing_extensions import Buffer

NEWSBRIEF = [sys.executable, "-m", "newsbrief"]


@pytest.fixture
def article(samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An article in a folder of its own, which is the current one."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "article.txt"
    path.write_bytes((samples / "brief.txt").read_bytes())
    return path


def refused(path: Path) -> tuple[int, str, str]:
    message = f"newsbrief: {path.name} is an input and would be overwritten\n"
    return 2, "", message


# The format


@pytest.mark.parametrize(
    ("name", "options"),
    [
        pytest.param("facts.csv", ["--csv"], id="csv"),
        pytest.param("facts.TSV", ["--tsv"], id="capitals"),
        pytest.param("facts.json", ["--json"], id="json"),
        pytest.param("facts.jsonl", ["--jsonl"], id="jsonl"),
        pytest.param("facts.md", ["--markdown"], id="markdown"),
        pytest.param("facts.txt", ["--text"], id="text"),
        pytest.param("facts", ["--text"], id="no ending"),
        pytest.param("csv", ["--text"], id="no point"),
        pytest.param("facts.csv/facts", ["--text"], id="a folder's ending"),
        pytest.param("facts.2026-03-04", ["--text"], id="a date at the end"),
        pytest.param("talks with Dr. Lee", ["--text"], id="an abbreviation in the name"),
    ],
)
def test_the_end_of_the_name_tells_the_format(
    name: str, options: list[str], run: Run, article: Path
) -> None:
    written = article.parent / name
    written.parent.mkdir(exist_ok=True)
    assert run("facts", article.name, "-o", written) == (0, "", "")
    assert written.read_bytes().decode() == run("facts", article.name, *options).out


@pytest.mark.parametrize(
    ("command", "name", "why"),
    [
        pytest.param("facts", "f.xlsx", "no format ends in .xlsx, but .csv, ", id="a spreadsheet"),
        pytest.param("facts", "f.XYZ", "no format ends in .xyz, but .csv, ", id="nobody's"),
        pytest.param("facts", "f.xyz.gz", "no format ends in .xyz, but .csv, ", id="packed"),
        pytest.param("summarize", "f.jsonl.bz2", "no format ends in .bz2, but .csv, ", id="bzip2"),
        pytest.param("text", "f.docx", "no format ends in .docx, but .csv, ", id="Word"),
        pytest.param("report", "r.pdf", "the page is HTML: ", id="a page"),
        pytest.param("report", "r.html.gz", "the page is HTML: ", id="a packed page"),
    ],
)
def test_an_ending_of_no_format_is_refused(
    command: str, name: str, why: str, run: Run, article: Path
) -> None:
    result = run(command, article.name, "no such file", "-o", name)
    assert (result.code, result.out) == (2, "")
    assert result.err.startswith(f"newsbrief: -o {name}: {why}")
    assert result.err.count("\n") == 1
    assert [path.name for path in article.parent.iterdir()] == ["article.txt"]


@pytest.mark.parametrize(
    ("name", "command"),
    [
        pytest.param("f.parquet", "corpus", id="an archive"),
        pytest.param("f.htm", "report", id="a page"),
    ],
)
def test_the_command_that_writes_such_files_is_named(
    name: str, command: str, run: Run, article: Path
) -> None:
    assert f"; `newsbrief {command}` writes such files\n" in run("facts", article, "-o", name).err


@pytest.mark.parametrize(
    ("name", "options"),
    [
        pytest.param("facts.jsonl.gz", ["--jsonl"], id="JSON Lines"),
        pytest.param("facts.csv.ZST", ["--csv"], id="CSV, Zstandard"),
        pytest.param("facts.gz", ["--text"], id="text"),
        pytest.param("facts.data.gz", ["--json"], id="a format that is named"),
    ],
)
def test_what_ends_in_gz_or_zst_is_packed(
    name: str, options: list[str], run: Run, article: Path
) -> None:
    given = options if name.startswith("facts.data") else []
    written = article.with_name(name)
    assert run("facts", article.name, article.name, "-o", name, *given) == (0, "", "")
    packed = written.read_bytes()
    unpack = gzip.decompress if name.endswith(".gz") else zstandard().decompress
    assert unpack(packed).decode() == run("facts", article.name, article.name, *options).out
    written.unlink()
    run("facts", article.name, article.name, "-o", name, *given)
    assert written.read_bytes() == packed


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are of POSIX")
def test_a_named_pipe_has_no_ending(article: Path) -> None:
    pipe = article.with_name("facts.pipe")
    os.mkfifo(pipe)
    with subprocess.Popen([*NEWSBRIEF, "facts", article.name, "-o", pipe.name]) as process:  # noqa: S603
        assert pipe.read_text("utf-8").startswith("police\tsaid\t")
    assert process.returncode == 0


@pytest.mark.parametrize("where", ["option", "variable"])
def test_a_format_that_is_named_comes_first(
    where: str, run: Run, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if where == "variable":
        monkeypatch.setenv("NEWSBRIEF_FORMAT", "text")
    options = ["--text"] if where == "option" else []
    assert run("facts", article.name, "-o", "facts.csv", *options) == (0, "", "")
    assert article.with_name("facts.csv").read_text("utf-8") == run("facts", article.name).out
    assert run("facts", article.name, "-o", "facts.xyz", *options) == (0, "", "")
    assert article.with_name("facts.xyz").read_text("utf-8") == run("facts", article.name).out


# What is never replaced


def test_a_list_of_inputs_is_not_overwritten(run: Run, article: Path) -> None:
    listed = article.with_name("list")
    listed.write_text(article.name)
    assert run("facts", "--files-from", "list", "-o", "list") == refused(listed)
    assert listed.read_text() == article.name


def test_an_input_by_another_name_is_not_overwritten(run: Run, article: Path) -> None:
    other = article.with_name("other")
    other.hardlink_to(article)
    before = article.read_bytes()
    assert run("facts", article, "-o", "other") == refused(other)
    assert article.read_bytes() == before


@pytest.mark.parametrize(
    "argv", [["facts"], ["facts", "-"], ["facts", "--files-from=-"]], ids=" ".join
)
def test_the_file_of_standard_input_is_not_overwritten(argv: list[str], article: Path) -> None:
    before = article.read_bytes()
    with article.open("rb") as file:
        result = subprocess.run(  # noqa: S603
            [*NEWSBRIEF, *argv, "-o", article.name], stdin=file, capture_output=True, check=False
        )
    code, out, err = refused(article)
    assert (result.returncode, result.stdout, result.stderr.decode()) == (code, out.encode(), err)
    assert article.read_bytes() == before


@pytest.mark.parametrize("mode", ["ab", "wb"])
@pytest.mark.parametrize("argv", [["facts", "article.txt"], ["sources", "-"]], ids=" ".join)
def test_what_is_printed_is_no_input(argv: list[str], mode: str, article: Path) -> None:
    with article.open(mode) as out, article.open("rb") as file:
        result = subprocess.run(  # noqa: S603
            [*NEWSBRIEF, *argv], stdin=file, stdout=out, stderr=subprocess.PIPE, check=False
        )
    name = "standard input" if argv[-1] == "-" else "article.txt"
    message = f"newsbrief: {name} is an input, and standard output goes to it too\n"
    assert (result.returncode, result.stderr.decode()) == (2, message)


def test_output_beside_the_input_is_none(article: Path) -> None:
    with article.with_name("out").open("wb") as out:
        subprocess.run([*NEWSBRIEF, "facts", article.name], stdout=out, check=True)  # noqa: S603
    assert article.with_name("out").read_text("utf-8").startswith("police\tsaid\t")


def test_a_device_may_be_both(article: Path) -> None:
    with open(os.devnull, "rb") as null:  # noqa: PTH123
        result = subprocess.run(  # noqa: S603
            [*NEWSBRIEF, "text", "-", article.name, "-o", os.devnull],
            stdin=null,
            capture_output=True,
            check=False,
        )
    assert (result.returncode, result.stdout) == (1, b"")
    assert result.stderr == b"newsbrief: -: there is no text in this input\n"


@pytest.mark.parametrize(
    ("name", "message"),
    [
        pytest.param("read-only", "read-only: read-only", id="read-only"),
        pytest.param("to-read-only", "to-read-only: read-only", id="a link to it"),
        pytest.param("loop", "loop: too many levels of symbolic links", id="loop"),
        pytest.param("folder", "folder: is a directory", id="folder"),
        pytest.param(
            "newdir/", "newdir/: this is the name of a folder", id="a folder that is not there"
        ),
        pytest.param("dir.d", "dir.d: is a directory", id="a folder with an ending"),
        pytest.param("no/file", "no/file: the folder no does not exist", id="in no folder"),
        pytest.param(
            "no/no/x.csv", "no/no/x.csv: the folder no does not exist", id="in no folders"
        ),
        pytest.param("folder/no/x", "folder/no/x: the folder folder/no does not exist", id="below"),
        pytest.param("article.txt/x", "article.txt/x: not a directory", id="in a file"),
        pytest.param("x" * 256, f"{'x' * 256}: file name too long", id="256 bytes"),
    ],
)
def test_a_target_that_cannot_be_is_one_line(
    name: str, message: str, run: Run, article: Path
) -> None:
    folder = article.parent
    (folder / "read-only").write_text("old")
    (folder / "read-only").chmod(0o444)
    (folder / "to-read-only").symlink_to("read-only")
    (folder / "loop").symlink_to("loop")
    (folder / "folder").mkdir()
    (folder / "dir.d").mkdir()
    before = sorted(folder.iterdir())
    assert run("facts", article, "-o", name) == (1, "", f"newsbrief: {message}\n")
    assert sorted(folder.iterdir()) == before
    assert (folder / "read-only").read_text() == "old"


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/proc/self/fd/1", "link"])
def test_an_open_pipe_is_written_to(name: str, article: Path) -> None:
    article.with_name("link").symlink_to("/dev/stdout")
    argv = [*NEWSBRIEF, "facts", article.name]
    plain = subprocess.run(argv, capture_output=True, check=True)  # noqa: S603
    named = subprocess.run([*argv, "-o", name], capture_output=True, check=False)  # noqa: S603
    assert plain.stdout
    assert (named.returncode, named.stdout, named.stderr) == (0, plain.stdout, b"")
    assert sorted(path.name for path in article.parent.iterdir()) == ["article.txt", "link"]


def test_an_open_file_is_written_to_and_not_replaced(article: Path) -> None:
    """What others write there, before and after, stays."""
    out = article.with_name("out")
    with out.open("wb") as file:
        file.write(b"before\n")
        file.flush()
        number = file.fileno()
        argv = [*NEWSBRIEF, "text", article.name, "-o", f"/dev/fd/{number}"]
        subprocess.run(argv, pass_fds=[number], check=True)  # noqa: S603
        os.write(number, b"after\n")
    written = out.read_text(encoding="utf-8")
    assert written.startswith("before\nMuseum recovers stolen barometer\n")
    assert written.endswith("\nafter\n")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        pytest.param("/dev/fd/99", "closed", id="none"),
        pytest.param("/dev/stdin", "closed", id="only to be read"),
        pytest.param(f"/dev/fd/{10**20}", "no such file or directory", id="too large a number"),
    ],
)
def test_what_is_not_open_for_writing_is_one_line(name: str, why: str, article: Path) -> None:
    other = article.with_name("other")
    other.write_text("old")
    with other.open("rb") as file:
        result = subprocess.run(  # noqa: S603
            [*NEWSBRIEF, "facts", article.name, "-o", name],
            stdin=file,
            capture_output=True,
            check=False,
        )
    assert (result.returncode, result.stdout) == (1, b"")
    assert result.stderr.decode() == f"newsbrief: {name}: {why}\n"
    assert other.read_text() == "old"


def test_a_name_without_letters_is_refused(run: Run, article: Path) -> None:
    result = run("facts", article, "-o", "")
    assert result == (2, "", "newsbrief: -o needs the name of a file\n")


# What stays as it was


@pytest.mark.parametrize("length", [250, 255])
def test_a_name_may_be_as_long_as_names_can_be(length: int, run: Run, article: Path) -> None:
    assert run("facts", article, "-o", "x" * length).code == 0
    assert {path.name for path in article.parent.iterdir()} == {"article.txt", "x" * length}


def test_a_link_to_nothing_makes_the_file_that_it_names(run: Run, article: Path) -> None:
    link = article.with_name("link")
    link.symlink_to("there")
    assert run("facts", article, "-o", "link").code == 0
    assert link.is_symlink()
    assert link.resolve().name == "there"
    assert link.read_bytes()


def test_all_names_of_a_file_have_the_new_content(run: Run, article: Path) -> None:
    one, other = article.with_name("one"), article.with_name("other")
    one.write_text("old")
    other.hardlink_to(one)
    assert run("facts", article, "-o", "one").code == 0
    assert one.samefile(other)
    assert other.read_text(encoding="utf-8").startswith("police\t")
    assert len(list(article.parent.iterdir())) == 3


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files away")
def test_owner_group_and_mode_are_kept(run: Run, article: Path) -> None:
    out = article.with_name("out")
    out.write_text("old")
    os.chown(out, 1234, 2345)
    out.chmod(0o2664)
    assert run("facts", article, "-o", "out").code == 0
    now = out.stat()
    assert (now.st_uid, now.st_gid, stat.S_IMODE(now.st_mode)) == (1234, 2345, 0o2664)


def test_where_the_owner_cannot_be_given_the_file_is_written_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    out.write_text("old")
    number = out.stat().st_ino
    monkeypatch.setattr("newsbrief.cli.replacement._owned", lambda *_: False)
    with replacing(str(out)) as file:
        file.write(b"new")
        assert out.read_text() == "old"
    assert (out.read_text(), out.stat().st_ino) == ("new", number)
    assert list(tmp_path.iterdir()) == [out]


def test_nobody_else_reads_a_file_that_is_being_written(tmp_path: Path) -> None:
    with replacing(str(tmp_path / "out")):
        [part] = tmp_path.iterdir()
        assert stat.S_IMODE(part.stat().st_mode) == 0o600


def test_what_a_pipe_takes_in_pieces_is_written_whole() -> None:
    class Slow(io.BytesIO):
        def write(self, data: Buffer) -> int:
            return super().write(bytes(data)[:7])

    slow = Slow()
    write_whole(slow, b"a line that is longer than the pipe\n")
    assert slow.getvalue() == b"a line that is longer than the pipe\n"


# Signals

ENDINGS = [
    pytest.param(signal.SIGINT, 130, id="SIGINT"),
    pytest.param(signal.SIGTERM, 143, id="SIGTERM"),
    pytest.param(signal.SIGHUP, 129, id="SIGHUP"),
]


def started(*argv: object, before: str = "", stdout: int | None = None) -> subprocess.Popen[bytes]:
    """A run of newsbrief whose standard input stays open."""
    code = f"{before}\nfrom newsbrief.cli import main\nraise SystemExit(main())"
    return subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", code, *map(str, argv)],
        stdin=subprocess.PIPE,
        stdout=stdout,
        stderr=subprocess.PIPE,
    )


def wait_for(ready: Callable[[], bool]) -> None:
    end = time.monotonic() + 60
    while not ready():
        assert time.monotonic() < end
        time.sleep(0.02)


@pytest.mark.parametrize(("number", "status"), ENDINGS)
def test_a_signal_leaves_the_old_file_and_no_other(
    number: signal.Signals, status: int, article: Path
) -> None:
    folder = article.parent
    out = folder / "out"
    out.write_text("old")
    with started("facts", "--jsonl", article, "-", "-o", out) as process:
        wait_for(lambda: any(path.name.startswith(".newsbrief-") for path in folder.iterdir()))
        process.send_signal(number)
        _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (status, b"")
    assert sorted(path.name for path in folder.iterdir()) == ["article.txt", "out"]
    assert out.read_text() == "old"


@pytest.mark.parametrize(("number", "status"), ENDINGS)
def test_a_signal_leaves_finished_lines_whole(
    number: signal.Signals, status: int, article: Path, tmp_path: Path
) -> None:
    lines = tmp_path / "lines"
    with (
        lines.open("wb") as file,
        started("text", "--jsonl", *[article] * 5000, stdout=file.fileno()) as process,
    ):
        wait_for(lambda: lines.stat().st_size > 0)
        process.send_signal(number)
        _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (status, b"")
    written = lines.read_bytes()
    assert written.endswith(b"\n")
    assert 0 < len([json.loads(line) for line in written.splitlines()]) < 5000


@pytest.mark.parametrize(("number", "status"), ENDINGS)
def test_a_signal_leaves_json_that_can_be_read(
    number: signal.Signals, status: int, article: Path, tmp_path: Path
) -> None:
    """It comes while standard input is waited for."""
    out = tmp_path / "out.json"
    with (
        out.open("wb") as file,
        started("text", "--json", article, article, "-", stdout=file.fileno()) as process,
    ):
        wait_for(lambda: out.read_bytes().count(b"schema") == 2)
        time.sleep(0.1)  # for it to go on to the next input
        process.send_signal(number)
        _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (status, b"")
    assert [record["file"] for record in json.loads(out.read_bytes())] == [str(article)] * 2


def test_a_signal_before_the_first_result_leaves_no_json(article: Path) -> None:
    """An empty array would look like a result."""
    before = (
        "from newsbrief.cli import inputs, signals\n"
        "def contents(*_):\n    signals.stop(15, None)\n"
        "inputs.contents = contents"
    )
    with started("text", "--json", article, before=before, stdout=subprocess.PIPE) as process:
        out, err = process.communicate(timeout=30)
    assert (process.returncode, out, err) == (143, b"", b"")


def test_a_signal_that_the_caller_has_ignored_stays_so(article: Path) -> None:
    """As under nohup."""
    ignore = "import signal; signal.signal(signal.SIGHUP, signal.SIG_IGN)"
    with started("text", article, "-", before=ignore, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline()
        process.send_signal(signal.SIGHUP)
        _, err = process.communicate(b"Nothing else happened on Monday.", timeout=30)
    assert (process.returncode, err) == (0, b"")


@pytest.mark.parametrize(("number", "status"), ENDINGS)
@pytest.mark.parametrize(
    "module", ["newsbrief.cli.exits", "typer", "newsbrief.cli.app", "numpy", "newsbrief.errors"]
)
def test_interrupted_while_it_imports(
    module: str, number: signal.Signals, status: int, article: Path
) -> None:
    if module == "newsbrief.cli.exits" and number is not signal.SIGINT:
        pytest.skip("ends Python as it does any program: nothing is there to tidy up")
    before = f"""
import os, sys
def hook(event, args):
    if event == "import" and args[0] == {module!r}:
        os.kill(os.getpid(), {int(number)})
sys.addaudithook(hook)
"""
    with started("facts", article, before=before, stdout=subprocess.PIPE) as process:
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (status, b"", b"")
