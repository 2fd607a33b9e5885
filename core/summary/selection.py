"""The search for the sentences that are worth most together, within a length.

A number of sentences is chosen greedily, with lazy gains (Minoux, "Accelerated greedy algorithms
for maximizing submodular set functions", 1978), then by swaps, in that set or in the lead; a
number of words is filled by a knapsack (McDonald, "A study of global inference algorithms in
multi-document summarization", ECIR 2007). What a sentence costs does not grow with the article.
"""

from collections import Counter
from collections.abc import Sequence
from heapq import heapify, heappop, heappush

from .objective import Scores, Told, Worth

_SPARE = 7  # sentences tried in swaps beyond those chosen
_ROUNDS = 2  # of swaps for each sentence chosen, at most; most searches need one in all
_LARGE = 6  # sentences chosen from which swaps are left out: their cost grows with the square
_ROOM = 90  # words that the knapsack fills; what is above is chosen greedily
_TRIED = 24  # sentences that the knapsack tries,
_ALIKE = 4  # and how many of one length, so that there are lengths to combine
_BEGINNING = 1.0  # worth that a sentence must have to be begun: many short ones read badly
_LEAST = -0.7  # worth that a sentence must add to fill what is left of the room
_WASTE = 1.5  # what a word of room left empty costs, in words of an average sentence


def by_number(worth: Worth | Scores, among: Sequence[int], number: int) -> list[int]:
    """The ``number`` sentences of ``among`` chosen, in order; all of them if there are fewer."""
    chosen = _greedy(worth, among, Told(), number, None)
    if len(chosen) <= _LARGE:
        lead = list(among[: len(chosen)])
        chosen = _swapped(worth, among, max(chosen, lead, key=worth.of))
    return sorted(chosen)


def _greedy(
    worth: Worth | Scores, among: Sequence[int], told: Told, number: int, room: int | None
) -> list[int]:
    """Sentences by what each adds to those before: by the word, if there is ``room`` for so many.

    What they tell is added to ``told``.
    """
    per = [1 if room is None else n for n in worth.lengths]
    heap = [(-worth.alone[i] / per[i], i, -1) for i in among]
    heapify(heap)
    chosen: list[int] = []
    while heap and len(chosen) < number:
        _, i, seen = heappop(heap)
        if room is not None and worth.lengths[i] > room:
            continue
        if seen < len(chosen):
            gain = (worth.alone[i] - worth.loss(i, told)) / per[i]
            if heap and -gain > heap[0][0]:
                heappush(heap, (-gain, i, len(chosen)))
                continue
        chosen.append(i)
        worth.add(i, told)
        if room is not None:
            room -= worth.lengths[i]
    return chosen


def _swapped(worth: Worth | Scores, among: Sequence[int], chosen: list[int]) -> list[int]:
    """``chosen`` after the best single swaps, with the best of the others, while they gain."""
    others = sorted(set(among) - set(chosen), key=lambda i: (-worth.alone[i], i))
    tried = others[:_SPARE]
    best = worth.of(chosen)
    for _ in range(_ROUNDS * len(chosen)):
        values = []
        for k in range(len(chosen)):
            rest = Told()
            for i in chosen[:k] + chosen[k + 1 :]:
                worth.add(i, rest)
            values += [(worth.joined(rest, i), -k, -i) for i in tried]
        value, k, i = max(values, default=(best, 0, 0))
        if value <= best:
            break
        tried[tried.index(-i)] = chosen[-k]
        best, chosen = value, [*chosen[:-k], -i, *chosen[1 - k :]]
    return chosen


def by_words(worth: Worth | Scores, among: Sequence[int], limit: int) -> list[int]:
    """Sentences of ``among`` that fill ``limit`` words well and do not pass it, in order."""
    told = Told()
    chosen: list[int] = []
    if limit > _ROOM:
        chosen = _greedy(worth, among, told, len(among), limit - _ROOM)
    room = limit - sum(worth.lengths[i] for i in chosen)
    chosen += _knapsack(worth, [i for i in among if i not in told.chosen], told, room)
    return sorted(_topped(worth, among, chosen, limit))


def _knapsack(worth: Worth | Scores, among: Sequence[int], told: Told, room: int) -> list[int]:
    """The sentences of ``among`` that fill ``room`` words best beside those ``told``.

    The best set of each length is kept while sentences are tried in turn; what two of them share
    is counted pair by pair.
    """
    gains = {
        i: worth.alone[i] - _BEGINNING - worth.loss(i, told)
        for i in among
        if worth.lengths[i] <= room
    }
    order = sorted(gains, key=lambda i: (-gains[i] / worth.lengths[i], i))
    of_length = Counter[int]()
    tried: list[int] = []
    for i in order:
        of_length[worth.lengths[i]] += 1
        if of_length[worth.lengths[i]] <= _ALIKE and len(tried) < _TRIED:
            tried.append(i)
    shared: dict[tuple[int, int], float] = {}
    for n, i in enumerate(tried):
        alone = Told()
        worth.add(i, alone)
        shared |= {(j, i): worth.loss(j, alone) - worth.loss(j, Told()) for j in tried[n + 1 :]}
    waste = _WASTE * max(0.0, sum(worth.alone)) / (sum(worth.lengths) or 1)
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for i in tried:
        for words, (value, taken) in sorted(best.items(), reverse=True):
            filled = words + worth.lengths[i]
            if filled > room:
                continue
            new = value + gains[i] - sum(shared[i, j] for j in taken)
            if filled not in best or new > best[filled][0]:
                best[filled] = (new, (*taken, i))
    _, _, taken = max((v - waste * (room - words), words, t) for words, (v, t) in best.items())
    return list(taken)


def _topped(
    worth: Worth | Scores, among: Sequence[int], chosen: list[int], limit: int
) -> list[int]:
    """``chosen`` with more of ``among`` while one fits that adds to them, the best first."""
    told = Told()
    for i in chosen:
        worth.add(i, told)
    room = limit - sum(worth.lengths[i] for i in chosen)
    fitting = [i for i in among if i not in told.chosen and worth.lengths[i] <= room]
    for i in sorted(fitting, key=lambda i: (worth.loss(i, told) - worth.alone[i], i)):
        adds = worth.alone[i] - worth.loss(i, told)
        if worth.lengths[i] <= room and (adds > _LEAST or not told.chosen):
            worth.add(i, told)
            room -= worth.lengths[i]
    return list(told.chosen)
