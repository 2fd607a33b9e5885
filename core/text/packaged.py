"""The data files that ship inside the package, wherever it is installed (a zip included).

``pkgutil`` reads them, as ``importlib.resources`` would: the latter takes 15 ms more to import.
"""

import pkgutil
import re
from collections.abc import Iterable, Mapping
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from numpy.typing import NDArray

_HEADING = re.compile(r"^\[(.*)\]$", re.MULTILINE)


def data(name: str) -> bytes:
    """The bytes of the packaged file ``name``; ``FileNotFoundError`` where there is none."""
    found = pkgutil.get_data("newsbrief.data", name)
    if found is None:  # a loader without files, which no installer makes
        raise FileNotFoundError(name)
    return found


def record(name: str) -> "Mapping[str, NDArray[Any]]":
    """The arrays of the packaged file ``name``, the fields of one numpy record, by name.

    They are views of its bytes: ``numpy.load`` would copy them, and take five times as long.
    """
    import numpy as np
    from numpy.lib import format as npy

    stored = data(name)
    head = BytesIO(stored)
    npy.read_magic(head)
    _, _, fields = npy.read_array_header_1_0(head)
    record = np.frombuffer(stored, fields, offset=head.tell())[0]
    return {field: record[field] for field in fields.names or ()}


@cache
def entries(name: str) -> tuple[str, ...]:
    """The lines of the packaged word list ``name``, without blank lines and ``#`` comments."""
    return _entries(data(name).decode("utf-8"))


@cache
def sections(name: str) -> dict[str, tuple[str, ...]]:
    """The entries of the packaged word list ``name`` under each of its ``[headings]``."""
    first, *parts = _HEADING.split(data(name).decode("utf-8"))
    found = {"": _entries(first)} if _entries(first) else {}
    return found | dict(zip(parts[::2], map(_entries, parts[1::2]), strict=True))


def _entries(text: str) -> tuple[str, ...]:
    return tuple([line for line in map(str.strip, text.splitlines()) if line and line[0] != "#"])


def weights(lines: Iterable[str]) -> dict[str, float]:
    """The weight of each feature in ``lines``, each a weight, a space and the feature's name."""
    return {name: float(weight) for weight, name in [line.split(" ", 1) for line in lines]}


@cache
def weights_of(name: str) -> dict[str, dict[str, float]]:
    """The weight of each feature under each of the ``[headings]`` of the packaged file ``name``."""
    return {heading: weights(lines) for heading, lines in sections(name).items()}


def levels(lines: Iterable[str], parting: str | None = None) -> dict[str, float]:
    """The number of each entry in ``lines``, each a number and the entries that have it.

    ``parting`` stands between them; without it, white space.
    """
    rows = (line.split(parting) for line in lines)
    return {entry: float(number) for number, *of_number in rows for entry in of_number}


@cache
def word_set(name: str, section: str) -> frozenset[str]:
    """The words under the heading ``[section]`` of the packaged word list ``name``.

    A line may hold several words. Raises ``KeyError`` where there is no such heading.
    """
    return frozenset(" ".join(sections(name)[section]).split())
