"""Completion: the script that lets a shell complete commands and options, printed or installed.

The user names the shell: it is not detected, so the output is the same everywhere. The scripts are
Typer's.
"""

import os
from enum import StrEnum
from shutil import which

import typer

from newsbrief.errors import InputError

from .values import choice

# The environment variable that the scripts set to ask for completions.
_REQUEST = "_NEWSBRIEF_COMPLETE"


class Shell(StrEnum):
    """The shells that Typer has scripts for."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"
    PWSH = "pwsh"


_ASKED = (Shell.POWERSHELL, Shell.PWSH)  # for the place of their scripts, which differs


def show(context: typer.Context, param: typer.CallbackParam, value: str | None) -> None:
    """Print the script for the shell ``value`` and exit; do nothing if it is None."""
    if shell := choice(Shell)(value):
        from typer.completion import show_callback

        show_callback(context, param, str(shell))


def install(context: typer.Context, param: typer.CallbackParam, value: str | None) -> None:
    """Install the script for the shell ``value`` and exit; do nothing if it is None.

    Raises ``InputError`` where the shell is to say where, and is not there.
    """
    if shell := choice(Shell)(value):
        from typer.completion import install_callback

        if shell in _ASKED and not which(shell):
            raise InputError(f"{shell} is not installed here: it tells where its script belongs")

        install_callback(context, param, str(shell))


def prepare() -> None:
    """Get Typer ready if a shell asks for completions; do nothing in other runs."""
    if _REQUEST in os.environ:
        from typer.completion import get_completion_inspect_parameters

        get_completion_inspect_parameters()  # registers the shells
