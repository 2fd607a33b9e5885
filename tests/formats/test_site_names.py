"""What a page calls its site, in each of the places where it may say so; and what is no name."""

import json

import pytest

from newsbrief.formats.html import page

TITLE = "Quay at Ostrand is shut until the summer"
TEXT = (
    "<p>The café on the quay at Ostrand was shut on Monday after waves broke the harbour wall.</p>"
    "<p>“Nobody was hurt,” the port authority said, and the wall will be rebuilt this summer.</p>"
)
LOGO = '<a href="/">Coast News</a>'
SECTION = '<nav><a href="/harbour">Harbour</a></nav>'


def data(*objects: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@graph": objects})}</script>'


def article(publisher: object) -> dict[str, object]:
    return {"@type": "NewsArticle", "headline": TITLE, "publisher": publisher}


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


@pytest.mark.parametrize(
    ("window", "head", "above", "outlet"),
    [
        pytest.param(f"{TITLE} | Coast News", "", "", "Coast News", id="behind a bar"),
        pytest.param(f"{TITLE} - Coast News", "", "", "Coast News", id="behind a dash"),
        pytest.param(f"{TITLE} - Harbour - Coast News", "", "", "Coast News", id="and a section"),
        pytest.param(f"{TITLE}_海岸新聞", "", "", "海岸新聞", id="behind a low line"),
        pytest.param(f"{TITLE} | Coast News", "", LOGO, "Coast News", id="as the logo"),
        pytest.param(f"{TITLE} | Harbour", "", SECTION, None, id="a section"),
        pytest.param(f"{TITLE} - what we know", "", "", None, id="no name"),
        pytest.param("Harbour - Coast News", "", "", None, id="no headline of the page"),
        pytest.param(
            f"{TITLE} - all that is known so far today", "", "", None, id="too long for a name"
        ),
        pytest.param(TITLE, data(article("Coast News")), "", "Coast News", id="publisher"),
        pytest.param(
            TITLE,
            data(article({"@id": "#us"}), {"@id": "#us", "@type": "WebPage", "name": TITLE}),
            "",
            None,
            id="publisher that is the page",
        ),
        pytest.param(
            TITLE,
            data(
                {"@type": "WebPage", "name": TITLE},
                article({"@id": "#us"}),
                {"@id": "#us", "name": "Coast News"},
            ),
            "",
            "Coast News",
            id="publisher named elsewhere",
        ),
        pytest.param(
            TITLE, data(article("https://coast.example/us")), "", None, id="publisher by address"
        ),
        pytest.param(TITLE, meta("twitter:site", "@coastie"), "", None, id="account"),
        pytest.param(
            f"{TITLE} | Coast News",
            meta("twitter:site", "@coastie"),
            "",
            "Coast News",
            id="account and name",
        ),
        pytest.param(
            TITLE,
            meta("og:site_name", "coastnews") + data(article("Coast News")),
            "",
            "Coast News",
            id="as written best",
        ),
        pytest.param(
            TITLE, meta("og:site_name", "COAST.EXAMPLE"), "", "COAST.EXAMPLE", id="called by a host"
        ),
        pytest.param(
            f"{TITLE} | Coast News",
            meta("og:site_name", "coast.example"),
            "",
            "Coast News",
            id="a name before a host",
        ),
    ],
)
def test_the_outlet_of_a_page(window: str, head: str, above: str, outlet: str | None) -> None:
    html = (
        f"<html><head><title>{window}</title>{head}</head>"
        f"<body>{above}<article><h1>{TITLE}</h1>{TEXT}</article></body></html>"
    )
    read = page(html)
    assert (read.title, read.outlet) == (TITLE, outlet)
