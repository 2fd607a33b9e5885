"""Articles in objects that stand within other objects, as what an API answers has them.

Elasticsearch has them in ``hits.hits[]._source``, JSON-LD in ``@graph``; some programs write an
object with an article for each key. Which object is the article is told by its fields: a usual
name for the title, and one for the text, or the one field that is asked for.
"""

from collections.abc import Iterable, Iterator

from newsbrief.errors import InputError

from .by_column import rows_by_column
from .field_values import Row, usual
from .fields import TEXT, TITLE, found, is_saved, text_field
from .rich_text import words

_LISTS = ("articles", "items", "data", "docs", "results", "entries", "rows")
_WRAPPERS = ("_source", "row", "fields")  # Elasticsearch, Hugging Face, the Guardian
_BODY = ("articlebody",)  # of schema.org, which no other object has
_MAX_LEVELS = 6  # Elasticsearch has four

WANTED = 'where an object with the text of an article is wanted: {"text": "..."}'
"""What a message says behind what stands in its place."""

Found = Row | InputError


def rows_in(value: object, field: str | None) -> Iterator[Found]:
    """The rows in ``value``, a JSON file: a list, an object with articles in it, or a row itself.

    ``field`` holds the text, where its name is known. Raises ``InputError`` where articles stand
    in several places.
    """
    if isinstance(value, list):
        yield from map(row_of, _without_other_things(value, field))
    elif not isinstance(value, dict):
        yield row_of(value)
    elif rows := rows_by_column(value, field):
        yield from rows
    elif is_saved(value) or _text(value, field):
        yield value
    elif members := _usual_list(value):
        yield from map(row_of, members)
    else:
        yield from _within(value, field) or [value]


def article_in(row: Row, field: str | None) -> Row:
    """The one article within ``row``, where it is none itself; else ``row``.

    Raises ``InputError`` where several stand within.
    """
    if _text(row, field):
        return row
    if (record := _record_in(row, field)) is not None:
        return record
    articles = _within(row, field)
    if len(articles) > 1:
        raise InputError("several articles stand in this row")
    return articles[0] if articles and not isinstance(articles[0], InputError) else row


def _record_in(value: Row, field: str | None) -> Row | None:
    """The record in the member of ``value`` that programs put one into, with what stands around it.

    Such a record needs no title. None where there is none.
    """
    for name in _WRAPPERS:
        record = value.get(name)
        if isinstance(record, dict) and _has_plain_text(record, field):
            return {other: value[other] for other in value if other != name} | record
    return None


def _has_plain_text(record: Row, field: str | None) -> bool:
    """Whether ``record`` has a text that is no object: that is what is said of a field."""
    name = field or text_field(record)
    return name is not None and not isinstance(record.get(name), dict) and _text(record, field)


def row_of(value: object) -> Found:
    """The row that ``value`` of JSON is, or an error that says what it is instead.

    >>> print(row_of(["It rained."]))
    a list, where an object with the text of an article is wanted: {"text": "..."}
    """
    return value if isinstance(value, dict) else InputError(f"{_called(value)}, {WANTED}")


def _called(value: object) -> str:
    """What ``value`` of JSON is called."""
    names = (
        (str, "a string"),
        (bool, "a truth value"),
        (int | float, "a number"),
        (list, "a list"),
    )
    return next((name for kind, name in names if isinstance(value, kind)), "null")


def _usual_list(value: Row) -> list[object] | None:
    """The list of objects that ``value`` has by a usual name, or None."""
    lists = (members for name in _LISTS if isinstance(members := value.get(name), list))
    return next((each for each in lists if each and isinstance(each[0], dict)), None)


def _within(value: object, field: str | None, levels: int = _MAX_LEVELS) -> list[Found]:
    """The articles in ``value``, and an error for each member of their list that has none.

    An object with a title and no text is an article that lacks it: what is within is another.
    """
    if isinstance(value, list):
        return _in_list(value, field, levels)
    if not isinstance(value, dict):
        return []
    if (article := _article(value, field)) is not None:
        return [article]
    if not levels or found(value, TITLE):
        return []
    held = {name: _within(each, field, levels - 1) for name, each in value.items()}
    names = [name for name, articles in held.items() if articles]
    if len(names) < 2:  # noqa: PLR2004 - there is only one place
        return _with_fields_around(held[names[0]], value) if names else []
    if not all(_is_article(each, field) for each in value.values()):
        raise InputError(
            f"articles stand in several places, {names[0]!r} and {names[1]!r}: keep one of them"
        )
    return [article for articles in held.values() for article in articles]


def _with_fields_around(articles: list[Found], around: Row) -> list[Found]:
    """``articles`` themselves, or the one that is a member of ``around`` with its other fields.

    The Guardian's has its date and address there, Elasticsearch its id.
    """
    if len(articles) != 1 or not any(articles[0] is member for member in around.values()):
        return articles
    article = articles[0]
    if isinstance(article, InputError):
        return articles
    others = (name for name in around if usual(name) not in (*TEXT, *TITLE))
    return [{name: around[name] for name in others if around[name] is not article} | dict(article)]


def _in_list(members: list[object], field: str | None, levels: int) -> list[Found]:
    held = [
        _within(each, field, levels - 1) if levels else []
        for each in _without_other_things(members, field)
    ]
    if not any(held):
        return []
    none = [InputError("no article in this object")]
    return [article for articles in held for article in articles or none]


def _article(value: Row, field: str | None) -> Row | None:
    """The article that ``value`` is, or that it holds as programs do; None where it is none."""
    if _is_article(value, field):
        return value
    return None if _text(value, field) else _record_in(value, field)


def _is_article(value: object, field: str | None) -> bool:
    if not isinstance(value, dict) or not _text(value, field):
        return False
    return field is not None or bool(found(value, TITLE) or found(value, _BODY))


def _text(row: Row, field: str | None) -> bool:
    """Whether ``row`` has words in its ``field``, or in one with a usual name for a text."""
    return any(words(row.get(field))) if field else text_field(row) is not None


def _without_other_things(members: Iterable[object], field: str | None) -> list[object]:
    """The ``members`` that JSON-LD does not call something else than an article; or all.

    A graph has the site, the page and the people too (https://schema.org).
    """
    members = list(members)
    return [each for each in members if not _is_other_thing(each, field)] or members


def _is_other_thing(value: object, field: str | None) -> bool:
    if not isinstance(value, dict) or "@type" not in value:
        return False
    named = str(value["@type"])
    return not ("Article" in named or "Posting" in named or _text(value, field))
