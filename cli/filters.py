"""The facts that the options of ``facts`` ask for."""

from collections.abc import Collection
from dataclasses import dataclass

from newsbrief import Article, Attribution, Kind, QuoteType
from newsbrief.attribution import take
from newsbrief.pages.folding import folded


@dataclass(frozen=True, slots=True)
class FactFilter:
    """Conditions on a fact, all of which must hold; one that is not set always holds."""

    source: str = ""  # in the source's words, name or role; what looks alike is the same
    kinds: Collection[Kind] = ()
    quotes: bool = False  # at least a part of the claim is quoted
    unnamed: bool = False  # the source is not named, or not given

    def keep(self, facts: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
        """The ``facts`` that meet all conditions, in the same order."""
        return take(facts, [index for index, fact in enumerate(facts) if self._accepts(fact)])

    def _accepts(self, fact: Attribution) -> bool:
        return (
            folded(self.source) in _about_source(fact)
            and (not self.kinds or fact.kind in self.kinds)
            and (not self.quotes or fact.quote is not QuoteType.INDIRECT)
            and (not self.unnamed or fact.source is None or fact.source.name is None)
        )


def listed(
    article: Article, *, kept: FactFilter, min_confidence: float, optional: bool
) -> tuple[Attribution, ...]:
    """The facts of ``article`` that are ``kept``."""
    from newsbrief import facts

    return kept.keep(facts(article, min_confidence=min_confidence, optional=optional))


def _about_source(fact: Attribution) -> str:
    """All that ``fact`` says of its source, a line for each, as ``folded`` has it."""
    if fact.source is None:
        return ""
    role = fact.source.role.text if fact.source.role else ""
    return "\n".join(map(folded, (fact.source.text, fact.source.name or "", role)))
