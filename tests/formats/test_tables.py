"""Articles in JSON, JSON Lines and CSV: usual names, other programs' files, rows that fail."""

import csv
import io
import json
import re
from dataclasses import replace

import pytest

from newsbrief.errors import InputError
from newsbrief.formats import html
from newsbrief.formats.document import Document, PartError
from newsbrief.formats.documents import documents
from newsbrief.formats.nested import WANTED
from newsbrief.formats.options import ReadOptions
from newsbrief.formats.rich_text import words
from newsbrief.formats.tables import csv_documents, json_documents

TEXT = "The quay was shut on Monday.\n\nNobody was hurt."
WHOLE = f"Quay is shut\n\n{TEXT}"
ANY = ReadOptions()


def of_json(value: object, options: ReadOptions = ANY) -> list[Document | PartError]:
    return list(json_documents(value if isinstance(value, str) else json.dumps(value), options))


def only(value: object) -> Document:
    (document,) = of_json(value)
    assert isinstance(document, Document)
    return document


# What other programs write


FUNDUS = {
    "title": "Quay is shut",
    "authors": ["Jane Roe", "Ole Brandt"],
    "publishing_date": "2025-03-04 09:12:44+00:00",
    "free_access": True,
    "topics": ["Harbours"],
    "body": {
        "summary": [],
        "sections": [
            {"headline": [], "paragraphs": ["The quay was shut on Monday."]},
            {"headline": [], "paragraphs": ["Nobody was hurt."]},
        ],
    },
    "publisher": "Coast News",
    "lang": "en",
}
TRAFILATURA = {
    "title": "Quay is shut",
    "author": "Jane Roe, Ole Brandt",
    "hostname": "coast.example",
    "date": "2025-03-04",
    "fingerprint": "9c7e",
    "id": None,
    "license": None,
    "comments": "",
    "raw_text": TEXT.replace("\n\n", " "),
    "text": TEXT,
    "language": "en",
    "image": "https://coast.example/quay.png",
    "pagetype": "article",
    "source": "https://coast.example/quay",
    "source-hostname": "Coast News",
    "excerpt": "The quay is shut.",
    "categories": "",
    "tags": "",
}
NEWSPAPER4K = {
    "url": "https://coast.example/quay",
    "read_more_link": "",
    "language": "en",
    "title": "Quay is shut",
    "top_image": "https://coast.example/quay.png",
    "authors": ["Jane Roe", "Ole Brandt"],
    "publish_date": "2025-03-04 00:00:00",
    "summary": "The quay is shut.",
    "meta_description": "",
    "meta_lang": "en",
    "meta_site_name": "Coast News",
    "canonical_link": "https://coast.example/quay",
    "text": TEXT,
}
NEWS_PLEASE = {
    "authors": ["Jane Roe", "Ole Brandt"],
    "date_download": "2025-03-05 10:00:00",
    "date_modify": None,
    "date_publish": "2025-03-04 09:12:44",
    "description": "The quay is shut.",
    "filename": "quay.html.json",
    "image_url": "https://coast.example/quay.png",
    "language": "en",
    "localpath": None,
    "maintext": TEXT,
    "source_domain": "coast.example",
    "text": None,
    "title": "Quay is shut",
    "title_page": "Quay is shut | Coast News",
    "title_rss": None,
    "url": "https://coast.example/quay",
}
SCHEMA_ORG = {
    "@type": "NewsArticle",
    "headline": "Quay is shut",
    "author": [{"@type": "Person", "name": "Jane Roe"}, {"@type": "Person", "name": "Ole Brandt"}],
    "datePublished": "2025-03-04T09:12:44Z",
    "publisher": {"@type": "Organization", "name": "Coast News"},
    "articleBody": TEXT,
}


@pytest.mark.parametrize(
    ("row", "date", "outlet", "url"),
    [
        pytest.param(FUNDUS, "2025-03-04T09:12:44+00:00", "Coast News", None, id="fundus"),
        pytest.param(
            TRAFILATURA, "2025-03-04", "Coast News", "https://coast.example/quay", id="trafilatura"
        ),
        pytest.param(
            NEWSPAPER4K, "2025-03-04", "Coast News", "https://coast.example/quay", id="newspaper4k"
        ),
        pytest.param(
            NEWS_PLEASE, "2025-03-04T09:12:44", None, "https://coast.example/quay", id="news-please"
        ),
        pytest.param(SCHEMA_ORG, "2025-03-04T09:12:44Z", "Coast News", None, id="schema.org"),
    ],
)
def test_what_other_programs_write_is_read_as_it_is(
    row: dict[str, object], date: str, outlet: str | None, url: str | None
) -> None:
    document = only(row)
    assert document == Document(
        text=WHOLE,
        title="Quay is shut",
        byline="Jane Roe, Ole Brandt",
        date=date,
        outlet=outlet,
        url=url,
        language="en" if row is not SCHEMA_ORG else None,
        part=1,
    )


