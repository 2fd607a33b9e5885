"""Signals that ask the program to end: it tidies up, then ends with the status that shells give."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

ENDING = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)
)  # SIGINT is Python's KeyboardInterrupt; Windows has no SIGHUP


class StoppedError(BaseException):
    """A signal asks the program to end. No ``Exception``: what catches those lets it through."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.status = 128 + number  # as shells count


@contextmanager
def stopping() -> Iterator[None]:
    """Within, SIGTERM and SIGHUP raise ``StoppedError``, unless the caller has them ignored.

    ``nohup`` has SIGHUP ignored. Outside the main thread, where Python takes no handlers, nothing
    changes.
    """
    old = {}
    for number in ENDING:
        if signal.getsignal(number) is signal.SIG_DFL:
            try:
                old[number] = signal.signal(number, stop)
            except ValueError:
                break
    try:
        yield
    finally:
        for number, handler in old.items():
            signal.signal(number, handler)


def end_at_once() -> None:
    """Let SIGINT end the program without a traceback, once there is nothing left to tidy up."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def stop(number: int, _: FrameType | None) -> None:
    """Raise ``StoppedError`` for the signal ``number``."""
    raise StoppedError(number)
