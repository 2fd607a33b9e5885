"""Whom a source may be, and what speaks for each: candidates and their features.

The candidates are the entities that the source's own words name, those named around it, those
that were sources before, and those that its description fits. Distances are counted in sentences
and in compatible candidates, as by Lappin and Leass (1994); their weights are learned
(``train/names.py``), as by Denis and Baldridge (2008).
"""

from bisect import bisect_left, insort
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from newsbrief.article import Article
from newsbrief.spans import SortedSpans, Span, fold
from newsbrief.text.tokens import word_spans

from .capitalised_runs import key
from .descriptors import Descriptors, descriptors, match
from .entities import Entities, Entity
from .kinds import is_place, person_chance
from .lexicon import word_class
from .mention import Mention
from .source_form import QUOTATION, SourceForm, source_form
from .source_types import noun_end, section

MAX_MENTIONS_BACK = 40
MAX_CANDIDATES_BACK = 8
MAX_CANDIDATES_AHEAD = 2
MAX_SOURCES_BACK = 3
MAX_FITTING = 3  # entities that a description fits, elsewhere in the article
MAX_ARTICLE_CHARS = 4  # "The " before a name
MAX_PHRASE_WORDS = 6  # of a description that may be a name
MAX_OWN = 6  # names in the words of a source
MAX_MENTIONS_WEIGHED = 5
# Shares of a mention's weight, as in Lappin and Leass (1994).
SENTENCE_DECAY = 0.4  # left in the next sentence
IN_GENITIVE = 0.25
IN_QUOTATION = 0.1
SOURCE_WEIGHT = 2.0  # of having been a source
SURE = 0.7  # chance of a type from which it is sure

PERSON, ORGANISATION, DOCUMENT, UNNAMED = TYPES = "podu"
_OF_GENDER = {"he": "male", "she": "female"}
_PURE = frozenset(("bare", "the"))  # forms in which a name may be all there is


class SourceWords(NamedTuple):
    """A source as the tagger gives it: spans of the article."""

    source: tuple[Span, ...]  # none where a quotation stands alone
    cue: tuple[Span, ...]
    claim: tuple[Span, ...]
    types: tuple[float, ...] = ()  # chances of person, organisation, document, unnamed


class Candidate(NamedTuple):
    """An entity that a source may be (None: none is named), and the features of that."""

    entity: Entity | None
    features: list[str]
    own: bool = False  # whether the source's own words name it, or a namesake


class Utterance(NamedTuple):
    """A source where it stands, and its form."""

    start: int
    end: int
    sentence: int
    form: SourceForm
    type: str  # the likeliest, "" if unknown, followed by "!" where it is sure
    own: tuple[int, ...]  # indexes of the mentions in its words
    speaker: int  # index of the source in whose claim it stands, or -1


class Answer(NamedTuple):
    """A source that is resolved: where it stands, and who it is."""

    start: int
    end: int
    sentence: int
    entity: Entity | None
    form: str
    type: str


