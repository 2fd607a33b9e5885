"""Files of each kind, built from bytes: well-formed enough to be read, and never quite right.

After a zero the bytes are the file itself, so that a fuzzer can start from real ones.
"""

import bz2
import gzip
import io
import json
import lzma
import re
import zipfile
import zlib
from base64 import b64encode
from collections.abc import Callable, Mapping
from quopri import encodestring
from typing import NamedTuple

from .choices import Choices
from .file_pieces import (
    DRAWING,
    FEED,
    FIELDS,
    HEADERS,
    HTML,
    MARKDOWN,
    OPEN_DOCUMENT,
    RICH_TEXT,
    SUBTITLES,
    WORD,
)
from .texts import built, piece, sentence

_MAX_DEPTH = 12
_NOT_OF_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_CHAPTER = "<p>" + "It rained all day, and the quay was shut, Ann Lee said. " * 3 + "</p>"
_MAX_PARTS = 40


def file(kind: str, data: bytes) -> bytes:
    """The file of a ``kind`` in ``BUILDERS`` that ``data`` stands for."""
    if data[:1] == b"\0":
        return data[1:]
    choices = Choices(data)
    content = BUILDERS[kind](choices)
    if choices.one_in(8):  # cut off, or with a byte that is another
        at = choices.below(len(content) + 1)
        content = content[:at] + choices.raw(choices.below(4)) + content[at + choices.below(3) :]
    return content


class _Marked(NamedTuple):
    """How a format marks text up: its elements, and what stands around a paragraph."""

    names: tuple[str, ...]
    opening: str
    closing: str


_HTML = _Marked(HTML, "<p>", "</p>")
_WORD = _Marked(WORD, "<w:p><w:r><w:t>", "</w:t></w:r></w:p>")
_OPEN_DOCUMENT = _Marked(OPEN_DOCUMENT, "<t:p>", "</t:p>")
_FEED = _Marked(FEED, "<item><title>Rain</title><description>", "</description></item>")
_ENTRIES = _Marked(FEED, "<entry><title>Rain</title><content type='html'>", "</content></entry>")


def _marked(choices: Choices, form: _Marked) -> str:
    """Elements with text in them; now and then one is not closed, or a character not escaped."""
    broken = choices.one_in(8)
    return _elements(choices, form, 0, broken=broken)


def _elements(choices: Choices, form: _Marked, depth: int, *, broken: bool) -> str:
    parts: list[str] = []
    for _ in range(1 + choices.below(6)):
        if not choices:
            break
        kind = choices.below(4)
        if kind == 0:
            parts += (form.opening, _escaped(choices, broken=broken), form.closing)
        elif kind == 1 or depth >= _MAX_DEPTH:
            parts.append(_escaped(choices, broken=broken))
        else:
            name = choices.one_of(form.names)
            closing = "" if broken and choices.one_in(8) else f"</{name.split(' ')[0]}>"
            parts += (f"<{name}>", _elements(choices, form, depth + 1, broken=broken), closing)
    return "".join(parts)


def _escaped(choices: Choices, *, broken: bool) -> str:
    """A piece of text, as XML holds it if not ``broken``."""
    text = piece(choices)
    if broken and choices.one_in(8):
        return text
    text = text.replace("&", "&amp;").replace("<", "&lt;")
    return _NOT_OF_XML.sub("", text)


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "replace")


def _mixed(choices: Choices, pieces: tuple[str, ...], before: str = "") -> str:
    """Pieces of a format and of text, in any order."""
    parts = [before]
    while choices and len(parts) < _MAX_PARTS:
        parts.append(choices.one_of(pieces) if choices.below(2) else piece(choices))
    return "".join(parts)


def _html(choices: Choices) -> bytes:
    return _encoded(f"<!DOCTYPE html><html><body>{_marked(choices, _HTML)}</body></html>")


def _zipped(files: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), _encoded(content))
    return out.getvalue()


