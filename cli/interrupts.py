"""Ctrl-C between two texts, not within one: what is printed ends with a whole line."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def held() -> Iterator[None]:
    """Have a first Ctrl-C wait for the end of the block; a second one, of the impatient, does not.

    Raises ``KeyboardInterrupt`` at the end where there was one.
    """
    before = signal.getsignal(signal.SIGINT)
    if (
        before is not signal.default_int_handler  # ignored, as in the background of a script
        or threading.current_thread() is not threading.main_thread()
    ):
        yield
        return
    pressed = False

    def remember(_number: int, _frame: FrameType | None) -> None:
        nonlocal pressed
        pressed = True
        signal.signal(signal.SIGINT, before)

    signal.signal(signal.SIGINT, remember)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if pressed:
        raise KeyboardInterrupt
