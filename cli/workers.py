"""Worker processes: a function of tasks on several cores, its results in the order of the tasks.

A worker has one task at a time. If it dies, or is at it for too long, that task is lost and another
worker takes its place. Few tasks are under way at once, so that memory does not grow with their
number, nor while whoever takes the results is slow.
"""

import os
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from signal import Signals
from types import TracebackType
from typing import Generic, NamedTuple, Self, TypeVar

from newsbrief.errors import NewsbriefError, reason

from . import worker_process
from .worker_process import Process

Task = TypeVar("Task")
Reply = TypeVar("Reply")

UNDER_WAY = 16  # tasks a worker: the others have work while one is slow, at a few MB of results
MAX_FAILED_STARTS = 5
_TICK_SECONDS = 1.0
_NEVER = float("inf")


class WorkerError(NewsbriefError):
    """No worker can be started."""


class Lost(NamedTuple):
    """Why there is no result of a task, as the end of a message."""

    reason: str


class _Slot(Generic[Task, Reply]):
    """A task, and its result once there is one."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self.reply: Reply | Lost | None = None
        self.done = False

    def fill(self, reply: Reply | Lost) -> None:
        self.reply, self.done = reply, True


@dataclass(slots=True, eq=False)
class _Worker(Generic[Task, Reply]):
    process: Process
    connection: Connection
    ready: bool = False
    slot: _Slot[Task, Reply] | None = None
    deadline: float = _NEVER


class Workers(Generic[Task, Reply]):
    """At most ``jobs`` processes that apply ``serve``, started when there is work for them.

    ``prepare`` loads what all tasks need. ``limit`` gives the seconds that a task may take, None
    for no limit. They end with the ``with`` block, whatever they are doing.
    """

    def __init__(
        self,
        serve: Callable[[Task], Reply],
        prepare: Callable[[], object],
        jobs: int,
        limit: Callable[[Task], float | None],
    ) -> None:
        self._starter = worker_process.Starter(serve, prepare)
        self._jobs = jobs
        self._limit = limit
        self._workers: list[_Worker[Task, Reply]] = []
        self._queue: deque[_Slot[Task, Reply]] = deque()
        self._failed_starts = 0

    def __enter__(self) -> Self:
        """These workers."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End them all."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.connection.close()
            worker.process.join()
        self._workers.clear()

    def in_order(self, tasks: Iterable[Task]) -> Iterator[Reply | Lost | None]:
        """The result of each of ``tasks``, which are taken as there is room for them.

        Others may be given while these are under way, and are done before more of these are taken.
        """
        rest = iter(tasks)
        under_way: deque[_Slot[Task, Reply]] = deque()
        more = True
        while True:
            while more and len(under_way) < UNDER_WAY * self._jobs:
                for task in rest:
                    slot: _Slot[Task, Reply] = _Slot(task)
                    under_way.append(slot)
                    self._queue.append(slot)
                    self._hand_out()
                    break
                else:
                    more = False
            if not under_way:
                return
            self._watch(0)
            while not under_way[0].done:
                self._watch(self._patience())
            yield under_way.popleft().reply

    def _hand_out(self) -> None:
        """Give what waits to the workers that have nothing to do, and start some if they lack."""
        idle = [each for each in self._workers if each.ready and each.slot is None]
        while self._queue and idle:
            worker = idle.pop()
            self._give(worker, self._queue.popleft())
            if worker.slot is None and worker in self._workers:  # its task cannot be sent
                idle.append(worker)
        starting = sum(not each.ready for each in self._workers)
        while len(self._queue) > starting and len(self._workers) < self._jobs:
            self._start()
            starting += 1

    def _give(self, worker: _Worker[Task, Reply], slot: _Slot[Task, Reply]) -> None:
        if not worker.process.is_alive():  # it died with nothing to do
            self._end(worker)
            self._queue.appendleft(slot)
            return
        worker.slot = slot
        seconds = self._limit(slot.task)
        worker.deadline = _NEVER if seconds is None else time.monotonic() + seconds
        try:
            worker.connection.send(slot.task)
        except RecursionError:  # before anything was sent
            worker.slot, worker.deadline = None, _NEVER
            slot.fill(Lost("it is nested too deep to be sent to another process"))
        except OSError:
            self._lose(worker)

    def _start(self) -> None:
        try:
            process, connection = self._starter.start([each.connection for each in self._workers])
        except OSError as error:
            if not self._workers:
                raise WorkerError(
                    f"no process can be started: {reason(error)}; --jobs 1 needs none"
                ) from None
            self._jobs = len(self._workers)
            return
        self._workers.append(_Worker(process, connection))

    def _patience(self) -> float | None:
        """How many seconds to wait at most before looking at the clock."""
        first = min((each.deadline for each in self._workers), default=_NEVER)
        return None if first == _NEVER else min(max(first - time.monotonic(), 0), _TICK_SECONDS)

    def _watch(self, seconds: float | None) -> None:
        """Take what the workers send within ``seconds``, end those that are too slow, hand out."""
        before = time.monotonic()
        sent = wait([each.connection for each in self._workers], seconds)
        now = time.monotonic()
        # Time in which this process was stopped (Ctrl-Z): the workers were too.
        stopped = max(now - before - (seconds or 0) - _TICK_SECONDS, 0) if seconds else 0
        for worker in [each for each in self._workers if each.connection in sent]:
            self._take(worker)
        for worker in list(self._workers):
            worker.deadline += stopped
            if worker.deadline <= now and not worker.connection.poll():
                self._lose(worker, too_slow=True)
        self._hand_out()

    def _take(self, worker: _Worker[Task, Reply]) -> None:
        try:
            reply = worker.connection.recv()
        except (EOFError, OSError):
            self._lose(worker)
            return
        if worker.slot is not None:
            worker.slot.fill(reply)
        worker.ready, worker.slot, worker.deadline = True, None, _NEVER
        self._failed_starts = 0

    def _lose(self, worker: _Worker[Task, Reply], *, too_slow: bool = False) -> None:
        """Go on without ``worker``, and without a result of what it had to do."""
        slot = worker.slot
        if too_slow:
            worker.process.kill()
        status = self._end(worker)
        if slot is not None:
            slot.fill(Lost("" if too_slow else _how(status)))
        elif not worker.ready:
            self._failed_starts += 1
            if self._failed_starts > MAX_FAILED_STARTS:
                raise WorkerError(f"no process gets as far as to work: {_how(status)}")

    def _end(self, worker: _Worker[Task, Reply]) -> int:
        """The exit status of ``worker``, which is no longer one of them."""
        self._workers.remove(worker)
        worker.connection.close()
        worker.process.join()
        return worker.process.exitcode or 0


def _how(status: int) -> str:
    """How a process ended that was not to end."""
    if status >= 0:
        return f"the process that worked on it ended with status {status}"
    try:
        name = Signals(-status).name
    except ValueError:
        name = f"signal {-status}"
    why = ", as where memory runs out" if name == "SIGKILL" else ""
    return f"the process that worked on it was ended by {name}{why}"


def cores() -> int:
    """How many cores this process may use: those that it is bound to, or its share of them."""
    if hasattr(os, "sched_getaffinity"):
        usable = len(os.sched_getaffinity(0))
    else:
        usable = os.cpu_count() or 1
    return max(1, min(usable, int(_quota() or usable)))


def _quota() -> float | None:
    """The cores of a container, by the control group (v2) of Linux; None where it has no limit."""
    try:
        with open("/sys/fs/cgroup/cpu.max", encoding="ascii") as file:  # noqa: PTH123
            quota, period = file.read().split()
        return float(quota) / float(period)
    except (OSError, ValueError):  # "max"
        return None
