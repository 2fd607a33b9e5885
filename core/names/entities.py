"""Who and what an article names: its entities and the mentions of each.

``entity_linking`` finds out which mentions are of one entity.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from newsbrief.spans import SortedSpans, Span, fold
from newsbrief.text.gazetteer import places

from .mention import Mention
from .word_lists import name_words

_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?![\d]|[.,]\d)")


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something with a name; what is learned of it on the way is filled in."""

    fullest: Mention  # the longest mention, the earliest of several
    is_person: bool | None  # None where nothing in the article says so
    gender: str | None  # "female" or "male"
    mentions: list[int] = field(default_factory=list)  # indexes of the article's mentions, sorted
    descriptions: tuple[str, ...] | None = (
        None  # texts beside its mentions; None before they are read
    )
    ages: frozenset[str] | None = None  # ages beside its mentions, likewise

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the fullest name."""
        return self.fullest.words


@dataclass(frozen=True, eq=False)
class Entities:
    """The entities of an article, found by mention and by offset."""

    text: str
    mentions: tuple[Mention, ...]  # in the order of the text
    of_mention: tuple[Entity | None, ...]  # the entity of each mention
    all: tuple[Entity, ...]
    ambiguous: frozenset[int]  # indexes of mentions that may be of a namesake

    @cached_property
    def numbers(self) -> Counter[str]:
        """How often each number of up to three digits stands in the article."""
        return Counter(_NUMBER.findall(self.text))

    def within(self, start: int, end: int) -> range:
        """The indexes of the mentions that begin from offset ``start`` on and before ``end``."""
        return self._spans.starting_in(start, end)

    def overlapping(self, start: int, end: int) -> list[int]:
        """The indexes of the mentions that share a character with the range, titles included."""
        return self._spans.indexes_overlapping(start, end)

    @cached_property
    def _spans(self) -> SortedSpans[Span]:
        return SortedSpans(Span(mention.title_start, mention.end) for mention in self.mentions)

    def name(self, entity: Entity) -> str:
        """The fullest name of ``entity``, as it stands in the article, white space folded."""
        return fold(self.text[entity.fullest.start : entity.fullest.end])


def is_place(words: Sequence[str]) -> bool:
    """Whether the name of these ``words`` is a place's, or a thing's that never speaks."""
    return (
        " ".join(words) in places()
        or words[0].lower() in name_words("place")
        or words[-1].lower() in name_words("thing")
    )
