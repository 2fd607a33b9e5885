"""Word and OpenDocument texts, EPUB books and Rich Text: those that real programs write."""

import io
import zipfile
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

import pytest

from newsbrief.errors import InputError
from newsbrief.formats.document import Document

FILES = Path(__file__).parent / "files"

TITLE = "Harbour board votes to rebuild Ostrand quay"
BODY = (
    (
        "The harbour board of Ostrand voted on Tuesday to rebuild the old quay, which a storm broke"
        " in January, at a cost of nine million euros."
    ),
    (
        "“We could not leave the fishermen without a wall,” said Ole Brandt, who chairs the board."
        " “Two of my colleagues wanted to wait. I did not.”"
    ),
    "What it will cost",
    "• four million for the wall",
    "• three million for the fish market",
    "Year | Cost",
    "2025 | €4 million",
    "2026 | €5 million",
    (
        "Ruth Sand, a member of the board, denied that the sum was too high. She said that the quay"
        " had stood for a hundred years and that the new one would stand for two hundred."
    ),
    "Traders said they had lost a season’s income – and some of them their boats.",
)

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def read(name: str) -> list[Document]:
    """The documents in the file ``name``, by the reader of its kind."""
    return documents(name.rpartition(".")[2], (FILES / name).read_bytes())


def documents(kind: str, data: bytes) -> list[Document]:
    """The documents in ``data``, by the reader of ``kind``."""
    read: list[Document] = import_module(f"newsbrief.formats.{kind}").documents(data)
    return read


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of ``files``."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name, content)
    return out.getvalue()


def word(body: str, prologue: str = "") -> bytes:
    """A Word document with the paragraphs of ``body``."""
    document = f'{prologue}<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return zipped({"word/document.xml": document})


def odt(body: str, **more: str) -> bytes:
    """An OpenDocument text with the paragraphs of ``body``."""
    content = f'<o:doc xmlns:o="{OFFICE}" xmlns:t="{TEXT}"><o:text>{body}</o:text></o:doc>'
    return zipped({"content.xml": content, **more})


@pytest.mark.parametrize(
    "name", ["pandoc.docx", "libreoffice.docx", "pandoc.odt", "libreoffice.odt"]
)
def test_what_a_reader_sees_is_read(name: str) -> None:
    (document,) = read(name)
    assert document.title == TITLE
    assert document.text.split("\n\n") == [TITLE, "Jane Roe", "2025-03-04", *BODY]
    assert (document.byline, document.date) == ("Jane Roe", "2025-03-04")


@pytest.mark.parametrize("name", ["pandoc.rtf", "libreoffice.rtf"])
def test_rich_text_is_read(name: str) -> None:
    (document,) = read(name)
    assert document.text.split("\n\n") == [TITLE, "Jane Roe", "2025-03-04", *BODY]


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(b"{\\rtf1 Rain {\\b fell}}", id="closed"),
        pytest.param(b"{\\rtf1 Rain {\\b fell}}\r\n\0", id="something-behind"),
        pytest.param(b"{\\rtf1 Rain {\\b fell}}}", id="closed-twice"),
    ],
)
def test_rich_text_that_ends_is_not_cut_off(source: bytes) -> None:
    (document,) = documents("rtf", source)
    assert document.text == "Rain fell"


@pytest.mark.parametrize(
    ("sentence", "mark", "text"),
    [
        pytest.param("It went out at 4 a.m.", "1", "It went out at 4 a.m. It came.", id="note"),
        pytest.param("It went out.", "1,2", "It went out. It came.", id="notes"),
        pytest.param("It is 9 km", "2", "It is 9 km² It came.", id="exponent"),
        pytest.param("It is the 2", "nd", "It is the 2nd It came.", id="ordinal"),
    ],
)
def test_the_raised_marks_of_notes_go(sentence: str, mark: str, text: str) -> None:
    properties = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
    runs = f"<w:r><w:t>{sentence}</w:t></w:r><w:r>{properties}<w:t>{mark}</w:t></w:r>"
    (of_word,) = documents("docx", word(f"<w:p>{runs}<w:r><w:t> It came.</w:t></w:r></w:p>"))
    styles = '<s:style xmlns:s="urn:style" s:name="T1"><s:p s:text-position="super 58%"/></s:style>'
    body = f'<t:p>{sentence}<t:span t:style-name="T1">{mark}</t:span> It came.</t:p>'
    (of_office,) = documents("odt", odt(f"{styles}{body}"))
    assert (of_word.text, of_office.text) == (text, text)


