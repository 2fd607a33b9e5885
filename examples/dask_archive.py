"""Summaries and facts of an archive of news, by Dask.

    python examples/dask_archive.py ARTICLES OUTPUT [SCHEDULER]

ARTICLES are JSON Lines, a file or a pattern, with the keys id and text and those below that are
known. OUTPUT is a folder of Parquet, a file for each 2 MB of ARTICLES, in the schema of `newsbrief
corpus`. SCHEDULER is the address of a cluster whose workers see both; without it, a process for
each core of this machine does the work. A worker needs `pip install 'newsbrief[dask]'` and no
network.
"""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

import dask
import dask.bag
import pyarrow as pa
from distributed import Client
from pyarrow import parquet

import newsbrief

COLUMNS = ("id", "title", "byline", "date", "outlet", "url", "language", "text")
SCHEMA = pa.schema([(name, pa.string()) for name in COLUMNS])
ROWS = 200  # in a batch


def batches(lines: Iterable[str]) -> Iterator[pa.RecordBatch]:
    """The articles in ``lines``; a line that is no article has a row without a text."""
    rows = map(row, lines)
    while some := list(islice(rows, ROWS)):
        yield pa.RecordBatch.from_pylist(some, SCHEMA)


def row(line: str) -> dict[str, str]:
    """The texts in ``line``, by column."""
    try:
        value = json.loads(line)
    except ValueError:
        value = None
    known = value.items() if isinstance(value, dict) else ()
    return {name: text for name, text in known if name in COLUMNS and isinstance(text, str)}


def write_records(lines: Iterable[str], path: Path) -> None:
    """Write the records of the articles in ``lines`` to ``path``; all of them or no file."""
    unfinished = path.with_suffix(f".{os.getpid()}")
    with parquet.ParquetWriter(unfinished, newsbrief.record_schema()) as writer:
        for batch in batches(lines):
            writer.write_batch(newsbrief.analyze(batch))
    unfinished.replace(path)


def main() -> None:
    source, output, *scheduler = sys.argv[1:]
    folder = Path(output)
    folder.mkdir()
    parts = dask.bag.read_text(source, blocksize="2MiB").to_delayed()
    write = dask.delayed(write_records)
    tasks = [write(part, folder / f"part-{i:05d}.parquet") for i, part in enumerate(parts)]
    local = {"n_workers": os.cpu_count(), "threads_per_worker": 1, "dashboard_address": None}
    with Client(*scheduler) if scheduler else Client(**local) as client:
        client.gather(client.compute(tasks))


if __name__ == "__main__":
    main()
