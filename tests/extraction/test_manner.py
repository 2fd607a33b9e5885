"""How much of a claim is quoted, and what the tagger's chances make of it."""

import re

import pytest

from newsbrief.attribution import Kind, QuoteType
from newsbrief.extraction.linking import Link
from newsbrief.extraction.manner import Manner, manner, quote_type
from newsbrief.spans import SortedSpans, Span
from newsbrief.tagging.heads import KINDS, TYPES
from newsbrief.tagging.tags import Traits
from newsbrief.text.quotations import quotations

STATEMENT = Traits()


def linked(marked: str, traits: Traits = STATEMENT) -> tuple[str, Link]:
    """The bare text of ``marked``, and its attribution: "<source>", "{cue}", "[claim]"."""
    text, spans = "", {"<": list[Span](), "{": list[Span](), "[": list[Span]()}
    for part in re.split(r"(<[^<>]*>|\{[^{}]*\}|\[[^][]*\])", marked):
        if part[:1] in spans:
            spans[part[0]].append(Span(len(text), len(text) + len(part) - 2))
        text += part.strip("<>{}[]")
    return text, Link(tuple(spans["<"]), tuple(spans["{"]), tuple(spans["["]), traits)


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
            QuoteType.MIXED,
            id="all but a small word",
        ),
        pytest.param(
            "She said [the ship, the “Queen of May”, would sail].", QuoteType.INDIRECT, id="title"
        ),
        pytest.param("She said [they saw “The Old Pier”].", QuoteType.INDIRECT, id="title at end"),
        pytest.param("She wrote [“The Old Pier”].", QuoteType.DIRECT, id="a title alone"),
        pytest.param("She said [it was a “Disaster”].", QuoteType.MIXED, id="one word"),
        pytest.param("She said [it was a “Black mark”].", QuoteType.MIXED, id="no title"),
        pytest.param("Lee: [Mayor Calls Pier “Great Fun”]", QuoteType.MIXED, id="a headline"),
        pytest.param(
            "Lee said: ['It rained all day. 'We left early. 'The bridge held.'] He sat down.",
            QuoteType.DIRECT,
            id="paragraphs run together",
        ),
        pytest.param(
            'Lee said: ["It rained. "We left. "The bridge held.] He added: "It is old."',
            QuoteType.DIRECT,
            id="the last paragraph left open",
        ),
        pytest.param(
            'Lee said: ["It rained," and that we left.] He added: "It is old."',
            QuoteType.MIXED,
            id="what follows is not quoted",
        ),
        pytest.param(
            '"They {told} me that [it rained]," she said.', QuoteType.INDIRECT, id="in another's"
        ),
        pytest.param(
            "\"They {told} me ['it rained'],\" she said.", QuoteType.DIRECT, id="inside another's"
        ),
        pytest.param(
            '["It rained,"] she {said}. ["We left."]', QuoteType.DIRECT, id="cue between two"
        ),
    ],
)
def test_quote_type(marked: str, expected: QuoteType) -> None:
    text, link = linked(marked)
    assert quote_type(text, link, SortedSpans(quotations(text))) is expected


def read(marked: str, kind: str | None = None) -> Manner:
    """The manner of the attribution that is marked: "<source>", "{cue}", "[claim]"."""
    kinds = tuple(0.91 if name == kind else 0.01 for name in KINDS)
    types = tuple(0.25 for _ in TYPES)
    text, link = linked(marked, Traits(kinds, types, 0.0) if kind else STATEMENT)
    return manner(text, link, SortedSpans())


@pytest.mark.parametrize(
    ("marked", "negated", "hedged"),
    [
        pytest.param("<She> {said} [it rained].", False, False, id="said"),
        pytest.param("<She> {did not say} [it rained].", True, False, id="did not say"),
        pytest.param("<She> {not only said} [it rained].", False, False, id="not only"),
        pytest.param("<Nobody> {said} [it rained].", True, False, id="nobody"),
        pytest.param("<She> {declined to say} [if it rained].", True, False, id="declined"),
        pytest.param("[The dam] {is thought} to [be safe].", False, True, id="is thought"),
        pytest.param("[The dam] {is known} to [be safe].", False, False, id="is known"),
        pytest.param("[The dam] {reportedly} [broke].", False, True, id="reportedly"),
        pytest.param("{It is said} by <farmers> [that it rained].", False, False, id="by farmers"),
        pytest.param("<She> {may have said} [it rained].", False, True, id="may have said"),
        pytest.param("<She> {said} [it may not rain].", False, False, id="in the claim"),
    ],
)
def test_negated_and_hedged(marked: str, *, negated: bool, hedged: bool) -> None:
    how = read(marked)
    assert (how.negated, how.hedged) == (negated, hedged)


@pytest.mark.parametrize("kind", KINDS)
def test_the_likeliest_kind(kind: str) -> None:
    assert read("<She> {said} [it rained].", kind).kind is Kind(kind)


def test_a_turn_of_a_transcript_is_direct_without_marks() -> None:
    turn = Link((Span(0, 3),), (), (Span(5, 14),), spoken=True)
    assert manner("Ann: It rained.", turn, SortedSpans()).quote is QuoteType.DIRECT


def test_without_traits_a_claim_is_a_statement() -> None:
    assert read("<She> {said} [it rained].").kind is Kind.STATEMENT


def test_the_kinds_of_the_tagger_are_those_of_the_values() -> None:
    assert [Kind(name) for name in KINDS] == list(Kind)
