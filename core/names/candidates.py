"""Whom a source may be: the candidates among whom ``resolution`` chooses.

They are the entities that the source's own words name, those named around it, those that were
sources before, those that its description fits, and those that the article is about.
"""

from collections.abc import Iterator
from typing import NamedTuple

from .discourse import Discourse, Utterance
from .entities import Entity
from .lexicon import is_a_people
from .nearby import MAX_SOURCES_BACK, compared, may_be, was_a_body
from .nearby_features import nearby_features, none_features, turns_back
from .offices import is_another_office
from .own_names import is_a_name, own_features
from .source_form import QUOTATION

_NEVER_NAMED = ("people", "document")  # sections of descriptions of sources

MAX_MENTIONS_BACK = 40
MAX_CANDIDATES_BACK = 8
MAX_CANDIDATES_AHEAD = 2
MAX_DESCRIBED = 3  # entities elsewhere in the article that a description fits
MAX_MAIN = 2  # entities that the article names most often


class Candidate(NamedTuple):
    """An entity that a source may be (None: nobody with a name), and the features of that."""

    entity: Entity | None
    features: list[str]
    is_own: bool = False  # whether the source's own words name it, or a namesake


def candidates(discourse: Discourse, index: int) -> list[Candidate]:
    """Who the source at ``index`` may be; the first candidate is nobody with a name."""
    source = discourse.utterances[index]
    own: dict[Entity, list[str]] = {}
    for place, i in enumerate(source.own):
        entity = discourse.entities.of_mention[i]
        if entity not in own and not is_a_people(entity.keys):
            own[entity] = own_features(discourse, source, place)
        for namesake in discourse.entities.namesakes.get(i, ()):
            own.setdefault(namesake, _namesake_features(discourse, source, namesake))
    around: list[Entity] = []
    if source.form.section not in _NEVER_NAMED and not is_a_name(discourse, source):
        found = dict.fromkeys(_around(discourse, source))
        around = [e for e in found if e not in own and _is_possible(discourse, source, e)]
    others = compared(discourse, source, around)
    return [
        Candidate(None, none_features(discourse, others)),
        *[Candidate(entity, features, is_own=True) for entity, features in own.items()],
        *[Candidate(entity, nearby_features(discourse, others, entity)) for entity in around],
    ]


def _is_possible(discourse: Discourse, source: Utterance, entity: Entity) -> bool:
    """Whether ``source`` may be ``entity`` by its kind, and has no other office than it."""
    if entity in discourse.signers:
        return False
    if not may_be(source, entity) or was_a_body(source, discourse.types.get(entity, "")):
        return False
    if not source.form.noun:
        return True
    phrase = discourse.article.text[source.start : source.end]
    return not is_another_office(source.form, phrase, discourse.beside(entity).offices)


def _around(discourse: Discourse, source: Utterance) -> Iterator[Entity]:
    """The entities near ``source``, the nearest first; some come twice."""
    yield from _named_before(discourse, source)
    yield from (
        a.entity for a in discourse.answers_before(source.start, MAX_SOURCES_BACK) if a.entity
    )
    if source.form.noun:
        yield from discourse.described.get(source.form.noun, [])[:MAX_DESCRIBED]
    speaker = discourse.answers.get(source.speaker)
    if speaker and speaker.entity:
        yield speaker.entity
    yield from _named_ahead(discourse, source)
    yield from discourse.most_mentioned[:MAX_MAIN]


def _named_before(discourse: Discourse, source: Utterance) -> list[Entity]:
    """The last entities named before ``source``, the last one first."""
    mentions, of_mention = discourse.entities.mentions, discourse.entities.of_mention
    position = discourse.entities.spans.index_at(source.start)
    back = range(position, max(position - MAX_MENTIONS_BACK, -1), -1)
    named = (of_mention[i] for i in back if mentions[i].end <= source.start)
    return list(dict.fromkeys(named))[:MAX_CANDIDATES_BACK]


def _named_ahead(discourse: Discourse, source: Utterance) -> Iterator[Entity]:
    """The first entities named after ``source`` up to the next sentence, and the next source."""
    mentions, of_mention = discourse.entities.mentions, discourse.entities.of_mention
    position = discourse.entities.spans.index_at(source.end - 1) + 1
    for i in range(position, min(position + MAX_CANDIDATES_AHEAD, len(mentions))):
        if mentions[i].sentence <= source.sentence + 1:
            yield of_mention[i]
    following = discourse.answer_after(source.end)
    if source.form.form == QUOTATION and following and following.entity:
        yield following.entity


def _namesake_features(discourse: Discourse, source: Utterance, entity: Entity) -> list[str]:
    """The features of an ``entity`` that a name in the source may be short for."""
    answers = discourse.answers_before(source.start, MAX_SOURCES_BACK)
    known = discourse.last_mention(entity, source.start) is not None
    return ["namesake", f"namesake {known:d}", f"namesake {turns_back(discourse, answers, entity)}"]
