"""Whether an entity is a person, by its words and what stands beside them: a learned chance."""

import re

from newsbrief.text.tokens import words

from .descriptors import Descriptors
from .entities import Entities, Entity
from .lexicon import is_place, word_class
from .log_linear import chances, weights
from .source_types import section

_PRONOUN = re.compile(r"\b(?:(he|she|his|him|her|who)|it|its|which|they|their)\b", re.IGNORECASE)
MAX_PRONOUN_CHARS = 120  # after a name, up to the next one, in which a pronoun may mean it

MAX_MENTIONS = 4  # of an entity that are looked at
MAX_WORD_CHARS = 20  # beside a name, in which the word next to it is looked for


def kind_features(entities: Entities, entity: Entity, beside: Descriptors) -> list[str]:
    """The features of ``entity`` that tell persons from bodies, with what stands ``beside`` it."""
    text, keys = entities.text, entity.keys
    start, end, *_ = entity.fullest
    found = {
        f"words {min(len(keys), 5)} {text[start:end].isupper():d}",
        f"last {word_class(keys[-1])}",
        f"first {word_class(keys[0])} {min(len(keys), 3)}",
        f"word {keys[-1]}",
        f"place {is_place(keys):d}",
        f"link {any(word[0].islower() for word in text[start:end].split())}",
        f"joined {'&' in text[start:end]:d}",
        f"gender {bool(entity.gender):d}",
        f"told {bool(beside.gender):d}",
        *(f"noun before {section(noun) or '-'}" for noun in beside.last_before),
        *(f"noun apposed {section(noun) or '-'}" for noun in beside.apposition),
    }
    for index in entity.mentions[:MAX_MENTIONS]:
        mention = entities.mentions[index]
        before = text[max(mention.start - 4, 0) : mention.start].lower()
        found.add(f"the {before == 'the '} {len(mention.keys) > 1:d}")
        found.add(f"before {word_class(mention.before)[:2]}" if mention.before else "before -")
        found.add(
            f"short {mention.keys == keys[-1:]:d}{mention.keys == keys[:1]:d} {len(keys) > 1}"
        )
        after = text[mention.end : mention.end + 3]
        found.add(f"after {after[:1].strip()}{after[2:].isdigit():d}")
        left = words(text[max(mention.start - MAX_WORD_CHARS, 0) : mention.start].lower())
        right = words(text[mention.end : mention.end + MAX_WORD_CHARS].lower())
        found.add(f"left {left[-1] if left else '-'}")
        found.add(f"right {right[0] if right else '-'}")
        if index + 1 < len(entities.mentions):
            end = min(mention.end + MAX_PRONOUN_CHARS, entities.mentions[index + 1].start)
            pronoun = _PRONOUN.search(text, mention.end, end)
            told = ("p" if pronoun[1] else "t") if pronoun else "-"
            found.add(f"pronoun {told}")
    return sorted(found)


def person_chance(entities: Entities, entity: Entity, beside: Descriptors) -> float:
    """The probability, from 0 to 1, that ``entity`` is a person rather than a body."""
    return chances(weights("kinds"), [kind_features(entities, entity, beside), []])[0]
