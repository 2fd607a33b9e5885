"""Batches of articles to batches of records, in Arrow: one step of a job on any engine.

``analyze`` is a function of its batch alone: it reads and writes no file and keeps nothing but the
parameters, which the first article loads and all later ones in the process share. So an engine may
send it to its workers by name, and do a batch again whose worker was lost.
"""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from newsbrief.errors import InputError, NewsbriefError, OptionError
from newsbrief.extraction.facts import DEFAULT_MIN_CONFIDENCE
from newsbrief.formats.extras import library
from newsbrief.formats.files import article
from newsbrief.formats.tables import row_document

from . import arrow
from .plain import Plain
from .record import RecordOptions, error_record, record

if TYPE_CHECKING:
    from pyarrow import RecordBatch, Schema

ID, FILE = "id", "file"
_ROWS = 100  # that are values of Python at once, which take ten times the memory of Arrow's
_MAX_REASON_CHARS = 200  # of an error that may hold the text of the article


def record_schema(*, with_text: bool = False) -> "Schema":
    """The Arrow schema of the batches that ``analyze`` gives, and of ``newsbrief corpus``.

    It depends on nothing but ``with_text``. Offsets are pairs (start, end) in lists, counted in
    code points from 0, ends exclusive. Raises ``InputError`` where pyarrow is not installed.
    """
    return arrow.schema(with_text=with_text)


def analyze(
    batch: "RecordBatch",
    *,
    sentences: int | None = None,
    min_confidence: float = DEFAULT_MIN_CONFIDENCE,
    optional: bool = False,
    with_text: bool = False,
) -> "RecordBatch":
    """The records of the articles in ``batch``, one for each row and in their order.

    ``batch`` is a ``pyarrow.RecordBatch`` with the columns ``id`` and ``text``, and as many as are
    known of ``title``, ``byline``, ``date``, ``outlet``, ``url``, ``language`` and ``file``; the
    other names that JSON Lines may have for them will do. The result has ``record_schema``. The
    options are those of ``summarize`` and ``facts``; ``with_text`` adds the text that offsets refer
    to. A row of which there is no result has a record that says why in ``error``.

    Raises ``InputError`` where a column is missing or pyarrow is not installed, ``OptionError``
    where an option has a value that makes no sense.
    """
    if ID not in batch.schema.names:
        raise InputError(f"no column {ID!r}, by which records are told apart")
    options = RecordOptions(sentences, min_confidence, optional, with_text)
    parts = [
        arrow.batch([_record(row, options) for row in rows], with_text=with_text)
        for rows in _slices(batch)
    ]
    pa = library("pyarrow", "parquet", "an Arrow table")
    table = pa.Table.from_batches(parts, record_schema(with_text=with_text))
    whole: list[RecordBatch] = table.combine_chunks().to_batches()
    return whole[0] if whole else arrow.batch([], with_text=with_text)


def _slices(batch: "RecordBatch") -> Iterator[list[Plain]]:
    for start in range(0, batch.num_rows, _ROWS):
        yield batch.slice(start, _ROWS).to_pylist()


def _record(row: Mapping[str, object], options: RecordOptions) -> Plain:
    """The record of the article in ``row``, or of the error in the work on it."""
    id_, file = (str(row[name]) if row.get(name) is not None else "" for name in (ID, FILE))
    texts = {name: v.isoformat() if isinstance(v, date) else v for name, v in row.items()}
    try:
        return record(article(row_document(texts, id_)), file, id_, options)
    except OptionError:
        raise
    except NewsbriefError as error:
        return error_record(str(error), file, id_, options)
    except Exception as error:  # noqa: BLE001 - one article of millions ends no job
        said = " ".join(f"{type(error).__name__}: {error}".split())[:_MAX_REASON_CHARS]
        return error_record(f"newsbrief failed ({said}), which is a bug", file, id_, options)
