"""Extracts against those that editors took from the same articles.

Gold: ``{"id", "text", "extracts": [{"one", "three", "five", "never"}]}``, spans of the sentences
that one editor takes at each length and of those that no extract may hold. An extract is a list of
spans, one for each sentence. Sentences are compared by their words in place, so that splitters may
differ.
"""

from collections.abc import Sequence
from typing import NamedTuple

from .rates import mean, share
from .rows import Row, Spans
from .words import Words, f1

LENGTHS = {5: "five", 2: "three", 1: "one"}  # at least so many sentences: the editors' extract
HALF = 0.5


class ExtractScore(NamedTuple):
    """The score of one extract: F1 of its words with the editors', a mean over editors.

    ``never`` counts the chosen sentences that one of the editors would never take, ``chosen`` all.
    """

    overlap: float
    never: int
    chosen: int


def score(row: Row, extract: Spans) -> ExtractScore:
    """The score of ``extract`` beside the editors' extracts of its length in ``row``."""
    words = Words(row["text"])
    editors = row["extracts"]
    length = next((key for count, key in LENGTHS.items() if len(extract) >= count), "one")
    mine = words.touched(extract)
    overlaps = [f1(mine, words.touched(editor[length])) for editor in editors]
    unfit = [span for editor in editors for span in editor["never"]]
    never = sum(_lies_in(words, sentence, unfit) for sentence in extract)
    return ExtractScore(mean(overlaps), never, len(extract))


def _lies_in(words: Words, sentence: Sequence[int], spans: Spans) -> bool:
    """Whether over half of the words of ``sentence`` lie in one of ``spans``."""
    own = words.touched([sentence])
    return any(len(own & words.touched([span])) > HALF * len(own) for span in spans)


def never_share(scores: Sequence[ExtractScore]) -> float:
    """The share of all chosen sentences that an editor would never take."""
    return share(sum(s.never for s in scores), sum(s.chosen for s in scores))
