"""An error that nobody foresaw costs the input that it is met in, and is one line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

import newsbrief
from newsbrief import Article, facts, parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Run

    from newsbrief.formats.document import Document

GOOD = "The quay at Ostrand was shut on Monday, the port authority said."
BAD = "The wall at Ostrand is wet, the mayor said on Tuesday evening."
FAULTS = {
    ZeroDivisionError("division by zero"): "ZeroDivisionError: division by zero",
    KeyError("ſix"): "KeyError: 'ſix'",
    RecursionError(): "RecursionError",
    ValueError("two\nlines"): "ValueError: two lines",
}
BUG = "newsbrief failed ({}), which is a bug; --debug shows where"
NO_MEMORY = "there is not enough memory for this input"
CASES = [
    *(pytest.param(error, BUG.format(said), id=said) for error, said in FAULTS.items()),
    pytest.param(MemoryError(), NO_MEMORY, id="MemoryError"),
]


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path, Path]:
    """Three files, of which the work on the second fails."""
    paths = tuple(tmp_path / name for name in ("a.txt", "b.txt", "c.txt"))
    for path, text in zip(paths, (GOOD, BAD, GOOD), strict=True):
        path.write_text(text, encoding="utf-8")
    first, second, third = paths
    return first, second, third


def failing(error: Exception) -> Callable[..., object]:
    def work(article: Article, **options: object) -> object:
        if "wet" in article.text:
            raise error
        return facts(article, **options)  # type: ignore[arg-type]

    return work


def errors(out: str) -> list[tuple[str, str | None]]:
    """The file of each record, and why it has no result."""
    records = map(json.loads, out.splitlines())
    return [(record["file"], record.get("error")) for record in records]


@pytest.mark.parametrize(("error", "line"), CASES)
def test_work_that_fails_costs_its_input(
    error: Exception,
    line: str,
    run: Run,
    files: tuple[Path, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(newsbrief, "facts", failing(error))
    result = run("facts", "--jsonl", *files)
    assert (result.code, result.err) == (1, f"newsbrief: {files[1]}: {line}\n")
    assert errors(result.out) == [
        (str(files[0]), None),
        (str(files[1]), line),
        (str(files[2]), None),
    ]


@pytest.mark.parametrize(("error", "line"), CASES)
def test_debug_shows_where_it_failed(
    error: Exception,
    line: str,
    run: Run,
    files: tuple[Path, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(newsbrief, "facts", failing(error))
    result = run("facts", "--debug", files[1])
    assert result.err.startswith("Traceback ")
    assert "in work\n" in result.err
    assert result.err.endswith(f"newsbrief: {files[1]}: {line}\n")


@pytest.mark.parametrize("place", ["newsbrief.facts", "newsbrief.cli.batch.frame"])
def test_no_traceback_steers_the_terminal(
    place: str, run: Run, files: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An error may say what stands in the article."""
    steering = "\x1b\x07\x9b\u202e"

    def fail(*_: object, **__: object) -> None:
        raise ValueError(steering)

    monkeypatch.setattr(place, fail)
    shown = run("facts", "--debug", files[0]).err
    assert "Traceback " in shown
    assert not set(steering) & set(shown)


@pytest.mark.parametrize(("error", "line"), CASES)
def test_an_article_that_cannot_be_parsed_costs_no_other_of_its_file(
    error: Exception, line: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "news.jsonl"
    rows = [json.dumps({"text": text}) for text in (GOOD, BAD, GOOD)]
    table.write_text("\n".join(rows), encoding="utf-8")

    def article(document: Document) -> Article:
        if "wet" in document.text:
            raise error
        return parse(document.text)

    monkeypatch.setattr("newsbrief.cli.batch.article", article)
    result = run("summarize", "--jsonl", table)
    assert (result.code, result.err) == (1, f"newsbrief: {table}:2: {line}\n")
    assert errors(result.out) == [(f"{table}:1", None), (f"{table}:2", line), (f"{table}:3", None)]


@pytest.mark.parametrize(("error", "line"), CASES)
def test_work_on_all_inputs_together(
    error: Exception,
    line: str,
    run: Run,
    files: tuple[Path, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("newsbrief.pages.claims.facts", failing(error))
    result = run("digest", *files)
    assert result == (1, "", f"newsbrief: {files[0]} to {files[2]}: {line}\n")


def test_what_fails_outside_the_work_on_an_input(
    run: Run, files: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    def frame(*_: object) -> None:
        raise KeyError("kind")

    monkeypatch.setattr("newsbrief.cli.batch.frame", frame)
    result = run("facts", "--json", files[0])
    line = BUG.format("KeyError: 'kind'")
    assert result == (1, "", f"newsbrief: {line}\n")
    shown = run("facts", "--json", "--debug", files[0])
    assert shown.err.startswith("Traceback ")
    assert shown.err.endswith(result.err)
