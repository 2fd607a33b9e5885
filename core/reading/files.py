"""Files and bytes to articles: the one module of the library that opens a file."""

import os
from pathlib import Path

from newsbrief.article import Article
from newsbrief.errors import InputError

from .decoding import decode
from .parsing import parse


def read(source: str | os.PathLike[str] | bytes, encoding: str | None = None) -> Article:
    """The article in a file, given by its path, or in the ``bytes`` of one.

    A ``str`` is a path; ``parse`` takes text that is decoded already. ``encoding`` takes the place
    of detection. Raises ``InputError`` where the file cannot be read or is not text; its message
    starts with the path.
    """
    if isinstance(source, bytes):
        return parse(decode(source, encoding))
    name = os.fspath(source)
    try:
        data = Path(source).read_bytes()
    except (OSError, ValueError) as error:
        raise InputError(f"{name}: {_reason(error)}") from None
    try:
        return parse(decode(data, encoding))
    except InputError as error:
        raise InputError(f"{name}: {error}") from None


def _reason(error: OSError | ValueError) -> str:
    """Why a file cannot be read, as the end of a message: "no such file or directory"."""
    if isinstance(error, IsADirectoryError):
        return "is a directory"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[:1].lower() + error.strerror[1:]
    return str(error)
