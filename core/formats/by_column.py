"""Tables that a JSON file holds column by column, as pandas and Hugging Face write them.

    {"title": {"0": ..., "1": ...}, "text": {"0": ..., "1": ...}}       to_json(), its default
    {"columns": ["title", "text"], "index": [0, 1], "data": [[...], [...]]}    orient="split"
    {"title": [..., ...], "text": [..., ...]}                           to_dict(orient="list")

Read as one object, the first and the last would be a single article of all texts.
"""

from collections.abc import Mapping

from .field_values import Row, usual
from .fields import TEXT, TITLE

_KEYS = ("id", "_id", "url", "link")  # of which an article has one
_MIN_COLUMNS = 2
_MIN_ROWS = 2  # a list of one says the same of one article


def rows_by_column(value: Row, field: str | None) -> list[Row] | None:
    """The rows of the table that ``value`` is; None where it is none.

    ``field`` holds the text, where its name is known.
    """
    if (split := _split(value)) is not None:
        return split
    names = [name for name in value if (name == field if field else usual(name) in TEXT)]
    columns = list(value.values())
    if not names or not columns:
        return None
    if all(isinstance(column, dict) for column in columns):
        return _of_indexed(value)
    if all(isinstance(column, list) for column in columns):
        return _of_lists(value)
    return None


def _split(value: Row) -> list[Row] | None:
    names, rows = value.get("columns"), value.get("data")
    if not isinstance(names, list) or not isinstance(rows, list) or not rows:
        return None
    if not all(isinstance(name, str) for name in names):
        return None
    if not all(isinstance(row, list) and len(row) == len(names) for row in rows):
        return None
    return [dict(zip(names, row, strict=True)) for row in rows]


def _of_indexed(columns: Mapping[str, object]) -> list[Row] | None:
    """The rows of ``columns`` that are objects with the same keys: numbers, as an index has."""
    objects = {name: column for name, column in columns.items() if isinstance(column, dict)}
    index = next(iter(objects.values())).keys()
    if not index or not all(key.isdecimal() for key in index):
        return None
    if any(column.keys() != index for column in objects.values()):
        return None
    return [{name: column[key] for name, column in objects.items()} for key in index]


def _of_lists(columns: Mapping[str, object]) -> list[Row] | None:
    """The rows of ``columns`` that are lists as long as each other.

    One article may have lists of authors and paragraphs; a table has several titles or keys.
    """
    lists = {name: column for name, column in columns.items() if isinstance(column, list)}
    count = len(next(iter(lists.values())))
    if len(lists) < _MIN_COLUMNS or count < _MIN_ROWS:
        return None
    if any(len(column) != count for column in lists.values()):
        return None
    if not any(usual(name) in (*TITLE, *_KEYS) for name in lists):
        return None
    return [dict(zip(lists, row, strict=True)) for row in zip(*lists.values(), strict=True)]
