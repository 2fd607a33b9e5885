"""How much of a claim is quoted, and what the tagger's chances make of it."""

import re

import pytest

from newsbrief.attribution import Kind, QuoteType
from newsbrief.extraction.linking import Link
from newsbrief.extraction.manner import Manner, manner, quote_type
from newsbrief.spans import SortedSpans, Span
from newsbrief.tagging.heads import KINDS
from newsbrief.text.quotations import quotations


def linked(marked: str) -> tuple[str, Link]:
    """The bare text of ``marked``, and its attribution: "<source>", "{cue}", "[claim]"."""
    text, spans = "", {"<": list[Span](), "{": list[Span](), "[": list[Span]()}
    for part in re.split(r"(<[^<>]*>|\{[^{}]*\}|\[[^][]*\])", marked):
        if part[:1] in spans:
            spans[part[0]].append(Span(len(text), len(text) + len(part) - 2))
        text += part.strip("<>{}[]")
    return text, Link(tuple(spans["<"]), tuple(spans["{"]), tuple(spans["["]))


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


def read(marked: str) -> Manner:
    """The manner of the attribution that is marked: "<source>", "{cue}", "[claim]"."""
    text, link = linked(marked)
    return manner(text, link, SortedSpans())


@pytest.mark.parametrize(
    ("marked", "negated", "hedged"),
    [
        pytest.param("<She> {said} [it rained].", False, False, id="said"),
        pytest.param("<She> {did not say} [it rained].", True, False, id="did not say"),
        pytest.param("<She> {not only said} [it rained].", False, False, id="not only"),
        pytest.param("{There is no suggestion} that [it rained].", True, False, id="no suggestion"),
        pytest.param("<She> {made no secret} that [it rained].", False, False, id="no secret"),
        pytest.param("<She> {had no doubt} that [it rained].", False, False, id="no doubt"),
        pytest.param("<She> {said no}: [it rained].", False, False, id="said no"),
        pytest.param("<Nobody> {said} [it rained].", True, False, id="nobody"),
        pytest.param("<She> {declined to say} [if it rained].", True, False, id="declined"),
        pytest.param("[The dam] {is thought} to [be safe].", False, True, id="is thought"),
        pytest.param("[The dam] {is known} to [be safe].", False, False, id="is known"),
        pytest.param("[The dam] {is likely to} [break].", False, True, id="is likely"),
        pytest.param("<Men> {were more likely to say} [no].", False, False, id="more likely"),
        pytest.param("<She> {said with no mention of Poe} [no].", False, False, id="with no"),
        pytest.param("<She> {made no mention of} [rain].", True, False, id="made no mention"),
        pytest.param("[The dam] {reportedly} [broke].", False, True, id="reportedly"),
        pytest.param("{It is said} by <farmers> [that it rained].", False, False, id="by farmers"),
        pytest.param("<She> {may have said} [it rained].", False, True, id="may have said"),
        pytest.param("<She> {said} [it may not rain].", False, False, id="in the claim"),
    ],
)
def test_negated_and_hedged(marked: str, *, negated: bool, hedged: bool) -> None:
    how = read(marked)
    assert (how.negated, how.hedged) == (negated, hedged)


def test_a_turn_of_a_transcript_is_direct_without_marks() -> None:
    turn = Link((Span(0, 3),), (), (Span(5, 14),), spoken=True)
    assert manner("Ann: It rained.", turn, SortedSpans()).quote is QuoteType.DIRECT


def test_without_traits_a_claim_is_a_statement() -> None:
    assert read("<She> {said} [it rained].").kind is Kind.STATEMENT


def test_the_kinds_of_the_tagger_are_those_of_the_values() -> None:
    assert [Kind(name) for name in KINDS] == list(Kind)
