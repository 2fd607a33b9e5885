"""The options that all commands share, and the ``Batch`` made from them."""

# ruff: noqa: PLR0913  A command's options are its parameters.

import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from copy import copy
from dataclasses import replace
from functools import partial, wraps
from inspect import Parameter, Signature, signature
from types import MappingProxyType
from typing import Annotated, Any

import typer

from newsbrief import ReadOptions
from newsbrief.errors import OptionError
from newsbrief.formats.options import MAX_BYTES, TIMEOUT_SECONDS

from . import inputs
from .batch import Batch
from .commands import SHARED
from .formats import Format
from .messages import tell
from .output import STDOUT
from .status import ExitStatus
from .terminal import Colour, is_terminal
from .values import choice, encoding_name, number

ARCHIVED_SECONDS = 120
"""What an article may take in the making of an archive, where ``--timeout`` does not say."""

_FORMATS = [f for f in Format if f is not Format.AUTO]
_ONLY_JSON = {"selectors": "--selectors", "with_text": "--with-text"}
_SHORT = [  # --json and so on, which the help of --format mentions
    Parameter(
        name,
        Parameter.KEYWORD_ONLY,
        default=False,
        annotation=Annotated[bool, typer.Option(f"--{name}", hidden=True)],
    )
    for name in _FORMATS
]


def batched(
    command: Callable[..., None],
    without: Collection[str] = (),
    helped: Mapping[str, str] = MappingProxyType({}),
) -> Callable[..., None]:
    """``command``, which takes a ``Batch`` and its own options, as a function of all options.

    Typer reads a command's options from the signature: the files come first, then the command's
    own options, then the shared ones, of which those named in ``without`` are left out. Those
    named in ``helped`` have that help in place of their own.
    """
    context, files, *shared = signature(_batch).parameters.values()
    shared = [each for each in shared if each.name not in without]
    shared = [_helped(each, helped.get(each.name)) for each in shared]
    short = [] if "format" in without else _SHORT
    _, *own = signature(command).parameters.values()

    @wraps(command)
    def with_batch(**values: Any) -> None:  # noqa: ANN401
        formats = [name for name in _FORMATS if values.pop(name, False)]
        if formats:
            values["format"] = _only_format(formats, values["format"], values["context"])
        only_json = tuple(
            option
            for name, option in _ONLY_JSON.items()
            if values.get(name) and _is_typed(values["context"], name)
        )
        own_values = {p.name: values.pop(p.name) for p in own}
        command(replace(_batch(**values), only_json=only_json), **own_values)

    with_batch.__signature__ = Signature([context, files, *own, *shared, *short])  # type: ignore[attr-defined]
    return with_batch


def _only_format(formats: Sequence[Format], named: Format, context: typer.Context) -> Format:
    """The one format of ``formats``, as --json, and of the one that --format has ``named``.

    Raises ``OptionError`` where they are several.
    """
    given = [f"--{each}" for each in formats]
    if _is_typed(context, "format") and named not in formats:
        given.append(f"--format {named}")
    if len(given) > 1:
        raise OptionError(f"give one format only, not {' and '.join(given)}")
    return formats[0]


def _is_typed(context: typer.Context, option: str) -> bool:
    """Whether ``option`` stands on the command line, and is not set by a variable alone."""
    source = context.get_parameter_source(option)
    return source is not None and source.name == "COMMANDLINE"


def _helped(parameter: Parameter, text: str | None) -> Parameter:
    """``parameter`` with ``text`` for its help, where that is not None."""
    if text is None:
        return parameter
    kind = parameter.annotation.__origin__
    option = copy(parameter.annotation.__metadata__[0])
    option.help = text
    return parameter.replace(annotation=Annotated[kind, option])


# For a command that has all its articles before it begins.
joint = partial(
    batched,
    without=("jobs",),
    helped={
        "timeout": "Give up an article that takes longer to be read, a comparison of N articles "
        "that takes N times as long, or a web address that does not answer "
        f"[default: {TIMEOUT_SECONDS} for an address].",
    },
)
# For a command whose JSON has no place for the text of an article.
counting = partial(batched, without=("with_text",))
# For a command that writes a page, which has one format.
paged = partial(batched, without=("format", "with_text", "no_pager"))

# For a command that writes an archive, whose name tells the format.
archived = partial(
    batched,
    without=("format", "no_pager"),
    helped={
        "output": "Write the archive to FILE; until it is complete, it is in FILE.partial.",
        "with_text": "Add the text of the article to its record.",
        "timeout": "Give up an article that takes longer, or a web address that does not answer "
        f"[default: {ARCHIVED_SECONDS}, and {TIMEOUT_SECONDS} for an address to answer].",
        "jobs": "Work on N articles at once [default: as many as there are cores].",
    },
)


