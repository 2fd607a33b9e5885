"""Articles in rows: JSON, JSON Lines and CSV, a row for each article.

A JSON file is one article, a list of articles, an object with such a list, or one article a line.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import chain, islice

from newsbrief.errors import InputError
from newsbrief.reading.mending import mended_field, without_unseen

from .document import Document, PartError
from .field_values import Row, left_out, usual, with_line_ends
from .fields import (
    TEXT,
    TITLE,
    USUAL,
    document,
    found,
    is_page,
    is_saved,
    text_field,
    with_values,
)
from .nested import WANTED, article_in, row_of, rows_in
from .options import DEFAULTS, ReadOptions
from .printed import PRINTED, is_printed
from .rich_text import words
from .segments import FIRST_ROWS, is_transcript, may_be_said, transcript

_SPACES = " \t\r\n"  # of JSON: an error at the end of a line is not behind them
_RECORD = "\x1e"  # before each line of a JSON text sequence (RFC 7464)
_NOT_BETWEEN = re.compile(rf"[^{_SPACES}{_RECORD}]")  # values
_MAX_NAMED = 8  # fields in a message
_MAX_ROWS_WITHOUT = 1000  # a field for the text, at the start: a table of something else

Rows = Iterator[tuple[int, Row | InputError]]


def json_documents(text: str, options: ReadOptions) -> Iterator[Document | PartError]:
    """The articles in ``text``, which is JSON or JSON Lines, each as soon as it is read.

    Raises ``InputError`` where it is neither, or where no row has a field for the text.
    """
    return documents(_json_rows(text, options.text_field), options)


def csv_documents(text: str, options: ReadOptions) -> Iterator[Document | PartError]:
    """The articles in ``text``, a table with names in its first line, each as soon as it is read.

    Raises ``InputError`` where it has no rows, or no column for the text.
    """
    return documents(csv_rows(text, names_read(options)), options)


def row_document(row: Row, part: int | str, options: ReadOptions = DEFAULTS) -> Document:
    """The article in one ``row`` of a table, which is called ``part``.

    Raises ``PartError`` where it has no text.
    """
    made = _document(with_values(row), part, options)
    if isinstance(made, PartError):
        raise made
    return made


def documents(rows: Rows, options: ReadOptions) -> Iterator[Document | PartError]:
    """The articles in ``rows``, each as soon as it is read; or the talk that is told in them.

    One that has no id is called by its number. Raises ``InputError`` where no row has a field for
    the text, or none has the one that is to hold the id.
    """
    first = next(rows, None)
    if first is None:
        return
    if options.text_field is None and not isinstance(first[1], InputError) and is_printed(first[1]):
        raise InputError(PRINTED)
    rows = chain((first,), rows)
    if may_be_said(first[1]):
        head = list(islice(rows, FIRST_ROWS))
        rows = chain(head, rows)
        if is_transcript(row for _, row in head):
            yield transcript(rows)
            return
    yield from _articles(rows, options)


def _articles(rows: Rows, options: ReadOptions) -> Iterator[Document | PartError]:
    without: list[tuple[int, Row]] = []  # the rows with no such fields, before one has them
    known = called = False
    titled = options.title_field is None
    for number, row in rows:
        if isinstance(row, InputError):
            yield PartError(str(row), number)
            continue
        if is_saved(row) and not found(row, TEXT):
            part, id_ = _called(row, number, options)
            yield replace(document(row, "", None, part), id=id_)
            continue
        try:
            row = article_in(with_values(row), options.text_field)  # noqa: PLW2901
        except InputError as error:
            yield PartError(str(error), number)
            continue
        titled = titled or options.title_field in row
        called = called or (_has_text_field(row, options) and _has_id_field(row, options))
        if not (called and titled):
            without.append((number, row))
            if len(without) > _MAX_ROWS_WITHOUT:
                break
            continue
        if not known:
            yield from (_document(each, at, options) for at, each in without)
        known = True
        yield _document(row, number, options)
    if without and not known:
        raise InputError(_what_lacks([row for _, row in without], options))


def _what_lacks(rows: Sequence[Row], options: ReadOptions) -> str:
    """Which field that is needed, or named by an option, none of ``rows`` has."""
    filled = next(filter(None, rows), None)
    if filled is None:
        return f"an object without fields, {WANTED}"
    only = f"only {_named(filled)}"
    texts = [row for row in rows if _has_text_field(row, options)]
    if not texts:
        return f"no field holds the text of an article, {only}: --text-field names it"
    if not any(_has_id_field(row, options) for row in texts):
        return f"no field is called {options.id_field!r}, as --id-field says, {only}"
    return f"no field is called {options.title_field!r}, as --title-field says, {only}"


def _has_text_field(row: Row, options: ReadOptions) -> bool:
    if options.text_field:
        return options.text_field in row
    names = set(map(usual, row))
    return any(each in names for each in TEXT)


def _has_id_field(row: Row, options: ReadOptions) -> bool:
    return options.id_field is None or options.id_field in row


def _called(row: Row, number: int | str, options: ReadOptions) -> tuple[int | str, str | None]:
    """What ``row`` is called in the name of its article, and its id; its ``number`` without one."""
    value = row.get(options.id_field) if options.id_field is not None else None
    if isinstance(value, float) and value.is_integer():  # numbers of which some are missing
        value = int(value)
    if not isinstance(value, str | int) or value == "":
        return number, None
    return value, str(value)


def _document(row: Row, number: int | str, options: ReadOptions) -> Document | PartError:
    name = options.text_field or text_field(row)
    part, id_ = _called(row, number, options)
    text = "\n\n".join(words(row.get(name))) if name else ""
    if reason := _not_whole(row, text, name):
        which = "this row" if id_ is None else f"row {number}"
        return PartError(f"{reason} {which}", part, id_)
    titled = options.title_field or found(row, TITLE)
    title = next(words(row.get(titled or "")), None)
    if is_page(text) and not is_saved(row):
        try:
            return replace(_of_page(row, text, title, part), id=id_)
        except InputError as error:
            return PartError(str(error), part, id_)
    if is_saved(row):  # to which the offsets of its facts refer
        return replace(document(row, text, title, part), id=id_)
    if name and usual(name) == "markdown":
        try:
            text, title = _of_markdown(text, title)
        except InputError as error:
            return PartError(str(error), part, id_)
    text, title = _put_right(text, title)
    return replace(document(row, text, title, part), id=id_)


def _of_page(row: Row, page: str, title: str | None, part: int | str) -> Document:
    """The article on the web ``page`` in ``row``, of which it may say more than the page does.

    Raises ``InputError`` where there is none.
    """
    from . import html

    try:
        (found,) = html.documents(page.encode("utf-8-sig"))
    except InputError:
        raise
    except Exception as error:  # whatever a library raises at a hostile page
        raise InputError(f"a web page that cannot be read ({type(error).__name__})") from error
    text = found.text.removeprefix(found.title or "")
    told = document(row, text, title or found.title, part)
    return replace(
        told,
        byline=told.byline or found.byline,
        date=told.date or found.date,
        outlet=told.outlet or found.outlet,
        url=told.url or found.url,
        language=told.language or found.language,
    )


def _of_markdown(text: str, title: str | None) -> tuple[str, str | None]:
    """The ``text`` and the ``title`` of a row whose field is Markdown, as crawlers write one.

    Raises ``InputError`` where there is no text in it.
    """
    from . import markdown

    (found,) = markdown.documents(text.encode("utf-8-sig"))
    return found.text, title or found.title


def _put_right(text: str, title: str | None) -> tuple[str, str | None]:
    """``text`` and ``title`` of a row without the tags and the damage that programs leave there."""
    if "<" in text or "&lt;" in text:
        from .markup import html_in, parts, without_tags

        if source := html_in(text):
            text = "\n\n".join(each.text for each in parts(source))
            title = " ".join(each.text for each in parts(title or ""))
        else:
            text, title = without_tags(with_line_ends(text)), without_tags(title or "")
    return mended_field(with_line_ends(text)), mended_field(title or "")


def _not_whole(row: Row, text: str, name: str | None) -> str:
    """Why the ``text`` in the field ``name`` of ``row`` is no whole article, or ""."""
    if not without_unseen(text):
        return f"no text in the field {name!r} of" if name else "no text in"
    if (count := left_out(text)) is not None:
        return f"only the start of an article, {count} characters are left out, in"
    cut = row.get("truncated_cells")  # of Hugging Face's viewer of datasets
    if isinstance(cut, list) and name in cut:
        return f"only the start of an article in the field {name!r} of"
    return ""


def _named(row: Row) -> str:
    names = [repr(name) for name in row]
    more = f" and {len(names) - _MAX_NAMED} more" if len(names) > _MAX_NAMED else ""
    return ", ".join(names[:_MAX_NAMED]) + more


def _json_rows(text: str, field: str | None) -> Rows:
    try:
        value = json.loads(text, strict=False)
        value = _well_formed(value, text)
    except RecursionError:
        if not _is_lines(text, several=True):
            raise InputError("this JSON is nested too deep") from None
        yield from _json_lines(text)
        return
    except ValueError as error:
        if not _is_lines(text):
            values = _joined(text)
            if values is None:
                raise InputError(f"this is no valid JSON: {_reason(error)}") from None
            several = (_well_formed(each, text) for each in values)
            yield from enumerate((row for each in several for row in rows_in(each, field)), 1)
            return
        yield from _json_lines(text)
        return
    yield from enumerate(rows_in(value, field), 1)


def _joined(text: str) -> list[object] | None:
    """The several objects or lists in ``text``, one behind the other; None where it is not that.

    So are what jq prints, and a file that Scrapy has added to.
    """
    decoder = json.JSONDecoder(strict=False)
    values: list[object] = []
    at = 0
    while (opening := _NOT_BETWEEN.search(text, at)) is not None:
        try:
            value, at = decoder.raw_decode(text, opening.start())
        except (ValueError, RecursionError):
            return None
        if not isinstance(value, dict | list):
            return None
        values.append(value)
    return values


def _is_lines(text: str, *, several: bool = False) -> bool:
    """Whether ``text`` looks like JSON Lines: its first line ends as an object does.

    With ``several``, there is also more behind it.
    """
    first, _, rest = text.lstrip().partition("\n")
    return first.rstrip().endswith("}") and not (several and (not rest or rest.isspace()))


def _json_lines(text: str) -> Rows:
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            yield number, json_row(line)


def json_row(line: str) -> Row | InputError:
    """The row in ``line`` of JSON Lines, or why it is none."""
    try:
        row = _well_formed(json.loads(line.lstrip(_RECORD).rstrip(_SPACES), strict=False), line)
    except (ValueError, RecursionError) as error:
        return InputError(f"this line is no valid JSON: {_reason(error, in_line=True)}")
    return row_of(row)


def _well_formed(value: object, source: str) -> object:
    r"""``value``, read from ``source``, with U+FFFD for each half of a pair: "\ud83d" alone."""
    if "\\ud" not in source.lower():
        return value
    text = json.dumps(value, ensure_ascii=False)
    return json.loads(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


def _reason(error: Exception, *, in_line: bool = False) -> str:
    """Why JSON cannot be read, and where: in which column, where it is a line of its own."""
    if isinstance(error, json.JSONDecodeError):
        said = error.msg[:1].lower() + error.msg[1:].removesuffix(" at")
        where = f"column {error.colno}" if in_line else f"line {error.lineno}, column {error.colno}"
        return f"{said} at {where}"
    return (
        "nested too deep" if isinstance(error, RecursionError) else "a number has too many digits"
    )


def names_read(options: ReadOptions) -> frozenset[str]:
    """The names of the columns that are read, of which a table may have each once."""
    named = (options.text_field, options.title_field, options.id_field)
    return USUAL.union(filter(None, named))


def csv_rows(text: str, single: AbstractSet[str] | None = None) -> Rows:
    """The rows of ``text``, CSV with the names of its columns in the first line, numbered from 1.

    Commas, tabs, semicolons or bars part the cells. Raises ``InputError`` where it has no rows or
    cannot be read, or where several columns have one of the names ``single``, or any same name for
    None; a row with too many cells comes as an error.
    """
    import io

    return csv_rows_of(io.StringIO(text, newline=""), len(text), single)


def csv_rows_of(lines: Iterable[str], limit: int, single: AbstractSet[str] | None = None) -> Rows:
    """What ``csv_rows`` gives of a text in ``lines``; a cell has ``limit`` characters at most."""
    import csv

    from .csv_rows import rows

    csv.field_size_limit(max(csv.field_size_limit(), limit))  # a long article is longer
    return rows(lines, single)
