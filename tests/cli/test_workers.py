"""Worker processes: results in order, few tasks under way, one lost where its process is."""

from __future__ import annotations

import os
import signal
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

import pytest

from newsbrief.cli import interrupts, workers
from newsbrief.cli.interrupts import held
from newsbrief.cli.signals import ENDING, StoppedError, stopping
from newsbrief.cli.workers import UNDER_WAY, Lost, WorkerError, Workers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def started(
    serve: Callable[[Any], Any], jobs: int = 2, seconds: dict[str, float] | None = None
) -> Workers[Any, Any]:
    return Workers(serve, lambda: None, jobs, (seconds or {}).get)


def test_results_come_in_the_order_of_the_tasks() -> None:
    """The first task ends only when the second has begun, in another process."""
    ends, begins = os.pipe()

    def serve(task: str) -> str:
        if task == "first":
            os.read(ends, 1)
        elif task == "second":
            os.write(begins, b".")
        return task.upper()

    with started(serve) as pool:
        assert list(pool.in_order(["first", "second", "third"])) == ["FIRST", "SECOND", "THIRD"]


def test_tasks_may_be_given_while_others_are_under_way() -> None:
    with started(str.upper) as pool:
        outer = pool.in_order("abcdef")
        assert next(outer) == "A"
        assert list(pool.in_order("xyz")) == ["X", "Y", "Z"]
        assert list(outer) == ["B", "C", "D", "E", "F"]


def test_few_tasks_are_under_way_however_many_there_are() -> None:
    taken, given = 0, 0
    ahead = set()

    def tasks() -> Iterator[int]:
        nonlocal taken
        for number in range(2000):
            taken += 1
            ahead.add(taken - given)
            yield number

    with started(lambda number: number + 1, jobs=2) as pool:
        for given, result in enumerate(pool.in_order(tasks()), 1):
            assert result == given
    assert given == 2000
    assert max(ahead) <= 2 * UNDER_WAY


@pytest.mark.parametrize(
    ("end", "reason"),
    [
        pytest.param(lambda: os._exit(3), "ended with status 3", id="exit"),
        pytest.param(
            lambda: os.kill(os.getpid(), signal.SIGKILL),
            "was ended by SIGKILL, as where memory runs out",
            id="kill -9",
        ),
        pytest.param(
            lambda: os.kill(os.getpid(), signal.SIGTERM), "was ended by SIGTERM", id="kill"
        ),
    ],
)
@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_a_process_that_dies_costs_its_task_alone(
    end: Callable[[], None], reason: str, jobs: int
) -> None:
    def serve(number: int) -> int:
        if number in (0, 7, 8):
            end()
        return number

    with started(serve, jobs) as pool:
        results = list(pool.in_order(range(12)))
    lost = Lost(f"the process that worked on it {reason}")
    assert results == [lost if n in (0, 7, 8) else n for n in range(12)]


def test_a_process_that_dies_with_nothing_to_do_costs_nothing() -> None:
    with started(lambda _: os.getpid(), jobs=1) as pool:
        (first,) = pool.in_order("a")
        assert isinstance(first, int)
        os.kill(first, signal.SIGKILL)
        os.waitid(os.P_PID, first, os.WEXITED | os.WNOWAIT)
        (second,) = pool.in_order("b")
    assert isinstance(second, int)
    assert second != first


def test_a_task_that_takes_too_long_is_lost_and_its_process_ended() -> None:
    pids, sent = os.pipe()

    def serve(task: str) -> str:
        if task == "hangs":
            os.write(sent, f"{os.getpid()}\n".encode())
            while True:
                signal.pause()
        return task

    with started(serve, seconds={"hangs": 0.2}) as pool:
        assert list(pool.in_order(["a", "hangs", "b"])) == ["a", Lost(""), "b"]
        with pytest.raises(ProcessLookupError):
            os.kill(int(os.read(pids, 100)), 0)


