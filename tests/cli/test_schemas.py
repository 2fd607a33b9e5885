"""The JSON Schemas: every command with JSON has one, and all that commands write is valid."""

from __future__ import annotations

import json
from pathlib import Path
from runpy import run_path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema import Draft202012Validator
from typer.main import get_command

from newsbrief import (
    BlockKind,
    ChangeKind,
    FigureKind,
    Kind,
    QuoteType,
    SourceType,
    Speaker,
    Standing,
    Verdict,
)
from newsbrief.cli.app import app
from newsbrief.cli.schemas import Schema, schema

if TYPE_CHECKING:
    from enum import StrEnum

    from conftest import Run

ROOT = Path(__file__).parents[2]
SAMPLES = [
    *sorted((ROOT / "samples").rglob("*.txt")),
    ROOT / "samples" / "dunmore" / "articles.jsonl",
]
COMMANDS = get_command(app).commands  # type: ignore[attr-defined]
WITH_JSON = [
    name
    for name, command in COMMANDS.items()
    if any("--json" in param.opts for param in command.params)
]
DUNMORE = ROOT / "samples" / "dunmore"
OPTIONS: dict[str, list[str]] = {
    "summarize": ["--explain", "--selectors", "--with-text"],
    "facts": ["--all", "--min-confidence", "0", "--context", "--selectors", "--with-text"],
    "brief": ["--context", "--with-text"],
    "digest": ["--with-text"],
    "check": ["--with-text"],
    "sources": ["--by", "outlet,month", "--people", str(DUNMORE / "people.csv")],
}
URL = "https://coast.example/quay"


def closed(name: Schema | str) -> Draft202012Validator:
    """A validator that also refuses keys that the schema does not name.

    The schema itself lets them pass: keys may be added.
    """
    whole = schema(Schema(name))
    definitions = whole.pop("$defs", {})
    closing = {part: _closed(each, definitions) for part, each in definitions.items()}
    return Draft202012Validator({**_closed(whole, definitions), "$defs": closing})


def _closed(part: dict[str, Any], definitions: dict[str, Any]) -> dict[str, Any]:
    part = dict(part)
    for reference in part.pop("allOf", ()):
        more = definitions[reference["$ref"].removeprefix("#/$defs/")]
        part["properties"] = part["properties"] | more["properties"]
        part["required"] = [*part["required"], *more["required"]]
    return {**part, "additionalProperties": False} if "properties" in part else part


# What there is


def test_every_command_with_json_has_a_schema() -> None:
    assert WITH_JSON
    assert set(WITH_JSON) <= set(Schema), "its schema goes into core/data and cli/schemas.py"
    assert set(Schema) - set(WITH_JSON) == {"corpus", "error"}


@pytest.mark.parametrize("name", Schema)
def test_a_schema_is_one(name: Schema) -> None:
    found = schema(name)
    Draft202012Validator.check_schema(found)
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert found["$id"] == f"urn:newsbrief:schema:2:{name}"
    assert next(iter(found["properties"])) == "schema"
    text = json.dumps(found)
    assert all(f'"#/$defs/{part}"' in text for part in found.get("$defs", {})), "none is idle"


@pytest.mark.parametrize("name", Schema)
def test_a_schema_is_printed(name: Schema, run: Run) -> None:
    result = run("schema", name)
    assert json.loads(result.out) == schema(name)
    assert (result.code, result.err) == (0, "")


@pytest.mark.parametrize(
    ("argv", "message"),
    [
        pytest.param(["fact"], "'fact' is not one of summarize, ", id="misspelt"),
        pytest.param(["parts"], "'parts' is not one of summarize, ", id="no command"),
        pytest.param([], "schema needs a name: summarize, facts, ", id="none"),
    ],
)
def test_other_names_are_refused_in_a_line(argv: list[str], message: str, run: Run) -> None:
    result = run("schema", *argv)
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert message in result.err


@pytest.mark.parametrize(
    ("part", "key", "kinds"),
    [
        pytest.param("fact", "kind", Kind, id="kinds of fact"),
        pytest.param("fact", "quote", QuoteType, id="types of quotation"),
        pytest.param("source", "type", SourceType, id="types of source"),
        pytest.param("source_facts", "type", SourceType, id="types of source in a brief"),
        pytest.param("figure", "kind", FigureKind, id="kinds of figure"),
        pytest.param("block", "kind", BlockKind, id="kinds of block"),
        pytest.param("claim", "standing", Standing, id="standings"),
        pytest.param("finding", "verdict", Verdict, id="verdicts"),
        pytest.param("finding", "speaker", Speaker, id="whether the speaker is the same"),
        pytest.param("change", "kind", ChangeKind, id="kinds of change"),
    ],
)
def test_a_schema_lists_all_values(part: str, key: str, kinds: type[StrEnum]) -> None:
    found = [schema(name).get("$defs", {}).get(part) for name in Schema]
    values = [each["properties"][key]["enum"] for each in found if each]
    assert values
    assert all(each == list(kinds) for each in values)


def test_the_page_on_the_schema_has_every_key() -> None:
    page = run_path(str(ROOT / "tests" / "schema_page.py"))
    text = page["PAGE"].read_text(encoding="utf-8")
    assert "### An object of `facts`" in text
    assert page["refreshed"](text) == text, "python tests/schema_page.py puts it right"


# What is written


@pytest.mark.parametrize("more", [False, True], ids=["plain", "all options"])
@pytest.mark.parametrize("command", WITH_JSON)
def test_all_samples_are_written_as_the_schema_says(command: str, *, more: bool, run: Run) -> None:
    options = OPTIONS.get(command, []) if more else []
    check = closed(command)
    draft = [ROOT / "samples" / "draft.md"] if command == "check" else []
    out = run(command, "--jsonl", "-q", *options, *draft, *SAMPLES).out
    records = [json.loads(line) for line in out.splitlines()]
    assert records
    for record in records:
        check.validate(record)


@pytest.mark.parametrize("command", WITH_JSON)
def test_what_is_known_of_an_article_is_valid_too(command: str, run: Run, tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    known = {"url": URL, "date": "2025-03-04", "author": "Jane Roe", "language": "en"}
    row = {**known, "title": "Quay is shut", "text": SAMPLES[0].read_text(encoding="utf-8")}
    path.write_text(json.dumps(row), encoding="utf-8")
    inputs = [path, path] if command == "check" else [path]  # a draft and its article
    [record] = json.loads(run(command, "--json", *OPTIONS.get(command, []), *inputs).out)
    closed(command).validate(record)


def test_an_unknown_key_is_no_error_for_others_and_one_for_these_tests(
    run: Run, harbour: Path
) -> None:
    record = json.loads(run("facts", "--jsonl", harbour).out)
    closed("facts").validate(record)
    record["facts"][0]["source"]["age"] = 50
    Draft202012Validator(schema(Schema.FACTS)).validate(record)
    assert not closed("facts").is_valid(record)
    del record["facts"][0]["source"]["age"]
    del record["facts"][0]["source"]["why"]
    assert not Draft202012Validator(schema(Schema.FACTS)).is_valid(record)
