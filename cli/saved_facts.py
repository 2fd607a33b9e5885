"""Facts read back from the JSON of ``facts``: what ``archive.plain.plain_fact`` has made."""

from collections.abc import Mapping
from typing import Any

from newsbrief import Attribution, Kind, Part, QuoteType, Source, SourceType, Span
from newsbrief.archive.plain import SCHEMA
from newsbrief.errors import InputError


def saved_facts(row: Mapping[str, object]) -> tuple[Attribution, ...]:
    """The facts in ``row``, the JSON object of an article.

    Raises ``InputError`` where it is of another schema, or not as newsbrief writes it.
    """
    if row["schema"] != SCHEMA:
        raise InputError(f"facts of schema {row['schema']}, not {SCHEMA}: run `newsbrief facts`")
    facts: Any = row["facts"]
    found = []
    for number, fact in enumerate(facts, 1):
        try:
            found.append(_fact(fact))
        except (AttributeError, KeyError, OverflowError, TypeError, ValueError):
            raise InputError(f"fact {number} is not as newsbrief writes it") from None
    return tuple(found)


def saved_options(row: Mapping[str, object]) -> tuple[str, ...]:
    """The options that chose the facts in ``row``, where they are not those listed by default."""
    options = row.get("options")
    return tuple(map(str, options)) if isinstance(options, list) else ()


def _fact(record: Mapping[str, Any]) -> Attribution:
    claim = _part(record["claim"])
    if claim is None:
        raise ValueError(record)
    return Attribution(
        kind=Kind(record["kind"]),
        quote=QuoteType(record["quote"]),
        negated=bool(record["negated"]),
        hedged=bool(record["hedged"]),
        source=_source(record["source"]),
        cue=_part(record["cue"]),
        claim=claim,
        line=int(record["line"]),
        sentence=int(record["sentence"]),
        confidence=float(record["confidence"]),
        refers=_part(record["refers"]),
        optional=bool(record["optional"]),
        within=record["within"],
    )


def _source(record: Mapping[str, Any] | None) -> Source | None:
    words = _part(record)
    if record is None or words is None:
        return None
    name = record["name"]
    return Source(
        words.text,
        words.spans,
        None if name is None else _text(name),
        SourceType(record["type"]),
        _part(record["role"]),
        _part(record["why"]),
    )


def _part(record: Mapping[str, Any] | None) -> Part | None:
    if record is None:
        return None
    return Part(
        _text(record["text"]), tuple(Span(int(start), int(end)) for start, end in record["spans"])
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
