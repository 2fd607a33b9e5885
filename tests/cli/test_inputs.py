"""Inputs of every kind on the command line, and what is known of an article in what comes out."""

from __future__ import annotations

import gzip
import json
import os
import time
from threading import Thread
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

FIRST = "The quay at Ostrand was shut on Monday after waves broke the harbour wall."
SECOND = "“Nobody was hurt,” the port authority said, and the wall will be rebuilt."
TEXT = f"Quay is shut\n\n{FIRST}\n\n{SECOND}"
KNOWN = {
    "title": "Quay is shut",
    "byline": "Jane Roe",
    "date": "2025-03-04",
    "outlet": "Coast News",
    "url": "https://coast.example/quay",
    "language": "en",
}
PAGE = f"""<!doctype html><html lang="en"><head><title>Quay is shut | Coast News</title>
<meta property="og:site_name" content="Coast News"><meta name="author" content="Jane Roe">
<meta property="og:url" content="https://coast.example/quay">
<meta property="article:published_time" content="2025-03-04"></head><body><nav>Home</nav>
<article><h1>Quay is shut</h1><p>{FIRST}</p><p>{SECOND}</p></article></body></html>"""
ROWS = [
    {"id": "a7", "headline": "Quay is shut", "body": f"{FIRST}\n\n{SECOND}"},
    {"id": "b8", "headline": "Nothing", "body": ""},
    {"id": "c9", "headline": "Wall is broken", "body": f"{SECOND}\n\n{FIRST}"},
]


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    return path


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    path.write_text("".join(f"{json.dumps(row)}\n" for row in ROWS), encoding="utf-8")
    return path


@pytest.mark.parametrize("command", ["summarize", "facts", "brief", "text"])
def test_what_is_known_of_an_article_is_in_every_record(command: str, run: Run, page: Path) -> None:
    result = run(command, "--jsonl", page)
    record = json.loads(result.out)
    assert list(record)[:8] == ["schema", "file", *KNOWN]
    assert {key: record[key] for key in KNOWN} == KNOWN
    assert (result.code, result.err) == (0, "")


def test_a_digest_has_what_is_known_of_each_article(run: Run, page: Path, samples: Path) -> None:
    [record] = json.loads(run("digest", "--json", page, samples / "brief.txt").out)
    assert record["articles"][0] == {"file": str(page), **KNOWN}
    assert record["articles"][1]["title"] == "Museum recovers stolen barometer"
    assert record["articles"][1]["date"] is None
    [record] = json.loads(run("digest", "--json", "--with-text", page).out)
    assert record["articles"][0]["text"] == TEXT


def test_a_brief_says_who_wrote_it_and_where(run: Run, page: Path, samples: Path) -> None:
    known = "By Jane Roe · Coast News · 2025-03-04 · https://coast.example/quay"
    assert f"\n*{known}*\n\n### Summary\n" in run("brief", "--markdown", page).out
    assert f"\n{known}\n" in run("brief", "--table", page).out
    assert " · " not in run("brief", "--markdown", samples / "brief.txt").out


@pytest.mark.parametrize("command", ["summarize", "facts", "brief"])
def test_offsets_can_be_checked_with_the_text(command: str, run: Run, page: Path) -> None:
    record = json.loads(run(command, "--jsonl", "--with-text", page).out)
    assert record["text"] == TEXT
    for sentence in record.get("summary", []):
        assert sentence["text"] == record["text"][sentence["start"] : sentence["end"]]
    for fact in record.get("facts", []):
        pieces = [record["text"][start:end] for start, end in fact["claim"]["spans"]]
        assert fact["claim"]["text"] == " ".join(pieces)
    assert "text" not in json.loads(run(command, "--jsonl", page).out)


# The text


def test_the_text_is_printed_as_it_is(run: Run, page: Path, samples: Path) -> None:
    assert run("text", page) == (0, f"{TEXT}\n", "")
    path = samples / "windows_1252.txt"
    assert run("text", path).out == path.read_bytes().decode("cp1252")


def test_a_record_of_the_text_has_its_blocks(run: Run, page: Path) -> None:
    [record] = json.loads(run("text", "--json", page).out)
    assert list(record) == ["schema", "file", *KNOWN, "text", "blocks"]
    assert record["text"] == TEXT
    assert record["blocks"][0] == {"kind": "title", "start": 0, "end": 12}
    assert [TEXT[block["start"] : block["end"]] for block in record["blocks"][1:]] == [
        FIRST,
        SECOND,
    ]


def test_offsets_hold_in_what_is_printed(run: Run) -> None:
    text = "It \x1b[31mrained\tin\u202e May.\r\nIt \rsnowed.\r\n"
    out = run("text", stdin=text.encode()).out
    assert len(out) == len(text)
    assert out == "It \ufffd[31mrained\tin\ufffd May.\r\nIt \ufffdsnowed.\r\n"


