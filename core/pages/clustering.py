"""Groups of like things, by average linkage (Sokal and Michener 1958).

The likest pair is looked at first, and two groups become one where the likeness of their members,
on average over all pairs, is at least a threshold; so a chain of near neighbours stays apart.
"""

import math
from collections.abc import Callable, Hashable, Sequence
from itertools import combinations, product
from typing import TypeVar

T = TypeVar("T", bound=Hashable)


def groups(
    things: Sequence[T], likeness: Callable[[T, T], float], threshold: float
) -> list[list[T]]:
    """``things`` in groups, each in the order given; groups in the order of their first members.

    >>> groups([1, 2, 9, 3, 10], lambda a, b: 1 / abs(a - b), 0.5)
    [[1, 2, 3], [9, 10]]
    """
    order = {thing: i for i, thing in enumerate(things)}
    likenesses = {
        frozenset(pair): like for pair in combinations(things, 2) if (like := likeness(*pair)) > 0
    }
    group = {thing: [thing] for thing in things}
    near = [(pair, like) for pair, like in likenesses.items() if like >= threshold]
    for pair, _ in sorted(near, key=lambda row: -row[1]):
        one, other = (group[thing] for thing in sorted(pair, key=order.__getitem__))
        if one is other:
            continue
        between = math.fsum(likenesses.get(frozenset(p), 0.0) for p in product(one, other))
        if between / (len(one) * len(other)) >= threshold:
            merged = sorted(one + other, key=order.__getitem__)
            group |= dict.fromkeys(merged, merged)
    seen = {id(members): members for members in group.values()}
    return list(seen.values())
