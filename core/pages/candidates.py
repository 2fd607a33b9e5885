"""Which of many texts may be similar, without a comparison of each with each.

The texts are listed by their stems, and those are compared that share one of the rarer ones of
both: two that share only what is common to all cannot be similar enough (prefix filtering:
Chaudhuri et al., "A primitive operator for similarity joins in data cleaning", 2006).
"""

from collections.abc import Iterator, Mapping, Sequence

from .similarity import Terms

# For each text, the last ones before it that share a rare stem with it, the rarest first. Set by
# hand: no more than these are found of texts that are all alike, so that the time does not grow
# with the square of their number.
MAX_CANDIDATES = 150


def candidate_pairs(
    texts: Sequence[Terms], weights: Mapping[str, float], threshold: float
) -> Iterator[tuple[int, int]]:
    """The pairs of indexes of ``texts`` whose similarity may reach ``threshold``, in order.

    ``weights`` has a weight for each of their stems, the higher the rarer it is.
    """
    # A text shares at least this part of its own weight with one that similar: the Dice coefficient
    # of two of the weights v and w is at most 2 min(v, w) / (v + w).
    least_share = threshold / (2 - threshold)
    having: dict[str, list[int]] = {}
    found: list[list[int]] = []
    for i, text in enumerate(texts):
        rare = _rare(text, weights, least_share)
        before: dict[int, None] = {}
        for stem in rare:
            for j in reversed(having.get(stem, ())):
                before[j] = None
                if len(before) == MAX_CANDIDATES:
                    break
            if len(before) == MAX_CANDIDATES:
                break
        found.append(sorted(before))
        for stem in rare:
            having.setdefault(stem, []).append(i)
    yield from _in_order(found)


def _rare(text: Terms, weights: Mapping[str, float], least_share: float) -> list[str]:
    """The stems of ``text`` without the commonest, which have less of its weight than needed."""
    by_rarity = sorted(text, key=lambda stem: (-weights[stem], stem))
    spare = least_share * sum(weights[stem] for stem in by_rarity)
    while by_rarity and weights[by_rarity[-1]] < spare:
        spare -= weights[by_rarity.pop()]
    return by_rarity


def _in_order(before: Sequence[Sequence[int]]) -> Iterator[tuple[int, int]]:
    """The pairs by their first index, given for each index those ``before`` it."""
    after: list[list[int]] = [[] for _ in before]
    for j, found in enumerate(before):
        for i in found:
            after[i].append(j)
    for i, found in enumerate(after):
        for j in found:
            yield i, j
