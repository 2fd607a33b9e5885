"""Output formats: each takes reports and yields text, a report as soon as it is ready.

A view turns a command's result into a JSON object, rows, lines, Markdown and a table; the functions
here put these together, whatever the command.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Generic, NamedTuple, Protocol, TypeVar, runtime_checkable

from newsbrief import Article

from .inputs import STDIN
from .safety import cell, dumps, markdown, visible
from .terminal import Screen

if TYPE_CHECKING:
    from rich.console import RenderableType

SCHEMA = 2  # of the JSON objects: goes up if a key changes its meaning or is removed

T = TypeVar("T")
Cell = str | int | float | bool | None


class Format(StrEnum):
    """The shape in which results are written."""

    AUTO = "auto"  # table on a terminal, else text
    TABLE = "table"
    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    MARKDOWN = "markdown"


class Report(NamedTuple, Generic[T]):
    """The result of a command for one input, or for all inputs together.

    Of all together, ``file`` is None and ``article`` the first one; the view's rows, lines and
    JSON object name the files.
    """

    file: str | None
    article: Article
    result: T

    @property
    def heading(self) -> str:
        """The title above a result: the article's headline, else the name of its file."""
        return self.article.title or ("standard input" if self.file == STDIN else self.file or "")


class View(Protocol[T]):
    """How the results of a command are shown."""

    @property
    def columns(self) -> Sequence[str]:
        """The names of the columns of ``rows``."""

    def record(self, report: Report[T]) -> dict[str, object]:
        """The JSON object, without the schema and what is known of the article."""

    def rows(self, report: Report[T]) -> Iterable[Sequence[Cell]]:
        """A row for each item of the result, with all its cells."""

    def lines(self, report: Report[T]) -> Iterable[Sequence[str]]:
        """A line of text for each item, with the few cells that matter most."""

    def markdown(self, report: Report[T]) -> Iterable[str]:
        """Lines of Markdown; the heading above them is not among them."""

    def table(self, report: Report[T]) -> "RenderableType":
        """A table for rich to print; the title above it is not part of it."""


@runtime_checkable
class Whole(Protocol[T]):
    """A view whose text is no list of lines."""

    def whole(self, report: Report[T], *, several: bool) -> str:
        """All of a result as text; with ``several`` articles, it says which one it is."""


@runtime_checkable
class Overall(Protocol[T]):
    """A view of what many articles make together: no file has a part in its heading or its rows."""

    def heading(self, report: Report[T]) -> str:
        """The title above the result."""


Render = Callable[[View[T], Iterable[Report[T]]], Iterator[str]]


def renderer(chosen: Format, *, several: bool, with_text: bool, screen: Screen) -> Render[T]:
    """The function that renders reports in the format ``chosen``, which is not ``AUTO``.

    With ``several`` articles, each line of text starts with the name of its article. JSON has the
    text of each ``with_text``. Tables are drawn for ``screen``.
    """
    by_format: dict[Format, Render[T]] = {
        Format.TABLE: partial(_tables, screen=screen),
        Format.TEXT: partial(_text, several=several),
        Format.JSON: partial(_json, with_text=with_text),
        Format.JSONL: partial(_jsonl, with_text=with_text),
        Format.CSV: partial(_table, dialect="excel", end="\r\n"),
        Format.TSV: partial(_table, dialect="excel-tab", end="\n"),
        Format.MARKDOWN: _markdown,
    }
    return by_format[chosen]


def _text(view: View[T], reports: Iterable[Report[T]], *, several: bool) -> Iterator[str]:
    for report in reports:
        if isinstance(view, Whole):
            yield view.whole(report, several=several)
            continue
        name = (report.file,) if several and report.file is not None else ()
        for cells in view.lines(report):
            yield "\t".join(visible(c) for c in (*name, *cells)) + "\n"


def record(view: View[T], report: Report[T], *, with_text: bool) -> dict[str, object]:
    """The JSON object of ``report``, with the schema and what is known of the article."""
    known: dict[str, object] = {}
    if report.file is not None:
        known = article_record(report.file, report.article, with_text=with_text)
    return {"schema": SCHEMA, **known, **view.record(report)}


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


def _heading(view: View[T], report: Report[T]) -> str:
    return view.heading(report) if isinstance(view, Overall) else report.heading


def _header(view: View[T]) -> Sequence[str]:
    return view.columns if isinstance(view, Overall) else ("file", *view.columns)


def _rows(view: View[T], report: Report[T]) -> Iterator[Sequence[Cell]]:
    for row in view.rows(report):
        yield row if report.file is None else (report.file, *row)


def _jsonl(view: View[T], reports: Iterable[Report[T]], *, with_text: bool) -> Iterator[str]:
    for report in reports:
        yield dumps(record(view, report, with_text=with_text)) + "\n"


def _json(view: View[T], reports: Iterable[Report[T]], *, with_text: bool) -> Iterator[str]:
    before = "[\n"
    for report in reports:
        yield before + dumps(record(view, report, with_text=with_text))
        before = ",\n"
    yield "\n]\n" if before == ",\n" else "[]\n"


def _table(view: View[T], reports: Iterable[Report[T]], *, dialect: str, end: str) -> Iterator[str]:
    """CSV as RFC 4180 has it, or TSV: a cell with a quotation mark or the separator is quoted.

    TSV needs the quotes too: all readers but those of ``cut`` and its kin take a mark at the start
    of a cell for one.
    """
    import csv
    import io

    def line(cells: Iterable[Cell]) -> str:
        buffer = io.StringIO(newline="")
        csv.writer(buffer, dialect, lineterminator=end).writerow(map(_plain, cells))
        return buffer.getvalue()

    yield line(_header(view))
    for report in reports:
        for row in _rows(view, report):
            yield line(row)


def _plain(value: Cell) -> str:
    """A cell of CSV or TSV; "true" and "false" as in JSON."""
    if isinstance(value, str):
        return cell(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _markdown(view: View[T], reports: Iterable[Report[T]]) -> Iterator[str]:
    between = ""
    for report in reports:
        heading = markdown(_heading(view, report))
        yield between + f"## {heading}\n\n" + "".join(f"{s}\n" for s in view.markdown(report))
        between = "\n"


def _tables(view: View[T], reports: Iterable[Report[T]], *, screen: Screen) -> Iterator[str]:
    from .tables import printed, title

    for report in reports:
        parts = [title(_heading(view, report), report.file or ""), view.table(report)]
        yield printed(parts, screen)
