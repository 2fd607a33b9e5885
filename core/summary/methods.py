"""The methods of ranking: what each holds the sentences of a story to be worth."""

from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum

from newsbrief.article import Article, BlockKind, Sentence
from newsbrief.text.quotations import quotations_of

from .cohesion import needs
from .document import Story
from .objective import Scores, Worth

_TOPIC = 3.0  # worth of a sentence that names the topic, against one that does not


class Method(StrEnum):
    """How sentences are ranked."""

    NEWS = "news"  # learned from news; sentences are chosen together, to read well
    LEAD = "lead"  # from the top
    LEXRANK = "lexrank"
    TEXTRANK = "textrank"


def worth(
    method: Method,
    told: Story,
    stop: frozenset[str],
    cut: Sequence[tuple[bool, bool]],
    relevance: Sequence[float] | None,
) -> Worth | Scores:
    """The worth of the sentences of ``told`` by ``method``, more if of ``relevance`` to a topic.

    The terms of ``stop`` carry no content; ``cut`` is as ``cuts`` gives it.
    """
    if method is Method.NEWS:
        from .ranking import rank

        lift = [_TOPIC * r for r in relevance] if relevance else None
        return Worth(rank(told, stop), needs(told, cut), stop, lift)
    if method is Method.LEAD:
        scores = [1 / (1 + i) for i in range(len(told.texts))]
    else:
        from .centrality import lexrank, textrank

        scores = (lexrank if method is Method.LEXRANK else textrank)(told, stop)
    if relevance:
        scores = [score * r for score, r in zip(scores, relevance, strict=True)]
    return Scores(scores, told.lengths)


def cuts(article: Article, sentences: Sequence[Sentence]) -> list[tuple[bool, bool]]:
    """For each of the ``sentences`` whether a quotation runs across its start, and its end."""
    paragraphs = [(b.start, b.end) for b in article.blocks if b.kind is BlockKind.PARAGRAPH]
    spans = quotations_of(article.text, paragraphs)
    starts = [span.start for span in spans]

    def inside(offset: int) -> bool:
        i = bisect_right(starts, offset - 1) - 1
        return i >= 0 and spans[i].start < offset < spans[i].end

    return [(inside(s.start), inside(s.end)) for s in sentences]