def test_a_byline_in_a_style_of_its_own_is_the_name_alone() -> None:
    style = '<w:pPr><w:pStyle w:val="Author"/></w:pPr>'
    (document,) = documents("docx", word(f"<w:p>{style}<w:r><w:t>By Jane Roe</w:t></w:r></w:p>"))
    assert (document.text, document.byline) == ("By Jane Roe", "Jane Roe")


def test_a_book_of_one_chapter_is_an_article() -> None:
    (document,) = read("pandoc.epub")
    assert document.text.split("\n\n") == [TITLE, *BODY]
    assert (document.title, document.byline, document.date) == (TITLE, "Jane Roe", "2025-03-04")
    assert (document.language, document.part) == ("en", None)


def test_a_book_of_libreoffice_is_read() -> None:
    (document,) = read("libreoffice.epub")
    assert document.title == TITLE
    assert [p for p in BODY[:2] if p not in document.text] == []


SENTENCE = "The board voted for the wall on Tuesday, and nobody spoke against it at the meeting. "


def book(chapters: Mapping[str, str], **more: str) -> bytes:
    """An EPUB with ``chapters``, files of XHTML, after a page of contents."""
    items = "".join(
        f'<item id="{name}" href="text/{name}" media-type="application/xhtml+xml"/>'
        for name in chapters
    )
    spine = "".join(f'<itemref idref="{name}"/>' for name in chapters)
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf"><metadata'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>Coast Weekly</dc:title>'
        "<dc:publisher>Coast News</dc:publisher><dc:language>en-GB</dc:language></metadata>"
        '<manifest><item id="nav" href="nav.xhtml" properties="nav"'
        f' media-type="application/xhtml+xml"/>{items}</manifest>'
        f'<spine><itemref idref="nav"/>{spine}</spine></package>'
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="OPS/book.opf"/></rootfiles></container>'
    )
    files = {f"OPS/text/{name}": text for name, text in chapters.items()}
    nav = {"OPS/nav.xhtml": f"<html><body><ol><li>{SENTENCE * 3}</li></ol></body></html>"}
    return zipped(
        {"META-INF/container.xml": container, "OPS/book.opf": package} | nav | files | more
    )


def test_the_chapters_of_a_book_are_numbered_and_title_pages_left_out() -> None:
    pages = {
        "cover.xhtml": "<html><body><h1>Coast Weekly</h1></body></html>",
        "one.xhtml": f"<html><body><h2>Wall</h2><p>{SENTENCE * 3}</p></body></html>",
        "two.xhtml": f"<html><body><h2>Ferry&nbsp;fares</h2><p>{SENTENCE * 3}</p></body></html>",
    }
    first, second = documents("epub", book(pages))
    assert (first.title, first.part, first.outlet) == ("Wall", 1, "Coast News")
    assert (second.title, second.part, second.language) == ("Ferry fares", 2, "en")


def page(title: str, body: str) -> str:
    return f"<html><body><h2>{title}</h2>{body}</body></html>"


def test_lists_of_articles_and_navigation_of_a_book_are_no_text() -> None:
    text = f"<p>{SENTENCE * 3}</p>"
    bar = "<div>| <a href=\"i.xhtml\">News</a> | <a href='i.xhtml#a'>Menu</a> |</div>"
    entries = "".join(
        f'<li><a href="{name}.xhtml">{name.upper()}!</a><p>{SENTENCE}</p></li>' for name in "abc"
    )
    pages = {"i.xhtml": page("News", f"<ul>{entries}</ul>")}
    pages |= {f"{name}.xhtml": page(f"{name.upper()}!", bar + text + bar) for name in "abc"}
    read = documents("epub", book(pages))
    assert [each.text for each in read] == [f"{n}!\n\n{(SENTENCE * 3).strip()}" for n in "ABC"]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param('<p>It <a href="b.xhtml">rained</a>.</p>', "It rained.", id="in-a-sentence"),
        pytest.param('<p><a href="#x">It rained.</a></p>', "It rained.", id="in-the-chapter"),
        pytest.param('<p><a href="https://b.example">It rained.</a></p>', "It rained.", id="away"),
        pytest.param('<p><a href="c.xhtml">It rained.</a></p>', "It rained.", id="no-chapter"),
        pytest.param('<p><a id="x">It rained.</a></p>', "It rained.", id="no-link"),
        pytest.param(
            '<p>It<sup><a href="b.xhtml#n1">1</a></sup> rained.</p>', "It rained.", id="note"
        ),
        pytest.param(
            '<p>It<a href="#n1"><sup>[12]</sup></a> rained.</p>', "It rained.", id="a-note"
        ),
        pytest.param('<p>Page <a href="#p12">12</a>.</p>', "Page 12.", id="number-of-a-page"),
        pytest.param("<p>4 m<sup>2</sup> of rain</p>", "4 m2 of rain", id="raised"),
    ],
)
def test_other_links_of_a_book_are_text(body: str, text: str) -> None:
    pages = {
        "a.xhtml": page("A", f"{body}<p>{SENTENCE * 3}</p>"),
        "b.xhtml": page("B", f"<p>{SENTENCE * 3}</p>"),
    }
    first, _ = documents("epub", book(pages))
    assert first.text.split("\n\n")[1] == text


