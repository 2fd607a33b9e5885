"""Quotations without a cue: whose they are, and which are no speech; the tagger is not asked."""

import pytest

from newsbrief.extraction.linking import Link
from newsbrief.extraction.uncued_quotations import with_uncued_quotations
from newsbrief.reading.parsing import parse
from newsbrief.spans import Span, join
from newsbrief.text.quotations import quotations_of

Row = tuple[str, str, str]  # source, cue, claim


def span(text: str, words: str) -> tuple[Span, ...]:
    return (Span(text.index(words), text.index(words) + len(words)),) if words else ()


def attributions(text: str, *known: Row) -> list[Row]:
    """What is added to the ``known`` attributions of ``text``, and what becomes of them."""
    article = parse(text)
    links = [
        Link(
            span(text, source),
            span(text, cue),
            sum((span(text, c) for c in claim.split(" / ")), ()),
            0.9,
        )
        for source, cue, claim in known
    ]
    quotations = quotations_of(text, [(block.start, block.end) for block in article.blocks])
    found = sorted(
        with_uncued_quotations(article, links, quotations), key=lambda link: link.content
    )
    return [(join(text, a.source), join(text, a.cue), join(text, a.content)) for a in found]


CASES = [
    pytest.param(
        "“We have a plan,” Ann Lee said. “It starts with a bucket.”",
        [("Ann Lee", "said", "“We have a plan,”")],
        [
            ("Ann Lee", "said", "“We have a plan,”"),
            ("Ann Lee", "said", "“It starts with a bucket.”"),
        ],
        id="goes-on-after-its-cue",
    ),
    pytest.param(
        "“We have a plan,” Ann Lee said. “It starts with a bucket.”",
        [("Ann Lee", "said", "“We have a plan,” / “It starts with a bucket.”")],
        [
            ("Ann Lee", "said", "“We have a plan,”"),
            ("Ann Lee", "said", "“It starts with a bucket.”"),
        ],
        id="a-new-sentence-is-a-claim-of-its-own",
    ),
    pytest.param(
        "“We have,” Ann Lee said, “a plan.”",
        [("Ann Lee", "said", "“We have,” / “a plan.”")],
        [("Ann Lee", "said", "“We have,” “a plan.”")],
        id="the-same-sentence-is-one-claim",
    ),
    pytest.param(
        "Ann Lee said the roof leaked.\n\n“We only have the one bucket.”\n\nIt rained.",
        [("Ann Lee", "said", "the roof leaked")],
        [
            ("Ann Lee", "said", "the roof leaked"),
            ("Ann Lee", "", "“We only have the one bucket.”"),
        ],
        id="alone-after-its-speaker",
    ),
    pytest.param(
        "Ann Lee said the roof leaked.\n\n“We only have the one bucket.” It was a blue one.",
        [("Ann Lee", "said", "the roof leaked")],
        [
            ("Ann Lee", "said", "the roof leaked"),
            ("Ann Lee", "", "“We only have the one bucket.”"),
        ],
        id="opening-the-paragraph-after-its-speaker",
    ),
    pytest.param(
        "Ann Lee said the roof leaked.\n\n“We only have the one bucket.” Bob Orr shrugged.",
        [("Ann Lee", "said", "the roof leaked")],
        [
            ("Ann Lee", "said", "the roof leaked"),
            ("Ann Lee", "", "“We only have the one bucket.”"),
        ],
        id="before-what-somebody-does",
    ),
    pytest.param(
        "“It leaked,” Ann Lee said. “We had a bucket.\n\n“I fetched it.\n\n“It was full.”",
        [("Ann Lee", "said", "“It leaked,”")],
        [
            ("Ann Lee", "said", "“It leaked,”"),
            ("Ann Lee", "said", "“We had a bucket. “I fetched it. “It was full.”"),
        ],
        id="over-three-paragraphs",
    ),
    pytest.param(
        "Ann Lee shrugs at the rain.\n\n“We only have the one bucket.”\n\nIt rained.",
        [],
        [("", "", "“We only have the one bucket.”")],
        id="alone-after-narration",
    ),
    pytest.param(
        "It rained.\n\n“We only have the one bucket.” — Ann Lee, roofer\n\nIt rained again.",
        [],
        [("Ann Lee, roofer", "—", "“We only have the one bucket.”")],
        id="name-behind-a-dash",
    ),
    pytest.param(
        "It rained.\n\nAnn Lee: “We only have the one bucket.”\n\nIt rained again.",
        [],
        [("Ann Lee", ":", "“We only have the one bucket.”")],
        id="name-before-a-colon",
    ),
    pytest.param(
        "It rained.\n\n“We only have the one bucket.”\n\nIt rained again.",
        [],
        [("", "", "“We only have the one bucket.”")],
        id="nobody-near",
    ),
    pytest.param("The “express” train took all day.", [], [], id="scare-quote"),
    pytest.param("Her book, “A Hundred and Forty-One,” sold out.", [], [], id="title"),
    pytest.param("Ronald “Shorty” Dane fished off the point.", [], [], id="nickname"),
    pytest.param("The sign says “leave the light on” in red.", [], [], id="inside-a-sentence"),
]


@pytest.mark.parametrize(("text", "known", "expected"), CASES)
def test_uncued_quotation(text: str, known: list[Row], expected: list[Row]) -> None:
    assert attributions(text, *known) == expected
