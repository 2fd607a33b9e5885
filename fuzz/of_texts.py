"""Harnesses of the library: a text to its sentences, facts, summaries and places."""

import json

from newsbrief import Anchors, Method, context, facts, parse, sentences, summarize
from newsbrief.spans import Span, fold
from newsbrief.text.figures import figures
from newsbrief.text.language import language
from newsbrief.text.quotations import quotations
from newsbrief.text.tokens import tokens, word_count

from .choices import Choices
from .properties import (
    article_holds,
    facts_hold,
    is_in_order,
    summary_holds,
    visible,
    visible_in,
)
from .texts import text


def try_sentences(data: bytes) -> None:
    """A text to sentences and blocks."""
    article = text(data)
    spans = sentences(article)
    is_in_order(spans, 0, len(article))
    assert visible_in(article, spans) == visible(article)
    article_holds(parse(article))
    article_holds(parse(article, title=article[: data[0] if data else 0].strip() or None))


def try_pieces(data: bytes) -> None:
    """A text to its tokens, quotations, figures and language."""
    article = text(data)
    is_in_order(tokens(article), 0, len(article))
    is_in_order(quotations(article), 0, len(article))
    found = list(figures(article))
    is_in_order(found, 0, len(article))
    for figure in found:
        assert figure.text == fold(article[figure.start : figure.end])
        json.dumps(figure.value, allow_nan=False)
    assert language(article)
    assert word_count(article) >= 0


def try_facts(data: bytes) -> None:
    """A text to facts: with more asked for, those that were there are the same."""
    article = parse(text(data))
    found = facts(article)
    facts_hold(article, found)
    every = facts(article, min_confidence=0, optional=True)
    facts_hold(article, every)
    assert {fact.claim for fact in found} <= {fact.claim for fact in every}


def try_summaries(data: bytes) -> None:
    """A text to summaries of each method and length."""
    choices = Choices(data[:4])
    article = parse(text(data[4:]))
    method, about = (
        choices.one_of(tuple(Method)),
        choices.one_of((None, "quay", "the", "Ann Lee", "É s")),
    )
    number = 1 + choices.below(9)
    summary_holds(article, summarize(article, sentences=number, method=method, about=about))
    by_words = summarize(article, words=10 * number)
    summary_holds(article, by_words)
    summary_holds(article, summarize(article, percent=10 * number))
    if method is Method.NEWS:
        whole = summarize(article, sentences=len(article.body))
        assert len(whole.sentences) == len(article.body)


def try_citing(data: bytes) -> None:
    """A place in a text: what stands around it, and how to point to it."""
    choices = Choices(data[:4])
    article = parse(text(data[4:]))
    size = len(article.text)
    start = choices.below(size + 1)
    span = Span(start, start + choices.below(size - start + 1))
    anchors = Anchors(article)
    quote = anchors.quote(span)
    whole = quote.prefix + quote.exact + quote.suffix
    assert quote.exact == article.text[span.start : span.end]
    assert article.text.startswith(whole, span.start - len(quote.prefix))
    anchors.link([span])
    if span.start < span.end:
        around, before = context(article, [span])
        assert around.start <= span.start
        assert span.end <= around.end
        assert before is None or before.end <= around.start
