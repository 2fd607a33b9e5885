"""What an archive is made of, and into what: the inputs, and the format that a name tells."""

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from enum import StrEnum
from pathlib import Path, PurePath

from newsbrief import ReadOptions
from newsbrief.archive.table import need_parquet
from newsbrief.errors import InputError, OptionError
from newsbrief.formats.document import Document
from newsbrief.formats.streams import streamed
from newsbrief.text.web_addresses import is_web_address

from .endings import GZIP, block_packer
from .inputs import STDIN, Identity, identity
from .pipes import is_pipe

_KEYS = frozenset(("schema", "id", "file", "summary", "facts", "error"))  # of all that a record has


class Packing(StrEnum):
    """How an archive is written, by the end of its name."""

    LINES = ".jsonl"
    GZIP = ".jsonl.gz"
    ZSTANDARD = ".jsonl.zst"
    PARQUET = ".parquet"


def packing(output: str) -> Packing:
    """How the archive ``output`` is written.

    Raises ``OptionError`` where its name does not tell.
    """
    name = output.lower().replace(".ndjson", ".jsonl")
    for each in Packing:
        if name.endswith(each):
            return each
    ends = ", ".join(Packing)
    raise OptionError(f"-o names the file of the archive, which ends in one of {ends}")


def packer(chosen: Packing) -> Callable[[bytes], bytes]:
    """What packs a block of lines, so that blocks one after the other are a file.

    The lines that Parquet is made of in the end are packed too. Raises ``InputError`` where what
    writes Zstandard or Parquet is not installed.
    """
    if chosen is Packing.PARQUET:
        need_parquet()
        return block_packer(GZIP)
    return block_packer(PurePath(chosen).suffix)


def files_in(names: Sequence[str], own: Collection[Path]) -> tuple[list[str], set[Path]]:
    """The inputs ``names``, each once; in place of a folder the files in it and below, sorted.

    Files and folders whose name begins with a dot are passed over there, and so are pipes, devices
    and sockets, and the run's ``own``; second are those of them that stood there. A folder that
    cannot be read is an input too, last, so that it fails. A file that is spelled in two ways is
    one; what is reached by a link is another.
    """
    passed_over = {os.path.realpath(path): path for path in own}
    found: dict[tuple[str, Identity | None], str] = {}
    met: set[Path] = set()
    for name in names:
        for path in _files(name):
            mine = None if path == name else passed_over.get(os.path.realpath(path))
            if mine is None:
                found.setdefault(_place(path), path)
            else:
                met.add(mine)
    return list(found.values()), met


def _place(name: str) -> tuple[str, Identity | None]:
    """Where the file ``name`` is, as its spelling says, and which file that is.

    Where "link" is a folder elsewhere, "link/../a" is not the "a" that its spelling says.
    """
    if not name or name == STDIN or is_web_address(name):
        return name, None
    return os.path.abspath(name), identity(name)  # noqa: PTH100 - no link is followed


def is_archive(path: Path) -> bool:
    """Whether the file at ``path`` is an archive, as its first record tells, or has no record."""
    if not path.stat().st_size:
        return True
    try:
        found = streamed(str(path), ReadOptions())
        for first in found or ():
            saved = first.saved if isinstance(first, Document) else None
            return saved is not None and saved.keys() >= _KEYS
    except InputError:
        return False
    return found is not None


def _files(name: str) -> Iterator[str]:
    if not name or name == STDIN or is_web_address(name) or not Path(name).is_dir():
        yield name
        return
    unread: list[str] = []
    for folder, folders, files in os.walk(name, onerror=lambda e: unread.append(e.filename)):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        paths = (os.path.join(folder, each) for each in sorted(files) if each[0] != ".")  # noqa: PTH118
        yield from (path for path in paths if not is_pipe(path))
    yield from unread  # whoever reads a folder as a file tells why it cannot be read


def sizes(names: Sequence[str]) -> list[tuple[int, int]]:
    """The size of each file in bytes, and when it was last written, in nanoseconds.

    Zeros for what is no file that can be read.
    """
    return [_size(name) for name in names]


def _size(name: str) -> tuple[int, int]:
    try:
        known = Path(name).stat()
    except (OSError, ValueError):
        return 0, 0
    return known.st_size, known.st_mtime_ns
