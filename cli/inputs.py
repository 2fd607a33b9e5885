"""Inputs: files named on the command line or in a list, web addresses, and standard input."""

import os
import re
import stat
import sys
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import BinaryIO

from newsbrief import ReadOptions
from newsbrief.errors import InputError, OptionError, reason, without_user
from newsbrief.formats.document import Document, Page, PartError
from newsbrief.formats.documents import documents as documents_in
from newsbrief.formats.files import bounded
from newsbrief.formats.files import contents as contents_of
from newsbrief.formats.options import TIMEOUT_SECONDS
from newsbrief.text.web_addresses import is_web_address

from .faults import foreseen
from .pipes import is_pipe, opened

STDIN = "-"
_BARE_ADDRESS = re.compile(
    r"(?:www\.[^/]+\.|[a-z\d-]+(?:\.[a-z\d-]+)*\.(?:com|net|org|info|[a-z]{2})/)", re.IGNORECASE
)
_SITE_WITH_SPACE = re.compile(r"https?://[^/?#]*\s", re.IGNORECASE)
_MAX_ANSWER_SECONDS = 2_000_000  # 23 days: a socket waits for at most 2**31 ms


def names(
    files: Sequence[str], files_from: str | None, *, nul: bool, max_bytes: int | None = None
) -> list[str]:
    """The names of the inputs: ``files``, then those listed in ``files_from``; else just "-".

    Raises ``OptionError`` if standard input would be read twice, if ``nul`` is given without a
    list, or if the list cannot be read, is larger than ``max_bytes`` (100 MB unless given) or holds
    a web address: only who types one fetches it.
    """
    if nul and files_from is None:
        raise OptionError("-0 needs --files-from")
    inputs = list(files)
    if files_from is not None:
        names_listed = _listed(files_from, nul=nul, max_bytes=max_bytes)
        if address := next(filter(is_web_address, names_listed), None):
            shown = without_user(address)
            raise OptionError(f"--files-from {files_from}: {shown}: name it on the command line")
        inputs += names_listed
    elif not inputs:
        inputs = [STDIN]
    if secret := next(filter(_has_user, inputs), None):
        why = "newsbrief sends no user and no password, so that none may stand in an address"
        raise OptionError(f"{without_user(secret)}: {why}")
    if [*inputs, files_from].count(STDIN) > 1:
        raise OptionError("standard input ('-') can be read only once")
    return inputs


def _listed(path: str, *, nul: bool, max_bytes: int | None = None) -> list[str]:
    """The file names in the file at ``path``: one on each line, or each ended by a NUL byte.

    Raises ``OptionError`` if the list cannot be read or is larger than ``max_bytes``.
    """
    try:
        with nullcontext(_stdin()) if path == STDIN else Path(path).open("rb") as file:
            data = bounded(file, max_bytes)
    except (OSError, ValueError, InputError) as error:
        raise OptionError(f"--files-from {path}: {reason(error)}") from None
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):  # as PowerShell writes one
        data = data.decode("utf-16", "replace").encode()
    if b"\0" in data and not nul:
        raise OptionError(f"--files-from {path}: names that end in NUL need -0")
    lines = data.split(b"\0") if nul else data.removeprefix(b"\xef\xbb\xbf").splitlines()
    return [os.fsdecode(line) for line in lines if line.strip()]


def documents(
    name: str, options: ReadOptions, limit: float | None
) -> Iterator[tuple[str, Document | Page | PartError]]:
    """The articles in the input ``name``, each with its own name; an error for one unreadable.

    The articles of a table or a feed are called by their number or id too: "news.jsonl:3". The
    facts that newsbrief saved are such too, and a page of a web archive is given as it is where
    tables are read row by row. A web address has ``limit`` seconds to answer (30 for None), and a
    pipe to find a program that writes to it. Raises ``InputError`` where none can be read.
    """
    with foreseen():
        for document in _documents(name, options, limit):
            called = called_in(name, document)
            if isinstance(document, Document):
                yield called, with_text(document)
            else:
                yield called, document


def called_in(name: str, document: Document | Page | PartError) -> str:
    """What an article of the input ``name`` is called: "news.jsonl:3", or as the input is."""
    return name if document.part is None else f"{name}:{document.part}"


def whole(document: Document | Page, options: ReadOptions) -> Document:
    """The document itself, or that of a page. Raises ``InputError`` where a page has no text."""
    if isinstance(document, Document):
        return document
    from newsbrief.formats import warc

    read = with_text(warc.document(document, options))
    if isinstance(read, PartError):
        raise read
    return read


def is_streamed(name: str, options: ReadOptions) -> bool:
    """Whether ``name`` is a table or a web archive that is read row by row."""
    return _rows(name, options) is not None


