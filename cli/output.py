"""Where results go: standard output, or a file that is written whole or not at all."""

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
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
    if path == STDOUT:
        if sys.stdout is None:
            raise OutputError("standard output is closed")
        yield _writer(sys.stdout.buffer, "standard output")
        return
    target = Path(path)
    special = target.exists() and not target.is_file()  # a device, a named pipe
    with (_straight if special else _replacing)(target) as file:
        yield _writer(file, path)


def _writer(file: BinaryIO, name: str) -> Write:
    def write(text: str) -> None:
        with _told(name):
            # Surrogates stand for the bytes of a file name that is not UTF-8.
            file.write(text.encode("utf-8", "surrogateescape"))
            file.flush()

    return write


@contextmanager
def _told(name: str) -> Iterator[None]:
    """Errors of the operating system as an ``OutputError`` about ``name``."""
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputError(f"{name}: {error.strerror or error}") from None


@contextmanager
def _straight(path: Path) -> Iterator[BinaryIO]:
    """The special file at ``path``, to be written as it is."""
    with ExitStack() as stack:
        with _told(str(path)):
            file = stack.enter_context(path.open("wb"))
        yield file


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    """A file that takes the place of the one at ``path`` in the end, with its permissions."""
    final = path.resolve()  # a link stays one
    with _told(str(path)):
        handle, name = tempfile.mkstemp(dir=final.parent, prefix=f".{final.name}.", suffix=".part")
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        with _told(str(path)):
            part.chmod(_mode(final))
            part.replace(final)
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
