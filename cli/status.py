"""The exit statuses of the program."""

from enum import IntEnum


class ExitStatus(IntEnum):
    """The exit statuses. It is no error when the reader of a pipe stops reading."""

    DONE = 0
    FAILED = 1  # some input could not be read or used, or the output not written
    USAGE = 2
    INTERRUPTED = 130  # 128 + SIGINT, as shells count
