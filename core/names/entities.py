"""Who and what an article names: its entities and the mentions of each.

Mentions with the same words are of one entity. Whether a shorter name is that of a longer one
("Ray", "the Tribune", "KCNA") is chosen by a log-linear model among the longer names that it may be
short for, "none of them" included (``train/names.py`` fits it).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from newsbrief.spans import SortedSpans, fold
from newsbrief.text.gazetteer import first_names, places, titles

from .lexicon import word_class
from .log_linear import choose, weights
from .mention import Mention

Keys = tuple[str, ...]

MAX_LONGER_NAMES = 12  # that one name may be short for
MAX_ACRONYM_LETTERS = 8
MIN_CLIPPED_LETTERS = 3

_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv", "jnr", "snr"))


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody or something with a name."""

    keys: Keys  # the words of its fullest name, in lower case
    fullest: Mention  # where it stands in full, the first time
    mentions: list[int] = field(default_factory=list)  # indexes of the article's, in order
    gender: str = ""  # "female" or "male", from a title or a first name


class Entities:
    """The entities of an article, found by mention and by offset."""

    def __init__(self, text: str, mentions: Sequence[Mention]) -> None:
        """Link the ``mentions`` of the article ``text``, which are in order."""
        self.text = text
        self.mentions = mentions
        self.of_mention, self.namesakes = _linked(text, mentions)
        self.all = list(dict.fromkeys(self.of_mention))
        for index, entity in enumerate(self.of_mention):
            _add(text, entity, index, mentions[index])

    def name(self, entity: Entity) -> str:
        """The fullest name of ``entity``, as it stands in the article, white space folded."""
        return fold(self.text[entity.fullest.start : entity.fullest.end])

    @cached_property
    def spans(self) -> SortedSpans[Mention]:
        """The mentions, found by offset."""
        return SortedSpans(self.mentions)




def _add(text: str, entity: Entity, index: int, mention: Mention) -> None:
    """Add the ``mention`` at ``index`` to ``entity``."""
    entity.mentions.append(index)
    own, new = entity.fullest, mention
    in_capitals = text[own.start : own.end].isupper() and not text[new.start : new.end].isupper()
    if len(new.keys) > len(own.keys) or (in_capitals and len(new.keys) == len(own.keys)):
        entity.fullest, entity.keys = mention, mention.keys
    entity.gender = entity.gender or gender(mention)


def gender(mention: Mention) -> str:
    """The gender that the title or first name of ``mention`` tells: "female", "male" or ""."""
    told = (
        titles().get(mention.before),
        titles().get(mention.keys[0]),
        first_names().get(mention.keys[0]) if len(mention.keys) > 1 or mention.before else None,
    )
    return next((each for each in told if each in ("female", "male")), "")


def _linked(
    text: str, mentions: Sequence[Mention]
) -> tuple[list[Entity], dict[int, list[Entity]]]:
    """The entity of each mention, and by index of a mention the entities that it may be of else."""
    by_keys: dict[Keys, list[int]] = {}
    for index, mention in enumerate(mentions):
        by_keys.setdefault(mention.keys, []).append(index)
    longer = longer_names(text, mentions, by_keys)
    entity_of: dict[Keys, Entity] = {}
    of_mention: dict[int, Entity] = {}
    namesakes: dict[int, list[Entity]] = {}
    for keys in sorted(by_keys, key=len, reverse=True):
        indexes = by_keys[keys]
        own = None
        candidates = longer.get(keys, {})
        for index in indexes:
            choice = 0
            if candidates and (index == indexes[0] or len(candidates) > 1):
                features = link_features(mentions, by_keys, index, candidates)
                choice = choose(weights("links"), features).index
            elif candidates:
                of_mention[index] = of_mention[indexes[0]]
                continue
            if choice:
                of_mention[index] = entity_of[list(candidates)[choice - 1]]
            else:
                own = own or Entity(keys, mentions[index])
                of_mention[index] = own
                if candidates:
                    namesakes[index] = [entity_of[c] for c in candidates if c in entity_of]
        entity_of[keys] = of_mention[indexes[0]]
    return [of_mention[i] for i in range(len(mentions))], namesakes


