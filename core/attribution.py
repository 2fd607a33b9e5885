"""Attributions: who says (thinks, wants, reports, denies) what, as spans of the article.

Values, and ``take``, which chooses among them. The terms are those of the corpora PARC 3 (Pareti
2016) and PolNeAR (Newell et al. 2018): a *cue* ("said") links a *source* to a *content*, here
called the claim.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
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
    """What the source is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    DOCUMENT = "document"
    UNNAMED = "unnamed"  # "officials", "a resident", "a person familiar with the matter"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of an attribution: its spans in order, and their text, joined by spaces and folded.

    Offsets count code points of the article's text from 0, ends exclusive.
    """

    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Source(Part):
    """The source's words, who it is, and what the article says about it.

    ``name`` is the fullest form of its name anywhere in the article, None where the article does
    not name it. ``role`` is its title or affiliation, wherever in the article that stands. ``why``
    is how it knows what it says ("who was at the scene"), or why it is not named ("on condition of
    anonymity"). Both are None where the article gives none.
    """

    name: str | None
    type: SourceType
    role: Part | None = None
    why: Part | None = None

    @property
    def display_name(self) -> str:
        """Its name, or its words where it has none."""
        return self.name or self.text


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attributed claim.

    ``source`` or ``cue`` is None where the article gives none. ``negated``: the source did not say
    or think it. ``hedged``: the article itself softens it ("reportedly"). ``line`` and
    ``sentence`` are where the claim begins, counted from 1. ``confidence`` is the probability,
    from 0 to 1, that a careful reader would sign source, name and claim.

    ``refers`` is what a claim stands for that has no words of its own ("denied that"): the claim
    or the sentence before it. It is None for every other claim, and where nothing stands before it.

    ``optional``: a careful reader could list it or leave it out, such as a plan that is narrated
    and not said. ``within`` is the index, from 0, of the outer attribution in whose claim this one
    stands ("Tass reported that Shoigu said ..."), in the tuple that holds both; None where it
    stands in none of them.
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
    refers: Part | None = None
    optional: bool = False
    within: int | None = None


def take(attributions: Sequence[Attribution], indices: Sequence[int]) -> tuple[Attribution, ...]:
    """The ``attributions`` at ``indices``, in that order, each with its ``within`` among them.

    ``indices`` are distinct and count from 0. ``within`` becomes None where the outer attribution
    is not taken.
    """
    place = {index: i for i, index in enumerate(indices)}
    taken = (attributions[index] for index in indices)
    return tuple(
        each if each.within is None else replace(each, within=place.get(each.within))
        for each in taken
    )
