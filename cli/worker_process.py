"""One worker process: how it starts, and what it does until its connection is closed.

On Linux it is a copy of this process (fork), which has loaded what the tasks need: it starts in
milliseconds and shares that memory. Elsewhere, and where this process has threads, whose locks
would stay locked in the copy, it is a new Python (spawn).
"""

import gc
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess as Process
from typing import Generic, TypeVar

from .signals import ENDING

__all__ = ["Process", "Starter"]

Task = TypeVar("Task")
Reply = TypeVar("Reply")

# One thread of BLAS in each process: the cores are taken by the others.
_ONE_THREAD = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")


class Starter(Generic[Task, Reply]):
    """Starts processes that apply ``serve`` to tasks, after ``prepare``."""

    def __init__(self, serve: Callable[[Task], Reply], prepare: Callable[[], object]) -> None:
        for name in _ONE_THREAD:
            os.environ.setdefault(name, "1")
        self._serve = serve
        self._prepare = prepare
        self._forks = sys.platform == "linux" and threading.active_count() == 1
        self._prepared = False

    def start(self, others: Sequence[Connection]) -> tuple[Process, Connection]:
        """A new process, and the connection to it; ``others`` are those to its siblings.

        It says once that it is ready, and then answers each task. Raises ``OSError`` where it
        cannot be started.
        """
        if self._forks and not self._prepared:
            self._prepare()
            self._prepared = True
        context = get_context("fork" if self._forks else "spawn")
        ours, theirs = context.Pipe()
        # A copy has the ends of all connections: with them open, none would see the other end go.
        inherited = [ours, *others] if self._forks else []
        prepare = None if self._forks else self._prepare
        process = context.Process(  # type: ignore[attr-defined]
            target=_run, args=(theirs, inherited, prepare, self._serve), daemon=True
        )
        with _undisturbed():
            try:
                process.start()
            except OSError:
                ours.close()
                raise
            finally:
                theirs.close()
        return process, ours


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Signals that end this process wait for the end of the block; in the new one, for ``_run``."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, *ENDING})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _run(
    connection: Connection,
    inherited: Sequence[Connection],
    prepare: Callable[[], object] | None,
    serve: Callable[[Task], Reply],
) -> None:
    """Answer tasks until the other end of ``connection`` is closed."""
    _end_quietly()
    for each in inherited:
        each.close()
    null = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):  # a pipe ends with the process that writes to it
        os.dup2(null, stream)
    os.close(null)
    gc.freeze()  # what is shared stays so: looking for garbage would write to it
    if prepare is not None:
        prepare()
    try:
        connection.send(None)
        while True:
            task = connection.recv()
            connection.send(serve(task))
    except (EOFError, ConnectionError):
        return


def _end_quietly() -> None:
    """Ignore Ctrl-C, as whoever started this process ends it; let other signals end it at once."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    for number in ENDING:
        if callable(signal.getsignal(number)):  # what the caller ignores, as nohup does, stays so
            signal.signal(number, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT, *ENDING})