def test_an_article_with_links_to_its_neighbours_is_no_list() -> None:
    links = "".join(f'<p><a href="{name}.xhtml">{name.upper()}</a></p>' for name in "bc")
    text = f"<p>{SENTENCE * 2}</p>" * 4
    pages = {f"{name}.xhtml": page(name.upper(), text + links) for name in "abc"}
    assert [each.title for each in documents("epub", book(pages))] == ["A", "B", "C"]


def test_what_calibre_writes_of_itself_is_nobodys() -> None:
    below = '<p>This article was downloaded by calibre from <a href="x">https://a.example/b</a></p>'
    whole = book({"a.xhtml": page("A", f"<p>{SENTENCE * 3}</p>{below}")})
    archive = zipfile.ZipFile(io.BytesIO(whole))
    files = {name: archive.read(name) for name in archive.namelist()}
    files["OPS/book.opf"] = files["OPS/book.opf"].replace(
        b"<dc:publisher>Coast News", b"<dc:creator>Unknown</dc:creator><dc:publisher>calibre"
    )
    (document,) = documents("epub", zipped(files))
    assert (document.byline, document.outlet, document.url) == (None, None, "https://a.example/b")
    assert "downloaded" not in document.text


def test_a_protected_book_is_refused() -> None:
    protected = '<e><CipherReference URI="OPS/text/one.xhtml"/></e>'
    pages = {"one.xhtml": f"<p>{SENTENCE * 3}</p>"}
    with pytest.raises(InputError, match="copy protection"):
        documents("epub", book(pages, **{"META-INF/encryption.xml": protected}))


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(
            "<w:p><w:r><w:t>It is </w:t></w:r><w:ins><w:r><w:t>not </w:t></w:r></w:ins>"
            "<w:del><w:r><w:delText>surely </w:delText></w:r></w:del>"
            "<w:r><w:t>shut.</w:t></w:r></w:p>",
            "It is not shut.",
            id="changes-tracked",
        ),
        pytest.param(
            "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
            '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>seen</w:t></w:r></w:p>',
            "seen",
            id="hidden-text",
        ),
        pytest.param(
            "<w:p><w:r><w:t>12 Mill Street</w:t><w:br/><w:t>Ostrand</w:t></w:r></w:p>",
            "12 Mill Street\nOstrand",
            id="line-break",
        ),
        pytest.param(
            "<w:p><w:r><w:t>Before.</w:t><w:drawing><w:txbxContent><w:p><w:r><w:t>In a box.</w:t>"
            "</w:r></w:p></w:txbxContent></w:drawing><w:t> After.</w:t></w:r></w:p>",
            "Before. After.\n\nIn a box.",
            id="text-box",
        ),
        pytest.param(
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>It is </w:t></w:r></w:p>"
            "<w:p><w:r><w:t>shut.</w:t></w:r></w:p><w:p><w:r><w:t>Still.</w:t></w:r></w:p>",
            "It is shut.\n\nStill.",
            id="end-of-a-paragraph-deleted",
        ),
        pytest.param(
            "<w:p><w:pPr><w:rPr><w:ins/></w:rPr></w:pPr><w:r><w:t>It is.</w:t></w:r></w:p>"
            "<w:p><w:r><w:t>Shut.</w:t></w:r></w:p>",
            "It is.\n\nShut.",
            id="end-of-a-paragraph-inserted",
        ),
        pytest.param(
            "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>It is.</w:t></w:r></w:p>"
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Shut.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
            "It is.\n\nShut.",
            id="end-deleted-above-a-table",
        ),
        pytest.param(
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:t>Click here."
            "</w:t></w:r></w:p></w:sdtContent></w:sdt><w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r>"
            "<w:t>It is shut.</w:t></w:r></w:p></w:sdtContent></w:sdt>",
            "It is shut.",
            id="placeholder",
        ),
        pytest.param(
            "<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>A date"
            "</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>It is shut.</w:t></w:r></w:p>",
            "It is shut.",
            id="placeholder-in-a-line",
        ),
        pytest.param(
            '<w:p><w:pPr><w:pStyle w:val="TOC 1"/></w:pPr><w:r><w:t>Cost 3</w:t></w:r></w:p>'
            "<w:p><w:r><w:t>It is shut.</w:t></w:r></w:p>",
            "It is shut.",
            id="table-of-contents",
        ),
        pytest.param(
            "<w:p><w:r><w:ruby><w:rt><w:r><w:t>なみ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>波"
            "</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>",
            "波",
            id="pronunciation",
        ),
        pytest.param(
            '<w:p><w:r><w:t>4</w:t><w:sym w:font="Symbol" w:char="F0B0"/><w:t>C</w:t>'
            '<w:sym w:font="Arial" w:char="2019"/><w:sym w:font="Wingdings" w:char="F04A"/>'
            '<w:sym w:char="x"/><w:sym w:char="D800"/></w:r></w:p>',
            "4°C’",
            id="symbols",
        ),
        pytest.param(
            '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>IF</w:instrText>'
            '<w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/><w:t>x</w:t>'
            '<w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/><w:t>It is</w:t>'
            '<w:fldChar w:fldCharType="end"/><w:t> shut.</w:t></w:r></w:p>',
            "It is shut.",
            id="field-in-a-field",
        ),
        pytest.param(
            '<w:p><w:r><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/>'
            "<w:t>It is shut.</w:t></w:r></w:p>",
            "It is shut.",
            id="end-of-a-field-above",
        ),
    ],
)
def test_a_word_document_is_read_as_it_is_seen(body: str, text: str) -> None:
    (document,) = documents("docx", word(body))
    assert document.text == text


