"""A document: the sentences of an article that are ranked, and how it uses their terms."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from newsbrief.text.terms import WORD as WORD_PATTERN
from newsbrief.text.terms import term, terms_of

WORD, FIGURE, NAME = range(3)
EARLY = 6


class Uses(NamedTuple):
    """How a story uses its terms."""

    first: dict[str, int]  # the sentence that brings the term, from 0
    holders: dict[str, int]  # how many sentences hold it
    early: dict[str, int]  # how many of the first ``EARLY`` do, if any
    kinds: dict[str, int]  # FIGURE, NAME; of any other, WORD


@dataclass(frozen=True, slots=True)
class Story:
    """The sentences that are ranked, as folded texts, and what is in each of them.

    ``words`` are as written, ``capitals`` the indices of those that open with a capital;
    ``lengths`` count words by white space.
    """

    texts: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]
    terms: tuple[tuple[str, ...], ...]
    capitals: tuple[list[int], ...]
    lengths: tuple[int, ...]
    headline: frozenset[str]


def story(texts: Sequence[str], headline: str | None = None) -> Story:
    """The story that the sentences ``texts`` tell under ``headline``."""
    words = tuple(tuple(WORD_PATTERN.findall(text)) for text in texts)
    lengths = tuple(text.count(" ") + 1 for text in texts)
    terms = tuple(tuple(map(term, row)) for row in words)
    capitals = tuple([k for k, w in enumerate(row) if w[0].isupper()] for row in words)
    return Story(tuple(texts), words, terms, capitals, lengths, frozenset(terms_of(headline or "")))


def uses(told: Story) -> Uses:
    """How ``told`` uses its terms; the headline counts as one more mention, the first."""
    first: dict[str, int] = {}
    for i in reversed(range(len(told.terms))):
        first.update(dict.fromkeys(told.terms[i], i))
    distinct = [dict.fromkeys(terms) for terms in told.terms]  # in order, as sets are not
    holders = Counter(chain.from_iterable(distinct))
    early = Counter(chain.from_iterable(distinct[:EARLY]))
    inner = Counter(chain.from_iterable(terms[1:] for terms in told.terms))
    capitals = zip(told.terms, told.capitals, strict=True)
    names = Counter(terms[k] for terms, places in capitals for k in places if k)
    kinds = {t: NAME for t, n in names.items() if 2 * n > inner[t]}
    kinds |= {t: FIGURE for t in first if t[0].isdigit()}
    headline = told.headline & first.keys()
    holders.update(headline)
    early.update(headline)
    return Uses(first | dict.fromkeys(headline, 0), holders, early, kinds)
