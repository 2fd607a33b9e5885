"""The facts that the options of ``facts`` ask for."""

from collections.abc import Collection
from dataclasses import dataclass

from newsbrief import Attribution, Kind, QuoteType, SourceType

_UNNAMED = {SourceType.ANONYMOUS, SourceType.UNSOURCED}


@dataclass(frozen=True, slots=True)
class FactFilter:
    """Conditions on a fact, all of which must hold; one that is not set always holds."""

    source: str = ""  # in the source's words or name, in upper or lower case
    kinds: Collection[Kind] = ()
    quotes: bool = False  # at least a part of the claim is quoted
    unnamed: bool = False  # the source has no name, or is not given

    def keep(self, facts: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
        """The ``facts`` that meet all conditions, in the same order."""
        return tuple(fact for fact in facts if self._accepts(fact))

    def _accepts(self, fact: Attribution) -> bool:
        source = fact.source
        who = f"{source.text}\n{source.name}".casefold() if source else ""
        return (
            self.source.casefold() in who
            and (not self.kinds or fact.kind in self.kinds)
            and (not self.quotes or fact.quote is not QuoteType.INDIRECT)
            and (not self.unnamed or source is None or source.type in _UNNAMED)
        )
