"""Typer's commands, such that a cold start does not pay for reading a handful of words.

Typer reads the value of every option with pydantic, whose import takes longer than all else in a
run. Here the parameters pass their words through, and their callbacks (``values``) read them. A
later Typer that no longer asks ``process_value`` would read the words first and give the callbacks
values, which they take as well.
"""

# ruff: noqa: ANN401  Typer's own types of contexts and parameters have no public names.

from functools import partial
from typing import Any

from typer.core import TyperCommand, TyperGroup


class Command(TyperCommand):
    """A command whose options are read by their callbacks alone."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The parameters, each passing its words through."""
        return _passing(super().get_params(ctx))


class Group(TyperGroup):
    """A group of commands whose own options are read by their callbacks alone."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The parameters, each passing its words through."""
        return _passing(super().get_params(ctx))


def _passing(params: list[Any]) -> list[Any]:
    for param in params:
        param.process_value = partial(_words, param)
    return params


def _words(param: Any, context: Any, value: Any) -> Any:
    """``value`` as the callback of ``param`` reads it, or as it is where there is none."""
    return param.callback(context, param, value) if param.callback else value
