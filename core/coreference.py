"""What "she", "the agency" or "it" means: the fitting name that is most salient where it stands.

Salience after Lappin and Leass (1994), without their parser: each mention adds weight, more for
subjects and for sources of attributions, and all weights fade from sentence to sentence. What a
pronoun is found to mean gains weight in turn. Names and pronouns in quotations count little.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Mapping, Sequence

from .article import Article
from .roster import Entity, Roster
from .spans import Span

GENDERS = {
    "he": "male", "him": "male", "his": "male", "himself": "male",
    "she": "female", "her": "female", "hers": "female", "herself": "female",
}  # fmt: skip
SUBJECTS = frozenset(("he", "she"))

FADING = 0.6  # what is left of a weight in the next sentence
MENTION = 1.0
OPENING = 0.5  # more for the first name of a sentence
SOURCE = 1.0  # more for who is the source of an attribution
OBLIQUE = 0.5  # share left to a name that is a possessor or follows a preposition
QUOTED = 0.1  # share left to a name in a quotation
UNKNOWN_GENDER = 0.7  # trust in a person whose name and title tell no gender
UNKNOWN_KIND = 0.3  # and in a name that may be no person's
CLEAR = 1.5  # times the weight of the next best, from which a pronoun tells a gender

Fit = Callable[[Entity], float]  # from 0, not meant, to 1

_PRONOUN = re.compile(rf"\b(?:{'|'.join(GENDERS)})\b", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"\b(?:of|for|to|with|by|from|about|against|on|in|at|than|under|over|like)"
    r"\s(?:the\s)?(?:[a-z]+\s){0,2}$"
)


class Salience:
    """The weight of each entity, as of the sentence it was last mentioned in."""

    def __init__(self) -> None:
        self._weights: dict[Entity, tuple[float, int]] = {}

    def add(self, entity: Entity, weight: float, sentence: int) -> None:
        """Give ``entity`` ``weight`` more in ``sentence``."""
        self._weights[entity] = (self.of(entity, sentence) + weight, sentence)

    def of(self, entity: Entity, sentence: int) -> float:
        """The weight of ``entity``, faded to ``sentence``."""
        weight, last = self._weights.get(entity, (0.0, sentence))
        return weight * FADING ** (sentence - last)

    def ranked(self, fit: Fit, sentence: int) -> list[tuple[float, Entity]]:
        """The entities that ``fit`` allows with their weights, the weightiest first."""
        weighed = [(fit(e) * self.of(e, sentence), e) for e in self._weights]
        return sorted((pair for pair in weighed if pair[0]), key=lambda pair: -pair[0])


def antecedents(
    article: Article,
    roster: Roster,
    quotations: Sequence[Span],
    sources: Collection[int],
    phrases: Mapping[int, Fit],
) -> dict[int, Entity]:
    """What each pronoun "he" or "she", and each of ``phrases``, means, by its offset.

    ``sources`` are the offsets where sources of attributions begin. Pronouns in quotations are
    resolved only where they are sources. What has no likely antecedent is left out.
    """
    events: list[tuple[int, int, str]] = [(m.start, i, "") for i, m in enumerate(roster.mentions)]
    events += [(m.start(), -1, m.group().lower()) for m in _PRONOUN.finditer(article.text)]
    events += [(start, -1, "") for start in phrases]
    salience = Salience()
    found: dict[int, Entity] = {}
    opened = -1  # the last sentence that has named somebody
    for start, index, pronoun in sorted(events):
        sentence = article.sentence_at(start)
        quoted = is_quoted(start, quotations)
        source = start in sources
        weight = MENTION
        if index >= 0:
            entity = roster.owners[index]
            if entity is None:
                continue
            weight = _weight(roster, index) + (OPENING if opened < sentence else 0)
            opened = opened if quoted else sentence
        else:
            if quoted and not source:
                continue
            fit = _gendered(GENDERS[pronoun]) if pronoun else phrases[start]
            ranked = salience.ranked(fit, sentence)
            if not ranked:
                continue
            entity = ranked[0][1]
            if pronoun:
                _learn(ranked, GENDERS[pronoun])
            found[start] = entity
            weight = MENTION * OBLIQUE if pronoun and pronoun not in SUBJECTS else MENTION
        weight += SOURCE if source else 0
        salience.add(entity, weight * (QUOTED if quoted else 1), sentence)
    return found


def is_quoted(offset: int, quotations: Sequence[Span]) -> bool:
    """Whether ``offset`` is inside one of ``quotations``, which are in order."""
    before = bisect_right(quotations, offset, key=lambda quotation: quotation[0])
    return before > 0 and offset < quotations[before - 1][1]


def _weight(roster: Roster, index: int) -> float:
    mention = roster.mentions[index]
    before = roster.text[max(mention.begin - 40, 0) : mention.begin]
    oblique = mention.possessive or _PREPOSITION.search(before)
    return MENTION * OBLIQUE if oblique else MENTION


def _gendered(gender: str) -> Fit:
    """How far an entity may be "he" or "she"."""

    def fit(entity: Entity) -> float:
        if entity.person is False or entity.gender not in (gender, None):
            return 0.0
        trust = 1.0 if entity.person else UNKNOWN_KIND
        return trust if entity.gender else trust * UNKNOWN_GENDER

    return fit


def _learn(ranked: list[tuple[float, Entity]], gender: str) -> None:
    """Take the best of ``ranked`` to be of ``gender``, where no other comes near."""
    weight, best = ranked[0]
    if best.gender is None and (len(ranked) == 1 or weight >= CLEAR * ranked[1][0]):
        best.gender = gender
        best.person = True
