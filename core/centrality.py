"""LexRank and TextRank, on a graph that grows with the length of a text, not with its square.

Both rank a sentence by how many others are like it, and how central those are in turn. Here a
sentence is compared with the ``REACH`` before it and as many after: in a text of fewer sentences
that is every other one, and the ranking is the published one.
"""

import math
from collections import Counter, defaultdict, deque
from collections.abc import Sequence

from .idf import idf
from .story import Story

REACH = 40  # sentences; news of more than that changes its subject
_DAMPING = 0.85
_ROUNDS = 20  # the ranks of 3,000 articles moved by less than one in a thousand after these
_THRESHOLD = 0.1  # cosine from which LexRank links two sentences

_Edges = list[list[tuple[int, float]]]


def lexrank(told: Story, stop: frozenset[str]) -> list[float]:
    """The LexRank of each sentence, 1 on average, by cosine of tf-idf.

    Erkan and Radev, "LexRank: graph-based lexical centrality as salience in text summarization",
    JAIR 2004: the continuous kind, with links from a cosine of 0.1.
    """
    rarity = idf()
    rows = []
    for terms in told.terms:
        weights = {t: n * rarity(t) for t, n in Counter(terms).items() if t not in stop}
        norm = math.sqrt(sum(w * w for w in weights.values())) or 1.0
        rows.append({t: w / norm for t, w in weights.items()})
    edges = [
        [(j, shared) for j, shared in near if shared >= _THRESHOLD] for near in _products(rows)
    ]
    return _ranks(edges)


def textrank(told: Story, stop: frozenset[str]) -> list[float]:
    """The TextRank of each sentence, 1 on average, by shared words over log lengths.

    Mihalcea and Tarau, "TextRank: bringing order into texts", EMNLP 2004.
    """
    rows = [dict.fromkeys((t for t in terms if t not in stop), 1.0) for terms in told.terms]
    logs = [math.log(len(row) + 1) for row in rows]
    edges = [
        [(j, shared / (logs[i] + logs[j])) for j, shared in near]
        for i, near in enumerate(_products(rows))
    ]
    return _ranks(edges)


def _products(rows: Sequence[dict[str, float]]) -> _Edges:
    """For each row the earlier rows in reach that share a term, with their inner products."""
    holders: dict[str, deque[tuple[int, float]]] = defaultdict(deque)
    found: _Edges = []
    for i, row in enumerate(rows):
        products: dict[int, float] = {}
        for t, weight in row.items():
            near = holders[t]
            while near and near[0][0] < i - REACH:
                near.popleft()
            for j, other in near:
                products[j] = products.get(j, 0.0) + weight * other
            near.append((i, weight))
        found.append(list(products.items()))
    return found


def _ranks(edges: _Edges) -> list[float]:
    """The PageRank of each node, 1 on average, of the graph with these edges to earlier nodes."""
    count = len(edges)
    degrees = [0.0] * count
    for i, near in enumerate(edges):
        for j, weight in near:
            degrees[i] += weight
            degrees[j] += weight
    links: _Edges = [[] for _ in edges]
    for i, near in enumerate(edges):
        for j, weight in near:
            links[i].append((j, weight / degrees[j]))
            links[j].append((i, weight / degrees[i]))
    ranks = [1.0] * count
    for _ in range(_ROUNDS):
        ranks = [1 - _DAMPING + _DAMPING * sum(ranks[j] * w for j, w in near) for near in links]
    return ranks
