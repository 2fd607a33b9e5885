"""Variations of a window's words that keep its labels: other names, quotation marks, case."""

import random
from collections import Counter

from newsbrief.tagging.vocabulary import Shape, shape
from newsbrief.tagging.windows import Quoted

MARKS = (('"', '"'), ("“", "”"), ("‘", "’"), ("'", "'"), ("«", "»"))


RENAMED, REQUOTED, LOWER_CASE, UPPER_CASE = 0.4, 0.3, 0.03, 0.01  # shares of the windows
MIN_OCCURRENCES = 3  # of a word that is taken for a name
MIN_CAPITALISED_RATIO = 5  # of a name's occurrences to those of the same word in lower case


class Augmenter:
    """Varies windows at random; new names are drawn from the words in ``counts``."""

    def __init__(self, counts: Counter[str], rng: random.Random) -> None:
        self.rng = rng
        self.names = [
            w
            for w, n in counts.items()
            if n >= MIN_OCCURRENCES
            and shape(w) is Shape.CAPITALISED
            and counts[w.lower()] * MIN_CAPITALISED_RATIO < n
        ]
        self.known = set(self.names)

    def __call__(self, words: list[str], quoted: list[int]) -> list[str]:
        """``words``, varied or not."""
        rng = self.rng
        if rng.random() < RENAMED:
            words = self.rename(words)
        if rng.random() < REQUOTED:
            words = self.requote(words, quoted)
        chance = rng.random()
        if chance < LOWER_CASE:
            words = [w.lower() for w in words]
        elif chance < LOWER_CASE + UPPER_CASE:
            words = [w.upper() for w in words]
        return words

    def rename(self, words: list[str]) -> list[str]:
        """``words`` with about half of the names replaced, each by the same other one."""
        rng = self.rng
        new: dict[str, str] = {}
        out = []
        for word in words:
            name, owned = (word[:-2], word[-2:]) if word[-2:] in {"'s", "’s"} else (word, "")
            if name in self.known:
                if name not in new:
                    new[name] = rng.choice(self.names) if rng.random() < 0.5 else name
                out.append(new[name] + owned)
            else:
                out.append(word)
        return out

    def requote(self, words: list[str], quoted: list[int]) -> list[str]:
        """``words`` with quotation marks of another style."""
        opening, closing = self.rng.choice(MARKS)
        marks: dict[int, str] = {Quoted.OPENING: opening, Quoted.CLOSING: closing}
        return [
            marks.get(state, w) if len(w) == 1 else w
            for w, state in zip(words, quoted, strict=True)
        ]
