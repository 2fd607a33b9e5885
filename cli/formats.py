"""Output formats: each makes text of a result, and frames the texts of several.

A view turns a command's result into a JSON object, rows, lines, Markdown and a table; the functions
here put these together, whatever the command.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar, runtime_checkable

from newsbrief import Article
from newsbrief.archive.plain import SCHEMA

from .inputs import STDIN
from .safety import cell, dumps, markdown, visible
from .terminal import Screen

if TYPE_CHECKING:
    from rich.console import RenderableType

T = TypeVar("T")
Cell = str | int | float | bool | None


class Format(StrEnum):
    """The shape in which results are written."""

    AUTO = "auto"  # as the output's name ends, else table on a terminal, else text
    TABLE = "table"
    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    MARKDOWN = "markdown"


class Result(NamedTuple, Generic[T]):
    """The result of a command for one input, or for all inputs together.

    Of all together, ``file`` is None and ``article`` the first with a headline, if any has one; the
    view's rows, lines and JSON object name the files.
    """

    file: str | None
    article: Article
    value: T

    @property
    def heading(self) -> str:
        """The title above a result: the article's headline, else the name of its file."""
        if self.file is None:
            return self.article.title or "Articles together"
        return self.article.title or ("standard input" if self.file == STDIN else self.file)


class View(Protocol[T]):
    """How the results of a command are shown."""

    @property
    def columns(self) -> Sequence[str]:
        """The names of the columns of ``rows``."""

    def record(self, result: Result[T]) -> dict[str, object]:
        """The JSON object, without the schema and what is known of the article."""

    def rows(self, result: Result[T]) -> Iterable[Sequence[Cell]]:
        """A row for each item of the result, with all its cells."""

    def lines(self, result: Result[T]) -> Iterable[Sequence[str]]:
        """A line of text for each item, with the few cells that matter most."""

    def markdown(self, result: Result[T]) -> Iterable[str]:
        """Lines of Markdown; the heading above them is not among them."""

    def table(self, result: Result[T]) -> "RenderableType":
        """A table for rich to print; the title above it is not part of it."""


@runtime_checkable
class Whole(Protocol[T]):
    """A view whose text is no list of lines."""

    def whole(self, result: Result[T], *, several: bool) -> str:
        """All of a result as text; with ``several`` articles, it says which one it is."""


@runtime_checkable
class Overall(Protocol[T]):
    """A view of what many articles make together: no file has a part in its heading or its rows."""

    def heading(self, result: Result[T]) -> str:
        """The title above the result."""


class Frame(NamedTuple):
    """What stands before, between and after the texts of results, and where there are none."""

    opening: str = ""
    between: str = ""
    closing: str = ""
    empty: str = ""

    def around(self, texts: Iterable[str]) -> Iterator[str]:
        """``texts`` with the frame, each as soon as it is there."""
        before = self.opening
        none = True
        for text in texts:
            yield before + text
            before = self.between
            none = False
        yield self.empty if none else self.closing


def frame(chosen: Format, view: View[T]) -> Frame:
    """The frame of results in the format ``chosen``."""
    if chosen in (Format.CSV, Format.TSV):
        header = (_csv_line if chosen is Format.CSV else _tsv_line)(_header(view))
        return Frame(opening=header, empty=header)
    frames = {
        Format.JSON: Frame("[\n", ",\n", "\n]\n", "[]\n"),
        Format.MARKDOWN: Frame(between="\n"),
    }
    return frames.get(chosen, Frame())


Render = Callable[[View[T], Result[T]], str]


class Shape(NamedTuple):
    """How results are written: the format, which is not ``AUTO``, and what some formats need.

    JSON has the text of each article ``with_text``; tables are drawn for ``screen``.
    """

    format: Format
    with_text: bool
    screen: Screen


