"""Which facts are asked for."""

from collections.abc import Collection
from dataclasses import dataclass

from newsbrief import Attribution, Kind, QuoteType, SourceType

_UNNAMED = {SourceType.ANONYMOUS, SourceType.UNSOURCED}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a fact has to be; each condition that is not set holds for all."""

    source: str = ""  # stands in the source's words or name, in any case
    kinds: Collection[Kind] = ()
    quotes: bool = False  # some of the claim is quoted
    unnamed: bool = False  # the source is anonymous or there is none

    def keep(self, facts: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
        """Those of ``facts`` that are wanted."""
        return tuple(fact for fact in facts if self._is(fact))

    def _is(self, fact: Attribution) -> bool:
        source = fact.source
        who = f"{source.text}\n{source.name}".casefold() if source else ""
        return (
            self.source.casefold() in who
            and (not self.kinds or fact.kind in self.kinds)
            and (not self.quotes or fact.quote is not QuoteType.INDIRECT)
            and (not self.unnamed or source is None or source.type in _UNNAMED)
        )
