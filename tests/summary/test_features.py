import math

import pytest

from newsbrief.summary.document import Document, TermKind, term_statistics
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
    document = Document.of(texts)
    probabilities = dict.fromkeys(term_statistics(document).first, 0.5)
    rows = features(document, probabilities, stop_terms("en"))
    return [dict(zip(FEATURES, row, strict=True)) for row in rows]


@pytest.mark.parametrize(
    ("feature", "expected"),
    [
        pytest.param("second sentence", [0, 1, 0, 0], id="second"),
        pytest.param("third sentence", [0, 0, 1, 0], id="third"),
        pytest.param("log words", [math.log(n) for n in (6, 7, 4, 5)], id="length"),
        pytest.param("position", [0, 0.25, 0.5, 0.75], id="position"),
        pytest.param("under 8 words", [1, 1, 1, 1], id="short"),
        pytest.param("opens with a pronoun", [0, 0, 1, 0], id="pronoun"),
        pytest.param("opens with a quotation", [0, 1, 0, 0], id="quotation"),
        pytest.param("question", [0, 0, 1, 0], id="question"),
        pytest.param("label and colon", [0, 0, 1, 0], id="colon"),
        pytest.param("figure", [1, 0, 0, 0], id="figure"),
        pytest.param("first or second person", [0, 1, 0, 0], id="first person"),
        pytest.param("mean probability of terms", [0.5] * 4, id="probability"),
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


def test_term_statistics() -> None:
    first, counts, early_counts, kinds = term_statistics(Document.of(TEXTS, "Roads of Arlen"))
    rows = [(first[t], counts[t], early_counts.get(t, 0)) for t in ("arlen", "pay")]
    assert rows == [(0, 3, 3), (2, 1, 1)]
    name = TermKind.NAME
    assert kinds == {"12": TermKind.FIGURE, "arlen": name, "jo": name, "marsh": name}
