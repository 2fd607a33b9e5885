"""Tables and web archives read row by row, however large: no more of a file is held than a row.

They are JSON Lines, CSV, Parquet and WARC; the text of the first two, and WARC, also compressed.
What is called a row here is a line, a row or a page.
"""

import io
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import PurePath
from typing import Any, cast

from newsbrief.errors import InputError, reason
from newsbrief.reading.decoding import decode

from . import tables
from .compressed import PassedOverError, unpacking
from .detection import HEAD_BYTES, head_of
from .document import Document, Page, PartError
from .documents import MAX_LAYERS
from .field_values import Row
from .files import too_large
from .kinds import InputKind
from .openings import by_opening
from .options import MAX_BYTES, ReadOptions
from .signatures import PARQUET, WARC

_LINES = (".jsonl", ".ndjson")

Found = Document | Page | PartError


def streamed(name: str, options: ReadOptions) -> Iterator[Found] | None:
    """The articles in the file ``name``, each as soon as it is read.

    None where it is of no kind that is read row by row, or cannot be opened; ``files.load`` reads
    the former and says why of the latter. The iterator raises ``InputError`` where the rest of the
    file cannot be read.
    """
    try:
        file = io.BufferedReader(cast("Any", io.FileIO(name)), HEAD_BYTES)
    except (OSError, ValueError):
        return None
    try:
        inner, inner_name = _unpacked(file, name)
        kind = InputKind.PARQUET if _is_parquet(file) else _kind(inner, inner_name, options)
    except (OSError, ValueError, InputError):
        kind = None
    if kind is None:
        file.close()
        return None
    return _documents(file, inner, kind, options)


def _unpacked(file: io.BufferedReader, name: str) -> tuple[io.BufferedReader, str]:
    """``file`` without its layers of compression, and its ``name`` without their endings."""
    for _ in range(MAX_LAYERS):
        inner = unpacking(file)
        if inner is None:
            break
        file, name = inner, str(PurePath(name).with_suffix(""))
    return file, name


def _is_parquet(file: io.BufferedReader) -> bool:
    """Whether ``file``, at its start, has the mark of Parquet at both ends."""
    if not file.peek(len(PARQUET)).startswith(PARQUET) or not file.seekable():
        return False
    file.seek(-len(PARQUET), io.SEEK_END)
    found = file.read() == PARQUET
    file.seek(0)
    return found


def _kind(file: io.BufferedReader, name: str, options: ReadOptions) -> InputKind | None:
    """The kind of ``file``, where it is one that is read row by row."""
    head = file.peek(HEAD_BYTES)[:HEAD_BYTES]
    if head.startswith(WARC):
        return InputKind.WARC
    if b"\0" in head:
        return None
    if name.lower().endswith(_LINES):
        return InputKind.JSON
    kind = by_opening(head_of(head, options.encoding), name.lower(), options.text_field)
    if kind is InputKind.JSON:
        first, _, rest = head.lstrip().partition(b"\n")
        several = rest.lstrip().startswith(b"{")
        one = isinstance(tables.json_row(first.decode("latin-1")), dict)
        return kind if one and several else None
    return kind if kind is InputKind.CSV else None


def _documents(
    file: io.BufferedReader, inner: io.BufferedReader, kind: InputKind, options: ReadOptions
) -> Iterator[Found]:
    with file:
        try:
            for found in _read(inner, kind, options):
                if isinstance(found, PartError):
                    yield found
                else:
                    yield replace(found, read_bytes=file.tell())
        except OSError as error:
            raise InputError(reason(error)) from None


def _read(file: io.BufferedReader, kind: InputKind, options: ReadOptions) -> Iterable[Found]:
    if kind is InputKind.PARQUET:
        from . import parquet

        return parquet.documents(file, options)
    if kind is InputKind.WARC:
        from . import warc

        return warc.pages(file, options)
    limit = options.max_bytes or MAX_BYTES
    if kind is InputKind.JSON:
        return tables.documents(_json_rows(file, options.encoding, limit), options)
    lines = (_text(line, options.encoding) for _, line in _lines(file, limit))
    return tables.documents(tables.csv_rows_of(lines, limit, tables.names_read(options)), options)


def _json_rows(
    file: io.BufferedReader, encoding: str | None, limit: int
) -> Iterator[tuple[int, Row | InputError]]:
    for number, line in _lines(file, limit):
        try:
            text = _text(line, encoding)
        except InputError as error:
            yield number, error
            continue
        if text.strip():
            yield number, tables.json_row(text)


def _text(line: bytes | InputError, encoding: str | None) -> str:
    if isinstance(line, InputError):
        raise line
    return decode(line, encoding)


def _lines(file: io.BufferedReader, limit: int) -> Iterator[tuple[int, bytes | InputError]]:
    """The lines of ``file``, numbered from 1; an error for one of more than ``limit`` bytes.

    Lines that are lost in a damaged file have one error, and one number.
    """
    for number in count(1):
        try:
            line = _line(file, limit)
        except PassedOverError as error:
            yield number, error
            continue
        if not line:
            return
        yield number, line


def _line(file: io.BufferedReader, limit: int) -> bytes | InputError:
    """The next line of ``file``, b"" at its end; an error for one of more than ``limit`` bytes."""
    read = partial(file.readline, limit + 1)
    line = read()
    if len(line) <= limit:
        return line
    while line and not line.endswith(b"\n"):
        line = read()  # the rest of it
    return too_large(limit)
