"""What "she", "the mayor" or "the agency" means: the fitting name that is most salient there.

Salience after Lappin and Leass (1994), without their parser: each mention adds weight, more for the
first of a sentence, less in the genitive, and weights fade from sentence to sentence. What a
pronoun is found to mean gains weight in turn. Names in quotations count little, and quoted
sentences do not let weights fade. Who was a source before is likely to be one again, above all
beside a quotation. The weights were set by hand, on PolNeAR's training articles;
``bench/ablation.py`` prints what each earns.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from itertools import accumulate

from newsbrief.article import Article
from newsbrief.spans import SortedSpans, Span

from .entities import Entities, Entity
from .word_lists import pronoun_genders

SENTENCE_DECAY = 0.3  # what is left of a weight in the next sentence
SOURCE_DECAY = 0.4  # what is left of having been a source
MENTION_WEIGHT = 1.0
FIRST_NAME_WEIGHT = 0.5  # more for the first name of a sentence
IN_GENITIVE = 0.25  # share left to a name in the genitive
IN_QUOTATION = 0.1  # and to one in a quotation
SOURCE_WEIGHT = 0.5  # more for who was a source, where no quotation is near
SPEAKER_WEIGHT = 2.0  # the same beside a quotation
UNKNOWN_KIND_TRUST = 0.3  # trust in a name that may be no person's
SINGLE_WORD_TRUST = 0.1  # the same for a name of one word
MAX_SENTENCES_BACK = 50  # sentences back to which a pronoun may reach
MIN_WEIGHT = 0.02  # what no weight fades below
MAX_CHARS_FROM_QUOTATION = 30  # code points between a quotation and the pronoun of its speaker

Fit = Callable[[Entity], float]  # how well an entity fits, from 0 (it is not meant) to 1


@cache
def _pronoun() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(pronoun_genders())})\b", re.IGNORECASE)


class Salience:
    """The weight of each entity, as of the time it was last mentioned."""

    def __init__(self, fading: float) -> None:
        self._fading = fading
        self._weights: dict[Entity, tuple[float, int]] = {}

    def add(self, entity: Entity, weight: float, time: int) -> None:
        """Give ``entity`` ``weight`` more at ``time``."""
        weight += self.of(entity, time)
        self._weights.pop(entity, None)  # so that the last mentioned comes last
        self._weights[entity] = (weight, time)

    def of(self, entity: Entity, time: int) -> float:
        """The weight of ``entity``, faded to ``time``."""
        if entity not in self._weights:
            return 0.0
        weight, last = self._weights[entity]
        return max(weight * self._fading ** (time - last), MIN_WEIGHT)

    def since(self, time: int) -> Iterator[Entity]:
        """The entities with any weight mentioned at ``time`` or later, the last mentioned first."""
        for entity in reversed(self._weights):
            if self._weights[entity][1] < time:
                return
            yield entity


def antecedents(
    article: Article,
    entities: Entities,
    quotations: SortedSpans[Span],
    sources: Collection[int],
    phrases: Mapping[int, Fit],
) -> dict[int, Entity]:
    """What each pronoun "he" or "she", and each of ``phrases``, means, by its offset.

    ``sources`` are the offsets where sources of attributions begin. Pronouns in quotations are
    resolved only where they are sources. What has no likely antecedent is left out.
    """
    events: list[tuple[int, int, str]] = [(m.start, i, "") for i, m in enumerate(entities.mentions)]
    events += [(m.start(), -1, m.group().lower()) for m in _pronoun().finditer(article.text)]
    events += [(start, -1, "") for start in phrases]
    times = _times(article, quotations)
    named, spoken = Salience(SENTENCE_DECAY), Salience(SOURCE_DECAY)
    found: dict[int, Entity] = {}
    opened = -1  # the last sentence that has named somebody
    for start, index, pronoun in sorted(events):
        sentence = article.sentence_at(start)
        time = times[sentence]
        quoted = quotations.covers(start)
        weight = MENTION_WEIGHT
        if index >= 0:
            entity = entities.of_mention[index]
            if entity is None:
                continue
            weight = _weight(entities, index) + (FIRST_NAME_WEIGHT if opened < sentence else 0)
            opened = opened if quoted else sentence
        elif quoted and start not in sources:
            continue
        else:
            fit = _gendered(pronoun_genders()[pronoun]) if pronoun else phrases[start]
            beside = not pronoun or _is_beside(start, quotations)
            bonus = SPEAKER_WEIGHT if beside else SOURCE_WEIGHT
            ranked = sorted(
                (
                    (trust * (named.of(e, time) + bonus * spoken.of(e, time)), e)
                    for e in named.since(time - MAX_SENTENCES_BACK if pronoun else 0)
                    if (trust := fit(e))
                ),
                key=lambda pair: -pair[0],
            )
            entity = ranked[0][1] if ranked else None
            if not pronoun and not entity:
                entity = _only(entities, fit)
            if entity is None:
                continue
            if pronoun:
                _learn(entity, pronoun_genders()[pronoun])
            found[start] = entity
        named.add(entity, weight * (IN_QUOTATION if quoted else 1), time)
        if start in sources and not quoted:
            spoken.add(entity, MENTION_WEIGHT, time)
    return found


def _is_beside(offset: int, quotations: SortedSpans[Span]) -> bool:
    """Whether a quotation ends right before ``offset``, or begins soon after it."""
    before = quotations.last_starting_by(offset)
    after = quotations.first_starting_from(offset + 1)
    return (before is not None and offset - before.end < MAX_CHARS_FROM_QUOTATION) or (
        after is not None and after.start - offset < MAX_CHARS_FROM_QUOTATION
    )


def _times(article: Article, quotations: SortedSpans[Span]) -> list[int]:
    """The time of each sentence: one more than before, unless it stands within a quotation."""
    return list(
        accumulate(
            0 if quotations.covers(s.start) and quotations.covers(s.end) else 1
            for s in article.sentences
        )
    )


def _weight(entities: Entities, index: int) -> float:
    """The weight of the mention at ``index``."""
    return MENTION_WEIGHT * (IN_GENITIVE if entities.mentions[index].possessive else 1)


def _gendered(gender: str) -> Fit:
    """How far an entity may be "he" or "she"."""

    def fit(entity: Entity) -> float:
        if entity.person is False or entity.gender not in (gender, None):
            return 0.0
        if entity.person:
            return 1.0
        return UNKNOWN_KIND_TRUST if len(entity.words) > 1 else SINGLE_WORD_TRUST

    return fit


def _learn(entity: Entity, gender: str) -> None:
    """Take ``entity`` to be a person of ``gender``, where that is not known."""
    if entity.gender is None:
        entity.gender = gender
        entity.person = True


def _only(entities: Entities, fit: Fit) -> Entity | None:
    """The one entity of the article that fits wholly, though it is named only further on."""
    apt = [entity for entity in entities.all if fit(entity) == 1]
    return apt[0] if len(apt) == 1 else None
