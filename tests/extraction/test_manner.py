"""How much of a claim is quoted, and what the tagger's chances make of it."""

import re

import pytest

from newsbrief.attribution import Kind, QuoteType
from newsbrief.extraction.linking import Link
from newsbrief.extraction.manner import Manner, manner, quote_type
from newsbrief.spans import SortedSpans, Span
from newsbrief.tagging.heads import KINDS, TYPES
from newsbrief.tagging.tagger import Traits
from newsbrief.text.quotations import quotations_of


def claim(marked: str) -> tuple[str, tuple[Span, ...]]:
    """The bare text of ``marked``, and the pieces of its claim, which stand in brackets."""
    text, pieces = "", []
    for part in re.split(r"(\[[^][]*\])", marked):
        if part.startswith("["):
            pieces.append(Span(len(text), len(text) + len(part) - 2))
        text += part.strip("[]")
    return text, tuple(pieces)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param('["The bridge is safe,"] she said.', QuoteType.DIRECT, id="all"),
        pytest.param('["The bridge,"] she said, ["is safe."]', QuoteType.DIRECT, id="two pieces"),
        pytest.param('She said [the bridge "is safe"].', QuoteType.MIXED, id="a part"),
        pytest.param("She said [the bridge is safe].", QuoteType.INDIRECT, id="none"),
        pytest.param(
            'She called it "a wreck" and said [it would close].', QuoteType.INDIRECT, id="outside"
        ),
        pytest.param(
            'She said [but "the bridge over the old harbour is as safe as it ever was"].',
            QuoteType.DIRECT,
            id="all but a small word",
        ),
    ],
)
def test_quote_type(marked: str, expected: QuoteType) -> None:
    text, pieces = claim(marked)
    assert quote_type(text, pieces, quotations_of(text, [(0, len(text))])) is expected


def traits(kind: str, negated: float, hedged: float) -> Traits:
    kinds = tuple(0.91 if name == kind else 0.01 for name in KINDS)
    return Traits(kinds, tuple(0.25 for _ in TYPES), 0.0, negated, hedged)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (traits("belief", 0.2, 0.7), Manner(Kind.BELIEF, QuoteType.INDIRECT, False, True)),
        (traits("denial", 0.5, 0.1), Manner(Kind.DENIAL, QuoteType.INDIRECT, True, False)),
        (None, Manner(Kind.STATEMENT, QuoteType.INDIRECT, False, False)),
    ],
)
def test_the_likeliest_kind_and_what_is_likelier_than_not(
    given: Traits | None, expected: Manner
) -> None:
    found = Link((), (Span(0, 3),), (Span(4, 9),), given)
    assert manner("who what there", found, SortedSpans()) == expected


def test_the_kinds_of_the_tagger_are_those_of_the_values() -> None:
    assert [Kind(name) for name in KINDS] == list(Kind)
