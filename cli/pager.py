"""Results longer than the screen are read in a pager, as git's are: less, or what PAGER names.

What fits on the screen is written as it is, and so is everything where there is no pager.
"""

import os
import re
import shlex
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from subprocess import PIPE, Popen
from typing import IO

from .links import plain
from .safety import utf_8
from .terminal import is_terminal, takes_escapes

DEFAULT = "less"
# As git has it: quit if all fits on a screen, show colours, leave the text on the screen.
_SETTINGS = {"LESS": "FRX", "LV": "-c"}
_NONE = ("", "cat")
_COLOUR = re.compile(r"\x1b\[[\d;]*m")


def command() -> list[str]:
    """The words that start the pager: NEWSBRIEF_PAGER, else PAGER, else less; none for no pager.

    The words are those of a shell, but no shell runs them.
    """
    chosen = os.environ.get("NEWSBRIEF_PAGER", os.environ.get("PAGER", DEFAULT)).strip()
    if chosen in _NONE or not takes_escapes(sys.stdout):
        return []
    try:
        return shlex.split(chosen)
    except ValueError:  # a quotation mark that is not closed
        return []


@contextmanager
def opened(write: Callable[[str], None]) -> Iterator[Callable[[str], None]]:
    """A function that shows text: in a pager if it is longer than the screen, else by ``write``.

    Where the reader leaves the pager before the end, the block ends there, without an error.
    """
    words = command()
    if not words:
        yield write
        return
    pages = _Pages(words, write)
    try:
        yield pages.show
    except BrokenPipeError:
        if pages.process is None:
            raise
    finally:
        pages.end()


class _Pages:
    """Text that is kept until it is longer than the screen, and then goes to a pager."""

    def __init__(self, words: list[str], write: Callable[[str], None]) -> None:
        self.words = words
        self.write = write
        self.kept: list[str] = []
        self.process: Popen[bytes] | None = None
        self.missing = False
        self.errors: int | None = None  # standard error, while what goes there goes to the pager
        columns, lines = shutil.get_terminal_size()
        self.columns = columns
        self.free = lines - 1  # the last line is for the prompt

    def show(self, text: str) -> None:
        if self.missing:
            self.write(text)
            return
        if self.process is not None and self.process.stdin is not None:
            _send(self.process.stdin, text)
            return
        self.kept.append(text)
        self.free -= sum(self._rows(line) for line in plain(text).split("\n")) - 1
        if self.free < 0:
            self._start()

    def _rows(self, line: str) -> int:
        """How many lines of the screen ``line`` takes."""
        return max(1, -(-len(_COLOUR.sub("", line)) // self.columns))

    def _start(self) -> None:
        """Start the pager and give it what is kept; without one, go on writing."""
        text, self.kept = "".join(self.kept), []
        try:
            self.process = Popen(self.words, stdin=PIPE, env=_SETTINGS | os.environ)  # noqa: S603
        except OSError:  # there is none of that name
            self.missing = True
            self.write(text)
            return
        if is_terminal(sys.stderr) and self.process.stdin is not None:
            # Errors would be written across the page.
            with suppress(OSError):
                self.errors = os.dup(sys.stderr.fileno())
                os.dup2(self.process.stdin.fileno(), sys.stderr.fileno())
        self.show(text)

    def end(self) -> None:
        """Write what is kept, or wait until the reader leaves the pager."""
        if self.process is None:
            self.write("".join(self.kept))
            return
        if self.errors is not None:
            os.dup2(self.errors, sys.stderr.fileno())
            os.close(self.errors)
        if self.process.stdin is not None:
            with suppress(OSError):
                self.process.stdin.close()
        while self.process.poll() is None:
            with suppress(KeyboardInterrupt):  # is for the pager, which stays
                self.process.wait()


def _send(pipe: IO[bytes], text: str) -> None:
    pipe.write(utf_8(plain(text)))
    pipe.flush()
