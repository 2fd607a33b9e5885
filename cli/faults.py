"""Errors that nobody foresaw in the work on one input: they cost that input and no other."""

from collections.abc import Iterator
from contextlib import contextmanager

from newsbrief.errors import InputError, NewsbriefError

from .safety import visible

MAX_REASON_CHARS = 200  # of an error that may hold the text of the article


class FaultError(InputError):
    """The work on an input failed in a way that it should not: for want of memory, or by a bug."""


@contextmanager
def foreseen() -> Iterator[None]:
    """Make each error within that is no ``NewsbriefError`` a ``FaultError``, which says what it is.

    A pipe whose reader has gone is no fault, and neither is what ends the whole run.
    """
    try:
        yield
    except (NewsbriefError, BrokenPipeError):
        raise
    except MemoryError as error:
        raise FaultError("there is not enough memory for this input") from error
    except Exception as error:
        raise FaultError(described(error)) from error


def described(error: Exception) -> str:
    """One line on an ``error`` that nobody foresaw."""
    kind, said = type(error).__name__, " ".join(str(error).split())
    what = f"{kind}: {said}" if said else kind
    return f"newsbrief failed ({what[:MAX_REASON_CHARS]}), which is a bug; --debug shows where"


def traceback(error: BaseException) -> str:
    """The traceback of ``error``, as Python prints it, but for U+FFFD for control characters."""
    from traceback import format_exception

    return "\n".join(map(visible, "".join(format_exception(error)).split("\n")))
