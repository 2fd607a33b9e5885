"""Where results go: standard output, or a file that is written completely or not at all."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import BinaryIO

from newsbrief.errors import NewsbriefError

from .interrupts import held
from .streams import discard, reason

STDOUT = "-"

Write = Callable[[str], None]


class OutputError(NewsbriefError):
    """The result cannot be written."""


@contextmanager
def opened(path: str, *, paged: bool = False) -> Iterator[Write]:
    """A function that writes text, as UTF-8 whatever the locale, to standard output or a file.

    What goes to a terminal is shown in a pager if ``paged`` and longer than the screen.
    The file appears under its name when the block ends without an error; else an older file of
    that name stays as it was. Raises ``OutputError`` where the text cannot be written, and
    ``BrokenPipeError`` where a pipe's reader has gone.
    """
    try:
        with _target(path) as file:

            def write(text: str) -> None:
                # Surrogates stand for the bytes of a file name that is not UTF-8.
                with held():
                    file.write(text.encode("utf-8", "surrogateescape"))
                    file.flush()

            if paged and path == STDOUT:
                from . import pager

                with pager.opened(write) as show:
                    yield show
            else:
                yield write
    except BrokenPipeError:
        raise
    except OSError as error:
        if path == STDOUT:
            discard(sys.stdout)
        name = "standard output" if path == STDOUT else path
        raise OutputError(f"{name}: {reason(error)}") from None


def write_file(path: str, data: bytes) -> None:
    """Write ``data`` to the file at ``path``, completely or not at all.

    Raises ``OutputError`` where that fails.
    """
    try:
        with _target(path) as file:
            file.write(data)
    except OSError as error:
        raise OutputError(f"{path}: {reason(error)}") from None


def _target(path: str) -> AbstractContextManager[BinaryIO]:
    if path == STDOUT:
        return nullcontext(sys.stdout.buffer)
    file = Path(path)
    if file.exists() and not file.is_file():  # a device, a named pipe
        return file.open("wb")
    return _replacing(file.resolve())  # a link stays one


@contextmanager
def _replacing(path: Path) -> Iterator[BinaryIO]:
    """A new file that replaces the one at ``path`` when the block ends, with its permissions."""
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
