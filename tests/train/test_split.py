"""The split: held-out articles stay the same, and no text of a reported set is trained on."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from train import readings
from train.split import (
    HELD_OUT_ARTICLES,
    POLNEAR,
    READERS,
    REPORTED_SETS,
    SUMMARIES,
    UNLABELLED,
    Reported,
    facts_split,
    fingerprint,
    ids,
    split,
    training_rows,
    unreported,
)

ARTICLES = [f"article {i}" for i in range(840)]
HARBOUR = "The harbour of Brandt opens in May, the mayor said. " * 4
FERRY = "A ferry will sail to the island twice a day from next spring. " * 4


def write(data: Path, name: str, rows: Sequence[dict[str, Any]] = ()) -> None:
    path = data / f"{name}.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder whose reported sets hold ``HARBOUR`` alone; no text is written for it."""
    write(tmp_path, "written")
    monkeypatch.setattr(readings, "WRITTEN", tmp_path / "written.jsonl")
    for name in (*REPORTED_SETS, POLNEAR, UNLABELLED, *SUMMARIES):
        write(tmp_path, name)
    write(tmp_path, "readers/dev", [{"id": "m1", "origin": "cnndm:desix-7", "text": HARBOUR}])
    return tmp_path


def test_held_out_articles_are_the_same_ones_each_time() -> None:
    _, held_out = split(ARTICLES)
    digest = hashlib.sha256("\n".join(sorted(held_out)).encode()).hexdigest()
    assert digest == "aeac46c603ff74ce3f7796c2603cdade666ed2a1ec9a40c09f9575dc5ced8cf1"


@pytest.mark.parametrize("count", [60, 61, 840])
def test_training_and_held_out_articles_are_disjoint(count: int) -> None:
    training, held_out = split(ARTICLES[:count])
    assert len(held_out) == HELD_OUT_ARTICLES
    assert sorted(training + held_out) == sorted(ARTICLES[:count])


@pytest.mark.parametrize(
    ("row", "kept"),
    [
        pytest.param({"id": "desix-7", "article": FERRY}, False, id="the id of a reported origin"),
        pytest.param({"id": "desix-8", "article": HARBOUR}, False, id="the same text"),
        pytest.param({"id": "desix-8", "article": HARBOUR.upper()}, False, id="in other case"),
        pytest.param(
            {"id": "desix-8", "article": HARBOUR.replace(", ", " , ")}, False, id="spaced"
        ),
        pytest.param({"id": "desix-8", "article": HARBOUR + FERRY}, False, id="cut there"),
        pytest.param({"id": "desix-8", "article": FERRY + HARBOUR}, True, id="quoted later on"),
        pytest.param({"id": "desix-8", "article": HARBOUR[:60]}, True, id="the same opening only"),
        pytest.param({"id": "m1", "article": FERRY}, True, id="the same id in another set"),
    ],
)
def test_texts_of_reported_sets_are_left_out(
    data: Path, row: dict[str, Any], *, kept: bool
) -> None:
    write(data, "summaries/cnndm_train", [row])
    assert len(list(unreported(data, "summaries/cnndm_train"))) == kept


LABELLED = [{"id": f"p{i}", "text": f"{i} {FERRY}"} for i in range(80)]


@pytest.mark.parametrize("name", [POLNEAR, READERS])
def test_reported_texts_leave_both_parts_of_a_labelled_set(data: Path, name: str) -> None:
    training, held_out = (list(part) for part in split(LABELLED))
    copies = [training[0], held_out[0]]
    write(data, POLNEAR)
    write(data, READERS)
    write(data, name, LABELLED)
    write(data, "polnear/dev", [{"id": f"d{i}", "text": r["text"]} for i, r in enumerate(copies)])
    assert facts_split(data)[name] == (training[1:], held_out[1:])


def test_a_text_held_out_of_one_labelled_set_is_trained_on_in_none(data: Path) -> None:
    rows = [{"id": f"r{i}", "text": f"r{i} {FERRY}"} for i in range(80)]
    _, held_out = split(rows)
    twin = {"id": "p0", "text": held_out[0]["text"]}
    write(data, READERS, rows)
    write(data, POLNEAR, [twin, *LABELLED])
    assert twin not in facts_split(data)[POLNEAR].training
    write(data, "unlabelled/news", [{**twin, "id": "u1"}, {"id": "u2", "text": HARBOUR[:60]}])
    assert [row["id"] for row in training_rows(data, "unlabelled/news")] == ["u2"]


def test_texts_of_our_own_are_trained_on_as_readers_labelled_them(data: Path) -> None:
    write(data, READERS, LABELLED)
    write(data, "written", [{"id": "w0", "text": HARBOUR[60:], "attributions": []}])
    training, held_out = facts_split(data)[READERS]
    assert [row["id"] for row in training if row.get("origin") == "written"] == ["w0"]
    assert len(held_out) == HELD_OUT_ARTICLES


def test_a_missing_reported_set_is_an_error(data: Path) -> None:
    (data / "quotes/dev.jsonl").unlink()
    with pytest.raises(FileNotFoundError):
        Reported.of(data)


@pytest.mark.parametrize(
    ("name", "row", "expected"),
    [
        pytest.param(
            "editors/dev", {"id": "xh2o-xsum-3"}, ("summaries/xsum_dev", "h2o-xsum-3"), id="xsum"
        ),
        pytest.param(
            "editors/dev", {"id": "cdesix-3"}, ("summaries/cnndm_train", "desix-3"), id="cnndm"
        ),
        pytest.param(
            "readers/dev",
            {"id": "m2", "origin": "xsum:h2o-xsum-3"},
            ("summaries/xsum_dev", "h2o-xsum-3"),
            id="origin",
        ),
    ],
)
def test_ids_name_the_set_that_a_text_was_taken_from(
    name: str, row: dict[str, Any], expected: tuple[str, str]
) -> None:
    assert ids(name, row) == {(name, row["id"]), expected}


def test_ids_of_an_unknown_origin_name_the_row_alone() -> None:
    row = {"id": "r1", "origin": "bbc:business/1"}
    assert ids("readers/dev", row) == {("readers/dev", "r1")}


def test_fingerprints_differ_where_the_opening_does() -> None:
    assert fingerprint(HARBOUR) != fingerprint("Today: " + HARBOUR)