class Discourse:
    """The sources of an article, those resolved so far, and the entities that it names."""

    def __init__(
        self,
        article: Article,
        entities: Entities,
        sources: Sequence[SourceWords],
        quotations: SortedSpans[Span],
    ) -> None:
        """Nobody is resolved yet."""
        self.article, self.entities = article, entities
        self.quotations = quotations
        self._kinds: dict[Entity, str] = {}
        self._descriptors: dict[Entity, Descriptors] = {}
        by_words: dict[tuple[Span, ...], int] = {}
        self.first = [by_words.setdefault(s.source or s.claim, i) for i, s in enumerate(sources)]
        self.utterances = self._utterances(sources)
        self.answers: dict[int, Answer] = {}  # by index of the source
        self._past: list[Answer] = []  # by place
        self._times: dict[Entity, int] = {}
        self._votes = self._type_votes()

    def _utterances(self, sources: Sequence[SourceWords]) -> list[Utterance]:
        claims = SortedSpans(
            _Claim(span.start, span.end, i) for i, s in enumerate(sources) for span in s.claim
        )
        found = []
        for i, source in enumerate(sources):
            spans = source.source or source.claim[:1]
            start, end = spans[0].start, spans[-1].end
            own = [
                index
                for span in source.source
                for index in self.entities.spans.indexes_overlapping(*span)
            ]
            holders = [c.owner for c in claims.overlapping(start, start + 1) if c.owner != i]
            found.append(
                Utterance(
                    start,
                    end,
                    self.article.sentence_at(start),
                    source_form(self.article.text, source.source),
                    _type(source.types),
                    tuple(own[:MAX_OWN]),
                    self.first[holders[-1]] if holders and source.source else -1,
                )
            )
        return found

    def _type_votes(self) -> dict[Entity, str]:
        """The type of the sources that consist of the name of an entity."""
        votes: dict[Entity, str] = {}
        for utterance in self.utterances:
            if len(utterance.own) == 1 and utterance.type.endswith("!"):
                mention = self.entities.mentions[utterance.own[0]]
                if utterance.end - mention.end <= 2 and utterance.form.form in _PURE:
                    entity = self.entities.of_mention[utterance.own[0]]
                    votes.setdefault(entity, utterance.type[0])
        return votes

    @property
    def order(self) -> list[int]:
        """The indexes of the sources as they are to be resolved: "I" and "we" after the others.

        Of the claims of one source only the first; ``first`` has its index for each.
        """
        late = ("i", "we", QUOTATION)
        return sorted(
            dict.fromkeys(self.first),
            key=lambda i: (self.utterances[i].form.form in late, self.utterances[i].start),
        )

    def settle(self, index: int, entity: Entity | None) -> None:
        """Take down that the source at ``index`` is ``entity``, or nobody with a name."""
        utterance = self.utterances[index]
        answer = Answer(
            utterance.start,
            utterance.end,
            utterance.sentence,
            entity,
            utterance.form.form,
            utterance.type[:1],
        )
        self.answers[index] = answer
        insort(self._past, answer, key=_start)
        if entity:
            self._times[entity] = self._times.get(entity, 0) + 1

    def kind(self, entity: Entity) -> str:
        """What ``entity`` is: p person, o body, in capitals where it is sure; l a place."""
        if entity not in self._kinds:
            chance = person_chance(self.entities, entity)
            if chance > 0.5:
                kind = "P" if chance > 0.85 else "p"
            else:
                kind = "O" if chance < 0.15 else "o"
            vote = self._votes.get(entity, "")
            place = "l" if is_place(entity) else ""
            self._kinds[entity] = f"{kind}{place}{vote}"
        return self._kinds[entity]

    def beside(self, entity: Entity) -> Descriptors:
        """The words beside the name of ``entity``."""
        if entity not in self._descriptors:
            self._descriptors[entity] = descriptors(self.entities, entity)
        return self._descriptors[entity]

    @cached_property
    def _described(self) -> dict[str, list[Entity]]:
        """The entities by the nouns beside their names."""
        found: dict[str, list[Entity]] = {}
        for entity in self.entities.all:
            beside = self.beside(entity)
            for noun in sorted(beside.beside | beside.apposition | set(entity.keys)):
                found.setdefault(noun, []).append(entity)
        return found

    def candidates(self, index: int) -> list[Candidate]:
        """Who the source at ``index`` may be; the first candidate is nobody with a name."""
        utterance = self.utterances[index]
        form = utterance.form
        own = [self.entities.of_mention[i] for i in utterance.own]
        found: dict[Entity, list[str]] = {}
        for place, i in enumerate(utterance.own):
            features = self._own_features(utterance, place, i)
            if own[place] not in found:
                found[own[place]] = features
            for namesake in self.entities.namesakes.get(i, ()):
                found.setdefault(namesake, []).extend(self._namesake_features(utterance, namesake))
        in_words = len(found)
        around = {} if own and self._is_name(utterance) else self._around(utterance)
        nearby = [e for e in around if e not in found]
        fits = {e: self._agreement(utterance, e) for e in nearby}
        salience = {e: self._salience(utterance, e) for e in nearby}
        likely = [e for e in nearby if fits[e][0] != "-"]
        by_salience = sorted(likely, key=salience.__getitem__, reverse=True)
        matches = {e: match(form, e.keys, self.beside(e)) for e in nearby if form.noun}
        closest = max(map(_closeness, matches.values()), default="-")
        rivals = sum(_closeness(m) == closest for m in matches.values())
        for entity in nearby:
            features = self._nearby_features(utterance, entity, around[entity], fits[entity])
            rank = min(likely.index(entity), 3) if entity in likely else "-"
            place = min(by_salience.index(entity), 3) if entity in likely else "-"
            turn = self._turn(utterance, entity)
            g, h = form.form, f"{utterance.type[:1]}{'d' if form.noun else ''}"
            if form.noun:
                g = f"{g} {form.section}"
            share = salience[entity] / (sum(map(salience.__getitem__, likely)) or 1)
            features += [
                f"{g} rank {rank} {turn}",
                f"{g} salience {place} {turn}",
                f"{h} rank {rank} {turn}",
                f"{h} salience {place} {fits[entity][:2]}",
                f"salience {place} {rank} {turn}",
                f"{h} share {int(5 * share)} {fits[entity][0]}",
                f"{g} share {int(5 * share)} {place}",
            ]
            if form.noun:
                fit, close = matches[entity], _closeness(matches[entity])
                best = f"{close} {close == closest:d} {min(rivals, 3)}"
                features += [
                    f"{g} fit {fit}",
                    f"fit {fit} {self.kind(entity)[0]}",
                    f"fit {close} {place} {turn}",
                    f"fit {close} {form.noun}",
                    f"{h} best {best} {fits[entity][0]}",
                    f"best {best} {place} {rank}",
                ]
            found[entity] = features
        compatible = len(likely)
        last = self._last(utterance)
        t, g = utterance.type, form.form
        none = [
            "none",
            f"none {g} {t}",
            f"none {g} {form.section} {t}",
            f"none {g} {form.noun}",
            f"none own {len(own)} {g} {form.section}",
            f"none fits {min(compatible, 3)} {g}",
            f"none last {self._gap(utterance, last)} {g}",
            f"none {len(form.words) > 1:d} {form.words[0] if form.words else ''}",
        ]
        if form.noun:
            none += [f"none best {closest} {form.section} {g}", f"none best {closest} {t} {rivals}"]
        if utterance.speaker >= 0:
            answer = self.answers.get(utterance.speaker)
            none.append(f"none in claim {g} {bool(answer and answer.entity):d}")
        named = (Candidate(e, f, i < in_words) for i, (e, f) in enumerate(found.items()))
        return [Candidate(None, none), *named]

    def _is_name(self, utterance: Utterance) -> bool:
        """Whether the source is a name and no description that holds one."""
        return any(
            mention.start - utterance.start <= MAX_ARTICLE_CHARS
            and utterance.end - mention.end <= MAX_ARTICLE_CHARS
            and self.article.text[mention.end - len(mention.keys[-1])].isupper()
            for mention in map(self.entities.mentions.__getitem__, utterance.own)
        )

    def _own_features(self, utterance: Utterance, place: int, index: int) -> list[str]:
        """The features of a name in the source's own words, the one at ``place`` there."""
        text, mention = self.article.text, self.entities.mentions[index]
        entity = self.entities.of_mention[index]
        before = text[utterance.start : max(mention.start, utterance.start)]
        after = text[mention.end : utterance.end]
        words_before = [before[s:e].lower() for s, e in word_spans(before)]
        words_after = [after[s:e].lower() for s, e in word_spans(after)]
        left = words_before[-1] if words_before else "^"
        lc = word_class(left) if len(left) > 3 else left
        comma = "," if before.rstrip()[-1:] in ",–—-(" and before else ""
        commas = min(before.count(",") , 2)
        mark = after.lstrip("'’s")[:2].strip() or ("$" if not words_after else "")
        right = mark[:1] if mark[:1] and not mark[:1].isalnum() else word_class(words_after[0]) if words_after else "$"
        governed = next((w for w in reversed(words_before) if w in _PREPOSITIONS), "-")
        possessive = mention.possessive and bool(words_after)
        k, t, g = self.kind(entity), utterance.type, utterance.form.form
        rest = min(len(utterance.own) - place - 1, 2)
        section = utterance.form.section
        shown = text[mention.start : mention.end]
        m = "j" if "and" in mention.keys else "-"
        if shown.split()[-1][0].islower():
            m = f"{shown[0].isupper():d}{any(map(str.isupper, shown)):d}{min(len(mention.keys), 3)}"
        return [
            "own",
            f"own {min(place, 2)} {rest} {k[0]} {t}",
            f"own k {k} {t} {m}",
            f"own m {m} {section} {g}",
            f"own m {m} {utterance.form.noun}",
            f"own m {m} {place} {rest} {k[0]}",
            f"own left {comma}{lc} {k[0]}",
            f"own left {comma}{left}",
            f"own right {right} {k[0]} {possessive:d}",
            f"own rightw {words_after[0] if words_after else '$'} {possessive:d}",
            f"own ends {left if left in '^the' else '-'} {right} {possessive:d} {t}",
            f"own gov {governed} {comma} {commas} {k[0]}",
            f"own gov {governed} {comma} {place} {t}",
            f"own {g} {section} {possessive:d} {governed != '-':d} {comma}",
            f"own {g} {section} {k[0]} {t}",
            f"own noun {utterance.form.noun in entity.keys:d} {t}",
            f"own whole {len(words_before)} {bool(words_after):d} {t}",
            f"own next {self._next_kind(utterance, place)} {k[0]} {rest}",
        ]

    def _next_kind(self, utterance: Utterance, place: int) -> str:
        """The kinds of the other names in the source, the one before and the one after."""
        kinds = [self.kind(self.entities.of_mention[i])[0] for i in utterance.own]
        kinds = ["^", *kinds, "$"]
        return kinds[place] + kinds[place + 2]

    def _namesake_features(self, utterance: Utterance, entity: Entity) -> list[str]:
        last = self._mention_before(entity, utterance.start)
        return ["namesake", f"namesake {last is not None:d}", f"namesake {self._turn(utterance, entity)}"]

    def _around(self, utterance: Utterance) -> dict[Entity, str]:
        """The entities near the source, and how each comes to be a candidate: the nearest first."""
        mentions, of_mention = self.entities.mentions, self.entities.of_mention
        position = self.entities.spans.index_at(utterance.start)
        found: dict[Entity, str] = {}
        for i in range(position, max(position - MAX_MENTIONS_BACK, -1), -1):
            if mentions[i].end <= utterance.start:
                found.setdefault(of_mention[i], "before")
            if len(found) == MAX_CANDIDATES_BACK:
                break
        for answer in self._before(utterance, MAX_SOURCES_BACK):
            if answer.entity:
                found.setdefault(answer.entity, "source")
        if utterance.form.noun:
            fitting = self._described.get(utterance.form.noun, [])
            for entity in fitting[:MAX_FITTING]:
                found.setdefault(entity, "fits")
        speaker = self.answers.get(utterance.speaker)
        if speaker and speaker.entity:
            found.setdefault(speaker.entity, "speaker")
        ahead = 0
        for i in range(position + 1, len(mentions)):
            if mentions[i].sentence > utterance.sentence + 1 or ahead == MAX_CANDIDATES_AHEAD:
                break
            if mentions[i].start >= utterance.end and of_mention[i] not in found:
                found[of_mention[i]] = "ahead"
                ahead += 1
        if utterance.form.form == QUOTATION:
            after = bisect_left(self._past, utterance.end, key=_start)
            if after < len(self._past) and (entity := self._past[after].entity):
                found.setdefault(entity, "ahead")
        return found

    def _before(self, utterance: Utterance, count: int) -> Iterator[Answer]:
        """The last ``count`` answers before the source, the last first."""
        i = bisect_left(self._past, utterance.start, key=_start)
        for answer in self._past[max(i - count, 0) : i][::-1]:
            yield answer

    def _last(self, utterance: Utterance) -> Answer | None:
        return next(self._before(utterance, 1), None)

    def _gap(self, utterance: Utterance, last: Answer | None) -> str:
        """How far the answer ``last`` is, and what it is."""
        if last is None:
            return "no"
        sentences = min(utterance.sentence - last.sentence, 3)
        who = self.kind(last.entity)[0] if last.entity else f"-{last.form}"
        return f"{sentences} {who} {last.type}"

    def _turn(self, utterance: Utterance, entity: Entity) -> str:
        """How many sources back ``entity`` was one: 1, 2, 3, "+" for more, "-" for never."""
        for back, answer in enumerate(self._before(utterance, MAX_SOURCES_BACK), start=1):
            if answer.entity is entity:
                return str(back)
        return "+" if entity in self._times else "-"

    def _salience(self, utterance: Utterance, entity: Entity) -> float:
        """How much ``entity`` was mentioned before the source, each sentence back counting less."""
        weight = 0.0
        position = bisect_left(entity.mentions, utterance.start, key=self._mention_end)
        for index in reversed(entity.mentions[max(position - MAX_MENTIONS_WEIGHED, 0) : position]):
            mention = self.entities.mentions[index]
            share = 1.0
            if mention.possessive:
                share = IN_GENITIVE
            elif self.quotations.covers(mention.start):
                share = IN_QUOTATION
            weight += share * SENTENCE_DECAY ** (utterance.sentence - mention.sentence)
        for answer in self._before(utterance, MAX_SOURCES_BACK):
            if answer.entity is entity:
                weight += SOURCE_WEIGHT * SENTENCE_DECAY ** (utterance.sentence - answer.sentence)
        return weight

    def _mention_end(self, index: int) -> int:
        return self.entities.mentions[index].end - 1

    def _mention_before(self, entity: Entity, offset: int) -> int | None:
        """The index of the last mention of ``entity`` that ends by ``offset``, or None."""
        position = bisect_left(entity.mentions, offset, key=self._mention_end)
        return entity.mentions[position - 1] if position else None

    def _agreement(self, utterance: Utterance, entity: Entity) -> str:
        """Whether ``entity`` may be meant by gender, number and kind; "-" first where it may not."""
        g, kind = utterance.form.form, self.kind(entity)
        if g in _OF_GENDER:
            if entity.gender and entity.gender != _OF_GENDER[g]:
                return "-gender"
            return f"{'+' if kind[0] in 'Pp' else '-'}{bool(entity.gender):d}{kind}"
        person = kind[0] in "Pp"
        if g == "it" or utterance.form.section == "organisation":
            return f"{'-' if person else '+'}{kind}"
        if g == "they":
            plural = entity.keys[-1].endswith("s") or "and" in entity.keys
            return f"{'+' if plural or not person else '-'}{plural:d}{kind}"
        if utterance.form.section == "role" or g in ("i", QUOTATION):
            return f"{'+' if person else '-'}{kind}"
        return f"+{kind}"

    def _nearby_features(
        self, utterance: Utterance, entity: Entity, how: str, fits: str
    ) -> list[str]:
        """The features of an entity named around the source."""
        mentions = self.entities.mentions
        g, t = utterance.form.form, utterance.type
        section = utterance.form.section
        if utterance.form.noun:
            g = f"{g} {section}"
        h = f"{t[:1]}{'d' if utterance.form.noun else ''}"
        index = self._mention_before(entity, utterance.start)
        distance, place = "-", "-"
        if index is not None:
            mention = mentions[index]
            distance = _bucket(utterance.sentence - mention.sentence)
            sentence = self.article.sentences[mention.sentence]
            first = mention.start - sentence.start <= 8 or index == 0 or mentions[index - 1].sentence != mention.sentence
            place = (
                f"{first:d}{mention.possessive:d}"
                f"{self.quotations.covers(mention.start):d}"
            )
        turn = self._turn(utterance, entity)
        last = self._last(utterance)
        gap = _bucket(utterance.sentence - last.sentence) if last else "-"
        quoted = self.quotations.covers(utterance.start)
        features = [
            f"{g} {how}",
            f"{g} agree {fits}",
            f"{g} type {t} {fits[0]} {self.kind(entity)[0]}",
            f"{g} dist {distance} {place}",
            f"{g} turn {turn} {gap} {quoted:d}",
            f"{g} turn {turn} {distance} {fits[0]}",
            f"{g} count {min(len(entity.mentions), 4)} {min(self._times.get(entity, 0), 3)}",
            f"{h} agree {fits[0]} {distance}",
            f"{h} turn {turn} {place}",
            f"{h} turn {turn} {gap} {fits[0]}",
            f"{h} dist {distance} {place}",
            f"{h} count {min(len(entity.mentions), 4)} {min(self._times.get(entity, 0), 3)} {distance}",
            f"{h} {how} {fits[0]} {place}",
            f"agree {fits[:2]} {turn} {distance}",
        ]
        if utterance.speaker >= 0:
            answer = self.answers.get(utterance.speaker)
            who = "?" if answer is None or answer.entity is None else str(answer.entity is entity)
            features.append(f"{g} speaker {who}")
        if index is not None and g in ("who", "it", "they", "he", "she"):
            between = self.article.text[mentions[index].end : utterance.start]
            features.append(f"{g} between {between if len(between) < 3 else len(between) < 60}")
        if g == QUOTATION:
            features.append(f"{g} {self._paragraphs(utterance, index, how)} {turn}")
        return features

    def _paragraphs(self, utterance: Utterance, index: int | None, how: str) -> str:
        """How many blocks the last mention stands before a quotation."""
        if index is None:
            return how
        blocks = self.article.sentences
        here = blocks[utterance.sentence].block
        return str(min(here - blocks[self.entities.mentions[index].sentence].block, 3))