# Fields


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param({"text": "a", "body": "b"}, "a", id="the first usual name"),
        pytest.param({"text": "", "body": "b"}, "b", id="the first with words"),
        pytest.param({"TEXT": "a"}, "a", id="capitals"),
        pytest.param({"Full Text": "a"}, "a", id="a space"),
        pytest.param({"content": ["a", "b"]}, "a\n\nb", id="a list of paragraphs"),
        pytest.param({"content": {"rendered": "a"}}, "a", id="an object"),
        pytest.param({"hed": "T", "dek": "d", "paragraphs": ["a", "b"]}, "T\n\na\n\nb", id="desk"),
        pytest.param({"Titel": "T", "Lead": "d", "Volltext": "a"}, "T\n\na", id="German"),
        pytest.param({"body": "<p>Rain &amp; snow.</p><p>b</p>"}, "Rain & snow.\n\nb", id="HTML"),
        pytest.param({"text": "a < b > c"}, "a < b > c", id="no HTML"),
        pytest.param({"text": "Ka\u200bren Whit\xadfield"}, "Karen Whitfield", id="no width"),
        pytest.param(
            {"text": "Ka\u200bren", "schema": 2, "facts": []}, "Ka\u200bren", id="no width, saved"
        ),
        pytest.param(
            {"body": "&lt;p&gt;Rain &amp;amp; snow.&lt;/p&gt;"}, "Rain & snow.", id="escaped HTML"
        ),
        pytest.param({"text": "a &lt; b &gt; c"}, "a &lt; b &gt; c", id="no HTML escaped"),
        pytest.param(
            {"title": {"rendered": "Rain &#8216;n&#8217; <i>snow</i>"}, "content": "<p>a</p>"},
            "Rain ‘n’ snow\n\na",
            id="title of HTML",
        ),
        pytest.param({"title": "R &amp; D <b>", "text": "a"}, "R &amp; D <b>\n\na", id="no HTML"),
        pytest.param({"text": "A crane.", "body": TEXT}, TEXT, id="a caption"),
        pytest.param({"text": TEXT, "body": f"{TEXT} {TEXT}"}, TEXT, id="a bit shorter"),
        pytest.param({"body": [TEXT], "text": "A crane."}, TEXT, id="a caption of paragraphs"),
        pytest.param({"text": "A crane.", "raw_text": TEXT}, "A crane.", id="menus and all"),
        pytest.param(
            {"text": "A crane.", "content": f"<html><p>{TEXT}</p></html>"},
            "A crane.",
            id="the whole page",
        ),
        pytest.param({"text": "A crane.", "body": {"x": TEXT}}, "A crane.", id="no text but more"),
        pytest.param({"raw_text": "A crane.", "content": TEXT}, TEXT, id="raw and a caption"),
        pytest.param({"text": "nan", "body": "b"}, "b", id="missing"),
        pytest.param({"title": "NaN", "text": "Nan."}, "Nan.", id="no title is missing"),
        pytest.param({"title": "None of us", "text": "a"}, "None of us\n\na", id="none as a word"),
        pytest.param({"title": "T", "text": "T\n\na"}, "T\n\na", id="opens with its title"),
        pytest.param({"title": "T u", "text": "T\nu \na"}, "T u\n\na", id="wrapped title"),
        pytest.param(
            {"title": "T", "text": "Tea is served."}, "T\n\nTea is served.", id="begins so"
        ),
        pytest.param({"title": " T\nu ", "text": "a"}, "T u\n\na", id="title in two lines"),
        pytest.param({"title": None, "text": "a"}, "a", id="no title"),
        pytest.param({"html_content": "<p>a</p><p>b</p>"}, "a\n\nb", id="Readwise"),
        pytest.param({"text": "It&#8217;s AT&amp;T"}, "It’s AT&T", id="entities"),
        pytest.param(
            {"title": "Port &amp; quay", "text": "a"}, "Port & quay\n\na", id="of a title"
        ),
        pytest.param({"text": "x &lt; y &amp; z"}, "x &lt; y &amp; z", id="written about"),
        pytest.param({"text": "At the cafÃ©"}, "At the café", id="decoded wrongly"),
        pytest.param(
            {"text": "It&#8217;s", "schema": 2, "facts": []}, "It&#8217;s", id="entities, saved"
        ),
        pytest.param({"text": "It rained.\\n\\nIt snowed."}, "It rained.\n\nIt snowed.", id="ends"),
        pytest.param({"text": 'It rained."\\r\\nIt'}, 'It rained."\nIt', id="ends of DOS"),
        pytest.param({"text": "In C:\\new.txt"}, "In C:\\new.txt", id="a path"),
        pytest.param({"text": "It is.\\new"}, "It is.\\new", id="a small letter"),
        pytest.param({"text": "a\nIt is.\\nIt"}, "a\nIt is.\\nIt", id="with line ends"),
        pytest.param(
            {"text": "['It rained.', \"It's over.\"]"}, "It rained.\n\nIt's over.", id="list"
        ),
        pytest.param({"text": '["It rained.", "b"]'}, "It rained.\n\nb", id="list of JSON"),
        pytest.param({"text": r"['a\d', 'b']"}, "a\\d\n\nb", id="list with what is no escape"),
        pytest.param({"text": f"['{'[' * 9999}"}, f"['{'[' * 9999}", id="no end of a list"),
        pytest.param({"text": "[Music]"}, "[Music]", id="in brackets"),
        pytest.param({"text": "['Tis the season]"}, "['Tis the season]", id="no list"),
        pytest.param({"text": "['a', 3]"}, "['a', 3]", id="a list of other things"),
        pytest.param({"title": 3, "text": "a"}, "a", id="title is a number"),
        pytest.param({"title": "T" * 600, "text": "a"}, "a", id="no title is so long"),
    ],
)
def test_texts_and_titles(row: dict[str, object], expected: str) -> None:
    assert only(row).text == expected


@pytest.mark.parametrize(
    ("row", "field", "expected"),
    [
        pytest.param({"date": "3/4/2025"}, "date", None, id="a date of which month"),
        pytest.param(
            {"date": "Tue, 04 Mar 2025 09:12:44 GMT"},
            "date",
            "2025-03-04T09:12:44+00:00",
            id="mail's date",
        ),
        pytest.param({"date": 1741079564}, "date", None, id="seconds"),
        pytest.param({"date": "20250304"}, "date", "2025-03-04", id="no dashes"),
        pytest.param({"date": "20250304T091244Z"}, "date", "2025-03-04T09:12:44Z", id="GDELT"),
        pytest.param({"date": "2025/03/04"}, "date", "2025-03-04", id="slashes, year first"),
        pytest.param({"date": "20251304"}, "date", None, id="no month"),
        pytest.param({"date": "2025/3/4"}, "date", None, id="one digit"),
        pytest.param({"date": ["2025-03-04"]}, "date", "2025-03-04", id="a list of one"),
        pytest.param({"date": ["2025-03-04", "2025-03-05"]}, "date", None, id="a list of two"),
        pytest.param(
            {"date": {"$date": "2025-03-04T09:12:44Z"}},
            "date",
            "2025-03-04T09:12:44Z",
            id="MongoDB",
        ),
        pytest.param(
            {"date": {"$date": {"$numberLong": "1741079564000"}}},
            "date",
            "2025-03-04T09:12:44+00:00",
            id="MongoDB, canonical",
        ),
        pytest.param({"date": {"$date": 10**30}}, "date", None, id="MongoDB, no such day"),
        pytest.param({"date": {"$date": {"x": 1}}}, "date", None, id="MongoDB, of something else"),
        pytest.param(
            {"issued": {"date-parts": [["2025", 3, 4]]}}, "date", "2025-03-04", id="CSL JSON"
        ),
        pytest.param({"issued": {"date-parts": [[2025, 3]]}}, "date", None, id="CSL, a month"),
        pytest.param({"language": "English"}, "language", "en", id="a language by its name"),
        pytest.param({"language": "eng"}, "language", "en", id="a code of three letters"),
        pytest.param({"language": "gle"}, "language", "gle", id="one that has no shorter name"),
        pytest.param(
            {"source": {"title": "Coast News"}}, "outlet", "Coast News", id="Event Registry"
        ),
        pytest.param({"origin": {"title": "Coast News"}}, "outlet", "Coast News", id="Feedly"),
        pytest.param({"origin": "RSS"}, "outlet", None, id="an origin that is no feed"),
        pytest.param({"provider": [{"name": "Coast News"}]}, "outlet", "Coast News", id="Bing"),
        pytest.param(
            {"source.name": "Coast News", "source": "web"}, "outlet", "Coast News", id="flattened"
        ),
        pytest.param(
            {"links": {"permalink": "https://a.example"}}, "url", "https://a.example", id="Aylien"
        ),
        pytest.param(
            {"alternate": [{"href": "https://a.example"}]},
            "url",
            "https://a.example",
            id="Inoreader",
        ),
        pytest.param(
            {"alternate": [{"href": "https://a.example"}, {}]}, "url", None, id="of several"
        ),
        pytest.param({"language": "en-GB"}, "language", "en", id="region"),
        pytest.param({"language": "unknown"}, "language", None, id="no code"),
        pytest.param({"url": "javascript:alert(1)"}, "url", None, id="no address"),
        pytest.param(
            {"source": {"id": None, "name": "Coast News"}}, "outlet", "Coast News", id="News API"
        ),
        pytest.param(
            {"source": "https://coast.example/a"}, "outlet", None, id="source is an address"
        ),
        pytest.param({"author": {"name": "Jane Roe"}}, "byline", "Jane Roe", id="an author"),
        pytest.param({"author": [None, 3, {"x": 1}]}, "byline", None, id="no author"),
        pytest.param(
            {"authors": ["https://www.facebook.com/coast", "Jane Roe", "www.coast.example"]},
            "byline",
            "Jane Roe",
            id="addresses of authors",
        ),
        pytest.param(
            {"author": "https://coast.example/roe", "creator": "Jane Roe"},
            "byline",
            "Jane Roe",
            id="an address and a name",
        ),
        pytest.param({"author": "nan"}, "byline", None, id="author is missing"),
        pytest.param(
            {"author": [{"given": "Jane", "family": "Roe"}, {"literal": "Coast News"}]},
            "byline",
            "Jane Roe, Coast News",
            id="CSL",
        ),
        pytest.param({"byline": {"original": "By Jane Roe"}}, "byline", "Jane Roe", id="NYT"),
        pytest.param({"author": "BY JANE ROE"}, "byline", "JANE ROE", id="in capitals"),
        pytest.param({"author": "By Design"}, "byline", "By Design", id="one word"),
        pytest.param(
            {"author": [{"first_name": "Jane", "last_name": "Roe"}, {"givenName": "Ole"}]},
            "byline",
            "Jane Roe, Ole",
            id="names in parts",
        ),
        pytest.param(
            {"author": "['Jane Roe', 'Ole Brandt']"}, "byline", "Jane Roe, Ole Brandt", id="a list"
        ),
        pytest.param(
            {"author": "[]", "creator": "Jane Roe"}, "byline", "Jane Roe", id="empty list"
        ),
        pytest.param({"author": "[Jane Roe]"}, "byline", "[Jane Roe]", id="in brackets"),
        pytest.param({"author": "JosÃ© Roe"}, "byline", "José Roe", id="decoded wrongly"),
        pytest.param({"author": "Nan Roe"}, "byline", "Nan Roe", id="no author is missing"),
        pytest.param(
            {"authors": [f"A {i}" for i in range(99)]},
            "byline",
            ", ".join(f"A {i}" for i in range(20)),
            id="many",
        ),
    ],
)
def test_metadata(row: dict[str, object], field: str, expected: str | None) -> None:
    assert getattr(only({"text": "a", **row}), field) == expected


