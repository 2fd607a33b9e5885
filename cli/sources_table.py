"""The tables of who is quoted, with bars.

A bar is as long as its number is large: that of a source is as long as its claims are many, the
direct ones in another shade; that of a share fills its column at 100 %.
"""

from collections.abc import Sequence
from functools import partial

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from newsbrief import GroupBy, SourceAudit, SourceCount
from newsbrief.pages.people import ColumnShares, Joined, column_shares

from .sources_text import (
    GROUP_HEADINGS,
    NOT_TOLD,
    group_cells,
    group_line,
    group_name,
    percent,
    shares_of,
    source_cells,
    totals,
)
from .tables import Fitted, table, words

_DIRECT, _OTHER = "█", "▒"  # told apart without colour
_BAR_SHARE, _MAX_BAR_COLUMNS = 0.2, 30  # of the width of the table
_MIN_COLUMNS_WHOLE = 75  # a narrower table has fewer columns
_MIN_COLUMNS_WITH_OUTLETS = 110
_GROUP_COLUMNS = 62  # of a table of groups, beside its bars
_SHARE_COLUMNS = 40  # of a table of shares, beside its bars
_DATE_COLUMNS = 10  # a day; two stand one below the other
_LEGEND = f"{_DIRECT} claims quoted word for word, {_OTHER} other claims"


def tables(
    audit: SourceAudit, people: Joined | None, by: GroupBy | None, top: int | None
) -> RenderableType:
    """A line on all articles, then tables of groups, of people, and of the ``top`` sources."""
    parts: list[RenderableType] = [words(totals(audit.every), "dim"), words("")]
    if by and audit.groups:
        parts += [Fitted(lambda width: _groups(audit, by, width)), words("")]
    for each in column_shares(people, audit.sources) if people else ():
        parts += [Fitted(partial(_shares, each)), words("")]
    shown = audit.sources[:top]
    if not shown:
        return Group(*parts, words("No named sources.", "dim"))
    parts += [Fitted(partial(_sources, shown, people)), words(_LEGEND, "dim")]
    hidden = len(audit.sources) - len(shown)
    return Group(*parts, *([words(f"and {hidden:,} more", "dim")] if hidden else []))


def bar(part: float, whole: float, columns: int, mark: str = _DIRECT) -> str:
    """A bar for ``part`` of ``whole``, which would fill all ``columns``; at least one for any.

    >>> bar(1, 4, 8), bar(1, 1000, 8), bar(0, 4, 8)
    ('██', '█', '')
    """
    return mark * max(round(columns * part / whole), 1) if part and columns else ""


def _bar_columns(width: int) -> int:
    return min(int(width * _BAR_SHARE), _MAX_BAR_COLUMNS)


def _groups(audit: SourceAudit, by: GroupBy, width: int) -> Table:
    """Shares by group; a narrow table has no bars, and counts below the names."""
    whole = width >= _MIN_COLUMNS_WHOLE
    columns = min(max((width - _GROUP_COLUMNS) // 3, 1), _MAX_BAR_COLUMNS) if whole else 0
    articles, claims, *shares = GROUP_HEADINGS
    grid = table()
    grid.add_column(by.capitalize().replace(",", " and "), overflow="fold")
    for heading in (articles, claims) if whole else ():
        grid.add_column(heading, justify="right", no_wrap=True)
    for heading in shares:
        grid.add_column(heading, no_wrap=True)
    for group in audit.groups:
        *counts, _, _, _ = group_cells(group)
        bars = (
            f"{percent(part):>5} {bar(part or 0, 1, columns)}".rstrip() for part in shares_of(group)
        )
        name = words(group_name(group), "bold")
        if not whole:
            name = _below(name, [", ".join(group_line(group)[:2])])
        grid.add_row(name, *(counts if whole else ()), *map(words, bars))
    return grid


def _shares(shares: ColumnShares, width: int) -> Table:
    columns = min(max(width - _SHARE_COLUMNS, 4), _MAX_BAR_COLUMNS)
    grid = table()
    grid.add_column(words(shares.column), overflow="fold")
    for heading in ("Sources", "Claims", "Share"):
        grid.add_column(heading, justify="right", no_wrap=True)
    grid.add_column("", width=columns, no_wrap=True)
    for row in shares.values:
        value = words(row.value, "bold") if row.value else words(NOT_TOLD, "dim italic")
        counts = (f"{row.sources:,}", f"{row.claims:,}", percent(row.share))
        grid.add_row(value, *counts, words(bar(row.share or 0, 1, columns)))
    return grid


def _sources(shown: Sequence[SourceCount], people: Joined | None, width: int) -> Table:
    """Counts by source; the wider the table, the more columns."""
    whole = width >= _MIN_COLUMNS_WHOLE
    with_dates = whole and any(source.first for source in shown)
    with_outlets = width >= _MIN_COLUMNS_WITH_OUTLETS and any(s.outlets for s in shown)
    columns = _bar_columns(width)
    grid = table()
    grid.add_column("Source", overflow="fold")
    grid.add_column("Claims", justify="right", no_wrap=True)
    grid.add_column("", width=columns, no_wrap=True)
    for heading in ("Direct", "Articles", "Words") if whole else ("Direct",):
        grid.add_column(heading, justify="right", no_wrap=True)
    if with_dates:
        grid.add_column("Dates", min_width=_DATE_COLUMNS, max_width=_DATE_COLUMNS, style="dim")
    if with_outlets:
        grid.add_column("Outlets", max_width=30, style="dim", overflow="fold")
    most = max(source.counts.claims for source in shown)
    for index, source in enumerate(shown):
        claims, articles, direct, word_count = source_cells(source)
        told = (people and people.values.get(index)) or ()
        about = [source.role or "", ", ".join(filter(None, told))]
        cells = [claims, _source_bar(source, most, columns), direct]
        more = [_days(source)] * with_dates + [words("; ".join(source.outlets))] * with_outlets
        cells += [articles, word_count] * whole
        grid.add_row(_below(words(source.name, "bold"), about), *map(words, cells), *more)
    return grid


def _source_bar(source: SourceCount, most: int, columns: int) -> str:
    """Two bars in one: the direct claims of ``source``, then the others."""
    direct, claims = source.counts.direct, source.counts.claims
    both = bar(direct, most, columns) + bar(claims - direct, most, columns, _OTHER)
    return both[:columns]


def _days(source: SourceCount) -> Text:
    """The first day and the last, one below the other."""
    last = source.last if source.last != source.first else None
    return _below(words(source.first or ""), [last or ""])


def _below(heading: Text, lines: Sequence[str]) -> Text:
    return Text("\n").join([heading, *(words(line, "dim") for line in lines if line)])
