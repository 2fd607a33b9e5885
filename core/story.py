"""A story: the sentences of an article that are ranked, with their terms and how it uses them.

Terms are the words that rankings count: in small letters, plurals as singulars. The rules are
those of English, and do little to other languages.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

_WORD = re.compile(r"\w+")


def terms_of(text: str) -> list[str]:
    """The terms of ``text``, in order."""
    return [term(word) for word in _WORD.findall(text)]


def term(word: str) -> str:
    """``word`` in small letters, without the plural's ending.

    >>> [term(w) for w in ("Stories", "ships", "crisis", "glass", "US")]
    ['story', 'ship', 'crisis', 'glass', 'us']
    """
    word = word.lower()
    if len(word) > 3 and word[-1] == "s" and word[-2] not in "sui":  # noqa: PLR2004
        return word[:-3] + "y" if word.endswith("ies") and len(word) > 4 else word[:-1]  # noqa: PLR2004
    return word


class Use(NamedTuple):
    """How a story uses a term."""

    first: int  # the sentence that brings it, from 0
    sentences: int  # how many hold it
    early: int  # how many of the first ``EARLY`` do
    kind: int  # 0 a word, 1 a figure, 2 a name


EARLY = 6


@dataclass(frozen=True, slots=True)
class Story:
    """The sentences that are ranked: folded texts, words as written, terms, lengths in words."""

    texts: tuple[str, ...]
    words: tuple[tuple[str, ...], ...]
    terms: tuple[tuple[str, ...], ...]
    lengths: tuple[int, ...]
    headline: frozenset[str]


def story(texts: Sequence[str], headline: str | None = None) -> Story:
    """The story that the sentences ``texts`` tell under ``headline``."""
    words = tuple(tuple(_WORD.findall(text)) for text in texts)
    lengths = tuple(text.count(" ") + 1 for text in texts)
    terms = tuple(tuple(map(term, row)) for row in words)
    return Story(tuple(texts), words, terms, lengths, frozenset(terms_of(headline or "")))


def uses(told: Story) -> dict[str, Use]:
    """How ``told`` uses each of its terms; the headline counts as one more mention, the first."""
    first: dict[str, int] = {}
    holders: Counter[str] = Counter()
    early: Counter[str] = Counter()
    inner: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    for i, (words, terms) in enumerate(zip(told.words, told.terms, strict=True)):
        distinct = set(terms)
        for t in distinct:
            first.setdefault(t, i)
        holders.update(distinct)
        if i < EARLY:
            early.update(distinct)
        inner.update(terms[1:])
        capitals.update(t for w, t in zip(words[1:], terms[1:], strict=True) if w[0].isupper())
    found = {}
    for t, start in first.items():
        in_headline = t in told.headline
        name = 2 * capitals[t] > inner[t]
        kind = 1 if t[0].isdigit() else 2 if name else 0
        found[t] = Use(
            0 if in_headline else start, holders[t] + in_headline, early[t] + in_headline, kind
        )
    return found
