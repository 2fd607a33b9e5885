"""Which sentences of a summary stand where they are printed."""

import json

import pytest

import standing

ONE, TWO, THREE, FOUR = [0, 10], [11, 20], [21, 30], [31, 40]
VERDICTS = [
    {"span": TWO, "is": "needs", "one_of": [[ONE]]},
    {"span": THREE, "is": "maybe", "one_of": [[ONE, TWO], [FOUR]]},
    {"span": FOUR, "is": "furniture"},
]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        pytest.param([ONE], {}, id="nothing said of it"),
        pytest.param([TWO], {"needs": 1}, id="alone"),
        pytest.param([ONE, TWO], {}, id="with what it needs"),
        pytest.param([[0, 12], [12, 20]], {}, id="split a little differently"),
        pytest.param([ONE, [11, 15]], {}, id="the first half of it"),
        pytest.param([TWO, THREE], {"needs": 1, "maybe": 1}, id="one of two needs"),
        pytest.param([ONE, THREE, FOUR], {"furniture": 1}, id="either will do"),
        pytest.param([], {}, id="no sentence"),
    ],
)
def test_what_is_counted(chosen: list[list[int]], expected: dict[str, int]) -> None:
    counts = standing.count(chosen, VERDICTS)
    assert counts.pop("chosen") == len(chosen)
    assert counts == expected


def test_what_is_needed_and_not_in_the_article_is_missing_from_every_summary() -> None:
    verdicts = [{"span": TWO, "is": "needs", "one_of": [[]]}]
    assert standing.count([ONE, TWO, THREE], verdicts)["needs"] == 1


def test_no_word_of_an_article_is_in_the_file() -> None:
    rows = [json.loads(line) for line in standing.JUDGED.read_text("utf-8").splitlines()]
    assert all(set(row) == {"set", "id", "sentences", "judged"} for row in rows)
    judged = [each for row in rows for each in row["judged"]]
    assert {each["is"] for each in judged} == set(standing.VERDICTS)
    assert all(set(each) <= {"span", "is", "one_of"} for each in judged)
