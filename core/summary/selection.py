"""The search for the sentences with the highest value together, within a length.

A number of sentences is chosen greedily, with lazy evaluation of gains (Minoux, "Accelerated greedy
algorithms for maximizing submodular set functions", 1978), then improved by swaps, as is the lead;
the better of the two is taken. A number of words is filled by a knapsack (McDonald, "A study of
global inference algorithms in multi-document summarization", ECIR 2007). The time for a sentence
does not grow with the article.
"""

from collections import Counter
from collections.abc import Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from .objective import Objective, PartialSummary

# Bounds of the search, set by hand: higher ones cost time.
_SWAP_CANDIDATES = 7  # sentences tried in swaps, beside those chosen
_MAX_SWAPS_PER_SENTENCE = 2  # for each sentence chosen; most searches need one swap in all
_MAX_SENTENCES_TO_SWAP = 6  # of a summary; the time of swaps grows with the square
_KNAPSACK_WORDS = 90  # the last words of a summary, filled by the knapsack; greedily before them
_KNAPSACK_CANDIDATES = 24
_KNAPSACK_CANDIDATES_PER_LENGTH = 4  # so that there are different lengths to combine

# Values, in units of the objective, set by hand on summaries/cnndm_train: see data/README.md.
_SENTENCE_COST = 1.0  # of a sentence in the knapsack: many short ones read badly
_MIN_GAIN = -0.7  # of a sentence that fills what is left of the words
_EMPTY_WORD_COST = 1.5  # of a word left empty, in values of a word of the average sentence


class _Swap(NamedTuple):
    """The value of a summary with the sentence at ``place`` in it replaced by ``sentence``."""

    value: float
    place: int
    sentence: int


def by_number(objective: Objective, candidates: Sequence[int], number: int) -> list[int]:
    """The ``number`` sentences of ``candidates`` that are chosen, in order; all if there are fewer.

    Sentences are named by their indices in ``objective``.
    """
    chosen = _greedy(objective, candidates, PartialSummary(), number, None)
    if len(chosen) <= _MAX_SENTENCES_TO_SWAP:
        lead = list(candidates[: len(chosen)])
        chosen = _swapped(objective, candidates, max(chosen, lead, key=objective.value))
    return sorted(chosen)


def by_words(objective: Objective, candidates: Sequence[int], limit: int) -> list[int]:
    """Sentences of ``candidates`` that together have at most ``limit`` words, in order.

    The list is empty if every sentence is longer.
    """
    partial = PartialSummary()
    chosen: list[int] = []
    if limit > _KNAPSACK_WORDS:
        room = limit - _KNAPSACK_WORDS
        chosen = _greedy(objective, candidates, partial, len(candidates), room)
    room = limit - sum(objective.lengths[i] for i in chosen)
    chosen += _knapsack(
        objective, [i for i in candidates if i not in partial.chosen], partial, room
    )
    return sorted(_filled(objective, candidates, chosen, limit))


def _greedy(
    objective: Objective,
    candidates: Sequence[int],
    partial: PartialSummary,
    number: int,
    room: int | None,
) -> list[int]:
    """At most ``number`` sentences, each the one that adds most value to those before it.

    If there is ``room`` for so many words only, it is the one that adds most for each of its words.
    All of them are added to ``partial``.
    """
    units = [1 if room is None else length for length in objective.lengths]
    heap = [(-objective.alone[i] / units[i], i, -1) for i in candidates]
    heapify(heap)
    chosen: list[int] = []
    while heap and len(chosen) < number:
        _, i, evaluated_at = heappop(heap)
        if room is not None and objective.lengths[i] > room:
            continue
        if evaluated_at < len(chosen):
            gain = (objective.alone[i] - objective.loss(i, partial)) / units[i]
            if heap and -gain > heap[0][0]:
                heappush(heap, (-gain, i, len(chosen)))
                continue
        chosen.append(i)
        objective.add(i, partial)
        if room is not None:
            room -= objective.lengths[i]
    return chosen


