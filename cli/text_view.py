"""The text of an article and its blocks as text, rows, JSON, Markdown and a table."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsbrief import Article, Block, BlockKind

from .counts import counted
from .formats import Cell, Result
from .safety import markdown, visible

if TYPE_CHECKING:
    from rich.console import RenderableType

Blocks = tuple[Block, ...]

_LINE_END = re.compile(r"(\r?\n|\t)")
_HEADINGS = (BlockKind.TITLE, BlockKind.HEADING)


def blocks(article: Article) -> Blocks:
    """What there is to show of ``article``."""
    return article.blocks


class TextView:
    """Shows the texts of articles."""

    columns = ("kind", "start", "end", "text")

    def record(self, result: Result[Blocks]) -> dict[str, object]:
        """The JSON object."""
        return {
            "text": result.article.text,
            "blocks": [{"kind": b.kind, "start": b.start, "end": b.end} for b in result.value],
        }

    def rows(self, result: Result[Blocks]) -> Iterator[tuple[Cell, ...]]:
        """A row for each block."""
        for block in result.value:
            yield (block.kind.value, block.start, block.end, result.article.fold(block))

    def lines(self, result: Result[Blocks]) -> Iterator[tuple[str, ...]]:
        """A line for each block; ``whole`` is what is printed."""
        for block in result.value:
            yield (result.article.fold(block),)

    def whole(self, result: Result[Blocks], *, several: bool) -> str:
        """The text as it is, so that offsets hold, but for U+FFFD for each control character.

        With ``several`` articles, the name of each stands above it.
        """
        heading = f"==> {visible(result.file or '')} <==\n" if several else ""
        parts = _LINE_END.split(result.article.text)
        text = "".join(part if _LINE_END.fullmatch(part) else visible(part) for part in parts)
        end = "" if text.endswith("\n") and not several else "\n"
        return f"{heading}{text}{end}"

    def markdown(self, result: Result[Blocks]) -> Iterator[str]:
        """A paragraph for each block but the title, which is the heading above them."""
        for block in result.value:
            if block.kind is not BlockKind.TITLE:
                text = markdown(result.article.fold(block))
                yield from (f"### {text}" if block.kind in _HEADINGS else text, "")

    def table(self, result: Result[Blocks]) -> "RenderableType":
        """A row for each block, then how many there are."""
        from rich.console import Group

        from .tables import MAX_TEXT_COLUMNS, table, words

        grid = table()
        grid.add_column("Line", justify="right", style="dim", no_wrap=True)
        grid.add_column("Kind", style="dim", no_wrap=True)
        grid.add_column("Text", max_width=MAX_TEXT_COLUMNS, overflow="fold")
        for block in result.value:
            line = result.article.lines.number(block.start)
            grid.add_row(str(line), block.kind.value, words(result.article.fold(block)))
        count = f"{counted(len(result.value), 'block')}, "
        count += counted(len(result.article.text), "character")
        return Group(grid, words(count, "dim"))
