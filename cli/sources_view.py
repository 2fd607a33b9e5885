"""Who is quoted over many articles, as rows, lines, JSON, Markdown and a table."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from newsbrief import Counts, GroupBy, GroupCount, SourceAudit, SourceCount
from newsbrief.pages.people import Joined, column_shares

from .counts import counted
from .formats import Cell, Result
from .safety import markdown, markdown_table
from .sources_text import (
    GROUP_HEADINGS,
    NOT_TOLD,
    dates,
    group_cells,
    group_line,
    group_name,
    percent,
    source_cells,
    source_line,
    totals,
)

if TYPE_CHECKING:
    from rich.console import RenderableType

_DIGITS = 3  # of shares
_EVERY = "all"  # the section of the counts of all articles
_SOURCE = "source"


class Audited(NamedTuple):
    """An audit of sources, and what the newsroom knows of them; None where it tells nothing.

    ``options`` chose other facts than those listed by default, of some of the articles at least.
    """

    audit: SourceAudit
    people: Joined | None = None
    options: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourcesView:
    """Shows who is quoted: the ``top`` sources, or all, and groups of articles by ``by``.

    ``told`` are the columns of the newsroom's own table of people.
    """

    by: GroupBy | None = None
    top: int | None = None
    told: tuple[str, ...] = ()

    @property
    def columns(self) -> Sequence[str]:
        """Of groups where articles are grouped, else of sources."""
        counts = ("articles", "claims")
        words = ("direct", "direct_share", "words_quoted", "words_reported")
        if self.by is not None:
            unnamed = ("unnamed", "unnamed_share", "unsourced", "unsourced_share")
            return ("outlet", "month", *counts, *words, *unnamed)
        known = ("name", "type", "role", *counts, *words)
        return (*known, "first", "last", "outlets", *self.told)

    def heading(self, result: Result[Audited]) -> str:
        """The title: of how many articles it is."""
        return f"Sources of {counted(result.value.audit.every.counts.articles, 'article')}"

    def record(self, result: Result[Audited]) -> dict[str, object]:
        """The JSON object."""
        audit, people, options = result.value
        return {
            **_group_record(audit.every),
            "sources": [
                {**_source_record(source), "people": self._told(people, index)}
                for index, source in enumerate(audit.sources[: self.top])
            ],
            "groups": [
                {"outlet": group.outlet, "month": group.month, **_group_record(group)}
                for group in audit.groups
            ],
            "people": _people_record(people, audit) if people else None,
            **({"options": list(options)} if options else {}),
        }

    def rows(self, result: Result[Audited]) -> Iterator[tuple[Cell, ...]]:
        """A row for each group where articles are grouped, else for each source."""
        audit, people, _ = result.value
        if self.by is not None:
            for group in audit.groups:
                yield (group.outlet, group.month, *_group_record(group).values())
            return
        for index, source in enumerate(audit.sources[: self.top]):
            known = (source.name, source.type.value, source.role)
            place = (source.first, source.last, "; ".join(source.outlets))
            counts = _counts_record(source.counts).values()
            yield (*known, *counts, *place, *self._values(people, index))

    def lines(self, result: Result[Audited]) -> Iterator[tuple[str, ...]]:
        """All articles, then groups, then shares of the newsroom's columns, then sources.

        The first cell says which of them a line is of.
        """
        audit, people, _ = result.value
        yield (_EVERY, "", *group_line(audit.every))
        for group in audit.groups:
            yield (str(self.by), group_name(group), *group_line(group))
        for each in column_shares(people, audit.sources) if people else ():
            for row in each.values:
                claims = counted(row.claims, "claim")
                sources = counted(row.sources, "source")
                yield (each.column, row.value or NOT_TOLD, sources, claims, percent(row.share))
        for index, source in enumerate(audit.sources[: self.top]):
            place = (dates(source), "; ".join(source.outlets), *self._values(people, index))
            yield (_SOURCE, source.name, source.role or "", *source_line(source), *place)

    def markdown(self, result: Result[Audited]) -> Iterator[str]:
        """A line on all articles, then a table each of groups, people and sources."""
        audit, people, _ = result.value
        yield markdown(totals(audit.every))
        if audit.groups:
            yield from _table(
                (str(self.by), *GROUP_HEADINGS),
                ((group_name(group), *group_cells(group)) for group in audit.groups),
            )
        for each in column_shares(people, audit.sources) if people else ():
            yield from _table(
                (each.column, "Sources", "Claims", "Share"),
                (
                    (r.value or NOT_TOLD, f"{r.sources:,}", f"{r.claims:,}", percent(r.share))
                    for r in each.values
                ),
            )
        yield from _table(
            ("Source", "Role", "Claims", "Articles", "Direct", "Words", "Dates", *self.told),
            (
                (
                    *(source.name, source.role or "", *source_cells(source), dates(source)),
                    *self._values(people, index),
                )
                for index, source in enumerate(audit.sources[: self.top])
            ),
        )

    def table(self, result: Result[Audited]) -> "RenderableType":
        """Tables with bars."""
        from .sources_table import tables

        audit, people, _ = result.value
        return tables(audit, people, self.by, self.top)

    def _values(self, people: Joined | None, index: int) -> tuple[str, ...]:
        """What ``people`` tells of a source, "" for each column where it tells nothing."""
        values = people.values.get(index) if people else None
        return values or ("",) * len(self.told)

    def _told(self, people: Joined | None, index: int) -> dict[str, str] | None:
        """The same as JSON has it."""
        known = people is not None and index in people.values
        return dict(zip(self.told, self._values(people, index), strict=True)) if known else None


def _rounded(part: float | None) -> float | None:
    return None if part is None else round(part, _DIGITS)


def _counts_record(counts: Counts) -> dict[str, float | None]:
    return {
        "articles": counts.articles,
        "claims": counts.claims,
        "direct": counts.direct,
        "direct_share": _rounded(counts.direct_share),
        "words_quoted": counts.quoted_words,
        "words_reported": counts.reported_words,
    }


def _group_record(group: GroupCount) -> dict[str, float | None]:
    return {
        **_counts_record(group.counts),
        "unnamed": group.unnamed,
        "unnamed_share": _rounded(group.unnamed_share),
        "unsourced": group.unsourced,
        "unsourced_share": _rounded(group.unsourced_share),
    }


def _source_record(source: SourceCount) -> dict[str, object]:
    return {
        "name": source.name,
        "type": source.type,
        "role": source.role,
        "roles": list(source.roles),
        **_counts_record(source.counts),
        "first": source.first,
        "last": source.last,
        "outlets": list(source.outlets),
    }


def _people_record(people: Joined, audit: SourceAudit) -> dict[str, object]:
    return {
        "shares": {
            each.column: [
                {
                    "value": row.value or None,
                    "sources": row.sources,
                    "claims": row.claims,
                    "direct": row.direct,
                    "share": _rounded(row.share),
                }
                for row in each.values
            ]
            for each in column_shares(people, audit.sources)
        },
        "unmatched": list(people.unmatched),
        "ambiguous": list(people.ambiguous),
    }


def _table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """An empty line, then the table of these texts."""
    yield ""
    yield from markdown_table(map(markdown, headings), (map(markdown, cells) for cells in rows))
