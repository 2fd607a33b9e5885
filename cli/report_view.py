"""A report in the words of its page: rows of text, from which the template makes HTML."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from newsbrief import Article, BlockKind
from newsbrief.pages.report import Report, ReportBlock
from newsbrief.spans import fold
from newsbrief.text.language import UNKNOWN, language

from .article_credits import date_in_words, day, may_be_linked
from .formats import Result
from .languages import language_note
from .report_claims import ClaimRow, Count, SourceRow, claim_rows, counts, source_rows
from .report_marks import MarkedText, Token, shown

_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_BY = re.compile(r"^by\s+", re.IGNORECASE)
_SPACE = Token("text", " ")


class Passage(NamedTuple):
    """A block of the text, or the items of a list; a dateline is part of the block it opens."""

    kind: str
    items: list[list[Token]]


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
    report, article = result.value, result.article
    known = article.metadata
    url = shown(known.url or "")
    claims = claim_rows(result)
    code = known.language or language(article.text)
    headline, passages = _text(report, prefix)
    return ArticleRows(
        prefix=prefix,
        file=shown(result.file or ""),
        heading=shown(result.heading),
        title=headline,
        byline=shown(known.byline or ""),
        outlet=shown(known.outlet or ""),
        day=day(known.date),
        date=shown(date_in_words(known.date)),
        url=url,
        link=may_be_linked(url),
        language=code if _LANGUAGE.fullmatch(code) and code != UNKNOWN else "",
        summary=[shown(sentence.text) for sentence in report.summary.sentences],
        passages=passages,
        sources=list(source_rows(report)),
        claims=claims,
        kinds=counts([[claim.kind] for claim in claims]),
        flags=counts([claim.flags for claim in claims]),
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
