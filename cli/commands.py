"""Typer's commands: their help in sections, and their options without pydantic, to start fast.

A section of the help is what Typer calls a "rich help panel"; rich itself takes too long to import.
Typer reads the value of every option with pydantic, whose import takes longer than the rest of a
run. Here the parameters pass the text on to their callbacks (``values``), which read it. If a later
Typer no longer calls ``process_value``, the callbacks get values that Typer has read, which they
accept too.
"""

# ruff: noqa: ANN401  Typer's own types of contexts and parameters have no public names.

from collections.abc import Iterable, Sequence
from copy import copy
from functools import partial
from typing import Any

import typer
import typer.models
from typer.core import TyperCommand, TyperGroup

from .values import flag

SHARED = "Shared options"


class Command(TyperCommand):
    """A command whose options are read only by their callbacks."""

    def get_params(self, ctx: Any) -> list[Any]:
        """The parameters, each of which passes its text on unread."""
        return _unread(super().get_params(ctx))

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the command's own options, the shared ones, and what sets those from outside."""
        params = self.get_params(ctx)
        records = [(panel_of(param, "Options"), param.get_help_record(ctx)) for param in params]
        last = records.pop()  # --help, which Typer adds, is one of them
        shared = SHARED if any(panel == SHARED for panel, _ in records) else last[0]
        _write_sections(formatter, [*records, (shared, last[1])])
        if variables := [param.envvar for param in params if param.envvar]:
            with formatter.section("Environment"):
                formatter.write_text(
                    f"{', '.join(variables)}: the option of that name, for every run."
                )


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

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the commands, then the options of the program itself."""
        named = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        _write_sections(
            formatter,
            [
                (panel_of(command, "Commands"), (name, command.get_short_help_str(limit=100)))
                for name, command in named
                if command and not command.hidden
            ],
        )
        params = self.get_params(ctx)
        _write_sections(formatter, [("Options", param.get_help_record(ctx)) for param in params])


def naming(arguments: Sequence[str], app: typer.Typer) -> typer.Typer:
    """``app`` with the one command that ``arguments`` begin with, or all of it where they do not.

    Typer makes every option of every command before it runs one, which takes 8 ms.
    """
    named = [info for info in app.registered_commands if _name(info) in arguments[:1]]
    if not named:
        return app
    alone = copy(app)
    alone.registered_commands = named
    return alone


def names(app: typer.Typer) -> list[str]:
    """The names of the commands of ``app``, in their order."""
    return [name for info in app.registered_commands if (name := _name(info))]


def _name(info: typer.models.CommandInfo) -> str | None:
    return info.name or getattr(info.callback, "__name__", None)


def panel_of(item: Any, default: str) -> str:
    """The section of the help that an option or a command stands in; ``default`` for no other."""
    panel = getattr(item, "rich_help_panel", None)
    return panel if isinstance(panel, str) else default


def _write_sections(formatter: Any, records: Iterable[tuple[str, Any]]) -> None:
    """Write ``records`` of a section, a name and its help, all with names of the same width."""
    sections: dict[str, list[tuple[str, str]]] = {}
    for panel, record in records:
        if record:  # hidden options have none
            sections.setdefault(panel, []).append(record)
    width = max((len(name) for rows in sections.values() for name, _ in rows), default=0)
    for panel, rows in sections.items():
        with formatter.section(panel):
            formatter.write_dl([(name.ljust(width), text) for name, text in rows])


def _unread(params: list[Any]) -> list[Any]:
    for param in params:
        param.process_value = partial(_value, param)
    return params


def _value(param: Any, context: Any, value: Any) -> Any:
    """``value`` as the callback of ``param`` reads it; unchanged if there is none.

    Raises ``typer.BadParameter`` for a bad value; that of the environment names its variable.
    """
    outside = _is_from_environment(param, context)
    try:
        if outside and param.is_flag:
            value = flag(value)
        return param.callback(context, param, value) if param.callback else value
    except typer.BadParameter as error:
        if outside:
            error.param_hint = param.envvar
        raise


def _is_from_environment(param: Any, context: Any) -> bool:
    source = context.get_parameter_source(param.name)
    return source is not None and source.name == "ENVIRONMENT"
