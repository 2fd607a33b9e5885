"""Web archives (WARC, ISO 28500): the pages in what crawlers kept, by FastWARC.

A page is an answer with status 200 that is HTML or plain text, a resource that is, or a text that
was made of one (WET). Other records are passed over.
"""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsbrief.errors import InputError
from newsbrief.reading.decoding import is_text_encoding

from .compressed import PassedOverError
from .document import Document, Page, PartError
from .extras import library
from .options import MAX_BYTES, ReadOptions
from .stated_values import web_address

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_PAGES = ("text/html", "application/xhtml+xml", "text/plain")
_OK = 200
_PACKINGS = ("content-encoding", "transfer-encoding")
_RECORD_END = b"\r\n\r\n"


def documents(file: io.BufferedIOBase, options: ReadOptions) -> Iterator[Document | PartError]:
    """The articles in the archive in ``file``, each as soon as it is read.

    Raises ``InputError`` where the archive is damaged.
    """
    for page in pages(file, options):
        if isinstance(page, PartError):
            yield page
            continue
        try:
            yield document(page, options)
        except InputError as error:
            yield PartError(str(error), page.part, page.id)


def pages(file: io.BufferedIOBase, options: ReadOptions) -> Iterator[Page | PartError]:
    """The pages in the archive in ``file``, called by the number of their record, from 1.

    An error stands in the place of records that are lost in a damaged file, with one number. Raises
    ``InputError`` where nothing more can be read behind the damage.
    """
    limit = options.max_bytes or MAX_BYTES
    first = 1
    while True:
        try:
            yield from _pages(file, first, limit)
        except _DamageError as error:
            if not isinstance(error.__cause__, PassedOverError):
                raise
            yield PartError(str(error), error.number)
            first = error.number + 1
        else:
            return


def _pages(file: io.BufferedIOBase, first: int, limit: int) -> Iterator[Page | PartError]:
    """The pages in ``file`` from the record with the number ``first`` on.

    Raises ``InputError`` where it is damaged.
    """
    module = library("fastwarc.warc", "warc", "a web archive (WARC)")
    ending = _Ending(file)
    records = enumerate(module.ArchiveIterator(ending, parse_http=False), first)
    done = first - 1
    damage = ""
    cause: Exception | None = None
    while True:
        try:
            number, record = next(records)
            page = _page(record, number, limit)
        except StopIteration:
            if done and not ending.is_whole:
                damage = "this web archive is cut off, in or"
            break
        except Exception as error:  # noqa: BLE001 - whatever FastWARC raises at a hostile file
            damage, cause = "a damaged web archive,", error
            break
        is_cut_off = isinstance(page, _CutOffError)
        if page is not None and not (is_cut_off and isinstance(ending.damage, PassedOverError)):
            yield page
        if is_cut_off:
            break
        done = number
    if ending.damage:
        damage, cause = f"{ending.damage},", ending.damage
    if damage:
        raise _DamageError(f"{damage} after record {done}", done + 1) from cause


class _CutOffError(PartError):
    """A page of which the archive has only the start; it is the last."""


class _DamageError(InputError):
    """A web archive cannot be read from the record with this ``number`` on."""

    def __init__(self, message: str, number: int) -> None:
        super().__init__(message)
        self.number = number


class _Ending:
    """A file that is read in order, and its last bytes: two line ends close every record.

    It ends where it cannot be read further, and ``damage`` says why.
    """

    def __init__(self, file: io.BufferedIOBase) -> None:
        self._file = file
        self._size = 0
        self._last = b""
        self.damage: InputError | None = None

    def read(self, size: int = -1) -> bytes:
        """At most ``size`` of the next bytes; none at the end."""
        try:
            data = b"" if self.damage else self._file.read1(size)
        except InputError as error:
            self.damage, data = error, b""
        self._size += len(data)
        self._last = (self._last + data)[-len(_RECORD_END) :]
        return data

    def tell(self) -> int:
        """How much has been read."""
        return self._size

    @property
    def is_whole(self) -> bool:
        """Whether what was read ends as a record does."""
        return self._last == _RECORD_END or self._last.endswith(b"\n\n")


def document(page: Page, options: ReadOptions) -> Document:
    """The article on ``page``. Raises ``InputError`` where there is none, or several."""
    from dataclasses import replace

    from .documents import documents as read

    charset = options.encoding or page.charset
    try:
        (found,) = read(page.data, "", replace(options, encoding=charset))
    except InputError:
        if options.encoding or not page.charset:
            raise
        (found,) = read(page.data, "", options)  # the server is wrong about the charset
    except ValueError:
        raise InputError("this page holds several articles, or none") from None
    if isinstance(found, PartError):
        raise found
    return replace(
        found, url=found.url or page.url, part=page.part, id=page.id, read_bytes=page.read_bytes
    )


def _page(record: "WarcRecord", number: int, limit: int) -> Page | PartError | None:
    """The page in ``record``; None where it is none."""
    content, charset = _content(record)
    if (content or "").strip().lower() not in _PAGES:
        return None
    id_ = record.record_id or None
    length = record.content_length
    if length > limit:
        reason = f"larger than {limit:,} bytes; --max-bytes sets another limit"
        return PartError(reason, number, id_)
    data = record.reader.read(length)
    if len(data) < length:
        reason = f"cut off: {len(data):,} of {length:,} bytes are there"
        return _CutOffError(reason, number, id_)
    try:
        data = _unpacked(record, data, limit)
    except OSError:
        return PartError("packed in a way that cannot be read, or damaged", number, id_)
    if len(data) > limit:
        return PartError(f"unpacks to more than {limit:,} bytes", number, id_)
    return Page(
        data,
        web_address((record.headers.get("WARC-Target-URI") or "").strip("<>")),
        charset if charset and is_text_encoding(charset) else None,
        number,
        id_,
    )


def _content(record: "WarcRecord") -> tuple[str | None, str | None]:
    """The type and the charset of what ``record`` holds, where that may be a page."""
    from fastwarc.warc import WarcRecordType

    kind = record.record_type
    if kind == WarcRecordType.response:
        record.parse_http()
        if record.is_http and record.http_headers.status_code == _OK:
            return record.http_content_type, record.http_charset
    elif kind in (WarcRecordType.resource, WarcRecordType.conversion):
        content, _, rest = (record.headers.get("Content-Type") or "").partition(";")
        return content, rest.partition("charset=")[2].strip(' "') or None
    return None, None


def _unpacked(record: "WarcRecord", data: bytes, limit: int) -> bytes:
    """``data``, the body of the answer in ``record``, unpacked; one byte over ``limit`` at most.

    Raises ``OSError`` where it is not packed as it says.
    """
    from fastwarc.warc import WarcRecord

    headers = [header for header in record.http_headers or () if header[0].lower() in _PACKINGS]
    if not headers:
        return data
    lines = ["HTTP/1.1 200 OK", *(f"{name}: {value}" for name, value in headers), "", ""]
    answer = WarcRecord()
    answer.is_http = True
    answer.set_bytes_content("\r\n".join(lines).encode() + data)
    answer.parse_http(auto_decode="all")
    return answer.reader.read(limit + 1)
