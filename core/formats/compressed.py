"""Compressed files: gzip, bzip2, xz and Zstandard, told by content.

They are unpacked whole, up to a limit, or read piece by piece however large they are.

One that is cut off gives all that stands before its end. One that is damaged gives what stands
before the place where that shows, but for the last piece. No checksum has been seen there: what
gzip gives may be wrong from the damage on. Read piece by piece, it goes on behind the damage at a
member that begins with a row (``members``).
"""

import bz2
import io
import lzma
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from importlib.util import find_spec
from types import ModuleType
from typing import Any, NamedTuple, Protocol

from newsbrief.errors import InputError

from .extras import library
from .members import PIECE_BYTES, Members, Readable, row_opening
from .signatures import GZIP, XZ, ZSTANDARD

_MAX_DICTIONARY_BYTES = 256_000_000  # that an xz file may ask for; xz itself asks for 64 MB at most
_DAMAGE = (zlib.error, lzma.LZMAError, OSError, EOFError, ValueError)


class PassedOverError(InputError):
    """A part of a compressed file is lost, and what follows can be read."""


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


class _Gzip:
    """Python's own decompressor, which keeps what it has not come to, as the others do."""

    def __init__(self) -> None:
        self._stream = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)

    @property
    def eof(self) -> bool:
        """Whether the stream has come to its end."""
        return self._stream.eof

    @property
    def unused_data(self) -> bytes:
        """What follows the stream."""
        return self._stream.unused_data

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        """At most ``max_length`` bytes of the stream."""
        return self._stream.decompress(self._stream.unconsumed_tail + data, max_length)


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
    _Format("gzip", GZIP, _Gzip),
    _Format("bzip2", b"BZh", bz2.BZ2Decompressor),
    _Format("xz", XZ, lambda: lzma.LZMADecompressor(memlimit=_MAX_DICTIONARY_BYTES)),
    _Format("Zstandard", ZSTANDARD, _Zstandard),
)


def opened(data: bytes, limit: int) -> bytes:
    """The bytes that the compressed file in ``data`` holds, ``limit`` at most.

    What follows the file and is no part of it is passed over, as gzip does. Raises ``InputError``
    where they are more, and where the file is damaged or of no known format.
    """
    kind = _format(data)
    if kind is None:
        raise InputError("compressed in an unknown way: gzip, bzip2, xz and Zstandard are read")
    unpacked = bytearray()
    with suppress(_RestError):
        for piece in _pieces(Members(io.BytesIO(data)), kind):
            unpacked += piece
            if len(unpacked) > limit:
                raise unpacks_to_more(limit)
    return bytes(unpacked)


def unpacking(file: io.BufferedReader) -> io.BufferedReader | None:
    """What the compressed ``file``, at its start, holds, as a file; None where it is none.

    Reading raises ``InputError`` where the file is damaged, behind all that it gives; where that is
    a ``PassedOverError``, reading again gives what follows.
    """
    kind = _format(file.peek(PIECE_BYTES))
    return None if kind is None else io.BufferedReader(_Unpacked(file, kind), PIECE_BYTES)


def _format(head: bytes) -> _Format | None:
    """The format of the file that begins with ``head``."""
    return next((kind for kind in _FORMATS if head.startswith(kind.signature)), None)


class _RestError(InputError):
    """What follows a stream is no other: it belongs to something else, or is a damaged one."""


class _Unpacked(io.RawIOBase):
    """What a compressed file holds."""

    def __init__(self, file: io.BufferedReader, kind: _Format) -> None:
        self._pieces = _around_damage(Members(file), kind)
        self._rest = b""
        self._damage: InputError | None = None

    def readable(self) -> bool:
        """Whether it can be read."""
        return True

    def readinto(self, buffer: Any, /) -> int:  # noqa: ANN401 - Buffer has a public name from 3.12 on
        """How many bytes come into ``buffer``: fewer than it takes only at the end."""
        room = memoryview(buffer)
        filled = 0
        while filled < len(room) and not self._damage and self._has_more():
            part = self._rest[: len(room) - filled]
            room[filled : filled + len(part)] = part
            self._rest = self._rest[len(part) :]
            filled += len(part)
        damage = self._damage
        if damage and not filled:
            if isinstance(damage, PassedOverError):
                self._damage = None
            raise damage
        return filled

    def _has_more(self) -> bool:
        """Whether there is a rest, or another piece that can be unpacked."""
        try:
            piece = self._rest or next(self._pieces, b"")
        except InputError as error:
            self._damage = error
            return False
        if isinstance(piece, PassedOverError):
            self._damage = piece
            return False
        self._rest = piece
        return bool(piece)


def _around_damage(file: Members, kind: _Format) -> Iterator[bytes | PassedOverError]:
    """What ``file`` holds, with an error for each part that is lost.

    Raises ``InputError`` where nothing more can be read behind one.
    """
    data = opening = b""
    while True:
        try:
            for piece in _pieces(file, kind, data):
                opening = opening or row_opening(piece)
                yield piece
        except InputError:
            opens = partial(_opens, kind, opening)
            member = file.behind_damage(kind.signature, opens) if opening else None
            if member is None:
                raise
        else:
            return
        yield PassedOverError(f"a damaged {kind.name} file: {member.lost:,} bytes of it are lost")
        data = member.data


def _opens(kind: _Format, opening: bytes, data: bytes) -> bool | None:
    """Whether ``data`` starts a stream that begins with ``opening``; None where it is too short."""
    try:
        start = kind.decompressor().decompress(data, len(opening))
    except _DAMAGE:
        return False
    return None if start != opening and opening.startswith(start) else start == opening


def _pieces(file: Members, kind: _Format, data: bytes = b"") -> Iterator[bytes]:
    """What ``file`` holds: one stream or several, one after the other, with zeros behind them.

    The first one begins with ``data``, where that has been read. Raises ``InputError`` where it is
    damaged.
    """
    data = data or file.read1(PIECE_BYTES)
    while data:
        file.begin(data)
        stream = kind.decompressor()
        try:
            yield from _of_stream(stream, data, file, f"a damaged {kind.name} file")
        except InputError as error:
            if data.startswith(kind.signature):
                raise
            raise _RestError(f"a damaged {kind.name} file: its end is no {kind.name}") from error
        data = stream.unused_data.lstrip(b"\0")
        while not data and (more := file.read1(PIECE_BYTES)):
            data = more.lstrip(b"\0")


def _of_stream(stream: _Decompressor, data: bytes, file: Readable, damaged: str) -> Iterator[bytes]:
    """What the ``stream`` holds that begins with ``data`` and goes on in ``file``.

    Raises ``InputError``, which says ``damaged``, where it is that.
    """
    held = b""  # until the next piece shows no damage
    while not stream.eof:
        try:
            piece = stream.decompress(data, PIECE_BYTES)
        except _DAMAGE:
            raise InputError(damaged) from None
        if piece and held:
            yield held
        held = piece or held
        data = b""
        if not piece and not stream.eof:
            data = file.read1(PIECE_BYTES)
            if not data:
                break
    if held:
        yield held
    if not stream.eof:
        raise InputError(f"{damaged}: it is cut off")


def unpacks_to_more(limit: int) -> InputError:
    """The error for what is more than ``limit`` bytes when it is unpacked."""
    return InputError(f"unpacks to more than {limit:,} bytes; --max-bytes sets another limit")
