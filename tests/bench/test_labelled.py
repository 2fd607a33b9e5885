"""The sets in our own words, and the format that they are written in."""

import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from labelled import FLAGS, SPANS, STRINGS, load
from scoring.rows import Row, Spans

SETS = sorted((Path(__file__).parent.parent.parent / "bench" / "labelled").glob("*.txt"))

ARTICLE = """\
# A set for the tests.

## first
Pier to close

The pier will close, Ada Brandt said. She said that the sea "is not
waiting". Brandt, the harbour master, has long said so. "It rots," she said. "We all know it."
--
{labels}
"""
PIER = "claim: The pier will close"
THREE = "type: person | kind: statement | quote: indirect"


def loaded(folder: Path, labels: str, article: str = ARTICLE) -> list[Row]:
    path = folder / "pier.txt"
    path.write_text(article.format(labels=labels), encoding="utf-8")
    return load(path)


def words(row: Row, spans: Spans) -> list[str]:
    return [row["text"][start:end] for start, end in spans]


@pytest.fixture(params=SETS, ids=lambda path: path.stem)
def rows(request: pytest.FixtureRequest) -> list[Row]:
    path: Path = request.param
    return load(path)


def test_there_are_sets() -> None:
    assert [path.stem for path in SETS] == [
        "business",
        "court",
        "interviews",
        "transcripts",
        "wire",
    ]


def test_shipped_sets_hold_short_articles(rows: list[Row]) -> None:
    assert len(rows) >= 10
    for row in rows:
        assert 100 <= len(row["text"].split()) <= 240
        assert len(row["attributions"]) >= 5


def test_shipped_labels_have_every_field(rows: list[Row]) -> None:
    fields = {*SPANS, *STRINGS, *FLAGS, "type", "kind", "quote"}
    assert all(label.keys() == fields for row in rows for label in row["attributions"])


def test_shipped_offsets_give_the_strings_back() -> None:
    for path in SETS:
        written = iter(re.findall(r"^claim: .*", path.read_text(encoding="utf-8"), re.MULTILINE))
        for row in load(path):
            for label in row["attributions"]:
                strings = dict(part.partition(": ")[::2] for part in next(written).split(" | "))
                for key in SPANS:
                    pieces = [
                        re.sub(r" @\d+$", "", piece)
                        for piece in strings.get(key, "").split(" // ")
                        if piece
                    ]
                    assert [
                        " ".join(piece.split()) for piece in words(row, label[key] or [])
                    ] == pieces
        assert next(written, None) is None


def test_shipped_labels_are_not_written_twice(rows: list[Row]) -> None:
    for row in rows:
        claims = Counter(str((label["claim"], label["cue"])) for label in row["attributions"])
        assert claims.most_common(1)[0][1] == 1


def test_a_row_has_the_form_of_the_readers(tmp_path: Path) -> None:
    label = f"{PIER} | source: Ada Brandt | cue: said | name: Ada Brandt | {THREE}"
    (row,) = loaded(tmp_path, f"{label}\n\n{PIER} | {THREE} | hedged | optional")
    assert row["id"] == "first"
    assert row["text"].startswith("Pier to close\n\nThe pier will close, ")
    assert row["text"].endswith('"We all know it."\n')
    assert row["attributions"] == [
        {
            "claim": [(15, 34)],
            "source": [(36, 46)],
            "cue": [(47, 51)],
            "name": "Ada Brandt",
            "role": None,
            "why": None,
            "type": "person",
            "kind": "statement",
            "quote": "indirect",
            "negated": False,
            "hedged": False,
            "nested": False,
            "optional": False,
        },
        {
            "claim": [(15, 34)],
            "source": None,
            "cue": None,
            "name": None,
            "role": None,
            "why": None,
            "type": "person",
            "kind": "statement",
            "quote": "indirect",
            "negated": False,
            "hedged": True,
            "nested": False,
            "optional": True,
        },
    ]


@pytest.mark.parametrize(
    ("label", "key", "pieces", "after"),
    [
        pytest.param(PIER, "claim", ["The pier will close"], ",", id="one piece"),
        pytest.param(
            'claim: "It rots," // "We all know it."',
            "claim",
            ['"It rots,"', '"We all know it."'],
            " she",
            id="two pieces",
        ),
        pytest.param(
            'claim: the sea "is not waiting"',
            "claim",
            ['the sea "is not\nwaiting"'],
            ". Brandt",
            id="over a line break",
        ),
        pytest.param(f"{PIER} | cue: said", "cue", ["said"], ". She", id="the nearest"),
        pytest.param(f"{PIER} | cue: said @2", "cue", ["said"], " that", id="the second"),
        pytest.param(f"{PIER} | source: Brandt @2", "source", ["Brandt"], ", the", id="a number"),
        pytest.param(
            'claim: "It rots," | source: she', "source", ["she"], " said", id="lower case"
        ),
        pytest.param("claim: It", "claim", ["It"], " rots", id="not a part of a word"),
        pytest.param(
            'claim: "We all know it." | source: We', "source", ["We"], " all", id="inside only"
        ),
        pytest.param(
            "claim: Ada Brandt said. She | source: She",
            "source",
            ["She"],
            " said that",
            id="one occurrence, inside the claim",
        ),
    ],
)
def test_strings_become_offsets(
    tmp_path: Path, label: str, key: str, pieces: list[str], after: str
) -> None:
    (row,) = loaded(tmp_path, f"{label} | {THREE}")
    spans: list[Any] = row["attributions"][0][key]
    assert words(row, spans) == pieces
    assert row["text"][spans[0][1] :].startswith(after)


