"""A limit for what this process does itself, where the system has a signal for that.

Work on one article is limited otherwise: a process of its own does it, which can be ended.
"""

import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

T = TypeVar("T")

_MAX_SECONDS = 10**8  # three years: the clock of a system takes no more than some 10**9


class LateError(BaseException):
    """The time is over. No ``Exception``: what catches those lets it through."""


@contextmanager
def within(seconds: float | None) -> Iterator[None]:
    """Raise ``LateError`` in the block after ``seconds``; never where that is None.

    Nor is it raised outside the main thread, where Python takes no handlers, or on Windows.
    """
    in_main = threading.current_thread() is threading.main_thread()
    if seconds is None or not in_main or not hasattr(signal, "setitimer"):
        yield
        return
    before = signal.signal(signal.SIGALRM, _late)
    try:
        signal.setitimer(signal.ITIMER_REAL, min(seconds, _MAX_SECONDS))
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def each_within(items: Iterable[T], seconds: float | None) -> Iterator[T]:
    """``items``; raises ``LateError`` where one takes more than ``seconds``."""
    rest = iter(items)
    while True:
        with within(seconds):
            try:
                item = next(rest)
            except StopIteration:
                return
        yield item


def _late(_number: int, _frame: object) -> None:
    raise LateError
