"""The tagger on sentences of our own: what it must see, what it must not, and what it promises."""

from itertools import accumulate

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsbrief.article import Block, BlockKind
from newsbrief.reading.parsing import parse
from newsbrief.spans import Span
from newsbrief.tagging.heads import COLUMNS, SIDES
from newsbrief.tagging.lstm import Floats
from newsbrief.tagging.network import Network, network
from newsbrief.tagging.tagger import tag, tag_paragraphs
from newsbrief.tagging.tags import Labelled, Role, Tags


def spans_of(text: str) -> list[Labelled]:
    return tag_paragraphs(text, [Span(0, len(text))]).outer


def found(text: str, role: Role) -> list[str]:
    return [text[s.start : s.end].strip(" .,“”\"'‘’«»") for s in spans_of(text) if s.role is role]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        pytest.param(
            "The mayor said on Tuesday that the old bridge would be closed for repairs.",
            "The mayor",
            "said",
            "the old bridge would be closed for repairs",
            id="that-clause",
        ),
        pytest.param(
            "“The ferries will run on Sundays again,” said Ingrid Moen, who leads the council.",
            "Ingrid Moen, who leads the council",
            "said",
            "The ferries will run on Sundays again",
            id="curly quotation first",
        ),
        pytest.param(
            '"The ferries will run again," the harbour master told reporters.',
            "the harbour master",
            "told reporters",
            "The ferries will run again",
            id="straight quotation first",
        ),
        pytest.param(
            "‘The ferries will run again,’ the harbour master said.",
            "the harbour master",
            "said",
            "The ferries will run again",
            id="single quotation marks",
        ),
        pytest.param(
            "According to the ministry, exports of timber fell by a third last year.",
            "the ministry",
            "According to",
            "exports of timber fell by a third last year",
            id="according to",
        ),
        pytest.param(
            "Exports of timber fell by a third last year, the ministry reported.",
            "the ministry",
            "reported",
            "Exports of timber fell by a third last year",
            id="cue last",
        ),
        pytest.param(
            "Doctors believe that the new vaccine will save thousands of lives.",
            "Doctors",
            "believe",
            "the new vaccine will save thousands of lives",
            id="belief",
        ),
    ],
)
def test_an_attribution_is_seen(text: str, source: str, cue: str, content: str) -> None:
    assert found(text, Role.SOURCE) == [source]
    assert found(text, Role.CUE) == [cue]
    assert found(text, Role.CONTENT) == [content]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Two trains collided near the port early on Monday.", id="event"),
        pytest.param("The museum opens at nine and closes at five.", id="hours"),
        pytest.param("Snow fell over the northern valleys for three days.", id="weather"),
        pytest.param("", id="nothing"),
        pytest.param(" \n\t ", id="white space"),
        pytest.param("?!... -- «»", id="marks only"),
    ],
)
def test_where_nobody_says_anything_nothing_is_seen(text: str) -> None:
    assert spans_of(text) == []


def test_the_side_of_the_partner_is_told() -> None:
    text = "The mayor said on Tuesday that the old bridge would be closed for repairs."
    assert [(s.role, SIDES[s.side]) for s in spans_of(text)] == [
        (Role.SOURCE, "right"),
        (Role.CUE, "left"),
        (Role.CONTENT, "left"),
    ]


def test_boilerplate_is_not_read() -> None:
    text = "The mayor said the bridge was closed."
    article = parse(text)
    whole = Block(BlockKind.PARAGRAPH, 0, len(text))
    assert tag(type(article)(text, (whole,), (), article.lines)).outer
    furniture = Block(BlockKind.BOILERPLATE, 0, len(text))
    assert not any(tag(type(article)(text, (furniture,), (), article.lines))[:-1])


def test_an_article_of_one_line_is_read_to_its_end() -> None:
    sentence = "The minister said that the harbour would be rebuilt by the spring. "
    quiet = "Rain fell on the hills and the river rose. "
    text = (sentence + quiet) * 150
    cues = [s for s in spans_of(text) if s.role is Role.CUE]
    assert len(cues) > 140
    assert cues[-1].end > len(text) - 200


ALPHABET = st.sampled_from([*"aB 1.,\n“”\"'‘’-", "said ", "Mr. ", "the ", "according to "])


@settings(max_examples=60)
@given(st.lists(ALPHABET, max_size=120).map("".join))
def test_spans_are_in_order_within_the_text(text: str) -> None:
    spans = spans_of(text)
    assert spans == spans_of(text)
    end = 0
    for span in spans:
        assert end <= span.start < span.end <= len(text)
        assert 0 < span.probability <= 1
        assert text[span.start] == text[span.start].strip()
        assert sum(span.traits.kind) == pytest.approx(1, abs=0.01)
        assert sum(span.traits.type) == pytest.approx(1, abs=0.01)
        assert 0 <= span.traits.optional <= 1
        end = span.end


# By how much each word scores more inside a role than outside.
MARGINS = {"editor": 2.0, "chief": -0.9, "of": -0.9, "news": -0.9, "met": -1.1}


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        pytest.param(["editor"], ["editor"], id="alone"),
        pytest.param(["chief editor of"], ["chief editor of"], id="both-edges"),
        pytest.param(["editor of news"], ["editor of news"], id="on-and-on"),
        pytest.param(["met editor met"], ["editor"], id="likelier-outside"),
        pytest.param(["editor of met news"], ["editor of"], id="not-over-a-gap"),
        pytest.param(["chief of news"], [], id="nothing-to-go-on-from"),
        pytest.param(["editor", "of"], ["editor"], id="not-into-the-next-paragraph"),
        pytest.param(["editor of editor"], ["editor of editor"], id="two-meet"),
    ],
)
def test_roles_go_on_while_hardly_likelier_outside(
    monkeypatch: pytest.MonkeyPatch, paragraphs: list[str], expected: list[str]
) -> None:
    text, tags = tagged(monkeypatch, paragraphs)
    assert [text[role.start : role.end] for role in tags.roles] == expected


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        pytest.param(["editor"], ["editor"], id="alone"),
        pytest.param(["chief editor of met"], ["chief editor of met"], id="several words"),
        pytest.param(["hardly", "likely"], [], id="not likely enough"),
        pytest.param(["editor", "chief"], ["editor", "chief"], id="not over paragraphs"),
    ],
)
def test_likely_roles_have_a_small_chance(
    monkeypatch: pytest.MonkeyPatch, paragraphs: list[str], expected: list[str]
) -> None:
    text, tags = tagged(monkeypatch, paragraphs)
    assert [text[role.start : role.end] for role in tags.likely_roles] == expected


def tagged(monkeypatch: pytest.MonkeyPatch, paragraphs: list[str]) -> tuple[str, Tags]:
    """A text of ``paragraphs`` and its tags, where the words of ``MARGINS`` may tell a role."""

    def outputs(_network: Network, words: list[str], *_more: object) -> tuple[Floats, Floats]:
        scores = np.zeros((len(words), len(network().bias)), np.float32)
        _, first, inside, *others = range(*COLUMNS["told"])
        scores[:, [first, *others]] = -9
        scores[:, inside] = [MARGINS.get(word, -9.0) for word in words]
        return scores, np.zeros((len(words), 0), np.float32)

    monkeypatch.setattr(Network, "outputs", outputs)
    text = "\n\n".join(paragraphs)
    starts = accumulate([0, *(len(each) + 2 for each in paragraphs[:-1])])
    spans = [Span(at, at + len(each)) for at, each in zip(starts, paragraphs, strict=True)]
    return text, tag_paragraphs(text, spans)
