"""Values of options: words to numbers and choices, the nearest choice named when one is misspelt.

Each function here is, or makes, the callback of an option. A callback takes words, or a value that
Typer has read already.
"""

import codecs
from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

import typer

Choice = TypeVar("Choice", bound=StrEnum)
Number = TypeVar("Number", int, float)


def number(
    kind: type[Number], low: float, high: float = float("inf"), *, above: bool = False
) -> Callable[[Any], Number | None]:
    """A callback that reads a ``kind`` from ``low`` (or only ``above`` it) to ``high``."""

    def read(value: str | Number | None) -> Number | None:
        if value is None:
            return None
        try:
            found = kind(value)
        except ValueError:
            name = "whole number" if kind is int else "number"
            raise typer.BadParameter(f"{value!r} is not a {name}.") from None
        if not (low < found if above else low <= found) or not found <= high:
            bounds = [f"above {low:g}" if above else f"at least {low:g}"]
            if high < float("inf"):
                bounds.append(f"at most {high:g}")
            raise typer.BadParameter(f"{value} is not {' and '.join(bounds)}.")
        return found

    return read


def choice(kind: type[Choice]) -> Callable[[Any], Choice | None]:
    """A callback that reads one of the values of ``kind``."""

    def read(value: str | None) -> Choice | None:
        return None if value is None else _choose(kind, value)

    return read


def choices(kind: type[Choice]) -> Callable[[Any], list[Choice]]:
    """A callback that reads several of the values of ``kind``."""

    def read(value: list[str] | None) -> list[Choice]:
        return [_choose(kind, word) for word in value or ()]

    return read


def _choose(kind: type[Choice], word: str) -> Choice:
    try:
        return kind(word.casefold())
    except ValueError:
        from difflib import get_close_matches

        near = get_close_matches(word.casefold(), [str(value) for value in kind], 1)
        hint = f" Did you mean {near[0]!r}?" if near else ""
        raise typer.BadParameter(f"{word!r} is not one of {', '.join(kind)}.{hint}") from None


def encoding_name(value: str | None) -> str | None:
    """A callback that refuses an encoding that Python does not know."""
    if value is not None:
        try:
            codecs.lookup(value)
        except (LookupError, ValueError):  # a NUL in the name is a ValueError
            raise typer.BadParameter(f"there is no encoding {value!r}.") from None
    return value
