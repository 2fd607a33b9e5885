"""A command's time and memory, its child processes included. Linux only: it reads /proc."""

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

EVERY_SECONDS = 0.1


class Run(NamedTuple):
    """What a run took: seconds on the clock, seconds of processor time, and megabytes at most.

    A page of memory that several processes share is counted once (PSS). A megabyte is 10^6 bytes.
    """

    seconds: float
    cpu_seconds: float
    peak_megabytes: float


class TooSlowError(Exception):
    """The command had not ended in time."""


def run(
    command: Sequence[str | Path],
    *,
    limit: float = float("inf"),
    environment: Mapping[str, str] | None = None,
    watch: Callable[[float], None] | None = None,
) -> Run:
    """What one run of ``command`` takes; ``watch`` is given its megabytes now and then.

    Raises ``TooSlowError`` where it takes more than ``limit`` seconds, ``CalledProcessError`` where
    it fails.
    """
    before = os.times()
    began = time.perf_counter()
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, "OMP_NUM_THREADS": "1", **(environment or {})},
        start_new_session=True,
    )
    peak = 0.0
    while True:
        try:
            _, stderr = process.communicate(timeout=EVERY_SECONDS)
            break
        except subprocess.TimeoutExpired:
            now = _megabytes(process.pid)
            peak = max(peak, now)
            if watch:
                watch(now)
            if time.perf_counter() - began > limit:
                os.killpg(process.pid, 9)
                process.communicate()
                raise TooSlowError from None
    seconds = time.perf_counter() - began
    after = os.times()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, stderr=stderr)
    cpu = after.children_user + after.children_system
    cpu -= before.children_user + before.children_system
    return Run(seconds, cpu, peak)


def _megabytes(root: int) -> float:
    """The memory of the process ``root`` and all below it; 0 where it has just ended."""
    below = {root}
    parents = sorted(_parents().items())
    for _ in parents:  # a child may have a lower number than its parent
        more = {child for child, parent in parents if parent in below} - below
        if not more:
            break
        below |= more
    return sum(map(_proportional_set, below)) / 1e6


def _parents() -> dict[int, int]:
    """The parent of every process."""
    found = {}
    for each in Path("/proc").iterdir():
        if each.name.isdigit():
            try:
                stat = (each / "stat").read_text(encoding="utf-8", errors="replace")
            except OSError:  # it has ended
                continue
            found[int(each.name)] = int(stat.rpartition(")")[2].split()[1])
    return found


def _proportional_set(process: int) -> int:
    """The bytes of ``process``, of shared pages its share."""
    try:
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0
    for line in rollup.splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) * 1024
    return 0
