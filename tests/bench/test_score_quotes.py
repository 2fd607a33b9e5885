import pytest

from scoring.facts import Fact
from scoring.quotes import QuoteScore, last_word, score
from scoring.rates import Rates

ROW = {
    "quotes": [
        {"content": [0, 10], "speaker": [20, 25], "reference": "Ada Brandt"},
        {"content": [30, 40], "speaker": None, "reference": "Ida Holm"},
    ]
}


def fact(
    claim: tuple[int, int], source: tuple[int, int], name: str, kind: str = "statement"
) -> Fact:
    return Fact(claim=(claim,), source=(source,), name=name, kind=kind)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param(
            [fact((0, 10), (24, 30), "Brandt"), fact((30, 40), (24, 30), "Holm")],
            QuoteScore(Rates(1.0, 1.0), 1.0, 1.0),
            id="all",
        ),
        pytest.param(
            [fact((0, 4), (20, 25), "Brandt")],
            QuoteScore(Rates(1.0, 0.5), 1.0, 1.0),
            id="0.4 of it",
        ),
        pytest.param(
            [fact((0, 3), (20, 25), "Brandt")],
            QuoteScore(Rates(0.0, 0.0), 0.0, 0.0),
            id="0.3 of it is not above 0.3",
        ),
        pytest.param(
            [fact((0, 10), (25, 30), "Holm")],
            QuoteScore(Rates(1.0, 0.5), 0.0, 0.0),
            id="a source beside the speaker, another name",
        ),
        pytest.param(
            [fact((0, 40), (20, 25), "Brandt")],
            QuoteScore(Rates(1.0, 0.5), 1.0, 1.0),
            id="one prediction serves one quotation",
        ),
        pytest.param(
            [fact((0, 10), (20, 25), "Brandt", "belief")],
            QuoteScore(Rates(0.0, 0.0), 0.0, 0.0),
            id="only statements count",
        ),
        pytest.param(
            [Fact(claim=((0, 10),), source=((20, 25),), source_text="a Brandt")],
            QuoteScore(Rates(1.0, 0.5), 1.0, 1.0),
            id="words in the place of a name",
        ),
    ],
)
def test_score(facts: list[Fact], expected: QuoteScore) -> None:
    assert score([(ROW, facts)], 0.3) == expected


def test_last_word() -> None:
    assert [last_word(name) for name in ("Ada Brandt", "O'Hara.", "", "?")] == [
        "brandt",
        "hara",
        "",
        "",
    ]