def _docx(choices: Choices) -> bytes:
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = _marked(choices, _WORD)
    document = f'<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>'
    files = {"word/document.xml": document}
    if choices.below(2):
        core = "".join(
            f"<{n}>{_escaped(choices, broken=False)}</{n}>" for n in ("title", "creator", "created")
        )
        files["docProps/core.xml"] = f"<coreProperties>{core}</coreProperties>"
    return _zipped({"[Content_Types].xml": "<Types/>"} | files)


def _odt(choices: Choices) -> bytes:
    of = "urn:oasis:names:tc:opendocument:xmlns:"
    spaces = f'xmlns:o="{of}office:1.0" xmlns:t="{of}text:1.0" xmlns:tb="{of}table:1.0"'
    content = f"<o:doc {spaces}><o:text>{_marked(choices, _OPEN_DOCUMENT)}</o:text></o:doc>"
    mime = "application/vnd.oasis.opendocument.text"
    return _zipped({"mimetype": mime, "content.xml": content})


def _epub(choices: Choices) -> bytes:
    chapters = {
        f"c{i}.xhtml": f"<html><body>{_CHAPTER}{_marked(choices, _HTML)}</body></html>"
        for i in (0, 1)
    }
    items = "".join(
        f'<item id="{i}" href="{name}" media-type="application/xhtml+xml"/><itemref idref="{i}"/>'
        for i, name in enumerate(chapters)
    )
    said = "".join(
        f'<{n} xmlns="http://purl.org/dc/elements/1.1/">{_escaped(choices, broken=False)}</{n}>'
        for n in ("title", "creator", "date", "language")
    )
    rootfile = '<container><rootfile full-path="book.opf"/></container>'
    package = f"<package>{said}{items}</package>"
    container = {"mimetype": "application/epub+zip", "META-INF/container.xml": rootfile}
    return _zipped(container | {"book.opf": package} | chapters)


def _rtf(choices: Choices) -> bytes:
    return _encoded("{\\rtf1\\ansi " + _mixed(choices, RICH_TEXT) + "}" * choices.below(99))


def _mail(choices: Choices) -> bytes:
    lines = ["From ann@coast.example Tue Mar  4 09:12:44 2025"] if choices.below(4) == 3 else []
    lines += [
        "From: a@b.co",
        "To: c@d.co",
        *(choices.one_of(HEADERS) for _ in range(choices.below(8))),
    ]
    parts = [_encoded("\n".join(lines) + "\n\n")]
    while choices and len(parts) < _MAX_PARTS:
        parts.append(_mail_part(choices))
    return b"".join(parts)


def _mail_part(choices: Choices) -> bytes:
    """Text in one of the ways that mail holds it, or what parts it."""
    content = _encoded(built(choices, 4))
    match choices.below(6):
        case 0:
            return encodestring(content)
        case 1:
            return b64encode(content)
        case 2:
            return b"\n--x\n" + _encoded(choices.one_of(HEADERS)) + b"\n\n" + content
        case 3:
            return b"\n--x--\n"
        case _:
            return content


def _mhtml(choices: Choices) -> bytes:
    page = encodestring(_html(choices))
    more = _encoded(choices.one_of(HEADERS))
    return (
        b"From: <Saved>\nContent-Type: multipart/related; boundary=x\n\n--x\n"
        b"Content-Type: text/html\n%s\nContent-Transfer-Encoding: quoted-printable\n\n%s\n--x--\n"
    ) % (more, page)


def _feed(choices: Choices) -> bytes:
    spaces = (
        "xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:media='http://search.yahoo.com/mrss/'"
    )
    spaces += " xmlns:content='http://purl.org/rss/1.0/modules/content/'"
    if choices.below(2):
        items = _marked(choices, _ENTRIES)
        return _encoded(f"<feed xmlns='http://www.w3.org/2005/Atom' {spaces}>{items}</feed>")
    items = _marked(choices, _FEED)
    return _encoded(f"<rss {spaces}><channel>{items}</channel></rss>")


def _json(choices: Choices) -> bytes:
    if choices.below(2):
        return _encoded(json.dumps(_value(choices, 0)))
    return _encoded("\n".join(json.dumps(_value(choices, 0)) for _ in range(1 + choices.below(4))))


