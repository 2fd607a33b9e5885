"""A report in the words of its page: rows of text, from which the template makes HTML."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple
from urllib.parse import urlsplit

from newsbrief import Article, Attribution, BlockKind, QuoteType
from newsbrief.pages.report import Report, ReportBlock, ReportSource
from newsbrief.spans import fold
from newsbrief.text.language import UNKNOWN, language

from .facts_text import NO_SOURCE, NOT_NAMED, claim_text, described, labels, unsaid, words_of
from .formats import Report as Result
from .languages import language_note
from .report_marks import MarkedText, Token, shown, voices

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_BY = re.compile(r"^by\s+", re.IGNORECASE)
_WEB = ("http", "https")


class Passage(NamedTuple):
    """A block of the text, or the items of a list; a dateline is part of the block it opens."""

    kind: str
    items: list[list[Token]]


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


class ArticleRows(NamedTuple):
    """All that the page says of an article. Its ids start with ``prefix``."""

    prefix: str
    file: str
    heading: str
    title: list[Token]
    byline: str
    outlet: str
    day: str
    date: str
    url: str
    link: bool
    language: str
    summary: list[str]
    passages: list[Passage]
    sources: list[SourceRow]
    claims: list[ClaimRow]
    kinds: list[Count]
    flags: list[Count]
    least: int  # the lowest confidence, in percent
    note: str


def rows(result: Result[Report], prefix: str) -> ArticleRows:
    """What the page says of the report ``result``."""
    report, article = result.result, result.article
    known = article.metadata
    claims = _claims(result)
    code = known.language or language(article.text)
    headline, passages = _text(report, prefix)
    return ArticleRows(
        prefix=prefix,
        file=shown(result.file or ""),
        heading=shown(result.heading),
        title=headline,
        byline=shown(known.byline or ""),
        outlet=shown(known.outlet or ""),
        day=_day(known.date),
        date=_date(known.date),
        url=shown(known.url or ""),
        link=_is_web(known.url),
        language=code if _LANGUAGE.fullmatch(code) and code != UNKNOWN else "",
        summary=[shown(sentence.text) for sentence in report.summary.sentences],
        passages=passages,
        sources=list(_sources(report)),
        claims=claims,
        kinds=_counts([[claim.kind] for claim in claims]),
        flags=_counts([claim.flags for claim in claims]),
        least=min((claim.confidence for claim in claims), default=0),
        note=language_note(article),
    )


def _text(report: Report, prefix: str) -> tuple[list[Token], list[Passage]]:
    """The headline as tokens, none where there is none, and the passages of the rest."""
    marked = MarkedText(report, prefix)
    headline: list[Token] = []
    parts: list[tuple[str, list[Token]]] = []
    opening: list[Token] = []  # a dateline, which the next block goes on
    for block in report.blocks:
        tokens = list(marked.tokens(block))
        if block.kind is BlockKind.TITLE and not headline:
            headline = tokens
        elif block.kind is BlockKind.BYLINE and _is_credit(report.article, block):
            continue
        elif block.kind is BlockKind.DATELINE:
            opening += [Token("open", classes="dateline"), *tokens, Token("close"), _SPACE]
        else:
            parts.append((_class(block.kind), opening + tokens))
            opening = []
    if opening:
        parts.append((_class(BlockKind.PARAGRAPH), opening))
    return headline, list(_passages(parts))


_SPACE = Token("text", " ")


def _is_credit(article: Article, block: ReportBlock) -> bool:
    """Whether the line of authors ``block`` stands below the headline already."""
    text = fold(article.text[block.segments[0].start : block.segments[-1].end])
    byline = article.metadata.byline
    return byline is not None and fold(byline) in (text, _BY.sub("", text))


def _class(kind: BlockKind) -> str:
    """The name of ``kind`` as a class of CSS."""
    kind = BlockKind.HEADING if kind is BlockKind.TITLE else kind
    return kind.value.replace(" ", "-")


def _passages(parts: Sequence[tuple[str, list[Token]]]) -> Iterator[Passage]:
    item = _class(BlockKind.LIST_ITEM)
    for is_list, run in groupby(parts, key=lambda part: part[0] == item):
        if is_list:
            yield Passage(item, [tokens for _, tokens in run])
        else:
            yield from (Passage(kind, [tokens]) for kind, tokens in run)


def _sources(report: Report) -> Iterator[SourceRow]:
    most = max((source.words for source in report.sources), default=0)
    for number, (voice, source) in enumerate(zip(voices(report), report.sources, strict=True), 1):
        yield SourceRow(
            number=number,
            voice=voice,
            who=shown(source.label or "No source given"),
            note=NOT_NAMED if source.label and source.name is None else "",
            role="".join(unsaid(source.label or "", shown(words_of(source.role)))),
            claims=len(source.facts),
            words=source.words,
            quoted=source.quoted,
            share=round(100 * source.words / most) if most else 0,
        )


def _claims(result: Result[Report]) -> list[ClaimRow]:
    report = result.result
    colours = voices(report)
    source_of = {fact: i for i, source in enumerate(report.sources) for fact in source.facts}
    return [
        _claim(result, number, fact, source_of[number - 1], colours)
        for number, fact in enumerate(report.facts, 1)
    ]


def _claim(
    result: Result[Report], number: int, fact: Attribution, source: int, colours: Sequence[str]
) -> ClaimRow:
    voice = result.result.sources[source]
    kind, quote, *_ = labels(fact)
    return ClaimRow(
        number=number,
        source=source + 1,
        voice=colours[source],
        who=shown(voice.label or ""),
        role="".join(unsaid(voice.label or "", shown(words_of(voice.role)))),
        why="".join(unsaid(voice.label or "", shown(described(fact).why))),
        cue=shown(words_of(fact.cue)),
        text=shown(claim_text(fact)),
        kind=kind,
        quote=quote,
        flags=_flags(fact),
        confidence=round(1000 * fact.confidence) // 10,  # as JSON rounds it
        line=fact.line,
        within=None if fact.within is None else fact.within + 1,
        copied=shown_lines(quotation(result, fact, voice)),
    )


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
    who = ", ".join(
        [source.label or "No source given", *unsaid(source.label or "", words_of(source.role))]
    )
    how = _flags(fact)
    if fact.quote is not QuoteType.DIRECT or how:
        how = [fact.quote.value, *how, *([f"“{fact.cue.text}”"] if fact.cue else [])]
    known = result.article.metadata
    outlet = ", ".join(filter(None, (known.outlet, _date(known.date))))
    place = [result.heading, outlet, known.url or result.file, f"line {fact.line}"]
    return [
        claim_text(fact),
        f"— {who}" + (f" ({', '.join(how)})" if how else ""),
        " · ".join(filter(None, place)),
    ]


def shown_lines(lines: Sequence[str]) -> str:
    """``lines`` as a page shows them, one below the other."""
    return "\n".join(map(shown, lines))


def _counts(values: Sequence[Sequence[str]]) -> list[Count]:
    """Each of ``values`` with how many claims have it, the most common first."""
    counted = Counter(value for own in values for value in own)
    return [Count(*row) for row in sorted(counted.items(), key=lambda row: (-row[1], row[0]))]


def _day(moment: str | None) -> str:
    """The day of ``moment`` as ISO 8601 has it; "" where it is none."""
    try:
        return date.fromisoformat((moment or "")[:10]).isoformat()
    except ValueError:
        return ""


def _date(moment: str | None) -> str:
    """The day of ``moment`` in words; ``moment`` itself where it is no ISO date."""
    day = _day(moment)
    if not day:
        return shown(moment or "")
    year, month, number = day.split("-")
    return f"{int(number)} {_MONTHS[int(month) - 1]} {int(year)}"


def _is_web(url: str | None) -> bool:
    """Whether ``url`` may be a link: any other scheme than the web's could run a program."""
    try:
        parts = urlsplit(url or "")
    except ValueError:
        return False
    return parts.scheme in _WEB and bool(parts.netloc)