@pytest.mark.parametrize(
    ("label", "fault"),
    [
        pytest.param("claim: The quay will close", "'The quay will close' does", id="no claim"),
        pytest.param("claim: the pier will close", "'the pier will close' does", id="case"),
        pytest.param("claim: The pier // open", "'open' does not stand", id="no second piece"),
        pytest.param("claim: The pier //  // close", "'' does not stand", id="an empty piece"),
        pytest.param("claim: pie", "'pie' does not stand", id="a part of a word"),
        pytest.param("claim: said", "'said' stands 4 times", id="which claim"),
        pytest.param("claim: said @5", "'said @5' does not stand", id="too high a number"),
        pytest.param("claim: said @0", "'said @0' does not stand", id="counts start at one"),
        pytest.param(f"{PIER} | source: Bo", "'Bo' does not stand", id="no source"),
        pytest.param(f"{PIER} | cue: says", "'says' does not stand", id="no cue"),
        pytest.param(f"{PIER} | name: Ada Brand", "'Ada Brand' does not", id="no name"),
        pytest.param(f"{PIER} | role: mayor", "'mayor' does not stand", id="no role"),
        pytest.param(f"{PIER} | why: who saw it", "'who saw it' does not", id="no why"),
        pytest.param(f"{PIER} | speaker: She", "'speaker: She' is neither", id="no such field"),
        pytest.param(f"{PIER} | source", "'source' is neither", id="a field without a value"),
        pytest.param(f"{PIER} | Optional", "'Optional' is neither", id="no such flag"),
        pytest.param(f"{PIER} | optional: yes", "'optional: yes' is neither", id="a flag's value"),
        pytest.param(f"{PIER} | cue: said | cue: said", "is a second cue", id="a field twice"),
        pytest.param("source: Brandt", "has no claim", id="a label without a claim"),
    ],
)
def test_malformed_labels_fail(tmp_path: Path, label: str, fault: str) -> None:
    with pytest.raises(ValueError, match=f"^pier.txt: first: .*{re.escape(fault)}"):
        loaded(tmp_path, f"{label} | {THREE}")


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        pytest.param("type: somebody | kind: statement | quote: direct", "is no type", id="type"),
        pytest.param("type: person | kind: remark | quote: direct", "is no kind", id="kind"),
        pytest.param("type: person | kind: statement | quote: full", "is no quote", id="quote"),
        pytest.param("kind: statement | quote: direct", "has no type", id="without a type"),
        pytest.param("type: person | quote: direct", "has no kind", id="without a kind"),
        pytest.param("type: person | kind: statement", "has no quote", id="without a quote"),
    ],
)
def test_bad_values_fail(tmp_path: Path, values: str, fault: str) -> None:
    with pytest.raises(ValueError, match=f"^pier.txt: first: .*{fault}"):
        loaded(tmp_path, f"{PIER} | {values}")


@pytest.mark.parametrize(
    ("article", "fault"),
    [
        pytest.param("## a\nA pier.\n", "a: one line '--' must follow", id="no end"),
        pytest.param("## a\nA pier.\n--\n--\n", "a: one line '--' must follow", id="two ends"),
        pytest.param("A pier.\n## a\nA pier.\n--\n", "'A pier.' stands before", id="a loose line"),
        pytest.param("## a\nA.\n--\n## a\nB.\n--\n", "a: a second article", id="an id twice"),
    ],
)
def test_malformed_articles_fail(tmp_path: Path, article: str, fault: str) -> None:
    with pytest.raises(ValueError, match=f"^pier.txt: {re.escape(fault)}"):
        loaded(tmp_path, "", article)


@pytest.mark.parametrize(
    "article",
    [
        pytest.param("## a\nA pier -- or two.\n--\n", id="dashes in a line"),
        pytest.param("## a\n# A pier\n--\n", id="a mark in the text"),
        pytest.param("# A set.\n\n## a\nA pier.\n--\n\n", id="blank lines"),
    ],
)
def test_articles_without_labels_are_well_formed(tmp_path: Path, article: str) -> None:
    (row,) = loaded(tmp_path, "", article)
    assert row["attributions"] == []


@pytest.mark.parametrize("name", ["develop", "kept"])
def test_sets_of_turns_hold_transcripts_and_near_misses(name: str) -> None:
    rows = load(SETS[0].parent / "turns" / f"{name}.txt")
    near_misses = [row for row in rows if row["id"].startswith("near-")]
    assert 8 <= len(near_misses) <= len(rows) - 8
    for row in rows:
        assert bool(row["attributions"]) != row["id"].startswith("near-")
