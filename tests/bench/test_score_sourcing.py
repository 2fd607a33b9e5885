from typing import Any

import pytest

from scoring.facts import Fact
from scoring.rates import Rates
from scoring.sourcing import Statement, figures, plain, score, statements

TEXT = "The mayor of Ostrand said no. Nobody else spoke up today."  # 6 words, then 5


def gold(**changes: object) -> dict[str, Any]:
    label = {
        "spans": [[0, 29]],
        "type": "person",
        "name": "Ada Brandt",
        "title": "mayor of Ostrand",
        "justification": None,
    }
    return {"text": TEXT, "statements": [label | changes]}


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param(
            Statement(0, 29, "person", "Dr. Ada Brandt", "Mayor of Ostrand"),
            {"found": 1, "right": 1, "type": 1, "name": 1, "title": 1},
            id="the same",
        ),
        pytest.param(
            Statement(0, 12, "person", "Ada Brandt"), {"found": 1, "right": 1}, id="half of it"
        ),
        pytest.param(
            Statement(0, 9, "person", "Ada Brandt"), {"found": 0, "right": 1}, id="a third of it"
        ),
        pytest.param(
            Statement(22, 57, "person", "Ada Brandt"), {"found": 0, "right": 0}, id="mostly outside"
        ),
        pytest.param(
            Statement(0, 29, "unnamed", "Brandt"), {"type": 0, "name": 0}, id="other name"
        ),
        pytest.param(Statement(0, 29, "person", "x", "the mayor"), {"title": 0}, id="1 of 2 and 3"),
        pytest.param(
            Statement(0, 29, "person", "x", "", "who was there"),
            {"justification_spurious": 1, "justification": 0},
            id="a reason that gold has not",
        ),
    ],
)
def test_score(found: Statement, expected: dict[str, int]) -> None:
    counts = score(gold(), [found])
    assert {key: counts[key] for key in expected} == expected


def test_the_predictions_cover_a_statement_together_and_the_closest_judges() -> None:
    halves = [Statement(0, 9, "person", "Ada Brandt"), Statement(10, 29, "document", "a report")]
    counts = score(gold(), halves)
    assert (counts["found"], counts["right"], counts["name"], counts["type"]) == (1, 2, 0, 0)


def test_figures_over_articles() -> None:
    anonymous = gold(type="anonymous", name=None)
    scored = [
        score(gold(), [Statement(0, 29, "person", "Ada Brandt")]),
        score(anonymous, [Statement(0, 29, "unnamed", "")]),
        score(gold(), []),
    ]
    found = figures(scored)
    assert found.found == Rates(1.0, 2 / 3)
    assert (found.type, found.name, found.name_named, found.name_empty) == (1.0, 1.0, 1.0, 1.0)
    assert (found.title, found.title_spurious) == (0.0, 0.0)


def test_statements_are_the_sentences_of_facts_with_a_source() -> None:
    fact = Fact(
        claim=((26, 28),), source=((0, 9),), cue=((21, 25),), name="the mayor", type="person"
    )
    same = Fact(claim=((10, 20),), source=((0, 9),), name="the mayor", type="person")
    bare = Fact(claim=((40, 44),))
    anonymous = Fact(
        claim=((40, 44),), source=((30, 36),), source_text="Nobody", name="", type="unnamed"
    )
    assert statements([fact, same, bare, anonymous], [(0, 29), (30, 57)]) == [
        Statement(0, 29, "person", "the mayor"),
        Statement(30, 57, "unnamed", ""),
    ]
    assert statements([fact], []) == [Statement(0, 28, "person", "the mayor")]


def test_plain_words() -> None:
    assert plain("The U.S. Congress’ José O'Hara's") == ["the", "us", "congress", "jose", "ohara"]
