"""What "she", "the mayor" or "the agency" means: the compatible entity that is most salient there.

Salience after Lappin and Leass (1994), without their parser: each mention adds weight, more for the
first of a sentence, less in the genitive, and weights decay from sentence to sentence. A pronoun
adds weight to its antecedent in turn. Names in quotations count little, and quoted sentences do not
let weights decay. Who was a source before is likely to be one again, above all beside a quotation.
The weights were set by hand, on PolNeAR's training articles; ``bench/ablation.py`` prints what each
earns.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from newsbrief.article import Article
from newsbrief.spans import SortedSpans, Span

from .entities import Entities, Entity
from .word_lists import pronoun_genders

SENTENCE_DECAY = 0.3  # share of a weight that is left in the next sentence
SOURCE_DECAY = 0.4  # the same for the weight of having been a source
MENTION_WEIGHT = 1.0
FIRST_NAME_WEIGHT = 0.5  # added for the first name of a sentence
IN_GENITIVE = 0.25  # share left to a name in the genitive
IN_QUOTATION = 0.1  # share left to a name in a quotation
SOURCE_WEIGHT = 0.5  # how much it counts to have been a source, where no quotation is near
SPEAKER_WEIGHT = 2.0  # the same beside a quotation
UNKNOWN_KIND_TRUST = 0.3  # in a name that may not be a person's
SINGLE_WORD_TRUST = 0.1  # the same for a name of one word
MAX_SENTENCES_BACK = 50  # from a pronoun to the last mention of its antecedent
MIN_WEIGHT = 0.02  # below which no weight decays
MAX_CHARS_FROM_QUOTATION = 30  # code points between a quotation and the pronoun of its speaker

# How well an entity agrees with a pronoun or a description, from 0 (it cannot be meant) to 1.
Compatibility = Callable[[Entity], float]

_NO_MENTION = -1


class _Expression(NamedTuple):
    """A name, a pronoun or a description, where it stands."""

    start: int
    mention: int = _NO_MENTION  # the index of the name among the article's mentions
    pronoun: str = ""  # in lower case


@cache
def _pronoun() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(pronoun_genders())})\b", re.IGNORECASE)


class Salience:
    """The weight of each entity, which decays with time; time is counted in sentences."""

    def __init__(self, decay: float) -> None:
        """Start without weights; ``decay`` is the share of one that is left after a sentence."""
        self._decay = decay
        self._weights: dict[Entity, tuple[float, int]] = {}  # and the time of the last mention

    def add(self, entity: Entity, weight: float, time: int) -> None:
        """Add ``weight`` to ``entity`` at ``time``."""
        weight += self.of(entity, time)
        self._weights.pop(entity, None)  # so that the last mentioned comes last
        self._weights[entity] = (weight, time)

    def of(self, entity: Entity, time: int) -> float:
        """The weight of ``entity`` at ``time``; 0 before its first mention."""
        if entity not in self._weights:
            return 0.0
        weight, last = self._weights[entity]
        return max(weight * self._decay ** (time - last), MIN_WEIGHT)

    def since(self, time: int) -> Iterator[Entity]:
        """The entities mentioned at ``time`` or later, the last mentioned first."""
        for entity in reversed(self._weights):
            if self._weights[entity][1] < time:
                return
            yield entity


class _Discourse:
    """Who has been mentioned, and who has been a source, up to a point of the article."""

    def __init__(self) -> None:
        self.mentioned = Salience(SENTENCE_DECAY)
        self.sources = Salience(SOURCE_DECAY)

    def most_salient(
        self, compatible: Compatibility, time: int, source_weight: float, since: int = 0
    ) -> Entity | None:
        """The entity mentioned at ``since`` or later whose salience times compatibility is highest.

        ``source_weight`` is how much it counts to have been a source.
        """

        def score(candidate: tuple[float, Entity]) -> float:
            compatibility, entity = candidate
            salience = self.mentioned.of(entity, time)
            return compatibility * (salience + source_weight * self.sources.of(entity, time))

        candidates = ((compatible(entity), entity) for entity in self.mentioned.since(since))
        best = max((c for c in candidates if c[0]), key=score, default=None)
        return best[1] if best else None

    def of_pronoun(self, gender: str, time: int, *, near_quotation: bool) -> Entity | None:
        """The antecedent of a pronoun of ``gender``, whose own gender it tells."""
        source_weight = SPEAKER_WEIGHT if near_quotation else SOURCE_WEIGHT
        since = time - MAX_SENTENCES_BACK
        entity = self.most_salient(_of_gender(gender), time, source_weight, since)
        if entity is not None:
            _learn_gender(entity, gender)
        return entity


def antecedents(
    article: Article,
    entities: Entities,
    quotations: SortedSpans[Span],
    sources: Collection[int],
    descriptions: Mapping[int, Compatibility],
) -> dict[int, Entity]:
    """The antecedents of pronouns of a gender and of ``descriptions``, by the offset of these.

    ``sources`` are the offsets where sources of attributions begin. Pronouns in quotations are
    resolved only where they are sources. What has no likely antecedent is left out. A pronoun also
    tells the gender of its antecedent, which is set where nothing told it before.
    """
    expressions = [_Expression(m.start, mention=i) for i, m in enumerate(entities.mentions)]
    expressions += [
        _Expression(match.start(), pronoun=match.group().lower())
        for match in _pronoun().finditer(article.text)
    ]
    expressions += [_Expression(start) for start in descriptions]
    times = _times(article, quotations)
    discourse = _Discourse()
    resolved: dict[int, Entity] = {}
    named_sentence = -1  # the last one with a name outside quotations
    for start, mention, pronoun in sorted(expressions):
        sentence = article.sentence_at(start)
        time, quoted = times[sentence], quotations.covers(start)
        weight = MENTION_WEIGHT
        if mention != _NO_MENTION:
            entity = entities.of_mention[mention]
            weight = _weight(entities, mention)
            if entity and named_sentence < sentence:
                weight += FIRST_NAME_WEIGHT
            if entity and not quoted:
                named_sentence = sentence
        elif quoted and start not in sources:
            continue
        elif pronoun:
            near = _is_near_quotation(start, quotations)
            entity = discourse.of_pronoun(pronoun_genders()[pronoun], time, near_quotation=near)
        else:
            compatible = descriptions[start]
            entity = discourse.most_salient(compatible, time, SPEAKER_WEIGHT)
            entity = entity or _only_compatible(entities, compatible)
        if entity is None:
            continue
        if mention == _NO_MENTION:
            resolved[start] = entity
        discourse.mentioned.add(entity, weight * (IN_QUOTATION if quoted else 1), time)
        if start in sources and not quoted:
            discourse.sources.add(entity, MENTION_WEIGHT, time)
    return resolved


def _is_near_quotation(offset: int, quotations: SortedSpans[Span]) -> bool:
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


def _of_gender(gender: str) -> Compatibility:
    """How well entities agree with a pronoun of ``gender``, "female" or "male"."""

    def compatibility(entity: Entity) -> float:
        if entity.is_person is False or entity.gender not in (gender, None):
            return 0.0
        if entity.is_person:
            return 1.0
        return UNKNOWN_KIND_TRUST if len(entity.words) > 1 else SINGLE_WORD_TRUST

    return compatibility


def _learn_gender(entity: Entity, gender: str) -> None:
    """Mark ``entity`` as a person of ``gender``, where none is known."""
    if entity.gender is None:
        entity.gender = gender
        entity.is_person = True


def _only_compatible(entities: Entities, compatible: Compatibility) -> Entity | None:
    """The one fully compatible entity of the article, which may be named only further on."""
    candidates = [entity for entity in entities.all if compatible(entity) == 1]
    return candidates[0] if len(candidates) == 1 else None
