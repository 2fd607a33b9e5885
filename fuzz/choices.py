"""Choices read from bytes, so that a fuzzer that changes bytes changes what is built of them.

atheris has ``FuzzedDataProvider`` for this; here the same bytes mean the same without atheris, as
in a test or where a find is repeated.
"""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")

_BYTE = 256


class Choices:
    """Choices, each made by the next bytes; what comes after the last byte is made by zeros."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    def __bool__(self) -> bool:
        """Whether any byte is left."""
        return self._at < len(self._data)

    def below(self, limit: int) -> int:
        """A number from 0 to ``limit``, exclusive."""
        size = 1 if limit <= _BYTE else 2
        return int.from_bytes(self.raw(size)) % limit

    def one_of(self, options: Sequence[T]) -> T:
        """One of ``options``."""
        return options[self.below(len(options))]

    def one_in(self, count: int) -> bool:
        """Whether something rare is the case; never where no byte is left."""
        return bool(self) and self.below(count) == count - 1

    def raw(self, size: int) -> bytes:
        """The next ``size`` bytes, or what is left of them."""
        taken = self._data[self._at : self._at + size]
        self._at += size
        return taken

    def letters(self, size: int) -> str:
        """The next ``size`` bytes as text; what is not UTF-8 becomes U+FFFD."""
        return self.raw(size).decode("utf-8", "replace")

    def rest(self) -> bytes:
        """All bytes that are left."""
        return self.raw(len(self._data))
