"""The kind of an input: by content, by name, and the near misses that stay plain text."""

import bz2
import gzip
import io
import lzma
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.errors import InputError
from newsbrief.formats.detection import input_kind
from newsbrief.formats.kinds import InputKind

TAGGED = "<p>Rain.</p><p>Wind.</p><p>Snow.</p><p>Sleet.</p>"
BASE64 = (
    "VGhlIHF1YXkgYXQgT3N0cmFuZCB3YXMgc2h1dCBvbiBNb25kYXkuIE5vYm9keSB3YXMg",
    "aHVydCwgdGhlIHBvcnQgYXV0aG9yaXR5IHNhaWQu",
)
PROSE = "The quay at Ostrand was shut on Monday. Nobody was hurt, the port authority said.\n"


def zipped(*files: tuple[str, str]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name, text in files:
            archive.writestr(name, text)
    return data.getvalue()


OPENDOCUMENT = "application/vnd.oasis.opendocument"


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        pytest.param(b"%PDF-1.7\n", InputKind.PDF, id="pdf"),
        pytest.param(b"{\\rtf1\\ansi Rain.}", InputKind.RTF, id="rtf"),
        pytest.param(zipped(("word/document.xml", "")), InputKind.DOCX, id="docx"),
        pytest.param(zipped(("mimetype", f"{OPENDOCUMENT}.text")), InputKind.ODT, id="odt"),
        pytest.param(zipped(("mimetype", "application/epub+zip\n")), InputKind.EPUB, id="epub"),
        pytest.param(gzip.compress(b"Rain."), InputKind.COMPRESSED, id="gzip"),
        pytest.param(bz2.compress(b"Rain."), InputKind.COMPRESSED, id="bzip2"),
        pytest.param(lzma.compress(b"Rain."), InputKind.COMPRESSED, id="xz"),
        pytest.param(b"\x28\xb5\x2f\xfd\x20\x05", InputKind.COMPRESSED, id="zstd"),
        pytest.param(b"WARC/1.0\r\n", InputKind.WARC, id="warc"),
        pytest.param(b"PAR1....PAR1", InputKind.PARQUET, id="parquet"),
    ],
)
def test_binary_kinds_are_told_by_their_content(data: bytes, kind: InputKind) -> None:
    assert input_kind(data) is kind
    assert input_kind(data, "article.txt") is kind, "whatever the name"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        pytest.param(b"\x89PNG\r\n\x1a\n", "a PNG image", id="png"),
        pytest.param(b"\xff\xd8\xff\xe0", "a JPEG image", id="jpeg"),
        pytest.param(b"RIFF\x00\x00\x00\x00WEBPVP8 ", "a WebP image", id="webp"),
        pytest.param(b"\x00\x00\x00\x18ftypmp42", "a video", id="mp4"),
        pytest.param(b"\x00\x00\x00\x18ftypheic", "a HEIC image", id="heic"),
        pytest.param(b"ID3\x04", "a sound file", id="mp3"),
        pytest.param(zipped(("xl/workbook.xml", "")), "an Excel workbook", id="xlsx"),
        pytest.param(zipped(("ppt/presentation.xml", "")), "a PowerPoint", id="pptx"),
        pytest.param(
            zipped(("mimetype", f"{OPENDOCUMENT}.spreadsheet")), "an OpenDocument", id="ods"
        ),
        pytest.param(zipped(("a.txt", PROSE)), "a zip archive", id="zip"),
        pytest.param(zipped(), "an empty zip archive", id="empty zip"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document", id="doc"),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "__properties_version1.0".encode("utf-16-le"),
            "an Outlook message",
            id="msg",
        ),
        pytest.param(b"!BDN\x00", "an Outlook mailbox", id="pst"),
        pytest.param(b"\x78\x9f\x3e\x22", "only Outlook reads", id="winmail.dat"),
        pytest.param(b"\0" * 257 + b"ustar\0", "a tar archive", id="tar"),
        pytest.param(b"bplist00", "a Safari web archive", id="webarchive"),
        pytest.param(b"%!PS-Adobe-3.0", "a PostScript document", id="postscript"),
        pytest.param(b'<svg xmlns="x"><a/></svg>', "an XML document (svg)", id="svg"),
        pytest.param(b'<?xml version="1.0"?><nitf><body/></nitf>', "(nitf)", id="other XML"),
        pytest.param(b"<quote>Rain</quote>", "an XML document (quote)", id="XML by its end"),
    ],
)
def test_other_kinds_are_refused_by_name(data: bytes, what: str) -> None:
    with pytest.raises(InputError, match=r"this is .*, not an article") as caught:
        input_kind(data, "article.txt")
    assert what in str(caught.value)


