"""The man pages, made from the commands as Typer knows them.

    python tests/manual.py    writes them into man/

The tests hold the pages to it, and the wheel installs them.
"""

# ruff: noqa: ANN401  Typer's own types of commands have no public names.

import re
from collections.abc import Iterator
from importlib.metadata import metadata, version
from inspect import cleandoc
from pathlib import Path
from textwrap import wrap
from typing import Any

import typer
from typer.main import get_command

from newsbrief.cli.app import app
from newsbrief.cli.commands import SHARED, panel_of

ROOT = Path(__file__).parent.parent
MAN = ROOT / "man"
PROGRAM = "newsbrief"

OTHER_VARIABLES = {
    "NEWSBRIEF_PAGER": "The command that shows what is longer than the screen; empty for none.",
    "PAGER": "The same, where NEWSBRIEF_PAGER is not set; less where neither is.",
    "NO_COLOR": "No colour, if not empty; --color comes first.",
    "FORCE_COLOR": "Colour in pipes too, if not empty; --color and NO_COLOR come first.",
}


def pages() -> dict[str, str]:
    """The text of each page by its name, "newsbrief-facts.1"."""
    program: Any = get_command(app)
    context = typer.Context(program, info_name=PROGRAM, **program.context_settings)
    commands = {name: command for name, command in program.commands.items() if not command.hidden}
    made = {f"{PROGRAM}.1": "\n".join(_page_of_program(program, context, commands)) + "\n"}
    for name, command in commands.items():
        inner = typer.Context(command, info_name=name, parent=context)
        page = _page_of_command(name, command, inner, program.epilog)
        made[f"{PROGRAM}-{name}.1"] = "\n".join(page) + "\n"
    return made


def _page_of_program(program: Any, context: Any, commands: dict[str, Any]) -> Iterator[str]:
    yield from _head(PROGRAM, metadata(PROGRAM)["Summary"])
    yield from _synopsis(program, context)
    yield from _description(program)
    panels = {name: panel_of(command, "Other") for name, command in commands.items()}
    yield ".SH COMMANDS"
    for panel in dict.fromkeys(panels.values()):
        yield f".SS {_text(panel)}"
        for name, command in commands.items():
            if panels[name] == panel:
                yield from (".TP", f".BR {PROGRAM}\\-{name} (1)", _text(_summary(command)))
    yield from _options("OPTIONS", program.get_params(context), context)
    yield ".SH ENVIRONMENT"
    yield _text("Each command names the variables that set its options.")
    for name, text in OTHER_VARIABLES.items():
        yield from (".TP", f".B {name}", _text(text))
    yield from _exit_status(program.epilog)
    yield ".SH SEE ALSO"
    yield ",\n".join(f".BR {PROGRAM}\\-{name} (1)" for name in sorted(commands))


def _page_of_command(name: str, command: Any, context: Any, statuses: str) -> Iterator[str]:
    yield from _head(f"{PROGRAM}-{name}", _summary(command))
    yield from _synopsis(command, context)
    yield from _description(command)
    params = command.get_params(context)
    shared = [param for param in params if panel_of(param, "") == SHARED]
    shared += params[-1:] if shared else []  # --help
    yield from _options("OPTIONS", [param for param in params if param not in shared], context)
    if shared:
        yield from _options(SHARED.upper(), shared, context)
        yield ".SH ENVIRONMENT"
        for param in shared:
            if param.envvar:
                option = max(param.opts, key=len)
                yield from (".TP", f".B {param.envvar}", _text(f"The option {option}."))
        for variable, text in OTHER_VARIABLES.items():
            yield from (".TP", f".B {variable}", _text(text))
    yield from _exit_status(statuses)
    yield from (".SH SEE ALSO", f".BR {PROGRAM} (1)")


def _head(name: str, summary: str) -> Iterator[str]:
    """The title, dated as the version in the changelog, and the section NAME."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    number = version(PROGRAM)
    (date,) = re.findall(rf"^## \[{re.escape(number)}\] - (.+)$", changelog, re.MULTILINE)
    yield f'.TH {_text(name.upper())} 1 {date} "{PROGRAM} {number}"'
    summary = summary.rstrip(".")
    yield from (".SH NAME", _text(f"{name} - {summary[:1].lower()}{summary[1:]}"))


def _synopsis(command: Any, context: Any) -> Iterator[str]:
    pieces = " ".join(command.collect_usage_pieces(context))
    yield from (".SH SYNOPSIS", f".B {_text(context.command_path)}", _text(pieces))


def _description(command: Any) -> Iterator[str]:
    """What the help says, its examples first, and what stands at its end."""
    told, _, examples = cleandoc(command.help).partition("\b\n")
    if examples:
        yield from (".SH EXAMPLES", ".EX")
        yield from (_line(line.strip()) for line in examples.splitlines())
        yield ".EE"
    yield ".SH DESCRIPTION"
    paragraphs = [" ".join(part.split()) for part in told.strip().split("\n\n")]
    end = command.epilog if command.name != PROGRAM and command.epilog else ""
    if end and "Exit status:" not in end:
        paragraphs.append(end)
    yield "\n.PP\n".join(map(_text, paragraphs))


def _options(heading: str, params: list[Any], context: Any) -> Iterator[str]:
    records = [record for param in params if (record := param.get_help_record(context))]
    yield f".SH {heading}"
    for names, text in records:
        yield from (".TP", _names(names), _text(text))


def _names(names: str) -> str:
    """The names of an option in bold, and what it takes in italics."""
    words = re.split(r"(--?[\w-]+|[A-Z]+)", names)
    marked = [
        f"\\fB{_line(word)}\\fR"
        if word.startswith("-")
        else f"\\fI{word}\\fR"
        if word.isupper()
        else word
        for word in words
    ]
    return "".join(marked)


def _exit_status(statuses: str) -> Iterator[str]:
    yield ".SH EXIT STATUS"
    for status, meaning in re.findall(r"(\d+) ([^,.]+)", statuses):
        yield from (".TP", f".B {status}", _text(meaning))


def _summary(command: Any) -> str:
    """The first sentence of the help of ``command``."""
    summary: str = command.get_short_help_str(limit=200)
    return summary


def _text(text: str) -> str:
    """``text`` for roff: "\\" and "-" stand for themselves, and no line is a macro."""
    lines = wrap(text, 72, break_long_words=False, break_on_hyphens=False)
    return "\n".join(map(_line, lines))


def _line(text: str) -> str:
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq")
    return f"\\&{text}" if text.startswith(".") else text


def write() -> None:
    """Write the pages, and remove those of commands that are gone."""
    made = pages()
    for path in MAN.glob("*.1"):
        if path.name not in made:
            path.unlink()
    for name, text in made.items():
        (MAN / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
