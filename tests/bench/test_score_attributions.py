from typing import Any

import pytest

from scoring.attributions import score
from scoring.facts import Fact, joined

TEXT = "The mayor said the harbour would open, and Ada Brandt denied that it had sunk."
# words:  0   1    2    3    4      5    6     7   8    9     10     11  12 13  14


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


MAYOR = (span("The mayor"), span("said"), span("the harbour would open"))
BRANDT = (span("Ada Brandt"), span("denied"), span("that it had sunk"))


def gold(*parts: tuple[tuple[int, int], ...]) -> dict[str, Any]:
    rows = [{"source": [s], "cue": [c], "content": [p]} for s, c, p in parts]
    return {"id": "1", "text": TEXT, "attributions": rows}


def fact(source: str, cue: str, claim: str) -> Fact:
    return Fact(
        claim=(span(claim),),
        source=(span(source),) if source else (),
        cue=(span(cue),) if cue else (),
    )


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param(
            [fact("The mayor", "said", "the harbour would open,")],
            {"attribution": (1.0, 0.5), "content.exact": (1.0, 0.5), "cue.found": (1.0, 0.5)},
            id="one of two, a comma too much",
        ),
        pytest.param(
            [fact("The mayor", "said", "harbour would")],
            {"attribution": (1.0, 0.5), "content.half": (1.0, 0.5), "content.exact": (0.0, 0.0)},
            id="half of the claim",
        ),
        pytest.param(
            [fact("The mayor", "said", "harbour")],
            {"attribution": (0.0, 0.0), "content.half": (0.0, 0.0), "cue.found": (1.0, 0.5)},
            id="a quarter of the claim",
        ),
        pytest.param(
            [fact("mayor", "said", "the harbour would open")],
            {"attribution": (1.0, 0.5), "source.spans": (0.0, 0.0), "source.tokens": (1.0, 0.25)},
            id="half of the source",
        ),
        pytest.param(
            [fact("", "said", "the harbour would open")],
            {"attribution": (0.0, 0.0), "content.half": (1.0, 0.5)},
            id="no source where gold has one",
        ),
        pytest.param(
            [fact("Ada Brandt", "said", "the harbour would open")],
            {"attribution": (0.0, 0.0), "content.half": (1.0, 0.5), "source.spans": (1.0, 0.5)},
            id="the other source",
        ),
        pytest.param([], {"attribution": (0.0, 0.0), "content.tokens": (0.0, 0.0)}, id="nothing"),
    ],
)
def test_score(facts: list[Fact], expected: dict[str, tuple[float, float]]) -> None:
    figures = score([(gold(MAYOR, BRANDT), facts)])
    assert {name: tuple(figures[name]) for name in expected} == expected


def test_an_attribution_pairs_once() -> None:
    twice = [fact("The mayor", "said", "the harbour would open")] * 2
    assert tuple(score([(gold(MAYOR, BRANDT), twice)])["attribution"]) == (0.5, 0.5)


def test_facts_of_one_cue_are_joined() -> None:
    a = Fact(claim=((0, 5),), cue=((6, 10),), quote="direct", confidence=0.9)
    b = Fact(claim=((11, 15),), cue=((6, 10),), quote="indirect", confidence=0.5)
    alone = Fact(claim=((20, 25),), quote="direct")
    whole = Fact(claim=((0, 5), (11, 15)), cue=((6, 10),), quote="mixed", confidence=0.9)
    assert joined([a, alone, b, alone]) == [whole, alone, alone]
