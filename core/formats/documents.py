"""From the bytes of a file to the documents in it, whatever its kind.

The reader of a kind is a module of this room with a function ``documents(data)``, which takes the
bytes of a file, returns the documents in it in order and raises ``InputError`` where it cannot be
read. It is imported when a file of its kind is read.
"""

from collections.abc import Iterable
from importlib import import_module
from pathlib import PurePath

from newsbrief.errors import InputError
from newsbrief.reading.decoding import decode

from .detection import input_kind
from .document import Document
from .kinds import InputKind

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
}
_MAX_LAYERS = 2  # of compression: a log that was packed twice, but no endless nest


def documents(
    data: bytes, name: str = "", *, limit: int, encoding: str | None = None
) -> Iterable[Document]:
    """The documents in a file that holds ``data`` and is called ``name``.

    ``limit`` is the most bytes that a compressed file may become. ``encoding`` takes the place of
    detection in files of text. Raises ``InputError`` where the file cannot be read.
    """
    for _ in range(_MAX_LAYERS + 1):
        kind = input_kind(data, name)
        if kind is not InputKind.COMPRESSED:
            break
        data = import_module(f"{__package__}.compressed").opened(data, limit)
        name = str(PurePath(name).with_suffix(""))
    else:
        raise InputError(f"compressed more than {_MAX_LAYERS} times")
    if kind is InputKind.TEXT:
        return [Document(decode(data, encoding))]
    if encoding is not None and kind in (InputKind.HTML, InputKind.SUBTITLES, InputKind.MARKDOWN):
        data = decode(data, encoding).encode("utf-8-sig")  # a mark that overrules what a page says
    read: Iterable[Document] = import_module(f"{__package__}.{_MODULES[kind]}").documents(data)
    return read