def test_fields_may_be_named() -> None:
    options = ReadOptions(text_field="words", title_field="name", id_field="key")
    (document,) = of_json({"key": "a7", "name": "T", "words": "a", "text": "b"}, options)
    assert document == Document("T\n\na", title="T", part="a7", id="a7")
    rows = [{"key": 7, "words": "a"}, {"key": 8, "words": "b", "name": "T"}]
    for order in (rows, rows[::-1]):  # a row may lack a title that another one has
        numbered = of_json(order, options)[order.index(rows[0])]
        assert numbered == Document("a", part=7, id="7")


# Layouts


ROWS = [{"text": "a"}, {"text": "b"}]


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(ROWS, id="list"),
        pytest.param({"articles": ROWS, "status": "ok"}, id="News API"),
        pytest.param(
            {"version": "https://jsonfeed.org/version/1.1", "items": ROWS}, id="JSON Feed"
        ),
        pytest.param("".join(f"{json.dumps(row)}\n" for row in ROWS), id="lines"),
        pytest.param("\r\n".join(map(json.dumps, ROWS)), id="dos lines"),
        pytest.param('[{"text": "a"},\n{"text": "b"}]', id="list in lines"),
        pytest.param("\n".join(json.dumps(row, indent=1) for row in ROWS), id="one behind another"),
        pytest.param("\n".join(json.dumps([row]) for row in ROWS), id="a list behind a list"),
        pytest.param("".join(f"\x1e{json.dumps(row)}\n" for row in ROWS), id="RFC 7464"),
        pytest.param(
            {"id": {"0": 1, "1": 2}, "text": {"0": "a", "1": "b"}}, id="columns of pandas"
        ),
        pytest.param({"columns": ["text"], "index": [0, 1], "data": [["a"], ["b"]]}, id="split"),
        pytest.param({"id": [1, 2], "text": ["a", "b"]}, id="columns as lists"),
        pytest.param({"rows": [{"row_idx": i, "row": row} for i, row in enumerate(ROWS)]}, id="HF"),
        pytest.param({"hits": {"hits": [{"_source": row} for row in ROWS]}}, id="Elasticsearch"),
        pytest.param("\n".join(json.dumps({"_source": row}) for row in ROWS), id="elasticdump"),
    ],
)
def test_layouts_of_json(value: object) -> None:
    assert of_json(value) == [Document("a", part=1), Document("b", part=2)]


A, B = {"title": "T", "text": "a"}, {"title": "U", "text": "b"}
READ_A, READ_B = Document("T\n\na", title="T", part=1), Document("U\n\nb", title="U", part=2)
STATED = {"@type": "NewsArticle", "articleBody": "a"}
SITE = {"@type": "WebSite", "name": "Coast News"}


@pytest.mark.parametrize(
    ("value", "read"),
    [
        pytest.param({"data": {"article": A}}, [READ_A], id="an object in an object"),
        pytest.param({"article": A}, [READ_A], id="called as a text is"),
        pytest.param({"article": A, "meta": {"x": "y"}}, [READ_A], id="beside another"),
        pytest.param(
            {"took": 1, "hits": {"total": 2, "hits": [{"_id": "x", "_source": A}, {"_source": B}]}},
            [READ_A, READ_B],
            id="Elasticsearch",
        ),
        pytest.param(
            {"response": {"results": [{"id": 1, "fields": A}, {"id": 2, "fields": B}]}},
            [READ_A, READ_B],
            id="the Guardian's API",
        ),
        pytest.param({"a1": A, "b2": B}, [READ_A, READ_B], id="one for each key"),
        pytest.param(
            {"@context": "https://schema.org", "@graph": [SITE, {**STATED, "headline": "T"}]},
            [READ_A],
            id="JSON-LD",
        ),
        pytest.param({"@graph": [SITE, STATED]}, [Document("a", part=1)], id="without a title"),
        pytest.param([SITE, STATED], [Document("a", part=1)], id="a list in JSON-LD"),
        pytest.param({"x": {"x": {"x": {"x": {"x": {"x": A}}}}}}, [READ_A], id="in six"),
    ],
)
def test_articles_in_other_objects(value: object, read: list[Document]) -> None:
    assert of_json(value) == read