def test_what_a_style_hides_is_not_read() -> None:
    run = '<w:r><w:rPr><w:rStyle w:val="{}"/></w:rPr><w:t>{}</w:t></w:r>'
    body = (
        f"<w:p>{run.format('a', 'secret')}{run.format('b', 'It is shut.')}</w:p>"
        '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>Top of Form</w:t></w:r></w:p>'
    )
    styles = (
        f'<w:styles xmlns:w="{WORD}"><w:style w:styleId="a"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="b"><w:rPr><w:vanish w:val="0"/></w:rPr></w:style></w:styles>'
    )
    main = f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    (document,) = documents("docx", zipped({"word/document.xml": main, "word/styles.xml": styles}))
    assert document.text == "It is shut."


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param(
            '<t:section t:display="none"><t:p>Gone.</t:p></t:section><t:p>Shut.</t:p>',
            "Shut.",
            id="section",
        ),
        pytest.param(
            '<t:section t:display="true"><t:p>Shut.</t:p></t:section>', "Shut.", id="shown-section"
        ),
        pytest.param(
            '<t:p><t:hidden-paragraph t:is-hidden="true"/>Gone.</t:p>'
            '<t:p><t:hidden-paragraph t:is-hidden="false"/>Shut.</t:p>',
            "Shut.",
            id="paragraph",
        ),
        pytest.param(
            '<t:style t:name="T1"><t:text-properties t:display="none"/></t:style>'
            '<t:p><t:span t:style-name="T1">Gone.</t:span><t:span t:style-name="T2">Shut.</t:span>'
            "</t:p>",
            "Shut.",
            id="style",
        ),
        pytest.param("<t:p><t:placeholder>Here</t:placeholder>Shut.</t:p>", "Shut.", id="asking"),
    ],
)
def test_what_an_opendocument_text_hides_is_not_read(body: str, text: str) -> None:
    (document,) = documents("odt", odt(body))
    assert document.text == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param(r"{\rtf1 It {\deleted\revauth1 had }rained}", "It rained", id="deleted"),
        pytest.param(r"{\rtf1 It \deleted had \deleted0 rained}", "It rained", id="to-its-end"),
        pytest.param(r"{\rtf1 It {\revised had }rained}", "It had rained", id="inserted"),
        pytest.param(r"{\rtf1 It {\v had \'e9 \u8217?\par }rained}", "It rained", id="hidden"),
        pytest.param(r"{\rtf1 It \v had \plain rained}", "It rained", id="to-another-format"),
        pytest.param(r"{\rtf1 It {\v {had} \{x\} }rained}", "It rained", id="group-in-it"),
        pytest.param(r"{\rtf1 It{\v\bin2 }}} rained}", "It rained", id="data-in-it"),
        pytest.param(r"{\rtf1 It \viewkind1 rained \v0 on}", "It rained on", id="other-words"),
        pytest.param(r"{\rtf1 It \\v rained}", r"It \v rained", id="escaped"),
    ],
)
def test_what_rich_text_hides_is_not_read(source: str, text: str) -> None:
    (document,) = documents("rtf", source.encode())
    assert document.text == text


