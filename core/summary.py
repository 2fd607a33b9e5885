"""The summary of an article: its own sentences, the ones that tell most, within a length limit.

``summarize`` composes ranking and selection; this module holds the values and the options.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from .article import Article, Sentence, parse
from .errors import EmptyError, OptionError

DEFAULT_SENTENCES = 3


class Method(StrEnum):
    """How sentences are ranked."""

    NEWS = "news"  # the learned ranking, and sentences chosen as a set that reads well
    LEAD = "lead"  # from the top
    LEXRANK = "lexrank"
    TEXTRANK = "textrank"


class Reason(NamedTuple):
    """One thing that made a sentence's score, in plain words, and how much it added."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """A chosen sentence.

    ``text`` is the article's ``[start:end]`` with white space folded; ``line`` counts from 1.
    ``rank`` is the place of its score among all body sentences, 1 the best; ``reasons`` are what
    made the score, the largest first (empty where the method has none to give).
    """

    text: str
    start: int
    end: int
    line: int
    rank: int
    score: float
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """A summary: ``summary`` holds its sentences in article order.

    ``words`` counts those of the summary, by white space; ``sentences`` those of the article's body.
    """

    title: str | None
    words: int
    sentences: int
    summary: tuple[SummarySentence, ...]


def summarize(
    source: Article | str,
    *,
    sentences: int | None = None,
    words: int | None = None,
    percent: float | None = None,
    method: Method | str = Method.NEWS,
    about: str | None = None,
) -> Summary:
    """The summary of ``source``, of at most one kind of length (three sentences unless told).

    ``sentences`` is exact, all there are if fewer; ``words`` is never passed and filled as well as
    whole sentences can; ``percent`` is of the body's sentences, rounded, at least one. ``about``
    keeps to what the article says on a topic. Raises EmptyError where there is no sentence to
    choose, OptionError where an option makes no sense.
    """
    _check(sentences, words, percent, method, about)
    article = parse(source) if isinstance(source, str) else source
    body = article.body
    if not body:
        raise EmptyError("no sentence to summarize in this text")
    count = sentences or DEFAULT_SENTENCES
    if percent is not None:
        count = max(1, round(len(body) * percent / 100))
    chosen = body[:count]
    if words is not None:
        chosen, left = (), words
        for s in body:
            n = len(article.fold(s).split())
            if n <= left:
                chosen, left = (*chosen, s), left - n
    return _summary(article, body, chosen)


def _check(
    sentences: int | None,
    words: int | None,
    percent: float | None,
    method: Method | str,
    about: str | None,
) -> None:
    if sum(limit is not None for limit in (sentences, words, percent)) > 1:
        raise OptionError("give one length only: sentences, words or percent")
    if sentences is not None and sentences < 1:
        raise OptionError(f"sentences must be 1 or more, not {sentences}")
    if words is not None and words < 1:
        raise OptionError(f"words must be 1 or more, not {words}")
    if percent is not None and not 0 < percent <= 100:  # noqa: PLR2004
        raise OptionError(f"percent must be above 0 and at most 100, not {percent:g}")
    if method not in tuple(Method):
        raise OptionError(f"no method {method!r}; there are: {', '.join(Method)}")
    if about is not None and not about.strip():
        raise OptionError("about needs a topic")


def _summary(article: Article, body: tuple[Sentence, ...], chosen: tuple[Sentence, ...]) -> Summary:
    rows = tuple(
        SummarySentence(article.fold(s), s.start, s.end, article.lines.number(s.start), i + 1, 0.0)
        for i, s in enumerate(body)
        if s in chosen
    )
    return Summary(article.title, sum(len(r.text.split()) for r in rows), len(body), rows)
