"""Records as a Parquet file: the same bytes for the same records, in row groups of one length."""

from collections.abc import Iterable
from itertools import islice
from typing import BinaryIO

from newsbrief.formats.extras import library

from .arrow import batch, schema
from .plain import Plain

ROW_GROUP = 1000
"""How many records stand in a row group, but for the last: some 15 MB, 3 MB when compressed."""


def need_parquet() -> None:
    """Raise ``InputError`` where pyarrow is not installed, before there is something to write."""
    library("pyarrow.parquet", "parquet", "a Parquet file")


def write_parquet(records: Iterable[Plain], file: BinaryIO, *, with_text: bool) -> None:
    """Write ``records`` to ``file``, in order; no more than a row group of them is held.

    Raises ``InputError`` where pyarrow is not installed, ``OSError`` where ``file`` takes no more.
    """
    parquet = library("pyarrow.parquet", "parquet", "a Parquet file")
    rest = iter(records)
    with parquet.ParquetWriter(file, schema(with_text=with_text), compression="zstd") as writer:
        while group := list(islice(rest, ROW_GROUP)):
            writer.write_batch(batch(group, with_text=with_text))
