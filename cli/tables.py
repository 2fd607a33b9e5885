"""Tables for people, drawn by rich. Text is wrapped, never cropped and never read as markup."""

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from rich.box import Box
from rich.console import Console, ConsoleOptions, RenderableType
from rich.style import Style
from rich.table import Table
from rich.text import Text

from . import links
from .safety import visible
from .terminal import Screen

MAX_TEXT_COLUMNS = 90  # of a column of running text: longer lines are hard to follow

_RULED = Box("    \n    \n ── \n    \n    \n    \n    \n    \n", ascii=False)


@dataclass(frozen=True, slots=True)
class Fitted:
    """What ``layout`` makes of the width that there is for it, in columns."""

    layout: Callable[[int], RenderableType]

    def __rich_console__(
        self, console: Console, options: ConsoleOptions
    ) -> Iterator[RenderableType]:
        """What rich is to print."""
        yield self.layout(options.max_width)


def table() -> Table:
    """An empty table with a rule below its header."""
    return Table(
        box=_RULED,
        padding=(0, 1, 0, 0),
        show_edge=False,
        pad_edge=False,
        header_style="dim",
        border_style="dim",
    )


def words(text: str, style: str = "") -> Text:
    """``text`` for a table: no markup, and U+FFFD for control characters."""
    return Text(visible(text), style, overflow="fold")


def title(heading: str, file: str) -> Text:
    """The line above a table: the headline and its file."""
    if file == heading:
        return file_name(file, style="bold")
    line = words(heading, "bold")
    return line.append(Text("  ")).append_text(file_name(file)) if file else line


def file_name(name: str, shown: str = "", style: str = "not bold dim") -> Text:
    """The name of an input, or ``shown`` in its place, as a link to it."""
    text = words(shown or name, style)
    if link := links.target(name):
        text.stylize(Style(link=link))
    return text


def printed(parts: Iterable[RenderableType], screen: Screen) -> str:
    """``parts`` one below the other, then an empty line, laid out for ``screen``."""
    console = Console(
        file=io.StringIO(),
        width=screen.width,
        color_system="standard" if screen.colour else None,
        force_terminal=screen.colour,
        no_color=not screen.colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    with console.capture() as capture:
        for part in parts:
            console.print(part)
    text = (links.steady if screen.links else links.plain)(capture.get())
    return "".join(f"{line.rstrip()}\n" for line in text.splitlines()) + "\n"
