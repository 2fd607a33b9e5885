"""Corrections of the tagger's spans, by quotation marks, sentences and conjunctions.

They come before the linking, which is trained on corrected spans.
"""

import re
from collections.abc import Iterable, Sequence

from newsbrief.article import Article
from newsbrief.spans import SortedSpans, Span
from newsbrief.tagging.tagger import Labelled, Role

MAX_TAIL_CHARS = 12  # ", whom" and some white space
# What leads over to the next words: "the mayor | , who", "the plan | but", "the plan | ,".
_TAILS = {
    Role.SOURCE: re.compile(r"(?<![\s,]),?\s+(?:who|whom|whose|which|that|and|but|or)$"),
    Role.CONTENT: re.compile(r"(?<![\s,])(?:,?\s+(?:and|but|or)|[,;])$"),
}


def corrected(
    article: Article, labelled: Sequence[Labelled], quotations: SortedSpans[Span]
) -> list[Labelled]:
    """``labelled``, which are in order, with contents that fit the ``quotations``.

    A content that opens with a quoted sentence ends with it. Neighbouring contents of one
    quotation, or of one sentence with nothing in between, become one. A source loses a relative
    pronoun or conjunction at its end, a content a conjunction or comma.
    """
    text = article.text
    spans: list[Labelled] = []
    for span in labelled:
        end = span.end
        if span.role is Role.CONTENT:
            end = _quoted_sentence_end(text, span, quotations)
        spans.append(span._replace(end=_without_tail(text, span, end)))
    return _joined(article, spans, quotations)


def _quoted_sentence_end(text: str, content: Labelled, quotations: SortedSpans[Span]) -> int:
    """The end of ``content``: of the quotation that it opens with, if that ends a sentence."""
    opening = quotations.holding(content.start)
    if opening and opening.start == content.start and opening.end < content.end:
        return opening.end if text[opening.end - 2] in ".!?" else content.end
    return content.end


def _without_tail(text: str, span: Labelled, end: int) -> int:
    """``end``, which is that of ``span``, less what leads over to the next words."""
    if span.role not in _TAILS:
        return end
    tail = _TAILS[span.role].search(text, max(span.start + 1, end - MAX_TAIL_CHARS), end)
    return tail.start() if tail else end


def _joined(
    article: Article, spans: Iterable[Labelled], quotations: SortedSpans[Span]
) -> list[Labelled]:
    """``spans`` with one content for those that stand next to each other and belong together."""
    joined: list[Labelled] = []
    for span in spans:
        last = joined[-1] if joined else span
        if span.role is last.role is Role.CONTENT and last is not span:
            apart = article.text[last.end : span.start].strip()
            same_sentence = article.sentence_at(last.end - 1) == article.sentence_at(span.start)
            if (same_sentence and not apart) or quotations.covers(last.end - 1, span.start + 1):
                joined[-1] = _merged(last, span)
                continue
        joined.append(span)
    return joined


def _merged(one: Labelled, other: Labelled) -> Labelled:
    """The content from ``one`` to ``other``, with the side of the longer one.

    Its probability is the mean of the two, weighted by length.
    """
    lengths = one.end - one.start, other.end - other.start
    weighted = one.probability * lengths[0] + other.probability * lengths[1]
    return one._replace(
        end=other.end,
        probability=weighted / sum(lengths),
        side=one.side if lengths[0] >= lengths[1] else other.side,
    )
