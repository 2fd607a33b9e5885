"""How salient each entity is at a place of an article: how much was said of it shortly before.

As by Lappin and Leass (1994), without their parser: each mention has a weight, more for the first
of a sentence, less in the genitive or in a quotation, and weights decay from sentence to sentence;
quoted sentences do not let them decay. "He" and "she" count as mentions of the most salient entity
that agrees, and tell its gender where no name does.
"""

import re
from bisect import bisect_left
from collections.abc import Callable
from itertools import accumulate
from typing import NamedTuple

from newsbrief.article import Article
from newsbrief.spans import SortedSpans, Span

from .entities import Entities, Entity
from .lexicon import never_speaks

SENTENCE_DECAY = 0.4  # share of a weight that is left in the next sentence
FIRST = 1.5  # weight of the first mention of a sentence, where another has 1
IN_GENITIVE = 0.25
IN_QUOTATION = 0.1
MAX_MENTIONS_WEIGHED = 6
MAX_SENTENCES_BACK = 20  # from a mention that weighs anything

_PRONOUN = re.compile(r"\b(?:(?P<male>he|him|his)|she|her|hers)\b", re.IGNORECASE)
MAX_ANTECEDENTS = 30  # of a pronoun


class _Weight(NamedTuple):
    """A mention of an entity, by name or by pronoun."""

    start: int
    time: int
    weight: float


class Salience:
    """The weights of the mentions of all entities of an article."""

    def __init__(
        self,
        article: Article,
        entities: Entities,
        quotations: SortedSpans[Span],
        is_person: Callable[[Entity], bool],
    ) -> None:
        """Weigh the mentions of ``entities``; ``is_person`` tells whom "he" and "she" may mean."""
        quoted = (quotations.covers(sentence.start) for sentence in article.sentences)
        self._times = list(accumulate(not each for each in quoted))
        self._article, self._entities, self._quotations = article, entities, quotations
        self._weights: dict[Entity, list[_Weight]] = {}
        self._weigh(is_person)

    def time(self, sentence: int) -> int:
        """How many sentences outside quotations begin up to the one at the index ``sentence``."""
        return self._times[sentence] if self._times else 0

    def at(self, entity: Entity, offset: int, sentence: int) -> float:
        """The salience of ``entity`` at ``offset``, which stands in ``sentence``."""
        weights = self._weights.get(entity, [])
        end = bisect_left(weights, (offset,))
        time = self.time(sentence)
        return sum(
            each.weight * SENTENCE_DECAY ** max(time - each.time, 0)
            for each in weights[max(end - MAX_MENTIONS_WEIGHED, 0) : end]
            if time - each.time <= MAX_SENTENCES_BACK
        )

    def _weigh(self, is_person: Callable[[Entity], bool]) -> None:
        """Add the mentions in the order of the text, pronouns as those of their antecedents."""
        text, mentions = self._article.text, self._entities.mentions
        found = [(mention.start, index, "") for index, mention in enumerate(mentions)]
        found += [
            (match.start(), -1, "male" if match["male"] else "female")
            for match in _PRONOUN.finditer(text)
            if not self._quotations.covers(match.start())
        ]
        named_in = -1
        for start, index, gender in sorted(found):
            sentence = self._article.sentence_at(start)
            if index < 0:
                entity = self._antecedent(gender, start, sentence, is_person)
                if entity:
                    entity.gender = entity.gender or gender
                    self._add(entity, start, sentence, 1.0)
                continue
            if self._quotations.covers(start):
                weight = IN_QUOTATION
            else:
                weight = FIRST if sentence != named_in else 1.0
                named_in = sentence
            share = IN_GENITIVE if mentions[index].possessive else 1.0
            self._add(self._entities.of_mention[index], start, sentence, weight * share)

    def _add(self, entity: Entity, start: int, sentence: int, weight: float) -> None:
        weights = self._weights.pop(entity, [])  # so that the last mentioned comes last
        weights.append(_Weight(start, self.time(sentence), weight))
        self._weights[entity] = weights

    def _antecedent(
        self, gender: str, start: int, sentence: int, is_person: Callable[[Entity], bool]
    ) -> Entity | None:
        """The most salient person who may be of ``gender``; of equals the last mentioned."""
        recent = [*self._weights][-MAX_ANTECEDENTS:]
        possible = [
            entity
            for entity in reversed(recent)
            if entity.gender in ("", gender) and is_person(entity) and not never_speaks(entity.keys)
        ]
        return max(possible, key=lambda e: self.at(e, start, sentence), default=None)
