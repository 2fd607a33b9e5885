"""Where the parts of an attribution end, and that nothing of a part is lost but what joins it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.extraction.edges import told, without_conjunction, without_joints
from newsbrief.extraction.linking import Link
from newsbrief.spans import Span

WORDS, PREPOSITIONS, MARKS = {"it", "rained", "band"}, {"of", "for"}, {",", "—", "\n"}
JOINING = {"and", "but", "who", "which"}
PARTS = sorted(WORDS | PREPOSITIONS | MARKS | JOINING)


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        pytest.param("it rained, and", "it rained", id="and"),
        pytest.param("it rained — but", "it rained", id="but"),
        pytest.param("it rained, in which", "it rained", id="preposition"),
        pytest.param("it rained, BECAUSE", "it rained", id="capitals"),
        pytest.param("it rained\nwhile", "it rained", id="next line"),
        pytest.param("it rained and snowed", "it rained and snowed", id="inside"),
        pytest.param("he plays in a rock band", "he plays in a rock band", id="end of a word"),
        pytest.param("nobody knows who.", "nobody knows who.", id="full stop"),
        pytest.param("“It rained, and”", "“It rained, and”", id="in marks"),
        pytest.param("or", "or", id="nothing else"),
        pytest.param(", and", ", and", id="a mark and nothing else"),
    ],
)
def test_a_claim_does_not_end_in_a_conjunction(claim: str, expected: str) -> None:
    text = f"{claim} she left"
    start, end = without_conjunction(text, Span(0, len(claim)))
    assert text[start:end] == expected


def test_marks_between_parts_are_no_part() -> None:
    text = "Ann Lee, the mayor – said: it rained, but they stayed"
    link = Link((Span(0, 20),), (Span(21, 26),), (Span(27, 37), Span(38, 41)))
    parts = without_joints(text, link)
    assert [text[s:e] for s, e in (*parts.source, *parts.content)] == [
        "Ann Lee, the mayor",
        "it rained",
        "but",
    ]


@pytest.mark.parametrize(
    ("before", "claim", "expected"),
    [
        ("Lee said that ", "was untrue", "that was untrue"),
        ("Lee said that ", "had nothing to do with it", "that had nothing to do with it"),
        ("Lee fears that ", "had the council known, it paid", "had the council known, it paid"),
        ("Lee said that ", "it was untrue", "it was untrue"),
        ("Lee said ", "was untrue", "was untrue"),
        ("", "was untrue", "was untrue"),
    ],
)
def test_that_is_a_part_where_it_is_the_subject(before: str, claim: str, expected: str) -> None:
    text = before + claim
    (span,) = without_joints(text, Link((), (), (Span(len(before), len(text)),))).content
    assert text[span.start : span.end] == expected


@pytest.mark.parametrize("mark", ["• ", "* ", "** ", "→ "])
def test_the_mark_of_an_item_is_no_part(mark: str) -> None:
    text = f"{mark}Ann Lee said it rained"
    at = len(mark)
    link = Link((Span(0, at + 7),), (Span(at + 8, at + 12),), (Span(at + 13, len(text)),))
    parts = without_joints(text, link)
    assert [text[s:e] for s, e in (*parts.source, *parts.content)] == ["Ann Lee", "it rained"]
    assert without_joints("5 * 3", Link((), (), (Span(0, 5),))).content == (Span(0, 5),)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param('Mill United "', "Mill United", id="straight"),
        pytest.param("Mill United, ‘", "Mill United", id="single"),
        pytest.param('Gareth "The Hammer"', 'Gareth "The Hammer"', id="closed"),
        pytest.param("The Reids’", "The Reids’", id="apostrophe"),
        pytest.param(' "', ' "', id="nothing else"),
        pytest.param("Ann Lee, who", "Ann Lee", id="who"),
        pytest.param("two reports that", "two reports", id="that"),
        pytest.param("a survey\nwhich", "a survey", id="which, on the next line"),
        pytest.param("many of whom", "many of whom", id="whom"),
        pytest.param("the WHO", "the WHO", id="a body"),
        pytest.param("who", "who", id="who alone"),
        pytest.param("She's", "She", id="a verb in the word"),
        pytest.param("We’ve", "We", id="another verb in the word"),
        pytest.param("the one who's", "the one who's", id="a verb at the end of others"),
        pytest.param("O'Neil's", "O'Neil's", id="a name"),
        pytest.param("The Tories on Monday", "The Tories", id="on a day"),
        pytest.param("Harmon Sunday", "Harmon", id="a day"),
        pytest.param("the mayor earlier Thursday night", "the mayor", id="earlier that day"),
        pytest.param("a poll released on Monday", "a poll released on Monday", id="a clause's day"),
        pytest.param("Lee, who left Monday", "Lee, who left Monday", id="a relative clause's day"),
        pytest.param("The Mail on Sunday", "The Mail on Sunday", id="a paper"),
        pytest.param("coach Mike Friday", "coach Mike Friday", id="a surname"),
        pytest.param("Emma Kelly cheerfully", "Emma Kelly", id="manner"),
        pytest.param("Emma Kelly", "Emma Kelly", id="a name in ly"),
        pytest.param("the mayor's family", "the mayor's family", id="a noun in ly"),
        pytest.param("the trade weekly", "the trade weekly", id="a paper in ly"),
        pytest.param("The elderly", "The elderly", id="people in ly"),
    ],
)
def test_what_goes_on_behind_a_source_is_no_part(source: str, expected: str) -> None:
    text = f'{source} know it rained" today'
    claim = Span(text.index("it"), text.index('" today'))
    [(start, end)] = without_joints(text, Link((Span(0, len(source)),), (), (claim,))).source
    assert text[start:end] == expected


@pytest.mark.parametrize(
    ("source", "elsewhere", "expected"),
    [
        ("Sheffield Wednesday", "Fans of Sheffield Wednesday stayed.", "Sheffield Wednesday"),
        ("Sheffield Wednesday", "It had rained in Sheffield.", "Sheffield"),
        ("the White House Thursday night", "It snowed Thursday night.", "the White House"),
        ("the White House on Thursday", "It snowed on Thursday.", "the White House"),
    ],
)
def test_a_name_with_a_day_in_it_comes_twice(source: str, elsewhere: str, expected: str) -> None:
    text = f"{source} said it rained. {elsewhere}"
    claim = Span(text.index("it"), text.index("."))
    [(start, end)] = without_joints(text, Link((Span(0, len(source)),), (), (claim,))).source
    assert text[start:end] == expected


@pytest.mark.parametrize(
    ("before", "source", "claim", "expected"),
    [
        ("The villa, which ", "he", "was his own, was searched for hours", "was his own"),
        ("The gate, which ", "they", "had been broken, and took it away", "had been broken"),
        ("Delgado, who ", "a prosecutor", "had been paid, looked down", "had been paid"),
        ("A gate, which ", "they", "was of oak, ash and iron", "was of oak, ash and iron"),
        ("The gate which ", "they", "was wide, was shut", "was wide, was shut"),
        ("", "The mayor", "the gate was wide, was old", "the gate was wide, was old"),
        ("The gate, which ", "they", ", was shut", ", was shut"),
    ],
)
def test_a_claim_ends_with_the_relative_clause_in_which_it_stands(
    before: str, source: str, claim: str, expected: str
) -> None:
    text = f"{before}{source} said {claim}."
    start = text.index(claim)
    said_by = Span(len(before), len(before) + len(source))
    link = Link((said_by,), (), (Span(start, start + len(claim)),))
    [(first, last)] = without_joints(text, link).content
    assert text[first:last] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("’ father,", "father"),
        ("- a baker;", "a baker"),
        ("the mayor", "the mayor"),
        (" –, ", None),
    ],
)
def test_a_role_stands_without_marks(text: str, expected: str | None) -> None:
    span = told(text, Span(0, len(text)))
    assert (span and text[span.start : span.end]) == expected


@given(
    st.sampled_from(["Lee, which ", "Lee, who ", ""]),
    st.lists(st.sampled_from(["he", "Lee", "Monday", "on", "madly", ",", "who"]), min_size=1),
    st.lists(st.sampled_from([*PARTS, "was", "shut", "."]), min_size=1),
)
def test_something_is_left_of_each_part(before: str, source: list[str], claim: list[str]) -> None:
    who, what = " ".join(source), " ".join(claim)
    text = f"{before}{who} said {what}"
    said_by, said = (
        Span(len(before), len(before) + len(who)),
        Span(len(text) - len(what), len(text)),
    )
    link = without_joints(text, Link((said_by,), (), (said,)))
    for whole, (part,) in ((said_by, link.source), (said, link.content)):
        assert whole.start == part.start < part.end <= whole.end


@given(st.lists(st.sampled_from(PARTS), min_size=1, max_size=8))
def test_one_conjunction_is_cut_where_something_stands_before_it(parts: list[str]) -> None:
    claim = " ".join(parts)
    start, end = without_conjunction(claim, Span(0, len(claim)))
    assert start == 0
    assert end > 0
    joint = parts[-2:] if len(parts) > 1 and parts[-2] in PREPOSITIONS else parts[-1:]
    if parts[-1] not in JOINING:
        assert end == len(claim)
    elif not MARKS.issuperset(parts[: -len(joint)]):
        assert [part for part in claim[end:].split() if part not in MARKS] == joint
