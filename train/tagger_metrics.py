"""How well scores agree with targets: F1 of exact spans, and the share of right labels."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import ArrayLike

from newsbrief.tagging.heads import HEADS

from .heads import INDEX, SEQUENCES, TEACHER_COLUMNS, TEACHER_HEADS, UNKNOWN
from .windows import Window


def spans(labels: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """(role from 1, first token, last token) of the spans that ``labels`` make."""
    begin, role = 0, 0
    for i, label in enumerate([*labels, 0]):
        now = (label + 1) // 2 if label > 0 else 0
        if role and (now != role or label % 2):
            yield role, begin, i - 1
            role = 0
        if now and not role:
            role, begin = now, i


def figures(windows: Sequence[Window], scores: Iterable[ArrayLike]) -> str:
    """A line of figures for ``scores`` [token, column] of ``windows``.

    Of each head of spans the F1 of each role; of another the share of the known targets that have
    the best score.
    """
    agreed: Counter[tuple[str, int]] = Counter()
    given: Counter[tuple[str, int]] = Counter()
    for window, of_window in zip(windows, scores, strict=True):
        table = np.asarray(of_window)
        for name in HEADS:
            start, end = TEACHER_COLUMNS[name]
            gold, guess = window.targets[:, INDEX[name]], table[:, start:end].argmax(1)
            if name in SEQUENCES:
                one, other = set(spans(gold.tolist())), set(spans(guess.tolist()))
                agreed.update((name, role) for role, _, _ in one & other)
                given.update((name, role) for part in (one, other) for role, _, _ in part)
            else:
                known = gold != UNKNOWN
                agreed[name, 0] += 2 * int((gold == guess)[known].sum())
                given[name, 0] += 2 * int(known.sum())
    return ", ".join(
        f"{name}{':' + TEACHER_HEADS[name][2 * role].lstrip('I-') if role else ''} "
        f"{(1 if not role else 2) * agreed[name, role] / given[name, role]:.3f}"
        for name, role in sorted(given)
    )
