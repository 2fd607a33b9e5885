"""Who each source of an article is: its fullest name there, and its type.

"Shoigu" is Sergei Shoigu, and "KCNA" the Korean Central News Agency, if the article says so; "she"
and "the mayor" are somebody named around them. One log-linear model ranks all whom a source may be,
"nobody with a name" among them, after Denis and Baldridge, "Specialized models and ranking for
coreference resolution" (2008); sources are resolved in the order of the text, and what was found
before counts.
"""

import math
from collections.abc import Sequence
from itertools import repeat
from operator import add
from typing import NamedTuple

from newsbrief.article import Article
from newsbrief.attribution import SourceType
from newsbrief.spans import SortedSpans, Span

from .candidates import Candidate, candidates
from .descriptors import closeness, match
from .discourse import TYPES, Discourse, SourceWords
from .entities import Entities, Entity
from .log_linear import WRONG_COST, choose, label_chances, weights
from .mentions import find_mentions
from .own_names import phrase_mentions
from .source_form import ANSWER
from .source_network import Context, VectorOf

__all__ = ["ResolvedSource", "SourceWords", "discourse_of", "resolve"]

MAX_SOURCE_CHARS = 400  # of a source whose vector is taken

# Of a wrong answer for "the prime minister" where the article calls nobody near so. With this cost
# .905 and .921 of the names in the held-out and the signed articles are right, .021 and .018 are
# somebody else's; with that of others .906 and .921 are right, .020 of both somebody else's.
STRANGE_ROLE_COST = 3.0
GUEST_CHANCE = 0.95  # that an answer is the guest's: 13 of 13 in bench/labelled
MIN_CHANCE = 1e-6  # of a type: the log of none is infinite
TYPE_OF_LETTER = {kind.value[0]: kind for kind in SourceType}


class ResolvedSource(NamedTuple):
    """Who a source is."""

    name: str | None  # the fullest in the article, white space folded; None where it has none
    mention: Span | None  # where that name stands in the article
    type: SourceType
    probability: float  # from 0 to 1, that the name is right, or that there is none


def resolve(
    article: Article,
    sources: Sequence[SourceWords],
    quotations: SortedSpans[Span],
    vector_of: VectorOf,
) -> list[ResolvedSource]:
    """Who each of ``sources`` is, in their order.

    ``vector_of`` gives the tagger's vectors, projected by ``source_network``.
    """
    discourse = discourse_of(article, sources, quotations, vector_of)
    who: dict[int, tuple[Entity | None, float]] = {}
    # The log chances of each type, of all sources that are an entity together: bench/labelled has
    # 0.884 of the types right so, 0.880 where each source has its own.
    types: dict[Entity | int, list[float]] = {}
    for index in discourse.order:
        entity, _ = who[index] = _who(discourse, index)
        chances = label_chances("types", TYPES, type_features(discourse, index, entity))
        discourse.settle(index, entity, TYPES[chances.index(max(chances))])
        logs = [math.log(max(chance, MIN_CHANCE)) for chance in chances]
        types[entity or index] = [*map(add, logs, types.get(entity or index, repeat(0.0)))]
    resolved = {
        index: ResolvedSource(
            discourse.entities.name(entity) if entity else None,
            Span(*entity.fullest[:2]) if entity else None,
            _likeliest(types[entity or index]),
            probability,
        )
        for index, (entity, probability) in who.items()
    }
    return [resolved[index] for index in discourse.first]


def _who(discourse: Discourse, index: int) -> tuple[Entity | None, float]:
    """The entity that the source at ``index`` is, and the probability that it is so."""
    if discourse.utterances[index].form.form == ANSWER:
        return discourse.guest, GUEST_CHANCE
    possible = candidates(discourse, index)
    own = sum(candidate.is_own for candidate in possible)
    told = discourse.context.scores(*places(discourse, index, possible))
    features = [each.features for each in possible]
    wrong_cost = STRANGE_ROLE_COST if _is_strange_role(discourse, index, possible) else WRONG_COST
    choice = choose(weights("sources"), features, own, told, wrong_cost)
    return possible[choice.candidate].entity, choice.probability


def _is_strange_role(discourse: Discourse, index: int, possible: Sequence[Candidate]) -> bool:
    """Whether the source at ``index`` is a role that is told of none of those who it may be."""
    form = discourse.utterances[index].form
    entities = (each.entity for each in possible if each.entity)
    return (
        form.section == "role"
        and form.form in ("the", "his")
        and all(closeness(match(form, e.keys, discourse.beside(e))) == "0" for e in entities)
    )


def places(
    discourse: Discourse, index: int, possible: Sequence[Candidate]
) -> tuple[Span, list[tuple[Span, Span]]]:
    """The source at ``index``, and of each entity that it may be the last and fullest mention."""
    source = discourse.utterances[index]
    entities = [candidate.entity for candidate in possible if candidate.entity]
    mentions = [
        (discourse.nearest_mention(entity, source.start), entity.fullest) for entity in entities
    ]
    return (
        Span(source.start, min(source.end, source.start + MAX_SOURCE_CHARS)),
        [(Span(last.start, last.end), Span(full.start, full.end)) for last, full in mentions],
    )


def discourse_of(
    article: Article,
    sources: Sequence[SourceWords],
    quotations: SortedSpans[Span],
    vector_of: VectorOf,
) -> Discourse:
    """The discourse of ``sources`` in ``article``, none of them resolved yet."""
    spans = SortedSpans(dict.fromkeys(span for source in sources for span in source.source))
    mentions = find_mentions(article, spans)
    mentions += phrase_mentions(article, spans, SortedSpans(mentions))
    entities = Entities(article.text, sorted(set(mentions)))
    return Discourse(article, entities, sources, quotations, Context(vector_of))


def _likeliest(scores: Sequence[float]) -> SourceType:
    return TYPE_OF_LETTER[TYPES[scores.index(max(scores))]]


def type_features(discourse: Discourse, index: int, entity: Entity | None) -> list[str]:
    """The features of the type of the source at ``index``."""
    utterance = discourse.utterances[index]
    kind = entity.kind if entity else "-"
    form = utterance.form
    before = discourse.types.get(entity, "-")
    # The tagger takes most of what "it" says for a body's: it does not see what "it" takes up.
    given = "-" if form.form == "it" and not entity else utterance.type
    return [
        f"kind {kind}",
        f"given {given} {bool(entity):d}",
        f"given {given} {kind[0]} {form.section}",
        f"form {form.form} {kind[0]}",
        f"noun {form.noun or '-'}",
        f"section {form.section} {kind[0]}",
        f"section {form.section} {form.form}",
        f"before {before} {bool(entity):d} {form.form}",
    ]
