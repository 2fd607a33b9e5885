"""The data files that ship inside the package, wherever it is installed (a zip included).

``pkgutil`` reads them, as ``importlib.resources`` would: the latter takes 15 ms more to import.
"""

import pkgutil
from functools import cache


def data(name: str) -> bytes:
    """The bytes of the packaged file ``name``; ``FileNotFoundError`` where there is none."""
    found = pkgutil.get_data("newsbrief.data", name)
    if found is None:  # a loader without files, which no installer makes
        raise FileNotFoundError(name)
    return found


@cache
def entries(name: str) -> tuple[str, ...]:
    """The lines of the packaged word list ``name``, without blank lines and ``#`` comments."""
    lines = data(name).decode("utf-8").splitlines()
    return tuple(line for line in map(str.strip, lines) if line and not line.startswith("#"))


@cache
def sections(name: str) -> dict[str, tuple[str, ...]]:
    """The entries of the packaged word list ``name`` under each of its ``[headings]``."""
    found: dict[str, list[str]] = {}
    heading = ""
    for entry in entries(name):
        if entry.startswith("["):
            heading = entry.strip("[]")
        else:
            found.setdefault(heading, []).append(entry)
    return {heading: tuple(lines) for heading, lines in found.items()}


@cache
def word_set(name: str, section: str) -> frozenset[str]:
    """The words under the heading ``[section]`` of the packaged word list ``name``.

    A line may hold several words. Raises ``KeyError`` where there is no such heading.
    """
    return frozenset(" ".join(sections(name)[section]).split())