def test_notes_and_deletions_of_an_opendocument_text_are_not_read() -> None:
    deletion = "<t:tracked-changes><t:deletion><t:p>Gone.</t:p></t:deletion></t:tracked-changes>"
    note = "<t:note><t:note-body><t:p>A note.</t:p></t:note-body></t:note>"
    (document,) = documents(
        "odt", odt(f'{deletion}<t:p>The quay<t:s t:c="3"/>is{note} shut.</t:p>')
    )
    assert document.text == "The quay is shut."


@pytest.mark.parametrize(
    ("kind", "data", "message"),
    [
        pytest.param("docx", word("<w:p/>", LAUGHS), "declares entities", id="billion-laughs"),
        pytest.param("docx", word("<w:p/>", OUTSIDE), "declares entities", id="external-entity"),
        pytest.param("docx", word("<w:p>" * 1000), "nested more than 500", id="deep"),
        pytest.param("docx", word("<w:p/>"), "no text in it", id="empty-docx"),
        pytest.param("odt", odt(""), "no text in it", id="empty-odt"),
        pytest.param("docx", word("<w:p>"), "damaged XML: line 1", id="not-well-formed"),
        pytest.param("docx", zipped({"a": "b"}), "it has no word/document.xml", id="no-document"),
        pytest.param("docx", b"PK\x03\x04 and no more", "damaged", id="cut-off"),
        pytest.param("epub", zipped({"a": "b"}), "it has no META-INF", id="no-container"),
        pytest.param(
            "odt", odt("", **{"META-INF/manifest.xml": "<m:encryption-data/>"}), "password",
            id="encrypted-odt",
        ),
        pytest.param("rtf", b"{\\rtf1 }", "no text", id="empty-rtf"),
        pytest.param("rtf", b"{\\rtf1 Rain fell", "it is cut off", id="cut-off-rtf"),
        pytest.param("rtf", b"{\\rtf1 {\\b Rain\\}}", "it is cut off", id="no-end-is-escaped"),
        pytest.param("rtf", b"{\\rtf1 Rain\\bin3 }}}", "it is cut off", id="no-end-is-data"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_one_line(kind: str, data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message) as caught:
        documents(kind, data)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("kind", ["docx", "odt", "epub"])
def test_a_zip_bomb_is_refused(kind: str) -> None:
    name = {"docx": "word/document.xml", "odt": "content.xml", "epub": "META-INF/container.xml"}
    bomb = zipped({name[kind]: b" " * 3_000_001})
    reader = import_module(f"newsbrief.formats.{kind}")
    with pytest.raises(InputError, match="unpacks to more than 3,000,000 bytes; --max-bytes sets"):
        reader.documents(bomb, 3_000_000)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param(b"{\\field{\\*\\fldinst{" * 10_000 + b"}" * 30_001, id="fields"),
        pytest.param(b"{\\fonttbl " + b"\\f1" * 20_000 + b"}}", id="fonts"),
        pytest.param(b"{" * 60_000 + b"}" * 60_001, id="groups"),
        pytest.param(b"{" * 60_000, id="groups-not-closed"),
    ],
)
def test_rich_text_takes_linear_time(source: bytes) -> None:
    with pytest.raises(InputError):
        documents("rtf", b"{\\rtf1 " + source)
