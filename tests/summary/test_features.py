import math

import pytest

from newsbrief.summary.document import FIGURE, NAME, story, uses
from newsbrief.summary.features import FEATURES, features
from newsbrief.text.stop_words import stop_terms
from newsbrief.text.terms import terms_of

TEXTS = (
    "Floods closed 12 roads in Arlen.",
    "“We lost it all,” said Jo Marsh.",
    "She asked: who pays?",
    "But Arlen rebuilds its roads.",
)


def table(*texts: str) -> list[dict[str, float]]:
    told = story(texts)
    rows = features(told, dict.fromkeys(uses(told).first, 0.5), stop_terms("en"))
    return [dict(zip(FEATURES, row, strict=True)) for row in rows]


@pytest.mark.parametrize(
    ("feature", "expected"),
    [
        pytest.param("2nd", [0, 1, 0, 0], id="second"),
        pytest.param("3rd", [0, 0, 1, 0], id="third"),
        pytest.param("words", [math.log(n) for n in (6, 7, 4, 5)], id="length"),
        pytest.param("depth", [0, 0.25, 0.5, 0.75], id="depth"),
        pytest.param("under 8 words", [1, 1, 1, 1], id="short"),
        pytest.param("he, she, it", [0, 0, 1, 0], id="pronoun"),
        pytest.param("opens a quotation", [0, 1, 0, 0], id="quotation"),
        pytest.param("question", [0, 0, 1, 0], id="question"),
        pytest.param("colon", [0, 0, 1, 0], id="colon"),
        pytest.param("figure", [1, 0, 0, 0], id="figure"),
        pytest.param("I, we, you", [0, 1, 0, 0], id="first person"),
        pytest.param("chance of a word", [0.5] * 4, id="chance"),
    ],
)
def test_features(feature: str, expected: list[float]) -> None:
    assert [row[feature] for row in table(*TEXTS)] == pytest.approx(expected)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("Cities", "city", id="ies"),
        pytest.param("boats", "boat", id="s"),
        pytest.param("boss", "boss", id="ss"),
        pytest.param("virus", "virus", id="us"),
        pytest.param("basis", "basis", id="is"),
        pytest.param("gas", "gas", id="short"),
        pytest.param("ties", "tie", id="short ies"),
    ],
)
def test_terms_are_singular(word: str, expected: str) -> None:
    assert terms_of(word) == [expected]


def test_how_a_story_uses_its_terms() -> None:
    found = uses(story(TEXTS, "Roads of Arlen"))
    row = [(found.first[t], found.holders[t], found.early.get(t, 0)) for t in ("arlen", "pay")]
    assert row == [(0, 3, 3), (2, 1, 1)]
    assert found.kinds == {"12": FIGURE, "arlen": NAME, "jo": NAME, "marsh": NAME}
