"""Option values: text read as numbers and choices; a misspelt choice is answered by the nearest.

Each function is the callback of an option, or makes one. A callback takes the text, or a value that
Typer has already read.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

import typer

Choice = TypeVar("Choice", bound=StrEnum)
Number = TypeVar("Number", int, float)


def number(
    kind: type[Number], low: float, high: float = float("inf"), *, above: bool = False
) -> Callable[[Any], Number | None]:
    """A callback that reads a ``kind`` from ``low`` to ``high``; ``above`` excludes ``low``."""

    def read(value: str | Number | None) -> Number | None:
        if value is None:
            return None
        try:
            parsed = kind(value)
        except ValueError:
            name = "whole number" if kind is int else "number"
            raise typer.BadParameter(f"{value!r} is not a {name}.") from None
        if not (low < parsed if above else low <= parsed) or not parsed <= high:
            bounds = [f"above {low:g}" if above else f"at least {low:g}"]
            if high < float("inf"):
                bounds.append(f"at most {high:g}")
            raise typer.BadParameter(f"{value} is not {' and '.join(bounds)}.")
        return parsed

    return read


def flag(word: str) -> bool:
    """Whether ``word``, of the environment, switches an option on."""
    for value, words in ((True, ("1", "true", "yes", "on")), (False, ("0", "false", "no", "off"))):
        if word.casefold() in words:
            return value
    raise typer.BadParameter(f"{word!r} is not 1 or 0.")


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
    """The value of ``kind`` that ``word`` names; of "outlet,month" the parts may change places."""
    parts = _parts(word.casefold())
    for value in kind:
        if _parts(value) == parts:
            return value
    from difflib import get_close_matches

    near = get_close_matches(word.casefold(), [str(value) for value in kind], 1)
    hint = f" Did you mean {near[0]!r}?" if near else ""
    raise typer.BadParameter(f"{word!r} is not one of {', '.join(kind)}.{hint}")


def _parts(word: str) -> list[str]:
    return sorted(part.strip() for part in word.split(","))


def some_text(value: str | None) -> str | None:
    """A callback that refuses a text without a visible character, as of an unset variable."""
    if value is not None and not value.strip():
        raise typer.BadParameter("there is nothing to look for in it.")
    return value


def some_word(value: str | None) -> str | None:
    """A callback that refuses a text without a word."""
    if value is not None and not any(map(str.isalnum, value)):
        raise typer.BadParameter("there is no word in it.")
    return value


def encoding_name(value: str | None) -> str | None:
    """A callback that refuses an encoding that is not known, or not one of texts."""
    if value is not None:
        from newsbrief.reading.decoding import is_text_encoding

        if not is_text_encoding(value):
            raise typer.BadParameter(f"there is no encoding {value!r} of texts.")
    return value
