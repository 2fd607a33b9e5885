"""What a claim refers to that is only a pronoun."""

from collections.abc import Callable

import pytest

from newsbrief import Attribution, Kind, Part, QuoteType, Span, parse
from newsbrief.extraction.referents import is_pronoun, with_referents

Claim = Callable[..., Attribution]


def attribution(text: str, claim: str, quote: QuoteType = QuoteType.INDIRECT) -> Attribution:
    """An attribution of the last ``claim`` in ``text``."""
    start = text.rindex(claim)
    part = Part(claim, (Span(start, start + len(claim)),))
    return Attribution(Kind.DENIAL, quote, False, False, None, None, part, 1, 1, 0.9)  # noqa: FBT003


@pytest.mark.parametrize(
    ("text", "claims", "refers"),
    [
        pytest.param(
            "Sahl said the mayor took money. The mayor denied that.",
            ["the mayor took money", "that"],
            "the mayor took money",
            id="the sentence before",
        ),
        pytest.param(
            "Reed said the quay was sinking, but Roe denied it.",
            ["the quay was sinking", "it"],
            "the quay was sinking",
            id="the same sentence",
        ),
        pytest.param(
            "Sahl said the mayor took money. The mayor rejected the allegation.",
            ["the mayor took money", "the allegation"],
            "the mayor took money",
            id="a noun for it",
        ),
        pytest.param(
            "The wall fell in May. The police confirmed this.",
            ["this"],
            "The wall fell in May.",
            id="a sentence that nobody said",
        ),
        pytest.param(
            "Reed said the quay was safe. It rained all day. The police confirmed it.",
            ["the quay was safe", "it"],
            "It rained all day.",
            id="a claim further back",
        ),
        pytest.param(
            "Reed said the quay was safe. Roe denied that. Bell confirmed it.",
            ["the quay was safe", "that", "it"],
            "the quay was safe",
            id="a pronoun before",
        ),
        pytest.param(
            "Sahl said the mayor took money. Tass reported that the mayor denied it.",
            ["the mayor took money", "the mayor denied it", "it"],
            "the mayor took money",
            id="a pronoun within another claim",
        ),
        pytest.param(
            "Tass reported that Sahl said the mayor took money. The mayor denied it.",
            ["Sahl said the mayor took money", "the mayor took money", "it"],
            "the mayor took money",
            id="a claim within another claim",
        ),
        pytest.param("The mayor denied that.", ["that"], None, id="nothing before"),
        pytest.param(
            "Reed said the quay was safe. Roe denied that charge to be his.",
            ["the quay was safe", "that charge to be his"],
            None,
            id="a pronoun in a longer claim",
        ),
    ],
)
def test_referents(text: str, claims: list[str], refers: str | None) -> None:
    article = parse(text)
    given = [attribution(text, claim) for claim in claims]
    last = list(with_referents(article, given))[-1]
    assert (last.refers and last.refers.text) == refers
    if last.refers:
        assert " ".join(text[start:end] for start, end in last.refers.spans) == refers


def test_only_the_first_may_be_without() -> None:
    text = "Reed said the quay was safe. Roe denied that."
    claims = [attribution(text, "the quay was safe"), attribution(text, "that")]
    first, second = with_referents(parse(text), claims)
    assert first.refers is None
    assert second.refers == first.claim


def test_a_heading_is_not_referred_to() -> None:
    text = "The wall fell in May.\n\nNo money left\n\nThe mayor denied that."
    assert next(with_referents(parse(text), [attribution(text, "that")])).refers is None


@pytest.mark.parametrize(
    ("claim", "quote", "pronoun"),
    [
        pytest.param("that", QuoteType.INDIRECT, True, id="pronoun"),
        pytest.param("all of this", QuoteType.INDIRECT, True, id="all of"),
        pytest.param("That", QuoteType.DIRECT, False, id="quoted"),
        pytest.param("the claim", QuoteType.INDIRECT, False, id="noun"),
        pytest.param("it was so", QuoteType.INDIRECT, False, id="words"),
    ],
)
def test_is_pronoun(claim: str, quote: QuoteType, *, pronoun: bool) -> None:
    assert is_pronoun(attribution(claim, claim, quote)) == pronoun
