"""The rows of CSV, also behind a row that is damaged.

A quotation mark that was not doubled ends a row early, or makes one of all that follows. The lines
behind it may be rows, or the rest of an article whose commas make cells: a line is taken for a row
again where it has a cell for each column, and a key in the first as the rows before have.
"""

import csv
import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import chain, takewhile

from newsbrief.errors import InputError

from .field_values import Row, usual

_DELIMITERS = ",\t;|"
_NAMED_DELIMITER = re.compile(r'"?sep=([^"\r\n])"?', re.IGNORECASE)  # as Excel reads it
_ESCAPED_MARK = re.compile(r'\\"(?![,;\t|\r\n]|$)')
_KEY = re.compile(r"(?=\D*\d)\S+")  # a number, a code or an address; words seldom have a figure


def rows(
    lines: Iterable[str], single: AbstractSet[str] | None = None
) -> Iterator[tuple[int, Row | InputError]]:
    """The rows of the table in ``lines``, whose first line names the columns, numbered from 1.

    Commas, tabs, semicolons or bars part the cells. What cannot be read comes as an error, and so
    does a row with too many cells. Raises ``InputError`` where there are no rows, where none can
    be told behind a damaged one, or where several columns have one of the names ``single``, or any
    same name for None. The time is linear.
    """
    number = 0
    for number, row in enumerate(_rows(_Source(lines), single), 1):
        if isinstance(row, dict) and len(row) > 1 and not any(row.values()):
            continue  # as Excel saves lines below a table
        surplus = isinstance(row, dict) and None in row
        yield number, InputError("more cells than columns") if surplus else row
    if not number:
        raise InputError("this table has no rows")


def _rows(source: "_Source", single: AbstractSet[str] | None) -> Iterator[Row | InputError]:
    header = _line_with_words(source)
    named = _NAMED_DELIMITER.fullmatch(header.strip("\r\n"))
    header = _line_with_words(source) if named else header
    delimiter = named[1] if named else max(_DELIMITERS, key=header.count)
    spaced = 0 < header.count(delimiter) == header.count(f"{delimiter} ")
    lines = chain([header], source)
    reader = csv.DictReader(lines, delimiter=delimiter, strict=True, skipinitialspace=spaced)
    _name_columns(reader, single)
    quoted = False  # whether cells have stood in quotation marks
    keyed = False  # whether the row before has a key
    damage: tuple[int, csv.Error] | None = None  # and the line where it begins
    while True:
        source.begin()
        try:
            row = next(reader, None)
        except csv.Error as error:
            if not damage and (other := _marked_otherwise(reader, source, quoted=quoted)):
                reader = other
                continue
            damage = damage or (source.line, error)
            row = {}
        if row is None or (damage and not keyed):
            break
        if damage and not _has_key(row):
            source.retry()
            continue
        if damage:
            yield InputError(f"lines {damage[0]} to {source.line - 1} cannot be read: {damage[1]}")
            damage = None
        keyed = _has_key(row)
        quoted = quoted or source.has_quoted_cell()
        yield row
    if damage:
        raise InputError(f"this table cannot be read: {damage[1]} (line {damage[0]})")


def _marked_otherwise(
    reader: "csv.DictReader[str]", source: "_Source", *, quoted: bool
) -> "csv.DictReader[str] | None":
    """A reader of ``source`` from this row on, whose marks are none to ``reader``; else None.

    Spark and MySQL escape a quotation mark by a backslash. Tables with tabs may have no marks
    around cells, as none have that were ``quoted`` before; then a cell may open with one.
    """
    dialect = reader.reader.dialect
    if dialect.escapechar or dialect.quoting == csv.QUOTE_NONE:
        return None  # that is tried once
    names, delimiter = list(reader.fieldnames or ()), dialect.delimiter
    if source.has_escaped_mark():
        source.reread()
        return csv.DictReader(
            source,
            names,
            delimiter=delimiter,
            skipinitialspace=dialect.skipinitialspace,
            escapechar="\\",
            strict=True,
        )
    if delimiter != "\t" or quoted or source.first.count("\t") != len(names) - 1:
        return None
    source.reread()
    return csv.DictReader(source, names, delimiter=delimiter, quoting=csv.QUOTE_NONE)


def _line_with_words(source: "_Source") -> str:
    return next((line for line in source if line.strip("\r\n")), "")


def _name_columns(reader: "csv.DictReader[str]", single: AbstractSet[str] | None) -> None:
    """Take the blanks from around the names of the columns of ``reader``.

    Raises ``InputError`` where they cannot be read, or several columns are called the same, so
    that one would be lost.
    """
    try:
        names = [name.strip() for name in reader.fieldnames or ()]
    except csv.Error as error:
        raise InputError(f"this table cannot be read: {error} (line 1)") from None
    reader.fieldnames = names
    counts = Counter(map(usual, filter(None, names)))
    for name in names:
        if counts[usual(name)] > 1 and (
            single is None or not single.isdisjoint((name, usual(name)))
        ):
            raise InputError(f"several columns are called {name!r}: give each a name of its own")


def _has_key(row: Row) -> bool:
    """Whether ``row`` has a cell for each column, no more, and a key in the first."""
    cells = list(row.values())
    full = None not in row and None not in cells
    return bool(cells) and full and _KEY.fullmatch(str(cells[0])) is not None


class _Source:
    """Lines, of which those of a row can be read once more."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._again: deque[str] = deque()
        self._row: list[str] = []
        self._read = 0

    def __iter__(self) -> "_Source":
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._lines)
        self._row.append(line)
        self._read += 1
        return line

    def begin(self) -> None:
        """Begin a row."""
        self._row = []

    @property
    def line(self) -> int:
        """The number of the row's first line, from 1; blank ones may stand before it."""
        return self._read - len(self._row) + self._blank + 1

    def retry(self) -> None:
        """Read the lines of the row but the first once more."""
        again = self._row[self._blank + 1 :]
        self._again.extendleft(reversed(again))
        self._read -= len(again)

    def has_escaped_mark(self) -> bool:
        """Whether a quotation mark behind a backslash stands in the row, within a cell."""
        return any(_ESCAPED_MARK.search(line) for line in self._row)

    def has_quoted_cell(self) -> bool:
        """Whether a cell of the row stands in quotation marks, in a table with tabs."""
        return any(line.startswith('"') or '\t"' in line for line in self._row)

    @property
    def first(self) -> str:
        """The first line of the row that is not blank."""
        return self._row[self._blank] if self._blank < len(self._row) else ""

    def reread(self) -> None:
        """Read all lines of the row once more."""
        self._again.extendleft(reversed(self._row))
        self._read -= len(self._row)

    @property
    def _blank(self) -> int:
        return sum(1 for _ in takewhile(lambda line: not line.strip("\r\n"), self._row))
