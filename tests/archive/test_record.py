"""The record of an article, and its schema of Arrow."""

import json
from typing import Any

import pyarrow as pa
import pytest

import newsbrief
from newsbrief.archive.arrow import batch, schema
from newsbrief.archive.record import RecordOptions, error_record, record
from newsbrief.article import Metadata

TEXT = (
    "Harbour to open in May\n\n"
    "The harbour will open in May, Ann Lee, the mayor of Dunmore, said on Monday. "
    "“It will cost 2 million,” she told reporters. Dunmore has had no harbour since 1994. "
    "Police denied that. Tass reported that Boris Orlov said the port was closed.\n"
)
GERMAN = (
    "Der Hafen wird im Mai eröffnet, sagte die Bürgermeisterin am Montag vor der Presse. "
    "Die Stadt hat seit vielen Jahren keinen Hafen mehr, und das soll sich nun ändern.\n"
)
WITH_TEXT = RecordOptions(with_text=True, min_confidence=0, optional=True)


def recorded(text: str = TEXT, options: RecordOptions = WITH_TEXT) -> Any:  # noqa: ANN401
    known = Metadata(outlet="The Gull", date="2026-05-01", language="en")
    return record(newsbrief.parse(text, metadata=known), "news.jsonl:1", "a1", options)


def test_a_record_holds_what_is_known_the_summary_and_the_facts() -> None:
    found = recorded()
    assert (found["id"], found["file"], found["title"]) == (
        "a1",
        "news.jsonl:1",
        "Harbour to open in May",
    )
    assert (found["outlet"], found["date"], found["error"]) == ("The Gull", "2026-05-01", None)
    assert len(found["summary"]) == 3
    assert all(TEXT[s["start"] : s["end"]] == s["text"] for s in found["summary"])
    spans = [(fact["claim"]["text"], fact["claim"]["spans"]) for fact in found["facts"]]
    assert spans
    for words, pairs in spans:
        assert words == " ".join(TEXT[start:end] for start, end in pairs)


def test_an_article_without_an_id_is_called_by_its_file() -> None:
    assert record(newsbrief.parse(TEXT), "a.txt")["id"] == "a.txt"


def test_facts_are_missing_where_none_are_looked_for() -> None:
    assert recorded(GERMAN)["facts"] is None
    assert recorded("The sea was calm. The wind was low. The sun shone.\n")["facts"] == []


def test_optional_facts_are_left_out_unless_asked_for() -> None:
    text = "Dunmore has no harbour. Ann Lee, the mayor, wants to build one there by next May.\n"
    assert recorded(text, RecordOptions())["facts"] == []
    (fact,) = recorded(text, RecordOptions(optional=True))["facts"]
    assert fact["optional"]


def test_only_what_every_record_has_is_never_missing() -> None:
    required = {field.name for field in schema() if not field.nullable}
    assert required == {"schema", "id", "file"}


def test_an_article_without_a_sentence_has_no_record() -> None:
    with pytest.raises(newsbrief.EmptyError):
        recorded("\n")


@pytest.mark.parametrize("with_text", [True, False])
def test_all_records_have_the_keys_of_the_schema(*, with_text: bool) -> None:
    options = RecordOptions(with_text=with_text)
    names = schema(with_text=with_text).names
    assert list(recorded(options=options)) == names
    assert list(error_record("no text", "b.txt", options=options)) == names


def test_records_come_back_from_arrow_as_they_were() -> None:
    records = [recorded(), recorded(GERMAN), error_record("no text", "b.txt", options=WITH_TEXT)]
    made = batch(records, with_text=True)
    assert made.to_pylist() == records == json.loads(json.dumps(records))
    assert any(fact["within"] is not None for fact in records[0]["facts"])


def test_the_schema_does_not_depend_on_what_is_in_a_batch() -> None:
    errors = batch([error_record("no text", "b.txt")])
    assert errors.schema == schema() == batch([]).schema
    assert not any(pa.types.is_null(field.type) for field in errors.schema)
