"""Sources and groups of articles in a few words: names, dates, counts and shares."""

from newsbrief import GroupCount, SourceCount

from .counts import counted

NOT_TOLD = "not told"  # of an outlet, a month, or a column of people

_SHARES = ("unnamed", "unsourced", "direct")
GROUP_HEADINGS = ("Articles", "Claims", *map(str.capitalize, _SHARES))


def shares_of(group: GroupCount) -> tuple[float | None, float | None, float | None]:
    """Which shares of the claims of ``group`` are unnamed, unsourced and direct, from 0 to 1."""
    return group.unnamed_share, group.unsourced_share, group.counts.direct_share


def group_cells(group: GroupCount) -> tuple[str, ...]:
    """The cells of a group below ``GROUP_HEADINGS``."""
    counts = group.counts
    return (f"{counts.articles:,}", f"{counts.claims:,}", *map(percent, shares_of(group)))


def source_cells(source: SourceCount) -> tuple[str, ...]:
    """The claims, articles, share of direct quotation and words of ``source``."""
    counts = source.counts
    words = counts.quoted_words + counts.reported_words
    claims, articles = f"{counts.claims:,}", f"{counts.articles:,}"
    return (claims, articles, percent(counts.direct_share), f"{words:,}")


def group_name(group: GroupCount) -> str:
    """The outlet and the month of ``group``, as far as they are told."""
    return ", ".join(filter(None, (group.outlet, group.month))) or NOT_TOLD


def dates(source: SourceCount) -> str:
    """The first and the last day on which ``source`` is quoted, or the only one."""
    return " to ".join(dict.fromkeys(filter(None, (source.first, source.last))))


def totals(group: GroupCount) -> str:
    """How many claims there are, and how many of them are unnamed, unsourced or direct."""
    counts = (group.unnamed, group.unsourced, group.counts.direct)
    parts = zip(counts, _SHARES, shares_of(group), strict=True)
    told = ", ".join(f"{n:,} {name} ({percent(part)})" for n, name, part in parts if n)
    claims = counted(group.counts.claims, "claim")
    return f"{claims}: {told}" if told else claims


def percent(part: float | None) -> str:
    """A share from 0 to 1 as a whole number of percent; "" for None."""
    return "" if part is None else f"{100 * part:.0f} %"


def group_line(group: GroupCount) -> tuple[str, ...]:
    """The counts of ``group``, each with what it counts."""
    articles, claims = group.counts.articles, group.counts.claims
    shares = zip(_SHARES, shares_of(group), strict=True)
    told = (f"{percent(part) or 0} {name}" for name, part in shares)  # of no claims there is none
    return (counted(articles, "article"), counted(claims, "claim"), *told)


def source_line(source: SourceCount) -> tuple[str, ...]:
    """The counts of ``source``, each with what it counts."""
    counts = source.counts
    return (
        counted(counts.claims, "claim"),
        counted(counts.articles, "article"),
        f"{percent(counts.direct_share)} direct",
        counted(counts.quoted_words, "word") + " quoted",
        counted(counts.reported_words, "word") + " reported",
    )
