"""What somebody meant who typed no command first: an article, or an option of a command."""

from collections.abc import Sequence
from pathlib import Path
from shlex import join
from typing import TYPE_CHECKING

import typer

from .commands import names
from .inputs import STDIN

if TYPE_CHECKING:
    from typer import TyperException

_USUAL = "facts"  # a command that takes an article


def meant(error: "TyperException", argv: Sequence[str], app: typer.Typer) -> str:
    """The command that ``argv``, which led to ``error``, was meant as, in a sentence; else "".

    That is where ``argv`` begins with an article, or with an option that stands behind a command.
    """
    first, *others = argv or [""]
    commands = names(app)
    if first in commands or getattr(error, "possibilities", None):
        return ""
    if _is_article(first):
        return _did_you_mean([_USUAL, first])
    name = next((word for word in others if word in commands), _USUAL)
    option = getattr(error, "option_name", None)
    if option is not None and _takes(app, name, option):
        return _did_you_mean([name, option])
    return ""


def _did_you_mean(words: Sequence[str]) -> str:
    return f"Did you mean: {join(['newsbrief', *words])}"


def _is_article(word: str) -> bool:
    if word.startswith("-"):
        return word == STDIN
    return not {".", "/"}.isdisjoint(word) or _is_file(word)


def _is_file(word: str) -> bool:
    try:
        return Path(word).is_file()
    except (OSError, ValueError):  # a name that is too long, or has a NUL in it
        return False


def _takes(app: typer.Typer, name: str, option: str) -> bool:
    """Whether the command called ``name`` has ``option``."""
    from typer.main import get_command

    command = getattr(get_command(app), "commands", {}).get(name)
    return command is not None and any(option in param.opts for param in command.params)