def test_texts_of_several_articles_have_their_names_above(run: Run, news: Path, page: Path) -> None:
    out = run("text", page, page).out
    assert out == f"==> {page} <==\n{TEXT}\n" * 2
    assert run("text", news).out.startswith(f"==> {news}:1 <==\nQuay is shut\n")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("csv", f"paragraph,14,88,{FIRST}\r\n", id="csv"),
        pytest.param("tsv", "\ttitle\t0\t12\tQuay is shut\n", id="tsv"),
        pytest.param("markdown", f"## Quay is shut\n\n{FIRST}\n\n{SECOND}\n", id="markdown"),
        pytest.param("table", "paragraph", id="table"),
    ],
)
def test_the_text_in_other_formats(name: str, expected: str, run: Run, page: Path) -> None:
    assert expected in run("text", "-f", name, page).out


# Rows


def test_each_row_is_an_article_called_by_its_number(run: Run, news: Path) -> None:
    result = run("summarize", "-n", "1", "--jsonl", news)
    records = [json.loads(line) for line in result.out.splitlines()]
    assert [(r["file"], r["title"]) for r in records] == [
        (f"{news}:1", "Quay is shut"),
        (f"{news}:3", "Wall is broken"),
    ]
    assert (result.code, result.err) == (1, f"newsbrief: {news}:2: no text in this row\n")


def test_lines_of_text_name_the_row(run: Run, news: Path) -> None:
    lines = run("summarize", "-n", "1", news).out.splitlines()
    assert [line.partition("\t")[0] for line in lines] == [f"{news}:1", f"{news}:3"]


def test_rows_are_called_by_the_field_named(run: Run, news: Path) -> None:
    options = ("--id-field", "id", "--text-field", "body", "--title-field", "headline")
    out = run("text", "--jsonl", *options, news).out
    assert [json.loads(line)["file"] for line in out.splitlines()] == [f"{news}:a7", f"{news}:c9"]


def test_standard_input_may_hold_rows(run: Run, news: Path) -> None:
    out = run("text", "--jsonl", stdin=news.read_bytes()).out
    assert [json.loads(line)["file"] for line in out.splitlines()] == ["-:1", "-:3"]


def test_a_table_without_texts_says_how_to_name_the_field(run: Run) -> None:
    result = run("facts", stdin=b'[{"name": "Roe", "town": "Ostrand"}]')
    assert result.err == (
        "newsbrief: -: no field holds the text of an article, only 'name', 'town': "
        "--text-field names it\n"
    )
    assert (result.code, result.out) == (1, "")


# Limits


def test_a_limit_is_named_by_the_error(run: Run, page: Path) -> None:
    size = page.stat().st_size
    line = f"larger than {size - 1} bytes; --max-bytes sets another limit\n"
    assert run("text", "--max-bytes", size - 1, page) == (1, "", f"newsbrief: {page}: {line}")
    assert run("text", "--max-bytes", size - 1, stdin=page.read_bytes()).err.endswith(line)
    assert run("text", "--max-bytes", size, page).code == 0
    assert run("text", "--max-bytes", "0", page).code == 2
    assert run("text", "--timeout", "0", page).code == 2


def test_a_device_without_an_end_is_refused(run: Run) -> None:
    assert run("summarize", "/dev/zero") == (
        1,
        "",
        "newsbrief: /dev/zero: larger than 100,000,000 bytes; --max-bytes sets another limit\n",
    )


def test_a_list_without_an_end_is_refused(run: Run) -> None:
    line = "newsbrief: --files-from {}: larger than 1,000 bytes; --max-bytes sets another limit\n"
    refused = run("text", "--files-from", "/dev/zero", "--max-bytes", 1_000)
    assert refused == (2, "", line.format("/dev/zero"))
    refused = run("text", "--files-from", "-", "--max-bytes", 1_000, stdin=b"a" * 1_001)
    assert refused == (2, "", line.format("-"))


@pytest.fixture
def pipe(tmp_path: Path) -> Path:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    return path


@pytest.mark.parametrize(
    "argv",
    [
        ["text"],
        ["facts", "--jobs", "2"],
        ["digest"],
        ["sources"],
        ["report"],
        ["check", "DRAFT"],
    ],
    ids=" ".join,
)
def test_a_pipe_that_nobody_writes_to_is_given_up(
    argv: list[str], run: Run, pipe: Path, page: Path
) -> None:
    words = [page if word == "DRAFT" else word for word in argv]
    late = "no program writes to this pipe in 0.2 seconds; --timeout sets another limit"
    assert run(*words, "--timeout", 0.2, pipe) == (1, "", f"newsbrief: {pipe}: {late}\n")


