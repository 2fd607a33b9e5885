"""Where an article names somebody, and what it tells of them."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsbrief.names.mentions import find_mentions, is_headline
from newsbrief.reading.parsing import parse
from newsbrief.spans import SortedSpans, Span, fold

# Shown in a name and no part of what it is found by: Gareth "The Hammer" Pryce.
NICKNAME = re.compile(r"(?<=\s)[\"'“‘][^\"'“”‘’()\n]{1,20}[\"'”’]\s")


def known(reason: str) -> pytest.MarkDecorator:
    """The mark of a failure that is known."""
    return pytest.mark.xfail(strict=True, reason=reason)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The mill of Ann Poe burnt.", ["Ann Poe"], id="full-name"),
        pytest.param("On Monday the mill burnt.", [], id="opening-words"),
        pytest.param("Millers met. The millers wept.", [], id="ordinary-word-opens"),
        pytest.param("Eventually it burnt.", [], id="adverb-opens"),
        pytest.param("On June 4, Ann Poe wept.", ["Ann Poe"], id="month-and-day"),
        pytest.param("On Sunday Ann Poe wept.", ["Ann Poe"], id="day-before-a-name"),
        pytest.param("They met Ann Poe on Sunday.", ["Ann Poe"], id="day-after-a-name"),
        pytest.param("It burnt on Sunday.", [], id="day-alone"),
        pytest.param("The Mill Board on Friday met.", ["Mill Board"], id="day-after-a-body"),
        pytest.param("The Mail on Sunday wept.", ["Mail on Sunday"], id="day-in-a-paper"),
        pytest.param("He saw it on 7News at 5PM.", ["7News"], id="figure-first"),
        pytest.param("He wept on 4 June.", [], id="day-and-month"),
        pytest.param("It burnt by Aug. 12.", [], id="month-cut-short"),
        pytest.param("It burnt in March 2024.", [], id="month-and-year"),
        pytest.param("He met June Carter.", ["June Carter"], id="name-like-a-month"),
        pytest.param("He met Theresa May 4 times.", ["Theresa May"], id="name-before-a-figure"),
        pytest.param("The March 14 Alliance wept.", ["March 14 Alliance"], id="date-in-a-name"),
        pytest.param("Praising Ann Poe, he wept.", ["Ann Poe"], id="participle-opens"),
        pytest.param("New York wept. The new mill burnt.", ["New York"], id="new-opens-a-name",
                     marks=known("a word in lower case elsewhere is no part of a name")),
        pytest.param("He met Dayton-based Ann Poe’s aide.", ["Ann Poe"], id="compound-before"),
        pytest.param("He saw Zelda Quux's mill.", ["Zelda Quux"], id="words-in-no-list"),
        pytest.param("He met Mr. Quux Zelda KC.", ["Quux Zelda"], id="letters-after-the-name"),
        pytest.param("He met Sen. Ann Poe.", ["Ann Poe"], id="title-with-stop"),
        pytest.param("He met Prime Minister Ann Poe.", ["Ann Poe"], id="title-of-two-words"),
        pytest.param("He met the Prime Minister.", [], id="title-alone"),
        pytest.param("It burnt, Stephen King said.", ["Stephen King"], id="surname-like-a-title"),
        pytest.param("He met Dayton Mayor Ann Poe.", ["Dayton", "Ann Poe"], id="place-and-title",
                     marks=known("the place before a title is left out")),
        pytest.param("He met Republican Ann Poe.", ["Ann Poe"], id="party"),
        pytest.param("He met Dayton-based Ann Poe.", ["Ann Poe"], id="compound-adjective"),
        pytest.param("A UK-based TCI Poe Mills wept.", ["TCI Poe Mills"], id="before-capitals"),
        pytest.param("On Friday Li Ka-shing wept.", ["Li Ka-shing"], id="hyphen-in-a-given-name"),
        pytest.param("He met Coca-Cola Poe.", ["Coca-Cola Poe"], id="compound-of-names"),
        pytest.param("It was Ann Poe's mill.", ["Ann Poe"], id="possessive"),
        pytest.param("It was Ann Pears' mill.", ["Ann Pears"], id="possessive-of-s"),
        pytest.param("Ann Poe’s Mill Board met.", ["Ann Poe", "Mill Board"], id="at-genitive",
                     marks=known("a body after a genitive is taken for a part of the name")),
        pytest.param("It was J.R. Poe Jr. of Ohio.", ["J.R. Poe Jr.", "Ohio"], id="initials"),
        pytest.param("The Ministry of Mills met.", ["Ministry of Mills"], id="body-of"),
        pytest.param("The wife of Tom Poe of Ohio met.", ["Tom Poe", "Ohio"], id="person-of"),
        pytest.param("The House of Mills and Jo met.", ["House of Mills", "Jo"], id="and"),
        pytest.param("He met Jan van der Poe.", ["Jan van der Poe"], id="particles"),
        pytest.param("He met Ann “The Rock” Poe.", ["Ann “The Rock” Poe"], id="nickname"),
        pytest.param("He met Jo 'Big Tom' de Poe.", ["Jo 'Big Tom' de Poe"], id="nickname-of-two"),
        pytest.param("The group al-Poe met.", ["al-Poe"], id="particle-first"),
        pytest.param("ANN POE BURNS MILL", [], id="capitals"),
        pytest.param("Big Ann Poe Burns Mill\n\nThe mill of Ann Poe burnt down on Monday.",
                     ["Ann Poe"], id="headline-left-out"),
    ],
)  # fmt: skip
def test_names_found(text: str, expected: list[str]) -> None:
    found = find_mentions(parse(text), SortedSpans())
    assert [fold(text[mention.start : mention.end]) for mention in found] == expected


@pytest.mark.parametrize(
    ("line", "headline"),
    [
        pytest.param("Mayor of Ayr Vows to Burn Mill", True, id="title-case"),
        pytest.param("MAYOR VOWS TO BURN MILL", True, id="capitals"),
        pytest.param("The Ayr Mill Board met Ann Poe on Monday.", False, id="small-verb"),
        pytest.param("Ann Poe", False, id="too-short"),
        pytest.param("Mayor vows to burn mill", False, id="sentence-case"),
    ],
)
def test_headline(line: str, *, headline: bool) -> None:
    assert is_headline(line) is headline


@settings(max_examples=150)
@given(st.text(alphabet="AbcD'’.-&s “,\n", max_size=60))
@example("D 'A' D")
def test_mentions_are_slices_in_order(text: str) -> None:
    article = parse(text)
    found = find_mentions(article, SortedSpans([Span(0, len(text))]))
    assert found == sorted(found)
    for mention in found:
        assert 0 <= mention.start < mention.end <= len(text)
        shown = NICKNAME.sub("", text[mention.start : mention.end])
        assert len(shown.split()) == len(mention.keys)