def test_a_damaged_archive_is_refused() -> None:
    with pytest.raises(InputError, match="a damaged zip archive or document"):
        input_kind(b"PK\x03\x04" + b"\xff" * 40)


def test_a_file_in_an_archive_that_is_shorter_than_told_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.infolist()[0].compress_size += 5000
        archive.infolist()[0].file_size += 5000
    with pytest.raises(InputError, match="a damaged zip archive or document"):
        input_kind(packed.getvalue())


def test_a_file_in_an_archive_that_does_not_unpack_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip")
    data = packed.getvalue()
    start = data.index(b"mimetype") + len("mimetype")
    with pytest.raises(InputError, match="a damaged zip archive or document"):
        input_kind(data[:start] + b"\xff\xff\xff" + data[start + 3 :])


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # Markup
        pytest.param("<!DOCTYPE html><html><p>Rain</p></html>", InputKind.HTML, id="page"),
        pytest.param("\n <!-- saved --><HTML lang=en>", InputKind.HTML, id="after a comment"),
        pytest.param('<?xml version="1.0"?>\n<html xmlns="x">', InputKind.HTML, id="xhtml"),
        pytest.param("<p>Rain on Monday.</p>", InputKind.HTML, id="fragment"),
        pytest.param("Rain.<br>Snow.<br/>Sleet.<BR />Hail.", InputKind.HTML, id="line breaks"),
        pytest.param(
            "Use <p> for a paragraph and <br> for a line.", InputKind.TEXT, id="tags named"
        ),
        pytest.param(f"{PROSE}{TAGGED}", InputKind.HTML, id="text, then tags"),
        pytest.param(f"{PROSE}{TAGGED}[a](b) [c](d)", InputKind.HTML, id="tags, then marks"),
        pytest.param("<Reuters> - The quay is shut.", InputKind.TEXT, id="brackets"),
        pytest.param("<3 is how the mayor signed.", InputKind.TEXT, id="less than"),
        pytest.param("x < y and y > z, she wrote.", InputKind.TEXT, id="inequality"),
        # Feeds
        pytest.param('<?xml version="1.0"?><rss version="2.0">', InputKind.FEED, id="rss"),
        pytest.param("<rss><channel>", InputKind.FEED, id="bare rss"),
        pytest.param('<feed xmlns="http://www.w3.org/2005/Atom">', InputKind.FEED, id="atom"),
        pytest.param('<rdf:RDF xmlns="http://purl.org/rss/1.0/">', InputKind.FEED, id="rss 1"),
        pytest.param("RSS is how feeds are read.", InputKind.TEXT, id="about feeds"),
        # Mail
        pytest.param("From: a@b.example\nTo: c\nSubject: d\n\nRain.", InputKind.MAIL, id="mail"),
        pytest.param(
            "Received: by x;\n Mon, 3 May\nFrom: a\nDate: b\n\nRain.", InputKind.MAIL, id="folded"
        ),
        pytest.param(
            "From a@b.example Mon May  3 10:00:00 2025\nFrom: a\n\nRain.", InputKind.MAIL, id="mbox"
        ),
        pytest.param("From: the editor\nSubject: rain\n\nRain.", InputKind.TEXT, id="two headers"),
        pytest.param("Brandt: Yes.\nMoe: No.\nRoe: Maybe.\n", InputKind.TEXT, id="transcript"),
        pytest.param("From the start it rained.\nTo: be shut.\n", InputKind.TEXT, id="from"),
        pytest.param(
            "From: <Saved by Blink>\nSnapshot-Content-Location: https://a.example/\n"
            'Content-Type: multipart/related; type="text/html"; boundary="x"\n\n--x\n',
            InputKind.MHTML,
            id="mhtml",
        ),
        pytest.param(
            "From: a\nDate: b\nContent-Type: multipart/alternative; boundary=x\n\n--x\n",
            InputKind.MAIL,
            id="mail in parts",
        ),
        # Subtitles
        pytest.param("1\n00:00:01,000 --> 00:00:04,000\nRain\n", InputKind.SUBTITLES, id="srt"),
        pytest.param("\ufeff1\r\n00:00:01,000 --> 00:00:04,000\r\n", InputKind.SUBTITLES, id="dos"),
        pytest.param("WEBVTT\n\n00:01.000 --> 00:04.000\nRain", InputKind.SUBTITLES, id="vtt"),
        pytest.param("WEBVTT is a format of subtitles.\n", InputKind.TEXT, id="about subtitles"),
        pytest.param("1\n00:00:01 the siren went\n", InputKind.TEXT, id="times"),
        pytest.param("16:42 --> the quay is shut\n", InputKind.TEXT, id="arrow"),
        pytest.param(
            f"1\n00:00:01,000 --> 00:00:04,000\n{TAGGED}", InputKind.SUBTITLES, id="tags in srt"
        ),
        pytest.param("0:00:01.000,0:00:04.250\nRain\n", InputKind.SUBTITLES, id="sbv"),
        pytest.param("0:01:23.456,0:01:24.001,Roe\n", InputKind.TEXT, id="lap times"),
        pytest.param("1:23.456,1:24.001\nRoe won.\n", InputKind.TEXT, id="shorter times"),
        # Data
        pytest.param('{"title": "Rain", "text": "It rained."}', InputKind.JSON, id="json"),
        pytest.param('[\n {"text": "It rained."}]', InputKind.JSON, id="list"),
        pytest.param('{"text": "a"}\n{"text": "b"}\n', InputKind.JSON, id="lines"),
        pytest.param(f'{{"body": "{TAGGED}"}}', InputKind.JSON, id="tags in json"),
        pytest.param(f'[{{"body": "{TAGGED}"}}]', InputKind.JSON, id="tags in a list"),
        pytest.param(f'title,body\nRain,"{TAGGED}"\n', InputKind.CSV, id="tags in csv"),
        pytest.param("[Music] The quay is shut.", InputKind.TEXT, id="in brackets"),
        pytest.param('["Yes," she said.] It rained.', InputKind.TEXT, id="quotation in brackets"),
        pytest.param("{Correction: the quay is open.}", InputKind.TEXT, id="in braces"),
        pytest.param("title,text\nRain,It rained.\n", InputKind.CSV, id="csv"),
        pytest.param("sep=;\ntitle;text\nRain;It rained.\n", InputKind.CSV, id="csv of Excel"),
        pytest.param("sep=;\nRain, it rained.\n", InputKind.TEXT, id="no csv of Excel"),
        pytest.param("id\tbody\tdate\n1\tIt rained.\t2025\n", InputKind.CSV, id="tsv"),
        pytest.param('"url";"content"\n"a";"It rained."\n', InputKind.CSV, id="semicolons"),
        pytest.param("Text, images and content\n\nIt rained, again.", InputKind.TEXT, id="commas"),
        pytest.param("Title, text\nIt rained.\n", InputKind.TEXT, id="a space"),
        pytest.param("name,town\nRoe,Ostrand\n", InputKind.TEXT, id="no text"),
        pytest.param("id,post,day,town\n7,It rained.,,\n", InputKind.CSV, id="many columns"),
        pytest.param('file\tfact\tline\tclaim\na\t0\t3\t"A, b"\n', InputKind.CSV, id="facts"),
        pytest.param("rain,snow,hail,wind\n\nIt rained.\n", InputKind.TEXT, id="no row below"),
        pytest.param("rain,snow,hail,wind\nIt rained, she said.\n", InputKind.TEXT, id="few cells"),
        pytest.param("5,6,7,8\n1,2,3,4\n", InputKind.TEXT, id="no names"),
        # Markdown
        pytest.param("---\ntitle: Rain\n---\nIt rained.\n", InputKind.MARKDOWN, id="front matter"),
        pytest.param(
            f"---\ntitle: Rain\n---\n\n{TAGGED}", InputKind.MARKDOWN, id="tags below front matter"
        ),
        pytest.param("# Rain\n\nIt **rained** a lot.\n", InputKind.MARKDOWN, id="markdown"),
        pytest.param("See [a](b.md) and [c](d.md).", InputKind.MARKDOWN, id="links"),
        pytest.param("---\nIt rained.\n---\nIt snowed.\n", InputKind.TEXT, id="rules"),
        pytest.param("---\nUpdate: rain\n\n---\nSnow.\n", InputKind.TEXT, id="a label"),
        pytest.param("---\ntitle: Rain\n\nIt rained.\n---\n", InputKind.TEXT, id="prose in it"),
        pytest.param("**Note** and **more**: 5*3*2", InputKind.TEXT, id="one kind of mark"),
        pytest.param("# 1 Rain\n# 2 Snow\n", InputKind.TEXT, id="numbers"),
        pytest.param("[Roe]: Tuesday\n[Lee]: Yes\n", InputKind.TEXT, id="speakers in brackets"),
        pytest.param("#rain is what they call it. #flood\n", InputKind.TEXT, id="hashtags"),
        pytest.param("The mayor* said **no.\n\n* by telephone\n", InputKind.TEXT, id="footnote"),
        pytest.param("She was 5 ** 2 (25) [sic] (really).", InputKind.TEXT, id="marks in prose"),
        # Text
        pytest.param("The new WAVE of strikes.", InputKind.TEXT, id="a sound file's word"),
        pytest.param(f"{'a' * 70}\n{'b' * 70}", InputKind.TEXT, id="letters"),
        pytest.param(f"{BASE64[0]}.\n{BASE64[1]}\n", InputKind.TEXT, id="base64 and a point"),
        pytest.param(f"Her key:\n{BASE64[0]}\n", InputKind.TEXT, id="base64 in a text"),
        pytest.param("VGhlIHF1YXk=", InputKind.TEXT, id="too short for base64"),
        pytest.param(
            f"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n{PROSE}",
            InputKind.TEXT,
            id="a signed message",
        ),
        pytest.param(f"-----BEGIN STATEMENT-----\n{PROSE}", InputKind.TEXT, id="a statement"),
        pytest.param("ID3 cars were sold.", InputKind.TEXT, id="another's"),
        pytest.param("BZhang said it rained.", InputKind.TEXT, id="bzip2's"),
        pytest.param("PAR1S is a town.", InputKind.TEXT, id="Parquet's"),
        pytest.param("WARC/ives burned.", InputKind.TEXT, id="WARC's"),
        pytest.param(f"{'It is. ' * 36}Themustard", InputKind.TEXT, id="tar's"),
        pytest.param(PROSE, InputKind.TEXT, id="prose"),
        pytest.param("", InputKind.TEXT, id="nothing"),
    ],
)
def test_texts_are_told_by_how_they_open(text: str, kind: InputKind) -> None:
    assert input_kind(text.encode()) is kind
    assert input_kind(text.removeprefix("\ufeff").encode("utf-16")) is kind, "in UTF-16 too"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param("id,post\n7,It rained.\n", InputKind.CSV, id="comma"),
        pytest.param('"id";"post"\r\n7;"It rained."\r\n', InputKind.CSV, id="semicolon"),
        pytest.param("the day\tpost\nMonday\tIt rained.\n", InputKind.CSV, id="tab"),
        pytest.param("id,posts\n7,It rained.\n", InputKind.TEXT, id="another column"),
        pytest.param("id,post\n", InputKind.TEXT, id="no row"),
        pytest.param("post\nIt rained.\n", InputKind.TEXT, id="a headline"),
        pytest.param("Rain, post, snow\nIt rained.\n", InputKind.TEXT, id="a list of words"),
    ],
)
def test_a_table_is_told_by_the_name_of_its_texts(text: str, kind: InputKind) -> None:
    assert input_kind(text.encode(), text_field="post") is kind
    assert input_kind(text.encode()) is InputKind.TEXT


