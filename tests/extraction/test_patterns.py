"""Each pattern on its own, hits beside near misses; the tagger is not asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.extraction.linking import Link
from newsbrief.extraction.patterns import with_pattern_links
from newsbrief.reading.parsing import parse
from newsbrief.spans import Span, join

Row = tuple[str, str, str]  # source, cue, claim


def found(text: str, links: tuple[Link, ...] = ()) -> list[Row]:
    rows = [link for link in with_pattern_links(parse(text), links) if link not in links]
    return [(join(text, r.source), join(text, r.cue), join(text, r.content)) for r in rows]


PHRASES = [
    pytest.param(
        "According to the coroner, the cook drowned.",
        [("the coroner", "According to", "the cook drowned")],
        id="at-the-head",
    ),
    pytest.param(
        "But according to Ada Brandt, the fire chief, the cat got out.",
        [("Ada Brandt, the fire chief", "according to", "the cat got out")],
        id="with-an-apposition",
    ),
    pytest.param(
        "The cook drowned, according to the coroner.",
        [("the coroner", "according to", "The cook drowned")],
        id="at-the-end",
    ),
    pytest.param(
        "The cook, according to the coroner, drowned.",
        [("the coroner", "according to", "The cook drowned")],
        id="in-the-middle",
    ),
    pytest.param(
        "The cook drowned, according to the coroner, but the baker swam.",
        [("the coroner", "according to", "The cook drowned")],
        id="before-another-clause",
    ),
    pytest.param(
        "“It was cold,” according to the coroner.",
        [("the coroner", "according to", "“It was cold,”")],
        id="after-a-quotation",
    ),
    pytest.param(
        "The cook drowned, as noted by the coroner.",
        [("the coroner", "as noted by", "The cook drowned")],
        id="as-noted-by",
    ),
    pytest.param("The cook drowned as the boat, noted by nobody, sank.", [], id="noted-by"),
    pytest.param("The launch went according to plan.", [], id="according-to-plan"),
    pytest.param("They were sorted according to size.", [], id="according-to-size"),
    pytest.param("According to.", [], id="nobody-named"),
]
UNSOURCED = [
    pytest.param(
        "It is believed that the ship sank, but no wreck was found.",
        [("", "It is believed", "that the ship sank")],
        id="it-is-believed-that",
    ),
    pytest.param(
        "The owner reportedly sold the ship.",
        [("", "reportedly", "The owner sold the ship")],
        id="reportedly",
    ),
    pytest.param(
        "Allegedly, the owner sold the ship.",
        [("", "Allegedly", "the owner sold the ship")],
        id="allegedly-at-the-head",
    ),
    pytest.param("It is said with a smile by many.", [], id="said-in-some-manner"),
]


@pytest.mark.parametrize(("text", "expected"), [*PHRASES, *UNSOURCED])
def test_pattern(text: str, expected: list[Row]) -> None:
    assert found(text) == expected


def test_of_two_with_one_cue_the_likelier_stands() -> None:
    text = "The cook drowned, according to the coroner."
    sure = Link((Span(31, 42),), (Span(18, 30),), (Span(4, 16),), 0.9)
    assert with_pattern_links(parse(text), [sure]) == [sure]
    (link,) = with_pattern_links(parse(text), [sure._replace(confidence=0.4)])
    assert join(text, link.content) == "The cook drowned"


def test_a_claim_that_is_taken_is_left_alone() -> None:
    text = "The owner reportedly sold the ship, the agent said."
    link = Link((Span(36, 45),), (Span(46, 50),), (Span(0, 34),), 0.9)
    assert found(text, (link,)) == []


def test_a_subject_alone_is_no_claim_however_sure_its_label() -> None:
    text = "The cook, according to the coroner, drowned."
    half = Link((Span(23, 34),), (Span(10, 22),), (Span(0, 8),), 0.8)
    (link,) = with_pattern_links(parse(text), [half])
    assert join(text, link.content) == "The cook drowned"


def test_the_outer_source_of_a_claim_is_found_beside_the_inner_one() -> None:
    text = "The governor said the road was open, according to the Harbour Times."
    inner = Link((Span(0, 12),), (Span(13, 17),), (Span(18, 35),), 0.9)
    assert found(text, (inner,)) == [
        ("the Harbour Times", "according to", "The governor said the road was open")
    ]


PIECES = (
    ["The", "coroner", "have", "of", "is", "said to", "thought to", "according to"],
    ["as reported by", "reportedly", "accused", "report found that", "’s claim that"],
    [",", ".", ";", "“", "”", "\n"],
)
WORDS = st.sampled_from([piece for pieces in PIECES for piece in pieces])


@given(st.lists(WORDS, max_size=40))
def test_any_words_give_links_inside_their_sentence(words: list[str]) -> None:
    text = " ".join(words)
    article = parse(text)
    for link in with_pattern_links(article, []):
        spans = [*link.source, *link.cue, *link.content]
        assert link.content
        assert link.cue
        assert all(span.start < span.end for span in spans)
        assert len({article.sentence_at(span.start) for span in spans}) == 1


def test_a_sentence_without_end_takes_no_time_for_its_square() -> None:
    assert found("reportedly according to " * 20_000) == []
