"""What an audit of sources tells: how often each is quoted, and how many claims have no named one.

Values only: ``sources`` makes them.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from newsbrief.attribution import SourceType


class GroupBy(StrEnum):
    """What articles are grouped by."""

    OUTLET = "outlet"
    MONTH = "month"
    OUTLET_AND_MONTH = "outlet,month"


class Counts(NamedTuple):
    """How many articles and claims, and in whose words.

    ``direct`` are the claims quoted word for word. ``quoted_words`` are those of all claims that
    stand in quotation marks, ``reported_words`` the others.
    """

    articles: int = 0
    claims: int = 0
    direct: int = 0
    quoted_words: int = 0
    reported_words: int = 0

    def plus(self, other: "Counts") -> "Counts":
        """The sums of both."""
        return Counts(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def direct_share(self) -> float | None:
        """The share of the claims that are direct, from 0 to 1; None where there are no claims."""
        return share(self.direct, self.claims)


NONE = Counts()


@dataclass(frozen=True, slots=True)
class SourceCount:
    """A named source over many articles.

    ``name`` is the form of its name that most articles have, ``role`` the fullest wording of the
    role that most give it, None where none does; ``roles`` has all of them, the commonest first.
    ``first`` and ``last`` are the days, as in 2026-05-03, of the articles that have a date, and
    ``outlets`` the outlets of those that name one, in alphabetical order.
    """

    name: str
    type: SourceType
    role: str | None
    roles: tuple[str, ...]
    counts: Counts
    first: str | None
    last: str | None
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupCount:
    """Articles, and the claims in them that have no named source.

    ``outlet`` and ``month`` (2026-05) are those that the articles have in common, None where they
    name none or are not grouped by it. ``unnamed`` claims have a source without a name in the
    article ("officials"), ``unsourced`` ones have none ("is thought to").
    """

    outlet: str | None
    month: str | None
    counts: Counts
    unnamed: int
    unsourced: int

    @property
    def unnamed_share(self) -> float | None:
        """The share of the claims that are unnamed, from 0 to 1; None where there are no claims."""
        return share(self.unnamed, self.counts.claims)

    @property
    def unsourced_share(self) -> float | None:
        """The share of the claims that are unsourced, from 0 to 1; None where there are none."""
        return share(self.unsourced, self.counts.claims)


@dataclass(frozen=True, slots=True)
class SourceAudit:
    """Who is quoted in articles.

    ``every`` counts all articles, ``groups`` those of each outlet or month, in alphabetical order,
    with those that name none last.
    ``sources`` are the named ones, those with the most claims first.
    """

    every: GroupCount
    groups: tuple[GroupCount, ...]
    sources: tuple[SourceCount, ...]


def share(part: int, whole: int) -> float | None:
    """``part`` of ``whole``, from 0 to 1; None where there is no whole."""
    return part / whole if whole else None
