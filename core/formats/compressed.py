"""Compressed files: gzip, bzip2, xz and Zstandard, told by content and unpacked up to a limit."""

import bz2
import lzma
import zlib
from collections.abc import Callable
from importlib.util import find_spec
from types import ModuleType
from typing import NamedTuple, Protocol

from newsbrief.errors import InputError

from .extras import library

_MAX_DICTIONARY_BYTES = 256_000_000  # that an xz file may ask for; xz itself asks for 64 MB at most


class _Decompressor(Protocol):
    """What the decompressors of Python have in common."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


class _Format(NamedTuple):
    """A format of compressed files."""

    name: str
    signature: bytes
    decompressor: Callable[[], _Decompressor]


def zstandard() -> ModuleType:
    """Python's own module for Zstandard from 3.14 on, else its backport.

    Raises ``InputError`` where that is not installed.
    """
    name = "compression.zstd" if find_spec("compression") else "backports.zstd"
    return library(name, "zstd", "a Zstandard file")


class _Zstandard:
    """Python's own decompressor from 3.14 on, else that of its backport."""

    def __init__(self) -> None:
        module = zstandard()
        self._stream = module.ZstdDecompressor()
        self._error: type[Exception] = module.ZstdError

    @property
    def eof(self) -> bool:
        """Whether the stream has come to its end."""
        return bool(self._stream.eof)

    @property
    def unused_data(self) -> bytes:
        """What follows the stream."""
        return bytes(self._stream.unused_data)

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        """At most ``max_length`` bytes of the stream. Raises ``ValueError`` where it is damaged."""
        try:
            return bytes(self._stream.decompress(data, max_length))
        except self._error as error:
            raise ValueError(str(error)) from None


_FORMATS = (
    _Format("gzip", b"\x1f\x8b", lambda: zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)),
    _Format("bzip2", b"BZh", bz2.BZ2Decompressor),
    _Format("xz", b"\xfd7zXZ\x00", lambda: lzma.LZMADecompressor(memlimit=_MAX_DICTIONARY_BYTES)),
    _Format("Zstandard", b"\x28\xb5\x2f\xfd", _Zstandard),
)


def opened(data: bytes, limit: int) -> bytes:
    """The bytes that the compressed file in ``data`` holds, ``limit`` at most.

    Raises ``InputError`` where they are more, and where the file is damaged or of no known format.
    """
    for kind in _FORMATS:
        if data.startswith(kind.signature):
            return _unpacked(data, kind, limit)
    raise InputError("compressed in an unknown way: gzip, bzip2, xz and Zstandard are read")


def _unpacked(data: bytes, kind: _Format, limit: int) -> bytes:
    """The bytes of all streams of the file, which may hold several, one after the other."""
    pieces: list[bytes] = []
    left = limit
    while data.startswith(kind.signature):
        stream = kind.decompressor()
        try:
            piece = stream.decompress(data, left + 1)
        except (zlib.error, lzma.LZMAError, OSError, EOFError, ValueError):
            raise InputError(f"a damaged {kind.name} file") from None
        pieces.append(piece)
        left -= len(piece)
        if left < 0:
            raise unpacks_to_more(limit)
        if not stream.eof:
            raise InputError(f"a damaged {kind.name} file: it is cut off")
        data = stream.unused_data
    return b"".join(pieces)


def unpacks_to_more(limit: int) -> InputError:
    """The error for what is more than ``limit`` bytes when it is unpacked."""
    return InputError(f"unpacks to more than {limit:,} bytes; --max-bytes sets another limit")
