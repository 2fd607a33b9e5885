"""Each rule on its own, hits beside near misses; the tagger is not asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.extraction.linking import Link
from newsbrief.extraction.patterns import with_rules
from newsbrief.reading.parsing import parse
from newsbrief.spans import Span, join

Row = tuple[str, str, str]  # source, cue, claim


def found(text: str, links: tuple[Link, ...] = ()) -> list[Row]:
    rows = [link for link in with_rules(parse(text), links) if link not in links]
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
        "The envoys met in Brassow, as reported by the Harbour Times.",
        [("the Harbour Times", "as reported by", "The envoys met in Brassow")],
        id="as-reported-by",
    ),
    pytest.param("The launch went according to plan.", [], id="according-to-plan"),
    pytest.param("They were sorted according to size.", [], id="according-to-size"),
    pytest.param("She was described as a menace by few.", [], id="as-without-a-participle"),
    pytest.param("According to.", [], id="nobody-named"),
]
UNSOURCED = [
    pytest.param(
        "On Monday, the ministers are said to have met.",
        [("", "are said", "the ministers to have met")],
        id="are-said-to",
    ),
    pytest.param(
        "The ship is widely thought to carry coal.",
        [("", "is widely thought", "The ship to carry coal")],
        id="is-thought-to",
    ),
    pytest.param(
        "It is a ship that is believed to have sunk.",
        [("", "is believed", "to have sunk")],
        id="relative-clause",
    ),
    pytest.param(
        "Nobody knows, but while the bats are thought to be ill, they fly.",
        [("", "are thought", "the bats to be ill")],
        id="behind-a-conjunction",
    ),
    pytest.param(
        "Tall reeds - these are believed to have drawn the bats.",
        [("", "are believed", "these to have drawn the bats")],
        id="behind-a-dash",
    ),
    pytest.param(
        "The firm sells coal and is understood to be for sale.",
        [("", "is understood", "to be for sale")],
        id="second-verb-of-its-subject",
    ),
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
    pytest.param("The theft was reported to the police.", [], id="reported-to-somebody"),
    pytest.param("The crew were told to be quiet.", [], id="told-to-be"),
    pytest.param("It is said with a smile by many.", [], id="said-in-some-manner"),
    pytest.param(
        "It is thought to be lost.", [("", "is thought", "It to be lost")], id="it-is-a-thing"
    ),
    pytest.param("She is said by friends to have left.", [], id="said-by-somebody"),
    pytest.param("Much remains to be said.", [], id="active"),
]
STANCES = [
    pytest.param(
        "The governor accused the mayor of lying.",
        [("The governor", "accused", "the mayor of lying")],
        id="accused",
    ),
    pytest.param(
        "Mr. Li, a lawyer, has accused the mayor of lying.",
        [("Mr. Li, a lawyer", "accused", "the mayor of lying")],
        id="accused-after-an-apposition",
    ),
    pytest.param("The mayor was accused of lying.", [], id="was-accused"),
    pytest.param("The mayor, accused of lying, resigned.", [], id="accused-as-adjective"),
    pytest.param("The accused left by the back door of the court.", [], id="the-accused"),
    pytest.param("Nobody accused the mayor.", [], id="of-nothing"),
]
DOCUMENTS = [
    pytest.param(
        "The authority's report found that a ship had sunk.",
        [("The authority's report", "found", "that a ship had sunk")],
        id="report-found",
    ),
    pytest.param(
        "A study by two biologists shows that mussels travel.",
        [("A study by two biologists", "shows", "that mussels travel")],
        id="study-shows",
    ),
    pytest.param("Police found the report in a drawer.", [], id="found-a-report"),
    pytest.param("The report was found in a drawer.", [], id="report-was-found"),
    pytest.param("The report, found by chance, was old.", [], id="report-found-by-chance"),
    pytest.param(
        "Geologists mocked the department's claim that the flood was a surprise.",
        [("the department", "claim", "that the flood was a surprise")],
        id="claim-that",
    ),
    pytest.param(
        "Maria Vos’s warning that the dam would fail was ignored.",
        [("Maria Vos", "warning", "that the dam would fail")],
        id="warning-that-was-ignored",
    ),
    pytest.param("The miner's claim lay up the river.", [], id="claim-of-land"),
    pytest.param("The claim that year was small.", [], id="no-owner"),
]


@pytest.mark.parametrize(("text", "expected"), [*PHRASES, *UNSOURCED, *STANCES, *DOCUMENTS])
def test_rule(text: str, expected: list[Row]) -> None:
    assert found(text) == expected


def test_of_two_with_one_cue_the_likelier_stands() -> None:
    text = "The cook drowned, according to the coroner."
    sure = Link((Span(31, 42),), (Span(18, 30),), (Span(4, 16),), 0.9)
    assert with_rules(parse(text), [sure]) == [sure]
    (link,) = with_rules(parse(text), [sure._replace(confidence=0.4)])
    assert join(text, link.content) == "The cook drowned"


def test_a_rule_keeps_off_a_claim_that_is_taken() -> None:
    text = "The owner reportedly sold the ship, the agent said."
    link = Link((Span(36, 45),), (Span(46, 50),), (Span(0, 34),), 0.9)
    assert found(text, (link,)) == []


def test_a_subject_alone_is_no_claim_however_sure_its_label() -> None:
    text = "The cook, according to the coroner, drowned."
    half = Link((Span(23, 34),), (Span(10, 22),), (Span(0, 8),), 0.8)
    (link,) = with_rules(parse(text), [half])
    assert join(text, link.content) == "The cook drowned"


def test_the_outer_source_of_a_claim_is_found_beside_the_inner_one() -> None:
    text = "The governor said the road was open, as reported by the Harbour Times."
    inner = Link((Span(0, 12),), (Span(13, 17),), (Span(18, 35),), 0.9)
    assert found(text, (inner,)) == [
        ("the Harbour Times", "as reported by", "The governor said the road was open")
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
    for link in with_rules(article, []):
        spans = [*link.source, *link.cue, *link.content]
        assert link.content
        assert link.cue
        assert all(span.start < span.end for span in spans)
        assert len({article.sentence_at(span.start) for span in spans}) == 1


def test_a_sentence_without_end_takes_no_time_for_its_square() -> None:
    assert found("reportedly accused of " * 20_000) == []
