"""Rows of the data sets: JSON Lines files in the data folder, named without their suffix."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

Row = dict[str, Any]


def rows(data: Path, name: str) -> Iterator[Row]:
    """The rows of the set ``name``, such as "polnear/train", in file order."""
    with (data / f"{name}.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def text_of(row: Row) -> str:
    """The article of ``row``, which the summary sets call "article" and the others "text"."""
    return str(row["article"] if "article" in row else row["text"])
