"""What speaks for an entity that is named around a source, or for nobody with a name.

As in Lappin and Leass (1994), who was mentioned last, first in a sentence, outside quotations,
counts more; unlike there, how much is learned (``train/names.py``).
"""

from typing import NamedTuple

from .descriptors import closeness, match
from .discourse import Answer, Discourse, Utterance
from .entities import Entity
from .lexicon import is_a_people, never_speaks, word_class
from .mention import Keys
from .salience import SENTENCE_DECAY
from .source_form import QUOTATION
from .source_types import is_plural

MAX_SOURCES_BACK = 3
LEADS = (0.4, 1.0, 2.5)  # how many times as salient as the next one
MAX_GAP_CHARS = 60  # between a name and a pronoun that are close
MAX_INTRODUCTION_CHARS = 2000  # before a description, in which its noun may stand already

SOURCE_WEIGHT = 2.0  # of having been a source, where a mention has 1

_OF_PERSONS = ("he", "she", "i", "who", QUOTATION)  # forms of sources
_MONTHS = (("march",), ("may",), ("august",))  # those that are names too
_ARTICLES = {"a": "a", "an": "a", "the": "the"}
_GENDERS = {"he": "male", "she": "female"}


class Nearby(NamedTuple):
    """The entities around a source, and how they compare."""

    source: Utterance
    answers: list[Answer]  # the last sources before it that it may be, the last one first
    salience: dict[Entity, float]
    agreement: dict[Entity, str]
    likely: list[Entity]  # those that are of the kind that the source is
    by_salience: list[Entity]  # the same, the most salient first
    fits: dict[Entity, str]  # how a description fits each
    close: dict[Entity, str]  # the classes of ``fits``
    closest: str  # the best of them
    rivals: int  # how many have it
    introduced: str  # how the noun of a description was brought in before: "" if it was not


def may_be(source: Utterance, entity: Entity) -> bool:
    """Whether gender, number and kind allow that ``source`` is ``entity``.

    Of 2,521 plural roles in the training articles, such as "the owners", 20 are one person.
    """
    if entity.keys in _MONTHS or is_a_people(entity.keys):
        return False
    if _of_person(source):
        if is_plural(source.form.noun) and "and" not in entity.keys:
            return False
        gender = _GENDERS.get(source.form.form, entity.gender)
        same = not entity.gender or entity.gender == gender
        return same and entity.kind[0] != "O" and not never_speaks(entity.keys)
    return entity.kind[0] != "P" or not _of_body(source)


def _of_person(source: Utterance) -> bool:
    return source.form.form in _OF_PERSONS or source.form.section == "role"


def _of_body(source: Utterance) -> bool:
    return source.form.form == "it" or source.form.section == "organisation"


def compared(discourse: Discourse, source: Utterance, around: list[Entity]) -> Nearby:
    """What is to be known of the entities ``around`` a source before they are compared."""
    before = discourse.answers_before(source.start, MAX_SOURCES_BACK)
    answers = [a for a in before if a.entity is None or may_be(source, a.entity)]
    salience = {e: _salience(discourse, source, answers, e) for e in around}
    agreement = {e: _agreement(source, e) for e in around}
    likely = [e for e in around if agreement[e][0] != "-"]
    fits = {}
    if source.form.noun:
        fits = {e: match(source.form, e.keys, discourse.beside(e)) for e in around}
    close = {e: closeness(fit) for e, fit in fits.items()}
    closest = max(close.values(), default="-")
    return Nearby(
        source,
        answers,
        salience,
        agreement,
        likely,
        sorted(likely, key=salience.__getitem__, reverse=True),
        fits,
        close,
        closest,
        [*close.values()].count(closest),
        _introduced(discourse, source) if source.form.noun else "",
    )


def _introduced(discourse: Discourse, source: Utterance) -> str:
    """What stands before the noun of ``source`` where the text last had it.

    "The owner" who speaks after "the trainer, Anna Moss, sued the owner" is not she.
    """
    first = max(source.start - MAX_INTRODUCTION_CHARS, 0)
    before = discourse.article.text[first : source.start].lower()
    front, found, rest = before.rpartition(f" {source.form.noun}")
    if not found or rest[:1].isalnum():
        return ""
    return _ARTICLES.get(front.rpartition(" ")[2], "other")


def _salience(
    discourse: Discourse, source: Utterance, answers: list[Answer], entity: Entity
) -> float:
    """How much ``entity`` was mentioned before ``source``, each sentence back counting less."""
    salience = discourse.salience
    weight = salience.at(entity, source.start, source.sentence)
    time = salience.time(source.sentence)
    for answer in answers:
        if answer.entity is entity:
            back = max(time - salience.time(answer.sentence), 0)
            weight += SOURCE_WEIGHT * SENTENCE_DECAY**back
    return weight


def _agreement(source: Utterance, entity: Entity) -> str:
    """Whether ``entity`` is of the kind that the source is, "+" or "-", and what tells it."""
    form, kind = source.form.form, entity.kind
    is_person = kind[0] in "Pp"
    if form in _GENDERS:
        return f"{'+' if is_person else '-'}{bool(entity.gender):d}{kind}"
    if form == "they":
        is_plural = entity.keys[-1].endswith("s") or "and" in entity.keys
        return f"{'+' if is_plural or not is_person else '-'}{is_plural:d}{kind}"
    if _of_body(source):
        return f"{'-' if is_person else '+'}{kind}"
    if _of_person(source):
        return f"{'+' if is_person else '-'}{kind}"
    return f"+{kind}"


