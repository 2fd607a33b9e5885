"""A command's time and memory, its child processes included. Linux only: it reads /proc."""

import os
import subprocess
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

MOST_OFTEN, LEAST_OFTEN = 0.02, 0.5  # seconds between two looks at the memory


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
) -> Run:
    """What one run of ``command`` takes.

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
        start_new_session=True,  # by which all its processes are known, whoever their parent is
    )
    peak = 0.0
    seen: dict[int, float] = {}
    while True:
        taken = time.perf_counter() - began
        try:
            pause = min(max(taken / 20, MOST_OFTEN), LEAST_OFTEN)
            _, stderr = process.communicate(timeout=pause)
            break
        except subprocess.TimeoutExpired:
            now = dict(_session(process.pid))
            seen |= now
            peak = max(peak, sum(map(_proportional_set, now)) / 1e6)
            if taken > limit:
                os.killpg(process.pid, 9)
                process.communicate()
                raise TooSlowError from None
    seconds = time.perf_counter() - began
    after = os.times()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command, stderr=stderr)
    cpu = after.children_user + after.children_system
    cpu -= before.children_user + before.children_system
    # A process that outlives its parent is in no sum of that one.
    return Run(seconds, max(cpu, sum(seen.values())), peak)


def _session(leader: int) -> Iterator[tuple[int, float]]:
    """The processes in the session of ``leader``, with the processor time of each."""
    tick = os.sysconf("SC_CLK_TCK")
    for each in Path("/proc").iterdir():
        if each.name.isdigit():
            try:
                stat = (each / "stat").read_text(encoding="utf-8", errors="replace")
            except OSError:  # it has ended
                continue
            fields = stat.rpartition(")")[2].split()
            if int(fields[3]) == leader:
                yield int(each.name), (int(fields[11]) + int(fields[12])) / tick


def _proportional_set(process: int) -> int:
    """The bytes of ``process``, of shared pages its share; 0 where it has just ended."""
    try:
        rollup = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
    except OSError:
        return 0
    pss = next((line for line in rollup.splitlines() if line.startswith("Pss:")), "Pss: 0 kB")
    return int(pss.split()[1]) * 1024
