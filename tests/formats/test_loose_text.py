"""The first paragraph of a page that stands in none, and loose lines that are no text."""

import pytest
from lxml.html import fromstring

from newsbrief.errors import InputError
from newsbrief.formats.html import page
from newsbrief.formats.loose_text import unwrap, wrap

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
        pytest.param(f"<div>{{}}<div>{LEAD}</div><p>Nobody came.</p></div>", id="a division below"),
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


TYPED = """
The café on the quay at Ostrand was shut on Monday after waves
broke the harbour wall, the port authority said. It will be
rebuilt before the season begins, it said.

Traders said that they had lost the income of a whole season
and would ask the council for help with their rents and with
the rates.
"""


def test_the_lines_of_a_typed_text_are_joined() -> None:
    typed = TYPED.replace("Ostrand", "<a href=/o>Ostrand</a>")
    text = page(f"<html><body><h2>Quay is shut</h2><pre>{typed}</pre></body></html>").text
    paragraphs = [" ".join(each.split()) for each in TYPED.split("\n\n")]
    assert text.split("\n\n") == ["Quay is shut", *paragraphs]


def test_a_typed_table_keeps_its_lines() -> None:
    table = "Team   Points\nNorth  9\nSouth  7\n"
    text = page(f"<html><body><div>{LEAD}{REST}</div><pre>{table}</pre></body></html>").text
    assert "North 9" in text.split("\n\n")


def test_a_program_stays_as_it_is() -> None:
    tree = fromstring("<div><pre><code>a = 1\nb = 2</code></pre></div>")
    unwrap(tree)
    assert [each.tag for each in tree] == ["pre"]


@pytest.mark.parametrize(("count", "tag"), [(5000, "div"), (5001, "pre")])
def test_a_typed_text_of_too_many_paragraphs_stays_as_it_is(count: int, tag: str) -> None:
    typed = "\n\n".join(["It rained."] * count)
    tree = fromstring(f"<div><pre>{typed}</pre></div>")
    unwrap(tree)
    assert tree[0].tag == tag


def test_typed_texts_count_among_the_elements_of_a_page() -> None:
    typed = "\n\n".join(["It rained."] * 4999)
    with pytest.raises(InputError, match="more than 20,000 elements"):
        page(f"<html><body>{f'<pre>{typed}</pre>' * 5}</body></html>")


def test_elements_that_a_page_names_itself_are_paragraphs() -> None:
    lines = ["By Jane Roe", LEAD, "Nobody was hurt, he said."]
    named = "".join(f"<coast-line>{line}</coast-line>" for line in lines)
    body = f"<coast-app><h1>Quay is shut</h1><coast-text>{named}</coast-text></coast-app>"
    text = page(f"<html><body>{body}</body></html>").text
    assert text.split("\n\n") == ["Quay is shut", *lines]


def test_one_beside_words_is_a_part_of_the_sentence() -> None:
    linked = LEAD.replace("waves", "<coast-link>waves</coast-link>")
    text = page(f"<html><body><h1>Quay is shut</h1><p>{linked}</p>{REST}</body></html>").text
    assert text.split("\n\n")[1] == LEAD


def test_a_page_of_captions_alone_keeps_them_apart() -> None:
    captions = [f"At {n}, {LEAD}" for n in range(5)]
    figures = "".join(f"<figure><img><figcaption>{c}</figcaption></figure>" for c in captions)
    text = page(f"<html><body><article><h1>Quay</h1>{figures}</article></body></html>").text
    assert text.split("\n\n") == ["Quay", *captions]


def test_the_first_paragraph_is_no_teaser() -> None:
    body = f'<article><h1>Quay is shut</h1><p class="teaser">{LEAD}</p>{REST}</article>'
    lines = page(f"<html><body>{body}</body></html>").text.split("\n\n")
    assert lines[:2] == ["Quay is shut", LEAD]
    assert len(lines) == 11


def test_what_stands_in_the_shadow_of_an_element_is_read() -> None:
    shown = f'<template shadowrootmode="open"><h1>Quay is shut</h1><p>{LEAD}</p>{REST}</template>'
    hidden = "<template><p>A template of the page.</p></template>"
    text = page(f"<html><body><coast-app>{shown}</coast-app>{hidden}</body></html>").text
    assert LEAD in text.split("\n\n")
    assert "template" not in text
