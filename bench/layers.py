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


def empty(*_: object, **__: object) -> str:
    return ""


def no_entries(*_: object, **__: object) -> dict[object, object]:
    return {}


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
    at = f"{NAMES}.short_forms"
    yield Layer("names: short forms", {f"{at}.relation_of": empty})
    at = f"{NAMES}.candidates"
    yield Layer("names: entities around the source", {f"{at}._around": no_entries})
    at = f"{NAMES}.nearby"
    yield Layer("names: salience", {f"{at}._salience": zero})
    yield Layer("names: agreement", {f"{at}._agreement": lambda *_: "+"})
    at = f"{NAMES}.resolution"
    yield Layer("names: phrases and joint names", {f"{at}.phrase_mentions": no_items})
    yield Layer("names: headlines left out", {f"{NAMES}.mentions.is_headline": no})


LAYERS = (*_extraction(), *_names())


def forget() -> None:
    """Empty the caches that remember what a layer gave."""
    for cached in (source_types.head_noun, source_types.section, source_types.is_document):
        cached.cache_clear()