def test_large_tasks_and_results_do_not_wait_for_each_other() -> None:
    large = "x" * 3_000_000
    with started(lambda task: task + task) as pool:
        assert [len(str(each)) for each in pool.in_order([large] * 6)] == [6_000_000] * 6


def test_all_processes_end_with_the_block() -> None:
    pids: list[int] = []
    with started(lambda _: os.getpid(), jobs=3) as pool:
        pids += [pid for pid in pool.in_order(range(60)) if isinstance(pid, int)]
    assert pids
    for pid in set(pids):
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)


def test_processes_that_cannot_be_started_are_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    def fork() -> int:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", fork)
    message = "no process can be started: resource temporarily unavailable; --jobs 1 needs none"
    with started(str) as pool, pytest.raises(WorkerError, match=message):
        list(pool.in_order([1]))


def test_processes_that_end_before_they_begin_are_not_started_for_ever(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("gc.freeze", lambda: os._exit(1))
    with started(str) as pool, pytest.raises(WorkerError, match="no process gets as far"):
        list(pool.in_order([1]))


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_task_that_cannot_be_sent_is_lost_alone(jobs: int) -> None:
    deep: list[Any] = []
    for _ in range(10_000):
        deep = [deep]
    with Workers(len, lambda: None, jobs, lambda _: None) as pool:
        results = list(pool.in_order([deep, "ab", deep, deep, "abc", deep]))
    lost = Lost("it is nested too deep to be sent to another process")
    assert results == [lost, 2, lost, lost, 3, lost]


def test_cores_are_those_of_the_container(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(64)))
    for quota, expected in ((None, 64), (2.5, 2), (0.5, 1), (128.0, 64)):
        monkeypatch.setattr(workers, "_quota", lambda quota=quota: quota)
        assert workers.cores() == expected


@pytest.fixture
def _interruptible() -> Iterator[None]:
    """As from a terminal; a program in the background is born with the signal ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    with stopping():
        yield
    signal.signal(signal.SIGINT, before)


SIGNALS = [
    pytest.param(signal.SIGINT, KeyboardInterrupt, id="SIGINT"),
    pytest.param(signal.SIGTERM, StoppedError, id="SIGTERM"),
    pytest.param(signal.SIGHUP, StoppedError, id="SIGHUP"),
]


@pytest.mark.usefixtures("_interruptible")
@pytest.mark.parametrize(("number", "raised"), SIGNALS)
@pytest.mark.parametrize(("times", "written"), [(0, True), (1, True), (2, False)])
def test_a_first_signal_waits_for_the_end_of_what_is_being_written(
    number: signal.Signals, raised: type[BaseException], times: int, *, written: bool
) -> None:
    done = []
    handlers = [signal.getsignal(each) for each in (signal.SIGINT, *ENDING)]

    def write() -> None:
        with held(), held():  # the second, as of a file within a frame, adds nothing
            for _ in range(times):
                signal.raise_signal(number)
            done.append("written")

    with pytest.raises(raised) if times else nullcontext():
        write()
    assert bool(done) == written
    assert [signal.getsignal(each) for each in (signal.SIGINT, *ENDING)] == handlers


@pytest.mark.usefixtures("_interruptible")
@pytest.mark.parametrize(("number", "raised"), SIGNALS[1:])
def test_the_end_that_a_program_asks_for_does_not_wait_for_a_reader_who_hangs(
    number: signal.Signals, raised: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(interrupts, "PATIENCE_SECONDS", 0.05)
    reading, writing = os.pipe()

    def write() -> None:
        with held():
            signal.raise_signal(number)
            os.write(writing, bytes(10_000_000))

    try:
        with pytest.raises(raised) as stopped:
            write()
        assert stopped.value.args == (number,)
    finally:
        os.close(reading)
        os.close(writing)


def test_an_interrupt_that_is_ignored_stays_so() -> None:
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        with held():
            signal.raise_signal(signal.SIGINT)
        assert signal.getsignal(signal.SIGINT) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
