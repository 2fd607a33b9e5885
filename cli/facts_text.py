"""Attributed claims in a few words: labels of what they are, and what is known of their sources."""

from typing import NamedTuple

from newsbrief import Attribution, Part, Source

NO_SOURCE = "no source"
NOT_NAMED = "not named"
NESTED = "nested"


def labels(fact: Attribution) -> list[str]:
    """The kind of ``fact``, how much of it is quoted, and what else is true of it: "negated"."""
    flags = {
        "negated": fact.negated,
        "hedged": fact.hedged,
        "optional": fact.optional,
        NESTED: fact.within is not None,
    }
    return [fact.kind.value, fact.quote.value, *(flag for flag, is_set in flags.items() if is_set)]


def label_line(fact: Attribution) -> str:
    """The labels of ``fact`` in a line."""
    return ", ".join(labels(fact))


def claim_text(fact: Attribution) -> str:
    """The claim of ``fact``, with what it refers to in brackets if it has no words of its own."""
    return f"{fact.claim.text} [{fact.refers.text}]" if fact.refers else fact.claim.text


class SourceText(NamedTuple):
    """What is known of a source, in words: "" where there is none."""

    words: str
    name: str
    type: str
    role: str
    why: str


def described(fact: Attribution) -> SourceText:
    """What is known of the source of ``fact``, in words."""
    source = fact.source
    if source is None:
        return SourceText("", "", "", "", "")
    role, why = words_of(source.role), words_of(source.why)
    return SourceText(source.text, source.name or "", source.type.value, role, why)


def unsaid(shown: str, *texts: str) -> list[str]:
    """The ``texts`` that do not stand in ``shown`` already; an empty one always does."""
    return [text for text in texts if text not in shown]


def words_of(part: Part | None) -> str:
    """The words of ``part``; "" where there is none."""
    return part.text if part else ""


def name_or_words(source: Source | None) -> str:
    """The name of ``source``, its words where it has none, or "" where there is no source."""
    return source.display_name if source else ""
