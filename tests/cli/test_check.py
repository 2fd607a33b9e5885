"""The command check: what it writes in each format, how it ends, what it takes for a draft."""

from __future__ import annotations

import json
import os
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

ARTICLE = """Quay put off

Mayor Ann Lee spoke first. "We will not build the quay this year," Lee said.

"They had twelve years," said Bob Ray, the opposition's leader.
"""
RIGHT = "Ann Lee, the mayor, said: “We will not build the quay this year.”\n"
WRONG = """“We will build the red quay this year,” Ann Lee said.

“They had twelve years,” Ann Lee said.
"""
KEYS = [
    *("schema", "file", "title", "byline", "date", "outlet", "url", "language"),
    *("articles", "faults", "checks"),
]
CHECK_KEYS = [
    *("verdict", "failed", "speaker", "said_by", "text", "spans", "line", "quote", "source"),
    *("place", "changes", "difference", "notes"),
]


@pytest.fixture
def article(tmp_path: Path) -> Path:
    return written(tmp_path / "quay.txt", ARTICLE)


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    return written(tmp_path / "draft.txt", WRONG)


def written(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def test_a_right_draft_ends_with_0(run: Run, article: Path) -> None:
    result = run("check", "-", article, stdin=RIGHT.encode())
    words = "“We will not build the quay this year.”"
    line = f"verbatim\tsame\tAnn Lee\t{words}\t{article}:3\t\n"
    assert result == (0, line, "")


def test_a_fault_ends_with_1_unless_told_otherwise(run: Run, article: Path, wrong: Path) -> None:
    result = run("check", wrong, article)
    assert result.code == 1
    assert result.err == ""
    first, second = result.out.splitlines()
    assert first.split("\t") == [
        "altered",
        "same",
        "Ann Lee",
        "We will [-not-] build the {+red+} quay this year",
        f"{article}:3",
        "negation: not (left out); words: red (not in the article)",
    ]
    assert second.split("\t")[:2] == ["verbatim", "another: Bob Ray"]
    assert run("check", "--exit-zero", wrong, article) == (0, result.out, "")


def test_json_has_these_keys(run: Run, article: Path, wrong: Path) -> None:
    [record] = json.loads(run("check", "--json", wrong, article).out)
    assert list(record) == KEYS
    assert (record["file"], record["articles"]) == (str(wrong), [str(article)])
    assert record["faults"] == 2
    first, second = record["checks"]
    assert [list(each) for each in record["checks"]] == [CHECK_KEYS] * 2
    assert (first["verdict"], first["failed"], first["speaker"]) == ("altered", True, "same")
    assert first["changes"][0] == {"kind": "negation", "draft": "", "article": "not"}
    assert {step["kind"] for step in first["difference"]} == {"same", "added", "left out"}
    for start, end in first["place"]["spans"]:
        assert ARTICLE[start:end] == "We will not build the quay this year"
    assert (first["place"]["file"], first["place"]["line"]) == (str(article), 3)
    for start, end in first["spans"]:
        assert WRONG[start:end] == first["text"]
    assert list(first["source"]) == list(first["said_by"]) == ["text", "name", "type", "role"]
    assert (second["speaker"], second["said_by"]["name"]) == ("another", "Bob Ray")


def test_rows_have_these_columns(run: Run, article: Path, wrong: Path) -> None:
    rows = run("check", "--csv", wrong, article).rows
    assert list(rows[0]) == [
        *("file", "verdict", "failed", "speaker", "quote", "source", "said_by", "claim"),
        *("line", "start", "end", "article", "article_line", "article_start", "article_end"),
        *("changes", "difference", "notes"),
    ]
    assert [row["failed"] for row in rows] == ["true", "true"]
    start, end = int(rows[0]["article_start"]), int(rows[0]["article_end"])
    assert ARTICLE[start:end] == "We will not build the quay this year"
    assert "\t" in run("check", "--tsv", wrong, article).out


def test_markdown_shows_the_difference_by_marks(run: Run, article: Path, wrong: Path) -> None:
    page = run("check", "--markdown", wrong, article).out
    assert "| **altered** | We will ~~not~~ build the **red** quay this year | Ann Lee |" in page


def test_the_table_shows_it_by_marks_and_colour(
    run: Run, article: Path, wrong: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    plain = run("check", "--table", wrong, article).out
    assert "✗ altered" in plain
    assert "✗ another" in plain
    assert "We will [-not-] build the {+red+} quay this year" in plain
    assert "negation: not (left out)" in plain
    assert "2 claims: 1 verbatim, 1 altered, 1 of another speaker, 2 faults" in plain
    assert "\x1b" not in plain
    assert "\x1b[" in run("check", "--table", "--color=always", wrong, article).out


@pytest.mark.parametrize("columns", ["40", "60", "200"])
def test_every_word_is_in_the_table_at_any_width(
    columns: str, run: Run, article: Path, wrong: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    out = run("check", "--table", wrong, article).out
    assert max(map(len, out.splitlines()[1:])) <= int(columns)
    letters = "".join(out.split())
    assert all(word in letters for word in ("altered", "verbatim", "[-not-]", "{+red+}", "fault"))


def test_only_the_faults(run: Run, article: Path) -> None:
    draft = (RIGHT + "\n" + WRONG).encode()
    assert len(run("check", "-", article, stdin=draft).out.splitlines()) == 3
    result = run("check", "--faults", "--json", "-", article, stdin=draft)
    [record] = json.loads(result.out)
    assert (len(record["checks"]), record["faults"], result.code) == (2, 2, 1)


@pytest.mark.parametrize(
    ("name", "draft"),
    [
        pytest.param("draft.md", f"# A draft\n\n- **Lee:** {RIGHT}", id="Markdown"),
        pytest.param("draft.html", f"<html><body><p>{RIGHT}</p></body></html>", id="HTML"),
        pytest.param("draft.json", json.dumps({"text": RIGHT}), id="JSON with a text"),
        pytest.param("draft.jsonl", f"{json.dumps({'text': RIGHT})}\n" * 2, id="JSON Lines"),
    ],
)
def test_drafts_of_any_kind(name: str, draft: str, run: Run, article: Path, tmp_path: Path) -> None:
    result = run("check", written(tmp_path / name, draft), article)
    assert (result.code, result.err) == (0, "")
    assert "verbatim" in result.out


@pytest.mark.parametrize("command", ["facts", "summarize", "brief", "digest"])
@pytest.mark.parametrize("form", ["json", "jsonl"])
def test_what_newsbrief_prints_is_a_draft(command: str, form: str, run: Run, samples: Path) -> None:
    paths = [samples / "politics.txt", samples / "agency.txt"]
    printed = run(command, "-f", form, *paths).out
    result = run("check", "--jsonl", "-", *paths, stdin=printed.encode())
    assert (result.code, result.err) == (0, "")
    records = [json.loads(line) for line in result.out.splitlines()]
    names = ["-"] if command == "digest" else ["-:1", "-:2"]
    assert [record["file"] for record in records] == names
    assert {each["verdict"] for record in records for each in record["checks"]} == {"verbatim"}


@pytest.mark.parametrize("argv", [["sources", "--json"], ["facts", "--csv"], ["facts", "--tsv"]])
def test_what_newsbrief_prints_without_its_claims_is_no_draft(
    argv: list[str], run: Run, article: Path
) -> None:
    result = run("check", "-", article, stdin=run(*argv, article).out.encode())
    assert result[:2] == (1, "")
    assert "-: what newsbrief has printed holds no article: `newsbrief sources` " in result.err


def test_a_word_changed_in_what_newsbrief_prints_is_found(run: Run, article: Path) -> None:
    printed = run("facts", "--json", article).out.replace("will not build", "will build")
    result = run("check", "-", article, stdin=printed.encode())
    assert result.code == 1
    assert "[-not-]" in result.out


def test_a_name_changed_in_what_newsbrief_prints_is_found(run: Run, article: Path) -> None:
    printed = run("facts", "--json", article).out.replace("Bob Ray", "Ann Lee")
    result = run("check", "-", article, stdin=printed.encode())
    assert result.code == 1
    assert "another: Bob Ray" in result.out


def test_a_draft_and_an_article_are_needed(run: Run, article: Path) -> None:
    for named in ([article], ["--files-from", os.devnull]):
        result = run("check", *named)
        assert (result.code, result.out) == (2, "")
        assert result.err.startswith("newsbrief: check needs a draft and its articles")


def test_articles_from_a_list(run: Run, article: Path, wrong: Path, tmp_path: Path) -> None:
    listed = written(tmp_path / "list", f"{article}\n")
    assert run("check", wrong, "--files-from", listed) == run("check", wrong, article)


def test_one_bad_article_does_not_stop_the_others(run: Run, article: Path, tmp_path: Path) -> None:
    result = run("check", "-", tmp_path / "none.txt", article, stdin=RIGHT.encode())
    assert result.code == 1
    assert "none.txt: no such file or directory" in result.err
    assert result.out.startswith("verbatim")


def test_without_an_article_or_a_draft_there_is_no_result(run: Run, article: Path) -> None:
    none = article.with_name("none.txt")
    for argv in ((none, article), (article, none)):
        result = run("check", "--json", *argv)
        assert (result.code, result.out) == (1, "")
        assert result.err.count("\n") == 1


def test_a_draft_without_claims_is_an_empty_result(run: Run, article: Path) -> None:
    result = run("check", "--json", "-", article, stdin=b"It rained all day in the town.\n")
    assert result.code == 0
    assert json.loads(result.out)[0]["checks"] == []
    shown = run("check", "--table", "-", article, stdin=b"It rained all day in the town.\n").out
    assert "No quotations or claims." in shown


def test_of_a_draft_in_another_language_only_quotations_are_checked(
    run: Run, samples: Path
) -> None:
    path = samples / "languages" / "de.txt"
    result = run("check", path, path)
    assert result.code == 0
    assert "seems to be German; only its quotations are checked" in result.err
    assert {line.split("\t")[0] for line in result.out.splitlines()} == {"verbatim"}
    assert run("check", "--quiet", path, path).err == ""


def test_a_missing_library_is_named(
    run: Run, article: Path, wrong: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [n for n in sys.modules if n.partition(".")[0] == "rapidfuzz"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "rapidfuzz", None)
    result = run("check", wrong, article)
    assert (result.code, result.out) == (1, "")
    assert "pip install 'newsbrief[check]'" in result.err
    assert result.err.count("\n") == 1


def test_hostile_words_are_shown_as_words(run: Run, tmp_path: Path) -> None:
    draft = 'Ann Lee said: "We will [/b] \x1b[31mbuild =SUM(A1) | <b>it</b> today."\n'
    article = written(tmp_path / "a.txt", draft.replace("today", "tonight"))
    for form in ("table", "text", "csv", "tsv", "markdown", "json"):
        result = run("check", "-f", form, "-", article, stdin=draft.encode())
        assert result.code == 1
        assert "\x1b" not in result.out
    assert r"\<b\>" in run("check", "--markdown", "-", article, stdin=draft.encode()).out
