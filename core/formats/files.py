"""Files and bytes to articles: the one module of the library that opens a file."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from stat import S_ISREG
from typing import Protocol

from newsbrief.article import Article
from newsbrief.errors import InputError, reason
from newsbrief.reading.parsing import parse

from .document import Document, PartError
from .documents import documents
from .options import DEFAULTS, MAX_BYTES, ReadOptions

Source = str | os.PathLike[str] | bytes
_CHUNK_BYTES = 1 << 20


class Readable(Protocol):
    """An open file, or the answer of a server."""

    def read(self, size: int, /) -> bytes:
        """At most ``size`` bytes; none at the end."""


def read(source: Source, encoding: str | None = None) -> Article:
    """The article in a file of any kind, given by its path, or in the ``bytes`` of one.

    A ``str`` is a path; ``parse`` takes text that is decoded already. ``encoding`` takes the place
    of detection. Raises ``InputError`` where the file cannot be read, is of a kind that is not
    read, or holds several articles, which ``read_all`` gives; its message starts with the path.
    """
    articles = read_all(source, ReadOptions(encoding))
    first = next(articles, None)
    if first is None or next(articles, None) is not None:
        name = "" if isinstance(source, bytes) else f"{os.fspath(source)}: "
        held = "no article" if first is None else "several articles: read_all gives them"
        raise InputError(f"{name}holds {held}")
    return first


def read_all(source: Source, options: ReadOptions = DEFAULTS) -> Iterator[Article]:
    """The articles in a file of any kind: the rows of a table, the items of a feed, or just one.

    Raises ``InputError`` as ``read`` does, also at an article that cannot be read.
    """
    name = "" if isinstance(source, bytes) else os.fspath(source)
    for document in load(source, options):
        if isinstance(document, PartError):
            raise InputError(f"{name}:{document.part}: {document}")
        yield article(document)


def article(document: Document) -> Article:
    """The article in ``document``.

    Raises ``InputError`` where it is saved facts, without the text of the article.
    """
    if document.saved is not None and not document.text:
        raise without_article(document)
    return parse(document.text, document.title, document.metadata)


def without_article(document: Document) -> PartError:
    """Why there is no article in ``document``, the record of one that failed.

    Raises ``InputError`` where it is saved facts without their text: so are the others of its file.
    """
    error = (document.saved or {}).get("error")
    if not isinstance(error, str):
        raise InputError(
            "facts without their article: `newsbrief sources` reads them, "
            "other commands where they were saved --with-text"
        )
    return PartError(f"the record of an article that failed: {error}", document.part, document.id)


def load(source: Source, options: ReadOptions = DEFAULTS) -> Iterable[Document | PartError]:
    """The documents in a file, and an error in the place of each that cannot be read.

    Raises ``InputError`` where the file itself cannot be read; its message starts with the path.
    """
    if isinstance(source, bytes):
        return documents(source, options=options)
    name = os.fspath(source)
    try:
        return documents(contents(name, options.max_bytes), name, options)
    except InputError as error:
        raise InputError(f"{name}: {error}") from None


def contents(name: str, limit: int | None = None) -> bytes:
    """The bytes of the file ``name``, ``limit`` at most; ``MAX_BYTES`` where it is None.

    Raises ``InputError`` where the file cannot be read or holds more.
    """
    limit = limit or MAX_BYTES
    try:
        with Path(name).open("rb") as file:
            status = os.fstat(file.fileno())
            if S_ISREG(status.st_mode) and status.st_size > limit:
                raise too_large(limit)
            return bounded(file, limit)
    except (OSError, ValueError) as error:
        raise InputError(reason(error)) from None


def bounded(file: Readable, limit: int | None) -> bytes:
    """All that ``file`` holds. Raises ``InputError`` where that is more than ``limit`` bytes."""
    limit = limit or MAX_BYTES
    data = bytearray()
    while chunk := file.read(min(_CHUNK_BYTES, limit + 1 - len(data))):
        data += chunk
        if len(data) > limit:
            raise too_large(limit)
    return bytes(data)


def too_large(limit: int) -> InputError:
    """The error for an input of more than ``limit`` bytes."""
    return InputError(f"larger than {limit:,} bytes; --max-bytes sets another limit")
