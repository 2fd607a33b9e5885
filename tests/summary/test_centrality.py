from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsbrief.summary.centrality import MAX_DISTANCE_SENTENCES, lexrank, textrank
from newsbrief.summary.document import Document
from newsbrief.text.idf import idf
from newsbrief.text.stop_words import stop_terms

Rank = Callable[[Document, frozenset[str]], list[float]]

STOP = stop_terms("en")
BOTH = pytest.mark.parametrize("rank", [lexrank, textrank])
HUB = (
    "The ferry sank off Arlen.",
    "The ferry carried grain.",
    "Arlen mourns the ferry and its grain.",
    "Elsewhere, hens laid eggs.",
)


@BOTH
def test_the_sentence_like_most_others_is_the_most_central(rank: Rank) -> None:
    scores = rank(Document.of(HUB), STOP)
    assert scores.index(max(scores)) == 2
    assert scores.index(min(scores)) == 3


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(HUB, id="like one another"),
        pytest.param((*HUB, "Grain, grain and grain.", "Hens ate the grain."), id="unlike"),
    ],
)
def test_lexrank_is_that_of_the_whole_graph_in_a_short_text(texts: tuple[str, ...]) -> None:
    """Against a dense computation of the same definition."""
    document = Document.of(texts)
    idf_of = idf()
    rows = [{t: idf_of(t) * row.count(t) for t in row if t not in STOP} for row in document.terms]
    norms = [sum(w * w for w in row.values()) ** 0.5 for row in rows]
    n = len(rows)
    cosine = [
        [
            sum(w * rows[j].get(t, 0) for t, w in rows[i].items()) / norms[i] / norms[j]
            if i != j
            else 0.0
            for j in range(n)
        ]
        for i in range(n)
    ]
    links = [[c if c >= 0.1 else 0.0 for c in row] for row in cosine]
    ranks = [1.0] * n
    for _ in range(100):
        ranks = [
            0.15 + 0.85 * sum(ranks[j] * links[j][i] / (sum(links[j]) or 1) for j in range(n))
            for i in range(n)
        ]
    assert lexrank(document, STOP) == pytest.approx(ranks, rel=0.02)


@BOTH
def test_sentences_far_apart_are_not_compared(rank: Rank) -> None:
    filler = [f"Item{i}a item{i}b." for i in range(MAX_DISTANCE_SENTENCES)]
    near = rank(Document.of(["A dam broke.", *filler[1:], "The dam broke."]), STOP)
    far = rank(Document.of(["A dam broke.", *filler, "The dam broke."]), STOP)
    assert near[0] > 0.9
    assert far[0] == pytest.approx(0.15)


@BOTH
@given(texts=st.lists(st.text(max_size=30), max_size=8))
def test_any_text_is_ranked(rank: Rank, texts: list[str]) -> None:
    scores = rank(Document.of(texts), STOP)
    assert len(scores) == len(texts)
    assert all(0 <= score < 10 for score in scores)