@pytest.mark.parametrize(
    ("value", "text"),
    [
        pytest.param({"id": [1], "text": ["a"]}, "a", id="a list of one"),
        pytest.param({"authors": ["A", "B"], "text": ["a", "b"]}, "a\n\nb", id="paragraphs"),
        pytest.param({"title": ["T", "U"], "text": ["a"]}, "T\n\na", id="of another length"),
        pytest.param(
            {"title": ["T", "U"], "text": ["a", "b"], "n": 1}, "T\n\na\n\nb", id="and more"
        ),
        pytest.param({"text": ["a", "b"]}, "a\n\nb", id="one list"),
        pytest.param(
            {"text": {"p": "a", "q": "b"}, "id": {"p": "1", "q": "2"}}, "a\n\nb", id="names"
        ),
        pytest.param({"text": {"0": "a", "1": "b"}, "id": {"0": 1}}, "a\n\nb", id="other keys"),
    ],
)
def test_one_article_with_lists_is_no_table(value: object, text: str) -> None:
    assert only(value).text == text


def test_a_record_is_not_looked_for_where_its_field_is_described() -> None:
    with pytest.raises(InputError, match="no field holds the text"):
        of_json({"fields": {"text": {"type": "keyword"}}})


def test_what_a_search_marks_in_a_record_is_no_article() -> None:
    hit = {"_source": A, "highlight": {"title": ["T"], "text": ["a"]}}
    assert of_json({"hits": {"hits": [hit, {"_source": B}]}}) == [READ_A, READ_B]


def test_the_record_of_an_api_has_what_stands_around_it() -> None:
    result = {"webTitle": "T", "webUrl": "https://a.example", "fields": {"bodyText": "a"}}
    read = of_json({"response": {"results": [result]}})
    assert read == [Document("T\n\na", title="T", url="https://a.example", part=1)]


@pytest.mark.parametrize(
    ("content", "text"),
    [
        pytest.param(
            {"content": "<p>It rained.</p>", "direction": "ltr"}, "It rained.", id="Feedly"
        ),
        pytest.param({"type": "html", "text": "It rained."}, "It rained.", id="its type"),
        pytest.param({"direction": "It rained."}, "It rained.", id="no other text"),
        pytest.param({"lead": "It rained.", "type": "x"}, "It rained.\n\nx", id="no usual name"),
    ],
)
def test_what_is_said_of_a_text_is_no_text(content: dict[str, str], text: str) -> None:
    assert only({"title": "T", "content": content}).text == f"T\n\n{text}"


IT = {"text": "It "}
RAINED = {"text": "rained.", "bold": True}
NODES = [
    {"type": "paragraph", "children": [IT, RAINED]},
    {"type": "image", "url": "https://a.example/b.jpg", "alt": "Rain"},
    {"type": "paragraph", "children": [{"text": "All day."}]},
]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(NODES, id="Slate"),
        pytest.param(
            {"root": {"type": "root", "direction": "ltr", "children": NODES}}, id="Lexical"
        ),
        pytest.param(
            [
                {"_type": "block", "style": "normal", "children": [IT, RAINED], "markDefs": []},
                {"_type": "image", "asset": {"_ref": "image-1", "_type": "reference"}},
                {"_type": "block", "style": "normal", "children": [{"text": "All day."}]},
            ],
            id="Portable Text",
        ),
        pytest.param(
            {
                "time": 1741111320,
                "version": "2.30",
                "blocks": [
                    {"id": "a", "type": "paragraph", "data": {"text": "It <b>rained</b>."}},
                    {"id": "b", "type": "image", "data": {"url": "https://a.example/b.jpg"}},
                    {"id": "c", "type": "list", "data": {"style": "plain", "items": ["All day."]}},
                ],
            },
            id="Editor.js",
        ),
        pytest.param(
            {
                "type": "doc",
                "content": [
                    {
                        "type": "paragraph",
                        "content": [
                            {"type": "text", "text": "It ", "marks": [{"type": "bold"}]},
                            {"type": "text", "text": "rained."},
                        ],
                    },
                    {"type": "paragraph", "content": [{"type": "text", "text": "All day."}]},
                ],
            },
            id="ProseMirror",
        ),
        pytest.param(
            {
                "nodeType": "document",
                "data": {},
                "content": [
                    {
                        "nodeType": "paragraph",
                        "content": [
                            {
                                "nodeType": "hyperlink",
                                "data": {"uri": "https://a.example"},
                                "content": [{"nodeType": "text", "value": "It ", "marks": []}],
                            },
                            {"nodeType": "text", "value": "rained.", "marks": []},
                        ],
                    },
                    {
                        "nodeType": "paragraph",
                        "content": [{"nodeType": "text", "value": "All day."}],
                    },
                ],
            },
            id="Contentful",
        ),
        pytest.param(
            {
                "blocks": [
                    {"key": "a", "type": "unstyled", "text": "It rained.", "depth": 0},
                    {"key": "b", "type": "unstyled", "text": "All day.", "entityRanges": []},
                ],
                "entityMap": {},
            },
            id="Draft.js",
        ),
        pytest.param(
            [{"type": "text", "content": "It rained."}, {"type": "text", "content": "All day."}],
            id="Arc",
        ),
        pytest.param([{"p": "It rained."}, {"p": "All day."}], id="no nodes"),
    ],
)
def test_a_text_that_is_a_tree_of_nodes(body: object) -> None:
    assert only({"title": "T", "body": body}).text == "T\n\nIt rained.\n\nAll day."


@pytest.mark.parametrize(
    ("text", "read"),
    [
        pytest.param(
            'It <b>rained</b> in <a href="https://a.example">Ely</a>.\n\nAll <i>day</i> &amp; on.',
            "It rained in Ely.\n\nAll day & on.",
            id="tags",
        ),
        pytest.param("It rose from <b to >c.", "It rose from <b to >c.", id="angle brackets"),
        pytest.param("Of <b> she said </i>.", "Of <b> she said </i>.", id="no pair"),
    ],
)
def test_tags_inside_the_lines_of_a_text_are_left_out(text: str, read: str) -> None:
    assert only({"title": "T", "text": text}).text == f"T\n\n{read}"


@pytest.mark.parametrize(
    ("around", "date", "url"),
    [
        pytest.param(
            {"webPublicationDate": "2024-05-04", "webUrl": "https://coast.example/a", "text": "no"},
            "2024-05-04",
            "https://coast.example/a",
            id="the Guardian's API",
        ),
        pytest.param({"pub_date": "2024-05-04", "web_url": None}, "2024-05-04", None, id="another"),
        pytest.param({"id": 1, "related": ["x"]}, None, None, id="nothing"),
    ],
)
def test_what_stands_around_an_article_belongs_to_it(
    around: dict[str, object], date: str | None, url: str | None
) -> None:
    value = {"response": {"results": [{**around, "fields": A}]}}
    assert of_json(value) == [replace(READ_A, date=date, url=url)]


