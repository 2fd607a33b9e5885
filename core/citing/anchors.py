"""Anchors: how to point to a place in an article, for programs and for browsers."""

from collections.abc import Sequence
from functools import cached_property

from newsbrief.article import Article
from newsbrief.spans import Span

from .selectors import TextQuote, text_quote
from .text_fragments import text_link
from .word_runs import WordRuns


class Anchors:
    """Points to places in ``article``. Spans count code points of its text, ends exclusive."""

    def __init__(self, article: Article) -> None:
        self.article = article

    def quote(self, span: Span) -> TextQuote:
        """The text quote selector of ``span`` (W3C Web Annotation Data Model, 4.2.4)."""
        return text_quote(self.article.text, self._words, span)

    def link(self, spans: Sequence[Span]) -> str | None:
        """The address of the article, with text fragments that open it at ``spans``.

        None where the article has no web address, or other places have the same words.
        """
        return text_link(self.article, self._words, spans)

    @cached_property
    def _words(self) -> WordRuns:
        return WordRuns(self.article)
