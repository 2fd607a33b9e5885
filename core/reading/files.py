"""Files and bytes to articles: the one place of the library that opens a file."""

import os
from pathlib import Path

from newsbrief.article import Article
from newsbrief.errors import InputError

from .decoding import decode
from .parsing import parse


def read(source: str | os.PathLike[str] | bytes, encoding: str | None = None) -> Article:
    """The article in a file, or in bytes that came from one.

    A ``str`` is a path; text already decoded goes to ``parse``. ``encoding`` overrules detection.
    Raises ``InputError``, the path in its message, where the file cannot be read or is not text.
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
    if isinstance(error, IsADirectoryError):
        return "is a directory"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror[:1].lower() + error.strerror[1:]
    return str(error)
