"""Signals that end the program between two texts, for what is printed to end whole, or at once."""

import os
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from .signals import ENDING, StoppedError, stop

PATIENCE_SECONDS = 1.0
"""What a text may take to be written when another program asks for the end: its reader may hang."""

_Handler = Callable[[int, FrameType | None], Any]


@contextmanager
def held() -> Iterator[None]:
    """Have a first signal that ends the program wait for the end of the block.

    A second one does not wait: Ctrl-C of the impatient. Neither does SIGTERM or SIGHUP for long.
    Raises at the end what the signal raises elsewhere, ``KeyboardInterrupt`` or ``StoppedError``.
    """
    before = _handlers()
    if not before:
        yield
        return
    first: list[int] = []

    def remember(number: int, _frame: FrameType | None) -> None:
        first.append(number)
        _set(before)
        if number in ENDING:
            _hurry(number)

    try:
        _set(dict.fromkeys(before, remember))
        yield
    finally:
        _set(before)
        if first:
            _rest()
    for number in first:
        before[number](number, None)


@contextmanager
def at_once() -> Iterator[None]:
    """Have a signal that ends the program end it within the block, with nothing tidied up.

    Python waits for threads, and one that reads from a client may wait for ever.
    """

    def leave(number: int, _frame: FrameType | None) -> None:
        os._exit(128 + number)  # as shells count

    before = _handlers()
    try:
        _set(dict.fromkeys(before, leave))
        yield
    finally:
        _set(before)


def _handlers() -> dict[int, _Handler]:
    """What the signals do that end the program: none that are held already, or ignored.

    Python takes handlers in the main thread alone.
    """
    if threading.current_thread() is not threading.main_thread():
        return {}
    ours = (signal.default_int_handler, stop)
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, *ENDING)}
    return {number: each for number, each in handlers.items() if callable(each) and each in ours}


def _set(handlers: dict[int, _Handler]) -> None:
    for number, handler in handlers.items():
        signal.signal(number, handler)


def _hurry(number: int) -> None:
    """Raise ``StoppedError`` soon, where the system has a signal for that."""
    if hasattr(signal, "setitimer"):

        def late(_number: int, _frame: FrameType | None) -> None:
            raise StoppedError(number)

        signal.signal(signal.SIGALRM, late)
        signal.setitimer(signal.ITIMER_REAL, PATIENCE_SECONDS)


def _rest() -> None:
    """Take back what ``_hurry`` began."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, 0)
