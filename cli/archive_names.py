"""What an archive is made of, and into what: the inputs, and the format that a name tells."""

import os
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from gzip import compress
from pathlib import Path

from newsbrief.errors import OptionError
from newsbrief.formats.compressed import zstandard

from .inputs import STDIN, is_address

_GZIP_LEVEL = 6
_ZSTANDARD_LEVEL = 3


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

    The lines that Parquet is made of in the end are packed too. Raises ``InputError`` where
    Zstandard is not installed.
    """
    if chosen is Packing.LINES:
        return bytes
    if chosen is Packing.ZSTANDARD:
        module = zstandard()
        return lambda block: bytes(module.compress(block, _ZSTANDARD_LEVEL))
    return lambda block: compress(block, _GZIP_LEVEL, mtime=0)


def files_in(names: Sequence[str], without: Sequence[Path]) -> list[str]:
    """The inputs ``names``, each once; in place of a folder the files in it and below, sorted.

    Files and folders whose name begins with a dot are passed over there, and so are those
    ``without``.
    """
    left_out = {os.path.realpath(path) for path in without}
    found: dict[str, None] = {}
    for name in names:
        for path in _files(name):
            if path == name or os.path.realpath(path) not in left_out:
                found[path] = None
    return list(found)


def _files(name: str) -> Iterator[str]:
    if not name or name == STDIN or is_address(name) or not Path(name).is_dir():
        yield name
        return
    for folder, folders, files in os.walk(name):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        yield from (os.path.join(folder, each) for each in sorted(files) if each[0] != ".")  # noqa: PTH118


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
