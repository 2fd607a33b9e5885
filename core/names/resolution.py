"""Who each source of an article is: its fullest name there, and its type.

"Shoigu" is Sergei Shoigu, and "KCNA" the Korean Central News Agency, if the article says so; "she"
is her likely antecedent. A source that cannot be resolved keeps its own words as its name.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from newsbrief.article import Article
from newsbrief.attribution import SourceType
from newsbrief.spans import SortedSpans, Span, fold, join

from .coreference import Compatibility, antecedents
from .descriptions import organisation_match, person_match
from .entities import Entities, Entity
from .entity_linking import link_mentions
from .heads import head
from .mentions import find_mentions
from .pronouns import (
    SENTENCES_BACK,
    is_plural,
    is_plural_entity,
    is_singular_organisation,
    opening_name,
    relative_antecedent,
)
from .resolved_source import (
    ResolvedSource,
    agrees_in_number,
    core_phrase,
    is_unnamed_person,
    of_entity,
    of_mention,
    of_phrase,
)
from .source_types import head_noun, section, type_of
from .word_lists import description_nouns, pronoun_genders, pronouns

MAX_DESCRIPTION_WORDS = 5  # of a description that may stand for a name
INDEFINITE = ("a ", "an ", "another ", "one ")  # open the description of a person not met before

_PRONOUNS = ("subject", "relative", "plural", "thing")  # sections of ``pronouns.txt``
_CONTRACTED = re.compile(r"(?<=[a-z])['’](?:m|s|d|ll|re|ve)$")
_AGED = re.compile(r"the \d{1,3}-year-old")


class _Source(NamedTuple):
    """A source as it stands in the article; without a phrase where a claim has none."""

    start: int
    end: int
    phrase: str
    head: int | None  # index of the mention that names it

    @property
    def key(self) -> str:
        """The phrase in lower case, without a contracted verb or a genitive ending."""
        return _CONTRACTED.sub("", self.phrase.lower())

    @property
    def description(self) -> str:
        """The phrase without a clause at its end: "the 34-year-old | , who is a nurse"."""
        return core_phrase(self.phrase)


class _Speaker(NamedTuple):
    """A resolved source outside quotations, and where it stands."""

    start: int
    end: int
    resolved: ResolvedSource


class SourceWords(NamedTuple):
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    claim: tuple[Span, ...]
    types: tuple[float, ...]


class _Shim(NamedTuple):
    name: str | None
    mention: Span | None
    type: SourceType
    probability: float = 0.9


def resolve(article, sources, quotations, names=()):
    order=sorted(range(len(sources)),key=lambda i: sources[i].source)
    got=old_resolve(article,[sources[i].source for i in order],quotations)
    out=[None]*len(sources)
    from newsbrief.tagging.heads import TYPES
    for i,r in zip(order,got):
        w=sources[i]
        t=max(range(4),key=w.types.__getitem__) if w.types else 0
        ty=SourceType(TYPES[t])
        name=None if ty is SourceType.UNNAMED or not w.source else r.name
        out[i]=_Shim(name,None,ty)
    return out


def old_resolve(
    article: Article, sources: Sequence[tuple[Span, ...]], quotations: SortedSpans[Span]
) -> list[ResolvedSource]:
    """The resolved form of each of ``sources``, in their order.

    A source is the spans of its words in ``article``, none where a claim has no source. Sources are
    given in the order of the text.
    """
    entities = link_mentions(article.text, find_mentions(article))
    in_text = [
        _Source(spans[0].start, spans[-1].end, join(article.text, spans), head(entities, spans))
        if spans
        else _Source(-1, -1, "", None)
        for spans in sources
    ]
    starts = {source.start for source in in_text}
    starts |= {entities.mentions[s.head].start for s in in_text if s.head is not None}
    descriptions = {
        source.start: (source.description, compatible)
        for source in in_text
        if source.head is None and (compatible := _compatibility(entities, source.description))
    }
    meant = antecedents(
        article,
        entities,
        quotations,
        starts,
        {start: compatible for start, (_, compatible) in descriptions.items()},
    )
    for start, (description, _) in descriptions.items():
        if start in meant:
            _learn_kind(meant[start], description)
    resolved = [
        None
        if source.key in pronouns("subject") and _follows_new_person(article, entities, in_text, i)
        else _by_words_or_salience(entities, source, meant)
        for i, source in enumerate(in_text)
    ]
    speakers = SortedSpans(
        _Speaker(source.start, source.end, known)
        for source, known in zip(in_text, resolved, strict=True)
        if known and source.phrase and not quotations.covers(source.start)
    )
    return [
        known
        or _by_place(article, entities, source, speakers)
        or of_phrase(entities, source.start, source.end, source.phrase)
        for source, known in zip(in_text, resolved, strict=True)
    ]


def _compatibility(entities: Entities, phrase: str) -> Compatibility | None:
    """How well entities fit ``phrase``, where it is a definite description; None where not."""
    lower = phrase.lower()
    words = lower.split()
    noun = head_noun(phrase)
    plural = noun.endswith("s") and is_plural(noun) and section(noun)  # "the officials"
    definite = words[:1] == ["the"] and 1 < len(words) <= MAX_DESCRIPTION_WORDS and not plural
    if definite and (_AGED.fullmatch(lower) or section(noun) == "role"):
        return lambda entity: person_match(entities, entity, phrase, noun)
    with_name = any(word[0].isupper() for word in phrase.split()[1:])
    if definite and not with_name and section(noun) == "organisation":
        return lambda entity: organisation_match(entities, entity, phrase, noun)
    return None


def _learn_kind(entity: Entity, description: str) -> None:
    """Mark what ``description`` ("the company") means as an organisation, if nothing else did."""
    if entity.is_person is None and section(head_noun(description)) == "organisation":
        entity.is_person = False


def _by_words_or_salience(
    entities: Entities, source: _Source, meant: Mapping[int, Entity]
) -> ResolvedSource | None:
    """Who ``source`` is by its own words, or by ``meant``; None for pronouns without antecedent."""
    key, entity = source.key, meant.get(source.start)
    with_relative = key.startswith(("who ", "which "))
    if source.head is not None and not with_relative:
        return of_mention(entities, source.head)
    first_word, genders = key.split(" ", 1)[0], pronoun_genders()
    is_description = first_word not in genders and _compatibility(entities, source.description)
    if entity and (key in genders or is_description):
        resolved = of_entity(entities, entity)
        person = _is_person_description(source.description.lower())
        return resolved._replace(type=SourceType.PERSON) if person else resolved
    if entity and first_word in ("his", "her") and head_noun(key) in description_nouns("utterance"):
        return ResolvedSource(entities.name(entity), SourceType.DOCUMENT)
    if with_relative or any(key in pronouns(name) for name in _PRONOUNS):
        return None
    return of_phrase(entities, source.start, source.end, source.phrase)


def _is_person_description(phrase: str) -> bool:
    """Whether ``phrase``, in lower case, can describe only a person."""
    return bool(_AGED.fullmatch(phrase)) or section(head_noun(phrase)) == "role"


def _follows_new_person(
    article: Article, entities: Entities, sources: Sequence[_Source], index: int
) -> bool:
    """Whether the "he" or "she" at ``index`` follows a source that is a new person without a name.

    "A spokesman said no. He added ...": no name that the article gave before is meant.
    """
    source = sources[index]
    before = (sources[i] for i in range(index - 1, -1, -1))  # a slice would make this quadratic
    last = next((other for other in before if 0 <= other.start < source.start), None)
    if last is None or not last.phrase.lower().startswith(INDEFINITE):
        return False
    if article.sentence_at(source.start) - article.sentence_at(last.start) > 1:
        return False
    between = [entities.of_mention[i] for i in entities.within(last.start, source.start)]
    if any(entity is not None and entity.is_person for entity in between):
        return False
    person = ResolvedSource(last.description, type_of(last.description))
    return is_unnamed_person(person, pronoun_genders()[source.key])


def _by_place(
    article: Article, entities: Entities, source: _Source, speakers: SortedSpans[_Speaker]
) -> ResolvedSource | None:
    """Who "who", "it", "they" or an unnamed "she" is, by what stands before it, or None."""
    sentence = article.sentence_at(source.start)
    if source.key.split(" ", 1)[0] in pronouns("relative"):
        start = article.sentences[sentence].start
        return _at(entities, relative_antecedent(entities, source.start, start))
    first = max(sentence - SENTENCES_BACK, 0)
    starts = [s.start for s in article.sentences[first : sentence + 1]]
    last = speakers.last_starting_by(source.start - 1)
    speaker = last.resolved if last and last.start >= starts[0] else None
    gender = pronoun_genders().get(source.key) if source.key in pronouns("subject") else None
    if speaker and gender and is_unnamed_person(speaker, gender):
        return speaker
    plural = source.key in pronouns("plural")
    if not plural and source.key not in pronouns("thing"):
        return None
    if speaker and agrees_in_number(speaker, plural=plural):
        return speaker
    is_compatible = is_plural_entity if plural else is_singular_organisation
    latest_first = reversed(starts[-SENTENCES_BACK:])
    index = opening_name(entities, source.start, latest_first, is_compatible)
    return None if index is None else of_mention(entities, index)


def _at(entities: Entities, span: Span | None) -> ResolvedSource | None:
    """Who the name or noun phrase at ``span`` is, or None."""
    if span is None:
        return None
    index = head(entities, (span,))
    if index is not None:
        return of_mention(entities, index)
    return of_phrase(entities, span.start, span.end, fold(entities.text[span.start : span.end]))
