"""How well labels agree with gold ones: F1 of exact spans and of tokens, by role."""

from collections import Counter
from collections.abc import Iterator, Sequence

from .documents import ROLES
from .windows import Window


def spans(labels: Sequence[int]) -> Iterator[tuple[int, int, int]]:
    """(role from 1, first token, last token) of the spans that ``labels`` make."""
    begin, role = 0, 0
    for i, label in enumerate([*labels, 0]):
        now = _role(label)
        if role and (now != role or label % 2):
            yield role, begin, i - 1
            role = 0
        if now and not role:
            role, begin = now, i


def figures(windows: Sequence[Window], guesses: Sequence[tuple[list[int], list[int]]]) -> str:
    """A line of figures for ``guesses`` (labels and directions) at ``windows``.

    The direction's is the share that is right, among tokens with a gold label.
    """
    agreed: Counter[str] = Counter()  # of spans and of tokens, by role
    total: Counter[str] = Counter()  # in the guesses and in the gold labels together
    directions_right = labelled = 0
    for window, (labels, directions) in zip(windows, guesses, strict=True):
        guessed, gold = set(spans(labels)), set(spans(window.labels))
        total.update(_spans_of(role) for role, _, _ in [*guessed, *gold])
        agreed.update(_spans_of(role) for role, _, _ in guessed & gold)
        for guess, label in zip(labels, window.labels, strict=True):
            total.update(_tokens_of(x) for x in (guess, label) if x)
            agreed.update([_tokens_of(label)] if label and _role(guess) == _role(label) else [])
        sides = zip(window.labels, directions, window.directions, strict=True)
        right = [guess == side for label, guess, side in sides if label]
        directions_right += sum(right)
        labelled += len(right)
    parts = [f"{name} {2 * agreed[name] / total[name]:.3f}" for name in sorted(total)]
    return " ".join([*parts, f"direction {directions_right / max(labelled, 1):.3f}"])


def _role(label: int) -> int:
    return (label + 1) // 2


def _spans_of(role: int) -> str:
    return f"{ROLES[role - 1]}.spans"


def _tokens_of(label: int) -> str:
    return f"{ROLES[_role(label) - 1]}.tokens"
