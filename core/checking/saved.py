"""The claims in what newsbrief has printed: the JSON of facts, summarize, brief and digest."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from newsbrief.attribution import Part, QuoteType, Source, SourceType
from newsbrief.extraction.stance import stance_of
from newsbrief.spans import Span
from newsbrief.text.quotations import quotations

from .values import Claimed

_RESULTS = ("facts", "summary", "claims")  # a record with a list of these is a result

Record = Mapping[str, object]


class Saved(NamedTuple):
    """A record that newsbrief has printed: the title of its article, and its claims."""

    title: str | None
    claims: tuple[Claimed, ...]


def saved(text: str) -> list[Saved] | None:
    """The records in ``text``, JSON or JSON Lines of newsbrief; None where it is anything else.

    What is no claim in them is passed over.
    """
    return saved_records(_records(text))


def saved_records(records: Iterable[Record]) -> list[Saved] | None:
    """What ``saved`` gives of ``records``; an article that failed has no claims."""
    every = list(records)
    results = [record for record in every if not _is_error(record)]
    if not results or not all(_is_result(record) for record in results):
        return None
    return [_saved(record) for record in every]


def _records(text: str) -> list[Record]:
    """The objects in ``text``; none where it is no JSON, or holds anything else."""
    try:
        value = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        # By line feeds alone: a string of JSON may hold any other line end (U+2028).
        lines = [line for line in text.split("\n") if line.strip()]
        try:
            value = [json.loads(line, strict=False) for line in lines]
        except (ValueError, RecursionError):
            return []
    found = value if isinstance(value, list) else [value]
    return found if all(isinstance(each, dict) for each in found) else []


def _is_result(record: Record) -> bool:
    has_schema = isinstance(record.get("schema"), int)
    return has_schema and any(isinstance(record.get(key), list) for key in _RESULTS)


def _is_error(record: Record) -> bool:
    return isinstance(record.get("schema"), int) and isinstance(record.get("error"), str)


def _saved(record: Record) -> Saved:
    title = record.get("title")
    return Saved(title if isinstance(title, str) else None, tuple(_claims(record)))


def _claims(record: Record) -> Iterator[Claimed]:
    for sentence in (*_objects(record, "summary"), *_objects(record, "figures")):
        yield from _of_sentence(sentence)
    for fact in _objects(record, "facts"):
        yield from _of_fact(fact)
    for source in _objects(record, "sources"):
        for fact in _objects(source, "facts"):
            yield from _of_fact(fact)
    for fact in _objects(record, "unnamed"):
        yield from _of_fact(fact)
    for claim in _objects(record, "claims"):
        for saying in _objects(claim, "sayings"):
            yield from _of_fact(saying)


def _of_sentence(sentence: Record) -> Iterator[Claimed]:
    """A sentence is the article's own words: it is checked like a claim without a source."""
    text, line = sentence.get("text"), sentence.get("line")
    if isinstance(text, str) and text:
        spans = _spans([[sentence.get("start"), sentence.get("end")]])
        at = line if isinstance(line, int) else 0
        quoted = _quoted(text)
        kind = QuoteType.MIXED if quoted else QuoteType.INDIRECT
        yield Claimed(text, spans, at, (text,), quoted, kind, printed=True)


def _of_fact(fact: Record) -> Iterator[Claimed]:
    claim, line, quote = fact.get("claim"), fact.get("line"), fact.get("quote")
    part = _part(claim)
    if part is None:
        return
    kind = next((each for each in QuoteType if each == quote), QuoteType.INDIRECT)
    quoted = () if kind is QuoteType.INDIRECT else _quoted(part.text)
    if kind is QuoteType.DIRECT and not quoted:
        quoted = (part.text,)
    at = line if isinstance(line, int) else 0
    part_of_cue = _part(fact.get("cue"))
    cue = part_of_cue.text if part_of_cue else ""
    yield Claimed(
        part.text,
        part.spans,
        at,
        (part.text,),
        quoted,
        kind,
        _source(fact),
        cue=cue,
        stance=stance_of(
            cue, str(fact.get("kind")), part.text, kind, negated=fact.get("negated") is True
        ),
        printed=True,
    )


def _quoted(text: str) -> tuple[str, ...]:
    return tuple(text[start:end] for start, end in quotations(text))


def _source(fact: Record) -> Source | None:
    source = fact.get("source")
    part = _part(source)
    if part is None or not isinstance(source, dict):
        return None
    name, kind = source.get("name"), source.get("type")
    return Source(
        part.text,
        part.spans,
        name if isinstance(name, str) else None,
        next((each for each in SourceType if each == kind), SourceType.UNNAMED),
        role=_part(source.get("role")),
        why=_part(source.get("why")),
    )


def _part(value: object) -> Part | None:
    """The part that ``value`` is the JSON of, or None."""
    if not isinstance(value, dict):
        return None
    text = value.get("text")
    if not isinstance(text, str) or not text:
        return None
    return Part(text, _spans(value.get("spans")))


def _spans(value: object) -> tuple[Span, ...]:
    """The spans that ``value`` is the JSON of; none where it is anything else."""
    pairs = value if isinstance(value, list) else []
    found = [
        Span(*pair)
        for pair in pairs
        if isinstance(pair, list)
        and len(pair) == len(Span._fields)
        and all(type(offset) is int for offset in pair)
    ]
    good = len(found) == len(pairs) and all(0 <= start < end for start, end in found)
    return tuple(found) if good else ()


def _objects(record: Record, key: str) -> list[Record]:
    value = record.get(key)
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
