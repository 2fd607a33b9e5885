"""The facts that the options of ``facts`` ask for."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

from newsbrief import Article, Attribution, Kind, QuoteType
from newsbrief.archive.plain import fact_options
from newsbrief.attribution import take
from newsbrief.extraction.facts import DEFAULT_MIN_CONFIDENCE
from newsbrief.pages.folding import folded


class Listed(NamedTuple):
    """The facts of an article, and the indices in them of those that are asked for, in an order."""

    every: tuple[Attribution, ...]
    kept: tuple[int, ...]

    @property
    def facts(self) -> tuple[Attribution, ...]:
        """Those that are asked for, each with its ``within`` among them."""
        return take(self.every, self.kept)


@dataclass(frozen=True, slots=True)
class FactFilter:
    """Conditions on a fact, all of which must hold; one that is not set always holds."""

    source: str = ""  # in the source's words, name or role; what looks alike is the same
    kinds: Collection[Kind] = ()
    quotes: bool = False  # at least a part of the claim is quoted
    unnamed: bool = False  # the source is not named, or not given

    def accepts(self, fact: Attribution) -> bool:
        """Whether ``fact`` meets all conditions."""
        return (
            folded(self.source) in _about_source(fact)
            and (not self.kinds or fact.kind in self.kinds)
            and (not self.quotes or fact.quote is not QuoteType.INDIRECT)
            and (not self.unnamed or fact.source is None or fact.source.name is None)
        )


def chosen_by(kept: FactFilter, min_confidence: float, *, optional: bool) -> tuple[str, ...]:
    """The options that chose other facts than those listed by default, as they are typed.

    >>> chosen_by(FactFilter("mayor", unnamed=True), 0.7, optional=False)
    ('--source mayor', '--unnamed', '--min-confidence 0.7')
    """
    return (
        *([f"--source {kept.source}"] if kept.source else []),
        *(f"--kind {kind}" for kind in kept.kinds),
        *(["--quotes"] if kept.quotes else []),
        *(["--unnamed"] if kept.unnamed else []),
        *fact_options(min_confidence, optional=optional),
    )


def listed(article: Article, *, kept: FactFilter, min_confidence: float, optional: bool) -> Listed:
    """The facts of ``article`` that are ``kept``, among those that are listed by default.

    With a ``min_confidence`` below the default, or ``optional`` ones, there are more of the latter.
    """
    from newsbrief import facts

    low = min(min_confidence, DEFAULT_MIN_CONFIDENCE)
    every = facts(article, min_confidence=low, optional=optional)
    sure = (index for index, fact in enumerate(every) if fact.confidence >= min_confidence)
    return Listed(every, tuple(index for index in sure if kept.accepts(every[index])))


def _about_source(fact: Attribution) -> str:
    """All that ``fact`` says of its source, a line for each, as ``folded`` has it."""
    if fact.source is None:
        return ""
    role = fact.source.role.text if fact.source.role else ""
    return "\n".join(map(folded, (fact.source.text, fact.source.name or "", role)))
