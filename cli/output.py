"""Where results go: standard output, or a file that is written whole or not at all."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import BinaryIO

from newsbrief.errors import NewsbriefError

STDOUT = "-"

Write = Callable[[str], None]


class OutputError(NewsbriefError):
    """The result cannot be written."""


@contextmanager
def opened(path: str) -> Iterator[Write]:
    """A function that writes text, as UTF-8 whatever the locale, to standard output or a file.

    The file appears under its name when the block ends well; where the block raises, a file of
    that name stays as it was. Raises ``OutputError``, and ``BrokenPipeError`` where nobody reads.
    """
    try:
        with _target(path) as file:

            def write(text: str) -> None:
                # Surrogates stand for the bytes of a file name that is not UTF-8.
                file.write(text.encode("utf-8", "surrogateescape"))
                file.flush()

            yield write
    except BrokenPipeError:
        raise
    except OSError as error:
        name = "standard output" if path == STDOUT else path
        raise OutputError(f"{name}: {error.strerror or error}") from None


def _target(path: str) -> AbstractContextManager[BinaryIO]:
    if path == STDOUT:
        if sys.stdout is None:
            raise OSError("closed")
        return nullcontext(sys.stdout.buffer)
    file = Path(path)
    if file.exists() and not file.is_file():  # a device, a named pipe
        return file.open("wb")
    return _replacing(file.resolve())  # a link stays one


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    """A file that takes the place of the one at ``path`` in the end, with its permissions."""
    import tempfile

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        part.chmod(_mode(path))
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def _mode(path: Path) -> int:
    """The permissions of ``path``, or those that a new file gets."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
