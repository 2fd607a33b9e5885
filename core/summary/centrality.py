"""LexRank and TextRank, on a graph that grows with the length of a text, not with its square.

Both rank a sentence by how many others are like it, and how central those are in turn. Here a
sentence is compared with the ``REACH`` before it and as many after: in a text of fewer sentences
that is every other one, and the ranking is the published one.
"""

import math
from collections import Counter, defaultdict, deque
from collections.abc import Sequence

from newsbrief.text.idf import idf

from .document import Story

REACH = 30  # sentences; what stands further apart shares little more than the topic
_DAMPING = 0.85
_ROUNDS = 20  # the ranks of 3,000 articles moved by less than one in a thousand after these
_THRESHOLD = 0.1  # cosine from which LexRank links two sentences

_Edges = list[dict[int, float]]  # for each sentence, to earlier ones


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
    products = _products(rows)
    return _ranks([{j: p for j, p in near.items() if p >= _THRESHOLD} for near in products])


def textrank(told: Story, stop: frozenset[str]) -> list[float]:
    """The TextRank of each sentence, 1 on average, by shared words over log lengths.

    Mihalcea and Tarau, "TextRank: bringing order into texts", EMNLP 2004.
    """
    rows = [dict.fromkeys((t for t in terms if t not in stop), 1.0) for terms in told.terms]
    logs = [math.log(len(row) + 1) for row in rows]
    products = enumerate(_products(rows))
    return _ranks([{j: p / (logs[i] + logs[j]) for j, p in near.items()} for i, near in products])


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
        found.append(products)
    return found


def _ranks(edges: _Edges) -> list[float]:
    """The PageRank of each node, 1 on average, of the graph with these edges to earlier nodes."""
    degrees = [sum(near.values()) for near in edges]
    for near in edges:
        for j, weight in near.items():
            degrees[j] += weight
    ranks = [1.0] * len(edges)
    for _ in range(_ROUNDS):
        shares = [_DAMPING * r / (d or 1.0) for r, d in zip(ranks, degrees, strict=True)]
        ranks = [1 - _DAMPING] * len(edges)
        for i, near in enumerate(edges):
            own = shares[i]
            got = 0.0
            for j, weight in near.items():
                got += shares[j] * weight
                ranks[j] += own * weight
            ranks[i] += got
    return ranks