def with_text(document: Document) -> Document | PartError:
    """``document`` itself, or an error where it has neither a text nor saved facts."""
    try:
        if not document.text.strip() and document.saved is None:
            reason = "there is no text in this input"
            raise PartError(reason, document.part, document.id)  # noqa: TRY301 - for --debug
    except PartError as error:
        return error
    return document


def contents(name: str, options: ReadOptions, limit: float | None) -> tuple[bytes, str]:
    """The bytes of the file ``name``, or of standard input, and the file's name, "" for the latter.

    Raises ``InputError`` where they cannot be read, or where ``name`` is a pipe that no program
    writes to within ``limit`` seconds.
    """
    if not name:
        raise InputError("this name is empty")
    _refuse_bare_address(name)
    _refuse_folder(name)
    try:
        if name == STDIN:
            return bounded(_stdin(), options.max_bytes), ""
        if is_pipe(name):
            with opened(name, limit) as pipe:
                return bounded(pipe, options.max_bytes), name
    except OSError as error:
        raise InputError(reason(error)) from None
    return contents_of(name, options.max_bytes), name


def _refuse_bare_address(name: str) -> None:
    """Raise ``InputError`` where ``name`` is no file, but what a browser would take for an address.

    >>> _refuse_bare_address("coast.example.org/quay")
    Traceback (most recent call last):
    newsbrief.errors.InputError: no such file; an address begins with https://
    """
    if _BARE_ADDRESS.match(name) and not os.path.lexists(name):
        raise InputError("no such file; an address begins with https://")


def _refuse_folder(name: str) -> None:
    """Raise ``InputError`` where ``name`` is a folder, which Windows tells as a file of others."""
    if name and os.path.isdir(name) and os.access(name, os.R_OK):  # noqa: PTH112 - NUL is no error
        raise InputError(f"is a folder: name the files in it, as {os.path.join(name, '*')}")  # noqa: PTH118


def _has_user(name: str) -> bool:
    """Whether ``name`` is a web address with a user or a password in it."""
    return is_web_address(name) and without_user(name) != name


def _documents(
    name: str, options: ReadOptions, limit: float | None
) -> Iterable[Document | Page | PartError]:
    if is_web_address(name):
        from newsbrief.formats.web import fetched

        if _SITE_WITH_SPACE.match(name):
            raise InputError("this address has a space in the name of the site")
        return fetched(name, options, min(limit or TIMEOUT_SECONDS, _MAX_ANSWER_SECONDS))
    _refuse_folder(name)
    rows = _rows(name, options)
    if rows is not None:
        return rows
    data, called = contents(name, options, limit)
    return documents_in(data, called, options)


def _rows(name: str, options: ReadOptions) -> Iterator[Document | Page | PartError] | None:
    """The articles in ``name``, each as soon as it is read; None where it is no file of rows.

    What can be read only once is none: its kind is told only when it has been read.
    """
    if not options.streamed or name in ("", STDIN) or is_web_address(name) or is_pipe(name):
        return None
    from newsbrief.formats.streams import streamed

    return streamed(name, options)


def _stdin() -> BinaryIO:
    if sys.stdin is None:
        raise InputError("standard input is closed")
    return sys.stdin.buffer


Identity = tuple[int, int]  # of a file, whatever its names: its device and its number there


def identities(inputs: Iterable[str]) -> frozenset[Identity]:
    """The files that ``inputs`` are, with the one that standard input comes from for "-".

    No device and no pipe is among them: what is written there replaces nothing.
    """
    return frozenset(filter(None, map(identity, inputs)))


def refuse_overwriting(path: str, inputs: frozenset[Identity]) -> None:
    """Raise ``OptionError`` where ``path`` is one of the files ``inputs``, whatever its name."""
    if identity(path) in inputs:
        raise OptionError(f"{path} is an input and would be overwritten")


def refuse_own_output(inputs: Iterable[str]) -> None:
    """Raise ``OptionError`` where standard output goes to one of ``inputs``, as by ``>> a.txt``.

    What is printed would be read as an article.
    """
    try:
        known = os.fstat(sys.stdout.fileno())
    except (OSError, ValueError):  # closed, or a stream in memory
        return
    if not stat.S_ISREG(known.st_mode):
        return
    for name in inputs:
        if identity(name) == (known.st_dev, known.st_ino):
            called = "standard input" if name == STDIN else name
            raise OptionError(f"{called} is an input, and standard output goes to it too")


def identity(name: str) -> Identity | None:
    """The file called ``name``; None where there is none, or it is no regular file."""
    try:
        known = os.fstat(_stdin().fileno()) if name == STDIN else Path(name).stat()
    except (OSError, ValueError, InputError):  # no such file; a NUL in the name; no such stream
        return None
    return (known.st_dev, known.st_ino) if stat.S_ISREG(known.st_mode) else None
