"""The readings: offsets alone, which give back the rows that ``readers/`` would have."""

import json
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from newsbrief.tagging.heads import KINDS
from train import readings
from train.documents import document

TEXT = "The quay is safe, said\nAnn  Lee, the mayor. It is not, an engineer who saw it says."
MAYOR = {
    "kind": "statement",
    "type": "person",
    "claim": [[0, 16]],
    "source": [[23, 43]],
    "cue": [[18, 22]],
    "name": [23, 31],
    "role": [33, 42],
}
ENGINEER = {
    "kind": "denial",
    "type": "unnamed",
    "claim": [[44, 53]],
    "source": [[55, 77]],
    "cue": [[78, 82]],
    "why": [67, 77],
    "flags": ["negated", "optional"],
}
EXTRACT = {"one": [[0, 44]], "three": [], "five": [], "never": []}


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder with one of the two texts that were read."""
    reading = {"set": "news", "attributions": [MAYOR, ENGINEER], "extract": EXTRACT}
    file = tmp_path / "readings.jsonl"
    file.write_text("".join(json.dumps(reading | {"id": i}) + "\n" for i in ("a", "b")))
    monkeypatch.setattr(readings, "READINGS", file)
    (tmp_path / "news.jsonl").write_text(json.dumps({"id": "b", "text": TEXT}) + "\n")
    return tmp_path


def test_gives_the_rows_of_the_texts_that_are_there(data: Path) -> None:
    [(name, row)] = readings.readings(data)
    mayor, engineer = row["attributions"]
    assert (name, row["origin"], row["text"]) == ("news", "news:b", TEXT)
    assert row["extracts"] == [EXTRACT]
    assert (mayor["name"], mayor["role"], mayor["why"]) == ("Ann Lee", "the mayor", None)
    assert (mayor["negated"], mayor["nested"]) == (False, False)
    assert (engineer["name"], engineer["why"]) == (None, "who saw it")
    assert (engineer["negated"], engineer["hedged"], engineer["optional"]) == (True, False, True)


def test_a_row_is_what_the_tagger_learns_from(data: Path) -> None:
    [(_, row)] = readings.readings(data)
    assert any((paragraph.targets > 0).any() for paragraph in document(row).paragraphs)


def test_gives_the_facts_that_were_signed(
    data: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    facts = [{key: MAYOR[key] for key in ("claim", "source", "name")}, {"claim": [[44, 53]]}]
    file = tmp_path / "signed.jsonl"
    file.write_text(json.dumps({"set": "news", "id": "b", "attributions": facts}) + "\n")
    monkeypatch.setattr(readings, "SIGNED", file)
    [(name, row)] = readings.signed(data)
    assert (name, row["origin"], row["text"]) == ("news", "news:b", TEXT)
    nothing = {"source": None, "cue": None, "name": None, "optional": False}
    assert row["attributions"] == [
        {**nothing, "claim": [[0, 16]], "source": [[23, 43]], "name": "Ann Lee"},
        {**nothing, "claim": [[44, 53]]},
    ]


@pytest.mark.parametrize("file", [readings.READINGS, readings.SIGNED], ids=lambda file: file.name)
def test_no_word_of_an_article_is_in_the_files(file: Path) -> None:
    known = {*KINDS, "person", "organisation", "document", "unnamed", "none", *readings.FLAGS}
    for line in file.read_text(encoding="utf-8").splitlines():
        reading = json.loads(line)
        assert set(reading) - {"extract"} == {"set", "id", "attributions"}
        assert set(strings(reading["attributions"])) <= known
        assert not set(strings(reading.get("extract") or {}))


def strings(value: object) -> Iterator[str]:
    """The strings in ``value`` that are no keys."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        yield from chain.from_iterable(
            map(strings, value.values() if isinstance(value, dict) else value)
        )


def test_the_texts_of_our_own_are_labelled_in_their_own_words() -> None:
    rows = list(readings.written())
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        for each in row["attributions"]:
            spans = [span for key in readings.SPANS for span in each[key] or ()]
            assert spans
            assert all(row["text"][start:end].strip() for start, end in spans)
            assert all(0 <= start < end <= len(row["text"]) for start, end in spans)
        assert any((paragraph.targets > 0).any() for paragraph in document(row).paragraphs) == bool(
            row["attributions"]
        )
