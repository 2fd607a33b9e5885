"""What the end of a name after ``-o`` says: the format of what is written, and how it is packed."""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import BinaryIO, cast

from newsbrief.errors import OptionError
from newsbrief.formats.compressed import zstandard

from .formats import Format
from .pipes import is_pipe

GZIP, ZSTANDARD = ".gz", ".zst"

_GZIP_LEVEL = 6
_ZSTANDARD_LEVEL = 3
_FORMATS = {
    ".csv": Format.CSV,
    ".tsv": Format.TSV,
    ".json": Format.JSON,
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
    ".txt": Format.TEXT,
}
_OF_OTHERS = {".parquet": "corpus", ".html": "report", ".htm": "report"}
_ENDING = re.compile(r"\.(?=[^.]*[a-z])[a-z\d]+")  # that of "out.2026-03-04" is part of the name


def ending(name: str) -> str:
    """The end of a file's ``name`` that says what it is; "" where there is none.

    >>> ending("out/Facts.CSV"), ending("talks, 4.3.2026"), ending("with Dr. Lee"), ending(".json")
    ('.csv', '', '', '')
    """
    suffix = PurePath(name).suffix.lower()
    return suffix if _ENDING.fullmatch(suffix) else ""


def format_of(name: str) -> Format | None:
    """The format that the end of a file's ``name`` tells; None where it tells none.

    >>> format_of("facts.csv"), format_of("facts.jsonl.gz"), format_of("facts")
    (<Format.CSV: 'csv'>, <Format.JSONL: 'jsonl'>, None)

    Raises ``OptionError`` where it tells what newsbrief does not write there.
    """
    if is_pipe(name) or is_folder(name):
        return None
    told = ending(name)
    if told in (GZIP, ZSTANDARD):
        told = ending(PurePath(name).stem)
    if not told or told in _FORMATS:
        return _FORMATS.get(told)
    other = f"; `newsbrief {_OF_OTHERS[told]}` writes such files" if told in _OF_OTHERS else ""
    raise OptionError(
        f"-o {name}: no format ends in {told}, but {', '.join(_FORMATS)} and these with {GZIP} or "
        f"{ZSTANDARD} behind tell one; --format names one for any name{other}"
    )


def is_folder(path: str) -> bool:
    """Whether ``path`` is a folder, or can be nothing else."""
    return path.endswith(("/", os.sep)) or Path(path).is_dir()


def block_packer(end: str) -> Callable[[bytes], bytes]:
    """What packs a block of bytes, so that blocks one after the other are a file.

    ``end`` is that of the name. Raises ``InputError`` where Zstandard is not installed.
    """
    if end == GZIP:
        from gzip import compress

        return lambda block: compress(block, _GZIP_LEVEL, mtime=0)
    if end == ZSTANDARD:
        module = zstandard()
        return lambda block: bytes(module.compress(block, _ZSTANDARD_LEVEL))
    return bytes


@contextmanager
def packing(name: str, file: BinaryIO) -> Iterator[BinaryIO]:
    """``file`` itself, or what packs for it as the end of ``name`` says, always in the same bytes.

    Raises ``InputError`` where Zstandard is not installed.
    """
    end = ending(name)
    if end == GZIP:
        from gzip import GzipFile

        with GzipFile("", "wb", _GZIP_LEVEL, file, mtime=0) as packed:
            yield cast("BinaryIO", packed)
    elif end == ZSTANDARD:
        with zstandard().ZstdFile(file, "wb", level=_ZSTANDARD_LEVEL) as packed:
            yield packed
    else:
        yield file
