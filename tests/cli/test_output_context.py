"""``--context``: the sentence around each claim and the one before, in every format."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

OPENING = "The mayor said the harbour would open in May."
ASKED = '"We [the council] were never asked, [/b]" Ada Brandt told \ufffd[31mreporters.'
SUNK = "The dredger is thought to have sunk."


def test_context_in_json_has_these_keys(run: Run, harbour: Path) -> None:
    text = harbour.read_text(encoding="utf-8")
    [record] = json.loads(run("facts", "--json", "--context", harbour).out)
    first, second, *_ = record["facts"]
    start = text.index("The mayor")
    around = {"text": OPENING, "start": start, "end": start + len(OPENING)}
    assert list(first)[-1] == "context"
    assert first["context"] == {**around, "before": None}
    assert second["context"]["before"] == around
    for fact in record["facts"]:
        spans = fact["claim"]["spans"]
        assert fact["context"]["start"] <= spans[0][0]
        assert fact["context"]["end"] >= spans[-1][1]


def test_a_brief_has_the_context_of_its_claims(run: Run, harbour: Path) -> None:
    [facts] = json.loads(run("facts", "--json", "--context", harbour).out)
    [brief] = json.loads(run("brief", "--json", "--context", harbour).out)
    listed = [fact for source in brief["sources"] for fact in source["facts"]]
    assert [*listed, *brief["unnamed"]] == [facts["facts"][i] for i in (1, 3, 0, 2)]


@pytest.mark.parametrize("command", ["facts", "brief"])
def test_context_in_rows(command: str, run: Run, harbour: Path) -> None:
    found = run(command, "--csv", "--context", harbour).rows
    assert list(found[0])[-2:] == ["context_before", "context"]
    claims = [row for row in found if row.get("section") not in {"summary", "figures"}]
    assert {(row["context_before"], row["context"]) for row in claims} >= {
        ("", OPENING),
        (OPENING, ASKED),
        (ASKED, SUNK),
    }
    others = [row for row in found if row not in claims]
    assert {(row["context_before"], row["context"]) for row in others} <= {("", "")}
    assert "context" not in run(command, "--csv", harbour).rows[0]


def test_context_in_text(run: Run, harbour: Path) -> None:
    [first, second, *_] = run("facts", "--context", harbour).out.splitlines()
    assert first.split("\t")[-2:] == ["", OPENING]
    assert second.split("\t")[-2:] == [OPENING, ASKED]


@pytest.mark.parametrize("command", ["facts", "brief"])
def test_context_in_markdown(command: str, run: Run, harbour: Path) -> None:
    out = run(command, "--markdown", "--context", harbour).out
    assert f"{OPENING} {ASKED}".replace("[", r"\[").replace("]", r"\]") in out


@pytest.mark.parametrize("columns", ["40", "80", "200"])
@pytest.mark.parametrize("command", ["facts", "brief"])
def test_context_in_a_table(
    command: str, columns: str, run: Run, harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    out = run(command, "--table", "--context", harbour).out
    assert max(map(len, out.splitlines())) <= int(columns)
    assert "".join(out.split()).count("reporters.") >= 2, "the context of two claims"
    assert "\x1b" not in out


def test_in_a_table_the_context_stands_below_the_claim(
    run: Run, harbour: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    lines = run("facts", "--table", "--context", harbour).out.splitlines()
    (claim,) = (i for i, line in enumerate(lines) if "The mayor  " in line)
    assert f"  {OPENING}" in lines[claim + 1]
    plain = run("facts", "--table", harbour).out
    assert OPENING not in plain
