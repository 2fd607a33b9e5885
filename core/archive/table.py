"""Records as a Parquet file: the same bytes for the same records, in row groups of one length."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, BinaryIO

from newsbrief.formats.extras import library

from .arrow import batch, schema
from .plain import Plain

if TYPE_CHECKING:
    from pyarrow import RecordBatch

ROW_GROUP = 1000
"""How many records stand in a row group, but for the last: 5 MB of JSON, 1 MB here."""

_BATCH = 100


def need_parquet() -> None:
    """Raise ``InputError`` where pyarrow is not installed, before there is something to write."""
    library("pyarrow.parquet", "parquet", "a Parquet file")


def write_parquet(records: Iterable[Plain], file: BinaryIO, *, with_text: bool) -> None:
    """Write ``records`` to ``file``, in order; no more than a row group of them is held.

    Raises ``InputError`` where pyarrow is not installed, ``OSError`` where ``file`` takes no more.
    """
    arrow = library("pyarrow", "parquet", "a Parquet file")
    parquet = library("pyarrow.parquet", "parquet", "a Parquet file")
    rest = iter(records)
    with parquet.ParquetWriter(file, schema(with_text=with_text), compression="zstd") as writer:
        while True:
            group = list(_batches(islice(rest, ROW_GROUP), with_text=with_text))
            if not group:
                return
            writer.write_table(arrow.Table.from_batches(group), ROW_GROUP)
            # Together 16 of 154 MB: no two groups at once, and no room kept for the next.
            del group
            arrow.default_memory_pool().release_unused()


def _batches(records: Iterator[Plain], *, with_text: bool) -> Iterator["RecordBatch"]:
    """Batches of ``records``: few at once, as Python needs ten times the room for one."""
    while some := list(islice(records, _BATCH)):
        yield batch(some, with_text=with_text)
