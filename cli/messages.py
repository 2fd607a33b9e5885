"""What is said to the person at the terminal, on stderr: errors and progress, never results."""

import sys
from collections.abc import Iterator, Sequence

from .safety import visible
from .terminal import Colour, has_colour, is_terminal, obeys

MANY = 10  # inputs from which progress is worth a line
_CLEAR = "\r\x1b[K"  # back to the start of the line, and what stands there goes


def complain(message: str, colour: Colour = Colour.AUTO) -> None:
    """Say in one line what went wrong, in place of a line of progress."""
    if sys.stderr is None:
        return  # closed: print() would take stdout instead
    clear = _CLEAR if obeys(sys.stderr) else ""
    name = "\x1b[31mnewsbrief:\x1b[0m" if has_colour(sys.stderr, colour) else "newsbrief:"
    line = visible(" ".join(message.split()))
    print(f"{clear}{name} {line}", file=sys.stderr, flush=True)  # noqa: T201


def progress(names: Sequence[str], *, quiet: bool) -> Iterator[str]:
    """``names`` one by one, and a line on stderr that says how far things are.

    The line is shown only to a person who waits: where stderr is a terminal, stdout (which then
    says it all) is not, and there are many.
    """
    if quiet or len(names) < MANY or not obeys(sys.stderr) or is_terminal(sys.stdout):
        yield from names
        return
    try:
        for i, name in enumerate(names):
            sys.stderr.write(f"{_CLEAR}{i + 1}/{len(names)} {visible(name)[-60:]}")
            sys.stderr.flush()
            yield name
    finally:
        sys.stderr.write(_CLEAR)
        sys.stderr.flush()
