"""The claims that several articles make: which sources stand behind each, and which contradict it.

Facts make one claim if what they say is similar: on average over all pairs of the claim's facts,
the similarity reaches ``MIN_SIMILARITY``.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from itertools import chain, islice
from typing import NamedTuple

from newsbrief.article import Article
from newsbrief.attribution import Attribution, Kind, take
from newsbrief.extraction.facts import facts
from newsbrief.text.gazetteer import titles
from newsbrief.text.subsets import Subsets

from .candidates import candidate_pairs
from .clustering import clusters
from .contradiction import assertion, opposed
from .similarity import Terms, idf_weights, similarities, terms

MIN_SIMILARITY = 0.34  # the best F0.5 on the stories of bench/claims.txt that are for tuning
MAX_HEADS = 50  # wordings of a claim, the first ones, in whose words it may be put
_MIN_TERMS = 2  # a claim of fewer ("yes") says nothing that can be compared; set by hand


class Standing(StrEnum):
    """Whether the sources of a claim support it."""

    CORROBORATED = "corroborated"  # two sources or more say so
    SINGLE = "single source"
    CONTRADICTED = "contradicted"  # some say otherwise


_ORDER = {Standing.CONTRADICTED: 0, Standing.CORROBORATED: 1, Standing.SINGLE: 2}


class _Wording(NamedTuple):
    """What a fact says, and whether its source denies it."""

    claim: str
    denies: bool


class ClaimFact(NamedTuple):
    """A fact that makes a claim or contradicts it.

    ``article`` is the index of its article, from 0; ``agrees`` says whether it agrees with the
    claim's text.
    """

    article: int
    fact: Attribution
    agrees: bool


@dataclass(frozen=True, slots=True)
class Claim:
    """What several facts say, in the words of the fact that most of the others agree with.

    ``articles`` counts those with a fact of the claim, whether it agrees or not; articles with the
    same text count as one. ``sources`` are the distinct sources that agree, in the order of the
    articles: their names, or their words where an article does not name them. One that only passes
    on what another of them says is not among them. ``within`` of a fact is an index in ``facts``.
    """

    text: str
    standing: Standing
    articles: int
    sources: tuple[str, ...]
    facts: tuple[ClaimFact, ...]


def claims(
    articles: Sequence[Article], originals: Sequence[int] | None = None
) -> tuple[Claim, ...]:
    """The claims of ``articles``, those that stand in the most articles first.

    Articles with the same number in ``originals`` carry the same text and count as one; without it
    each article counts. Of claims in as many articles, the contradicted come first, then the
    corroborated. Facts of what somebody did not say are left out.
    """
    original = range(len(articles)) if originals is None else originals
    every, article_of = _joined(facts(article) for article in articles)
    stems = [terms(fact.claim.text) for fact in every]
    stated = [
        index
        for index, fact in enumerate(every)
        if not fact.negated and len(stems[index]) >= _MIN_TERMS
    ]
    weights = idf_weights([stems[index] for index in stated])
    of_stems: dict[Terms, list[int]] = {}  # facts with the same stems are of one claim
    for index in stated:
        of_stems.setdefault(stems[index], []).append(index)
    wordings = list(of_stems)
    alike = clusters(
        range(len(wordings)),
        similarities(wordings, weights),
        MIN_SIMILARITY,
        pairs=candidate_pairs(wordings, weights, MIN_SIMILARITY),
        weights={i: len(of_stems[wording]) for i, wording in enumerate(wordings)},
    )
    of_claims = (
        sorted(chain.from_iterable(of_stems[wordings[i]] for i in cluster)) for cluster in alike
    )
    made = [
        _claim(take(every, of_claim), [article_of[index] for index in of_claim], original)
        for of_claim in of_claims
    ]
    return tuple(sorted(made, key=lambda claim: (-claim.articles, _ORDER[claim.standing])))


def _joined(
    of_articles: Iterable[Sequence[Attribution]],
) -> tuple[list[Attribution], list[int]]:
    """The facts of all articles, with ``within`` counting all of them, and each one's article."""
    every: list[Attribution] = []
    article_of: list[int] = []
    for article, own in enumerate(of_articles):
        start = len(every)
        every += [
            fact if fact.within is None else replace(fact, within=start + fact.within)
            for fact in own
        ]
        article_of += [article] * len(own)
    return every, article_of


def _claim(
    stated: Sequence[Attribution], article_of: Sequence[int], original: Sequence[int]
) -> Claim:
    """The claim that the facts ``stated`` make together; ``article_of`` is the article of each.

    ``original`` has for each article the first one with its text.
    """
    agrees = _agreeing(stated)
    head = stated[agrees.head]
    members = tuple(
        ClaimFact(article, fact, agrees.with_head[_wording(fact)])
        for article, fact in zip(article_of, stated, strict=True)
    )
    passed_on = {member.fact.within for member in members if member.agrees and member.fact.source}
    sources = _distinct(
        member.fact.source.display_name
        for index, member in enumerate(members)
        if member.agrees and member.fact.source and index not in passed_on
    )
    standing = Standing.CORROBORATED if len(sources) > 1 else Standing.SINGLE
    if not all(member.agrees for member in members):
        standing = Standing.CONTRADICTED
    independent = {original[article] for article in article_of}
    return Claim(head.claim.text, standing, len(independent), sources, members)


class _Agreement(NamedTuple):
    """Which fact of a claim most others agree with, by index, and which wordings do."""

    head: int
    with_head: dict[_Wording, bool]


def _agreeing(stated: Sequence[Attribution]) -> _Agreement:
    """The fact of ``stated`` that most others agree with, the first of several."""
    counts = Counter(map(_wording, stated))
    assertions = {wording: assertion(wording.claim) for wording in counts}

    def agree(one: _Wording, other: _Wording) -> bool:
        denied = one.denies != other.denies
        return not opposed(assertions[one], assertions[other], denied=denied)

    def agreeing(one: _Wording) -> int:
        return sum(n for other, n in counts.items() if agree(one, other))

    head = max(islice(counts, MAX_HEADS), key=agreeing)
    place = next(i for i, fact in enumerate(stated) if _wording(fact) == head)
    return _Agreement(place, {wording: agree(head, wording) for wording in counts})


def _wording(fact: Attribution) -> _Wording:
    return _Wording(fact.claim.text, fact.kind is Kind.DENIAL)


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    """``names`` without those that are part of another ("Teasdale", "Gov. Marian Teasdale").

    Titles do not count, and of names with the same words the first stays.
    """
    first: dict[Terms, str] = {}
    for name in dict.fromkeys(names):
        first.setdefault(terms(name) - _titles(), name)
    sets = Subsets(first)
    parts = {part for whole in first for part in sets.within(whole) if part != whole}
    return tuple(name for words, name in first.items() if words not in parts)


@cache
def _titles() -> Terms:
    return terms(" ".join(titles()))
