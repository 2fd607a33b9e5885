"""Records as a table of Arrow: its schema, and batches of it.

pyarrow, which comes with the extra ``parquet``, is imported when a function here is called.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsbrief.formats.extras import library

from .plain import Plain

if TYPE_CHECKING:
    from pyarrow import RecordBatch, Schema


def schema(*, with_text: bool = False) -> "Schema":
    """The schema of records, which depends on nothing but whether they have the text.

    Columns and the fields of structs are named like the keys of ``record``, in that order. Offsets
    are pairs (start, end) in lists, counted in code points from 0, ends exclusive. What is always
    there is not nullable, but for items of lists, which Spark and others take for nullable.

    Raises ``InputError`` where pyarrow is not installed.
    """
    pa = library("pyarrow", "parquet", "an Arrow table")
    string, number, flag, real = pa.string(), pa.int32(), pa.bool_(), pa.float64()
    spans = pa.list_(pa.list_(number))
    part = pa.struct([("text", string), ("spans", spans)])
    source = pa.struct(
        [
            ("text", string),
            ("spans", spans),
            ("name", string),
            ("type", string),
            ("role", part),
            ("why", part),
        ]
    )
    fact = pa.struct(
        [
            ("kind", string),
            ("quote", string),
            ("negated", flag),
            ("hedged", flag),
            ("confidence", real),
            ("source", source),
            ("cue", part),
            ("claim", part),
            ("refers", part),
            ("line", number),
            ("sentence", number),
            ("optional", flag),
            ("within", number),
        ]
    )
    sentence = pa.struct(
        [
            ("text", string),
            ("start", number),
            ("end", number),
            ("line", number),
            ("rank", number),
            ("score", real),
        ]
    )
    return pa.schema(
        [
            pa.field("schema", number, nullable=False),
            pa.field("id", string, nullable=False),
            pa.field("file", string, nullable=False),
            ("title", string),
            ("byline", string),
            ("date", string),
            ("outlet", string),
            ("url", string),
            ("language", string),
            *([("text", string)] if with_text else []),
            ("sentences", number),
            ("summary", pa.list_(sentence)),
            ("facts", pa.list_(fact)),
            ("options", pa.list_(string)),
            ("error", string),
        ]
    )


def batch(records: Sequence[Plain], *, with_text: bool = False) -> "RecordBatch":
    """``records`` as a batch of ``schema``, in order. Raises ``InputError`` as that does."""
    pa = library("pyarrow", "parquet", "an Arrow table")
    return pa.RecordBatch.from_pylist(list(records), schema=schema(with_text=with_text))
