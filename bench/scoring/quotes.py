"""Quotations and their speakers, as the Gender Gap Tracker's evaluation counts them.

Gold: ``{"id", "text", "quotes": [{"content": span, "speaker": span or null, "reference"}]}``, where
the reference is the speaker's full name. Predicted: ``{"id", "facts": [...]}``; only statements
count. A gold quotation is found when one prediction covers more than ``threshold`` of its
characters; each prediction serves one quotation, in the order of gold (Asr et al. 2021).
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from .facts import Fact
from .rates import Rates, rates, share
from .rows import Row, Spans

THRESHOLDS = (0.3, 0.8)  # of a gold quotation's characters, as the Tracker reports


class QuoteScore(NamedTuple):
    """How many are found; of those, how often the speaker is right.

    ``speaker`` is the share whose source shares a character with the gold speaker, where there is
    one; ``named`` the share whose name, or whose words where it has no name, ends in the word that
    the reference ends in.
    """

    found: Rates
    speaker: float
    named: float


def score(pairs: Iterable[tuple[Row, list[Fact]]], threshold: float) -> QuoteScore:
    """The figures of ``pairs`` of a gold row and the facts predicted for it."""
    gold = predicted = found = named = with_speaker = right = 0
    for row, facts in pairs:
        statements = [fact for fact in facts if fact.kind == "statement"]
        left = [(_characters(fact.claim), fact) for fact in statements]
        predicted += len(left)
        gold += len(row["quotes"])
        for quote in row["quotes"]:
            content = _characters([quote["content"]])
            shares = [len(content & claim) / len(content) for claim, _ in left]
            if max(shares, default=0.0) <= threshold:
                continue
            _, fact = left.pop(shares.index(max(shares)))
            found += 1
            named += last_word(fact.name or fact.source_text) == last_word(quote["reference"])
            if quote["speaker"]:
                with_speaker += 1
                right += bool(_characters(fact.source) & _characters([quote["speaker"]]))
    return QuoteScore(
        rates(found, predicted, gold), share(right, with_speaker), share(named, found)
    )


def last_word(name: str) -> str:
    """The last word of ``name`` in lower case, a surname mostly; empty where there is none."""
    words = re.findall(r"\w+", name.lower())
    return words[-1] if words else ""


def _characters(spans: Spans) -> set[int]:
    return {i for start, end in spans for i in range(start, end)}