def rendered(shape: Shape, view: View[T], result: Result[T], *, several: bool) -> str:
    """The text of ``result``; of one of ``several``, each line of text starts with its name."""
    by_format: dict[Format, Render[T]] = {
        Format.TABLE: partial(_table, screen=shape.screen),
        Format.TEXT: partial(_text, several=several),
        Format.JSON: partial(_json, with_text=shape.with_text),
        Format.JSONL: partial(_jsonl, with_text=shape.with_text),
        Format.CSV: _csv,
        Format.TSV: _tsv,
        Format.MARKDOWN: _markdown,
    }
    return by_format[shape.format](view, result)


def _text(view: View[T], result: Result[T], *, several: bool) -> str:
    if isinstance(view, Whole):
        return view.whole(result, several=several)
    name = (result.file,) if several and result.file is not None else ()
    lines = ("\t".join(visible(c) for c in (*name, *cells)) for cells in view.lines(result))
    return "".join(f"{line}\n" for line in lines)


def record(view: View[T], result: Result[T], *, with_text: bool) -> dict[str, object]:
    """The JSON object of ``result``, with the schema and what is known of the article."""
    known: dict[str, object] = {}
    if result.file is not None:
        known = article_record(result.file, result.article, with_text=with_text)
    return {"schema": SCHEMA, **known, **view.record(result)}


def article_record(file: str, article: Article, *, with_text: bool) -> dict[str, object]:
    """What is known of ``article``, as JSON has it: its file, title and metadata, or its text too.

    A key is null where nothing says it.
    """
    known = article.metadata
    return {
        "file": file,
        "title": article.title,
        "byline": known.byline,
        "date": known.date,
        "outlet": known.outlet,
        "url": known.url,
        "language": known.language,
        **({"text": article.text} if with_text else {}),
    }


def _heading(view: View[T], result: Result[T]) -> str:
    return view.heading(result) if isinstance(view, Overall) else result.heading


def _header(view: View[T]) -> Sequence[str]:
    return view.columns if isinstance(view, Overall) else ("file", *view.columns)


def _rows(view: View[T], result: Result[T]) -> Iterator[Sequence[Cell]]:
    for row in view.rows(result):
        yield row if result.file is None else (result.file, *row)


def _json(view: View[T], result: Result[T], *, with_text: bool) -> str:
    return dumps(record(view, result, with_text=with_text))


def _jsonl(view: View[T], result: Result[T], *, with_text: bool) -> str:
    return _json(view, result, with_text=with_text) + "\n"


def error_record(file: str, message: str) -> dict[str, object]:
    """The JSON object of an article of which there is no result."""
    return {"schema": SCHEMA, "file": file, "error": message}


def _csv(view: View[T], result: Result[T]) -> str:
    return "".join(map(_csv_line, _rows(view, result)))


def _csv_line(cells: Iterable[Cell]) -> str:
    """RFC 4180: lines end in CR LF, a cell with a comma or a quotation mark is quoted."""
    return _quoted_line(cells, "excel", "\r\n")


def _tsv(view: View[T], result: Result[T]) -> str:
    return "".join(map(_tsv_line, _rows(view, result)))


def _tsv_line(cells: Iterable[Cell]) -> str:
    """A cell with a quotation mark is quoted, as no cell has a tab or a line end in it.

    All readers but those of ``cut`` and its kin take a mark at the start of a cell for a quote.
    """
    return _quoted_line(cells, "excel-tab", "\n")


def _quoted_line(cells: Iterable[Cell], dialect: str, end: str) -> str:
    import csv
    import io

    buffer = io.StringIO(newline="")
    csv.writer(buffer, dialect, lineterminator=end).writerow(map(_plain, cells))
    return buffer.getvalue()


def _plain(value: Cell) -> str:
    """A cell of CSV or TSV; "true" and "false" as in JSON."""
    if isinstance(value, str):
        return cell(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _markdown(view: View[T], result: Result[T]) -> str:
    heading = markdown(_heading(view, result))
    return f"## {heading}\n\n" + "".join(f"{line}\n" for line in view.markdown(result))


def _table(view: View[T], result: Result[T], *, screen: Screen) -> str:
    from .tables import printed, title

    parts = [title(_heading(view, result), result.file or ""), view.table(result)]
    return printed(parts, screen)
