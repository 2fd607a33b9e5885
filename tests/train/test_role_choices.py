"""What the choice of a role is taught, and how its choices are counted."""

import pytest

from train.roles import Choice, verdict

ROLES = ["chief executive of Mill Bank", "chief", "a nurse"]


@pytest.mark.parametrize(
    ("gold", "right"),
    [
        pytest.param("chief executive of Mill Bank", 1, id="the same"),
        pytest.param("executive of Mill Bank", 1, id="the nearest"),
        pytest.param("the nurse", 3, id="but for an article"),
        pytest.param("mayor of Ayr", 0, id="none is near"),
        pytest.param(None, 0, id="no role"),
    ],
)
def test_the_nearest_candidate_is_learned(gold: str | None, right: int) -> None:
    assert Choice([["none"], ["a"], ["b"], ["c"]], ROLES, gold).example.right == right


@pytest.mark.parametrize(
    ("chosen", "gold", "expected"),
    [
        pytest.param(3, "nurse", "right"),
        pytest.param(2, "nurse", "wrong"),
        pytest.param(2, None, "in vain"),
        pytest.param(0, "nurse", "missing"),
        pytest.param(0, None, "rightly none"),
    ],
)
def test_verdicts(chosen: int, gold: str | None, expected: str) -> None:
    features = [["chosen"] if i == chosen else ["other"] for i in range(len(ROLES) + 1)]
    assert verdict({"chosen": 5.0}, Choice(features, ROLES, gold)) == expected
