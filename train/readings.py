"""What was read and written for this project, by the standard of ``readers/``.

``readings.jsonl`` beside this module has, of articles of the data sets, the attributions and the
extract of an editor; ``signed.jsonl`` has, of others, the facts that were listed as a reader signed
or mended them, and those that were missing. Both have offsets into the text of a data set, and no
word of it. ``written.jsonl`` has short texts of our own with their attributions. All were read or
written by a large language model, each string checked against the text.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from .rows import Row, rows, text_of

READINGS = Path(__file__).with_name("readings.jsonl")
SIGNED = Path(__file__).with_name("signed.jsonl")
WRITTEN = Path(__file__).with_name("written.jsonl")
STRINGS = ("name", "role", "why")  # which the rows of readers/ give as strings
SPANS = ("source", "cue", "claim")
FLAGS = ("negated", "hedged", "nested", "optional")


def readings(data: Path) -> Iterator[tuple[str, Row]]:
    """The articles read whose texts are in ``data``, with the sets they are of, in file order.

    A row has the keys of ``readers/``, but "quote", and of ``editors/``.
    """
    for name, reading, text in _with_texts(READINGS, data):
        attributions = [_attribution(each, text) for each in reading["attributions"]]
        extracts = [reading["extract"]] if reading["extract"] else []
        yield name, {**_row(reading, text), "attributions": attributions, "extracts": extracts}


def written() -> Iterator[Row]:
    """The texts of our own, with the keys of ``readers/``, but "quote"."""
    for line in WRITTEN.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        attributions = [_attribution(each, row["text"]) for each in row["attributions"]]
        yield {**row, "origin": WRITTEN.stem, "attributions": attributions}


def signed(data: Path) -> Iterator[tuple[str, Row]]:
    """The articles whose listed facts were signed or mended, as ``readings`` has them.

    An attribution has the keys "claim", "source", "cue", "name" and "optional" alone.
    """
    for name, reading, text in _with_texts(SIGNED, data):
        yield (
            name,
            {
                **_row(reading, text),
                "attributions": [
                    {
                        **{key: given.get(key) for key in SPANS},
                        "name": _string(given.get("name"), text),
                        "optional": given.get("optional", False),
                    }
                    for given in reading["attributions"]
                ],
            },
        )


def _with_texts(file: Path, data: Path) -> Iterator[tuple[str, Row, str]]:
    """The set, the line and the text of each article of ``file`` whose text is in ``data``."""
    texts: dict[str, dict[str, str]] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        reading = json.loads(line)
        name = reading["set"]
        if name not in texts:
            texts[name] = {str(row["id"]): text_of(row) for row in rows(data, name)}
        if reading["id"] in texts[name]:
            yield name, reading, texts[name][reading["id"]]


def _row(reading: Row, text: str) -> Row:
    origin = f"{reading['set']}:{reading['id']}"
    return {"id": reading["id"], "origin": origin, "text": text}


def _attribution(given: Row, text: str) -> Row:
    """An attribution as ``readers/`` has it: strings for offsets, None and False where not told."""
    return {
        "kind": given["kind"],
        "type": given["type"],
        **{key: given.get(key) for key in SPANS},
        **{key: _string(given.get(key), text) for key in STRINGS},
        **{key: key in given.get("flags", ()) for key in FLAGS},
    }


def _string(offsets: list[int] | None, text: str) -> str | None:
    """The words of ``text`` at ``offsets``, white space folded; None where none are given."""
    return " ".join(text[slice(*offsets)].split()) if offsets else None