def nearby_features(discourse: Discourse, nearby: Nearby, entity: Entity) -> list[str]:
    """The features of an ``entity`` that is named around the source."""
    source = nearby.source
    agrees = nearby.agreement[entity]
    g, t = source.form.group, source.type
    h = f"{t[:1]}{'d' * bool(source.form.noun)}"
    index = discourse.last_mention(entity, source.start)
    distance, place = "-", "-"
    if index is not None:
        distance = _bucket(source.sentence - discourse.entities.mentions[index].sentence)
        place = discourse.place(index)
    last = nearby.answers[0] if nearby.answers else None
    gap = _bucket(source.sentence - last.sentence) if last else "-"
    turn = turns_back(discourse, nearby.answers, entity)
    salient = _rank(nearby.by_salience, entity)
    lead = _lead(nearby, entity)
    times = min(discourse.times.get(entity, 0), 3)
    features = [
        f"{g} agrees {agrees}",
        f"{g} type {t} {agrees[0]} {entity.kind[0]}",
        f"{g} distance {distance} {place}",
        f"{g} turn {turn} {gap} {source.quoted}",
        f"{g} count {min(len(entity.mentions), 4)} {times}",
        f"{g} salient {salient} {turn}",
        f"{h} turn {turn} {gap} {agrees[0]}",
        f"{h} salient {salient} {agrees[:2]}",
        f"{g} lead {lead} {source.quoted}",
        f"{h} lead {lead} {turn}",
    ]
    if source.form.noun:
        fit, close = nearby.fits[entity], nearby.close[entity]
        best = f"{close} {close == nearby.closest:d} {min(nearby.rivals, 3)}"
        features += [
            f"{g} fit {fit}",
            f"fit {fit} {entity.kind[0]}",
            f"fit {close} {salient} {turn}",
            f"fit {close} {source.form.noun}",
            f"body {source.form.noun} {_ending(entity.keys)}",
            f"{h} best {best} {agrees[0]}",
            f"best {best} {salient} {_rank(nearby.likely, entity)}",
            f"introduced {nearby.introduced or '-'} {close}",
        ]
    if source.speaker >= 0:
        speaker = discourse.answers.get(source.speaker)
        who = speaker.entity if speaker else None
        features.append(f"{g} speaker {who is not None:d}{who is entity:d}")
    if index is not None and not source.form.noun:
        between = discourse.article.text[discourse.entities.mentions[index].end : source.start]
        close = (
            between.strip() or "_"
            if len(between) <= len(", ")
            else str(len(between) < MAX_GAP_CHARS)
        )
        features.append(f"{g} between {close}")
        if g == QUOTATION:
            sentences = discourse.article.sentences
            mentioned = discourse.entities.mentions[index].sentence
            blocks = sentences[source.sentence].block - sentences[mentioned].block
            features.append(f"{g} blocks {min(blocks, 3)} {turn}")
    return features


def _ending(keys: Keys) -> str:
    """What lists say of the word that makes the name ``keys`` a body's: "o", "og", "ob", "-"."""
    head = keys[0] if "of" in keys or "for" in keys else keys[-1]
    return "".join(letter for letter in word_class(head) if letter in "ogb") or "-"


def _lead(nearby: Nearby, entity: Entity) -> str:
    """How much more salient ``entity`` is than the others that agree: "3" much, "0" much less."""
    others = (nearby.salience[each] for each in nearby.by_salience if each is not entity)
    ratio = nearby.salience[entity] / max(next(others, 0.0), 0.01)
    return str(sum(ratio > least for least in LEADS))


def none_features(discourse: Discourse, nearby: Nearby) -> list[str]:
    """The features of that the source is nobody with a name."""
    source = nearby.source
    form, t = source.form, source.type
    g = form.pooled
    gap = "-"
    if nearby.answers:
        last = nearby.answers[0]
        who = last.entity.kind[0] if last.entity else f"-{last.form}"
        gap = f"{min(source.sentence - last.sentence, 3)} {who} {last.type}"
    features = [
        "none",
        f"none {g} {t}",
        f"none {g} {form.section} {t}",
        f"none {g} {form.noun or '-'}",
        f"none own {len(source.own)} {g} {form.section}",
        f"none likely {min(len(nearby.likely), 3)} {g}",
        f"none last {gap} {g}",
        f"none first {len(form.words) > 1:d} {form.words[0] if form.words else '-'}",
    ]
    if form.noun:
        features += [
            f"none best {nearby.closest} {form.section} {g}",
            f"none best {nearby.closest} {t} {min(nearby.rivals, 3)}",
            f"none introduced {nearby.introduced or '-'} {nearby.closest}",
        ]
    if source.speaker >= 0:
        speaker = discourse.answers.get(source.speaker)
        features.append(f"none speaker {g} {bool(speaker and speaker.entity):d}")
    return features


def turns_back(discourse: Discourse, answers: list[Answer], entity: Entity) -> str:
    """How many sources back ``entity`` was one: "1" to "3", "+" for more, "-" for never."""
    for back, answer in enumerate(answers, start=1):
        if answer.entity is entity:
            return str(back)
    return "+" if entity in discourse.times else "-"


def _rank(ranked: list[Entity], entity: Entity) -> str:
    """The place of ``entity`` among ``ranked``, "3" for all after the third, "-" for none."""
    return str(min(ranked.index(entity), 3)) if entity in ranked else "-"


def _bucket(sentences: int) -> str:
    """A distance, rounded: up to 3 as it is, then "5" and "9" for more."""
    return str(sentences) if sentences <= 3 else "5" if sentences <= 5 else "9"  # noqa: PLR2004
