"""Facts and the sentences of summaries as plain values: the objects that JSON and Arrow have."""

from collections.abc import Iterable

from newsbrief.attribution import Attribution, Part
from newsbrief.extraction.facts import DEFAULT_MIN_CONFIDENCE
from newsbrief.spans import Span
from newsbrief.summary.result import SummarySentence

SCHEMA = 2
"""The version of the objects: goes up if a key changes its meaning or is removed."""

CONFIDENCE_DIGITS = 3
SCORE_DIGITS = 4  # more would differ between processors

Plain = dict[str, object]


def plain_fact(fact: Attribution) -> Plain:
    """``fact`` as a dict; offsets count code points of the article's text, ends exclusive.

    ``within`` is the index, from 0, of the outer fact among the facts of the article.
    """
    source = fact.source
    return {
        "kind": fact.kind.value,
        "quote": fact.quote.value,
        "negated": fact.negated,
        "hedged": fact.hedged,
        "confidence": round(fact.confidence, CONFIDENCE_DIGITS),
        "source": source
        and {
            "text": source.text,
            "spans": _pairs(source.spans),
            "name": source.name,
            "type": source.type.value,
            "role": plain_part(source.role),
            "why": plain_part(source.why),
        },
        "cue": plain_part(fact.cue),
        "claim": plain_part(fact.claim),
        "refers": plain_part(fact.refers),
        "line": fact.line,
        "sentence": fact.sentence,
        "optional": fact.optional,
        "within": fact.within,
    }


def fact_options(min_confidence: float, *, optional: bool) -> list[str]:
    """The options that chose other facts than those listed by default, as they are typed.

    >>> fact_options(0.7, optional=False)
    ['--min-confidence 0.7']
    """
    told = {
        f"--min-confidence {min_confidence:g}": min_confidence != DEFAULT_MIN_CONFIDENCE,
        "--all": optional,
    }
    return [option for option, given in told.items() if given]


def plain_part(part: Part | None) -> Plain | None:
    """``part`` as a dict with its text and the pairs of offsets of its spans; None for None."""
    return None if part is None else {"text": part.text, "spans": _pairs(part.spans)}


def plain_sentence(sentence: SummarySentence) -> Plain:
    """``sentence`` of a summary as a dict, without the reasons for its score."""
    return {
        "text": sentence.text,
        "start": sentence.start,
        "end": sentence.end,
        "line": sentence.line,
        "rank": sentence.rank,
        "score": round(sentence.score, SCORE_DIGITS),
    }


def _pairs(spans: Iterable[Span]) -> list[list[int]]:
    return [[start, end] for start, end in spans]
