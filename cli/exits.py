"""How the program ends: the one place that turns errors into exit statuses."""

import atexit
import errno
import gc
import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from .signals import StoppedError, end_at_once, stopping
from .status import ExitStatus

if TYPE_CHECKING:
    from typer import TyperException

# New objects after which Python looks for garbage; its default is 700. Word lists and parameters
# are none, and looking through them again and again took 3 % of a cold list of facts.
GARBAGE_THRESHOLD_OBJECTS = 50_000


class _Outcome(NamedTuple):
    """An exit status, and the error to report with it; "" for none."""

    status: int
    error: str = ""


def status(argv: Sequence[str] | None = None) -> int:
    """The exit status of the command that ``argv`` (``sys.argv[1:]`` unless given) names.

    An error is reported once, in one line on stderr.
    """
    try:
        with stopping():
            return _told(argv)
    except KeyboardInterrupt:
        ended: int = ExitStatus.INTERRUPTED
    except StoppedError as stopped:
        ended = stopped.status
    except BrokenPipeError:
        ended = ExitStatus.DONE
    from .streams import discard

    discard(sys.stdout)
    discard(sys.stderr)
    return ended


def _told(argv: Sequence[str] | None) -> int:
    """The exit status of the command, whose error has been reported.

    All imports of the program but a few happen below here, where an interruption is no traceback.
    """
    gc.set_threshold(GARBAGE_THRESHOLD_OBJECTS)
    # The tagger reads in one thread; to start others takes a tenth of a cold list of facts.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # Python looks through all objects again as it ends: an eighth of a cold list of facts.
    atexit.register(gc.freeze)
    atexit.register(end_at_once)

    from .messages import complain
    from .streams import replace_closed

    replace_closed()
    outcome = _run(argv)
    if outcome.error:
        complain(outcome.error)
    return outcome.status


def _run(argv: Sequence[str] | None) -> _Outcome:
    """What comes of the command. Raises ``BrokenPipeError`` where a pipe's reader has gone."""
    from typer import TyperException

    from newsbrief.errors import NewsbriefError, OptionError

    from . import completion
    from .app import app
    from .commands import naming
    from .streams import discard, reason

    completion.prepare()
    words = sys.argv[1:] if argv is None else argv
    try:
        run = naming(words, app)
        status = run(args=argv, prog_name="newsbrief", standalone_mode=False)
        sys.stdout.flush()
    except TyperException as error:
        _drop_poor_guesses(error)
        from .hints import meant

        message = error.format_message()
        if hint := meant(error, words, app):
            message = f"{message.partition(' Did you mean')[0].removesuffix('.')}. {hint}"
        return _Outcome(error.exit_code, message[:1].lower() + message[1:])
    except OptionError as error:
        return _Outcome(ExitStatus.USAGE, str(error))
    except NewsbriefError as error:
        return _Outcome(ExitStatus.FAILED, str(error))
    except BrokenPipeError:
        raise
    except OSError as error:  # of help and the like: batches raise OutputError
        discard(sys.stdout)
        # What is missing and has no name is the folder that the program was started in.
        stream = "standard output" if error.errno != errno.ENOENT else "the current folder"
        return _Outcome(ExitStatus.FAILED, f"{error.filename or stream}: {reason(error)}")
    except Exception as error:  # noqa: BLE001 - what nobody foresaw is one line too
        return _fault(error, argv)
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):  # Typer makes a failure of it
            raise BrokenPipeError from None
        status = end.code
    return _Outcome(status if isinstance(status, int) else ExitStatus.DONE)


def _drop_poor_guesses(error: "TyperException") -> None:
    """Leave of the options that Typer takes for the one meant those whose own letters are alike.

    It compares them with their dashes: for "--words" it guessed "--jobs".
    """
    guesses = getattr(error, "possibilities", None)
    if guesses:
        from difflib import get_close_matches

        by_letters = {guess.lstrip("-"): guess for guess in guesses}
        meant = getattr(error, "option_name", "").lstrip("-")
        near = get_close_matches(meant, by_letters)
        error.possibilities = [by_letters[each] for each in near]  # type: ignore[attr-defined]


def _fault(error: Exception, argv: Sequence[str] | None) -> _Outcome:
    """What comes of an ``error`` that nobody foresaw, outside the work on one input."""
    from .faults import described, traceback
    from .messages import tell

    if "--debug" in (sys.argv if argv is None else argv):
        tell(traceback(error))
    return _Outcome(ExitStatus.FAILED, described(error))
