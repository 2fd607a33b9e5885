"""What speaks for an entity that is named around a source, or for nobody with a name.

How much each feature counts is learned (``train/names.py``).
"""

from typing import NamedTuple

from newsbrief.text.gazetteer import titles

from .discourse import Answer, Discourse, Utterance
from .entities import Entity
from .lexicon import word_class
from .mention import Keys
from .nearby import Nearby
from .source_form import QUOTATION
from .source_types import section

LEADS = (0.4, 1.0, 2.5)  # how many times as salient as the next one
MAX_GAP_CHARS = 60  # between a name and a pronoun that are close


class _Standing(NamedTuple):
    """An entity around a source, and where it stands among the others."""

    entity: Entity
    mention: int | None  # the index of the last one before the source
    turn: str  # how many sources back it was one
    salient: str  # its place among the most salient


def nearby_features(discourse: Discourse, nearby: Nearby, entity: Entity) -> list[str]:
    """The features of an ``entity`` that is named around the source."""
    source = nearby.source
    standing = _Standing(
        entity,
        discourse.last_mention(entity, source.start),
        turns_back(discourse, nearby.answers, entity),
        _rank(nearby.by_salience, entity),
    )
    features = _salience_features(discourse, nearby, standing)
    if source.form.noun:
        features += _description_features(discourse, nearby, standing)
    if source.speaker >= 0:
        features.append(_speaker_feature(discourse, source, entity))
    if standing.mention is not None and not source.form.noun:
        features += _gap_features(discourse, source, standing.mention, standing.turn)
    return features


def _salience_features(discourse: Discourse, nearby: Nearby, standing: _Standing) -> list[str]:
    """Whether the entity agrees with the source, and when and how often it was named and spoke."""
    source = nearby.source
    entity, index, turn, salient = standing
    agrees = nearby.agreement[entity]
    g, h, t = source.form.group, _rough_type(source), source.type
    distance, place = "-", "-"
    if index is not None:
        distance = _bucket(source.sentence - discourse.entities.mentions[index].sentence)
        place = discourse.place(index)
    last = nearby.answers[0] if nearby.answers else None
    gap = _bucket(source.sentence - last.sentence) if last else "-"
    lead = _lead(nearby, entity)
    times = min(discourse.times.get(entity, 0), 3)
    return [
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


def _description_features(discourse: Discourse, nearby: Nearby, standing: _Standing) -> list[str]:
    """How the noun of the source describes the entity, and how the others."""
    entity, _, turn, salient = standing
    form, h = nearby.source.form, _rough_type(nearby.source)
    fit, close = nearby.fits[entity], nearby.close[entity]
    best = f"{close} {close == nearby.closest:d} {min(nearby.rivals, 3)}"
    noun = _noun_of(entity.keys)
    told = "=" if noun == form.noun else "x" if noun else "-"
    titled = (word for word in discourse.beside(entity).last_before if word in titles())
    return [
        *(f"title {form.noun} {title}" for title in titled),
        f"called {form.noun} {noun or '-'}",
        f"called {form.section} {told} {close} {entity.kind[0]}",
        f"{form.group} fit {fit}",
        f"fit {fit} {entity.kind[0]}",
        f"fit {close} {salient} {turn}",
        f"fit {close} {form.noun}",
        f"body {form.noun} {_ending(entity.keys)}",
        f"{h} best {best} {nearby.agreement[entity][0]}",
        f"best {best} {salient} {_rank(nearby.likely, entity)}",
        f"introduced {nearby.introduced or '-'} {close}",
    ]


def _speaker_feature(discourse: Discourse, source: Utterance, entity: Entity) -> str:
    """Whether the entity is who speaks where the source stands in a claim."""
    speaker = discourse.answers.get(source.speaker)
    who = speaker.entity if speaker else None
    return f"{source.form.group} speaker {who is not None:d}{who is entity:d}"


def _gap_features(discourse: Discourse, source: Utterance, index: int, turn: str) -> list[str]:
    """What stands between the mention ``index`` and the source."""
    mention = discourse.entities.mentions[index]
    between = discourse.article.text[mention.end : source.start]
    is_short = len(between) <= len(", ")
    gap = between.strip() or "_" if is_short else str(len(between) < MAX_GAP_CHARS)
    g = source.form.group
    if g != QUOTATION:
        return [f"{g} between {gap}"]
    sentences = discourse.article.sentences
    blocks = sentences[source.sentence].block - sentences[mention.sentence].block
    return [f"{g} between {gap}", f"{g} blocks {min(blocks, 3)} {turn}"]


def _rough_type(source: Utterance) -> str:
    """The first letter of the type of ``source``, with "d" where it has a description."""
    return f"{source.type[:1]}{'d' * bool(source.form.noun)}"


def _noun_of(keys: Keys) -> str:
    """The noun in the name ``keys`` that says what kind of body it is; "" if none does."""
    noun = _head(keys)
    return noun if section(noun) == "organisation" else ""


def _ending(keys: Keys) -> str:
    """What lists say of the word that makes the name ``keys`` a body's: "o", "og", "ob", "-"."""
    return "".join(letter for letter in word_class(_head(keys)) if letter in "ogb") or "-"


def _head(keys: Keys) -> str:
    """The word that may make the name ``keys`` a body's: "Bank of Ely", "Ely Bank"."""
    return keys[0] if "of" in keys or "for" in keys else keys[-1]


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