def _batch(
    context: typer.Context,
    files: Annotated[list[str] | None, typer.Argument(metavar="FILE", hidden=True)] = None,
    *,
    format: Annotated[  # noqa: A002
        Format,
        typer.Option(
            "-f",
            "--format",
            metavar="FORMAT",
            callback=choice(Format),
            show_default=False,
            help=f"{', '.join(_FORMATS)}; or auto (the default), which is what the name after -o "
            "ends in (.csv, .json, .md, .jsonl.gz), without one table on a terminal, else text. "
            "--json is short for --format json, and so on.",
        ),
    ] = Format.AUTO,
    output: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            show_default=False,
            help="Write to FILE, completely or not at all.",
        ),
    ] = STDOUT,
    files_from: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Read more file names from FILE, one on each line; '-' is standard input.",
        ),
    ] = None,
    nul: Annotated[
        bool,
        typer.Option(
            "-0", "--null", help="The names in that list end in NUL, as from find -print0."
        ),
    ] = False,
    encoding: Annotated[
        str | None,
        typer.Option(
            metavar="NAME",
            callback=encoding_name,
            help="Encoding of the articles, instead of the one detected.",
        ),
    ] = None,
    text_field: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Field of JSON or CSV that holds the text."),
    ] = None,
    title_field: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Field that holds the title."),
    ] = None,
    id_field: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="Field that names the article, in place of its number."),
    ] = None,
    with_text: Annotated[
        bool, typer.Option("--with-text", help="Add the text of the article to JSON.")
    ] = False,
    max_bytes: Annotated[
        int | None,
        typer.Option(
            metavar="N",
            callback=number(int, 1),
            show_default=False,
            help=f"Refuse larger inputs [default: {MAX_BYTES:,}; of a web address 20,000,000].",
        ),
    ] = None,
    timeout: Annotated[
        float | None,
        typer.Option(
            metavar="SECONDS",
            callback=number(float, 0, above=True),
            show_default=False,
            help="Give up an article that takes longer, or a web address that does not answer "
            f"[default: {TIMEOUT_SECONDS} for an address].",
        ),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(
            "-j",
            "--jobs",
            metavar="N",
            callback=number(int, 1),
            show_default=False,
            help="Work on N articles at once [default: as many as there are cores, or 1 where "
            "the inputs are few].",
        ),
    ] = None,
    color: Annotated[
        Colour,
        typer.Option(
            metavar="WHEN",
            callback=choice(Colour),
            show_default=False,
            help="Colour in tables: auto (the default), always or never; --no-color is short "
            "for never.",
        ),
    ] = Colour.AUTO,
    no_color: Annotated[bool, typer.Option("--no-color", hidden=True)] = False,
    no_pager: Annotated[
        bool,
        typer.Option(
            "--no-pager", help="Do not show what is longer than the screen in a pager (less)."
        ),
    ] = False,
    quiet: Annotated[
        bool,
        typer.Option("-q", "--quiet", help="Print only errors to stderr, no progress or notes."),
    ] = False,
    debug: Annotated[
        bool, typer.Option("--debug", help="Print the traceback of each error.")
    ] = False,
) -> Batch:
    """The batch that the shared options describe; shows the help if there is nothing to read."""
    if not files and files_from is None and (sys.stdin is None or is_terminal(sys.stdin)):
        tell(f"{context.get_help()}\n")
        raise typer.Exit(ExitStatus.USAGE)
    names = inputs.names(files or [], files_from, nul=nul, max_bytes=max_bytes)
    if not output:
        raise OptionError("-o needs the name of a file")
    read = inputs.identities([*names, files_from] if files_from is not None else names)
    if output != STDOUT:
        inputs.refuse_overwriting(output, read)
    elif read:
        inputs.refuse_own_output(names)
    return Batch(
        names,
        ReadOptions(encoding, max_bytes, text_field, id_field, title_field),
        read,
        with_text=with_text,
        format=format,
        output=output,
        colour=Colour.NEVER if no_color else color,
        quiet=quiet,
        debug=debug,
        paged=not no_pager,
        jobs=jobs,
        limit=timeout,
    )


# They say what one run reads and writes, so no variable of the environment sets them.
_OF_ONE_RUN = ("output", "files_from", "nul")


def _share(option: Any, name: str) -> None:  # noqa: ANN401
    """Name the section of the help, and the variable, of an option that all commands have."""
    option.rich_help_panel = SHARED
    if name not in _OF_ONE_RUN and not option.hidden:
        option.envvar = f"NEWSBRIEF_{name.upper()}"
        option.show_envvar = False  # the help names all of them in one place


for _parameter in signature(_batch).parameters.values():
    if _parameter.kind is Parameter.KEYWORD_ONLY:
        _share(_parameter.annotation.__metadata__[0], _parameter.name)
