"""Quotations that the markup of a page marks."""

import pytest

from newsbrief import facts
from newsbrief.formats.html import page
from newsbrief.formats.markup import parts

LONG = "".join(
    f"<p>On day {n} the harbour wall at Ayton was looked at by builders, who found it cracked.</p>"
    for n in range(4)
)
WORDS = "We lost the boats and the nets in one night."
CAPTION = "<figcaption>Ann Lee, fisherwoman</figcaption>"
SIGNED = f"“{WORDS}” — Ann Lee, fisherwoman"


def lines(body: str) -> list[str]:
    """The lines of a page with ``body`` that stand below the others."""
    html = f"<html><body><article><h1>Quay</h1>{LONG}{body}</article></body></html>"
    return page(html).text.split("\n\n")[5:]


@pytest.mark.parametrize(
    ("element", "shown"),
    [
        pytest.param("<q>no</q>", "“no”", id="plain"),
        pytest.param("<q>he said <q>no</q> to me</q>", "“he said ‘no’ to me”", id="nested"),
        pytest.param("<q>it is <em>not</em></q>", "“it is not”", id="emphasis at the end"),
        pytest.param("<q>“no”</q>", "“no”", id="marks within"),
        pytest.param("<q></q>no", "no", id="empty"),
    ],
)
def test_marks_around_a_quotation_are_shown(element: str, shown: str) -> None:
    assert lines(f"<p>The mayor of Ayton said {element} and left the room.</p>") == [
        f"The mayor of Ayton said {shown} and left the room."
    ]


@pytest.mark.parametrize(
    "block",
    [
        f"<blockquote><p>{WORDS}</p><cite>Ann Lee, fisherwoman</cite></blockquote>",
        f"<blockquote>{WORDS}<br><cite>— Ann Lee, fisherwoman</cite></blockquote>",
        f"<blockquote><p>{WORDS}</p><footer>Ann Lee, fisherwoman</footer></blockquote>",
        f"<blockquote><p>{WORDS}</p><p>— Ann Lee, fisherwoman</p></blockquote>",
        f"<blockquote><p>“{WORDS}”</p><p>– Ann Lee, fisherwoman</p></blockquote>",
        f"<blockquote><p>{WORDS}</p></blockquote><p>-- Ann Lee, fisherwoman</p>",
        f"<figure><blockquote>{WORDS}</blockquote>{CAPTION}</figure>",
    ],
)
def test_a_block_is_of_who_signs_it(block: str) -> None:
    assert lines(f"{block}<p>It rained.</p>")[0] == SIGNED


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>She said <q>he said <q>no</q></q>.</p>", ["She said “he said ‘no’”."]),
        ("<p>She said <q>“no”</q>.<p>He <q>left", ["She said “no”.", "He “left"]),
        (f"<blockquote>{WORDS}<cite>Ann Lee, fisherwoman</cite></blockquote>", [SIGNED]),
        (f"<blockquote><p>{WORDS}</p></blockquote><p>— Ann Lee, fisherwoman</p>", [SIGNED]),
        (f"<blockquote><p>{WORDS}</p></blockquote><p>It rained.</p>", [WORDS, "It rained."]),
        (
            f"<blockquote><h2>Quay</h2>{WORDS}<p>— Ann Lee</blockquote>",
            ["Quay", WORDS, "— Ann Lee"],
        ),
        (f"<blockquote type=cite>{WORDS}<p>— Ann Lee</blockquote>", [WORDS, "— Ann Lee"]),
        (f"<p>{WORDS} <cite>The Quay</cite></p>", [f"{WORDS} The Quay"]),
    ],
)
def test_so_are_those_of_a_feed_a_book_and_markdown(source: str, expected: list[str]) -> None:
    assert [part.text for part in parts(source)] == expected


def test_a_post_is_of_who_wrote_it() -> None:
    post = (
        f'<blockquote class="twitter-tweet"><p>{WORDS}</p>&mdash; Ann Lee (@annlee) '
        '<a href="https://twitter.com/annlee/1">May 4, 2024</a></blockquote>'
    )
    (line,) = lines(post)
    assert line == f"“{WORDS}” — Ann Lee (@annlee) May 4, 2024"
    assert [f.source and f.source.name for f in facts(f"Quay\n\n{line}\n")] == ["Ann Lee"]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        pytest.param(f"<blockquote><p>{WORDS}</p></blockquote>", [WORDS], id="unsigned"),
        pytest.param(
            f"<blockquote><p>{WORDS}</p></blockquote><p>- Also on the quay it rained.</p>",
            [WORDS, "- Also on the quay it rained."],
            id="an item below",
        ),
        pytest.param(
            f"<blockquote><p>Dear council,</p><p>{WORDS}</p><p>Yours, Tom Hale</p></blockquote>",
            ["Dear council,", WORDS, "Yours, Tom Hale"],
            id="a letter",
        ),
        pytest.param(
            f"<blockquote><p>“{WORDS}” he said.</p></blockquote>",
            [f"“{WORDS}” he said."],
            id="marks and a speaker",
        ),
    ],
)
def test_what_nobody_signs_stays_as_it_is(block: str, expected: list[str]) -> None:
    assert lines(block) == expected


def test_marks_within_a_signed_block_are_inner_ones() -> None:
    block = (
        "<blockquote><p>It rained.</p><p>He said “no” to us.</p><cite>Ann Lee</cite></blockquote>"
    )
    assert lines(block) == ["“It rained.", "“He said ‘no’ to us.” — Ann Lee"]
