"""Pipes and devices that are named as inputs: they can be read once, and may keep one waiting."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from typing import BinaryIO

from newsbrief.errors import InputError

_MAX_SECONDS = 10**8  # three years: the clock of a system takes no more than some 10**9


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
        with _alarm(limit):
            return Path(name).open("rb")
    except TimeoutError:
        late = f"no program writes to this pipe in {limit or 0:g} seconds"
        raise InputError(f"{late}; --timeout sets another limit") from None


@contextmanager
def _alarm(limit: float | None) -> Iterator[None]:
    """Raise ``TimeoutError`` within after ``limit`` seconds, where the system has such a signal."""
    in_main = threading.current_thread() is threading.main_thread()
    if limit is None or not in_main or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, _late)
    signal.setitimer(signal.ITIMER_REAL, min(limit, _MAX_SECONDS))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def _late(_number: int, _frame: object) -> None:
    raise TimeoutError
