"""Sources and groups of articles in a few words: names, dates, counts and shares."""

from newsbrief import GroupCount, SourceCount

NOT_TOLD = "not told"  # of an outlet, a month, or a column of people

GROUP_HEADINGS = ("Articles", "Claims", "Unnamed", "Unsourced", "Direct")


def group_cells(group: GroupCount) -> tuple[str, ...]:
    """The cells of a group below ``GROUP_HEADINGS``."""
    counts = group.counts
    shares = (group.unnamed_share, group.unsourced_share, counts.direct_share)
    return (str(counts.articles), str(counts.claims), *map(percent, shares))


def source_cells(source: SourceCount) -> tuple[str, ...]:
    """The claims, articles, share of direct quotation and words of ``source``."""
    counts = source.counts
    words = counts.quoted_words + counts.reported_words
    return (str(counts.claims), str(counts.articles), percent(counts.direct_share), f"{words:,}")


def group_name(group: GroupCount) -> str:
    """The outlet and the month of ``group``, as far as they are told."""
    return ", ".join(filter(None, (group.outlet, group.month))) or NOT_TOLD


def dates(source: SourceCount) -> str:
    """The first and the last day on which ``source`` is quoted, or the only one."""
    return " to ".join(dict.fromkeys(filter(None, (source.first, source.last))))


def totals(group: GroupCount) -> str:
    """How many claims there are, and how many of them are unnamed, unsourced or direct."""
    parts = {
        "unnamed": (group.unnamed, group.unnamed_share),
        "unsourced": (group.unsourced, group.unsourced_share),
        "direct": (group.counts.direct, group.counts.direct_share),
    }
    told = ", ".join(f"{n} {name} ({percent(part)})" for name, (n, part) in parts.items() if n)
    claims = counted(group.counts.claims, "claim")
    return f"{claims}: {told}" if told else claims


def percent(part: float | None) -> str:
    """A share from 0 to 1 as a whole number of percent; "" for None."""
    return "" if part is None else f"{100 * part:.0f} %"


def counted(count: int, noun: str) -> str:
    """``count`` and its ``noun``, as in "1 claim", "2 claims"."""
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def group_line(group: GroupCount) -> tuple[str, ...]:
    """The counts of ``group``, each with what it counts."""
    articles, claims = group.counts.articles, group.counts.claims
    return (counted(articles, "article"), counted(claims, "claim"), *_named_shares(group))


def _named_shares(group: GroupCount) -> tuple[str, ...]:
    shares = {
        "unnamed": group.unnamed_share,
        "unsourced": group.unsourced_share,
        "direct": group.counts.direct_share,
    }
    return tuple(f"{percent(part) or '0 %'} {name}" for name, part in shares.items())


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
