"""Feeds: each item a document, whatever version of RSS or Atom it is in."""

from pathlib import Path

import pytest

from newsbrief.errors import InputError
from newsbrief.formats.feeds import documents

FILES = Path(__file__).parent / "files"


def test_a_feed_of_wordpress() -> None:
    first, second = documents((FILES / "wordpress.rss").read_bytes())
    assert first.title == "Bank chief quits after board row – at last"
    assert first.text.split("\n\n") == [
        "Bank chief quits after board row – at last",
        (
            "The head of Ostrand Savings Bank resigned on Tuesday after a dispute with her board"
            " over lending."
        ),
        "The bank in Mill Street",
        "“I have nothing to add,” said Ruth Sand.",
    ]
    assert (first.byline, first.outlet, first.part) == ("Jane Roe", "Coast News", 1)
    assert (first.date, first.language) == ("2025-03-04T09:12:44+00:00", "en")
    assert first.url == "https://coast.example/2025/03/bank/"
    assert second.text.endswith("the operator said. It had asked for…")
    assert (second.byline, second.part) == (None, 2)


def test_a_feed_of_atom() -> None:
    first, second = documents((FILES / "atom.xml").read_bytes())
    assert first.text.split("\n\n") == [
        "Kaimauer wird erneuert",
        "Die Kaimauer wird im Sommer erneuert, sagte die Hafenbehörde.",
        "Sie kostet neun Millionen Euro.",
    ]
    assert (first.byline, first.date) == ("Lena Moe, Tom Reed", "2025-03-04T08:00:00+01:00")
    assert (first.outlet, first.language) == ("Küstenbote", "de")
    assert first.url == "https://bote.example/kai"
    assert second.text == "Fähre fällt aus\n\nDie Fähre fährt <heute> nicht."


RSS_1 = """<?xml version="1.0" encoding="iso-8859-1"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Bote</title></channel>
<item><title>F\xe4hre f\xe4llt aus</title><link>https://bote.example/</link>
<dc:date>2025-03-04</dc:date><description>Sie f\xe4hrt nicht.</description></item></rdf:RDF>"""


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        pytest.param("<dc:creator>Jane Roe</dc:creator>", "Jane Roe", id="a-name"),
        pytest.param("<dc:creator>By Jane Roe</dc:creator>", "Jane Roe", id="by"),
        pytest.param("<dc:creator>https://coast.example/roe</dc:creator>", None, id="an-address"),
    ],
)
def test_the_byline_of_an_item(author: str, byline: str | None) -> None:
    feed = RSS_1.replace("<dc:date>", f"{author}<dc:date>")
    (item,) = documents(feed.encode("latin-1"))
    assert item.byline == byline


def test_quotation_marks_in_a_feed_that_says_latin_1() -> None:
    (item,) = documents(RSS_1.replace("fährt nicht", "„fährt“ nicht").encode("cp1252"))
    assert item.text.endswith("Sie „fährt“ nicht.")


def test_a_feed_of_rss_1_in_latin_1() -> None:
    (item,) = documents(RSS_1.encode("latin-1"))
    assert item.text == "Fähre fällt aus\n\nSie fährt nicht."
    assert (item.date, item.outlet, item.url) == ("2025-03-04", "Bote", "https://bote.example/")


def rss(item: str, prologue: str = "") -> bytes:
    """A feed with one ``item``."""
    return f"{prologue}<rss><channel><title>C</title><item>{item}</item></channel></rss>".encode()


@pytest.mark.parametrize("encoding", ["utf-16", "UTF-16LE", "utf-32"])
def test_a_declaration_that_the_bytes_belie(encoding: str) -> None:
    prologue = f'<?xml version="1.0" encoding="{encoding}"?>'
    (item,) = documents(rss("<title>Fähre fällt aus</title>", prologue))
    assert item.text == "Fähre fällt aus"
    assert documents(rss("<title>Fähre</title>", prologue).decode().encode("utf-16"))


@pytest.mark.parametrize(
    ("item", "text"),
    [
        pytest.param("<title>A &amp;amp; B</title>", "A & B", id="escaped-twice"),
        pytest.param("<title>A & B</title>", "A & B", id="bare-ampersand"),
        pytest.param("<title>A&nbsp;\x0bB</title>", "A B", id="control-character"),
        pytest.param("<title>A &lt; B</title>", "A < B", id="a-sign-and-no-tag"),
        pytest.param(
            "<description>&lt;script&gt;x()&lt;/script&gt;Rain.&lt;br&gt;&lt;p&gt;Wind.</description>",
            "Rain.\n\nWind.",
            id="html",
        ),
        pytest.param("<description>It rained. [...]</description>", "It rained.", id="cut-off"),
        pytest.param(
            "<description>&amp;lt;p&amp;gt;A &amp;amp;amp; B&amp;lt;/p&amp;gt;</description>",
            "A & B",
            id="html-escaped-twice",
        ),
        pytest.param(
            "<description>Write &amp;lt;b&amp;gt; for bold.</description>",
            "Write <b> for bold.",
            id="a-tag-named",
        ),
        pytest.param(
            "<description>&lt;p&gt;Write &amp;lt;/p&amp;gt; last.&lt;/p&gt;</description>",
            "Write </p> last.",
            id="a-tag-named-in-html",
        ),
    ],
)
def test_the_text_of_an_item(item: str, text: str) -> None:
    (document,) = documents(rss(item))
    assert document.text.replace("\xa0", " ") == text


LAUGHS = '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(rss("<title>&b;</title>", LAUGHS), "declares entities", id="billion-laughs"),
        pytest.param(
            rss("<title>&a;</title>", '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
            "declares entities",
            id="external-entity",
        ),
        pytest.param(rss("<a>" * 1000), "nested more than 500", id="deep"),
        pytest.param(b"<rss><channel>", "damaged XML: line 1", id="cut-off"),
        pytest.param(rss(""), "no items", id="an-empty-item"),
        pytest.param(b"<rss><channel/></rss>", "no items", id="no-items"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        documents(data)


def test_the_definition_of_a_document_is_not_fetched() -> None:
    (document,) = documents(rss("<title>A</title>", '<!DOCTYPE rss SYSTEM "file:///etc/passwd">'))
    assert document.text == "A"
