"""How the program ends: the one place that turns errors into exit statuses."""

import os
import sys
from collections.abc import Sequence
from contextlib import suppress

from .output import OutputError
from .status import ExitStatus


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command that ``argv`` (``sys.argv[1:]`` unless given) names; the exit status.

    An error is one line on stderr. After one on an output, what that stream still holds is thrown
    away: flushing it again would fail again, and say so a second time.
    """
    try:
        status = _run(argv)
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    except KeyboardInterrupt:
        status = ExitStatus.INTERRUPTED
    except BrokenPipeError:
        status = ExitStatus.DONE
    except OutputError as error:
        _complain(str(error))
        status = ExitStatus.FAILED
    except OSError as error:
        _complain(f"{error.filename or 'standard output'}: {error.strerror or error}")
        status = ExitStatus.FAILED
    else:
        return status
    _abandon()
    return status


def _run(argv: Sequence[str] | None) -> int:
    from newsbrief.errors import NewsbriefError, OptionError

    from . import completion
    from .app import app

    completion.prepare()
    try:
        app(args=argv, prog_name="newsbrief")
    except OutputError:
        raise
    except NewsbriefError as error:
        _complain(str(error))
        return ExitStatus.USAGE if isinstance(error, OptionError) else ExitStatus.FAILED
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):  # Typer makes a failure of it
            raise BrokenPipeError from None
        return end.code if isinstance(end.code, int) else ExitStatus.DONE
    return ExitStatus.DONE


def _complain(message: str) -> None:
    from .messages import complain

    with suppress(OSError, ValueError):  # stderr may be the stream that cannot be written
        complain(message)


def _abandon() -> None:
    """Send what is still to be written nowhere, or Python would fail on it when it ends."""
    for stream in (sys.stdout, sys.stderr):
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        except (AttributeError, OSError, ValueError):
            continue  # closed, or no file at all, as in tests
