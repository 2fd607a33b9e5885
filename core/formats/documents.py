"""From the bytes of a file to the documents in it, whatever its kind.

The reader of a kind is a module of this room with a function ``documents(data)``, which takes the
bytes of a file, and that of an archive a limit for what it unpacks to, returns the documents in it
in order and raises ``InputError`` where it cannot be read. That of a kind with many articles takes
a stream and the options. It is imported when a file of its kind is read.
"""

import io
import re
from collections.abc import Iterable
from importlib import import_module
from itertools import islice
from pathlib import PurePath

from newsbrief.errors import InputError
from newsbrief.reading.columns import in_one_column
from newsbrief.reading.decoding import decode
from newsbrief.reading.line_numbers import without_line_numbers
from newsbrief.reading.mending import mended
from newsbrief.reading.page_breaks import without_page_breaks
from newsbrief.reading.reference_marks import without_reference_marks

from .detection import input_kind
from .document import Document, PartError
from .kinds import InputKind
from .options import DEFAULTS, MAX_BYTES, ReadOptions

_MODULES = {
    InputKind.HTML: "html",
    InputKind.MHTML: "mhtml",
    InputKind.PDF: "pdf",
    InputKind.DOCX: "docx",
    InputKind.ODT: "odt",
    InputKind.EPUB: "epub",
    InputKind.RTF: "rtf",
    InputKind.MAIL: "mail",
    InputKind.FEED: "feeds",
    InputKind.SUBTITLES: "subtitles",
    InputKind.MARKDOWN: "markdown",
    InputKind.PARQUET: "parquet",
    InputKind.WARC: "warc",
}
_OF_TEXT = (InputKind.HTML, InputKind.SUBTITLES, InputKind.MARKDOWN)
_OF_ZIP = (InputKind.DOCX, InputKind.ODT, InputKind.EPUB)
_OF_WORD_PROCESSORS = (InputKind.DOCX, InputKind.ODT, InputKind.RTF)
_SIGNS_OF_ESCAPES = ("\\n", "=\n", "=\r\n")
_SIGNS_OF_EXPORTS = ("LENGTH:", "Length:", " words\n", " words\r", "ProQuest document", "\nRecord")
_TIME = re.compile(r"(?m)^[\[(]?\d{1,2}:\d\d|\d:\d\d[\])]?:?[ \t\r]*$|[\[(]\d{1,2}:\d\d")
_ADDRESS = re.compile(r"https?://\S+")
_MIN_TEXT_CHARS = 60  # of a cell that may be a text
_MIN_TIMES = 3  # of a transcript
_MAX_MARKS = 10  # before the first time of a chat
_MAX_SENDER_CHARS = 60

MAX_LAYERS = 2
"""Of compression: a log that was packed twice is read, and no endless nest."""


def documents(
    data: bytes, name: str = "", options: ReadOptions = DEFAULTS
) -> Iterable[Document | PartError]:
    """The documents in a file that holds ``data`` and is called ``name``.

    Raises ``InputError`` where the file cannot be read; where only one of its articles cannot, an
    error stands in its place.
    """
    data, name, kind = unpacked(data, name, options)
    if kind is InputKind.TEXT:
        text = without_line_numbers(mended(_unescaped(decode(data, options.encoding))))
        _refuse_nameless_columns(text)
        text = in_one_column(text)
        text = without_reference_marks(without_page_breaks(text))
        return (
            _wire(text) or _chat(text) or _exported(text) or _transcript(text) or [Document(text)]
        )
    if kind in (InputKind.PARQUET, InputKind.WARC):
        of_rows = import_module(f"{__package__}.{_MODULES[kind]}")
        rows: Iterable[Document | PartError] = of_rows.documents(io.BytesIO(data), options)
        return rows
    if kind in (InputKind.JSON, InputKind.CSV):
        from . import tables

        read = tables.json_documents if kind is InputKind.JSON else tables.csv_documents
        return read(decode(data, options.encoding), options)
    if options.encoding is not None and kind in _OF_TEXT:
        # A mark that overrules what a page says.
        data = decode(data, options.encoding).encode("utf-8-sig")
    module = import_module(f"{__package__}.{_MODULES[kind]}")
    try:
        found: list[Document] = (
            module.documents(data, options.max_bytes or MAX_BYTES)
            if kind in _OF_ZIP
            else module.documents(data)
        )
    except InputError:
        raise
    except Exception as error:
        # A damaged or hostile file may have a library raise anything; the next one is still read.
        raise InputError(f"{kind} that cannot be read ({type(error).__name__})") from error
    if kind in _OF_WORD_PROCESSORS and len(found) == 1:
        return _exported(found[0].text) or _transcript(found[0].text) or found
    return found


