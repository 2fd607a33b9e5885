"""Binary files told by their first bytes: kinds that are read, and kinds that are refused by name.

The signatures are those of https://www.garykessler.net/library/file_sigs.html and of the formats'
own specifications. A zip archive is told by the names of the files in it.
"""

import re
from typing import TYPE_CHECKING

from newsbrief.errors import InputError

from .kinds import InputKind

if TYPE_CHECKING:
    from zipfile import ZipFile

GZIP = b"\x1f\x8b"
XZ = b"\xfd7zXZ\x00"
ZSTANDARD = b"\x28\xb5\x2f\xfd"
PARQUET = b"PAR1"  # at both ends
WARC = b"WARC/1."

_READ = (
    (b"%PDF-", InputKind.PDF),
    (b"{\\rtf", InputKind.RTF),
    (GZIP, InputKind.COMPRESSED),
    (XZ, InputKind.COMPRESSED),
    (ZSTANDARD, InputKind.COMPRESSED),
    (WARC, InputKind.WARC),
)

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_REFUSED = (  # what, where in the file, the bytes there
    ("a PNG image", 0, b"\x89PNG\r\n"),
    ("a JPEG image", 0, b"\xff\xd8\xff"),
    ("a GIF image", 0, b"GIF87a"),
    ("a GIF image", 0, b"GIF89a"),
    ("a TIFF image", 0, b"II*\x00"),
    ("a TIFF image", 0, b"MM\x00*"),
    ("an AVIF image", 4, b"ftypavif"),
    ("a HEIC image", 4, b"ftypheic"),
    ("a DjVu document", 0, b"AT&TFORM"),
    ("a video", 4, b"ftyp"),
    ("a video", 0, b"\x1aE\xdf\xa3"),  # Matroska, WebM
    ("a sound file", 0, b"ID3\x02"),  # MP3
    ("a sound file", 0, b"ID3\x03"),
    ("a sound file", 0, b"ID3\x04"),
    ("a sound file", 0, b"\xff\xfb"),
    ("a sound file", 0, b"OggS\x00"),
    ("a sound file", 0, b"fLaC"),
    ("a 7-Zip archive", 0, b"7z\xbc\xaf\x27\x1c"),
    ("a RAR archive", 0, b"Rar!\x1a\x07"),
    ("a tar archive", 257, b"ustar\x00"),
    ("a tar archive", 257, b"ustar  "),
    ("an Outlook mailbox (.pst)", 0, b"!BDN"),
    ("an attachment that only Outlook reads (winmail.dat)", 0, b"\x78\x9f\x3e\x22"),
    ("an old Office document (.doc, .xls or .ppt)", 0, _OLE),
    ("a PostScript document", 0, b"%!PS"),
    ("a Kindle book", 60, b"BOOKMOBI"),
    ("a Safari web archive or another property list", 0, b"bplist00"),
    ("a program", 0, b"\x7fELF"),
    ("a program", 0, b"\xcf\xfa\xed\xfe"),
    ("an SQLite database", 0, b"SQLite format 3\x00"),
    ("a font", 0, b"wOF2"),
    ("the pointer to a file in Git LFS", 0, b"version https://git-lfs."),
)

_RIFF = {b"WEBP": "a WebP image", b"AVI ": "a video", b"WAVE": "a sound file"}  # at 8
_BZIP2 = re.compile(  # the header, then a block or the end
    rb"BZh[1-9](?:1AY&SY|\x17rE8P\x90)"
)

_OF_OUTLOOK = "__properties_version1.0".encode("utf-16-le")
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OPENDOCUMENT = "application/vnd.oasis.opendocument."
_OFFICE = (  # a folder that only this kind of Office document has, and what it is called
    ("xl/", "an Excel workbook (.xlsx)"),
    ("ppt/", "a PowerPoint presentation (.pptx)"),
)
_MAX_MIMETYPE_BYTES = 200


def by_signature(data: bytes) -> InputKind | None:
    """The kind of file that ``data``, all of it, is by its first bytes; None where they do not say.

    Raises ``InputError`` for a kind that is not read; the message names it.
    """
    if data.startswith(_ZIP):
        return _zipped(data)
    for signature, kind in _READ:
        if data.startswith(signature):
            return kind
    if _BZIP2.match(data):
        return InputKind.COMPRESSED
    if data.startswith(b"RIFF") and (medium := _RIFF.get(data[8:12])):
        raise not_an_article(medium)
    if data.startswith(PARQUET) and data.endswith(PARQUET):
        return InputKind.PARQUET
    if data.startswith(_OLE) and _OF_OUTLOOK in data:
        raise not_an_article("an Outlook message (.msg, to be saved as .eml)")
    for what, offset, signature in _REFUSED:
        if data.startswith(signature, offset):
            raise not_an_article(what)
    return None


def not_an_article(what: str) -> InputError:
    """The error that refuses ``what``, as "a JPEG image"."""
    return InputError(f"this is {what}, not an article")


def _zipped(data: bytes) -> InputKind:
    """The kind of the document that a zip archive is."""
    import io
    import zipfile
    import zlib

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            mimetype = _mimetype(archive) if "mimetype" in names else ""
    except (
        *(zipfile.BadZipFile, zlib.error, EOFError),
        *(NotImplementedError, RuntimeError, OSError, ValueError),
    ):
        raise InputError("this is a damaged zip archive or document") from None
    if mimetype == "application/epub+zip":
        return InputKind.EPUB
    if mimetype.startswith(_OPENDOCUMENT):
        if mimetype.removeprefix(_OPENDOCUMENT).startswith("text"):
            return InputKind.ODT
        raise not_an_article("an OpenDocument spreadsheet, presentation or drawing")
    if any(name.startswith("word/") for name in names):
        return InputKind.DOCX
    for folder, what in _OFFICE:
        if any(name.startswith(folder) for name in names):
            raise not_an_article(what)
    raise not_an_article("a zip archive" if names else "an empty zip archive")


def _mimetype(archive: "ZipFile") -> str:
    """What the file ``mimetype`` of an EPUB or OpenDocument ``archive`` says."""
    with archive.open("mimetype") as file:
        return file.read(_MAX_MIMETYPE_BYTES).decode("ascii", "replace").strip()
