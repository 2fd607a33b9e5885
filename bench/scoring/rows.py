"""Rows of JSON Lines files, as the sets and the predictions are kept."""

import gzip
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

Row = dict[str, Any]
Spans = Sequence[Sequence[int]]


def read_rows(path: Path) -> list[Row]:
    """The rows of the file at ``path``, which may be compressed with gzip."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def aligned(gold: Iterable[Row], predicted: Iterable[Row]) -> list[tuple[Row, Row]]:
    """Each gold row with the predicted row of the same ``id``, or with an empty row.

    Raises ``ValueError`` where a predicted ``id`` is not in gold: the files do not belong together.
    """
    gold = list(gold)
    by_id = {str(row["id"]): row for row in predicted}
    unknown = by_id.keys() - {str(row["id"]) for row in gold}
    if unknown:
        raise ValueError(f"no gold row has the id {min(unknown)!r}; {len(unknown)} such in all")
    return [(row, by_id.get(str(row["id"]), {})) for row in gold]