def test_an_article_in_the_object_of_a_line() -> None:
    lines = "\n".join(map(json.dumps, [{"_source": A}, {"_source": B}]))
    assert of_json(lines) == [READ_A, READ_B]


@pytest.mark.parametrize(
    "value",
    [
        pytest.param({"title": "T", "related": [A, B]}, id="in an article without a text"),
        pytest.param({"message": {"text": "a"}}, id="a text without a title"),
        pytest.param({"info": {"title": "T"}}, id="a title without a text"),
        pytest.param({"x": {"x": {"x": {"x": {"x": {"x": {"x": A}}}}}}}, id="in seven"),
        pytest.param({"@graph": [SITE, {"@type": "NewsArticle", "headline": "T"}]}, id="JSON-LD"),
    ],
)
def test_what_may_be_no_article_is_not_looked_for_in_other_objects(value: object) -> None:
    with pytest.raises(InputError, match="no field holds the text of an article, only"):
        of_json(value)


def test_the_field_asked_for_is_found_in_other_objects() -> None:
    answer = {"copyright": "c", "response": {"docs": [{"headline": "T", "lead": "a"}]}}
    assert of_json(answer, ReadOptions(text_field="lead")) == [READ_A]


def test_which_object_is_the_article_is_not_guessed() -> None:
    with pytest.raises(InputError, match="in several places, 'article' and 'related': keep one"):
        of_json({"article": A, "related": [B]})
    (failed,) = (each for each in of_json([{"x": [A, B]}, A]) if isinstance(each, PartError))
    assert (failed.part, str(failed)) == (1, "several articles stand in this row")


def test_an_object_without_an_article_among_others_fails() -> None:
    first, failed, third = of_json({"hits": [{"x": A}, {"x": {"title": "T"}}, {"x": B}]})
    assert (first, third) == (READ_A, replace(READ_B, part=3))
    assert isinstance(failed, PartError)
    assert (failed.part, str(failed)) == (2, "no article in this object")


def test_a_row_is_called_by_its_line() -> None:
    assert [each.part for each in of_json('{"text": "a"}\n\n{"text": "b"}')] == [1, 3]


@pytest.mark.parametrize(
    ("second", "message"),
    [
        pytest.param('{"text": ""}', "no text in this row", id="empty"),
        pytest.param('{"text": "nan"}', "no text in this row", id="not a number"),
        pytest.param('{"text": "None"}', "no text in this row", id="None"),
        pytest.param('{"text": NaN}', "no text in this row", id="no string"),
        pytest.param('{"": "1", "text": null}', "no text in this row", id="a field of no name"),
        pytest.param('{"title": "T"}', "no text in this row", id="lacking"),
        pytest.param('{"content": "[Removed]"}', "no text in this row", id="removed"),
        pytest.param(
            '{"content": "ONLY AVAILABLE IN PAID PLANS"}', "no text in this row", id="not paid for"
        ),
        pytest.param(
            '{"content": "The wall will be… [+1234 chars]"}',
            "only the start of an article, 1234 characters are left out, in this row",
            id="News API",
        ),
        pytest.param(
            '{"content": "The wall will be... [8239 chars]"}',
            "only the start of an article, 8239 characters are left out, in this row",
            id="GNews",
        ),
        pytest.param(
            '{"row": {"text": "The wall"}, "truncated_cells": ["text"]}',
            "only the start of an article in the field 'text' of this row",
            id="Hugging Face",
        ),
        pytest.param(
            "{broken",
            "this line is no valid JSON: expecting property name enclosed in double quotes "
            "at column 2",
            id="broken",
        ),
        pytest.param(
            '{"text": [1 \r',
            "this line is no valid JSON: expecting ',' delimiter at column 12",
            id="cut off",
        ),
        pytest.param(
            '{"text": "b',
            "this line is no valid JSON: unterminated string starting at column 10",
            id="unterminated",
        ),
        pytest.param("[1, 2]", f"a list, {WANTED}", id="list"),
        pytest.param('"It rained."', f"a string, {WANTED}", id="string"),
        pytest.param("1.5", f"a number, {WANTED}", id="number"),
        pytest.param("true", f"a truth value, {WANTED}", id="truth value"),
        pytest.param("null", f"null, {WANTED}", id="null"),
        pytest.param("[" * 100_000, "this line is no valid JSON: nested too deep", id="nested"),
    ],
)
def test_a_row_that_fails_does_not_stop_the_others(second: str, message: str) -> None:
    first, failed, third = of_json(f'{{"text": "a"}}\n{second}\n{{"text": "c"}}\n')
    assert (first, third) == (Document("a", part=1), Document("c", part=3))
    assert isinstance(failed, PartError)
    assert failed.part == 2
    assert str(failed).startswith(message)


@pytest.mark.parametrize("depth", [500, 1_500, 100_000])
@pytest.mark.parametrize("field", ["text", "more"])
@pytest.mark.parametrize("place", [0, 1, 2])
@pytest.mark.parametrize("half", ["", "\\ud83d "], ids=["", "half a pair of surrogates"])
def test_a_row_that_is_nested_too_deep_costs_itself_alone(
    depth: int, field: str, place: int, half: str
) -> None:
    lines = ['{"text": "a"}'] * 3
    lines[place] = f'{{"text": "{half}b", "{field}": {"[" * depth}"c"{"]" * depth}}}'
    found = list(of_json("\n".join(lines)))
    for number, each in enumerate(found, 1):
        if number != place + 1:
            assert each == Document("a", part=number)
        elif isinstance(each, PartError):
            assert depth > 500
            assert (str(each), each.part) == (
                "this line is no valid JSON: nested too deep",
                number,
            )
        else:
            assert each.text.endswith("c" if field == "text" else "b")
    assert len(found) == 3


def test_values_are_read_however_deep_they_are() -> None:
    value: object = "The quay is shut."
    for _ in range(100_000):
        value = [value, {"more": "b"}]
    assert list(words(value)) == ["The quay is shut.", *["b"] * 100_000]


def test_the_first_row_may_be_the_one_that_fails() -> None:
    failed, second = of_json('{"title": "T"}\n{"text": "b"}\n')
    assert isinstance(failed, PartError)
    assert (failed.part, str(failed)) == (1, "no text in this row")
    assert second == Document("b", part=2)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("It wrote [80 chars] of it.", id="in the middle"),
        pytest.param("He sent [chars]", id="no figure"),
        pytest.param("Those only available in paid plans", id="other words"),
        pytest.param("[Removed] by the port.", id="a sentence"),
    ],
)
def test_a_text_that_is_whole_is_read(text: str) -> None:
    assert only({"content": text, "truncated_cells": ["title"]}).text == text


