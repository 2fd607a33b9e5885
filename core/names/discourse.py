"""The sources of an article as they stand: who they have been so far, and what names are there."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from newsbrief.article import Article
from newsbrief.spans import SortedSpans, Span
from newsbrief.text.signed import DASHES

from .descriptors import Descriptors, descriptors
from .entities import Entities, Entity
from .kinds import person_chance
from .lexicon import is_place
from .mention import Mention
from .salience import Salience
from .source_form import ANSWER, FIRST_PERSON, QUOTATION, SourceForm, source_form
from .source_network import Context

MAX_OWN = 6  # names in the words of a source that are looked at
SURE_PERSON, SURE_BODY = 0.85, 0.15  # chances of being a person from which it is sure
SURE_TYPE = 0.7  # chance of a type from which it is sure
MAX_CHARS_FROM_QUOTATION = 20  # of a source that is near one
MAX_END_CHARS = 2  # between a name and the end of a source that is only a name

_RESOLVED_LAST = (*FIRST_PERSON, QUOTATION)  # forms of sources
_PERSONAL = ("he", "she", "i")  # forms that are of persons, with a name or without
TYPES = "podu"  # person, organisation, document, unnamed


class SourceWords(NamedTuple):
    """A source as the tagger gives it: spans of the article, and chances of its type."""

    source: tuple[Span, ...]  # none where a quotation stands alone
    cue: tuple[Span, ...]
    claim: tuple[Span, ...]
    types: tuple[float, ...] = ()  # of person, organisation, document, unnamed; () if unknown


class Utterance(NamedTuple):
    """A source where it stands, or the claim of one without words; offsets are code points."""

    start: int
    end: int
    sentence: int
    form: SourceForm
    type: str  # a letter of ``TYPES``, the likeliest; "!" after it where it is sure; "-" if unknown
    own: tuple[int, ...]  # indexes of the mentions in its words
    speaker: int  # index of the source in whose claim it stands, or -1
    quoted: str  # "q" in a quotation, "n" near one, "-" elsewhere


class Answer(NamedTuple):
    """A source that is resolved: where it stands, and who it is."""

    start: int
    sentence: int
    entity: Entity | None
    form: str
    type: str


def is_signed(text: str, source: SourceWords) -> bool:
    """Whether ``source`` is the name behind a dash below a quotation: "“No.” — Ann Lee"."""
    if not source.source or not source.claim or source.cue:
        return False
    between = text[source.claim[-1].end : source.source[0].start].strip()
    return between in DASHES


class _Claim(NamedTuple):
    start: int
    end: int
    source: int


class Discourse:
    """The sources of an article, those resolved so far, and the entities that it names."""

    def __init__(
        self,
        article: Article,
        entities: Entities,
        sources: Sequence[SourceWords],
        quotations: SortedSpans[Span],
        context: Context,
    ) -> None:
        """Nobody is resolved yet."""
        self.article, self.entities, self.quotations = article, entities, quotations
        self.context = context
        by_words: dict[tuple[Span, ...], int] = {}
        # The first of the claims that each source has: these are resolved once.
        self.first = [by_words.setdefault(s.source or s.claim, i) for i, s in enumerate(sources)]
        self.utterances = self._utterances(sources)
        self.answers: dict[int, Answer] = {}  # by index of the source
        self.times: dict[Entity, int] = {}  # that each entity has been a source
        # The letters of the types of the entities that have been one; of the source before: None.
        self.types: dict[Entity | None, str] = {}
        self._by_place: list[Answer] = []
        self._starts: list[int] = []  # of the answers by place
        self._descriptors: dict[Entity, Descriptors] = {}
        self._places: dict[int, str] = {}
        types = self._types_of_names()
        for entity in entities.all:
            entity.kind = self._kind(entity, types)
            if not entity.gender and entity.kind[0] in "Pp":
                entity.gender = self.beside(entity).gender
        self.salience = Salience(article, entities, quotations)
        self.signers = self._signers(sources)

    def _signers(self, sources: Sequence[SourceWords]) -> set[Entity]:
        """Who is named only where a quotation without a cue is signed: no "she" takes them up."""
        signing = SortedSpans(s.source[0] for s in sources if is_signed(self.article.text, s))
        if not signing:
            return set()
        mentions, entities = self.entities.mentions, self.entities.all
        return {e for e in entities if all(signing.covers(mentions[i].start) for i in e.mentions)}

    def _utterances(self, sources: Sequence[SourceWords]) -> list[Utterance]:
        claims = SortedSpans(
            _Claim(span.start, span.end, i) for i, s in enumerate(sources) for span in s.claim
        )
        return [self._utterance(i, source, claims) for i, source in enumerate(sources)]

    def _utterance(self, index: int, source: SourceWords, claims: SortedSpans[_Claim]) -> Utterance:
        spans = source.source or source.claim[:1]
        start = spans[0].start
        own = [i for span in source.source for i in self.entities.spans.indexes_overlapping(*span)]
        holders = claims.overlapping(start, start + 1) if source.source else []
        speakers = [self.first[claim.source] for claim in holders if claim.source != index]
        form = source_form(self.article.text, source.source)
        return Utterance(
            start,
            spans[-1].end,
            self.article.sentence_at(start),
            form,
            _type(form, source.types),
            tuple(own[:MAX_OWN]),
            speakers[-1] if speakers else -1,
            self._quoted(start, spans[-1].end),
        )

    def _quoted(self, start: int, end: int) -> str:
        """Whether the span from ``start`` to ``end`` begins in a quotation or is near one."""
        if self.quotations.covers(start):
            return "q"
        near = self.quotations.overlapping(
            max(start - MAX_CHARS_FROM_QUOTATION, 0), end + MAX_CHARS_FROM_QUOTATION
        )
        return "n" if near else "-"

    @property
    def order(self) -> list[int]:
        """The indexes of the sources as they are to be resolved, each once.

        In the order of the text, but "I", "we" and quotations that stand alone after the others.
        """

        def place(index: int) -> tuple[bool, int]:
            utterance = self.utterances[index]
            return utterance.form.form in _RESOLVED_LAST, utterance.start

        return sorted(dict.fromkeys(self.first), key=place)

    def settle(self, index: int, entity: Entity | None, letter: str) -> None:
        """Take down that the source at ``index`` is ``entity``, or nobody with a name.

        ``letter`` is that of its type.
        """
        source = self.utterances[index]
        answer = Answer(source.start, source.sentence, entity, source.form.form, source.type[:1])
        self.answers[index] = answer
        place = bisect_right(self._starts, source.start)
        self._starts.insert(place, source.start)
        self._by_place.insert(place, answer)
        if entity:
            self.times[entity] = self.times.get(entity, 0) + 1
        self.types[entity] = self.types[None] = letter

    def answers_before(self, offset: int, count: int) -> list[Answer]:
        """The last ``count`` sources resolved that start before ``offset``, the last one first."""
        i = bisect_left(self._starts, offset)
        return self._by_place[max(i - count, 0) : i][::-1]

    def answer_after(self, offset: int) -> Answer | None:
        """The first source resolved that starts at ``offset`` or after it."""
        i = bisect_left(self._starts, offset)
        return self._by_place[i] if i < len(self._by_place) else None

    def _kind(self, entity: Entity, types: dict[Entity, str]) -> str:
        """What ``entity`` is: "p" a person, "o" a body, in capitals where it is sure.

        Then "l" for the name of a place, and the type of a source that is nothing but its name.
        """
        chance = person_chance(self.entities, entity, self.beside(entity))
        letter = "p" if chance > 0.5 else "o"  # noqa: PLR2004 - the likelier of two
        sure = not SURE_BODY <= chance <= SURE_PERSON
        place = "l" * is_place(entity.keys)
        return f"{letter.upper() if sure else letter}{place}{types.get(entity, '')}"

    def _types_of_names(self) -> dict[Entity, str]:
        """The sure types of the sources that consist of the name of an entity."""
        types: dict[Entity, str] = {}
        for source in self.utterances:
            if len(source.own) == 1 and source.type.endswith("!"):
                mention = self.entities.mentions[source.own[0]]
                if source.end - mention.end <= MAX_END_CHARS and source.form.form != "a":
                    types.setdefault(self.entities.of_mention[source.own[0]], source.type[0])
        return types

    def beside(self, entity: Entity) -> Descriptors:
        """The words beside the name of ``entity``."""
        if entity not in self._descriptors:
            self._descriptors[entity] = descriptors(self.entities, entity)
        return self._descriptors[entity]

    @cached_property
    def described(self) -> dict[str, list[Entity]]:
        """The entities by the nouns beside and in their names."""
        found: dict[str, list[Entity]] = {}
        for entity in self.entities.all:
            beside = self.beside(entity)
            for noun in beside.last_before.union(beside.apposition, entity.keys):
                found.setdefault(noun, []).append(entity)
        return found

    @cached_property
    def guest(self) -> Entity | None:
        """Who answers in an interview that prints no names before the answers.

        The only one who is surely a person and named before the paragraph of the first question.
        """
        answers = (u.sentence for u in self.utterances if u.form.form == ANSWER)
        sentences = self.article.sentences
        first_question = sentences[min(answers)].block - 1
        named = {
            entity
            for mention, entity in zip(
                self.entities.mentions, self.entities.of_mention, strict=True
            )
            if sentences[mention.sentence].block < first_question
        }
        people = [entity for entity in named if entity.kind[0] == "P"]
        return people[0] if len(people) == 1 else None

    @cached_property
    def most_mentioned(self) -> list[Entity]:
        """The entities of the article, those with most mentions first."""
        return sorted(self.entities.all, key=lambda entity: -len(entity.mentions))

    def last_mention(self, entity: Entity, offset: int) -> int | None:
        """The index of the last mention of ``entity`` that ends by ``offset``, or None."""
        before = bisect_left(entity.mentions, offset, key=self._mention_end)
        return entity.mentions[before - 1] if before else None

    def nearest_mention(self, entity: Entity, offset: int) -> Mention:
        """The last mention of ``entity`` that ends by ``offset``, or else its first."""
        index = self.last_mention(entity, offset)
        return self.entities.mentions[entity.mentions[0] if index is None else index]

    def _mention_end(self, index: int) -> int:
        return self.entities.mentions[index].end - 1

    def place(self, index: int) -> str:
        """Of the mention at ``index`` whether it is its sentence's first, possessive, quoted."""
        if index not in self._places:
            mentions = self.entities.mentions
            mention = mentions[index]
            first = index == 0 or mentions[index - 1].sentence != mention.sentence
            quoted = self.quotations.covers(mention.start)
            self._places[index] = f"{first:d}{mention.possessive:d}{quoted:d}"
        return self._places[index]


def _type(form: SourceForm, chances: Sequence[float]) -> str:
    """The likeliest type by ``chances``, with "!" where it is sure; "-" if nothing tells it."""
    best = chances.index(max(chances)) if chances else None
    if form.form in _PERSONAL and (best is None or TYPES[best] != "u"):
        return "p!"
    if best is None:
        return "-"
    return TYPES[best] + "!" * (chances[best] >= SURE_TYPE)