def longer_names(
    text: str, mentions: Sequence[Mention], by_keys: dict[Keys, list[int]]
) -> dict[Keys, dict[Keys, str]]:
    """For each name the longer ones that it may be short for, each with how it is related."""
    by_word: dict[str, list[Keys]] = {}
    for keys in by_keys:
        if len(keys) > 1:
            for word in dict.fromkeys(keys):
                if len(word) > 2 or word == keys[-1]:
                    by_word.setdefault(word, []).append(keys)
            for initials in dict.fromkeys(_initials(keys)):
                by_word.setdefault(initials, []).append(keys)
    found: dict[Keys, dict[Keys, str]] = {}
    for keys, indexes in by_keys.items():
        related = found.setdefault(keys, {})
        mention = mentions[indexes[0]]
        for other in by_word.get(keys[-1].replace(".", ""), ())[:MAX_LONGER_NAMES]:
            if mentions[by_keys[other][0]].phrase and not mention.phrase:
                continue
            if len(other) > len(keys) and (relation := relation_of(keys, other)):
                related[other] = relation
        before = mentions[indexes[0] - 1] if indexes[0] else None
        if before and len(keys) == 1 and len(before.keys) > 1 and (
            text[before.end : mention.start].strip(" \"'“‘") in ("(", "[", ", or ")
            and _abbreviates(keys[0], before.keys)
        ):
            related[before.keys] = "bracketed"
    return {keys: related for keys, related in found.items() if related}


def relation_of(short: Keys, long: Keys) -> str:
    """How the name ``short`` may be short for ``long``, "" where it is not."""
    if len(short) == 1:
        word = short[0]
        last = long[-2] if long[-1] in _SUFFIXES else long[-1]
        if word == last:
            return "last"
        if word == long[0]:
            return "first"
        if word in long:
            return "inner"
        return "clipped" if long[0].startswith(word) else "initials"
    if long[-len(short) :] == short:
        return "end"
    if long[: len(short)] == short:
        return "start"
    unread = iter(long)
    if all(word in unread for word in short):
        return "first and last" if (short[0], short[-1]) == (long[0], long[-1]) else "parts"
    return ""


def _initials(keys: Keys) -> Iterator[str]:
    """The initials of ``keys``, with and without those of "of" and "for"."""
    letters = [word for word in keys if word[0].isalnum()]
    if len(letters) <= MAX_ACRONYM_LETTERS:
        nouns = [word for word in letters if "w" not in word_class(word)]
        yield "".join(word[0] for word in letters)
        yield "".join(word[0] for word in nouns)
        yield "".join([*nouns[:1], *(word[0] for word in nouns[1:])])  # "UKIP"
        yield keys[0][:MIN_CLIPPED_LETTERS]  # "the Fed"


def _abbreviates(acronym: str, keys: Keys) -> bool:
    """Whether the letters of ``acronym`` stand in ``keys`` in order, the first at the start."""
    unread = iter("".join(keys))
    return acronym[0] == keys[0][0] and all(c in unread for c in acronym if c.isalnum())


def link_features(
    mentions: Sequence[Mention],
    by_keys: dict[Keys, list[int]],
    index: int,
    candidates: dict[Keys, str],
) -> list[list[str]]:
    """The features of the longer names that a mention may be short for; the first is for none."""
    mention = mentions[index]
    keys = mention.keys
    indexes = by_keys[keys]
    own = word_class(keys[-1])
    befores = "".join(sorted({_before(mentions[i]) for i in indexes}))
    before = _before(mention) if len(candidates) > 1 else befores
    own_gender = gender(mention)
    place = " ".join(keys).title() in places()
    count = min(len(indexes), 3)
    rivals = min(len(candidates), 3)
    features = [
        [
            "none",
            f"none {own}",
            f"none {before} {len(keys)}",
            f"none {count} {rivals}",
            f"none {place:d} {rivals}",
        ]
    ]
    last = {c: max((i for i in by_keys[c] if i < index), default=-1) for c in candidates}
    for other, relation in candidates.items():
        longer = mentions[by_keys[other][0]]
        other_gender = gender(longer)
        agrees = "?" if not (own_gender and other_gender) else str(own_gender == other_gender)
        r = f"{relation} {len(keys) > 1:d}"
        rest = word_class(other[len(keys)] if relation in ("first", "start") else other[0])
        nearest = last[other] >= 0 and last[other] == max(last.values())
        most = len(by_keys[other]) >= max(len(by_keys[c]) for c in candidates)
        features.append(
            [
                r,
                f"{r} {own}",
                f"{r} own {place:d} {before}",
                f"{r} rest {rest}",
                f"{r} last {word_class(other[-1])}",
                f"{r} {min(len(other), 5)}",
                f"{r} gender {agrees}",
                f"{r} count {min(len(by_keys[other]), 3)} {count}",
                f"{r} before {last[other] >= 0:d}",
                f"rivals {rivals} {nearest:d} {most:d} {agrees}",
                f"{r} link {any(len(w) < 4 and 'w' in word_class(w) for w in other):d}",
                f"{r} the {before} {word_class(longer.before)}",
            ]
        )
    return features


def _before(mention: Mention) -> str:
    """What stands right before the name: "-", its class, "m" for a title of courtesy."""
    if mention.before in ("mr", "mrs", "ms", "miss", "sir", "dr"):
        return "m"
    return word_class(mention.before)[:1] if mention.before else "-"
