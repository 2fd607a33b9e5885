"""The layers of the attribution pipeline, and what stands in the place of each while it is off.

A layer is named by what it does. Its targets are paths of functions, patterns and constants, which
``unittest.mock.patch`` replaces. ``tests/bench/test_layers.py`` checks that every target is there.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from newsbrief.extraction import patterns
from newsbrief.names import source_types

NEVER = re.compile(r"(?!)")  # matches nothing
EXTRACTION, NAMES = "newsbrief.extraction", "newsbrief.names"


class Layer(NamedTuple):
    """A part of the pipeline, and the substitutes that switch it off, by their targets."""

    name: str
    off: Mapping[str, Any]


def nothing(*_: object, **__: object) -> None:
    """Find nothing."""


def no(*_: object, **__: object) -> bool:
    return False


def zero(*_: object, **__: object) -> float:
    return 0.0


def no_items(*_: object, **__: object) -> list[object]:
    return []


def no_entries(*_: object, **__: object) -> dict[object, object]:
    return {}


def first(given: object, *_: object) -> object:
    return given


def second(_: object, given: object, *__: object) -> object:
    return given


def only_second(_: object, given: object, *__: object) -> Iterator[object]:
    return iter((given,))


def _extraction() -> Iterator[Layer]:
    at = f"{EXTRACTION}.span_correction"
    yield Layer("span correction", {f"{at}.corrected": second})
    yield Layer(
        "span correction: quoted sentence ends",
        {f"{at}._quoted_sentence_end": lambda _, content, __: content.end},
    )
    yield Layer("span correction: tails", {f"{at}._without_tail": lambda _, __, end: end})
    yield Layer("span correction: joined claims", {f"{at}._joined": second})
    at = f"{EXTRACTION}.source_correction"
    yield Layer("source correction", {f"{at}.with_possible_source": second})
    yield Layer("source correction: passive cues", {f"{at}._passive": lambda: NEVER})
    at = f"{EXTRACTION}.patterns"
    yield Layer("patterns", {f"{at}.with_pattern_links": second})
    for name, pattern in patterns.PATTERNS.items():
        others = {**patterns.PATTERNS, name: pattern._replace(link=nothing)}
        yield Layer(f"patterns: {name}", {f"{at}.PATTERNS": others})
    at = f"{EXTRACTION}.uncued_quotations"
    yield Layer("quotations without a cue", {f"{at}.with_uncued_quotations": second})
    yield Layer("quotations: a sentence after its cue", {f"{at}._split_after_cue": only_second})
    yield Layer("quotations: named beside", {f"{at}._named_link": nothing})
    yield Layer("quotations: continued", {f"{at}._continues": no})
    at = f"{EXTRACTION}.transcripts"
    yield Layer("transcripts", {f"{at}.with_transcript_turns": second})
    yield Layer("transcripts: more paragraphs", {f"{at}._with_following_paragraphs": second})
    at = f"{EXTRACTION}.kinds"
    yield Layer("kinds: cue governs a topic", {f"{at}._governs_topic": no})
    yield Layer("kinds: claim names a topic", {f"{at}._names_topic": no})
    yield Layer("kinds: hedged", {f"{at}.is_hedged": no})
    yield Layer("kinds: negated", {f"{at}.is_negated": no})


def _names() -> Iterator[Layer]:
    at = f"{NAMES}.resolution"
    yield Layer("names: he, she and descriptions", {f"{at}.antecedents": no_entries})
    yield Layer("names: he after somebody new", {f"{at}._follows_new_person": no})
    yield Layer("names: who, they, it", {f"{at}._by_place": nothing})
    yield Layer("names: descriptions of people", {f"{at}.person_match": zero})
    yield Layer("names: descriptions of bodies", {f"{at}.organisation_match": zero})
    yield Layer("names: kind learned from a description", {f"{at}._learn_kind": nothing})
    yield Layer(
        "names: asides left off",
        {f"{at}.core_phrase": first, f"{NAMES}.resolved_source.core_phrase": first},
    )
    yield Layer("names: name that opens a sentence", {f"{at}.opening_name": nothing})
    at = f"{NAMES}.mentions"
    yield Layer(
        "names: headlines read apart", {f"{at}.known_names": no_items, f"{at}.is_headline": no}
    )
    yield Layer("names: names in headlines", {f"{at}.known_names": no_items})
    yield Layer("names: words that only open", {f"{at}._confirmed": second})
    at = f"{NAMES}.capitalised_runs"
    yield Layer("names: plural genitives", {f"{at}._is_plural_genitive": no})
    yield Layer("names: Ministry of Defence", {f"{at}._is_joint": no})
    yield Layer("names: Florida-based", {f"{at}._COMPOUND": NEVER})
    at = f"{NAMES}.entity_linking"
    yield Layer("names: acronyms", {f"{at}.acronyms": no_entries})
    yield Layer("names: surnames of two words", {f"{at}._surnames": no_entries})
    yield Layer("names: people told by their surname", {f"{at}._learn_people": nothing})
    yield Layer("names: namesakes by frequency", {f"{at}.MIN_DOMINANCE": 10**6})
    at = f"{NAMES}.heads"
    yield Layer("names: heads after a preposition", {f"{at}._is_governed": no})
    yield Layer("names: heads before a noun", {f"{at}._is_modifier": no})
    yield Layer("names: the 34-year-old", {f"{NAMES}.descriptions._AGED": NEVER})
    at = f"{NAMES}.coreference"
    yield Layer("salience: gender learned", {f"{at}._learn_gender": nothing})
    yield Layer("salience: only one fits", {f"{at}._only_compatible": nothing})
    yield Layer(
        "salience: time stands in quotations",
        {f"{at}._times": lambda article, _: list(range(len(article.sentences)))},
    )
    neutral = {
        "SOURCE_WEIGHT": 0.0,
        "SPEAKER_WEIGHT": 0.5,
        "FIRST_NAME_WEIGHT": 0.0,
        "IN_GENITIVE": 1.0,
        "IN_QUOTATION": 1.0,
        "UNKNOWN_KIND_TRUST": 1.0,
        "SINGLE_WORD_TRUST": 1.0,
        "MIN_WEIGHT": 0.0,
    }
    for constant, value in neutral.items():
        yield Layer(f"salience: {constant}", {f"{at}.{constant}": value})


LAYERS = (*_extraction(), *_names())


def forget() -> None:
    """Empty the caches that remember what a layer gave."""
    for cached in (source_types.head_noun, source_types.section, source_types.is_document):
        cached.cache_clear()
