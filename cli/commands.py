"""Typer's commands without pydantic, to start fast.

Typer reads the value of every option with pydantic, whose import takes longer than the rest of a
run. Here the parameters pass the text on to their callbacks (``values``), which read it. If a later
Typer no longer calls ``process_value``, the callbacks get values that Typer has read, which they
accept too.
"""

# ruff: noqa: ANN401  Typer's own types of contexts and parameters have no public names.

from functools import partial
from typing import Any

from typer.core import TyperCommand, TyperGroup


class Command(TyperCommand):
    """A command whose options are read only by their callbacks."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The parameters, each of which passes its text on unread."""
        return _unread(super().get_params(ctx))


class OnDraft(Command):
    """A command on a draft and articles, the first of its inputs and the others."""

    def collect_usage_pieces(self, ctx: Any) -> list[str]:
        """The words of the usage line behind the name of the command."""
        return [*super().collect_usage_pieces(ctx)[:-1], "DRAFT", "ARTICLE..."]


class Group(TyperGroup):
    """A group of commands whose own options are read only by their callbacks."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The parameters, each of which passes its text on unread."""
        return _unread(super().get_params(ctx))


def _unread(params: list[Any]) -> list[Any]:
    for param in params:
        param.process_value = partial(_value, param)
    return params


def _value(param: Any, context: Any, value: Any) -> Any:
    """``value`` as the callback of ``param`` reads it; unchanged if there is none."""
    return param.callback(context, param, value) if param.callback else value
