"""The files of one folder and nothing else, for programs that name files on somebody's behalf.

A name is refused that is absolute, goes up, or leads out of the folder through a link, and so is
what is no regular file. What a name stands for may change between the check and the opening; who
can do that can write into the folder.
"""

import os
from collections.abc import Iterable
from pathlib import Path, PurePath, PureWindowsPath
from stat import S_ISREG

from newsbrief import ReadOptions
from newsbrief.errors import InputError, reason
from newsbrief.formats.document import Document, PartError
from newsbrief.formats.documents import documents
from newsbrief.formats.files import bounded

# A named pipe opens at once, and a link that has just been put in the place of a file does not.
_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_NOFOLLOW", 0)
)


def load(folder: Path, name: str, options: ReadOptions) -> Iterable[Document | PartError]:
    """The documents in the file ``name`` of ``folder``, and an error for each that is unreadable.

    Raises ``InputError`` where the name does not stand for a file in the folder, or the file cannot
    be read.
    """
    file = _inside(folder, name)
    try:
        descriptor = os.open(file, _FLAGS)
        if not S_ISREG(os.fstat(descriptor).st_mode):
            os.close(descriptor)
            raise InputError("no regular file")
        with open(descriptor, "rb") as opened:  # noqa: PTH123  a descriptor has no path
            data = bounded(opened, options.max_bytes)
    except (OSError, ValueError) as error:
        raise InputError(reason(error)) from None
    return documents(data, name, options)


def _inside(folder: Path, name: str) -> Path:
    """The file in ``folder`` that ``name`` stands for. Raises ``InputError`` where it is none."""
    outside = InputError("only files in the folder that the server was started in are read")
    for path in (PurePath(name), PureWindowsPath(name)):
        if path.is_absolute() or path.drive or path.root or ".." in path.parts:
            raise outside
    folder = folder.resolve()
    try:
        file = (folder / name).resolve(strict=True)
    except RuntimeError:  # a circle of links, before Python 3.13
        raise outside from None
    except (OSError, ValueError) as error:  # a NUL in the name is a ValueError
        raise InputError(reason(error)) from None
    if not file.is_relative_to(folder):
        raise outside
    return file
