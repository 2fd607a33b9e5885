"""Web archives (WARC, ISO 28500): the pages in what crawlers kept, by FastWARC.

A page is an answer with status 200 that is HTML or plain text, a resource that is, or a text that
was made of one (WET). Other records are passed over.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO

from newsbrief.errors import InputError
from newsbrief.reading.decoding import is_text_encoding

from .document import Document, Page, PartError
from .extras import library
from .options import MAX_BYTES, ReadOptions

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_PAGES = ("text/html", "application/xhtml+xml", "text/plain")
_OK = 200
_ADDRESS = ("http://", "https://")


def documents(file: BinaryIO, options: ReadOptions) -> Iterator[Document | PartError]:
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
            yield PartError(str(error), page.part)


def pages(file: BinaryIO, options: ReadOptions) -> Iterator[Page | PartError]:
    """The pages in the archive in ``file``, called by the number of their record, from 1.

    Raises ``InputError`` where the archive is damaged.
    """
    module = library("fastwarc.warc", "warc", "a web archive (WARC)")
    limit = options.max_bytes or MAX_BYTES
    records = enumerate(module.ArchiveIterator(file, auto_decode="all"), 1)
    done = 0
    while True:
        try:
            number, record = next(records)
            page = _page(record, number, limit)
        except StopIteration:
            return
        except Exception as error:  # whatever FastWARC raises at a hostile file
            raise InputError(f"a damaged web archive, after record {done}") from error
        done = number
        if page is not None:
            yield page


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
    from fastwarc.warc import WarcRecordType

    kind = record.record_type
    if kind == WarcRecordType.response:
        if not record.is_http or record.http_headers.status_code != _OK:
            return None
        content = record.http_content_type
        charset = record.http_charset
    elif kind in (WarcRecordType.resource, WarcRecordType.conversion):
        content, _, rest = (record.headers.get("Content-Type") or "").partition(";")
        charset = rest.partition("charset=")[2].strip(' "') or None
    else:
        return None
    if (content or "").strip().lower() not in _PAGES:
        return None
    if record.content_length > limit:
        return PartError(f"larger than {limit:,} bytes; --max-bytes sets another limit", number)
    data = record.reader.read(limit + 1)
    if len(data) > limit:
        return PartError(f"unpacks to more than {limit:,} bytes", number)
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
    return Page(
        data,
        url if url.startswith(_ADDRESS) else None,
        charset if charset and is_text_encoding(charset) else None,
        number,
        record.record_id or None,
    )
