"""Terminals: whether a stream is one, how wide it is, and whether it gets colour."""

import os
import shutil
from enum import StrEnum
from typing import NamedTuple, Protocol

MIN_TABLE_COLUMNS = 40  # on a narrower terminal the lines of a table wrap


class Colour(StrEnum):
    """When to use colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Screen(NamedTuple):
    """What tables are drawn for."""

    width: int  # in columns
    colour: bool
    links: bool  # names of files open them; takes colour


class Stream(Protocol):
    """What is needed of a stream to know whether it is a terminal."""

    def isatty(self) -> bool:
        """Whether it is a terminal."""


def is_terminal(stream: Stream | None) -> bool:
    """Whether ``stream`` is an open terminal."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def takes_escapes(stream: Stream | None) -> bool:
    """Whether ``stream`` is a terminal that takes escape sequences."""
    return is_terminal(stream) and os.environ.get("TERM") != "dumb"


def has_colour(stream: Stream | None, colour: Colour = Colour.AUTO) -> bool:
    """Whether ``stream`` gets colour: ``colour`` decides, then NO_COLOR, FORCE_COLOR and TERM.

    The first two count if they are not empty (no-color.org, force-color.org).
    """
    if colour is not Colour.AUTO:
        return colour is Colour.ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or takes_escapes(stream)


def width() -> int:
    """The width of tables in columns: COLUMNS, else the terminal's width, else 80."""
    return max(shutil.get_terminal_size().columns, MIN_TABLE_COLUMNS)
