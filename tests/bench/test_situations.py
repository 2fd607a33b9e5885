"""Short texts of faults that people report, and which facts fit what is expected of them."""

import pytest

from newsbrief import Attribution, facts

import situations
from scoring.rows import Row, read_rows

TEXT = 'The mayor, Ann Lee, said the quay was safe. "It is empty," she added.'


@pytest.fixture(scope="module", name="found")
def found_facts() -> tuple[Attribution, ...]:
    return facts(TEXT)


@pytest.mark.parametrize(
    ("want", "expected"),
    [
        (
            {
                "source_contains": "mayor",
                "name": "Ann Lee",
                "claim_contains": "quay",
                "cue": "said",
            },
            1,
        ),
        ({"name": "Ann Lee"}, 2),
        ({"name": "Ann Lee", "quote": "direct"}, 1),
        ({"name": "Ann", "claim_contains": "quay"}, 0),
        ({"source_contains": "Lee", "type": "person", "kind": "statement", "negated": False}, 1),
        ({"type": "document"}, 0),
        ({"source": None}, 0),
        ({"claim_contains": "empty", "quote": "indirect"}, 0),
    ],
)
def test_fits(found: tuple[Attribution, ...], want: Row, expected: int) -> None:
    assert sum(situations.fits(fact, want) for fact in found) == expected


def test_what_has_no_source_fits_what_asks_for_none() -> None:
    (fact,) = facts("It is believed that the quay is sinking into the mud.")
    assert situations.fits(fact, {"source": None, "claim_contains": "quay"})
    assert not situations.fits(fact, {"source_contains": ""} | {"name": "It"})


@pytest.mark.parametrize(
    ("expected", "never", "right"),
    [
        ([{"name": "Ann Lee"}], [], True),
        ([{"name": "Ann Lee"}], [{"claim_contains": "empty"}], False),
        ([{"name": "Tom Ray"}], [], False),
        ([], [{"name": "Tom Ray"}], True),
    ],
)
def test_a_text_is_right(expected: list[Row], never: list[Row], *, right: bool) -> None:
    row = {"text": TEXT, "expected": expected, "never": never}
    assert situations.is_right(row) is right


def test_what_is_expected_stands_in_the_text() -> None:
    for row in read_rows(situations.SITUATIONS):
        for want in row["expected"]:
            for key in ("source_contains", "claim_contains", "cue", "name"):
                assert want.get(key, "") in row["text"], row["id"]
