"""Standard output and standard error that cannot be written: closed, or on a full disk."""

import errno
import os
import sys
from contextlib import suppress
from typing import TextIO


def replace_closed() -> None:
    """Open a stand-in for each of the two streams that the caller has closed.

    Python has None for such a stream. Writing to the stand-in for stdout fails, and what goes to
    stderr is dropped. Without it, Typer would print errors on stdout and call unwritten help done.
    """
    for name, access in (("stdout", os.O_RDONLY), ("stderr", os.O_WRONLY)):
        if getattr(sys, name) is None:
            null = os.open(os.devnull, access)
            setattr(sys, name, os.fdopen(null, "w", errors="backslashreplace"))


def discard(stream: TextIO) -> None:
    """Drop what ``stream`` still holds, and all that is written to it from now on.

    Python keeps what it could not write and tries again at the next flush, at the latest when it
    exits. Each try would fail and report the same error again.
    """
    with suppress(OSError, ValueError):  # a stream in memory has no file number
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, stream.fileno())
        os.close(null)


def reason(error: OSError) -> str:
    """Why writing failed, in a few words."""
    from newsbrief import errors  # what ends an interrupted run needs none of them

    return "closed" if error.errno == errno.EBADF else errors.reason(error)
