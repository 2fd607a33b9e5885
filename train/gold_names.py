"""What a row of ``readers/`` says of names, and what the tagger may say of types.

The tagger gives types of sources with mistakes; these are imitated here, so that what is learned
does not rely on them.
"""

import random
from functools import cache

from newsbrief.article import Article
from newsbrief.names.capitalised_runs import key
from newsbrief.names.discourse import TYPES, SourceWords
from newsbrief.names.mention import Keys
from newsbrief.reading.parsing import parse
from newsbrief.spans import Span

from .rows import Row

TYPE_ACCURACY = 0.9
LETTERS = {"person": "p", "organisation": "o", "document": "d", "unnamed": "u"}


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
            _with_mistakes(a["type"], rng) if a["source"] and typed else (),
        )
        for a in row["attributions"]
    ]


def _spans(gold: list[list[int]] | None) -> tuple[Span, ...]:
    return tuple(Span(start, end) for start, end in gold or ())


def _with_mistakes(gold: str, rng: random.Random) -> tuple[float, ...]:
    """Chances of the types, of which the gold one is not always the likeliest."""
    right = rng.random() < TYPE_ACCURACY
    best = TYPES.index(LETTERS[gold]) if right else rng.randrange(len(TYPES))
    chance = rng.uniform(0.5, 1.0) if right else rng.uniform(0.4, 0.9)
    return tuple(chance if i == best else (1 - chance) / 3 for i in range(len(TYPES)))
