"""Which of several articles carry the same text, as papers do that print one agency's story.

Two texts are told the same by the runs of five words that they share (Broder, "On the resemblance
and containment of documents", 1997): a paper cuts a story and puts a headline of its own on it,
but leaves its sentences as they are.
"""

from collections.abc import Sequence

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
    found: list[int] = []
    runs = [_runs(article) for article in articles]
    for i, own in enumerate(runs):
        found.append(next((j for j in range(i) if found[j] == j and _same(own, runs[j])), i))
    return tuple(found)


def _runs(article: Article) -> _Runs:
    """The runs of words of the paragraphs of ``article``, in lower case."""
    words = [w for s in article.body for w in word_parts(article.text[s.start : s.end].lower())]
    return frozenset(zip(*(words[k:] for k in range(_RUN_WORDS)), strict=False))


def _same(one: _Runs, other: _Runs) -> bool:
    shorter = min(len(one), len(other))
    return shorter >= _MIN_RUNS and len(one & other) >= _MIN_SHARE * shorter
