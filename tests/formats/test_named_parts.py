"""Captions and comments by the names of their classes, and what is called otherwise."""

import pytest
from lxml.html import fromstring

from newsbrief.formats.html import page
from newsbrief.formats.named_parts import drop_named

FIRST = "The café on the quay at Ostrand was shut on Monday after waves broke the harbour wall."
LONG = "".join(f"<p>On day {day}, {FIRST}</p>" for day in range(9))
LAST = "Traders said that they had lost the income of a season and would ask for help."


def text_of(body: str) -> str:
    return page(f"<html><body>{body}</body></html>").text


@pytest.mark.parametrize(
    "box",
    [
        pytest.param("<p class='imageCaption'>{}</p>", id="caption"),
        pytest.param("<div class='c-figure__caption wide'><p>{}</p></div>", id="caption in a box"),
        pytest.param("<span class='caption-text'>{}</span>", id="caption in a line"),
        pytest.param("<article class='comment js'><h3>Shame</h3><p>{}</p></article>", id="comment"),
        pytest.param("<ol class='Comments'><li><p>{}</p></li></ol>", id="list of comments"),
    ],
)
def test_what_a_class_calls_a_caption_or_a_comment_goes(box: str) -> None:
    text = text_of(f"<div><h1>Quay is shut</h1>{LONG}{box.format(LAST)}<p>The end came.</p></div>")
    assert LAST not in text
    assert text.endswith("The end came.")


@pytest.mark.parametrize(
    "box",
    [
        pytest.param("<p class='captioned'>{}</p>", id="another word"),
        pytest.param("<p class='recaption'>{}</p>", id="the end of a word"),
        pytest.param("<div class='commentary'><p>{}</p></div>", id="a commentary"),
        pytest.param("<div class='no-comments'><p>{}</p></div>", id="without comments"),
    ],
)
def test_what_a_class_calls_otherwise_stays(box: str) -> None:
    tree = fromstring(f"<div><h1>Quay is shut</h1>{LONG}{box.format(LAST)}</div>")
    drop_named(tree)
    assert LAST in tree.text_content()


def test_a_gallery_keeps_its_captions() -> None:
    text = "".join(f"<div class='caption'><p>On day {day}, {FIRST}</p></div>" for day in range(9))
    assert text_of(f"<div><h1>Quay is shut</h1>{text}</div>").count(FIRST) == 9


def test_most_of_a_text_is_no_comment() -> None:
    assert text_of(f"<div><h1>Quay is shut</h1><div class='s comment'>{LONG}</div></div>")
