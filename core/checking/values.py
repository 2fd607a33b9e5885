"""What a check finds: values only."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from newsbrief.attribution import QuoteType, Source
from newsbrief.extraction.stance import Stance
from newsbrief.spans import Span


class Verdict(StrEnum):
    """How a quotation or a claim of a draft stands to the articles."""

    VERBATIM = "verbatim"  # word for word, but for what ``Note`` lists
    PARAPHRASE = "paraphrase"  # reported, not quoted, and the articles say it in other words
    UNCLEAR = "unclear"  # only a reader can tell
    MERGED = "merged"  # two quotations of the articles made one
    UNQUOTED = "unquoted"  # quoted in the draft, only reported in the article
    ALTERED = "altered"  # words were changed, added or left out
    ABSENT = "absent"  # in no article


PASSES = frozenset({Verdict.VERBATIM, Verdict.PARAPHRASE, Verdict.UNCLEAR})
"""The verdicts that are no fault."""


class Speaker(StrEnum):
    """Whether the draft names the source that the articles name."""

    SAME = "same"
    ANOTHER = "another"
    MISSPELT = "misspelt"  # one name, written in two ways
    NOT_TOLD = "not told"


class ChangeKind(StrEnum):
    """What a change of words does, the gravest first."""

    NEGATION = "negation"
    CONTEXT = "context"  # left out beside the words, and it turns them: "I doubt that"
    NUMBER = "number"
    NAME = "name"
    WORDS = "words"


class Note(StrEnum):
    """How a quotation differs from the article without being altered."""

    LEFT_OUT = "words left out, and marked"
    BRACKETS = "words in brackets"
    INTERRUPTED = "the article says in between who speaks"
    NO_MARKS = "not in quotation marks in the article"


class Change(NamedTuple):
    """Words of the draft, and the article's words in their place; "" where there are none."""

    kind: ChangeKind
    draft: str
    article: str


class StepKind(StrEnum):
    """Where the words of a step of a difference stand."""

    SAME = "same"  # in both
    ADDED = "added"  # in the draft alone
    LEFT_OUT = "left out"  # in the article alone


class Step(NamedTuple):
    """A run of words of the difference between draft and article."""

    kind: StepKind
    text: str


class Place(NamedTuple):
    """Where the words stand: the index of the article, from 0, its line, from 1, and the spans.

    ``text`` is what the spans hold, joined by spaces and folded; offsets count code points of the
    article's text from 0, ends exclusive.
    """

    article: int
    line: int
    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Claimed:
    """A quotation or an attributed claim that a draft makes.

    ``text`` is its words, folded, and ``spans`` are where they stand in the draft, in code points
    from 0, ends exclusive; ``line`` counts from 1. Of a claim that newsbrief has printed, spans and
    line are those that it printed, of the article. ``pieces`` are its words as they are written, a
    text for each span where it has several, and ``quoted`` those that stand in quotation marks.
    ``source`` is None where the draft gives none; ``sure`` is the chance, from 0 to 1, that it is
    right. ``stance`` is what the source makes of it, in the words of ``cue``. ``before`` is what
    stands before it in its sentence of the draft. ``believed``: its source thinks or fears it, or
    it is hedged. ``printed``: newsbrief has printed it.
    """

    text: str
    spans: tuple[Span, ...]
    line: int
    pieces: tuple[str, ...]
    quoted: tuple[str, ...]
    quote: QuoteType
    source: Source | None = None
    sure: float = 1.0
    cue: str = ""
    stance: Stance = Stance.HOLDS
    before: str = ""
    believed: bool = False
    printed: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check says of one quotation or claim.

    ``claimed`` is what the draft has, with ``text``, ``spans``, ``line``, ``quote`` and ``source``.
    ``place`` is where an article has it, with ``article`` (its index, from 0), ``line``, ``text``
    and ``spans``; None where none does. ``changes`` have the changed negations first, then numbers,
    names and other words; they are empty for a paraphrase. ``difference`` has every word in order,
    in steps with ``kind`` ("same", "added" or "left out") and ``text``, where draft and article can
    be laid side by side, and is empty where nothing differs. ``notes`` say how a quotation differs
    without being altered. ``said_by`` is the source that the article names at ``place``, None where
    it gives none.
    """

    claimed: Claimed
    verdict: Verdict
    place: Place | None = None
    changes: tuple[Change, ...] = ()
    difference: tuple[Step, ...] = ()
    notes: tuple[Note, ...] = ()
    speaker: Speaker = Speaker.NOT_TOLD
    said_by: Source | None = None

    @property
    def failed(self) -> bool:
        """Whether it is a fault: words that are not the articles', or not that source's."""
        wrong_speaker = self.speaker in (Speaker.ANOTHER, Speaker.MISSPELT)
        return self.verdict not in PASSES or wrong_speaker


@dataclass(frozen=True, slots=True)
class Check:
    """The findings of a draft, in its order."""

    findings: tuple[Finding, ...]

    @property
    def faults(self) -> tuple[Finding, ...]:
        """The findings that are faults."""
        return tuple(finding for finding in self.findings if finding.failed)