CUES = [
    {"text": "the port will rebuild\nthe wall", "start": 0.2, "duration": 2.0},
    {"text": "the wall", "start": 2.2, "duration": 1.0},
    {"text": "in May", "start": 3.5, "duration": 2.0},
]
TALK = Document("the port will rebuild the wall in May", title="", part=1)


def test_what_is_said_at_a_time_is_no_article_of_its_own() -> None:
    assert of_json(CUES) == [TALK]
    whisper = "start\tend\ttext\n0\t4000\tthe port will rebuild\n4000\t5000\tthe wall\n"
    assert list(csv_documents(f"{whisper}5000\t9000\tin May\n", ANY)) == [TALK]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param(CUES[:2], id="two"),
        pytest.param([*CUES, {"text": "a"}], id="not all"),
        pytest.param(CUES[::-1], id="going back"),
        pytest.param([{**row, "start": 1} for row in CUES], id="at one time"),
        pytest.param([{**row, "start": True} for row in CUES], id="no number"),
        pytest.param([{**row, "start": "x"} for row in CUES], id="no number in a text"),
        pytest.param([{**row, "text": "a " * 300} for row in CUES], id="long"),
        pytest.param([{"text": "a", "start": i} for i in range(3)], id="without an end"),
    ],
)
def test_other_rows_with_numbers_are_articles(rows: list[object]) -> None:
    assert len(of_json(rows)) == len(rows)


STATED_IN_PAGE = """<!DOCTYPE html><html lang="en"><head><title>Quay is shut - Coast News</title>
<meta name="author" content="Jane Roe"></head><body><nav><a href="/">Home</a> <a href="/s">Sport</a>
</nav><article><h1>Quay is shut</h1><p>The quay was shut on Monday, after a storm broke the wall in
two places and cut the road.</p><p>Nobody was hurt, the mayor of the town said on Tuesday, and the
ferries would run again by the end of the week.</p></article><footer>Imprint</footer></body>"""


@pytest.mark.parametrize("name", ["html", "content", "body"])
def test_a_field_with_all_of_a_page_is_read_as_one(name: str) -> None:
    document = only(
        {"url": "https://coast.example/a", name: STATED_IN_PAGE, "author": "Ole Brandt"}
    )
    assert (document.title, document.byline) == ("Quay is shut", "Ole Brandt")
    assert (document.url, document.language) == ("https://coast.example/a", "en")
    assert document.text.startswith("Quay is shut\n\nThe quay was shut on Monday,")
    assert not any(word in document.text for word in ("Sport", "Imprint"))
    titled = only({"title": "Storm breaks wall", name: STATED_IN_PAGE})
    assert titled.text.startswith("Storm breaks wall\n\nThe quay was shut")
    assert titled.byline == "Jane Roe"


def test_a_page_without_an_article_costs_its_row_alone() -> None:
    empty = "<html><head><title>Coast</title></head><body><nav>Home</nav></body></html>"
    first, second = of_json([{"html": empty}, {"html": "<p>It rained.</p>"}])
    assert isinstance(first, PartError)
    assert "no article is found in this web page" in str(first)
    assert second == Document("It rained.", part=2)


def test_a_page_at_which_a_library_fails_costs_its_row_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def failing(_: bytes) -> list[Document]:
        raise ZeroDivisionError

    monkeypatch.setattr(html, "documents", failing)
    first, second = of_json([{"html": STATED_IN_PAGE}, {"text": "a"}])
    assert "a web page that cannot be read (ZeroDivisionError)" in str(first)
    assert second == Document("a", part=2)


def test_half_a_pair_is_replaced() -> None:
    whole, half = of_json(r'{"text": "\ud83d\ude00"}' + "\n" + r'{"text": "a \ud83d b"}')
    assert (whole, half) == (Document("\U0001f600", part=1), Document("a \ufffd b", part=2))


@pytest.mark.parametrize(
    ("key", "part", "id_"),
    [
        pytest.param({"key": "a7"}, "a7", "a7", id="a text"),
        pytest.param({"key": 0}, 0, "0", id="a number"),
        pytest.param({"key": 7.0}, 7, "7", id="a number of a column with gaps"),
        pytest.param({"key": 7.5}, 2, None, id="no whole number"),
        pytest.param({"key": ""}, 2, None, id="empty"),
        pytest.param({"key": None}, 2, None, id="null"),
        pytest.param({"key": ["a7"]}, 2, None, id="a list"),
        pytest.param({}, 2, None, id="lacking"),
    ],
)
def test_a_row_without_an_id_is_called_by_its_number(
    key: dict[str, object], part: int | str, id_: str | None
) -> None:
    rows = [{"key": "first", "text": "a"}, {**key, "text": "b"}]
    for order in (rows, rows[::-1]):
        read = of_json(order, ReadOptions(id_field="key"))
        at = order.index(rows[1])
        number = at + 1 if part == 2 and id_ is None else part
        assert read[at] == Document("b", part=number, id=id_)
        assert read[1 - at] == Document("a", part="first", id="first")


def test_a_row_that_fails_keeps_its_id_and_says_where_it_stands() -> None:
    rows = [{"key": "a", "text": ""}, {"key": None, "text": " "}, {"key": "b", "text": "b"}]
    failed = of_json(rows, ReadOptions(id_field="key"))[:2]
    assert [(each.part, each.id, str(each)) for each in failed if isinstance(each, PartError)] == [
        ("a", "a", "no text in row 1"),
        (2, None, "no text in this row"),
    ]
    (named, *_) = of_json(rows, ReadOptions(id_field="key", text_field="text"))
    assert str(named) == "no text in the field 'text' of row 1"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param(
            "text,title\na,T\nb,U\n",
            "no field is called 'head', as --title-field says, only 'text', 'title'",
            id="another name",
        ),
        pytest.param(
            "words,title\na,T\n",
            "no field holds the text of an article, only 'words', 'title': --text-field names it",
            id="no text either",
        ),
        pytest.param("text,head\na,\nb,\n", "", id="no row with words in it"),
        pytest.param("text,head\na,\nb,U\n", "", id="one row with words in it"),
    ],
)
def test_a_field_for_titles_that_no_row_has_is_named_once(text: str, message: str) -> None:
    options = ReadOptions(title_field="head")
    if not message:
        assert [each.part for each in of_csv(text, options)] == [1, 2]
        return
    with pytest.raises(InputError) as caught:
        of_csv(text, options)
    assert str(caught.value) == message


