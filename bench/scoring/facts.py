"""Predicted facts: the objects that ``newsbrief facts --json`` prints, as the scorers read them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from .rows import Row

SpanTuple = tuple[tuple[int, int], ...]

# The source types of the program, of the sets and of their scorers, to those of ``readers/``.
TYPES = {
    "person": "person",
    "organisation": "organisation",
    "document": "document",
    "anonymous": "unnamed",
    "unnamed": "unnamed",
    "unsourced": "none",
    "none": "none",
    None: "none",
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One predicted attribution; parts that it lacks are empty.

    ``name`` is the resolved name of the source, "" where the article does not name it;
    ``source_text`` is the words of it.
    """

    claim: SpanTuple
    source: SpanTuple = ()
    cue: SpanTuple = ()
    source_text: str = ""
    name: str = ""
    type: str = "none"
    role: str = ""
    why: str = ""
    kind: str = "statement"
    quote: str = ""
    negated: bool = False
    hedged: bool = False
    confidence: float = 1.0


def facts_of(row: Row) -> list[Fact]:
    """The facts of a predicted row: ``{"id", "facts": [...]}``."""
    return [_fact(found) for found in row.get("facts", ())]


def _fact(found: dict[str, Any]) -> Fact:
    source = found.get("source") or {}
    return Fact(
        claim=_spans(found["claim"]),
        source=_spans(source),
        cue=_spans(found.get("cue")),
        source_text=_text(source),
        name=source.get("name") or "",
        type=TYPES[source.get("type")],
        role=_text(source.get("role")),
        why=_text(source.get("why")),
        kind=found.get("kind", "statement"),
        quote=found.get("quote", ""),
        negated=bool(found.get("negated")),
        hedged=bool(found.get("hedged")),
        confidence=found.get("confidence", 1.0),
    )


def _spans(part: dict[str, Any] | None) -> SpanTuple:
    return tuple((start, end) for start, end in (part or {}).get("spans") or ())


def _text(part: dict[str, Any] | str | None) -> str:
    text = part.get("text") if isinstance(part, dict) else part
    return text or ""


def joined(facts: Iterable[Fact]) -> list[Fact]:
    """``facts`` with those of one cue as one: in '"A," he said. "B."' the cue says A and B.

    The first gives all but the claim, which has the pieces of all, and the quote type, which is
    mixed where they differ.
    """
    of_cue: dict[object, Fact] = {}
    for number, fact in enumerate(facts):
        key = fact.cue or number
        first = of_cue.get(key)
        if first is None:
            of_cue[key] = fact
            continue
        quote = first.quote if first.quote == fact.quote else "mixed"
        of_cue[key] = replace(first, claim=(*first.claim, *fact.claim), quote=quote)
    return list(of_cue.values())
