"""Harnesses of reading: bytes to articles, by their kind or by what they look like."""

from pathlib import Path

import newsbrief
from newsbrief import NewsbriefError, ReadOptions
from newsbrief.formats.document import PartError
from newsbrief.formats.documents import documents
from newsbrief.formats.files import article as article_of
from newsbrief.reading.decoding import decode
from newsbrief.reading.mending import mended
from newsbrief.reading.page_breaks import without_page_breaks

from .choices import Choices
from .files import file
from .properties import article_holds
from .texts import text

MAX_BYTES = 1_000_000  # of what is unpacked: bombs end soon
PACKAGE = Path(newsbrief.__file__).parent.resolve()
_ENCODINGS = (
    *("utf-8", "utf-16", "koi8-r", "cp1252", "shift_jis", "gb18030", "utf-7", "x", "a\0", "zlib"),
)


def try_file(kind: str, data: bytes) -> None:
    """Bytes as a file of a ``kind``: articles, or one of newsbrief's errors for the file or a part.

    What a library raises is expected of damaged files; what our own code raises is not, even
    where ``documents`` makes an error of newsbrief of it.
    """
    content = file(kind, data)
    try:
        found = list(documents(content, f"a.{kind}", ReadOptions(max_bytes=MAX_BYTES)))
    except NewsbriefError as error:
        if error.__cause__ and _is_ours(error.__cause__):
            raise error.__cause__ from None
        raise
    for document in found:
        if isinstance(document, PartError):
            assert "\n" not in str(document)
        elif document.text:
            _known(document.title or None, document.byline, document.outlet)
            article_holds(article_of(document))


def _known(*words: str | None) -> None:
    """What a file says of its article is one line each."""
    for each in words:
        assert each is None or (each and "\n" not in each)


def _is_ours(error: BaseException) -> bool:
    """Whether ``error`` was raised in newsbrief itself, and not below it in a library."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return (
        trace is not None and PACKAGE in Path(trace.tb_frame.f_code.co_filename).resolve().parents
    )


def try_bytes(data: bytes) -> None:
    """Bytes without a name, of any kind or none, in any encoding or a given one."""
    choices = Choices(data[:2])
    encoding = choices.one_of(_ENCODINGS) if choices.below(2) else None
    options = ReadOptions(encoding, max_bytes=MAX_BYTES)
    for document in documents(data[2:], options=options):
        if not isinstance(document, PartError):
            article_holds(article_of(document))


def try_decoding(data: bytes) -> None:
    """Bytes to text, and the repairs that a plain text gets."""
    choices = Choices(data[:2])
    encoding = choices.one_of(_ENCODINGS) if choices.below(2) else None
    found = decode(data[2:], encoding)
    assert not found.startswith("\ufeff") or encoding
    without_page_breaks(mended(found))
    without_page_breaks(mended(text(data)))
