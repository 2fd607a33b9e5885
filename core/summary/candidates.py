"""The sentences of an article that a summary may choose from, and the objective of the choice."""

from collections.abc import Sequence

from newsbrief.article import Article, Sentence
from newsbrief.errors import EmptyError
from newsbrief.text.language import language
from newsbrief.text.stop_words import stop_terms

from .clutter import clutter
from .document import Document
from .methods import Method, objective
from .quoted import quoted

MAX_SENTENCES = 10_000
"""The most sentences of a body that are ranked, the first ones: each takes some 3 KB of memory."""

_LANGUAGE_SAMPLE_CHARS = 1_200  # at the start of an article, which tell its language


class Candidates:
    """The candidates for a summary of ``article`` by ``method``, ``about`` a topic if one is given.

    ``alone`` says that one sentence is to be chosen, not several.

    ``body`` are the sentences of the article's body, ``MAX_SENTENCES`` at most, of which it has
    ``body_sentences``. ``ranked`` and ``clutter`` are indices of sentences of ``body``: those that
    the objective ranks, and those that a summary leaves out. ``eligible`` are indices in
    ``ranked``: all, or those on the topic. Raises EmptyError if there are none.
    """

    def __init__(
        self, article: Article, method: Method, about: str | None = None, *, alone: bool = False
    ) -> None:
        self.article = article
        every = article.body
        self.body, self.body_sentences = every[:MAX_SENTENCES], len(every)
        if not self.body:
            raise EmptyError("no sentence to summarize in this text")
        texts = [article.fold(s) for s in self.body]
        is_clutter = [False] * len(texts) if method is Method.LEAD else clutter(texts)
        if all(is_clutter):
            is_clutter = [False] * len(texts)
        self.ranked = [i for i, left_out in enumerate(is_clutter) if not left_out]
        self.clutter = [i for i, left_out in enumerate(is_clutter) if left_out]
        document = document_of(
            article, [self.body[i] for i in self.ranked], [texts[i] for i in self.ranked]
        )
        stop = stop_terms(language(article.text[:_LANGUAGE_SAMPLE_CHARS]))
        relevance = None
        self.eligible = list(range(len(self.ranked)))
        if about is not None:
            from .query import relevance as relevance_to

            self.clutter = []
            relevance = relevance_to(document, about, stop)
            self.eligible = [i for i in self.eligible if relevance[i]]
            if not self.eligible:
                raise EmptyError(f"the article says nothing about {about!r}")
        self.objective = objective(method, document, stop, relevance, alone=alone)


def document_of(article: Article, sentences: Sequence[Sentence], texts: Sequence[str]) -> Document:
    """The document of ``sentences``, which are of paragraphs of ``article``; ``texts`` are theirs.

    White space in ``texts`` is folded.
    """
    paragraphs = [sentence.block for sentence in sentences]
    return Document.of(texts, article.title, paragraphs, quoted(article, sentences))
