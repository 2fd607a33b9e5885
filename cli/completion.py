"""Completion: the script that lets a shell complete commands and options, printed or installed.

The shell is named by the user, never guessed, so the output is the same wherever it is asked for.
The scripts are Typer's.
"""

import os
from enum import StrEnum

import typer

from .values import choice

_ASKED_BY_A_SHELL = "_NEWSBRIEF_COMPLETE"  # set in the environment when a script wants completions


class Shell(StrEnum):
    """The shells that Typer has scripts for."""

    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"
    PWSH = "pwsh"


def show(context: typer.Context, param: typer.CallbackParam, value: str | None) -> None:
    """Print the script for the shell ``value`` and end the program, unless ``value`` is None."""
    if shell := choice(Shell)(value):
        from typer.completion import show_callback

        show_callback(context, param, str(shell))


def install(context: typer.Context, param: typer.CallbackParam, value: str | None) -> None:
    """Install the script for the shell ``value`` and end the program, unless ``value`` is None."""
    if shell := choice(Shell)(value):
        from typer.completion import install_callback

        install_callback(context, param, str(shell))


def prepare() -> None:
    """Let Typer answer a shell that asks for completions; do nothing in any other run."""
    if _ASKED_BY_A_SHELL in os.environ:
        from typer.completion import get_completion_inspect_parameters

        get_completion_inspect_parameters()  # registers Typer's shells