def test_a_draft_may_be_such_a_pipe(run: Run, pipe: Path, page: Path) -> None:
    result = run("check", "--timeout", 0.5, pipe, page)
    assert (result.code, "no program writes to this pipe" in result.err) == (1, True)


@pytest.mark.parametrize("limit", ["1e7", "1e300", "inf"])
def test_an_address_may_have_any_time(limit: str, run: Run) -> None:
    """More than the clock of a socket can take, too."""
    result = run("text", "--timeout", limit, "http://127.0.0.1:1/")
    assert result == (1, "", "newsbrief: http://127.0.0.1:1/: connection refused\n")


@pytest.mark.parametrize("limit", [0.5, 1e300])
def test_a_program_may_write_to_a_pipe_as_slowly_as_it_does(
    limit: float, run: Run, pipe: Path
) -> None:
    def write() -> None:
        with pipe.open("w") as file:
            time.sleep(0.8)
            file.write(FIRST)

    writer = Thread(target=write, daemon=True)
    writer.start()
    assert run("text", "--timeout", limit, pipe) == (0, f"{FIRST}\n", "")
    writer.join()


@pytest.mark.parametrize("command", ["sources", "corpus"])
@pytest.mark.parametrize(
    "data",
    [
        pytest.param(TEXT.encode(), id="text"),
        pytest.param(json.dumps(ROWS[0]).encode() + b"\n", id="rows"),
        pytest.param(gzip.compress(TEXT.encode()), id="compressed"),
    ],
)
def test_what_reads_row_by_row_reads_a_pipe_too(
    data: bytes, command: str, run: Run, pipe: Path, tmp_path: Path
) -> None:
    writer = Thread(target=pipe.write_bytes, args=[data], daemon=True)
    writer.start()
    out = tmp_path / "out.jsonl"
    chosen = ["--jsonl"] if command == "sources" else []
    assert run(command, "-q", *chosen, pipe, "-o", out).code == 0
    record = json.loads(out.read_text())
    facts = record["claims"] if command == "sources" else len(record["facts"])
    assert facts == 1
    writer.join()


def test_a_pipe_has_a_limit(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = Thread(target=path.write_bytes, args=[TEXT.encode()], daemon=True)
    writer.start()
    line = f"newsbrief: {path}: larger than 100 bytes; --max-bytes sets another limit\n"
    assert run("text", "--max-bytes", 100, path) == (1, "", line)
    writer.join()


NO_FILE = "no such file or directory"
NO_SITE = "no such file; an address begins with https://"


@pytest.mark.parametrize(
    ("name", "said"),
    [
        pytest.param("www.coast.example/quay", NO_SITE, id="www"),
        pytest.param("WWW.coast.example", NO_SITE, id="no page"),
        pytest.param("news.coast.org/quay?id=1", NO_SITE, id="an ending of the web"),
        pytest.param("coast.de/quay", NO_SITE, id="a country"),
        pytest.param("www.txt", NO_FILE, id="a file"),
        pytest.param("coast.org", NO_FILE, id="it may be a file"),
        pytest.param("coast.txt/quay", NO_FILE, id="another ending"),
        pytest.param("news/coast.org/quay", NO_FILE, id="in a folder"),
        pytest.param("./www.coast.example/quay", NO_FILE, id="a folder said so"),
    ],
)
def test_an_address_without_its_beginning_is_told_from_a_file(
    name: str, said: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "draft.md").write_text("It rained.", encoding="utf-8")
    commands = ["facts"], ["facts", "-j", "2"], ["sources"], ["check", "draft.md"]
    for command in (*commands, ["corpus", "-o", "archive.jsonl"]):
        result = run(*command, name)
        assert (result.code, result.out) == (1, "")
        assert f"newsbrief: {name}: {said}\n" in result.err


@pytest.mark.parametrize(
    ("address", "spaced"),
    [
        pytest.param("https://coast example/quay", True, id="in the site"),
        pytest.param("HTTP://coast.example :80/quay", True, id="before the port"),
        pytest.param("https://coast.invalid/the quay?in may", False, id="behind the site"),
    ],
)
def test_a_space_in_the_name_of_a_site_is_told(address: str, *, spaced: bool, run: Run) -> None:
    said = f"newsbrief: {address}: this address has a space in the name of the site\n"
    result = run("facts", address)
    assert (result.code, result.out) == (1, "")
    assert (result.err == said) == spaced


def test_a_file_that_is_called_like_an_address_is_read(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "coast.org").mkdir()
    (tmp_path / "coast.org" / "quay").write_text("It rained in May.", encoding="utf-8")
    assert run("summarize", "coast.org/quay").out == "It rained in May.\n"