_PREPOSITIONS = frozenset(
    ("of", "for", "at", "from", "in", "on", "with", "by", "to", "against", "behind", "near", "about",
     "than", "and", "or", "who", "whose", "as", "including", "like", "a", "an")
)


def phrase_mentions(
    article: Article, sources: Iterable[Span], mentions: SortedSpans[Mention]
) -> Iterator[Mention]:
    """The names that only sources make: "Ray and Poe", "the Trump campaign", "the TUC report".

    Whether they are names is left to the choice of who the source is.
    """
    text = article.text
    for source in sources:
        inside = mentions.overlapping(*source)
        for left, right in pairwise(inside):
            if fold(text[left.end : right.start]) in ("and", "&"):
                keys = (*left.keys, "and", *right.keys)
                yield left._replace(end=right.end, keys=keys, phrase=True)
        form = source_form(text, (source,))
        if form.section not in ("organisation", "document"):
            continue
        phrase = text[source.start : source.end]
        end = noun_end(phrase, form.noun)
        start = 0 if form.form == "bare" else phrase.find(" ") + 1
        in_phrase = tuple(map(key, phrase[start:end].split()))
        span = Span(source.start + start, source.start + end)
        if text[span.end - len(form.noun) : span.end] != form.noun:  # a name
            continue
        if 0 < len(in_phrase) <= MAX_PHRASE_WORDS and span not in {(m.start, m.end) for m in inside}:
            yield Mention(*span, in_phrase, article.sentence_at(source.start), phrase=True)


class _Claim(NamedTuple):
    start: int
    end: int
    owner: int


def _closeness(fit: str) -> str:
    """The class of ``fit``: 3 a noun right beside the name, 2 near it, 1 of its section, 0 none."""
    how = fit.split(" ")[0]
    return "3" if set(how) & set("nbp") else "2" if set(how) & set("BA") else "1" if how else "0"


def _start(answer: Answer) -> int:
    return answer.start


def _bucket(sentences: int) -> str:
    """0, 1, 2, 3, 5 for up to 5, 9 for more."""
    return str(sentences) if sentences <= 3 else "5" if sentences <= 5 else "9"  # noqa: PLR2004


def _type(types: Sequence[float]) -> str:
    """The likeliest of ``types`` as a letter, with "!" where it is sure; "" if unknown."""
    if not types:
        return ""
    best = max(range(len(types)), key=types.__getitem__)
    return TYPES[best] + ("!" if types[best] >= SURE else "")
