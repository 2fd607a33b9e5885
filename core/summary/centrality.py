"""LexRank and TextRank, in time that grows with the length of a text and not with its square.

Both rank a sentence by how many others are similar to it, and how central those are in turn. Here a
sentence is compared with at most ``MAX_DISTANCE_SENTENCES`` before it and as many after it. In a
text of no more sentences that is every other one, and the ranking is the published one.
"""

import math
from collections import Counter, defaultdict, deque
from collections.abc import Sequence

from newsbrief.text.idf import idf

from .document import Document

MAX_DISTANCE_SENTENCES = 30  # set by hand; sentences further apart share little but the topic
_DAMPING = 0.85  # of PageRank, as in both papers
_ITERATIONS = 20  # after these the ranks of 3,000 articles moved by less than one in a thousand
_MIN_COSINE = 0.1  # from which LexRank links two sentences, as in its paper

_Edges = list[dict[int, float]]  # for each sentence, its weights to earlier ones


def lexrank(document: Document, stop: frozenset[str]) -> list[float]:
    """The LexRank of each sentence, 1 on average, by the cosine of their tf-idf vectors.

    Erkan and Radev, "LexRank: graph-based lexical centrality as salience in text summarization",
    JAIR 2004: the continuous variant, with links from a cosine of 0.1. The terms of ``stop`` do not
    count.
    """
    idf_of = idf()
    rows = []
    for terms in document.terms:
        weights = {t: n * idf_of(t) for t, n in Counter(terms).items() if t not in stop}
        norm = math.sqrt(sum(w * w for w in weights.values())) or 1.0
        rows.append({t: w / norm for t, w in weights.items()})
    products = _products(rows)
    return _ranks([{j: p for j, p in row.items() if p >= _MIN_COSINE} for row in products])


def textrank(document: Document, stop: frozenset[str]) -> list[float]:
    """The TextRank of each sentence, 1 on average, by the terms shared over log lengths.

    Mihalcea and Tarau, "TextRank: bringing order into texts", EMNLP 2004. The terms of ``stop`` do
    not count.
    """
    rows = [dict.fromkeys((t for t in terms if t not in stop), 1.0) for terms in document.terms]
    logs = [math.log(len(row) + 1) for row in rows]
    products = enumerate(_products(rows))
    return _ranks([{j: p / (logs[i] + logs[j]) for j, p in row.items()} for i, row in products])


def _products(rows: Sequence[dict[str, float]]) -> _Edges:
    """For each row its inner products with those earlier rows, not too far, that share a term."""
    recent: dict[str, deque[tuple[int, float]]] = defaultdict(deque)  # rows that hold each term
    products_of: _Edges = []
    for i, row in enumerate(rows):
        products: dict[int, float] = {}
        for t, weight in row.items():
            holders = recent[t]
            while holders and holders[0][0] < i - MAX_DISTANCE_SENTENCES:
                holders.popleft()
            for j, other in holders:
                products[j] = products.get(j, 0.0) + weight * other
            holders.append((i, weight))
        products_of.append(products)
    return products_of


def _ranks(edges: _Edges) -> list[float]:
    """The PageRank of each node, 1 on average, of the undirected graph with these ``edges``."""
    degrees = [sum(row.values()) for row in edges]
    for row in edges:
        for j, weight in row.items():
            degrees[j] += weight
    ranks = [1.0] * len(edges)
    for _ in range(_ITERATIONS):
        shares = [_DAMPING * r / (d or 1.0) for r, d in zip(ranks, degrees, strict=True)]
        ranks = [1 - _DAMPING] * len(edges)
        for i, row in enumerate(edges):
            own = shares[i]
            received = 0.0
            for j, weight in row.items():
                received += shares[j] * weight
                ranks[j] += own * weight
            ranks[i] += received
    return ranks
