"""Tables for people, drawn by rich. Text is wrapped, never cropped and never read as markup."""

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from rich.box import Box
from rich.console import Console, ConsoleOptions, RenderableType
from rich.table import Table
from rich.text import Text

from .safety import visible

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
    line = words(heading, "bold")
    return line if file == heading else line.append_text(words(f"  {file}", "not bold dim"))


def printed(parts: Iterable[RenderableType], *, width: int, colour: bool) -> str:
    """``parts`` one below the other, then an empty line, laid out for ``width`` columns."""
    console = Console(
        file=io.StringIO(),
        width=width,
        color_system="standard" if colour else None,
        force_terminal=colour,
        no_color=not colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    with console.capture() as capture:
        for part in parts:
            console.print(part)
    return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines()) + "\n"