def test_of_the_fields_that_options_name_the_one_that_no_row_has_is_named() -> None:
    rows = [{"head": "T", "text": "a"}, {"key": 1, "text": "b"}]
    read = of_json(rows, ReadOptions(title_field="head", id_field="key"))
    assert [(each.part, each.id) for each in read] == [(1, None), (1, "1")]
    mixed = [{"key": 1, "text": "b"}, {"head": "T", "words": "a"}]
    assert len(of_json(mixed, ReadOptions(title_field="head", id_field="key"))) == len(mixed)
    with pytest.raises(InputError, match="'k', as --id-field says"):
        of_json(rows, ReadOptions(title_field="head", id_field="k"))
    with pytest.raises(InputError, match="'h', as --title-field says"):
        of_json(rows, ReadOptions(title_field="h", id_field="key"))


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        pytest.param(
            [{"text": "a", "id": 1}] * 2,
            "no field is called 'key', as --id-field says, only 'text', 'id'",
            id="another name",
        ),
        pytest.param(
            [{"words": "a"}],
            "no field holds the text of an article, only 'words': --text-field names it",
            id="no text either",
        ),
    ],
)
def test_a_field_for_ids_that_no_row_has_is_named_once(
    rows: list[dict[str, object]], message: str
) -> None:
    with pytest.raises(InputError) as caught:
        of_json(rows, ReadOptions(id_field="key"))
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("value", "message"),
    [
        pytest.param(
            {"a": 1, "b": 2}, "no field holds the text of an article, only 'a', 'b':", id="none"
        ),
        pytest.param(
            {f"k{i}": i for i in range(20)}, "'k7' and 12 more: --text-field names it", id="many"
        ),
        pytest.param(
            [{"a": 1}, {"b": 2}], "no field holds the text of an article, only 'a':", id="no row"
        ),
        pytest.param([], "", id="empty list"),
        pytest.param({}, f"an object without fields, {WANTED}", id="empty object"),
        pytest.param([{}, {}], f"an object without fields, {WANTED}", id="empty objects"),
        pytest.param([{}, {"b": 2}], "only 'b':", id="empty object before one"),
        pytest.param("{]", "this is no valid JSON: expecting property name", id="broken"),
        pytest.param(
            '{"text": "a"', "this is no valid JSON: expecting ',' delimiter at line 1", id="cut off"
        ),
        pytest.param(
            '[{"text": "a"},\n{"text": "b',
            "this is no valid JSON: unterminated string starting at line 2, column 10",
            id="unterminated",
        ),
        pytest.param("[" * 100_000, "nested too deep", id="nested"),
    ],
)
def test_a_file_that_fails(value: object, message: str) -> None:
    if not message:
        assert of_json(value) == []
        return
    with pytest.raises(InputError) as caught:
        of_json(value)
    assert message in str(caught.value)


# CSV


def table(*rows: tuple[str, ...], delimiter: str = ",") -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(rows)
    return text.getvalue()


def of_csv(text: str, options: ReadOptions = ANY) -> list[Document | PartError]:
    return list(csv_documents(text, options))


