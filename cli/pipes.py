"""Pipes and devices that are named as inputs: they can be read once, and may keep one waiting."""

from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import BinaryIO

from newsbrief.errors import InputError, told_seconds

from .alarm import LateError, within


def is_pipe(name: str) -> bool:
    """Whether ``name`` is a pipe, a device or a socket: there, and no file and no folder."""
    try:
        mode = Path(name).stat().st_mode
    except (OSError, ValueError):  # a NUL in the name
        return False
    return not (S_ISREG(mode) or S_ISDIR(mode))


def opened(name: str, limit: float | None) -> BinaryIO:
    """The pipe ``name``, once there is a program that writes to it.

    Raises ``InputError`` where none comes within ``limit`` seconds, and ``OSError``.
    """
    try:
        with within(limit):
            return Path(name).open("rb")
    except LateError:
        late = f"no program writes to this pipe in {told_seconds(limit or 0)}"
        raise InputError(f"{late}; --timeout sets another limit") from None