@pytest.mark.parametrize(
    ("name", "text", "kind"),
    [
        pytest.param("a.md", PROSE, InputKind.MARKDOWN, id="md"),
        pytest.param("a.html", "Rain & <b>snow</b>.", InputKind.HTML, id="html"),
        pytest.param("a.html", PROSE, InputKind.TEXT, id="html without a tag"),
        pytest.param("a.csv", "a,b\n1,2\n", InputKind.CSV, id="csv"),
        pytest.param("A.JSON", "not json", InputKind.JSON, id="json"),
        pytest.param("a.eml", "From: a\n\nRain.", InputKind.MAIL, id="eml"),
        pytest.param("a.pdf", PROSE, InputKind.TEXT, id="no pdf"),
        pytest.param("a.txt", "<html><p>Rain</p>", InputKind.HTML, id="page called txt"),
        pytest.param("a.json", f'{{"body": "{TAGGED}"}}', InputKind.JSON, id="tags in json"),
        pytest.param("a.jsonl", f'{{"body": "{TAGGED}"}}\n', InputKind.JSON, id="tags in jsonl"),
        pytest.param("a.csv", f"a,b\n1,{TAGGED}\n", InputKind.CSV, id="tags in csv"),
        pytest.param("a.md", f"{PROSE}{TAGGED}", InputKind.MARKDOWN, id="tags in md"),
        pytest.param("a.md", f"<div>{PROSE}</div>", InputKind.MARKDOWN, id="a tag opens md"),
        pytest.param("a.md", "<details>Rain</details>", InputKind.MARKDOWN, id="no XML in md"),
        pytest.param("a.md", f"<html>{TAGGED}", InputKind.HTML, id="page called md"),
        pytest.param("a.md", f"<!DOCTYPE html>{TAGGED}", InputKind.HTML, id="whole page called md"),
        pytest.param("a.json", f"<html>{TAGGED}", InputKind.HTML, id="page called json"),
    ],
)
def test_a_name_decides_where_the_content_leaves_it_open(
    name: str, text: str, kind: InputKind
) -> None:
    assert input_kind(text.encode(), name) is kind


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\\documentclass{article}\n\\begin{document}\nRain.", "a LaTeX document"),
        ("[Script Info]\nTitle: Rain\n[Events]\n", "Advanced SubStation Alpha"),
        ("\n".join(BASE64), "this is data in base64, not an article"),
        ("".join(BASE64), "base64"),
        (f"-----BEGIN PGP MESSAGE-----\n\n{BASE64[0]}\n", r"ASCII armour \(PGP MESSAGE\)"),
        (
            f"-----BEGIN PGP MESSAGE-----\r\nVersion: 2\r\nHash: a\r\n\r\n{BASE64[0]}\r\n",
            "PGP MESSAGE",
        ),
        (f"-----BEGIN CERTIFICATE-----\n{BASE64[0]}\n{BASE64[1]}\n", "CERTIFICATE"),
    ],
)
def test_text_that_no_one_reads_is_refused(text: str, message: str) -> None:
    with pytest.raises(InputError, match=message):
        input_kind(text.encode())


@given(st.binary(max_size=400))
def test_any_bytes_have_a_kind_or_are_refused_in_a_line(data: bytes) -> None:
    try:
        assert input_kind(data) in InputKind
    except InputError as error:
        assert "\n" not in str(error)  # noqa: PT017