@pytest.mark.parametrize("delimiter", [",", "\t", ";", "|"])
def test_tables(delimiter: str) -> None:
    rows = table(
        ("Title", "Text", "Date"), ("T", 'a, "b"\n\nc; | d', "2025-03-04"), delimiter=delimiter
    )
    assert of_csv(rows) == [Document('T\n\na, "b"\n\nc; | d', title="T", date="2025-03-04", part=1)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        pytest.param(table(("text",), ("a",), ("b",)), [1, 2], id="one column"),
        pytest.param("text,id\na\n", [1], id="a short row"),
        pytest.param("text,id\n\n\na,1\n", [1], id="blank lines"),
        pytest.param(table(("id", "text"), ("1", "a" * 200_000)), [1], id="a long article"),
    ],
)
def test_odd_tables(text: str, parts: list[int]) -> None:
    assert [each.part for each in of_csv(text)] == parts


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('sep=;\r\nid;text\r\n"1";"a;b"\r\n', id="the mark that Excel reads"),
        pytest.param('"sep=;"\r\nid;text\r\n1;"a;b"\r\n', id="in quotation marks"),
        pytest.param("SEP=\t\nid\ttext\n1\ta;b\n", id="a tab"),
        pytest.param(" id , text \n1,a;b\n", id="blanks around names"),
        pytest.param('id, text\n1, "a;b"\n', id="a blank behind each comma"),
        pytest.param("id,text,\n1,a;b,\n,,\n,,\n", id="empty rows"),
        pytest.param("id,text\n1,a;b\n,\n", id="an empty row of two columns"),
    ],
)
def test_tables_as_spreadsheets_save_them(text: str) -> None:
    assert list(csv_documents(text, ReadOptions(id_field="id"))) == [
        Document("a;b", part="1", id="1")
    ]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        pytest.param('id,text, n\n1, "a" b,2\n', ' "a" b', id="not behind each comma"),
        pytest.param("text\nsep=;\n", "sep=;", id="no first line"),
    ],
)
def test_what_only_looks_like_the_work_of_a_spreadsheet(text: str, read: str) -> None:
    (document,) = csv_documents(text, ANY)
    assert isinstance(document, Document)
    assert document.text == read


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("id,text\n", "this table has no rows", id="a header alone"),
        pytest.param("", "this table has no rows", id="nothing"),
        pytest.param(
            'id,"te"xt\n1,a\n2,"\\"b"\n', r"cannot be read: .* \(line 1\)", id="damaged header"
        ),
        pytest.param(
            'id\t"te"xt\n1\ta\n2\t"b" c\n', r"cannot be read: .* \(line 1\)", id="its tabs"
        ),
        pytest.param('text\n"a\nb\n', "this table cannot be read: unexpected end", id="unclosed"),
    ],
)
def test_a_table_that_fails(text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        of_csv(text)


@pytest.mark.parametrize(
    ("header", "options", "name"),
    [
        pytest.param("text,id,text", ANY, "text", id="text"),
        pytest.param("Text,id,text", ANY, "Text", id="in another case"),
        pytest.param("full text,id,full_text", ANY, "full text", id="a blank for a line"),
        pytest.param("title,text,title", ANY, "title", id="title"),
        pytest.param("date,text,date", ANY, "date", id="date"),
        pytest.param('text,"url",url', ANY, "url", id="url"),
        pytest.param("k,text,k", ReadOptions(id_field="k"), "k", id="id"),
        pytest.param("k,id,k", ReadOptions(text_field="k"), "k", id="named text"),
        pytest.param("k,text,k", ReadOptions(title_field="k"), "k", id="named title"),
    ],
)
def test_columns_of_one_name_are_refused(header: str, options: ReadOptions, name: str) -> None:
    with pytest.raises(InputError, match=f"several columns are called '{name}'"):
        of_csv(f"{header}\nIt rained.,b,It snowed.\n", options)


@pytest.mark.parametrize(
    "header",
    [
        pytest.param("text,,", id="without a name"),
        pytest.param("text,tag,tag", id="of which neither is read"),
        pytest.param("text,title,headline", id="two names for a title"),
        pytest.param("text,k,k", id="a name that only an option would name"),
    ],
)
def test_columns_that_are_not_read_may_have_one_name(header: str) -> None:
    (document,) = of_csv(f"{header}\nIt rained.,b,c\n")
    assert isinstance(document, Document)
    assert document.text.endswith("It rained.")


def test_no_cell_is_lost() -> None:
    failed, second = of_csv("id,text\n1,It rained, and it snowed.\n2,b\n")
    assert isinstance(failed, PartError)
    assert str(failed) == "more cells than columns"
    assert second == Document("b", part=2)


KEYED = [
    ("id", "title", "text"),
    *((f"a-{n}", "Quay", f"It rained, {n}.\nIt did.") for n in range(4)),
]
KEYED_TABLE = table(*KEYED)


@pytest.mark.parametrize(
    ("good", "bad", "read", "error"),
    [
        pytest.param(
            "a-1,Quay", 'a-1,"Quay', ["a-0", "a-2", "a-3"], "lines 4 to 5", id="never closed"
        ),
        pytest.param(
            "It rained, 1.",
            'It "rained", he said, 1.',
            ["a-0", "a-2", "a-3"],
            "lines 4 to 5",
            id="not doubled",
        ),
        pytest.param(
            "It rained, 1.\nIt did.",
            'It "rained", 1.\nHowever, he said, it did.\n\nIn 2019, it rained.',
            ["a-0", "a-2", "a-3"],
            "lines 4 to 7",
            id="the rest of an article is no row",
        ),
        pytest.param("a-3,Quay", '"a-3,Quay', ["a-0", "a-1", "a-2"], r"\(line 8\)", id="the last"),
        pytest.param("a-0,Quay", '"a-0,Quay', [], r"\(line 2\)", id="no row before it"),
        pytest.param("a-0,Quay", '"a-0",Quay', ["a-0", "a-1", "a-2", "a-3"], None, id="no damage"),
    ],
)
def test_a_damaged_row_costs_itself_alone(
    good: str, bad: str, read: list[str], error: str | None
) -> None:
    assert good in KEYED_TABLE
    found: list[Document | InputError] = []
    try:
        found += csv_documents(KEYED_TABLE.replace(good, bad), ReadOptions(id_field="id"))
    except InputError as failed:
        found.append(failed)
    assert [each.id for each in found if isinstance(each, Document)] == read
    errors = [str(each) for each in found if isinstance(each, InputError)]
    assert len(errors) == (error is not None)
    assert error is None or re.search(error, errors[0])


def test_marks_that_are_escaped_by_backslashes() -> None:
    rows = r"""id,text,n
1,"It is ""shut"", she said",x
2,"It is \"shut\", she said. C:\\a",x
"3","\"Shut\", it
is ""said"".",x
"""
    read = [each.text for each in csv_documents(rows, ANY) if isinstance(each, Document)]
    quoted = 'It is "shut", she said'
    assert read == [quoted, f"{quoted}. C:\\a", '"Shut", it\nis "said".']


SAID = '"It is shut," she said.'


@pytest.mark.parametrize(
    ("rows", "texts"),
    [
        pytest.param(
            ["1\tA", f"2\t{SAID}", '3\tThe "wall"'], ["A", SAID, 'The "wall"'], id="cells"
        ),
        pytest.param(['1\t"It is shut', f"2\t{SAID}"], ['"It is shut', SAID], id="never closed"),
        pytest.param(['1\t"It is shut', "2\tA"], ['"It is shut', "A"], id="at the end"),
        pytest.param(['1\t"A\tb"', '2\t"C ""d"""'], ["A\tb", 'C "d"'], id="quoted"),
        pytest.param(['1\t"A\tb"', f"2\t{SAID}", "3\tC"], ["A\tb", None, "C"], id="damaged"),
    ],
)
def test_cells_between_tabs_may_open_with_a_mark(rows: list[str], texts: list[str | None]) -> None:
    read = csv_documents("\n".join(("id\ttext", *rows, "")), ANY)
    assert [each.text if isinstance(each, Document) else None for each in read] == texts


def test_a_mark_behind_a_backslash_does_not_mend_a_damaged_row() -> None:
    rows = 'id,text,n\n1,a,x\n2,"\\"It" is,x\n3,c,x\n'
    _, damaged, third = csv_documents(rows, ANY)
    assert isinstance(damaged, PartError)
    assert isinstance(third, Document)
    assert third.text == "c"


def test_without_keys_no_row_is_told_behind_a_damaged_one() -> None:
    rows = table(("title", "text"), ("Quay", "It rained."), ("Wall", "It did."), ("Sea", "It was."))
    with pytest.raises(InputError, match=r"this table cannot be read: .* \(line 3\)"):
        of_csv(rows.replace("Wall", '"Wall'))


def test_a_table_without_a_column_for_the_text_says_which_it_has() -> None:
    with pytest.raises(InputError, match="only 'name', 'town': --text-field names it"):
        of_csv(table(("name", "town"), ("Roe", "Ostrand")))
    assert of_csv("name,town\nRoe,Ostrand\n", ReadOptions(text_field="town")) == [
        Document("Ostrand", part=1)
    ]


def test_a_row_of_a_table_that_fails_does_not_stop_the_others() -> None:
    first, failed, third = of_csv(table(("text", "id"), ("a", "1"), (" ", "2"), ("c", "3")))
    assert [first.part, third.part] == [1, 3]
    assert isinstance(failed, PartError)


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("May 12, 2025", "2025-05-12"),
        ("Monday, 12 May 2025 10:32", "2025-05-12T10:32:00"),
        ("12. Mai 2025", "2025-05-12"),
        ("5/12/2025", None),
        ("12 May", None),
        ("3 May 2025 or 12 May 2025", None),
    ],
)
def test_a_date_in_words(date: str, day: str | None) -> None:
    assert only({"title": "Quay is shut", "text": TEXT, "date": date}).date == day


@pytest.mark.parametrize("title", [{"title": "Quay"}, {}])
def test_a_field_of_markdown(title: dict[str, str]) -> None:
    source = "# Quay\n\nIt is [shut](https://a.example).\n\n* So **all** say\n"
    read = only({**title, "markdown": source})
    assert (read.title, read.text) == ("Quay", "Quay\n\nIt is shut.\n\n• So all say")
    (row,) = of_json([{"markdown": "![](https://a.example/b.png)"}])
    assert isinstance(row, PartError)


SHUT = "The quay was shut on Monday, the port said, and traders were not told."
ROW = f"https://coast.example/quay\tQuay is shut\t{SHUT}\n"


def test_columns_without_names_are_refused() -> None:
    with pytest.raises(InputError, match="a first line with them is needed"):
        list(documents((ROW * 2).encode()))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"url\ttitle\ttext\n{ROW}", id="names"),
        pytest.param(ROW, id="one line"),
        pytest.param(f"{ROW}The quay is shut.\n{ROW}", id="a line between"),
        pytest.param(ROW.replace("\t", " ") * 2, id="no tabs"),
        pytest.param(f"https://coast.example/{'quay' * 20}\tQuay\n" * 2, id="no text"),
    ],
)
def test_other_lines_with_addresses_are_read(text: str) -> None:
    assert list(documents(text.encode()))
