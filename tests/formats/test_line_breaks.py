"""Line breaks of a page inside sentences and headlines, and those that part what stands there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml.html import fromstring

from newsbrief.formats.html import page
from newsbrief.formats.line_breaks import join_lines

FIRST = "The café on the quay at Ostrand was shut on Monday after waves broke the harbour wall."


def breaks_left(body: str) -> int:
    tree = fromstring(f"<div>{body}</div>")
    join_lines(tree)
    return sum(1 for _ in tree.iter("br"))


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<h1>Quay<br>is shut</h1>", id="headline"),
        pytest.param("<h2><a href=/1>Quay<br/>Is Shut</a></h2>", id="headline that is a link"),
        pytest.param("<p>The mayor said on Monday<br>that the quay is shut.</p>", id="sentence"),
        pytest.param("<p>The mayor said on Monday <br><i>again</i> that it is.</p>", id="italics"),
        pytest.param(
            "<p>It was told to the mayor by<br>Ann Lee, who knew of it<br>from a friend.</p>",
            id="capital in a wrapped paragraph",
        ),
    ],
)
def test_a_break_inside_a_sentence_is_a_space(body: str) -> None:
    assert breaks_left(body) == 0


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"<p>{FIRST}<br>{FIRST}</p>", id="sentences"),
        pytest.param(f"<p>{FIRST}<br>eBay says so.</p>", id="small letter behind a sentence"),
        pytest.param("<p>Jane Roe, reporter<br>Coast News, Ostrand</p>", id="address"),
        pytest.param("<p>We will need for it:<br>milk and eggs</p>", id="colon"),
        pytest.param("<p>milk<br>eggs</p>", id="short lines"),
        pytest.param(f"<p><b>What comes next for the quay</b><br>{FIRST}</p>", id="heading"),
        pytest.param("<p>The mayor said on Monday<br><br>that the quay is shut.</p>", id="two"),
    ],
)
def test_a_break_between_lines_stays(body: str) -> None:
    assert breaks_left(body) == body.count("<br>")


@given(st.lists(st.sampled_from(["<br>", "<i>", "</i>", "a", "The mayor said so today", ". "])))
def test_no_letter_is_lost_or_moved(pieces: list[str]) -> None:
    tree = fromstring(f"<div><p>{''.join(pieces)}</p></div>")
    before = tree.text_content().split()
    join_lines(tree)
    assert "".join(tree.text_content().split()) == "".join(before)


def test_a_page_whose_lines_were_wrapped_is_its_sentences() -> None:
    wrapped = FIRST.replace(" was ", "<br>was ").replace(" waves ", "<br>waves ")
    body = f"<article><h1>Quay is<br>shut</h1><p>{wrapped}</p><p>{FIRST[4:]}</p></article>"
    text = page(f"<html><body>{body}</body></html>").text
    assert text.split("\n\n") == ["Quay is shut", FIRST, FIRST[4:]]
