"""How well labels agree with gold ones: F1 of exact spans and of tokens, by role."""

from collections import Counter
from collections.abc import Iterator, Sequence

from tagger_data import ROLES, Window


def spans(labels: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """(role from 1, first token, last token) of the spans that ``labels`` make."""
    begin, role = 0, 0
    for i, label in enumerate([*labels, 0]):
        now = (label + 1) // 2
        if role and (now != role or label % 2):
            yield role, begin, i - 1
            role = 0
        if now and not role:
            role, begin = now, i


def figures(windows: Sequence[Window], guesses: Sequence[tuple[list[int], list[int]]]) -> str:
    """A line of figures for ``guesses`` (labels and directions) at ``windows``."""
    hit: Counter[str] = Counter()
    all_: Counter[str] = Counter()
    right = total = 0
    for window, (labels, directions) in zip(windows, guesses, strict=True):
        for found in (set(spans(labels)), set(spans(window.labels))):
            all_.update(f"{ROLES[role - 1]}.spans" for role, _, _ in found)
        both = set(spans(labels)) & set(spans(window.labels))
        hit.update(f"{ROLES[role - 1]}.spans" for role, _, _ in both)
        for i, (guess, gold) in enumerate(zip(labels, window.labels, strict=True)):
            all_.update(f"{ROLES[(x - 1) // 2]}.tokens" for x in (guess, gold) if x)
            if gold:
                hit[f"{ROLES[(gold - 1) // 2]}.tokens"] += (guess + 1) // 2 == (gold + 1) // 2
                right += directions[i] == window.directions[i]
                total += 1
    parts = [f"{name} {2 * hit[name] / all_[name]:.3f}" for name in sorted(all_)]
    return " ".join([*parts, f"direction {right / max(total, 1):.3f}"])
