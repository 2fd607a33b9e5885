"""The layers of the attribution pipeline, and what stands in the place of each while it is off.

A layer is named by what it does. Its targets are paths of functions, patterns and constants, which
``unittest.mock.patch`` replaces. ``tests/bench/test_layers.py`` checks that every target is there.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any, NamedTuple
from unittest.mock import patch

from newsbrief.attribution import Kind
from newsbrief.extraction.link_features import Candidate
from newsbrief.extraction.linking import Choice
from newsbrief.extraction.manner import Manner, quote_type
from newsbrief.names.log_linear import Choice as Chosen
from newsbrief.spans import Span

EXTRACTION, NAMES = "newsbrief.extraction", "newsbrief.names"


class Layer(NamedTuple):
    """A part of the pipeline, and the substitutes that switch it off, by their targets."""

    name: str
    off: Mapping[str, Any]


@contextmanager
def without(layer: Layer) -> Iterator[None]:
    """The pipeline with ``layer`` switched off."""
    with ExitStack() as stack:
        for target, substitute in layer.off.items():
            stack.enter_context(patch(target, substitute))
        yield


def nothing(*_: object, **__: object) -> None:
    """Find nothing."""


def no(*_: object, **__: object) -> bool:
    return False


def zero(*_: object, **__: object) -> float:
    return 0.0


def empty(*_: object, **__: object) -> str:
    return ""


def one(*_: object, **__: object) -> float:
    return 1.0


def no_items(*_: object, **__: object) -> list[object]:
    return []


def first(given: object, *_: object) -> object:
    return given


def second(_: object, given: object, *__: object) -> object:
    return given


def third(_: object, __: object, given: object) -> object:
    return given


def nearest(candidates: Iterable[Candidate], _: object) -> Choice:
    """The nearest span, whatever speaks for it; none only where there is no other."""
    spans = [candidate.span for candidate in candidates]
    return Choice(spans[1] if len(spans) > 1 else None, 1.0)


def longest(_: object, candidates: Sequence[object], **__: object) -> Chosen:
    """The first candidate, which is the longest; none only where there is no other."""
    return Chosen(min(1, len(candidates) - 1), 1.0)


def nowhere(*_: object) -> Span:
    return Span(0, 0)


def statement(text: str, link: Any, quotations: Any) -> Manner:  # noqa: ANN401 - stands for manner
    """Every claim as a plain statement."""
    return Manner(Kind.STATEMENT, quote_type(text, link, quotations), False, False)  # noqa: FBT003


def no_scores(_: object, _source: Span, mentions: Sequence[object]) -> list[float]:
    """Nothing told by vectors."""
    return [0.0] * (1 + len(mentions))


def _extraction() -> Iterator[Layer]:
    yield Layer("linker: choice of cue and source", {f"{EXTRACTION}.linking.choose": nearest})
    at = f"{EXTRACTION}.link_features"
    yield Layer("linker: other paragraphs", {f"{at}.MAX_BLOCKS_BEYOND": 0})
    yield Layer("linker: a quotation right after another", {f"{EXTRACTION}.linking.follows": no})
    at = f"{EXTRACTION}.edges"
    yield Layer("edges: when and how it was said", {f"{at}._circumstance": nothing})
    yield Layer("edges: relative clauses", {f"{at}._without_main_clause": third})
    yield Layer("edges: that as a subject", {f"{at}._with_that": second})
    yield Layer("nested attributions", {f"{EXTRACTION}.nesting.with_inner": first})
    at = f"{EXTRACTION}.transcripts"
    yield Layer("transcripts", {f"{at}.with_transcript_turns": second})
    at = f"{EXTRACTION}.facts"
    yield Layer("optional: by the tagger", {f"{at}.MAX_OPTIONAL": 1.0})
    yield Layer("optional: headings", {f"{at}.DISPLAY_KINDS": frozenset()})
    yield Layer("confidence", {f"{EXTRACTION}.confidence.confidence": one})
    yield Layer("quotations left open", {f"{EXTRACTION}.manner._left_open": no_items})
    yield Layer("signed quotations", {f"{EXTRACTION}.signed_quotations._signed": no_items})
    yield Layer("kinds by the cue", {f"{EXTRACTION}.cue_kinds._weights": dict})
    yield Layer("kind, quote, negation and hedging", {f"{EXTRACTION}.manner.manner": statement})
    at = f"{EXTRACTION}.roles"
    yield Layer("roles", {f"{at}.Roles.role": nothing})
    yield Layer("roles: choice of one or none", {f"{at}.choose": longest})
    yield Layer("roles: nameless sources taken up", {f"{at}.taken_up": no_items})
    at = f"{EXTRACTION}.role_candidates"
    yield Layer("roles: beside a name elsewhere", {f"{at}.MAX_GAP_CHARS": -1})
    yield Layer("roles: less likely ones", {f"{at}.RoleCandidates._unsure": no_items})
    yield Layer("roles: the next ones after a name", {f"{at}.RoleCandidates._name_before": nowhere})
    yield Layer("roles: the last ones before a name", {f"{at}.RoleCandidates._name_after": nowhere})
    at = f"{EXTRACTION}.roles"
    yield Layer("reasons", {f"{at}.Roles.reason": nothing})


def _names() -> Iterator[Layer]:
    at = f"{NAMES}.short_forms"
    yield Layer("names: short forms", {f"{at}.relation_of": empty})
    yield Layer("names: one of a title", {f"{at}.ShortForms._of_title": nothing})
    yield Layer("names: titles of another gender", {f"{at}.ShortForms._has_other_gender": no})
    at = f"{NAMES}.descriptors"
    yield Layer("names: gender by nouns", {f"{at}.noun_gender": empty})
    yield Layer("names: descriptions before a name", {f"{at}._apposed": empty})
    at = f"{NAMES}.candidates"
    yield Layer("names: entities around the source", {f"{at}._around": no_items})
    yield Layer("names: bodies that spoke", {f"{at}.was_a_body": no})
    yield Layer("names: another office", {f"{at}.is_another_office": no})
    yield Layer(
        "names: no people by its adjective",
        {f"{at}.is_a_people": no, f"{NAMES}.nearby.is_a_people": no},
    )
    at = f"{NAMES}.nearby"
    yield Layer("names: salience", {f"{at}._salience": zero})
    yield Layer("names: vectors of words", {f"{NAMES}.source_network.Context.scores": no_scores})
    yield Layer("names: agreement", {f"{at}._agreement": lambda *_: "+"})
    at = f"{NAMES}.resolution"
    yield Layer("names: a role told of nobody", {f"{at}._is_strange_role": no})
    yield Layer("names: phrases and joint names", {f"{at}.phrase_mentions": no_items})
    yield Layer("names: guests of interviews", {f"{NAMES}.discourse.Discourse.guest": None})
    yield Layer("names: headlines left out", {f"{NAMES}.mentions.is_headline": no})


LAYERS = (*_extraction(), *_names())