def _swapped(objective: Objective, candidates: Sequence[int], chosen: list[int]) -> list[int]:
    """``chosen`` after the best single swaps with the best other candidates, while they gain."""
    others = sorted(set(candidates) - set(chosen), key=lambda i: (-objective.alone[i], i))
    others = others[:_SWAP_CANDIDATES]
    best_value = objective.value(chosen)
    for _ in range(_MAX_SWAPS_PER_SENTENCE * len(chosen)):
        swaps = []
        for place in range(len(chosen)):
            partial = PartialSummary()
            for i in chosen[:place] + chosen[place + 1 :]:
                objective.add(i, partial)
            swaps += [_Swap(objective.value_with(partial, i), place, i) for i in others]
        best = min(swaps, key=lambda s: (-s.value, s.place, s.sentence), default=None)
        if best is None or best.value <= best_value:
            break
        best_value, place, i = best
        others[others.index(i)] = chosen[place]
        chosen = [*chosen[:place], i, *chosen[place + 1 :]]
    return chosen


def _knapsack(
    objective: Objective, candidates: Sequence[int], partial: PartialSummary, room: int
) -> list[int]:
    """The sentences of ``candidates`` that best fill ``room`` words, beside those of ``partial``.

    Candidates are taken one by one, and the best set of each length so far is kept. What two
    sentences share is counted pair by pair.
    """
    gains = {
        i: objective.alone[i] - _SENTENCE_COST - objective.loss(i, partial)
        for i in candidates
        if objective.lengths[i] <= room
    }
    by_gain_per_word = sorted(gains, key=lambda i: (-gains[i] / objective.lengths[i], i))
    of_length = Counter[int]()
    tried: list[int] = []
    for i in by_gain_per_word:
        length = objective.lengths[i]
        of_length[length] += 1
        if (
            of_length[length] <= _KNAPSACK_CANDIDATES_PER_LENGTH
            and len(tried) < _KNAPSACK_CANDIDATES
        ):
            tried.append(i)
    shared = _shared(objective, tried)
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (0.0, ())}
    for i in tried:
        for words, (value, chosen) in sorted(best.items(), reverse=True):
            total = words + objective.lengths[i]
            if total > room:
                continue
            new_value = value + gains[i] - sum(shared[i, j] for j in chosen)
            if total not in best or new_value > best[total][0]:
                best[total] = (new_value, (*chosen, i))
    word_value = max(0.0, sum(objective.alone)) / (sum(objective.lengths) or 1)
    empty_word_cost = _EMPTY_WORD_COST * word_value
    words = max(best, key=lambda words: (best[words][0] - empty_word_cost * (room - words), words))
    return list(best[words][1])


def _shared(objective: Objective, sentences: Sequence[int]) -> dict[tuple[int, int], float]:
    """For each pair of a later and an earlier one of ``sentences``, what the later loses by it."""
    shared: dict[tuple[int, int], float] = {}
    for n, i in enumerate(sentences):
        partial = PartialSummary()
        objective.add(i, partial)
        for j in sentences[n + 1 :]:
            shared[j, i] = objective.loss(j, partial) - objective.loss(j, PartialSummary())
    return shared


def _filled(
    objective: Objective, candidates: Sequence[int], chosen: list[int], limit: int
) -> list[int]:
    """``chosen`` and more of ``candidates``, the best first, while one fits and adds enough."""
    partial = PartialSummary()
    for i in chosen:
        objective.add(i, partial)
    room = limit - sum(objective.lengths[i] for i in chosen)
    fitting = [i for i in candidates if i not in partial.chosen and objective.lengths[i] <= room]
    for i in sorted(fitting, key=lambda i: (objective.loss(i, partial) - objective.alone[i], i)):
        gain = objective.alone[i] - objective.loss(i, partial)
        if objective.lengths[i] <= room and (gain > _MIN_GAIN or not partial.chosen):
            objective.add(i, partial)
            room -= objective.lengths[i]
    return list(partial.chosen)
