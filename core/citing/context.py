"""The context of a place in an article: the sentence around it, and the one before."""

from collections.abc import Sequence
from typing import NamedTuple

from newsbrief.article import DISPLAY_KINDS, FURNITURE_KINDS, Article
from newsbrief.spans import Span

_NOT_BEFORE = FURNITURE_KINDS | DISPLAY_KINDS
_MAX_BETWEEN = 20  # sentences of captions and the like, over which the one before is looked for


class Context(NamedTuple):
    """The sentences around a place: the one it stands in, and the one before that.

    ``around`` covers several where the place does. ``before`` is None where none comes before.
    Offsets count code points of the article's text from 0, ends exclusive.
    """

    around: Span
    before: Span | None


def context(article: Article, spans: Sequence[Span]) -> Context:
    """The context of the place in ``article`` that ``spans``, of which there is at least one, name.

    The sentence before is one of the running text: headlines, bylines, captions and other furniture
    between the two are passed over.

    >>> from newsbrief import Span, context, parse
    >>> context(parse("The quay is shut. It broke, Ann Lee said. She left."), [Span(18, 26)])
    Context(around=Span(start=18, end=41), before=Span(start=0, end=17))
    """
    start, end = spans[0].start, spans[-1].end
    if not article.sentences:
        return Context(Span(start, end), None)
    first, last = article.sentence_at(start), article.sentence_at(end - 1)
    around = Span(min(start, article.sentences[first].start), max(end, article.sentences[last].end))
    for sentence in reversed(article.sentences[max(first - _MAX_BETWEEN, 0) : first]):
        if article.kind(sentence) not in _NOT_BEFORE:
            return Context(around, Span(sentence.start, sentence.end))
    return Context(around, None)
