"""The names in what a page says of its authors: without addresses, dates, offices and itself."""

import json

import pytest

from newsbrief.formats.html import page
from newsbrief.formats.page_bylines import people

TEXT = (
    "<p>The café on the quay at Ostrand was shut on Monday after waves broke the harbour wall.</p>"
    "<p>“Nobody was hurt,” the port authority said, and the wall will be rebuilt this summer.</p>"
)


def byline(head: str, above: str = "") -> str | None:
    return page(
        f'<html><head><title>Quay is shut</title><meta property="og:site_name" '
        f'content="Coast News">{head}</head><body><article><h1>Quay is shut</h1>{above}{TEXT}'
        "</article></body></html>"
    ).byline


@pytest.mark.parametrize(
    ("signed", "names"),
    [
        ("By Jane Roe jroe@coast.example", "Jane Roe"),
        ("By Jane Roe | jr@coast.example | @jr", "Jane Roe"),
        ("By Jane Roe Published: 14 October 2025", "Jane Roe"),
        ("By <a href='/roe'>Jane Roe</a> October 14, 2025", "Jane Roe"),
        ("By Theresa May 14 October 2025", "Theresa May"),
        ("By Ann Theresa May", "Ann Theresa May"),
        ("By Jane Roe, Staff Writer", "Jane Roe"),
        ("By Jane Roe, Ole Brandt, Coast News", "Jane Roe, Ole Brandt"),
        ("By Coast News", "Coast News"),
        ("By Chief Reporter", "Chief Reporter"),
    ],
)
def test_a_line_that_the_page_marks(signed: str, names: str) -> None:
    assert byline("", f'<p class="byline">{signed}</p>') == names


@pytest.mark.parametrize(
    ("author", "others", "names"),
    [
        pytest.param({"name": "Jane Roe"}, [], "Jane Roe", id="as stated"),
        pytest.param("By Jane Roe, Harbour Reporter", [], "Jane Roe", id="and an office"),
        pytest.param([{"@id": "#1"}], [{"@id": "#1", "name": "Jane Roe"}], "Jane Roe", id="by id"),
        pytest.param(
            [{"@id": "#1"}],
            [{"@id": "#1", "@type": "Organization", "name": "Coast News"}],
            "Roe J",
            id="an outlet by id",
        ),
        pytest.param({"@id": "#2"}, [], "Roe J", id="an id of nobody"),
    ],
)
def test_data_for_machines_come_first(author: object, others: list[object], names: str) -> None:
    data = [{"@type": "NewsArticle", "headline": "Quay is shut", "author": author}, *others]
    graph = json.dumps({"@context": "https://schema.org", "@graph": data})
    head = (
        f'<meta name="author" content="Roe J"><script type="application/ld+json">{graph}</script>'
    )
    assert byline(head) == names


@pytest.mark.parametrize(
    ("found", "html", "names"),
    [
        pytest.param("Jane Roe; Jane-Roe", "", "Jane Roe", id="as in an address"),
        pytest.param("Jane Roe jroe com", "Jane Roe", "Jane Roe jroe com", id="no mail"),
        pytest.param("Ann Theresa May", "Ann Theresa May is 14", "Ann Theresa May", id="no date"),
        pytest.param("Jroe com", "<a>jroe@coast.com</a>", None, id="nothing but mail"),
        pytest.param(None, "", None, id="nobody"),
    ],
)
def test_what_is_found_in_several_places(found: str | None, html: str, names: str | None) -> None:
    assert people(None, found, html, "Coast News") == names


def test_a_page_of_letters_is_searched_for_mail_in_linear_time() -> None:
    assert people(None, "Jane Roe", f"{'a' * 2_000_000}@", "") == "Jane Roe"
