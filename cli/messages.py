"""Messages to the person at the terminal, on stderr: errors and progress, never results."""

import re
import sys
from collections.abc import Iterator, Sequence

from newsbrief.errors import without_user

from .safety import utf_8, visible
from .streams import discard
from .terminal import Colour, has_colour, is_terminal, takes_escapes

MIN_INPUTS_FOR_PROGRESS = 10
_BREAK = re.compile(r"\s*[\n\r\v\f\x85\u2028\u2029]\s*")  # of a message that somebody else wrote
_NAME_COLUMNS = 60  # of a file name, from its end, so that the line does not wrap
CLEAR = "\r\x1b[K"  # go to the start of the line and erase it


def tell(text: str) -> None:
    """Write ``text`` to stderr at once.

    Where that fails, as on a full disk, this text and all later ones are dropped, and the work
    goes on. Raises ``BrokenPipeError`` where a pipe's reader has gone.
    """
    try:
        sys.stderr.write(utf_8(text).decode())
        sys.stderr.flush()
    except BrokenPipeError:
        raise
    except OSError:
        discard(sys.stderr)


def complain(message: str, colour: Colour = Colour.AUTO) -> None:
    """Report an error in one line, in place of a line of progress; it has no password of a site."""
    clear = CLEAR if takes_escapes(sys.stderr) else ""
    name = "\x1b[31mnewsbrief:\x1b[0m" if has_colour(sys.stderr, colour) else "newsbrief:"
    line = visible(without_user(_BREAK.sub(" ", message.strip())))
    tell(f"{clear}{name} {line}\n")


def told(name: str) -> str:
    r"""``name`` as a message has it: in quotation marks where its ends would not be seen.

    >>> told("a b.txt"), told(" a.txt"), told(""), told("a\nb.txt")
    ('a b.txt', "' a.txt'", "''", 'a\ufffdb.txt')
    """
    return visible(name) if name and name == name.strip() else repr(name)


def progress(names: Sequence[str], *, quiet: bool) -> Iterator[str]:
    """``names`` one by one, with a line on stderr that counts them.

    The line is shown where there are many inputs, stderr is a terminal and stdout is not: on a
    terminal the results themselves show how far the work is.
    """
    few = len(names) < MIN_INPUTS_FOR_PROGRESS
    if quiet or few or not takes_escapes(sys.stderr) or is_terminal(sys.stdout):
        yield from names
        return
    try:
        for i, name in enumerate(names):
            tell(f"{CLEAR}{i + 1}/{len(names)} {visible(name)[-_NAME_COLUMNS:]}")
            yield name
    finally:
        tell(CLEAR)
