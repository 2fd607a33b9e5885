"""What each head should say of each token, from a reader's labels and from PolNeAR's."""

from typing import Any

import pytest

from train.documents import Document, document
from train.heads import INDEX, NAMES, TEACHER_HEADS, UNKNOWN
from train.windows import windows

TEXT = "Tass said Ann Lee, the mayor, told it that the dam was safe.\nIt is, Lee said."


def spans(*parts: str, start: int = 0) -> list[list[int]]:
    found = [TEXT.index(part, start) for part in parts]
    return [[at, at + len(part)] for at, part in zip(found, parts, strict=True)]


OUTER = {
    "source": spans("Tass"),
    "cue": spans("said"),
    "claim": spans("Ann Lee, the mayor, told it that the dam was safe"),
    "name": "Tass",
    "type": "organisation",
    "role": None,
    "why": None,
    "kind": "report",
    "nested": False,
    "optional": False,
    "negated": False,
    "hedged": False,
}
INNER = OUTER | {
    "source": spans("Ann Lee, the mayor,"),
    "cue": spans("told it"),
    "claim": spans("the dam was safe"),
    "name": "Ann Lee",
    "type": "person",
    "role": "mayor",
    "kind": "belief",
    "nested": True,
    "optional": True,
}
LAST = OUTER | {
    "source": spans("Lee", start=60),
    "cue": spans("said", start=60),
    "claim": spans("It is"),
    "name": "Ann Lee",
    "type": "person",
    "kind": "denial",
    "negated": True,
}
READ = {"id": "r1", "origin": "test", "text": TEXT, "attributions": [OUTER, INNER, LAST]}


def said(doc: Document, head: str) -> dict[str, str]:
    """What ``head`` says of each word, those left out of which it says nothing or O."""
    labels = TEACHER_HEADS[head]
    return {
        f"{word} {number}": labels[value]
        for number, paragraph in enumerate(doc.paragraphs)
        for word, value in zip(
            paragraph.words, paragraph.targets[:, INDEX[head]].tolist(), strict=True
        )
        if value > 0 or (value == 0 and labels[0] != "O")
    }


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("inner_sides", {"Ann 0": "right", "told 0": "left", "safe 0": "left"}),
        ("told", {"mayor 0": "B-role"}),
        ("name", {"Tass 0": "B-name", "Ann 0": "B-name", "Lee 0": "I-name", "Lee 1": "B-name"}),
        ("kind", {"said 0": "report", "told 0": "belief", "It 1": "denial", "said 1": "denial"}),
        ("type", {"Tass 0": "organisation", "Ann 0": "person", "Lee 1": "person"}),
        ("optional", {"said 0": "no", "told 0": "yes", "said 1": "no"}),
        ("negated", {"said 1": "yes"}),
    ],
)
def test_what_a_reader_said(head: str, expected: dict[str, str]) -> None:
    assert expected.items() <= said(document(READ), head).items()


def test_labels_of_both_levels() -> None:
    doc = document(READ)
    outer, inner = said(doc, "labels"), said(doc, "inner")
    assert [outer[key] for key in ("Tass 0", "said 0", "Ann 0", "safe 0")] == [
        "B-source",
        "B-cue",
        "B-content",
        "I-content",
    ]
    assert [inner[key] for key in ("Ann 0", "told 0", "it 0", "dam 0")] == [
        "B-source",
        "B-cue",
        "I-cue",
        "I-content",
    ]
    assert "Tass 0" not in inner


def known(doc: Document) -> set[str]:
    return {
        name
        for paragraph in doc.paragraphs
        for name in NAMES
        if (paragraph.targets[:, INDEX[name]] != UNKNOWN).any()
    }


@pytest.mark.parametrize(
    ("row", "heads"),
    [
        pytest.param({"id": "u", "text": TEXT}, set(), id="no labels"),
        pytest.param({**READ, "attributions": []}, {"labels", "inner", "told", "name"}, id="none"),
        pytest.param(
            {"id": "p", "text": TEXT, "attributions": [OUTER | {"content": OUTER["claim"]}]},
            {"polnear_labels", "polnear_sides"},
            id="PolNeAR",
        ),
    ],
)
def test_nothing_is_said_of_what_a_set_does_not_know(row: dict[str, Any], heads: set[str]) -> None:
    assert known(document(row)) == heads


def test_a_span_that_a_window_cuts_begins_anew() -> None:
    first, *rest = windows(document(READ), 12)
    column = INDEX["labels"]
    assert first.targets[-1, column] == 6
    assert rest[0].targets[0, column] == 5
