"""Attributions: who says (thinks, wants, reports, denies) what, as spans of the article.

Values only. The terms are those of PolNeAR and PARC: a *source* makes known a *content* (here:
the claim), and a *cue* signals it.
"""

from dataclasses import dataclass
from enum import StrEnum

from .spans import Span


class Kind(StrEnum):
    """What the source does with the claim."""

    STATEMENT = "statement"  # says, tells, writes, asks, urges
    BELIEF = "belief"  # thinks, expects, knows, doubts
    INTENTION = "intention"  # plans, promises, wants, orders, refuses
    FEELING = "feeling"  # hopes, fears, regrets, welcomes
    PERCEPTION = "perception"  # sees, hears, learns, finds out
    REPORT = "report"  # a document, study, poll or law shows or provides
    ACCUSATION = "accusation"  # accuses, blames, criticizes
    PRAISE = "praise"  # praises, thanks, endorses
    DENIAL = "denial"  # denies, rejects, disputes
    OTHER = "other"


class QuoteType(StrEnum):
    """How much of the claim stands in quotation marks."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class SourceType(StrEnum):
    """What kind of thing the source is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"  # "officials", "a person familiar with the matter"
    UNSOURCED = "unsourced"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an attribution: its pieces in order, and their text joined and folded."""

    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Source(Part):
    """Who is said to say it; ``name`` is the fullest form of the name in the article."""

    name: str
    type: SourceType


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attributed claim. ``line`` and ``sentence`` count from 1, where the claim begins.

    ``confidence`` is the chance, from 0 to 1, that a person would agree with source and claim.
    """

    kind: Kind
    quote: QuoteType
    negated: bool
    hedged: bool
    source: Source | None
    cue: Part | None
    claim: Part
    line: int
    sentence: int
    confidence: float
