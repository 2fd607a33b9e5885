"""How the sentences of an article stand to its quotations."""

from collections.abc import Sequence
from typing import NamedTuple

from newsbrief.article import Article, Sentence


class Quoted(NamedTuple):
    """How much of a sentence is quoted, and whether a quotation runs across its ends.

    ``share`` is the share of its characters that stand in quotation marks, marks included.
    """

    share: float = 0.0
    from_previous: bool = False
    into_next: bool = False


def quoted(article: Article, sentences: Sequence[Sentence]) -> list[Quoted]:
    """For each of the ``sentences`` of paragraphs of ``article``, how it stands to quotations."""
    if not article.quotations:
        return [Quoted()] * len(sentences)
    rows = []
    for s in sentences:
        overlapping = article.quotations.overlapping(s.start, s.end)
        if not overlapping:
            rows.append(Quoted())
            continue
        chars = sum(min(q.end, s.end) - max(q.start, s.start) for q in overlapping)
        rows.append(
            Quoted(
                chars / (s.end - s.start),
                overlapping[0].start < s.start,
                overlapping[-1].end > s.end,
            )
        )
    return rows
