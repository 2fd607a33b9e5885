"""A file written beside its target, whose place it takes when all of it is there."""

import errno
import os
import re
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import FileIO
from pathlib import Path
from typing import BinaryIO

_RANDOM_BYTES = 8  # in the name of the file: nobody else on the machine can guess it
_DESCRIPTORS = ("/dev/fd", "/proc/self/fd")  # folders in which a number names an open file
_NUMBER = re.compile(r"[0-9]{1,9}")  # a larger one is that of no file
_MAX_LINKS = 40  # as Linux follows


@contextmanager
def replacing(path: str) -> Iterator[FileIO]:
    """A new file that becomes ``path`` when the block ends without an error.

    Else nothing is left of it, and what was at ``path`` stays as it was. A symbolic link stays one,
    and what is no file, or is open already (/dev/stdout), is written to as it is. An old file keeps
    its mode and owner; where only its content can be replaced, because it has more names or an
    owner who cannot be given, the content is copied into it. Raises ``OSError``, also where nobody
    may write to the old file: to replace it would take no permission of its own.
    """
    if (number := _descriptor(path)) is not None:
        with os.fdopen(os.dup(number), "wb", buffering=0) as file:
            yield file
        return
    target, old = destination(path)
    if old is not None and not stat.S_ISREG(old.st_mode):
        with open(path, "wb", buffering=0) as file:  # noqa: PTH123
            yield file
        return
    # The name is as short as can be: that of the target may be as long as names can.
    part = target.with_name(f".newsbrief-{os.urandom(_RANDOM_BYTES).hex()}")
    try:
        with open(part, "xb", buffering=0, opener=_private) as file:
            yield file
        if old is None:
            part.chmod(0o666 & ~_mask())
            part.replace(target)
        elif old.st_nlink == 1 and _owned(part, old):
            part.chmod(stat.S_IMODE(old.st_mode))
            part.replace(target)
        else:
            with part.open("rb") as ready, target.open("wb") as file:
                shutil.copyfileobj(ready, file)
    finally:
        with suppress(OSError):
            part.unlink()


def destination(path: str) -> tuple[Path, os.stat_result | None]:
    """The file that ``path`` leads to and what is known of it; None of one that is not there.

    Raises ``OSError`` where there can be no such file, or nobody may write to it.
    """
    if path.endswith(("/", os.sep)) and not Path(path).exists():
        raise IsADirectoryError(errno.EISDIR, "this is the name of a folder", path)
    target = Path(os.path.realpath(path))
    try:
        old = Path(path).stat()
    except FileNotFoundError:
        need_folder(Path(path))
        need_folder(target)
        return target, None
    if stat.S_ISREG(old.st_mode) and not (old.st_mode & 0o222 and os.access(path, os.W_OK)):
        raise PermissionError(errno.EACCES, "read-only", path)
    if stat.S_ISDIR(old.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)
    return target, old


def need_folder(path: Path) -> None:
    """Raise ``FileNotFoundError``, which names it, where a folder above ``path`` does not exist."""
    missing = [folder for folder in path.parents if not folder.exists()]
    if missing:
        raise FileNotFoundError(errno.ENOENT, f"the folder {missing[-1]} does not exist", str(path))


def _descriptor(path: str) -> int | None:
    """The number of the open file that ``path`` names or leads to; None where it is none.

    It may be a pipe, of which no other name can be opened, or a file that somebody else writes too.
    """
    folders = {os.path.realpath(folder) for folder in _DESCRIPTORS}
    here = Path(path)
    for _ in range(_MAX_LINKS):
        folder = os.path.realpath(here.parent)
        if folder in folders and _NUMBER.fullmatch(here.name):
            return int(here.name)
        try:
            here = Path(folder, here.readlink())
        except OSError:
            break
    return None


def _private(path: str, flags: int) -> int:
    """A file that only its owner can read until it takes the place of the target."""
    return os.open(path, flags, 0o600)


def _owned(part: Path, old: os.stat_result) -> bool:
    """Whether ``part`` has the owner and the group of ``old``, or could be given them."""
    new = part.stat()
    if (new.st_uid, new.st_gid) == (old.st_uid, old.st_gid):
        return True
    try:
        os.chown(part, old.st_uid, old.st_gid)
    except OSError:
        return False
    return True


def _mask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def write_whole(file: BinaryIO, data: bytes) -> None:
    """Write ``data`` to ``file`` in one call of the system, so that a signal does not cut it.

    A pipe takes less in a call where its reader is slow; the rest follows.
    """
    raw = getattr(file, "raw", file)
    rest = memoryview(data)
    while rest:
        rest = rest[raw.write(rest) or 0 :]
