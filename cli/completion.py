"""Completion: the script that lets a shell complete commands and options, printed or installed.

The user names the shell: it is not detected, so the output is the same everywhere. The scripts are
Typer's.
"""

import os
from enum import StrEnum

import typer

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


def show(context: typer.Context, param: typer.CallbackParam, value: str | None) -> None:
    """Print the script for the shell ``value`` and exit; do nothing if it is None."""
    if shell := choice(Shell)(value):
        from typer.completion import show_callback

        show_callback(context, param, str(shell))


def install(context: typer.Context, param: typer.CallbackParam, value: str | None) -> None:
    """Install the script for the shell ``value`` and exit; do nothing if it is None."""
    if shell := choice(Shell)(value):
        from typer.completion import install_callback

        install_callback(context, param, str(shell))


def prepare() -> None:
    """Get Typer ready if a shell asks for completions; do nothing in other runs."""
    if _REQUEST in os.environ:
        from typer.completion import get_completion_inspect_parameters

        get_completion_inspect_parameters()  # registers the shells
