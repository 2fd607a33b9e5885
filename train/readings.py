"""Articles of the data sets that were read for this project, by the standard of ``readers/``.

``readings.jsonl`` beside this module has, of each article, the attributions and the extract of an
editor as offsets into the text of a data set, and no word of it. They were read by a large
language model, each string checked against the text, in the way of ``readers/`` and ``editors/``.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from .rows import Row, rows, text_of

FILE = Path(__file__).with_name("readings.jsonl")
STRINGS = ("name", "role", "why")  # which the rows of readers/ give as strings
SPANS = ("source", "cue", "claim")
FLAGS = ("negated", "hedged", "nested", "optional")


def readings(data: Path) -> Iterator[tuple[str, Row]]:
    """The articles read whose texts are in ``data``, with the sets they are of, in file order.

    A row has the keys of ``readers/``, but "quote", and of ``editors/``.
    """
    texts: dict[str, dict[str, str]] = {}
    for line in FILE.read_text(encoding="utf-8").splitlines():
        reading = json.loads(line)
        name = reading["set"]
        if name not in texts:
            texts[name] = {str(row["id"]): text_of(row) for row in rows(data, name)}
        if reading["id"] in texts[name]:
            yield name, _row(reading, texts[name][reading["id"]])


def _row(reading: Row, text: str) -> Row:
    return {
        "id": reading["id"],
        "origin": f"{reading['set']}:{reading['id']}",
        "text": text,
        "attributions": [_attribution(each, text) for each in reading["attributions"]],
        "extracts": [reading["extract"]] if reading["extract"] else [],
    }


def _attribution(given: Row, text: str) -> Row:
    """An attribution as ``readers/`` has it: strings for offsets, None and False where not told."""
    strings = {
        key: given.get(key) and " ".join(text[slice(*given[key])].split()) for key in STRINGS
    }
    return {
        "kind": given["kind"],
        "type": given["type"],
        **{key: given.get(key) for key in SPANS},
        **strings,
        **{key: key in given.get("flags", ()) for key in FLAGS},
    }
