"""How salient each entity is at a place of an article: how much was said of it shortly before.

As by Lappin and Leass (1994), without their parser: each mention has a weight, more for the first
of a sentence, less in the genitive or in a quotation, and weights decay from sentence to sentence;
quoted sentences do not let them decay. "He" and "she" count as mentions of the most salient entity
that agrees, and tell its gender where no name does.
"""

import re
from bisect import bisect_left
from collections import OrderedDict
from itertools import accumulate, islice
from typing import NamedTuple

from newsbrief.article import Article
from newsbrief.spans import SortedSpans, Span

from .entities import Entities, Entity
from .lexicon import never_speaks

SENTENCE_DECAY = 0.4  # share of a weight that is left in the next sentence
FIRST = 1.5  # weight of the first mention of a sentence, where another has 1
IN_GENITIVE = 0.25
IN_QUOTATION = 0.1
MAX_ANTECEDENTS = 30  # of a pronoun

_PRONOUN = re.compile(r"\b(?:(?P<male>he|him|his)|she|her|hers)\b", re.IGNORECASE)


class _Salience(NamedTuple):
    """How salient an entity is right after a mention of it, by name or by pronoun."""

    start: int
    time: int
    weight: float


class Salience:
    """The salience of all entities of an article."""

    def __init__(self, article: Article, entities: Entities, quotations: SortedSpans[Span]) -> None:
        """Weigh the mentions of ``entities``, whose kinds are known."""
        quoted = (quotations.covers(sentence.start) for sentence in article.sentences)
        self._times = list(accumulate(not each for each in quoted))
        self._article, self._entities, self._quotations = article, entities, quotations
        self._found: dict[Entity, list[_Salience]] = {}
        self._people = OrderedDict[Entity, None]()  # the last mentioned last
        self._weigh()

    def time(self, sentence: int) -> int:
        """How many sentences outside quotations begin up to the one at the index ``sentence``."""
        return self._times[sentence] if self._times else 0

    def at(self, entity: Entity, offset: int, sentence: int) -> float:
        """The salience of ``entity`` at ``offset``, which stands in ``sentence``."""
        found = self._found.get(entity, [])
        last = bisect_left(found, (offset,)) - 1
        return _decayed(found[last], self.time(sentence)) if last >= 0 else 0.0

    def _weigh(self) -> None:
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
            sentence = self._article.sentence_at(start) if index < 0 else mentions[index].sentence
            time = self.time(sentence)
            if index < 0:
                entity = self._antecedent(gender, time)
                if entity:
                    entity.gender = entity.gender or gender
                    self._add(entity, start, time, 1.0)
                continue
            if self._quotations.covers(start):
                weight = IN_QUOTATION
            else:
                weight = FIRST if sentence != named_in else 1.0
                named_in = sentence
            share = IN_GENITIVE if mentions[index].possessive else 1.0
            self._add(self._entities.of_mention[index], start, time, weight * share)

    def _add(self, entity: Entity, start: int, time: int, weight: float) -> None:
        found = self._found.setdefault(entity, [])
        before = _decayed(found[-1], time) if found else 0.0
        is_new = not found and entity.kind[0] in "Pp" and not never_speaks(entity.keys)
        found.append(_Salience(start, time, before + weight))
        if is_new or entity in self._people:
            self._people[entity] = None
            self._people.move_to_end(entity)

    def _antecedent(self, gender: str, time: int) -> Entity | None:
        """The most salient person who may be of ``gender``; of equals the last mentioned."""
        recent = islice(reversed(self._people), MAX_ANTECEDENTS)
        possible = [entity for entity in recent if entity.gender in ("", gender)]
        return max(possible, key=lambda e: _decayed(self._found[e][-1], time), default=None)


def _decayed(salience: _Salience, time: int) -> float:
    """What is left of ``salience`` at ``time``."""
    return float(salience.weight * SENTENCE_DECAY ** max(time - salience.time, 0))
