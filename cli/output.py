"""Where results go: standard output, or a file that is written completely or not at all."""

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import BinaryIO

from newsbrief.errors import NewsbriefError

from .endings import packing
from .interrupts import held
from .replacement import destination, replacing, write_whole
from .safety import utf_8
from .streams import discard, reason

STDOUT = "-"

Write = Callable[[str], None]


class OutputError(NewsbriefError):
    """The result cannot be written."""


@contextmanager
def opened(path: str, *, paged: bool = False) -> Iterator[Write]:
    """A function that writes text, as UTF-8 whatever the locale, to standard output or a file.

    What goes to a terminal is shown in a pager if ``paged`` and longer than the screen.
    A name that ends in .gz or .zst has it packed.
    The file appears under its name when the block ends without an error; else an older file of
    that name stays as it was. Raises ``OutputError`` where the text cannot be written,
    ``InputError`` for want of what packs it, and ``BrokenPipeError`` where a pipe's reader has
    gone.
    """
    try:
        with _target(path) as target, packing(path, target) as file:

            def write(text: str) -> None:
                with held():
                    write_whole(file, utf_8(text))

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
            write_whole(file, data)
    except OSError as error:
        raise OutputError(f"{path}: {reason(error)}") from None


def need_file(path: str) -> None:
    """Raise ``OutputError`` where no file can be written at ``path``, before there is anything."""
    try:
        destination(path)
    except OSError as error:
        raise OutputError(f"{path}: {reason(error)}") from None


def _target(path: str) -> AbstractContextManager[BinaryIO]:
    return nullcontext(sys.stdout.buffer) if path == STDOUT else replacing(path)
