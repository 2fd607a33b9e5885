"""The first paragraph of a page that stands in none, and loose lines that are no text."""

import pytest
from lxml.html import fromstring

from newsbrief.formats.html import page
from newsbrief.formats.loose_text import wrap

LEAD = "The café on the quay at Ostrand was shut on Monday after waves broke the harbour wall."
REST = "".join(
    f"<p>On day {day}, “Nobody was hurt,” the port authority said, and the wall will be rebuilt."
    for day in range(9)
)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"<div>{LEAD}{REST}</div>", id="division"),
        pytest.param(f"<table><tr><td>{LEAD}{REST}</td></tr></table>", id="cell"),
        pytest.param(f"<font size=3>{LEAD}{REST}</font>", id="font"),
        pytest.param(f"{LEAD}{REST}", id="body"),
        pytest.param(f"<div><strong>{LEAD}</strong>{REST}</div>", id="bold"),
        pytest.param(f"<div><span class=s>{LEAD[:40]}</span>{LEAD[40:]}{REST}</div>", id="in part"),
        pytest.param(f"<div><div class=lead>{LEAD}</div>{REST}</div>", id="a division"),
        pytest.param(f"<div class=lead>{LEAD}</div><div>{REST}</div>", id="a division above"),
        pytest.param(
            f"<div><section><b>{LEAD}</b></section><img><div>{REST}</div></div>", id="a section"
        ),
        pytest.param(f"<div><!-- lead -->{LEAD}{REST}</div>", id="behind a remark"),
        pytest.param(
            f"<div>{LEAD.replace('waves', '<a href=/w>waves</a>')}{REST}</div>", id="with a link"
        ),
    ],
)
def test_the_lead_that_stands_in_no_paragraph_is_read(body: str) -> None:
    lines = page(f"<html><body><h1>Quay is shut</h1>{body}</body></html>").text.split("\n\n")
    assert lines[:2] == ["Quay is shut", LEAD]
    assert len(lines) == 11


def test_text_between_and_behind_paragraphs_is_read_in_its_place() -> None:
    more = f"<p>It rained all day, and the sea rose.</p>{LEAD}<p>Nobody came.</p>{LEAD}<br>{LEAD}"
    tree = fromstring(f"<div>{more}</div>")
    wrap(tree)
    assert [each.tag for each in tree] == ["p"] * 4
    assert [each.text_content() for each in tree][1::2] == [LEAD, LEAD + LEAD]


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<div>By Jane Roe{}</div>", id="a short line"),
        pytest.param("<div><div>By Jane Roe</div>{}</div>", id="a short division"),
        pytest.param(f"<div><div>{LEAD}</div><h1>Quay</h1><div>{{}}</div></div>", id="above all"),
        pytest.param(f"<div><h1>Quay</h1><div>{{}}</div><div>{LEAD}</div></div>", id="below all"),
        pytest.param(f"<div><a href=/more>{LEAD}</a>{{}}</div>", id="a link"),
        pytest.param(f"<div><span>{LEAD}<div>More</div></span>{{}}</div>", id="a division in it"),
        pytest.param(f"<li>{LEAD}{{}}</li>", id="an item"),
    ],
)
def test_what_is_no_loose_text_stays_as_it_is(markup: str) -> None:
    tree = fromstring(markup.format("<p>It rained.</p><p>Nobody came.</p>"))
    before = [each.tag for each in tree.iter()]
    wrap(tree)
    assert [each.tag for each in tree.iter()] == before


def test_text_beside_a_single_paragraph_stays_as_it_is() -> None:
    tree = fromstring(f"<div>{LEAD}<p>It rained.</p></div>")
    wrap(tree)
    assert len(tree) == 1
