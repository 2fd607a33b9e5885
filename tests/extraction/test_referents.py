"""What a claim refers to that has no words of its own."""

import re

import pytest

from newsbrief import Span, parse
from newsbrief.extraction.referents import is_pronoun, referent


def last(text: str, words: str) -> tuple[Span, ...]:
    """The span of the last ``words`` in ``text``."""
    start = text.rindex(words)
    return (Span(start, start + len(words)),)


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
        pytest.param(
            "Reed said the quay was safe. “That,” said Roe.",
            ["the quay was safe", "“That,”"],
            None,
            id="quoted",
        ),
        pytest.param(
            "The wall fell in May.\n\nNo money left\n\nThe mayor denied that.",
            ["that"],
            None,
            id="a heading before",
        ),
    ],
)
def test_referents(text: str, claims: list[str], refers: str | None) -> None:
    spans = [last(text, claim) for claim in claims]
    part = referent(parse(text), spans[-1], spans)
    assert (part and part.text) == refers
    if part:
        assert " ".join(text[start:end] for start, end in part.spans) == refers


def test_a_long_row_of_pronouns_ends() -> None:
    text = "The wall fell. " + "Roe denied it. " * 3000
    article = parse(text)
    starts = [match.start() for match in re.finditer(r"\bit\b", text)]
    claims = [(Span(start, start + 2),) for start in starts]
    found = [referent(article, claim, claims) for claim in claims]
    assert [part and part.text for part in found[:2]] == ["The wall fell."] * 2
    assert found[-1] is None


@pytest.mark.parametrize(
    ("claim", "pronoun"),
    [
        pytest.param("that", True, id="pronoun"),
        pytest.param("all of this", True, id="all of"),
        pytest.param("“That”", False, id="quoted"),
        pytest.param("the claim", False, id="noun"),
        pytest.param("it was so", False, id="words"),
    ],
)
def test_is_pronoun(claim: str, *, pronoun: bool) -> None:
    assert is_pronoun(claim) == pronoun
