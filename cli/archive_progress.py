"""How far an archive is: a line that changes on a terminal, a line now and then in a log."""

import sys
import time
from collections.abc import Callable

from .counts import counted
from .messages import CLEAR, complain, tell
from .terminal import Colour, takes_escapes

_SECONDS_ON_TERMINAL = 0.2
_SECONDS_IN_LOG = 60.0
_MIN_SECONDS = 2.0  # before the rate says something


class Progress:
    """Tells how many records are written, how fast, and how long the rest will take."""

    def __init__(
        self,
        total: int,
        colour: Colour,
        clock: Callable[[], float] = time.monotonic,
        *,
        quiet: bool,
    ) -> None:
        """Of the work on ``total`` bytes of input, which is told unless ``quiet``."""
        self._total = total
        self._done_before = 0
        self._clock = clock
        self._began = self._told = clock()
        self._colour = colour
        self._quiet = quiet
        self._moving = takes_escapes(sys.stderr)
        self._new = 0

    def begin(self, done: int) -> None:
        """Begin where an earlier run has read ``done`` bytes."""
        self._done_before = done

    def count(self, records: int, failed: int, done: int) -> None:
        """A record more: ``records`` in all, ``failed`` of them; ``done`` bytes have been read."""
        self._new += 1
        now = self._clock()
        if self._quiet or now - self._told < self._seconds:
            return
        self._told = now
        text = self.line(records, failed, done, now)
        if self._moving:
            tell(f"{CLEAR}{text}")
        else:
            complain(text, self._colour)

    def end(self) -> None:
        """Take the line off the terminal."""
        if self._moving and not self._quiet:
            tell(CLEAR)

    @property
    def seconds(self) -> float:
        """How long this run has taken."""
        return self._clock() - self._began

    @property
    def _seconds(self) -> float:
        return _SECONDS_ON_TERMINAL if self._moving else _SECONDS_IN_LOG

    def line(self, records: int, failed: int, done: int, now: float) -> str:
        """What is told of ``records``, ``failed`` of them, after ``done`` bytes, at ``now``."""
        seconds = now - self._began
        parts = [tally(records, failed)]
        if seconds >= _MIN_SECONDS:
            parts.append(f"{self._new / seconds:,.1f} a second")
            read = done - self._done_before
            if read > 0 and self._total:
                share = min(done / self._total, 1)
                left = max(self._total - done, 0) / read * seconds
                parts += [f"{share:.0%} of the input", f"about {duration(left)} left"]
        return ", ".join(parts)


def tally(records: int, failed: int) -> str:
    """How many records there are, and how many of them have an error.

    >>> tally(1234, 0), tally(1, 1)
    ('1,234 records', '1 record, 1 with an error')
    """
    return counted(records, "record") + (f", {failed:,} with an error" if failed else "")


def duration(seconds: float) -> str:
    """``seconds`` in the two largest units, as a person says it.

    >>> duration(5), duration(125), duration(7384), duration(200_000)
    ('5 s', '2 min 5 s', '2 h 3 min', '2 d 7 h')
    """
    rest = round(seconds)
    for size, unit, small_size, small in ((86400, "d", 3600, "h"), (3600, "h", 60, "min")):
        if rest >= size:
            return f"{rest // size} {unit} {rest % size // small_size} {small}"
    return f"{rest // 60} min {rest % 60} s" if rest >= 60 else f"{rest} s"  # noqa: PLR2004
