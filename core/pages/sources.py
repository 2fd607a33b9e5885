"""Who is quoted over many articles: how often, in whose words, when and where.

The articles come one by one and are not kept. Counted is what ``facts`` lists unless asked for
more: no optional claims, none below its confidence. Nor does a claim count that its source did not
make ("declined to say").
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import TypeVar

from newsbrief.article import Metadata
from newsbrief.attribution import Attribution, QuoteType, SourceType
from newsbrief.extraction.facts import DEFAULT_MIN_CONFIDENCE

from .claim_words import claim_words
from .folding import name_key
from .role_words import RoleWords, role_words
from .same_person import Roles, persons
from .source_audit import NONE, Counts, GroupBy, GroupCount, SourceAudit, SourceCount

S = TypeVar("S", bound=str)

_DAY = len("2026-05-03")
_MONTH = len("2026-05")


def sources(
    articles: Iterable[tuple[Metadata, Sequence[Attribution]]], by: GroupBy | None = None
) -> SourceAudit:
    """Who is quoted in ``articles``, given by what is known of each and its facts.

    Articles are grouped ``by`` outlet, month or both; None makes no groups. Sources of one name in
    several articles are one where their roles agree; bodies and documents are told by their names
    alone. The time is linear in the number of facts.
    """
    every = _Group(None, None)
    groups: dict[tuple[str, str], _Group] = {}
    seen: dict[str, dict[Roles, _Seen]] = {}
    for metadata, facts in articles:
        counted = [fact for fact in facts if _counts(fact)]
        every.add(counted)
        if by is not None:
            outlet = metadata.outlet if by is not GroupBy.MONTH else None
            month = _date(metadata, _MONTH) if by is not GroupBy.OUTLET else None
            key = (outlet or "", month or "")
            groups.setdefault(key, _Group(outlet, month)).add(counted)
        for name, own in _by_name(counted):
            roles = frozenset(filter(None, (source_role(role, name) for role in _roles(own))))
            seen.setdefault(name, {}).setdefault(roles, _Seen()).join(_seen(metadata, own))
    merged = [source for of_name in seen.values() for source in _merged(of_name)]
    merged.sort(key=lambda source: (-source.counts.claims, -source.counts.articles, source.name))
    in_order = sorted(groups, key=lambda group: [(not name, name) for name in group])
    return SourceAudit(
        every.frozen(), tuple(groups[group].frozen() for group in in_order), tuple(merged)
    )


def source_role(role: str, name: str) -> RoleWords:
    """The words of ``role`` that are not of the name with the key ``name``.

    >>> sorted(source_role("Mayor Lee of Dunmore", "ann lee"))
    ['dunmore', 'mayor']
    """
    return role_words(role) - set(name.split())


def _counts(fact: Attribution) -> bool:
    return not (fact.optional or fact.negated) and fact.confidence >= DEFAULT_MIN_CONFIDENCE


def _by_name(facts: Sequence[Attribution]) -> Iterator[tuple[str, list[Attribution]]]:
    """The facts of each named source, by the key of its name."""
    named = [(name_key(f.source.name), f) for f in facts if f.source and f.source.name]
    named.sort(key=lambda each: each[0])
    for key, own in groupby(named, key=lambda each: each[0]):
        yield key, [fact for _, fact in own]


def _roles(facts: Iterable[Attribution]) -> list[str]:
    """The distinct roles of the source of ``facts``."""
    roles = (fact.source.role for fact in facts if fact.source)
    return list(dict.fromkeys(role.text for role in roles if role))


def _date(metadata: Metadata, chars: int) -> str | None:
    return metadata.date[:chars] if metadata.date else None


def _count(facts: Sequence[Attribution]) -> Counts:
    """The counts of the facts of one article."""
    direct = sum(fact.quote is QuoteType.DIRECT for fact in facts)
    words = [claim_words(fact) for fact in facts]
    quoted = sum(of_claim.quoted for of_claim in words)
    return Counts(1, len(facts), direct, quoted, sum(of_claim.all for of_claim in words) - quoted)


@dataclass(slots=True)
class _Group:
    """A ``GroupCount`` in the making."""

    outlet: str | None
    month: str | None
    counts: Counts = NONE
    unnamed: int = 0
    unsourced: int = 0

    def add(self, facts: Sequence[Attribution]) -> None:
        """Count an article with these ``facts``."""
        self.counts = self.counts.plus(_count(facts))
        self.unsourced += sum(fact.source is None for fact in facts)
        self.unnamed += sum(fact.source is not None and not fact.source.name for fact in facts)

    def frozen(self) -> GroupCount:
        """What was counted."""
        return GroupCount(self.outlet, self.month, self.counts, self.unnamed, self.unsourced)


@dataclass(slots=True)
class _Seen:
    """What was seen of a source in the articles that give it the same roles."""

    counts: Counts = NONE
    names: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    types: Counter[SourceType] = field(default_factory=Counter)
    outlets: set[str] = field(default_factory=set)
    days: set[str] = field(default_factory=set)  # the first and the last

    def join(self, other: "_Seen") -> None:
        """Count what was seen of the ``other``, who is the same, too."""
        self.counts = self.counts.plus(other.counts)
        self.names.update(other.names)
        self.roles.update(other.roles)
        self.types.update(other.types)
        self.outlets |= other.outlets
        if every := self.days | other.days:
            self.days = {min(every), max(every)}

    def frozen(self) -> SourceCount:
        """What was counted."""
        name = _commonest(self.names)[0]
        return SourceCount(
            name,
            _commonest(self.types)[0],
            _fullest(self.roles, name),
            tuple(_commonest(self.roles)),
            self.counts,
            min(self.days, default=None),
            max(self.days, default=None),
            tuple(sorted(self.outlets)),
        )


def _seen(metadata: Metadata, facts: Sequence[Attribution]) -> _Seen:
    """What is seen of a source in an article whose ``facts`` are all of this source."""
    sources = [fact.source for fact in facts if fact.source]
    return _Seen(
        _count(facts),
        Counter([sources[0].display_name]),
        Counter(_roles(facts)),
        Counter(source.type for source in sources),
        set(filter(None, [metadata.outlet])),
        set(filter(None, [_date(metadata, _DAY)])),
    )


def _merged(of_name: dict[Roles, _Seen]) -> Iterator[SourceCount]:
    """The sources that have one name: people told apart by their roles, or one body or document."""
    all_of_name = _Seen()
    for seen in of_name.values():
        all_of_name.join(seen)
    if all_of_name.types[SourceType.PERSON] < max(all_of_name.types.values()):
        yield all_of_name.frozen()
        return
    by_person: dict[int, _Seen] = {}
    for person, seen in zip(persons(list(of_name)), of_name.values(), strict=True):
        by_person.setdefault(person, _Seen()).join(seen)
    for seen in by_person.values():
        yield seen.frozen()


def _commonest(counter: Counter[S]) -> list[S]:
    """All that ``counter`` has, the most frequent first; of two as frequent, by the alphabet."""
    return sorted(counter, key=lambda each: (-counter[each], each))


def _fullest(roles: Counter[str], name: str) -> str | None:
    """The fullest wording of the commonest role: it has all words of that one, and perhaps more."""
    common = _commonest(roles)
    if not common:
        return None
    words = {role: source_role(role, name_key(name)) for role in common}
    fuller = [role for role in common if words[role] >= words[common[0]]]
    return max(fuller, key=lambda role: len(words[role]))
