"""The kind of an attribution: what the words of the cue tell, and what the tagger does."""

import pytest

from newsbrief.attribution import Kind
from newsbrief.extraction.cue_kinds import kind
from newsbrief.extraction.linking import Link
from newsbrief.spans import Span
from newsbrief.tagging.heads import KINDS, TYPES
from newsbrief.tagging.tags import Traits

SOURCE, CUE, CLAIM = (Span(0, 3),), (Span(4, 8),), (Span(9, 20),)


def traits(likeliest: str, source_type: str = "person") -> Traits:
    """What the tagger gives that takes ``likeliest`` for the kind."""
    return Traits(
        tuple(0.91 if name == likeliest else 0.01 for name in KINDS),
        tuple(0.97 if name == source_type else 0.01 for name in TYPES),
    )


@pytest.mark.parametrize(
    ("cue", "source_type", "expected"),
    [
        pytest.param("said", "person", Kind.STATEMENT, id="said"),
        pytest.param("strongly believes", "person", Kind.BELIEF, id="belief"),
        pytest.param("do n't think", "person", Kind.BELIEF, id="negated"),
        pytest.param("planned to", "organisation", Kind.INTENTION, id="intention"),
        pytest.param("blamed", "person", Kind.ACCUSATION, id="accusation"),
        pytest.param("denied", "person", Kind.DENIAL, id="denial"),
        pytest.param("were worried", "unnamed", Kind.FEELING, id="feeling"),
        pytest.param("noticed", "person", Kind.PERCEPTION, id="perception"),
        pytest.param("suggests", "document", Kind.REPORT, id="a document suggests"),
        pytest.param("according to", "document", Kind.REPORT, id="according to a document"),
        pytest.param("according to", "organisation", Kind.STATEMENT, id="according to a body"),
        pytest.param("suggests", "person", Kind.STATEMENT, id="a person suggests"),
    ],
)
def test_a_nested_cue_tells_the_kind(cue: str, source_type: str, expected: Kind) -> None:
    link = Link(SOURCE, CUE, CLAIM, traits("statement", source_type), nested=True)
    assert kind(link, cue.split()) is expected


def test_a_type_counts_as_much_as_it_is_likely() -> None:
    unsure = traits("statement")._replace(type=(0.0, 0.4, 0.6, 0.0))
    assert kind(Link(SOURCE, CUE, CLAIM, unsure), ["according", "to"]) is Kind.STATEMENT
    sure = traits("statement", "document")
    assert kind(Link(SOURCE, CUE, CLAIM, sure, nested=True), ["according", "to"]) is Kind.REPORT


@pytest.mark.parametrize("likeliest", KINDS)
def test_without_a_cue_the_tagger_tells_it(likeliest: str) -> None:
    assert kind(Link(SOURCE, (), CLAIM, traits(likeliest)), []) is Kind(likeliest)
    assert kind(Link(SOURCE, (), CLAIM, traits(likeliest), nested=True), []) is Kind(likeliest)


@pytest.mark.parametrize(
    ("likeliest", "cue", "expected"),
    [
        pytest.param("intention", "yodelled", Kind.INTENTION, id="the tagger, of an unknown cue"),
        pytest.param("belief", "agreed", Kind.BELIEF, id="the tagger, of a cue of two kinds"),
        pytest.param("statement", "thinks", Kind.BELIEF, id="a cue of one kind"),
    ],
)
def test_of_outer_attributions_both_tell_it(likeliest: str, cue: str, expected: Kind) -> None:
    assert kind(Link(SOURCE, CUE, CLAIM, traits(likeliest)), [cue]) is expected
