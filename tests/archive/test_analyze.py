"""Batches of articles to batches of records: pure, the same wherever it runs, errors in place."""

import json
import pickle
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pyarrow as pa
import pytest

import newsbrief
from newsbrief import analyze, record_schema
from newsbrief.archive import analyze as module
from newsbrief.archive.record import RecordOptions, record

if TYPE_CHECKING:
    from conftest import Run

TEXT = (
    "The harbour will open in May, Ann Lee, the mayor of Dunmore, said on Monday. "
    "“It will cost 2 million,” she told reporters. Dunmore has had no harbour since 1994."
)
ROW = {"id": "a1", "title": "Harbour to open", "text": TEXT, "outlet": "The Gull"}


def batch(*rows: Mapping[str, object]) -> pa.RecordBatch:
    return pa.RecordBatch.from_pylist(list(rows))


def test_a_record_is_that_of_the_article() -> None:
    (made,) = analyze(batch({**ROW, "file": "news.parquet"})).to_pylist()
    metadata = newsbrief.Metadata(outlet="The Gull")
    article = newsbrief.parse(f"Harbour to open\n\n{TEXT}", "Harbour to open", metadata)
    assert made == record(article, "news.parquet", "a1")
    assert [fact["source"]["name"] for fact in made["facts"]] == ["Ann Lee", "Ann Lee"]


def test_options_are_those_of_a_record() -> None:
    (made,) = analyze(batch(ROW), sentences=1, min_confidence=0.99, with_text=True).to_pylist()
    assert (len(made["summary"]), made["text"][:15]) == (1, "Harbour to open")
    (all_,) = analyze(batch(ROW), min_confidence=0, optional=True).to_pylist()
    article = newsbrief.parse(f"Harbour to open\n\n{TEXT}", "Harbour to open")
    options = RecordOptions(min_confidence=0, optional=True)
    assert all_["facts"] == record(article, "", "a1", options)["facts"]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        pytest.param({"id": "a2", "text": None}, "no text in this row", id="null"),
        pytest.param({"id": "a2", "text": " \n"}, "no text in this row", id="blank"),
        pytest.param({"id": "a2", "text": "..."}, "no sentence", id="no sentence"),
    ],
)
def test_a_row_without_a_result_has_a_record_with_the_error(
    row: dict[str, object], message: str
) -> None:
    first, second, third = analyze(batch(ROW, row, {**ROW, "id": "a3"})).to_pylist()
    assert message in second["error"]
    assert (second["id"], second["facts"], second["summary"]) == ("a2", None, None)
    assert (first["error"], third["error"], third["id"]) == (None, None, "a3")


def test_a_bug_costs_its_article_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(article: newsbrief.Article, *more: object) -> object:
        if "1994" not in article.text:
            raise RecursionError("too\ndeep")
        return record(article, *more)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "record", broken)
    rows = analyze(batch({"id": "x", "text": "Nobody spoke."}, ROW)).to_pylist()
    assert [row["error"] for row in rows] == [
        "newsbrief failed (RecursionError: too deep), which is a bug",
        None,
    ]


def test_an_option_that_makes_no_sense_is_no_error_of_an_article() -> None:
    with pytest.raises(newsbrief.OptionError, match="sentences must be 1 or more"):
        analyze(batch(ROW), sentences=0)


def test_records_need_an_id() -> None:
    with pytest.raises(newsbrief.InputError, match="no column 'id'"):
        analyze(batch({"text": TEXT}))
    (made,) = analyze(batch({"id": None, "text": TEXT})).to_pylist()
    assert made["id"] == ""


def test_columns_of_other_types_are_read_as_tables_are() -> None:
    columns = {
        "id": pa.array([7], pa.int64()),
        "headline": ["Harbour to open"],
        "maintext": pa.array([TEXT], pa.large_string()),
        "authors": [["Jo Roe", "Al Poe"]],
        "date": pa.array([datetime(2026, 5, 1, 6, 30, tzinfo=UTC)], pa.timestamp("us", "UTC")),
        "embedding": [[0.1, 0.2]],
    }
    (made,) = analyze(pa.RecordBatch.from_pydict(columns)).to_pylist()
    assert (made["id"], made["title"], made["byline"]) == ("7", "Harbour to open", "Jo Roe, Al Poe")
    assert made["date"] == "2026-05-01T06:30:00+00:00"
    (day,) = analyze(batch({**ROW, "date": date(2026, 5, 1)})).to_pylist()
    assert day["date"] == "2026-05-01"


def test_the_schema_is_that_published_whatever_is_in_the_batch() -> None:
    empty = pa.RecordBatch.from_pylist([], pa.schema([("id", pa.string()), ("text", pa.string())]))
    for made in (analyze(batch(ROW)), analyze(batch({"id": "x", "text": ""})), analyze(empty)):
        assert made.schema == record_schema()
    assert analyze(empty, with_text=True).schema == record_schema(with_text=True)


def test_batches_may_be_cut_anywhere(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = batch(*({**ROW, "id": str(i), "text": TEXT[: 40 * i]} for i in range(5)))
    whole = analyze(rows)
    monkeypatch.setattr(module, "_ROWS", 2)
    assert analyze(rows) == whole
    parts = [analyze(rows.slice(i, 1)) for i in range(5)]
    assert pa.Table.from_batches(parts) == pa.Table.from_batches([whole])


def test_another_process_gives_the_same_bytes() -> None:
    rows = batch(ROW, {"id": "x", "text": ""})
    function = partial(analyze, with_text=True)
    code = "import pickle, sys; f, b = pickle.load(sys.stdin.buffer); r = f(b)\n"
    code += "sys.stdout.buffer.write(r.serialize())"
    other = subprocess.run(  # noqa: S603
        [sys.executable, "-c", code],
        input=pickle.dumps((function, rows)),
        capture_output=True,
        check=True,
        timeout=60,
    ).stdout
    assert other == function(rows).serialize().to_pybytes()


def test_parameters_are_read_once_in_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    from newsbrief.text import packaged

    analyze(batch(ROW))
    monkeypatch.setattr(packaged, "data", lambda name: pytest.fail(f"{name} is read again"))
    analyze(batch({**ROW, "text": TEXT.replace("Lee", "Poe")}))


def test_records_are_those_of_the_command(run: "Run", samples: Path, tmp_path: Path) -> None:
    source, output = samples / "dunmore" / "articles.jsonl", tmp_path / "archive.jsonl"
    lines = [*source.read_text(encoding="utf-8").splitlines(), json.dumps({"text": "..."})]
    rows = [{"id": f"a{i}", **json.loads(line)} for i, line in enumerate(lines)]
    named = tmp_path / "articles.jsonl"
    named.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert run("corpus", str(named), "-o", str(output), "--id-field", "id", "--jobs", "1").code == 1
    records = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    made = analyze(batch(*rows)).to_pylist()
    assert len(made) == 7
    assert [{**record, "file": ""} for record in records] == made
