"""Inputs: files named on the command line or in a list, and standard input, read as articles."""

import os
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import BinaryIO

from newsbrief import Article, read
from newsbrief.errors import InputError, OptionError

STDIN = "-"


def names(files: Sequence[str], files_from: str | None, *, nul: bool) -> list[str]:
    """The names of the inputs: ``files``, then those listed in ``files_from``; else just "-".

    Raises ``OptionError`` if standard input would be read twice, if ``nul`` is given without a
    list, or if the list cannot be read.
    """
    if nul and files_from is None:
        raise OptionError("-0 needs --files-from")
    inputs = list(files)
    if files_from is not None:
        inputs += listed(files_from, nul=nul)
    elif not inputs:
        inputs = [STDIN]
    if [*inputs, files_from].count(STDIN) > 1:
        raise OptionError("standard input ('-') can be read only once")
    return inputs


def listed(path: str, *, nul: bool) -> list[str]:
    """The file names in the file at ``path``: one on each line, or each ended by a NUL byte.

    Raises ``OptionError`` if the list cannot be read.
    """
    try:
        data = _stdin().read() if path == STDIN else Path(path).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise OptionError(f"--files-from {path}: {reason}") from None
    if b"\0" in data and not nul:
        raise OptionError(f"--files-from {path}: names that end in NUL need -0")
    lines = data.split(b"\0") if nul else data.removeprefix(b"\xef\xbb\xbf").splitlines()
    return [os.fsdecode(line) for line in lines if line.strip()]


def article(name: str, encoding: str | None) -> Article:
    """The article in the input ``name``. Raises ``InputError`` if it cannot be read."""
    if name != STDIN:
        return read(name, encoding)
    try:
        data = _stdin().read()
    except OSError as error:
        raise InputError(str(error.strerror)) from None
    return read(data, encoding)


def _stdin() -> BinaryIO:
    if sys.stdin is None:
        raise InputError("standard input is closed")
    return sys.stdin.buffer


def same(path: str, inputs: Iterable[str]) -> bool:
    """Whether ``path`` is the same file as one of ``inputs``."""
    return any(_is_same(path, name) for name in inputs if name != STDIN)


def _is_same(one: str, other: str) -> bool:
    try:
        return Path(one).samefile(other)
    except (OSError, ValueError):
        return False