def _unescaped(text: str) -> str:
    """``text`` as it was before a program escaped it, where it has a sign that one may have."""
    if not any(sign in text for sign in _SIGNS_OF_ESCAPES):
        return text
    from .escaped import unescaped

    return unescaped(text)


def _refuse_nameless_columns(text: str) -> None:
    """Raise ``InputError`` where ``text`` is a table with tabs whose columns have no names.

    Each line has as many cells, one with an address, and one as long as a text.
    """
    first = text.lstrip("\ufeff\r\n").partition("\n")[0]
    if "\t" not in first or "://" not in first:
        return
    rows = [line.split("\t") for line in text.splitlines() if line.strip()]
    cells = len(rows[0])
    if len(rows) > 1 and all(len(row) == cells and _is_of_article(row) for row in rows):
        raise InputError(
            "a table whose columns have no names: a first line with them is needed, "
            "such as url, title and text with tabs between"
        )


def _is_of_article(row: list[str]) -> bool:
    others = [cell for cell in row if not _ADDRESS.fullmatch(cell.strip())]
    return len(others) < len(row) and max(map(len, others), default=0) >= _MIN_TEXT_CHARS


def _wire(text: str) -> list[Document]:
    """The messages of a news wire in ``text`` where it has the codes of one; else none."""
    if "\x02" not in text:
        return []
    from . import wire_messages

    return wire_messages.documents(text)


def _chat(text: str) -> list[Document]:
    """The chat in ``text``, whose first line opens with a time, or ends with one; else none."""
    opens = text[:_MAX_MARKS].lstrip("\ufeff\u200e[ \r\n")[:1].isdigit()
    if not opens and " [" not in text[:_MAX_SENDER_CHARS]:
        return []
    from . import chats

    return chats.documents(text)


def _exported(text: str) -> list[Document]:
    """The articles in ``text`` where a press database has exported it; else none."""
    if not any(sign in text for sign in _SIGNS_OF_EXPORTS):
        return []
    from . import press_databases

    return press_databases.documents(text)


def _transcript(text: str) -> list[Document]:
    """The transcript in ``text`` where it has times as one has; else none."""
    if len(list(islice(_TIME.finditer(text), _MIN_TIMES))) < _MIN_TIMES:
        return []
    from . import transcripts

    return transcripts.documents(text)


def unpacked(
    data: bytes, name: str = "", options: ReadOptions = DEFAULTS
) -> tuple[bytes, str, InputKind]:
    """``data`` without its layers of compression, ``name`` without their endings, and the kind.

    Raises ``InputError`` where there are too many layers, or one cannot be read.
    """
    limit = options.max_bytes or MAX_BYTES
    for _ in range(MAX_LAYERS + 1):
        kind = input_kind(data, name, options.encoding, options.text_field)
        if kind is not InputKind.COMPRESSED:
            return data, name, kind
        from .compressed import opened

        data = opened(data, limit)
        name = str(PurePath(name).with_suffix("")) if name else ""
    raise InputError(f"compressed more than {MAX_LAYERS} times")
