"""Selectors of the W3C Web Annotation Data Model (2017), section 4.2: quote and position."""

from typing import NamedTuple

from newsbrief.spans import Span

from .word_runs import WordRuns

_CONTEXT = 32  # characters before and after a quote, as many as Hypothesis keeps
_MAX_CONTEXT = 1024


class TextQuote(NamedTuple):
    """A text quote selector: the words of a place, and what stands before and after them.

    All three are slices of the article's text; ``prefix + exact + suffix`` is one too.
    """

    exact: str
    prefix: str
    suffix: str


def text_quote(text: str, words: WordRuns, span: Span) -> TextQuote:
    """The text quote selector of ``span``.

    ``prefix`` and ``suffix`` have 32 characters or more, up to where a word begins or ends, and
    more where that is not the only place of these words, up to 1,024.
    """
    own = words.between(*span)
    reach = _CONTEXT
    while True:
        start, end = max(span.start - reach, 0), min(span.end + reach, len(text))
        run = words.between(start, end) if own else own
        if run:
            start, end = min(words.starts[run[0]], start), max(words.ends[run[-1]], end)
        whole = (start, end) == (0, len(text))
        if not run or whole or reach >= _MAX_CONTEXT or words.only(run):
            return TextQuote(
                text[span.start : span.end], text[start : span.start], text[span.end : end]
            )
        reach *= 2
