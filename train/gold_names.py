"""What a row of ``readers/`` says of names, and what the tagger may say of types.

The tagger gives types of sources with mistakes; these are imitated here, so that what is learned
does not rely on them.
"""

import random
from functools import cache
from typing import NamedTuple

from newsbrief.article import Article
from newsbrief.names.capitalised_runs import key
from newsbrief.names.discourse import TYPES, SourceWords
from newsbrief.names.mention import Keys
from newsbrief.names.source_form import source_form
from newsbrief.reading.parsing import parse
from newsbrief.spans import Span

from .rows import Row

LETTERS = {"person": "p", "organisation": "o", "document": "d", "unnamed": "u"}
TYPE_ACCURACY = 0.9


class _Mistake(NamedTuple):
    type: str  # that the tagger gives
    share: float


# "The mayor" is the hardest: in the held-out articles and those whose facts were signed the tagger
# takes 10 of 92 of the named ones with such a role for nameless, and 15 of 86 of the nameless ones
# for persons with a name.
SWAPPED = {"person": _Mistake("unnamed", 0.11), "unnamed": _Mistake("person", 0.17)}


def keys(name: str) -> Keys:
    """The words of ``name`` as the words of mentions are compared."""
    return tuple(map(key, name.split()))


@cache
def article(text: str) -> Article:
    return parse(text)


def source_words(row: Row, *, typed: bool = True) -> list[SourceWords]:
    """The gold sources of ``row``, where ``typed`` with types as the tagger may give them."""
    rng = random.Random(row["id"])
    return [
        SourceWords(
            _spans(a["source"]),
            _spans(a["cue"]),
            _spans(a["claim"]),
            _told_types(row["text"], a, rng) if a["source"] and typed else (),
        )
        for a in row["attributions"]
    ]


def _spans(gold: list[list[int]] | None) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in gold or ())


def _told_types(text: str, attribution: Row, rng: random.Random) -> tuple[float, ...]:
    """Chances of the types, of which the gold one is not always the likeliest."""
    gold = attribution["type"]
    form = source_form(text, _spans(attribution["source"]))
    mistake = SWAPPED.get(gold) if form.section == "role" and form.form != "bare" else None
    if mistake and rng.random() < mistake.share:
        return _likeliest(LETTERS[mistake.type], rng.uniform(0.4, 0.9))
    if rng.random() < TYPE_ACCURACY:
        return _likeliest(LETTERS[gold], rng.uniform(0.5, 1.0))
    return _likeliest(TYPES[rng.randrange(len(TYPES))], rng.uniform(0.4, 0.9))


def _likeliest(letter: str, chance: float) -> tuple[float, ...]:
    """The chances of the types, of which that of ``letter`` has ``chance``."""
    return tuple(chance if each == letter else (1 - chance) / 3 for each in TYPES)
