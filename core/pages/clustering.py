"""Clusters of similar items, by average linkage (Sokal and Michener 1958).

Pairs are tried from the most similar down. Two clusters become one if the similarity of their
members, on average over all pairs, reaches a threshold. So a chain of items that are each similar
only to the next does not end up in one cluster.
"""

import math
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from itertools import combinations, count
from typing import TypeVar

T = TypeVar("T", bound=Hashable)

# Of a cluster, compared with those of another: the first of more stand for all, so that the time
# does not grow with the square of their number. Set by hand; in most clusters there are two or so.
MAX_MEMBERS_COMPARED = 16


def clusters(
    items: Sequence[T],
    similarity: Callable[[T, T], float],
    threshold: float,
    *,
    pairs: Iterable[tuple[T, T]] | None = None,
    weights: Mapping[T, int] | None = None,
) -> list[list[T]]:
    """The clusters of the distinct ``items``, ordered by their first members.

    Within a cluster the items are in the order given. ``similarity`` is symmetric, and at
    least 0, or -inf for two that are never of one cluster. ``pairs`` are those that may be similar
    enough to be one cluster, in order: all unless given. ``weights`` has for each item how many it
    stands for, 1 unless given.

    >>> clusters([1, 2, 9, 3, 10], lambda a, b: 1 / abs(a - b), 0.5)
    [[1, 2, 3], [9, 10]]
    """
    order = {item: i for i, item in enumerate(items)}
    weight = weights or dict.fromkeys(items, 1)
    members = {i: [item] for i, item in enumerate(items)}  # of each cluster, by its number
    cluster_of = dict(order)
    tried: set[tuple[int, int]] = set()  # clusters that stay apart
    tries = combinations(items, 2) if pairs is None else pairs
    similar = [(pair, value) for pair in tries if (value := similarity(*pair)) >= threshold]
    similar.sort(key=lambda row: -row[1])
    numbers = count(len(items))
    for pair, _ in similar:
        one, other = sorted(cluster_of[item] for item in pair)
        if one == other or (one, other) in tried:
            continue
        if _average(members[one], members[other], similarity, weight) < threshold:
            tried.add((one, other))
            continue
        merged = sorted(members.pop(one) + members.pop(other), key=order.__getitem__)
        number = next(numbers)
        members[number] = merged
        cluster_of |= dict.fromkeys(merged, number)
    return sorted(members.values(), key=lambda cluster: order[cluster[0]])


def _average(
    one: Sequence[T],
    other: Sequence[T],
    similarity: Callable[[T, T], float],
    weight: Mapping[T, int],
) -> float:
    """The similarity of two clusters: that of their members, on average over all pairs."""
    pairs = [(a, b) for a in one[:MAX_MEMBERS_COMPARED] for b in other[:MAX_MEMBERS_COMPARED]]
    total = math.fsum(similarity(a, b) * (weight[a] * weight[b]) for a, b in pairs)
    return total / sum(weight[a] * weight[b] for a, b in pairs)
