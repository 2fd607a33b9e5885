"""``corpus``: an archive of many articles, whatever happens to the inputs."""

from __future__ import annotations

import errno
import gzip
import json
import os
import re
import signal
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from newsbrief.archive.arrow import schema
from newsbrief.archive.table import ROW_GROUP, write_parquet
from newsbrief.cli import archive_run
from newsbrief.cli.archive_progress import Progress
from newsbrief.cli.schemas import Schema
from newsbrief.cli.schemas import schema as json_schema
from newsbrief.cli.terminal import Colour
from newsbrief.formats.compressed import zstandard
from newsbrief.formats.files import article as read

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Run

    from newsbrief.formats.document import Document

ROW = {"outlet": "Gull", "date": "2026-05-01", "text": "It rained in Ostrand, Ann Lee said."}
BAD = "this line is no valid JSON: expecting property name enclosed in double quotes at column 2"
FOREIGN = "Der Hafen wird im Mai eröffnet, sagte die Stadt. Das ist nicht alles, was sie will.\n"


def lines(path: Path, count: int = 3) -> Path:
    rows = [ROW | {"title": f"Rain on day {n}", "key": f"k{n}"} for n in range(count)]
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def records(path: Path) -> list[Any]:
    if path.suffix == ".parquet":
        return list(pq.read_table(path).to_pylist())
    data = path.read_bytes()
    if path.suffix == ".gz":
        data = gzip.decompress(data)
    elif path.suffix == ".zst":
        data = zstandard().decompress(data)
    return [json.loads(line) for line in data.splitlines()]


def errors(path: Path) -> list[tuple[str, str | None]]:
    return [(Path(each["file"]).name, each["error"]) for each in records(path)]


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A folder with articles of several kinds, a bad line, a picture, a pipe, what is hidden."""
    folder = tmp_path / "in"
    (folder / "b").mkdir(parents=True)
    lines(folder / "news.jsonl")
    with (folder / "news.jsonl").open("a") as file:
        file.write("{bad\n" + json.dumps(ROW) + "\n")
    (folder / "b" / "german.txt").write_text(FOREIGN)
    (folder / "b" / "empty.txt").write_text(" \n")
    (folder / "b" / "p.png").write_bytes(b"\x89PNG\r\n")
    (folder / ".hidden.txt").write_text("It rained.")
    os.mkfifo(folder / "b" / "pipe.txt")
    return folder


@pytest.mark.parametrize("ending", ["jsonl", "jsonl.gz", "jsonl.zst", "ndjson", "parquet"])
def test_an_archive_has_a_record_of_each_article_in_order(
    ending: str, run: Run, mixed: Path, tmp_path: Path
) -> None:
    out = mixed / f"out.{ending}"
    result = run("corpus", mixed, "-o", out, "--jobs", 2)
    assert (result.code, result.out) == (1, "")
    assert errors(out) == [
        ("news.jsonl:1", None),
        ("news.jsonl:2", None),
        ("news.jsonl:3", None),
        ("news.jsonl:4", BAD),
        ("news.jsonl:5", None),
        ("empty.txt", "there is no text in this input"),
        ("german.txt", None),
        ("p.png", "this is a PNG image, not an article"),
    ]
    told = result.err.splitlines()
    assert [line.rpartition("/")[2].split(": ")[0] for line in told] == [
        *("news.jsonl:4", "empty.txt", "p.png"),
        f"out.{ending}",
    ]
    assert "8 records, 3 with an error, in " in told[-1]
    first, german = records(out)[0], records(out)[6]
    assert (first["outlet"], first["date"], first["title"]) == (
        "Gull",
        "2026-05-01",
        "Rain on day 0",
    )
    assert [fact["source"]["name"] for fact in first["facts"]] == ["Ann Lee"]
    assert (german["facts"], len(german["summary"])) == (None, 2)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in"]
    assert not list(mixed.glob("out.*.*l"))


def test_a_folder_that_cannot_be_read_is_told(
    run: Run, mixed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its articles would be missing from the archive, and nobody would know."""
    shut, scandir = str(mixed / "b"), os.scandir

    def scan(path: str) -> Iterator[os.DirEntry[str]]:
        if path == shut:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", scan)
    out = tmp_path / "out.jsonl"
    result = run("corpus", mixed, "-o", out)
    assert result.code == 1
    assert f"newsbrief: {shut}: " in result.err
    (*_, (name, error)) = errors(out)
    assert name == "b"
    assert error


