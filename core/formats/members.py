"""Where a compressed file goes on behind damage: at a member that opens as a row of a table does.

gzip and the others put members one after the other; a web archive has one for each record. Only of
JSON Lines and WARC is it told that a member begins with a row: what it begins with is not what a
row before the damage ends with.
"""

from collections.abc import Callable
from typing import NamedTuple, Protocol

PIECE_BYTES = 64 * 1024
GLANCE_BYTES = 1024  # of a seeming start, in which most of the false ones show
# Of a file: so many false starts may take a whole piece to show. A file that is made of them would
# otherwise take minutes for each megabyte.
MAX_LOOKS = 100

_OPENINGS = (b"WARC/", b"{")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Readable(Protocol):
    """A file that is read in pieces."""

    def read1(self, size: int, /) -> bytes:
        """At most ``size`` bytes; none at the end."""


class Member(NamedTuple):
    """The start of a member, and how many bytes are lost before it."""

    data: bytes
    lost: int


def row_opening(start: bytes) -> bytes:
    """What each row begins with in a table that begins with ``start``; b"" where that is open."""
    start = start.removeprefix(_BYTE_ORDER_MARK).lstrip()
    return next((opening for opening in _OPENINGS if start.startswith(opening)), b"")


class Members:
    """A compressed file, with the last of what was read of it: damage shows late."""

    def __init__(self, file: Readable) -> None:
        self._file = file
        self._kept = b""
        self._size = 0  # of all that was read
        self._began = 0
        self._looks = 0

    def read1(self, size: int = PIECE_BYTES) -> bytes:
        """At most ``size`` bytes; none at the end."""
        data = self._file.read1(size)
        self._kept = self._kept[-PIECE_BYTES:] + data
        self._size += len(data)
        return data

    def begin(self, data: bytes) -> None:
        """Take note that a member begins with ``data``, the last that was read."""
        self._began = self._size - len(data)

    def behind_damage(
        self, signature: bytes, opens: Callable[[bytes], bool | None]
    ) -> Member | None:
        """The next member behind the start of the last one; None where none is found.

        It begins with ``signature``, and ``opens`` tells of its start whether it is one, None where
        more of it must be seen.
        """
        kept = self._kept
        kept = kept[max(self._began + 1 - (self._size - len(kept)), 0) :]
        at = 0
        while True:
            at = kept.find(signature, at)
            if at < 0:
                at = max(len(kept) + 1 - len(signature), 0)
            if len(kept) - at < PIECE_BYTES and (more := self.read1()):
                kept = kept[at:] + more
                at = 0
            elif not kept.startswith(signature, at):
                return None
            elif self._is_start(kept, at, opens):
                return Member(kept[at:], self._size - len(kept) + at - self._began)
            else:
                at += 1

    def _is_start(self, kept: bytes, at: int, opens: Callable[[bytes], bool | None]) -> bool:
        """Whether a member starts in ``kept`` at the index ``at``, as ``opens`` tells."""
        told = opens(kept[at : at + GLANCE_BYTES])
        if told is None and self._looks < MAX_LOOKS:
            told = opens(kept[at : at + PIECE_BYTES])
            self._looks += not told
        return bool(told)
