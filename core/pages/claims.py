"""The claims that several articles make: which sources stand behind each, and which contradict it.

Facts make one claim if what they say is similar: on average over all pairs of the claim's facts,
the similarity reaches ``MIN_SIMILARITY``; and if no two of them name other people, places or dates.
"""

import math
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from itertools import chain, islice
from typing import NamedTuple

from newsbrief.article import Article
from newsbrief.attribution import Attribution, take
from newsbrief.extraction.facts import DEFAULT_MIN_CONFIDENCE, facts
from newsbrief.extraction.stance import Stance, stance
from newsbrief.text.gazetteer import titles
from newsbrief.text.subsets import Subsets
from newsbrief.text.tokens import word_parts

from .candidates import candidate_pairs
from .clustering import clusters
from .contradiction import assertion, opposed
from .particulars import differ, particulars
from .similarity import Terms, idf_weights, similarities, terms

MIN_SIMILARITY = 0.34  # the best F0.5 on the stories of bench/claims.txt that are for tuning
MAX_HEADS = 50  # wordings of a claim, the first ones, in whose words it may be put
_MIN_TERMS = 2  # a claim of fewer ("no one was hurt") is compared by its very words


class Standing(StrEnum):
    """Whether the sources of a claim support it."""

    CORROBORATED = "corroborated"  # two sources or more say so
    SINGLE = "single source"
    CONTRADICTED = "contradicted"  # some say otherwise
    DENIED = "denied"  # nobody says so, and some deny or doubt it
    OPEN = "left open"  # nobody says so: they ask, hope, fear or demand it


_ORDER = {
    Standing.CONTRADICTED: 0,
    Standing.CORROBORATED: 1,
    Standing.SINGLE: 2,
    Standing.DENIED: 3,
    Standing.OPEN: 4,
}


class _Wording(NamedTuple):
    """What a fact says, and what its source makes of it."""

    claim: str
    stance: Stance


class ClaimFact(NamedTuple):
    """A fact that makes a claim, contradicts it or leaves it open.

    ``article`` is the index of its article, from 0; ``agrees`` says whether its source holds what
    the claim's text says, and is None where it only asks, hopes, fears or demands.
    """

    article: int
    fact: Attribution
    agrees: bool | None


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
    articles: Sequence[Article],
    originals: Sequence[int] | None = None,
    *,
    min_confidence: float = DEFAULT_MIN_CONFIDENCE,
    optional: bool = False,
) -> tuple[Claim, ...]:
    """The claims of ``articles``, those that stand in the most articles first.

    Articles with the same number in ``originals`` carry the same text and count as one; without it
    each article counts. Of claims in as many articles, the contradicted come first, then the
    corroborated. ``min_confidence`` and ``optional`` choose the facts, as they do in ``facts``.
    Those of what somebody did not say are left out.
    """
    original = range(len(articles)) if originals is None else originals
    every, article_of = _joined(
        facts(article, min_confidence=min_confidence, optional=optional) for article in articles
    )
    stems = [_compared(fact.claim.text) for fact in every]
    stated = [index for index, fact in enumerate(every) if not fact.negated and stems[index]]
    weights = idf_weights([stems[index] for index in stated])
    of_stems: dict[Terms, list[int]] = {}  # facts with the same stems are of one claim
    for index in stated:
        of_stems.setdefault(stems[index], []).append(index)
    wordings = list(of_stems)
    alike = clusters(
        range(len(wordings)),
        _similarity(wordings, weights, [every[of_stems[each][0]].claim.text for each in wordings]),
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


def _compared(claim: str) -> Terms:
    """The stems of ``claim``; where they are few, all its words as one. One word says nothing."""
    stems, words = terms(claim), word_parts(claim.casefold())
    if len(stems) >= _MIN_TERMS:
        return stems
    return frozenset({" ".join(words)}) if stems and len(words) > 1 else frozenset()


def _similarity(
    wordings: Sequence[Terms], weights: Mapping[str, float], texts: Sequence[str]
) -> Callable[[int, int], float]:
    """How similar two wordings are, by index; 0 where they share nothing but names.

    -inf where ``texts``, their words, differ in names: that keeps them apart in every cluster,
    whatever else is in it.
    """
    similar = similarities(wordings, weights)
    named = [particulars(text) for text in texts]

    def of_two(one: int, other: int) -> float:
        if differ(named[one], named[other]):
            return -math.inf
        shared = wordings[one] & wordings[other]
        says_the_same = shared - named[one].stems - named[other].stems
        return similar(one, other) if says_the_same else 0.0

    return of_two


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
    agreement = _agreement(stated)
    members = tuple(
        ClaimFact(article, fact, agreement.with_head[_wording(fact)])
        for article, fact in zip(article_of, stated, strict=True)
    )
    passed_on = {member.fact.within for member in members if member.agrees and member.fact.source}
    sources = _distinct(
        member.fact.source.display_name
        for index, member in enumerate(members)
        if member.agrees and member.fact.source and index not in passed_on
    )
    independent = {original[article] for article in article_of}
    standing = _standing({member.agrees for member in members}, len(sources))
    return Claim(stated[agreement.head].claim.text, standing, len(independent), sources, members)


def _standing(agreeing: Collection[bool | None], sources: int) -> Standing:
    """The standing of a claim, some of whose facts agree, disagree (False) or do neither (None)."""
    if True not in agreeing:
        return Standing.DENIED if False in agreeing else Standing.OPEN
    if False in agreeing:
        return Standing.CONTRADICTED
    return Standing.CORROBORATED if sources > 1 else Standing.SINGLE


class _Agreement(NamedTuple):
    """Which fact gives a claim its words, by index, and which wordings agree with what they say."""

    head: int
    with_head: dict[_Wording, bool | None]


def _agreement(stated: Sequence[Attribution]) -> _Agreement:
    """The fact of ``stated`` that most others agree with, the first of several.

    One whose source holds what it says comes before those that deny it, and those before the rest.
    """
    counts = Counter(map(_wording, stated))
    assertions = {wording: assertion(wording.claim) for wording in counts}

    def agree(one: _Wording, other: _Wording) -> bool:
        denied = (one.stance is Stance.DENIES) != (other.stance is Stance.DENIES)
        return not opposed(assertions[one], assertions[other], denied=denied)

    sure = {wording: n for wording, n in counts.items() if wording.stance in _SURE}

    def agreeing(one: _Wording) -> tuple[bool, int]:
        held = one.stance is Stance.HOLDS
        return held, sum(n for other, n in sure.items() if agree(one, other))

    head = max(islice(sure or counts, MAX_HEADS), key=agreeing)
    place = next(i for i, fact in enumerate(stated) if _wording(fact) == head)
    asserted = head.stance is not Stance.DENIES
    return _Agreement(
        place,
        {each: (agree(head, each) == asserted) if each in sure else None for each in counts},
    )


_SURE = (Stance.HOLDS, Stance.DENIES)


def _wording(fact: Attribution) -> _Wording:
    return _Wording(fact.claim.text, stance(fact))


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    """``names`` without those that are part of another ("Teasdale", "Gov. Marian Teasdale").

    Titles do not count, and of names with the same words the first stays.
    """
    first: dict[Terms, str] = {}
    for name in dict.fromkeys(names):
        first.setdefault((terms(name) - _titles()) or terms(name), name)
    sets = Subsets(first)
    parts = {part for whole in first for part in sets.within(whole) if part != whole}
    return tuple(name for words, name in first.items() if words not in parts)


@cache
def _titles() -> Terms:
    return terms(" ".join(titles()))