def packed(path: Path, data: bytes) -> Path:
    """``path`` with the lines in ``data``, as its name tells."""
    if path.suffix == ".parquet":
        pq.write_table(pa.Table.from_pylist([json.loads(line) for line in data.splitlines()]), path)
    else:
        pack = {".gz": gzip.compress, ".zst": zstandard().compress}.get(path.suffix, bytes)
        path.write_bytes(pack(data))
    return path


@pytest.mark.parametrize("options", [[], ["--resume"]], ids=["", "resumed"])
@pytest.mark.parametrize("ending", ["jsonl", "jsonl.gz", "jsonl.zst", "ndjson", "parquet"])
@pytest.mark.parametrize("kind", ["articles", "facts", "some other file"])
def test_an_article_in_an_input_folder_is_not_overwritten(
    kind: str, ending: str, options: list[str], run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    out = folder / f"news.{ending}"
    if kind == "some other file":
        out.write_bytes(b"Ann Lee said that it rained in Ostrand.\n")
    else:
        made = lines(tmp_path / "made.jsonl").read_bytes()
        if kind == "facts":
            made = run("facts", "--jsonl", tmp_path / "made.jsonl").out.encode()
        packed(out, made)
    before = out.read_bytes()
    message = (
        f"newsbrief: {out} stands in an input folder and is no archive of newsbrief: "
        "it would be overwritten\n"
    )
    assert run("corpus", *options, folder, "-o", out) == (2, "", message)
    assert out.read_bytes() == before
    assert [path.name for path in folder.iterdir()] == [out.name]
    (tmp_path / "elsewhere").mkdir()
    lines(tmp_path / "elsewhere" / "more.jsonl")
    if not options:
        assert run("corpus", "-q", tmp_path / "elsewhere", "-o", out) == (0, "", "")


@pytest.mark.parametrize("options", [[], ["--with-text"]], ids=["", "with-text"])
@pytest.mark.parametrize("ending", ["jsonl", "jsonl.gz", "jsonl.zst", "ndjson", "parquet"])
@pytest.mark.parametrize("first", ["a.txt", "a.png", None], ids=["article", "error", "nothing"])
def test_an_archive_in_an_input_folder_is_made_again(
    first: str | None, ending: str, options: list[str], run: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    out = folder / f"archive.{ending}"
    if first is not None:
        (folder / first).write_text(ROW["text"] if first == "a.txt" else "\x89PNG\r\n")
    code = run("corpus", folder, "-o", out, *options).code
    made = out.read_bytes()
    assert run("corpus", folder, "-o", out, *options).code == code
    assert out.read_bytes() == made
    # What SIGKILL may leave is none of the articles.
    for name in ("journal.new", "new"):
        out.with_name(f"{out.name}.{name}").write_text("Ann Lee said that it rained.")
    assert run("corpus", folder, "-o", out, *options).code == code
    assert out.read_bytes() == made


def test_a_file_is_taken_once_however_it_is_spelled(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "in").mkdir()
    (tmp_path / "other" / "deep").mkdir(parents=True)
    for folder in (".", "in", "other"):
        (tmp_path / folder / "a.txt").write_text(ROW["text"])
    (tmp_path / "link.txt").symlink_to("a.txt")
    (tmp_path / "in" / "b").symlink_to(tmp_path / "other" / "deep")
    spelled = ["a.txt", "./a.txt", "in/../a.txt", tmp_path / "a.txt", "a.txt", "none", "./none"]
    others = ["link.txt", "in/b/../a.txt", "./in", "in/"]
    run("corpus", *spelled, *others, "-o", "out.jsonl")
    assert [each["file"] for each in records(Path("out.jsonl"))] == [
        *("a.txt", "none", "link.txt", "in/b/../a.txt", "./in/a.txt"),
    ]


def test_parquet_and_json_lines_hold_the_same(run: Run, mixed: Path, tmp_path: Path) -> None:
    made = [tmp_path / name for name in ("a.jsonl", "a.parquet")]
    for path in made:
        run("corpus", mixed, "-o", path, "--with-text")
    assert records(made[0]) == records(made[1])
    assert pq.read_schema(made[1]) == schema(with_text=True)
    assert records(made[0])[0]["text"].startswith("Rain on day 0\n\nIt rained")


def test_records_are_as_their_schema_says(run: Run, mixed: Path, tmp_path: Path) -> None:
    from jsonschema import Draft202012Validator

    run("corpus", mixed, "-o", tmp_path / "a.jsonl", "--with-text")
    validator = Draft202012Validator(json_schema(Schema.CORPUS))
    for record in records(tmp_path / "a.jsonl"):
        validator.validate(record)
        assert set(record) == set(json_schema(Schema.CORPUS)["properties"])


def test_the_same_bytes_come_of_any_number_of_jobs(run: Run, mixed: Path, tmp_path: Path) -> None:
    for jobs in (1, 3):
        run("corpus", mixed, "-o", tmp_path / f"{jobs}.parquet", "-j", jobs)
    assert (tmp_path / "1.parquet").read_bytes() == (tmp_path / "3.parquet").read_bytes()


def test_an_id_is_that_of_its_field(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "a.jsonl"
    run("corpus", lines(tmp_path / "in.jsonl"), "-o", out, "--id-field", "key")
    assert [(each["id"], Path(each["file"]).name) for each in records(out)] == [
        (f"k{n}", f"in.jsonl:k{n}") for n in range(3)
    ]


def test_what_fails_and_what_has_no_id_can_be_joined_too(run: Run, tmp_path: Path) -> None:
    out, source = tmp_path / "a.jsonl", tmp_path / "in.jsonl"
    rows = [{"id": "z1", "text": ""}, {"id": "z2", "text": "<p> </p>"}, {"id": None} | ROW, ROW]
    source.write_text("".join(json.dumps(row) + "\n" for row in rows) + "{bad\n")
    result = run("corpus", source, "-o", out, "--id-field", "id")
    assert result.code == 1
    assert [(each["id"], Path(each["file"]).name, each["error"]) for each in records(out)] == [
        ("z1", "in.jsonl:z1", "no text in row 1"),
        ("z2", "in.jsonl:z2", "there is no text in this input"),
        (f"{source}:3", "in.jsonl:3", None),
        (f"{source}:4", "in.jsonl:4", None),
        (f"{source}:5", "in.jsonl:5", BAD),
    ]
    assert f"newsbrief: {source}:z1: no text in row 1\n" in result.err
    told = run("corpus", source, "-o", out, "--id-field", "key")
    assert told.err.startswith(f"newsbrief: {source}:5: {BAD}\nnewsbrief: {source}: no field is")


def test_a_page_that_fails_has_the_id_of_its_record(run: Run, tmp_path: Path) -> None:
    lines = ["WARC/1.0", "WARC-Type: conversion", "WARC-Record-ID: <urn:uuid:7>"]
    lines += ["Content-Type: text/plain", "Content-Length: 99", "", "It rained."]
    (tmp_path / "a.warc").write_text("\r\n".join(lines))
    run("corpus", tmp_path / "a.warc", "-o", tmp_path / "a.jsonl")
    assert [(each["id"], each["error"]) for each in records(tmp_path / "a.jsonl")] == [
        ("<urn:uuid:7>", "cut off: 10 of 99 bytes are there")
    ]


def test_the_options_choose_what_is_recorded(run: Run, tmp_path: Path, samples: Path) -> None:
    out, few = tmp_path / "a.jsonl", tmp_path / "few.jsonl"
    run("corpus", samples / "politics.txt", "-o", out, "--min-confidence", 0, "--all", "-n", 1)
    run("corpus", samples / "politics.txt", "-o", few, "--min-confidence", 0.9)
    (many,), (sure,) = records(out), records(few)
    assert (len(many["summary"]), len(sure["summary"])) == (1, 3)
    assert len(many["facts"]) > len(sure["facts"]) > 0


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        pytest.param([], "corpus writes a file: name it, as -o archive.parquet", id="no file"),
        pytest.param(
            ["-o", "a.json"],
            "-o names the file of the archive, which ends in one of "
            ".jsonl, .jsonl.gz, .jsonl.zst, .parquet",
            id="another ending",
        ),
        pytest.param(
            ["--resume", "-", "-o", "a.jsonl"],
            "standard input can be read only once: --resume needs files",
            id="standard input again",
        ),
    ],
)
def test_what_makes_no_sense_is_one_line(
    argv: list[str], message: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("corpus", *argv, lines(Path("in.jsonl"))) == (2, "", f"newsbrief: {message}\n")
    assert [path.name for path in tmp_path.iterdir()] == ["in.jsonl"]


def test_an_extra_that_is_missing_is_named_before_the_work(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    result = run("corpus", lines(tmp_path / "in.jsonl"), "-o", tmp_path / "a.parquet")
    message = "newsbrief: a Parquet file needs an extra: pip install 'newsbrief[parquet]'\n"
    assert result == (1, "", message)
    assert [path.name for path in tmp_path.iterdir()] == ["in.jsonl"]


def test_a_file_that_is_replaced_keeps_its_mode_and_its_link(run: Run, tmp_path: Path) -> None:
    old, link = tmp_path / "old.jsonl", tmp_path / "link.jsonl"
    old.write_text("old\n")
    old.chmod(0o640)
    link.symlink_to(old)
    assert run("corpus", "-q", lines(tmp_path / "in.jsonl"), "-o", link) == (0, "", "")
    assert link.is_symlink()
    assert (old.stat().st_mode & 0o777, len(records(old))) == (0o640, 3)


def test_an_article_that_kills_its_process_or_hangs_costs_itself_alone(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def article(document: Document) -> object:
        if "day 0" in document.text:
            os.kill(os.getpid(), signal.SIGKILL)
        if "day 2" in document.text:
            signal.pause()
        return read(document)

    monkeypatch.setattr(archive_run, "article", article)
    out = tmp_path / "a.jsonl"
    source = lines(tmp_path / "in.jsonl", 4)
    assert run("corpus", source, "-o", out, "--timeout", 1, "--id-field", "key").code == 1
    assert [(each["id"], each["error"]) for each in records(out)] == [
        (
            "k0",
            "the process that worked on it was ended by SIGKILL, as where memory runs out",
        ),
        ("k1", None),
        ("k2", "not done in 1 second; --timeout sets another limit"),
        ("k3", None),
    ]


def test_parquet_is_written_in_row_groups_of_one_length(tmp_path: Path) -> None:
    row = {"schema": 2, "id": "a", "file": "a", "error": "no text"}
    with (tmp_path / "a.parquet").open("wb") as file:
        write_parquet((dict(row) for _ in range(2 * ROW_GROUP + 1)), file, with_text=False)
    found = pq.read_metadata(tmp_path / "a.parquet")
    groups = [found.row_group(n).num_rows for n in range(found.num_row_groups)]
    assert groups == [ROW_GROUP, ROW_GROUP, 1]


def test_half_a_pair_of_surrogates_is_no_end_of_the_run(run: Run, tmp_path: Path) -> None:
    bad = tmp_path / os.fsdecode(b"caf\xe9.txt")
    bad.write_text("It rained in Ostrand on Monday, Ann Lee said.")
    out = tmp_path / "a.parquet"
    assert run("corpus", "-q", bad, "-o", out) == (0, "", "")
    assert records(out)[0]["id"].endswith("caf\\xe9.txt")


@pytest.mark.parametrize(
    "name",
    [
        pytest.param(b"caf\xe9.txt", id="no UTF-8"),
        pytest.param(b"caf\\xe9.txt", id="what looks like it"),
        pytest.param(b"caf\\x5cxe9.txt", id="what looks like that"),
        pytest.param(b"caf\\xE9 \\x.txt", id="backslashes"),
        pytest.param("café.txt".encode(), id="UTF-8"),
    ],
)
def test_a_name_can_be_made_again_of_that_in_an_archive(
    name: bytes, run: Run, tmp_path: Path
) -> None:
    def byte(escape: re.Match[bytes]) -> bytes:
        return bytes.fromhex(escape[1].decode())

    bad = tmp_path / os.fsdecode(name)
    bad.write_text("It rained in Ostrand on Monday, Ann Lee said.")
    run("corpus", "-q", bad, "-o", tmp_path / "a.jsonl")
    file = records(tmp_path / "a.jsonl")[0]["file"]
    assert re.sub(rb"\\x([0-9a-f]{2})", byte, file.encode()) == bytes(bad)


@pytest.mark.parametrize(
    ("ids", "options", "said"),
    [
        pytest.param(
            "abab",
            ["--id-field", "id"],
            "records 1 and 3 have the same id 'a', and 1 more have that of one before them",
            id="two twice",
        ),
        pytest.param("aba", ["--id-field", "id"], "records 1 and 3 have the same id 'a'", id="one"),
        pytest.param("abc", ["--id-field", "id"], "", id="unique"),
        pytest.param("aba", [], "", id="no field for the id"),
        pytest.param("aba", ["--id-field", "id", "-q"], "", id="quiet"),
    ],
)
def test_ids_that_are_not_unique_are_told(
    ids: str, options: list[str], said: str, run: Run, tmp_path: Path
) -> None:
    rows = [{"id": each, "text": f"It rained in {each}."} for each in ids]
    table = tmp_path / "news.jsonl"
    table.write_text("\n".join(map(json.dumps, rows)))
    out = tmp_path / "a.jsonl"
    result = run("corpus", *options, "-j", 2, table, "-o", out)
    notes = [line for line in result.err.splitlines() if "same id" in line]
    assert notes == ([f"newsbrief: {out}: {said}"] if said else [])
    assert len(records(out)) == len(ids)


@pytest.mark.parametrize("name", ["a.jsonl", "a.jsonl.gz", "a.parquet"])
def test_sources_reads_an_archive_as_it_is(
    name: str, run: Run, mixed: Path, tmp_path: Path
) -> None:
    run("corpus", mixed, "-o", tmp_path / name)
    result = run("sources", "--by", "outlet", "--jsonl", tmp_path / name)
    found = json.loads(result.out)
    assert result.code == 0
    assert (found["articles"], found["groups"][0]["outlet"]) == (4, "Gull")
    assert [(each["name"], each["articles"]) for each in found["sources"]] == [("Ann Lee", 4)]
    assert result.err.count("not counted") == 4
    assert f"{name}:4: not counted, as it has no facts: this line is no valid JSON" in result.err


@pytest.mark.parametrize("name", ["a.jsonl", "a.parquet"])
def test_check_reads_an_archive_as_it_is(name: str, run: Run, mixed: Path, tmp_path: Path) -> None:
    out = tmp_path / name
    run("corpus", mixed / "news.jsonl", "-o", out)
    result = run("check", "--jsonl", out, lines(tmp_path / "articles.jsonl"))
    assert (result.code, result.err) == (0, "")
    checked = [json.loads(line) for line in result.out.splitlines()]
    assert [each["file"] for each in checked] == [f"{out}:{n}" for n in range(1, 6)]
    verdicts = {check["verdict"] for each in checked for check in each["checks"]}
    assert verdicts == {"verbatim"}
    assert [len(each["checks"]) > 0 for each in checked] == [True, True, True, False, True]


FAILED = f"the record of an article that failed: {BAD}"


@pytest.mark.parametrize("command", ["check", "digest", "facts", "brief", "text"])
@pytest.mark.parametrize("name", ["a.jsonl", "a.parquet"])
def test_an_archive_is_articles_where_it_has_their_text(
    name: str, command: str, run: Run, mixed: Path, tmp_path: Path
) -> None:
    out, alone = tmp_path / name, tmp_path / f"alone{Path(name).suffix}"
    run("corpus", mixed / "news.jsonl", "-o", out, "--with-text")
    run("corpus", mixed / "news.jsonl", "-o", alone)
    draft = [mixed / "draft.txt"] if command == "check" else []
    (mixed / "draft.txt").write_text(ROW["text"])
    result = run(command, "--jsonl", *draft, out)
    assert (result.code, result.err) == (1, f"newsbrief: {out}:4: {FAILED}\n")
    told = [json.loads(line) for line in result.out.splitlines()]
    names = {"check": told[0].get("articles"), "digest": told[0].get("files")}.get(
        command, [each.get("file") for each in told]
    )
    assert names == [f"{out}:{n}" for n in (1, 2, 3, 5)]
    refused = run(command, "--jsonl", *draft, alone)
    message = (
        "facts without their article: `newsbrief sources` reads them, "
        "other commands where they were saved --with-text"
    )
    assert refused == (1, "", f"newsbrief: {alone}: {message}\n")


def test_an_archive_without_the_text_makes_no_other(run: Run, mixed: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "a.parquet", tmp_path / "b.jsonl"
    run("corpus", mixed / "b", "-o", first)
    result = run("corpus", first, "-o", second)
    assert result.code == 1
    assert [(each["file"], each["summary"]) for each in records(second)] == [
        (f"{first}:1", None),
        (str(first), None),
    ]
    assert records(second)[1]["error"].startswith("facts without their article: ")


def test_an_archive_with_the_text_can_be_read_as_articles(
    run: Run, mixed: Path, tmp_path: Path
) -> None:
    first, second = tmp_path / "a.parquet", tmp_path / "b.parquet"
    run("corpus", mixed / "news.jsonl", "-o", first, "--with-text")
    run("corpus", first, "-o", second, "--with-text")
    assert records(second)[3]["error"] == FAILED
    keys = ("title", "outlet", "date", "text", "summary", "facts")
    one, two = (
        [[each[key] for key in keys] for each in records(path) if not each["error"]]
        for path in (first, second)
    )
    assert one == two


def test_progress_tells_the_rate_and_the_time_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    progress = Progress(1000, Colour.NEVER, iter([0.0] * 9).__next__, quiet=False)
    assert progress.line(1, 0, 10, 0.1) == "1 record"
    progress.begin(100)
    for _ in range(5):
        progress.count(7, 1, 200)
    assert progress.line(1200, 3, 400, 10.0) == (
        "1,200 records, 3 with an error, 0.5 a second, 40% of the input, about 20 s left"
    )


def test_a_log_gets_a_line_now_and_then(capsys: pytest.CaptureFixture[str]) -> None:
    clock = iter(float(n) for n in range(0, 1000, 10))
    progress = Progress(1000, Colour.NEVER, clock.__next__, quiet=False)
    for number in range(1, 14):
        progress.count(number, 0, number * 10)
    told = capsys.readouterr().err.splitlines()
    assert [line.split(",")[0] for line in told] == [
        "newsbrief: 6 records",
        "newsbrief: 12 records",
    ]


def test_a_run_shows_its_progress_on_a_terminal(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsbrief.cli.archive_progress._SECONDS_ON_TERMINAL", 0)
    monkeypatch.setenv("TERM", "xterm")
    source = lines(tmp_path / "in.jsonl")
    told = run("corpus", source, "-o", tmp_path / "a.jsonl", terminal=("stderr",)).err
    assert "\r\x1b[K2 records" in told
    assert run("corpus", "-q", source, "-o", tmp_path / "a.jsonl", terminal=("stderr",)).err == ""
