"""From labels to attributions, with the labels given."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.extraction.linking import Link, link
from newsbrief.reading.parsing import parse
from newsbrief.spans import join
from newsbrief.tagging.heads import SIDES
from newsbrief.tagging.tags import Labelled, Role

ROLES = {"s": Role.SOURCE, "c": Role.CUE, "k": Role.CONTENT}
_LABEL = re.compile(r"\[([sck])([<>]?) ([^][]*)\]")
Row = tuple[str, str, str]  # source, cue, content; pieces of a content with a slash between


def read(marked: str) -> tuple[str, list[Labelled]]:
    """The bare text of ``marked``, and its labels in order.

    "[k> ...]" is a content whose cue the tagger sees on its right, "[k< ...]" on its left.
    """
    text, labels, at = "", [], 0
    for match in _LABEL.finditer(marked):
        text += marked[at : match.start()]
        role, side, inner = match.groups()
        at_side = SIDES.index({"": "none", "<": "left", ">": "right"}[side])
        labels.append(Labelled(ROLES[role], len(text), len(text) + len(inner), 0.9, at_side))
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
        "[k> “The road is open.] [k> “The quay is shut,”] [s> she] [c< said].",
        [("she", "said", "“The road is open. “The quay is shut,”")],
        id="pieces-beside-each-other-are-one",
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
    pytest.param(
        "[s> Ida Brandt, a fisherman]: [k “It is too late for me.”]\n\n"
        "[s> Sarah Hill (29), a teacher]: [k “I will take the bus.”]",
        [
            ("Ida Brandt, a fisherman", "", "“It is too late for me.”"),
            ("Sarah Hill (29), a teacher", "", "“I will take the bus.”"),
        ],
        id="quotations-after-a-name-and-a-colon",
    ),
    pytest.param(
        "And from [s> Councillor Brandt]:\n\n[k “The bridge will reopen.”]",
        [("Councillor Brandt", "", "“The bridge will reopen.”")],
        id="quotation-below-its-speaker",
    ),
    pytest.param(
        "[s> Ida Brandt] [c< said] [k< it was late]. She left. [k “The bus was full.”]",
        [("Ida Brandt", "said", "it was late"), ("", "", "“The bus was full.”")],
        id="quotation-alone-after-another-claim",
    ),
    pytest.param(
        "[s> Odd Vik] [c< said]: [k< “They need a ward.]\n\n"
        "[k> “Or they leave,”] [s> he] [c< added].",
        [("Odd Vik", "said", "“They need a ward."), ("he", "added", "“Or they leave,”")],
        id="quotation-that-goes-on-with-a-cue-of-its-own",
    ),
    pytest.param(
        "[s> Odd Vik] [c< said]: [k< “They need a ward.] [k “Or they leave.”]",
        [("Odd Vik", "said", "“They need a ward. “Or they leave.”")],
        id="quotation-right-after-another",
    ),
    pytest.param(
        "[s> Odd Vik] [c< said] [k< they need a ward]. [k “Or they leave.”]",
        [("Odd Vik", "said", "they need a ward"), ("", "", "“Or they leave.”")],
        id="quotation-right-after-a-report",
    ),
    pytest.param(
        "[s> Odd Vik] [c< said]: [k< “They need a ward.”] He left. [k “They go.”]",
        [("Odd Vik", "said", "“They need a ward.”"), ("", "", "“They go.”")],
        id="quotation-after-a-sentence-between",
    ),
]


@pytest.mark.parametrize(("marked", "expected"), CASES)
def test_links(marked: str, expected: list[Row]) -> None:
    assert linked(marked) == expected


def test_the_probabilities_of_tagger_and_linker_go_along() -> None:
    text, labels = read("[s> The minister] [c< said] [k< that the road was open].")
    least = {Role.SOURCE: 0.5, Role.CUE: 0.6, Role.CONTENT: 0.7}
    (found,) = link(parse(text), [each._replace(least=least[each.role]) for each in labels])
    assert (found.source_probability, found.cue_probability) == (0.5, 0.6)
    assert found.content_probability == 0.7
    assert 0.5 < found.cue_choice < 1
    assert 0.5 < found.source_choice < 1


def test_a_quotation_in_the_next_paragraph_goes_on() -> None:
    marked = "[k> “The road is open,] [s> Ann] [c< said]. [k “It is dry.]\n\n[k “It is wide.”]"
    assert linked(marked) == [("Ann", "said", "“The road is open, / “It is dry. / “It is wide.”")]


TEXT = "Ann said it rained. “It is wet,” Bob said: no more.\n\nThe end, says Cy. " * 3


@st.composite
def labels(draw: st.DrawFn) -> list[Labelled]:
    cuts = sorted(draw(st.sets(st.integers(0, len(TEXT) - 1), max_size=24)))
    return [
        Labelled(
            draw(st.sampled_from(Role)), start, end, draw(st.floats(0, 1)), SIDES.index("left")
        )
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
    assert all(a.content for a in links)
    assert links == sorted(links, key=lambda a: a.content)
