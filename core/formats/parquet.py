"""Parquet: tables in columns, read a few rows at a time by pyarrow, a row for each article."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, BinaryIO

from newsbrief.errors import InputError

from . import tables
from .document import Document, PartError
from .extras import library
from .field_values import Row
from .options import ReadOptions

if TYPE_CHECKING:
    from pyarrow.parquet import ParquetFile

_BATCH_ROWS = 64


def documents(file: BinaryIO, options: ReadOptions) -> Iterator[Document | PartError]:
    """The articles in the table in ``file``, which can be searched; each as soon as it is read.

    Raises ``InputError`` where it is damaged, or has no column for the text.
    """
    return tables.documents(rows(file), options)


def rows(file: BinaryIO) -> Iterator[tuple[int, Row | InputError]]:
    """The rows of the table in ``file``, numbered from 1; an error for a damaged group of rows.

    Dates and times are texts in ISO 8601. Raises ``InputError`` where all of it is damaged.
    """
    module = library("pyarrow.parquet", "parquet", "a Parquet file")
    try:
        # Reading ahead is the work of threads of pyarrow, which call ``file``: one that does as
        # Python ends, since nobody wanted the rest of the table, aborts the process.
        table = module.ParquetFile(file, pre_buffer=False)
    except Exception as error:  # whatever pyarrow raises at a hostile file
        raise InputError("a damaged Parquet file") from error
    number = 0
    for group in range(table.num_row_groups):
        after = number + table.metadata.row_group(group).num_rows
        try:
            for row in _rows_of(table, group):
                number += 1
                yield number, row
        except Exception:  # noqa: BLE001 - the same, in one group
            yield number + 1, InputError(f"a damaged part, to row {after}")
        number = after


def _rows_of(table: "ParquetFile", group: int) -> Iterator[Row]:
    for batch in table.iter_batches(_BATCH_ROWS, row_groups=[group], use_threads=False):
        for row in batch.to_pylist():
            yield {name: _plain(value) for name, value in row.items()}


def _plain(value: Any) -> Any:  # noqa: ANN401
    """``value`` of a cell, as JSON would have it."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value
