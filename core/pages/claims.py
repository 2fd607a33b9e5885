"""The claims that several articles make together: which sources stand for each, and who objects.

Two facts make one claim where what they say is alike: at least ``SAME`` by ``similarity``, on
average over all the wordings of the claim.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from newsbrief.article import Article
from newsbrief.attribution import Attribution, Kind
from newsbrief.extraction.facts import facts
from newsbrief.text.packaged import sections

from .clustering import groups
from .contradiction import contradict
from .similarity import Terms, rarities, similarity, terms

SAME = 0.34  # the best F0.5 on those stories of bench/claims.txt that are for tuning
_FEWEST_TERMS = 2  # a claim of fewer ("yes") says nothing that can be compared


class Standing(StrEnum):
    """How far the sources bear a claim out."""

    CORROBORATED = "corroborated"  # two sources or more say so
    SINGLE = "single source"
    CONTRADICTED = "contradicted"  # some say otherwise


_ORDER = {Standing.CONTRADICTED: 0, Standing.CORROBORATED: 1, Standing.SINGLE: 2}


class ClaimFact(NamedTuple):
    """A fact of an article, by its index, and whether it agrees with the claim it belongs to."""

    article: int
    fact: Attribution
    agrees: bool


@dataclass(frozen=True, slots=True)
class Claim:
    """What several facts say, in the words of the one that most of the others agree with.

    ``articles`` counts those that carry it, in agreement or not; ``sources`` are the names of the
    different sources that agree, in the order of the articles.
    """

    text: str
    standing: Standing
    articles: int
    sources: tuple[str, ...]
    facts: tuple[ClaimFact, ...]


def claims(articles: Sequence[Article]) -> tuple[Claim, ...]:
    """The claims of ``articles``; those that most of them carry come first.

    Of claims that as many carry, those that are contradicted, then those that are corroborated.
    """
    said = [
        (i, fact, stems)
        for i, article in enumerate(articles)
        for fact in facts(article)
        if not fact.negated and len(stems := terms(fact.claim.text)) >= _FEWEST_TERMS
    ]
    weights = rarities([stems for _, _, stems in said])

    def likeness(one: int, other: int) -> float:
        return similarity(said[one][2], said[other][2], weights)

    found = [
        _claim([said[n][:2] for n in group]) for group in groups(range(len(said)), likeness, SAME)
    ]
    return tuple(sorted(found, key=lambda claim: (-claim.articles, _ORDER[claim.standing])))


def _claim(said: Sequence[tuple[int, Attribution]]) -> Claim:
    head = max((fact for _, fact in said), key=lambda one: sum(_agree(one, f) for _, f in said))
    members = tuple(ClaimFact(i, fact, _agree(head, fact)) for i, fact in said)
    sources = _different(
        member.fact.source.name for member in members if member.agrees and member.fact.source
    )
    standing = Standing.CORROBORATED if len(sources) > 1 else Standing.SINGLE
    if not all(member.agrees for member in members):
        standing = Standing.CONTRADICTED
    return Claim(head.claim.text, standing, len({i for i, _ in said}), sources, members)


def _agree(one: Attribution, other: Attribution) -> bool:
    denied = (one.kind is Kind.DENIAL) != (other.kind is Kind.DENIAL)
    return not contradict(one.claim.text, other.claim.text, denied=denied)


def _different(names: Iterable[str]) -> tuple[str, ...]:
    """``names`` without those that are part of another ("Teasdale", "Gov. Marian Teasdale")."""
    words = {name: terms(name) - _titles() for name in names}
    return tuple(
        name
        for i, (name, own) in enumerate(words.items())
        if not any(
            own < others or (own == others and j < i) for j, others in enumerate(words.values())
        )
    )


@cache
def _titles() -> Terms:
    return terms(" ".join(word for titles in sections("titles.txt").values() for word in titles))
