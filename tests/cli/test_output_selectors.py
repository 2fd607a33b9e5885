"""``--selectors``: W3C selectors and links in JSON, of claims and of sentences."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

URL = "https://coast.example/quay"
TEXT = (
    "The quay at Ostrand was shut on Monday after waves broke the harbour wall. "
    "“Nobody was hurt,” the port authority said, and the wall will be rebuilt."
)


@pytest.fixture
def row(tmp_path: Path) -> Path:
    path = tmp_path / "news.jsonl"
    path.write_text(json.dumps({"url": URL, "text": TEXT}), encoding="utf-8")
    return path


def places(run: Run, command: str, *argv: object) -> tuple[str, list[dict[str, Any]]]:
    """The text, and what has selectors in it."""
    [record] = json.loads(run(command, "--json", "--with-text", "--selectors", *argv).out)
    return record["text"], record["facts" if command == "facts" else "summary"]


@pytest.mark.parametrize("command", ["facts", "summarize"])
def test_selectors_have_these_keys(command: str, run: Run, row: Path) -> None:
    text, found = places(run, command, row)
    assert found
    for place in found:
        assert list(place)[-2:] == ["target", "link"]
        assert place["link"].startswith(f"{URL}#:~:text=")
        for target in place["target"]:
            assert list(target) == ["source", "selector"]
            assert target["source"] == URL
            quote, position = target["selector"]
            assert list(quote) == ["type", "exact", "prefix", "suffix"]
            assert list(position) == ["type", "start", "end"]
            assert quote["type"] == "TextQuoteSelector"
            assert position["type"] == "TextPositionSelector"
            assert text[position["start"] : position["end"]] == quote["exact"]
            assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


def test_each_piece_of_a_claim_is_a_target(run: Run, harbour: Path) -> None:
    _, found = places(run, "facts", harbour)
    for fact in found:
        spans = [
            [target["selector"][1]["start"], target["selector"][1]["end"]]
            for target in fact["target"]
        ]
        assert spans == fact["claim"]["spans"]
    assert {fact["link"] for fact in found} == {None}, "a file has no web address"
    assert {target["source"] for fact in found for target in fact["target"]} == {None}


@pytest.mark.parametrize("command", ["facts", "summarize"])
def test_other_formats_are_as_without(command: str, run: Run, row: Path) -> None:
    assert run(command, "--csv", "--selectors", "-q", row) == run(command, "--csv", row)
    assert "target" not in run(command, "--json", row).out
