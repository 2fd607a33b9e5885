"""The claims and sources of a report in the words of its page, and a claim as it is copied."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsbrief import Attribution, QuoteType
from newsbrief.pages.report import Report, ReportSource

from .article_credits import date_in_words
from .facts_text import NO_SOURCE, NOT_NAMED, claim_text, described, labels, unsaid, words_of
from .formats import Result
from .report_marks import shown, voices

_NOBODY = "No source given"


class ClaimRow(NamedTuple):
    """A claim as the page lists it. ``source`` is the number of its source; all count from 1."""

    number: int
    source: int
    voice: str
    who: str
    role: str
    why: str
    cue: str
    text: str
    kind: str
    quote: str
    flags: list[str]  # "not named", "no source", "negated", "hedged", "optional"
    confidence: int  # in percent, rounded down
    line: int
    within: int | None
    copied: str

    @property
    def label(self) -> str:
        """What a screen reader says at its number in the text: first what stands there."""
        said = [
            f"{self.kind}, {self.quote}",
            self.who,
            self.role,
            f"confidence {self.confidence} %",
        ]
        return f"{' '.join([str(self.number), *self.flags])}: {'; '.join(filter(None, said))}"


class SourceRow(NamedTuple):
    """A source as the page lists it; ``share`` is that of its words, in percent of the most."""

    number: int
    voice: str
    who: str
    note: str
    role: str
    claims: int
    words: int
    quoted: int
    share: int


class Count(NamedTuple):
    """A value that claims can be filtered by, and how many have it."""

    value: str
    claims: int


def source_rows(report: Report) -> Iterator[SourceRow]:
    """A row for each source of ``report``."""
    most = max((source.words for source in report.sources), default=0)
    for number, (voice, source) in enumerate(zip(voices(report), report.sources, strict=True), 1):
        yield SourceRow(
            number=number,
            voice=voice,
            who=shown(source.label or _NOBODY),
            note=NOT_NAMED if source.label and source.name is None else "",
            role=_unsaid(source, words_of(source.role)),
            claims=len(source.facts),
            words=source.words,
            quoted=source.quoted,
            share=round(100 * source.words / most) if most else 0,
        )


def claim_rows(result: Result[Report]) -> list[ClaimRow]:
    """A row for each fact of the report ``result``."""
    report = result.value
    colours = voices(report)
    source_of = {fact: i for i, source in enumerate(report.sources) for fact in source.facts}
    return [
        _claim(result, number, fact, source_of[number - 1], colours)
        for number, fact in enumerate(report.facts, 1)
    ]


def _claim(
    result: Result[Report], number: int, fact: Attribution, source: int, colours: Sequence[str]
) -> ClaimRow:
    voice = result.value.sources[source]
    kind, quote, *_ = labels(fact)
    return ClaimRow(
        number=number,
        source=source + 1,
        voice=colours[source],
        who=shown(voice.label or ""),
        role=_unsaid(voice, words_of(voice.role)),
        why=_unsaid(voice, described(fact).why),
        cue=shown(words_of(fact.cue)),
        text=shown(claim_text(fact)),
        kind=kind,
        quote=quote,
        flags=_flags(fact),
        confidence=round(1000 * fact.confidence) // 10,  # as JSON rounds it
        line=fact.line,
        within=None if fact.within is None else fact.within + 1,
        copied="\n".join(map(shown, quotation(result, fact, voice))),
    )


def _unsaid(source: ReportSource, text: str) -> str:
    """``text`` as the page shows it, "" where the label of ``source`` says it already."""
    return "".join(unsaid(source.label or "", shown(text)))


def _flags(fact: Attribution) -> list[str]:
    """What a reader has to know of ``fact`` besides its kind."""
    flags = {
        NO_SOURCE: fact.source is None,
        NOT_NAMED: fact.source is not None and fact.source.name is None,
        "hedged": fact.hedged,
        "negated": fact.negated,
        "optional": fact.optional,
    }
    return [flag for flag, is_set in flags.items() if is_set]


def quotation(result: Result[Report], fact: Attribution, source: ReportSource) -> list[str]:
    """``fact`` to be pasted: its words, who says them and how, and where they stand.

    How it is said is left out only where it is quoted word for word and not negated or hedged.
    """
    who = ", ".join([source.label or _NOBODY, *unsaid(source.label or "", words_of(source.role))])
    how = _flags(fact)
    if fact.quote is not QuoteType.DIRECT or how:
        how = [fact.quote.value, *how, *([f"“{fact.cue.text}”"] if fact.cue else [])]
    known = result.article.metadata
    outlet = ", ".join(filter(None, (known.outlet, date_in_words(known.date))))
    place = [result.heading, outlet, known.url or result.file, f"line {fact.line}"]
    return [
        claim_text(fact),
        f"— {who}" + (f" ({', '.join(how)})" if how else ""),
        " · ".join(filter(None, place)),
    ]


def counts(values: Sequence[Sequence[str]]) -> list[Count]:
    """Each of ``values`` with how many claims have it, the most common first."""
    counted = Counter(value for own in values for value in own)
    return [Count(*row) for row in sorted(counted.items(), key=lambda row: (-row[1], row[0]))]
