"""Terminals: what is one, how wide it is, and whether it is to have colour."""

import os
import shutil
from enum import StrEnum
from typing import Protocol

NARROWEST = 40  # columns below which a table is laid out no narrower


class Colour(StrEnum):
    """When to use colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Stream(Protocol):
    """The part of a stream that tells a terminal from a file."""

    def isatty(self) -> bool:
        """Whether it is a terminal."""


def is_terminal(stream: Stream | None) -> bool:
    """Whether ``stream`` is a terminal; one that is closed is none."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def obeys(stream: Stream | None) -> bool:
    """Whether ``stream`` is a terminal that takes escape sequences."""
    return is_terminal(stream) and os.environ.get("TERM") != "dumb"


def has_colour(stream: Stream | None, colour: Colour = Colour.AUTO) -> bool:
    """Whether ``stream`` gets colour: as told, else as NO_COLOR, FORCE_COLOR and TERM have it.

    The first two count where they are not empty (no-color.org, force-color.org).
    """
    if colour is not Colour.AUTO:
        return colour is Colour.ALWAYS
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or obeys(stream)


def width() -> int:
    """The columns of the terminal: COLUMNS, else what it says, else 80."""
    return max(shutil.get_terminal_size().columns, NARROWEST)