def _value(choices: Choices, depth: int) -> object:
    """A value of JSON: at the top, most often an article."""
    kind = choices.below(8) if depth else choices.below(2)
    if depth > _MAX_DEPTH:
        return None
    if kind == 0:
        return {choices.one_of(FIELDS): _value(choices, depth + 1) for _ in range(choices.below(6))}
    if kind == 1:
        return [_value(choices, depth + 1) for _ in range(choices.below(4))]
    odd: tuple[object, ...] = (
        None,
        True,
        -1,
        1e300,
        "",
        "2025-03-04T09:12:44Z",
        "https://a.example/b",
    )
    return built(choices, 6) if kind < 7 else choices.one_of(odd)


def _csv(choices: Choices) -> bytes:
    mark = choices.one_of((",", "\t", ";", "|"))
    end = choices.one_of(("\n", "\r\n", "\r"))
    lines = [mark.join(("text", *(choices.one_of(FIELDS) for _ in range(choices.below(4)))))]
    while choices and len(lines) < _MAX_PARTS:
        cells = (built(choices, 2) for _ in range(1 + choices.below(4)))
        quoted = (f'"{c}"' if choices.below(2) else c.replace(mark, " ") for c in cells)
        lines.append(mark.join(quoted))
    return _encoded(end.join(lines))


def _pdf(choices: Choices) -> bytes:
    pages = [_drawn(choices) for _ in range(1 + choices.below(3))]
    objects = [b"<</Type/Catalog/Pages 2 0 R>>"]
    kids = b" ".join(b"%d 0 R" % (4 + 2 * i) for i in range(len(pages)))
    objects.append(b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(pages), kids))
    objects.append(b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>")
    for i, drawn in enumerate(pages):
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R>>>>>>" % (5 + 2 * i)
        )
        objects.append(b"<</Length %d>>stream\n%s\nendstream" % (len(drawn), drawn))
    body = b"".join(b"%d 0 obj%s endobj\n" % (i, each) for i, each in enumerate(objects, 1))
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R>>\n%%EOF"


def _drawn(choices: Choices) -> bytes:
    """What draws a page."""
    parts = ["BT\n/F1 12 Tf\n14 TL\n72 720 Td\n"]
    while choices and len(parts) < _MAX_PARTS:
        if choices.below(2):
            parts.append(choices.one_of(DRAWING))
        else:
            words = sentence(choices).replace("\\", "").replace("(", "").replace(")", "")
            parts.append(f"({words}) Tj\nT*\n")
    return "".join(parts).encode("cp1252", "ignore")


def _compressed(choices: Choices) -> bytes:
    packs: tuple[Callable[[bytes], bytes], ...] = (
        *(gzip.compress, bz2.compress, lzma.compress, zlib.compress, _only_file),
    )
    pack = choices.one_of(packs)
    inner = (
        _encoded(built(choices)) if choices.below(4) else _compressed(choices) if choices else b""
    )
    return pack(inner) + choices.raw(choices.below(4))


def _only_file(content: bytes) -> bytes:
    return _zipped({"a.txt": content.decode("utf-8", "replace")})


def _of(pieces: tuple[str, ...], before: str = "") -> Callable[[Choices], bytes]:
    return lambda choices: _encoded(_mixed(choices, pieces, before))


BUILDERS: dict[str, Callable[[Choices], bytes]] = {
    "html": _html,
    "mhtml": _mhtml,
    "pdf": _pdf,
    "docx": _docx,
    "odt": _odt,
    "epub": _epub,
    "rtf": _rtf,
    "eml": _mail,
    "rss": _feed,
    "md": _of(MARKDOWN),
    "vtt": _of(SUBTITLES, "WEBVTT\n\n00:01.000 --> 00:02.000\n"),
    "json": _json,
    "csv": _csv,
    "gz": _compressed,
    "txt": lambda choices: _encoded(built(choices)),
}
"""What builds a file of each kind, by the ending of its name."""
