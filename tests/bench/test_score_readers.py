from typing import Any

import pytest

from scoring.facts import Fact
from scoring.rates import Rates
from scoring.readers import bare, figures, score

TEXT = "Mayor Ada Brandt said on Friday the old harbour would never open again. Ms Brandt smiled."


def spans(words: str) -> tuple[tuple[int, int], ...]:
    start = TEXT.index(words)
    return ((start, start + len(words)),)


def gold(**changes: object) -> dict[str, Any]:
    label: dict[str, Any] = {
        "claim": spans("the old harbour would never open again"),
        "source": spans("Mayor Ada Brandt"),
        "cue": spans("said"),
        "name": "Ada Brandt",
        "type": "person",
        "role": "mayor",
        "why": None,
        "kind": "statement",
        "quote": "indirect",
        "negated": False,
        "hedged": False,
        "optional": False,
    }
    return {"id": "1", "text": TEXT, "attributions": [label | changes]}


def fact(**changes: Any) -> Fact:  # noqa: ANN401
    parts: dict[str, Any] = {
        "claim": spans("the old harbour would never open again"),
        "source": spans("Mayor Ada Brandt"),
        "cue": spans("said"),
        "source_text": "Mayor Ada Brandt",
        "name": "Ada Brandt",
        "type": "person",
        "role": "Mayor",
        "quote": "indirect",
    }
    return Fact(**parts | changes)


@pytest.mark.parametrize(
    ("label", "found", "right", "strict"),
    [
        pytest.param(gold(), fact(), 1, 1, id="the same"),
        pytest.param(
            gold(), fact(claim=spans("harbour would never open again.")), 1, 0, id="5 of 7"
        ),
        pytest.param(gold(), fact(claim=spans("old harbour")), 0, 0, id="2 of 7: not paired"),
        pytest.param(gold(), fact(quote="direct"), 1, 0, id="another quote type"),
        pytest.param(gold(), fact(name="Ms. Brandt"), 1, 0, id="a part of the name"),
        pytest.param(gold(), fact(name="Mr. Ada Brandt's"), 1, 1, id="courtesy and possessive"),
        pytest.param(
            gold(), fact(source=spans("Ms Brandt")), 1, 1, id="another mention, named alike"
        ),
        pytest.param(
            gold(), fact(source=spans("Ms Brandt"), name="Ida Holm"), 0, 0, id="another source"
        ),
        pytest.param(gold(), fact(source=(), name=""), 0, 0, id="no source where gold has one"),
        pytest.param(
            gold(source=None, name=None), fact(source=(), name=""), 1, 1, id="neither has one"
        ),
        pytest.param(gold(name=None), fact(name="the mayor"), 1, 1, id="gold does not name it"),
        pytest.param(
            gold(
                claim=spans("on Friday"), claim_too=spans("the old harbour would never open again")
            ),
            fact(),
            1,
            1,
            id="the second reader's claim",
        ),
        pytest.param(
            gold(name="Brandt", name_too="Ada Brandt"), fact(), 1, 1, id="the second's name"
        ),
    ],
)
def test_right_and_strict(label: dict[str, Any], found: Fact, right: int, strict: int) -> None:
    counts = score(label, [found]).counts
    assert (counts["right"], counts["strict"], counts["predicted"], counts["gold"]) == (
        right,
        strict,
        1,
        1,
    )


def test_optional_gold_counts_neither_way() -> None:
    found = score(gold(optional=True), [fact()])
    missed = score(gold(optional=True), [])
    assert (found.counts["gold"], found.counts["predicted"], found.mistakes) == (0, 0, [])
    assert (missed.counts["gold"], missed.mistakes) == (0, [])


@pytest.mark.parametrize(
    ("found", "misattributed"),
    [
        pytest.param(fact(), 0, id="the name"),
        pytest.param(fact(name="Brandt"), 0, id="a part of it"),
        pytest.param(fact(name="Ida Holm"), 1, id="another"),
        pytest.param(fact(name="Ida Brandt"), 1, id="another of that family"),
        pytest.param(fact(name="Mayor Ada Brandt of Ostrand"), 1, id="more than the words"),
        pytest.param(
            fact(name="", source_text="her office"), 0, id="the words, where gold has them"
        ),
        pytest.param(
            fact(name="", source_text="Friday", source=spans("Friday")), 1, id="other words"
        ),
    ],
)
def test_misattributed(found: Fact, misattributed: int) -> None:
    assert score(gold(), [found]).counts["misattributed"] == misattributed


def test_figures_over_articles() -> None:
    invented = fact(claim=spans("smiled"), cue=(), type="unnamed", name="")
    scored = [
        score(gold(hedged=True), [fact(hedged=True), invented]),
        score(gold(type="unnamed", name=None), []),
    ]
    found = figures(scored)
    assert found.right == found.strict == Rates(0.5, 0.5)
    assert (found.invented, found.misattributed, found.name, found.role) == (0.5, 0.0, 1.0, 1.0)
    assert (found.hedged, found.negated) == (Rates(1.0, 1.0), Rates(0.0, 0.0))
    assert found.unsourced == Rates(0.0, 0.0)
    assert [mistake.fault for article in scored for mistake in article.mistakes] == [
        "wrong",
        "missed",
    ]


def test_the_least_confidence_leaves_facts_out() -> None:
    assert score(gold(), [fact(confidence=0.4)], 0.5).counts["predicted"] == 0
    assert score(gold(), [fact(confidence=0.5)], 0.5).counts["right"] == 1


def test_bare_names() -> None:
    assert bare("Sen. Ada Brandt’s") == ["ada", "brandt"]
    assert bare("Senator Brandt") == ["senator", "brandt"]
    assert bare(None) == []
