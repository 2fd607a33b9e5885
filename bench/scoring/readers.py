"""Facts against those that a careful reader lists, on news of every kind.

Gold: ``{"id", "text", "attributions": [...]}`` with ``claim``, ``source`` and ``cue`` (spans, or
null), ``name``, ``type``, ``role``, ``why``, ``kind``, ``quote``, ``negated``, ``hedged`` and
``optional``; ``claim_too`` and ``name_too`` are a second reader's, and do as well. Predicted:
``{"id", "facts": [...]}``; facts of one cue are joined first, since gold has one for each act of
saying. Pairs are one to one, best first, of claims whose words agree by half (F1). Optional gold
counts neither way: a fact paired with it is left out.

``ArticleScore`` says what is right and what is strict; ``ReaderFigures`` what each figure is.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from .facts import Fact, joined
from .matching import matched
from .rates import Rates, rates, share
from .rows import Row
from .words import WORD, Words, WordSet, f1

HALF = 0.5
NEARLY_ALL = 0.9  # of the claim's words, for a strict match
SOURCE_WEIGHT = 0.2  # of an agreeing source when two pairs compete
COURTESY = frozenset(
    """mr mrs ms miss dr sir the prof professor lord lady dame president sen rep gov
    s""".split()  # noqa: SIM905 - a list is easier to read so
)
WITHOUT_NAMED_SOURCE = ("unnamed", "none")

Fault = Literal["wrong", "missed", "name"]


class Gold(NamedTuple):
    """A gold attribution by its words; ``claims`` are the readings of one or two readers."""

    row: Row
    claims: tuple[WordSet, ...]
    source: WordSet

    @property
    def counts(self) -> bool:
        return not self.row.get("optional")

    def overlap(self, claim: WordSet) -> float:
        """The F1 of ``claim`` with the reading that it agrees with best."""
        return max(f1(own, claim) for own in self.claims)

    def has_name(self, name: str) -> bool:
        """Whether ``name`` is that of the source, as a reader compares names."""
        names = (self.row.get("name"), self.row.get("name_too"))
        return any(bare(own) == bare(name) for own in names if own)


class Found(NamedTuple):
    """A predicted fact by its words."""

    fact: Fact
    claim: WordSet
    source: WordSet

    @property
    def name(self) -> str:
        return self.fact.name or self.fact.source_text


class Mistake(NamedTuple):
    """A fact that is wrong or badly named, or a gold attribution that is missed."""

    fault: Fault
    fact: Fact | None
    gold: Row | None


class ArticleScore(NamedTuple):
    """The counts of one article, to be summed, and its mistakes.

    ``right``: paired, and the source is the same: its words overlap by half, or neither has one, or
    the names agree. ``strict``: right, claim F1 at least 0.9, name and quote type agree.
    """

    counts: Counter[str]
    mistakes: list[Mistake]


def score(row: Row, facts: Iterable[Fact], min_confidence: float = 0.0) -> ArticleScore:
    """How the facts of at least ``min_confidence`` agree with gold ``row``."""
    golds, pairs = paired(row, [fact for fact in facts if fact.confidence >= min_confidence])
    counts: Counter[str] = Counter()
    mistakes: list[Mistake] = []
    for each, gold in pairs:
        if gold is None:
            counts.update(predicted=1, invented=1)
            counts["unsourced predicted"] += each.fact.type in WITHOUT_NAMED_SOURCE
            mistakes.append(Mistake("wrong", each.fact, None))
        else:
            mistakes += _count_pair(gold, each, counts)
    taken = {id(gold) for _, gold in pairs}
    missed = [gold for gold in golds if gold.counts and id(gold) not in taken]
    mistakes += [Mistake("missed", None, gold.row) for gold in missed]
    counted = [gold.row for gold in golds if gold.counts]
    counts["gold"] += len(counted)
    counts["unsourced gold"] += sum(gold["type"] in WITHOUT_NAMED_SOURCE for gold in counted)
    return ArticleScore(counts, mistakes)


def paired(row: Row, facts: Iterable[Fact]) -> tuple[list[Gold], list[tuple[Found, Gold | None]]]:
    """The gold attributions of ``row``, and each of ``facts`` with the one that it pairs with."""
    words = Words(row["text"])
    golds = [_gold(attribution, words) for attribution in row["attributions"]]
    found = [
        Found(fact, words.touched(fact.claim), words.touched(fact.source)) for fact in joined(facts)
    ]
    pairs = matched(golds, found, _closeness)
    return golds, [
        (each, golds[pairs[number]] if number in pairs else None)
        for number, each in enumerate(found)
    ]


def is_right(gold: Gold, found: Found) -> bool:
    """Whether the fact has the source of ``gold``, with which it is paired."""
    same_source = f1(gold.source, found.source) >= HALF or not (gold.source or found.source)
    return same_source or gold.has_name(found.name)


def is_signed(gold: Gold | None, found: Found) -> bool:
    """Whether a reader would sign the whole row: its claim, its source and its name."""
    if gold is None or not is_right(gold, found) or gold.overlap(found.claim) < NEARLY_ALL:
        return False
    return gold.has_name(found.name) if gold.row.get("name") else not found.fact.name


def _gold(row: Row, words: Words) -> Gold:
    readings = [row[key] for key in ("claim", "claim_too") if row.get(key)]
    return Gold(row, tuple(map(words.touched, readings)), words.touched(row.get("source") or ()))


def _closeness(gold: Gold, found: Found) -> float:
    overlap = gold.overlap(found.claim)
    return overlap + SOURCE_WEIGHT * f1(gold.source, found.source) if overlap >= HALF else 0.0


def _count_pair(gold: Gold, found: Found, counts: Counter[str]) -> list[Mistake]:
    """Add what ``found`` gets right of ``gold`` to ``counts``; the mistake, if there is one."""
    fact, row = found.fact, gold.row
    right = is_right(gold, found)
    named = gold.has_name(found.name) or not row.get("name")
    other_name = _is_of_another(gold, found)
    strict = gold.overlap(found.claim) >= NEARLY_ALL and named and row["quote"] == fact.quote
    without_source = fact.type in WITHOUT_NAMED_SOURCE
    if gold.counts:
        counts["predicted"] += 1
        counts["misattributed"] += other_name
        counts["unsourced predicted"] += without_source
        counts["right"] += right
        counts["strict"] += right and strict
        counts["unsourced right"] += (
            right and without_source and row["type"] in WITHOUT_NAMED_SOURCE
        )
    if not right:
        return [Mistake("wrong", fact, row)]
    counts.update(of_right=1, type=row["type"] == fact.type, kind=row["kind"] == fact.kind)
    counts["quote"] += row["quote"] == fact.quote
    for flag, given in (("negated", fact.negated), ("hedged", fact.hedged)):
        wanted = bool(row.get(flag))
        counts.update({f"{flag} predicted": given, f"{flag} gold": wanted})
        counts[f"{flag} right"] += given and wanted
    for key, text in (("role", fact.role), ("why", fact.why)):
        _count_text(key, row.get(key), text, counts)
    if not row.get("name"):
        return []
    counts.update({"with name": 1, "name": named, "wrong name": other_name})
    return [] if named else [Mistake("name", fact, row)]


def _count_text(key: str, wanted: str | None, given: str, counts: Counter[str]) -> None:
    """Count a role or why: found where gold has one, given without need where it has none."""
    if wanted:
        counts[f"{key} gold"] += 1
        counts[f"{key} right"] += f1(set(bare(wanted)), set(bare(given))) >= HALF
    else:
        counts[f"{key} without need"] += bool(given)


def _is_of_another(gold: Gold, found: Found) -> bool:
    """Whether the fact names somebody else: not gold's name, nor a part of it.

    A name that is just the source's words is not another's where gold has those words too.
    """
    own, name = gold.row.get("name"), found.name
    if not own or not name or gold.has_name(name):
        return False
    known = {*bare(own), *bare(gold.row.get("name_too"))}
    unresolved = name == found.fact.source_text and f1(gold.source, found.source) >= HALF
    return not unresolved and not known.issuperset(bare(name))


def bare(name: str | None) -> list[str]:
    """The words of ``name`` in lower case, without possessives and titles of courtesy.

    >>> bare("The President’s adviser, Dr. Holm")
    ['adviser', 'holm']
    """
    words = (re.sub(r"['’]s$", "", word) for word in WORD.findall((name or "").casefold()))
    return [word for word in words if word not in COURTESY]


class ReaderFigures(NamedTuple):
    """The figures of all articles.

    ``invented``: of all predicted, those that pair with no gold; ``misattributed``: those that name
    somebody else than gold does. Of the right ones: ``name`` and ``wrong_name`` (where gold has
    one), ``type``, ``kind``, ``quote``, ``negated``, ``hedged``; ``role`` and ``why`` are the
    shares found where gold has one. ``unsourced``: facts whose source is unnamed or none.
    """

    right: Rates
    strict: Rates
    invented: float
    misattributed: float
    name: float
    wrong_name: float
    type: float
    kind: float
    quote: float
    negated: Rates
    hedged: Rates
    unsourced: Rates
    role: float
    why: float


def figures(articles: Sequence[ArticleScore]) -> ReaderFigures:
    """The figures over all ``articles``."""
    n: Counter[str] = Counter()
    for article in articles:
        n.update(article.counts)

    def flag(name: str) -> Rates:
        return rates(n[f"{name} right"], n[f"{name} predicted"], n[f"{name} gold"])

    return ReaderFigures(
        right=rates(n["right"], n["predicted"], n["gold"]),
        strict=rates(n["strict"], n["predicted"], n["gold"]),
        invented=share(n["invented"], n["predicted"]),
        misattributed=share(n["misattributed"], n["predicted"]),
        name=share(n["name"], n["with name"]),
        wrong_name=share(n["wrong name"], n["with name"]),
        type=share(n["type"], n["of_right"]),
        kind=share(n["kind"], n["of_right"]),
        quote=share(n["quote"], n["of_right"]),
        negated=flag("negated"),
        hedged=flag("hedged"),
        unsourced=flag("unsourced"),
        role=share(n["role right"], n["role gold"]),
        why=share(n["why right"], n["why gold"]),
    )
