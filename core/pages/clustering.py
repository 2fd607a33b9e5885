"""Clusters of similar items, by average linkage (Sokal and Michener 1958).

Pairs are tried from the most similar down. Two clusters become one if the similarity of their
members, on average over all pairs, reaches a threshold. So a chain of items that are each similar
only to the next does not end up in one cluster.
"""

import math
from collections.abc import Callable, Hashable, Sequence
from itertools import combinations, product
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def clusters(
    items: Sequence[T], similarity: Callable[[T, T], float], threshold: float
) -> list[list[T]]:
    """The clusters of the distinct ``items``, ordered by their first members.

    Within a cluster the items are in the order given. ``similarity`` is symmetric and at least 0.

    >>> clusters([1, 2, 9, 3, 10], lambda a, b: 1 / abs(a - b), 0.5)
    [[1, 2, 3], [9, 10]]
    """
    order = {item: i for i, item in enumerate(items)}
    similarities = {
        frozenset(pair): value
        for pair in combinations(items, 2)
        if (value := similarity(*pair)) > 0
    }
    cluster_of = {item: [item] for item in items}
    similar = [(pair, value) for pair, value in similarities.items() if value >= threshold]
    for pair, _ in sorted(similar, key=lambda row: -row[1]):
        one, other = (cluster_of[item] for item in sorted(pair, key=order.__getitem__))
        if one is other:
            continue
        total = math.fsum(similarities.get(frozenset(p), 0.0) for p in product(one, other))
        if total / (len(one) * len(other)) >= threshold:
            merged = sorted(one + other, key=order.__getitem__)
            cluster_of |= dict.fromkeys(merged, merged)
    distinct = {id(members): members for members in cluster_of.values()}
    return list(distinct.values())
