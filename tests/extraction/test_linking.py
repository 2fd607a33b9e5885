"""From labels to attributions, with the labels given, and how both are corrected."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.extraction.linking import Link, link
from newsbrief.extraction.source_correction import with_possible_source
from newsbrief.extraction.span_correction import corrected
from newsbrief.reading.parsing import parse
from newsbrief.spans import SortedSpans, join
from newsbrief.tagging.tagger import Labelled, Role, Side
from newsbrief.text.quotations import quotations_of

ROLES = {"s": Role.SOURCE, "c": Role.CUE, "k": Role.CONTENT}
_LABEL = re.compile(r"\[([sck])([<>]?) ([^][]*)\]")
Row = tuple[str, str, str]  # source, cue, content; pieces of a content with a slash between


def read(marked: str, probability: float = 0.9) -> tuple[str, list[Labelled]]:
    """The bare text of ``marked``, and its labels in order.

    "[k> ...]" is a content whose cue the tagger sees on its right, "[k< ...]" on its left.
    """
    text, labels, at = "", [], 0
    for match in _LABEL.finditer(marked):
        text += marked[at : match.start()]
        role, side, inner = match.groups()
        sides = {"": Side.NONE, "<": Side.LEFT, ">": Side.RIGHT}
        labels.append(
            Labelled(ROLES[role], len(text), len(text) + len(inner), probability, sides[side])
        )
        text += inner
        at = match.end()
    return text + marked[at:], labels


def linked(marked: str) -> list[Row]:
    text, labels = read(marked)
    return [row(text, a) for a in link(parse(text), labels)]


def row(text: str, a: Link) -> Row:
    return join(text, a.source), join(text, a.cue), " / ".join(text[s:e] for s, e in a.content)


CASES = [
    pytest.param(
        "[s> The minister] [c< said] [k< that the road was open].",
        [("The minister", "said", "that the road was open")],
        id="source-cue-content",
    ),
    pytest.param(
        "[k> “The road is open,”] [c> said] [s< the minister, a former bus driver].",
        [("the minister, a former bus driver", "said", "“The road is open,”")],
        id="inverted",
    ),
    pytest.param(
        "[k> “The road,”] [s> she] [c< said], [k< “is open.”]",
        [("she", "said", "“The road,” / “is open.”")],
        id="content-in-pieces-around-its-cue",
    ),
    pytest.param(
        "[s> The minister] [c< said] [k< the road was open] and [c< added] [k< that it was dry].",
        [
            ("The minister", "said", "the road was open"),
            ("The minister", "added", "that it was dry"),
        ],
        id="one-source-for-two-cues",
    ),
    pytest.param(
        "[s> The minister] [c< said] [k< the road was open], but [s> the mayor] [c< said] "
        "[k< it was wet].",
        [
            ("The minister", "said", "the road was open"),
            ("the mayor", "said", "it was wet"),
        ],
        id="two-speakers-in-a-sentence",
    ),
    pytest.param(
        "[k> The road] [c is thought] [k< to be open].",
        [("", "is thought", "The road / to be open")],
        id="no-source",
    ),
    pytest.param(
        "[k> “The road is open,”] [s> the minister] [c< said]. [k< “It is dry.”]",
        [("the minister", "said", "“The road is open,” / “It is dry.”")],
        id="content-that-runs-on-in-a-new-sentence",
    ),
    pytest.param(
        "[s> The minister] [c< had this to say]:\n\n[k< “The road is open.”]",
        [("The minister", "had this to say", "“The road is open.”")],
        id="colon-before-a-new-paragraph",
    ),
    pytest.param(
        "[k> “The road is open,”] [s> Ann] [c< said].\n\n[k> “It is wet,”] [s> Bob] [c< said].",
        [("Ann", "said", "“The road is open,”"), ("Bob", "said", "“It is wet,”")],
        id="a-paragraph-each",
    ),
    pytest.param("[s> The minister] [c< spoke] for an hour.", [], id="no-content"),
    pytest.param("A plain sentence.", [], id="no-labels"),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_links(marked: str, expected: list[Row]) -> None:
    assert linked(marked) == expected


def test_a_surer_label_makes_a_surer_attribution() -> None:
    marked = "[s> The minister] [c< said] [k< that the road was open]."
    text, doubtful = read(marked, 0.8)
    _, sure = read(marked, 0.99)
    article = parse(text)
    assert link(article, doubtful)[0].confidence < link(article, sure)[0].confidence


TEXT = "Ann said it rained. “It is wet,” Bob said: no more.\n\nThe end, says Cy. " * 3


@st.composite
def labels(draw: st.DrawFn) -> list[Labelled]:
    cuts = sorted(draw(st.sets(st.integers(0, len(TEXT) - 1), max_size=24)))
    return [
        Labelled(draw(st.sampled_from(Role)), start, end, draw(st.floats(0, 1)), Side.LEFT)
        for start, end in zip(cuts[::2], cuts[1::2], strict=False)
        if TEXT[start:end].strip()
    ]


@given(labels())
def test_every_part_is_a_label_and_no_content_is_claimed_twice(found: list[Labelled]) -> None:
    links = link(parse(TEXT), found)
    spans = {role: {(x.start, x.end) for x in found if x.role is role} for role in Role}
    claimed = [piece for a in links for piece in a.content]
    assert len(set(claimed)) == len(claimed)
    assert set(claimed) <= spans[Role.CONTENT]
    assert {piece for a in links for piece in a.cue} <= spans[Role.CUE]
    assert {piece for a in links for piece in a.source} <= spans[Role.SOURCE]
    assert all(a.content and a.cue and 0 <= a.confidence <= 1 for a in links)
    assert links == sorted(links, key=lambda a: a.content)


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "[k “The road is open.] It is dry,” he said.",
            ["“The road is open."],
            id="cut-at-a-sentence",
        ),
        pytest.param("[k “We go.” The road] is open.", ["“We go.”"], id="quoted-sentence-is-all"),
        pytest.param("[k “We” go by road].", ["“We” go by road"], id="quoted-word-is-not-all"),
        pytest.param(
            "[k “The road is open.] [k It is dry,”] he said.",
            ["“The road is open. It is dry,”"],
            id="one-quotation-is-one",
        ),
        pytest.param("He saw [k Mr.] [k Li’s boat].", ["Mr. Li’s boat"], id="nothing-between"),
        pytest.param("[k It is dry.] [k It is old.]", ["It is dry.", "It is old."], id="sentences"),
        pytest.param("“[s The road] is open.”", [], id="contents-only"),
        pytest.param("[k It is dry], he said. “Good.”", ["It is dry"], id="quotation-apart"),
        pytest.param("[k It is dry], he said.", ["It is dry"], id="no-quotation"),
        pytest.param("They like [k the plan but] fear it.", ["the plan"], id="leads-over"),
        pytest.param("They grant [k that fault,] and say so.", ["that fault"], id="comma"),
        pytest.param("He could not [k do that].", ["do that"], id="ends-in-that"),
        pytest.param("They did not [k know who].", ["know who"], id="ends-in-who"),
        pytest.param("[k “It is dry, but,”] he said.", ["“It is dry, but,”"], id="breaks-off"),
    ],
)
def test_ends_of_contents(marked: str, expected: list[str]) -> None:
    text, labels = read(marked)
    spans = corrected(parse(text), labels, quotations_of(text, [(0, len(text))]))
    assert [text[s.start : s.end] for s in spans if s.role is Role.CONTENT] == expected
    assert [s for s in spans if s.role is not Role.CONTENT] == [
        s for s in labels if s.role is not Role.CONTENT
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("Two officials, who", "Two officials", id="relative-pronoun"),
        pytest.param("Ann Lee and", "Ann Lee", id="conjunction"),
        pytest.param("Ann Lee, a roofer,", "Ann Lee, a roofer,", id="apposition"),
        pytest.param("who", "who", id="a-relative-pronoun-alone"),
        pytest.param("The band", "The band", id="a-word-that-ends-like-one"),
    ],
)
def test_a_source_ends_before_what_joins_it_to_the_rest(source: str, expected: str) -> None:
    text, labels = read(f"[s {source}] [c said] [k it was late].")
    (span,) = (s for s in corrected(parse(text), labels, SortedSpans()) if s.role is Role.SOURCE)
    assert text[span.start : span.end] == expected


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        pytest.param(
            "[s> The ship] [c< is thought] [k< to have sunk].",
            [("", "is thought", "The ship / to have sunk")],
            id="passive",
        ),
        pytest.param(
            "[s> The ship] [c< was reportedly] [k< sold].",
            [("", "was reportedly", "The ship / sold")],
            id="reportedly",
        ),
        pytest.param(
            "[s> The captain] [c< is convinced] [k< that the ship sank].",
            [("The captain", "is convinced", "that the ship sank")],
            id="a-state-of-mind",
        ),
        pytest.param(
            "[s> The captain] [c< thought] [k< the ship had sunk].",
            [("The captain", "thought", "the ship had sunk")],
            id="active",
        ),
        pytest.param("[s> The] [c< said] [k< vessel sank].", [], id="no-name-for-a-source"),
        pytest.param("[s> to have sunk] [c< said] [k< the ship].", [], id="a-verb-for-a-source"),
    ],
)
def test_sources_that_cannot_be(marked: str, expected: list[Row]) -> None:
    text, labels = read(marked)
    links = [with_possible_source(text, a) for a in link(parse(text), labels)]
    assert [row(text, a) for a in links if a] == expected
