"""Which of several articles carry the same text, as papers do that print one agency's story.

Two texts are told the same by the runs of five words that they share (Broder, "On the resemblance
and containment of documents", 1997): a paper cuts a story and puts a headline of its own on it,
but leaves its sentences as they are.
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from newsbrief.article import Article
from newsbrief.text.tokens import word_parts

_RUN_WORDS = 5
_MIN_RUNS = 30  # of the shorter text; below, two articles may share one quotation and little else
# Of the runs of the shorter text, that stand in the longer. The articles of samples/flood share at
# most 0.07, a story cut to half shares 1.
_MIN_SHARE = 0.5

_Runs = frozenset[tuple[str, ...]]


def originals(articles: Sequence[Article]) -> tuple[int, ...]:
    """For each of ``articles`` the index of the first one with its text; its own if none is before.

    The first of several copies stands for all of them.
    """
    runs = [_runs(article) for article in articles]
    return tuple(_first_alike(runs, Counter(chain.from_iterable(runs))))


def _first_alike(runs: Sequence[_Runs], counts: Counter[tuple[str, ...]]) -> Iterator[int]:
    """For each of ``runs`` the index of the first that is the same text, which may be its own.

    Two texts that share half of the runs of the shorter one share some of the rarer half of these
    too, ``counts`` says how rare, and only texts that do so are compared (Chaudhuri et al., "A
    primitive operator for similarity joins in data cleaning", 2006). What all articles of an outlet
    end with leads to no comparison.
    """
    having: dict[tuple[str, ...], list[int]] = {}  # texts by each of their runs
    having_rare: dict[tuple[str, ...], list[int]] = {}  # by the rarer half alone
    for i, own in enumerate(runs):
        by_rarity = sorted(own, key=lambda run: (counts[run], run))
        rare = by_rarity[: len(own) - math.ceil(_MIN_SHARE * len(own)) + 1]
        alike = {j for run in rare for j in having.get(run, ())}
        alike.update(j for run in own for j in having_rare.get(run, ()))
        first = next((j for j in sorted(alike) if _same(own, runs[j])), i)
        yield first
        if first == i and len(own) >= _MIN_RUNS:
            for index, keys in ((having, own), (having_rare, rare)):
                for run in keys:
                    if counts[run] > 1:
                        index.setdefault(run, []).append(i)


def _runs(article: Article) -> _Runs:
    """The runs of words of the paragraphs of ``article``, in lower case."""
    words = [w for s in article.body for w in word_parts(article.text[s.start : s.end].lower())]
    return frozenset(zip(*(words[k:] for k in range(_RUN_WORDS)), strict=False))


def _same(one: _Runs, other: _Runs) -> bool:
    shorter = min(len(one), len(other))
    return shorter >= _MIN_RUNS and len(one & other) >= _MIN_SHARE * shorter
