"""Who a source is: its fullest name in the article, and its type.

"Shoigu" is Sergei Shoigu and "KCNA" the Korean Central News Agency where the article says so;
"she" is whom she means where that is likely. What cannot be told is left as it stands.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from newsbrief.article import Article
from newsbrief.attribution import SourceType
from newsbrief.spans import SortedSpans, Span, fold, join
from newsbrief.text.gazetteer import first_names

from .coreference import Fit, antecedents
from .descriptions import body_fit, person_fit
from .entities import Entities, Entity, link_mentions
from .heads import head
from .mentions import find_mentions
from .pronouns import (
    SENTENCES_BACK,
    before_relative,
    is_of_gender,
    is_one_body,
    is_plural,
    is_several,
    opening_name,
)
from .source_types import head_noun, section, type_of
from .word_lists import description_nouns, pronoun_genders, pronouns

MAX_DESCRIPTION_WORDS = 5  # of a description that may stand for a name
INDEFINITE = (
    "a ",
    "an ",
    "another ",
    "one ",
)  # what opens a description of somebody not met before
# Pronouns that mean nobody by themselves; those of a gender may have an antecedent.
_PRONOUNS = ("subject", "relative", "plural", "thing")

# What may be left off a phrase: "an aide | who", "a student, | whose", "a study, | published".
_ASIDE = re.compile(
    r"(?<=\w)(?:,?\s(?:who|whom|whose)\b|,\s(?:(?:which|based|led|obtained|published|released|reviewed|seen)\b|an?\s|the\s))"
)
_CONTRACTED = re.compile(r"(?<=[a-z])['’](?:m|s|d|ll|re|ve)$")
_GENITIVE = re.compile(r"(?<=\w)(?:['’]s|(?<=s)['’])$")
_AND = re.compile(r"\s(?:and|&|or)\s")
_AGED = re.compile(r"the \d{1,3}-year-old")


class ResolvedSource(NamedTuple):
    """A resolved source: the fullest form of its name in the article, and its type."""

    name: str
    type: SourceType


class _Speaker(NamedTuple):
    """Where a source stands outside the quotations, and who it is."""

    start: int
    end: int
    who: ResolvedSource


class _Source(NamedTuple):
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
        """The phrase without what is added to it: "the 34-year-old | , who is a nurse"."""
        return _without_aside(self.phrase)


def resolve(
    article: Article, sources: Sequence[tuple[Span, ...]], quotations: SortedSpans[Span]
) -> list[ResolvedSource]:
    """Who each of ``sources`` is; they are those of ``article`` in the order of the text."""
    entities = link_mentions(article.text, find_mentions(article))
    known = [
        _Source(spans[0].start, spans[-1].end, join(article.text, spans), head(entities, spans))
        if spans
        else _Source(-1, -1, "", None)
        for spans in sources
    ]
    begins = {source.start for source in known}
    begins |= {entities.mentions[s.head].start for s in known if s.head is not None}
    described = {
        source.start: fit
        for source in known
        if source.head is None and (fit := _fit(entities, source.description))
    }
    meant = antecedents(article, entities, quotations, begins, described)
    for start in described.keys() & meant.keys():
        _learn_kind(meant[start], next(s.description for s in known if s.start == start))
    found = [
        None
        if source.key in pronouns("subject") and _follows_somebody(article, entities, known, i)
        else _first_found(entities, source, meant)
        for i, source in enumerate(known)
    ]
    speakers = SortedSpans(
        _Speaker(source.start, source.end, who)
        for source, who in zip(known, found, strict=True)
        if who and source.phrase and not quotations.covers(source.start)
    )
    return [
        who
        or _related(article, entities, source, speakers)
        or _as_it_stands(entities, source.start, source.end, source.phrase)
        for source, who in zip(known, found, strict=True)
    ]


def _fit(entities: Entities, phrase: str) -> Fit | None:
    """How well each entity fits ``phrase``, where it is definite and may stand for a name."""
    lower = phrase.lower()
    words = lower.split()
    noun = head_noun(phrase)
    several = noun.endswith("s") and is_plural(noun) and section(noun)  # "the officials"
    definite = words[:1] == ["the"] and 1 < len(words) <= MAX_DESCRIPTION_WORDS and not several
    if definite and (_AGED.fullmatch(lower) or section(noun) == "role"):
        return lambda entity: person_fit(entities, entity, phrase, noun)
    bare = not any(word[0].isupper() for word in phrase.split()[1:])
    if definite and bare and section(noun) == "organisation":
        return lambda entity: body_fit(entities, entity, phrase, noun)
    return None


def _learn_kind(entity: Entity, phrase: str) -> None:
    """Take what ``phrase`` describes ("the company") to be a body, where nothing else tells."""
    if entity.person is None and section(head_noun(phrase)) == "organisation":
        entity.person = False


def _first_found(
    entities: Entities, source: _Source, meant: dict[int, Entity]
) -> ResolvedSource | None:
    """Who ``source`` is by its own words or by salience; None for the other pronouns."""
    key, entity = source.key, meant.get(source.start)
    relative = key.startswith(("who ", "which "))
    if source.head is not None and not relative:
        return _named(entities, source.head)
    owner, genders = key.split(" ", 1)[0], pronoun_genders()
    if entity and (key in genders or (owner not in genders and _fit(entities, source.description))):
        return _who(entities, entity, is_person=_is_of_a_person(source.description.lower()))
    if entity and owner in ("his", "her") and head_noun(key) in description_nouns("utterance"):
        return ResolvedSource(entities.name(entity), SourceType.DOCUMENT)
    if relative or any(key in pronouns(name) for name in _PRONOUNS):
        return None
    return _as_it_stands(entities, source.start, source.end, source.phrase)


def _follows_somebody(
    article: Article, entities: Entities, known: Sequence[_Source], index: int
) -> bool:
    """Whether the "he" or "she" at ``index`` follows a source that is one person newly brought in.

    "A spokesman said no. He added ...": no name that the article gave before is meant.
    """
    source = known[index]
    before = (known[i] for i in range(index - 1, -1, -1) if 0 <= known[i].start < source.start)
    last = next(before, None)
    if last is None or not last.phrase.lower().startswith(INDEFINITE):
        return False
    if article.sentence_at(source.start) - article.sentence_at(last.start) > 1:
        return False
    gap = entities.within(last.start, source.start)
    named = any((owner := entities.of_mention[i]) is not None and owner.person for i in gap)
    return not named and _is_somebody(
        ResolvedSource(last.description, type_of(last.description)), source.key
    )


def _is_of_a_person(key: str) -> bool:
    """Whether a description, in lower case, is of a person only."""
    return bool(_AGED.fullmatch(key)) or section(head_noun(key)) == "role"


def _related(
    article: Article, entities: Entities, source: _Source, speakers: SortedSpans[_Speaker]
) -> ResolvedSource | None:
    """Who "who", "it" or "they" is, or an unnamed "she", by what stands before."""
    sentence = article.sentence_at(source.start)
    if source.key.split(" ", 1)[0] in pronouns("relative"):
        begin = article.sentences[sentence].start
        return _spanned(entities, before_relative(entities, source.start, begin))
    begins = [s.start for s in article.sentences[max(sentence - SENTENCES_BACK, 0) : sentence + 1]]
    last = speakers.last_starting_by(source.start - 1)
    near = last.who if last and last.start >= begins[0] else None
    if near and source.key in pronouns("subject") and _is_somebody(near, source.key):
        return near
    several = source.key in pronouns("plural")
    if several or source.key in pronouns("thing"):
        if near and _may_be_meant(near, several=several):
            return near
        fits = is_several if several else is_one_body
        opening = opening_name(entities, source.start, reversed(begins[-SENTENCES_BACK:]), fits)
        if opening is not None:
            return _named(entities, opening)
    return None


def _spanned(entities: Entities, span: Span | None) -> ResolvedSource | None:
    """Who stands at ``span``, a name or a noun phrase."""
    if span is None:
        return None
    index = head(entities, (span,))
    phrase = fold(entities.text[span.start : span.end])
    if index is not None:
        return _named(entities, index)
    return _as_it_stands(entities, span.start, span.end, phrase)


def _as_it_stands(entities: Entities, start: int, end: int, phrase: str) -> ResolvedSource:
    """``phrase``, the text from ``start`` to ``end``, that no one name stands for."""
    named = [entities.of_mention[i] for i in entities.within(start, end)]
    if len(named) > 1 and _AND.search(phrase) and all(e and e.person for e in named):
        return ResolvedSource(phrase, SourceType.PERSON)
    return ResolvedSource(_GENITIVE.sub("", _without_aside(phrase)), type_of(phrase))


def _without_aside(phrase: str) -> str:
    """``phrase`` up to what is added about it: "an aide | who", "a student | , a boy,"."""
    aside = _ASIDE.search(phrase)
    return (phrase[: aside.start()] if aside else phrase).rstrip(" ,;:-–—") or phrase


def _named(entities: Entities, index: int) -> ResolvedSource:
    """Who the mention at ``index`` is of: the short form where a namesake may be meant."""
    entity = entities.of_mention[index]
    mention = entities.mentions[index]
    if entity is None or index in entities.ambiguous:
        return ResolvedSource(fold(entities.text[mention.start : mention.end]), SourceType.PERSON)
    return _who(entities, entity)


def _who(entities: Entities, entity: Entity, *, is_person: bool = False) -> ResolvedSource:
    if is_person or entity.person is not None:
        kind = SourceType.PERSON if is_person or entity.person else SourceType.ORGANISATION
    elif section(entity.words[-1].lower()) == "people":
        kind = SourceType.ANONYMOUS
    else:
        called = len(entity.words) > 1 or entity.words[0].lower() in first_names()
        kind = SourceType.PERSON if called else SourceType.ORGANISATION
    return ResolvedSource(entities.name(entity), kind)


def _is_somebody(who: ResolvedSource, pronoun: str) -> bool:
    """Whether ``who`` is one person without a name who may be ``pronoun``: "a spokesman", "he"."""
    noun = head_noun(who.name)
    one = section(noun) in ("people", "role") and not is_plural(noun)
    return (
        who.type is SourceType.ANONYMOUS and one and is_of_gender(noun, pronoun_genders()[pronoun])
    )


def _may_be_meant(who: ResolvedSource, *, several: bool) -> bool:
    """Whether "they", or "it" where not ``several``, may mean ``who``."""
    if who.type is SourceType.DOCUMENT:
        return not several
    named = who.type is SourceType.PERSON  # "Jacobs" is one
    plural = " and " in who.name or (not named and is_plural(head_noun(who.name)))
    return plural if several else who.type is SourceType.ORGANISATION and not plural
