"""One-to-one pairs of gold and predicted items."""

from collections.abc import Callable, Sequence
from typing import TypeVar

G = TypeVar("G")
P = TypeVar("P")


def matched(
    gold: Sequence[G], predicted: Sequence[P], score: Callable[[G, P], float]
) -> dict[int, int]:
    """The index of the gold item of each predicted item that has one, by the predicted index.

    Greedy: the pair with the best score first, of equals the one that stands first. A score of 0
    is no pair.
    """
    cells = ((score(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(predicted))
    ranked = sorted((cell for cell in cells if cell[0] > 0), key=lambda c: (-c[0], c[1], c[2]))
    taken: set[int] = set()
    pairs: dict[int, int] = {}
    for _, i, j in ranked:
        if i not in taken and j not in pairs:
            taken.add(i)
            pairs[j] = i
    return pairs
