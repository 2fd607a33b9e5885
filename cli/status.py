"""The exit statuses of the program."""

from enum import IntEnum


class ExitStatus(IntEnum):
    """What the caller is told. A closed pipe is no error: who closed it has seen enough."""

    DONE = 0
    FAILED = 1  # some input could not be read or used, or the output not written
    USAGE = 2
    INTERRUPTED = 130  # 128 + SIGINT, as shells count
