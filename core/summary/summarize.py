"""The summary of an article: its own sentences, those that together tell most, within a length.

``summarize`` composes story, ranking and selection, and holds what a summary is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from newsbrief.article import Article, Sentence
from newsbrief.errors import EmptyError, OptionError
from newsbrief.reading.parsing import parse
from newsbrief.text.language import language
from newsbrief.text.stop_words import stop_terms

from .clutter import clutter
from .document import story
from .methods import Method as Method  # noqa: PLC0414 - public from here
from .methods import cuts, worth
from .selection import by_number, by_words

DEFAULT_SENTENCES = 3
_REASONS = 4  # given for a sentence
_SAMPLE = 1_200  # characters that tell the language
_SLIGHT = 0.1  # of worth; what added less is no reason


class Reason(NamedTuple):
    """One thing that made a sentence's score, in plain words, and how much it added."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """A chosen sentence.

    ``text`` is the article's ``[start:end]`` with white space folded; ``line`` counts from 1.
    ``rank`` is the place of its score among all body sentences, 1 the best; ``reasons`` are what
    made the score, the largest first (none where the method has none to give).
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
    """A summary: ``sentences`` are the chosen ones, in article order.

    ``words`` counts those of the summary, by white space; ``body_sentences`` counts the sentences
    of the article's body, from which they were chosen.
    """

    title: str | None
    words: int
    body_sentences: int
    sentences: tuple[SummarySentence, ...]


def summarize(  # noqa: PLR0913 - one article, and the options of the command
    source: Article | str,
    *,
    sentences: int | None = None,
    words: int | None = None,
    percent: float | None = None,
    method: Method | str = Method.NEWS,
    about: str | None = None,
) -> Summary:
    """The summary of ``source``, with one kind of length: three sentences if none is given.

    ``sentences`` is exact (all there are if fewer), ``words`` is never passed and filled as well
    as whole sentences allow, ``percent`` is of the body's sentences, rounded, at least one.
    ``about`` keeps to what the article says on a topic. Raises EmptyError where there is no
    sentence to choose, OptionError where an option makes no sense.
    """
    _check(sentences, words, percent, method, about)
    article = parse(source) if isinstance(source, str) else source
    pool = _Pool(article, Method(method), about)
    if words is not None:
        chosen = by_words(pool.worth, pool.among, words)
        if not chosen:
            raise EmptyError(f"no sentence to choose here has {words} words or fewer")
        return pool.summary(chosen, 0)
    number = sentences or DEFAULT_SENTENCES
    if percent is not None:
        number = max(1, round(len(pool.body) * percent / 100))
    return pool.summary(by_number(pool.worth, pool.among, number), number)


class _Pool:
    """The sentences that a summary of an article may choose, and what they are worth.

    They are named by their index among those ``kept``, the body without clutter; ``rest`` is the
    clutter. ``among`` are those on the topic, if one is asked for.
    """

    def __init__(self, article: Article, method: Method, about: str | None) -> None:
        self.article = article
        self.body = article.body
        if not self.body:
            raise EmptyError("no sentence to summarize in this text")
        texts = [article.fold(s) for s in self.body]
        junk = [False] * len(texts) if method is Method.LEAD else clutter(texts)
        if all(junk):
            junk = [False] * len(texts)
        self.kept = [i for i, out in enumerate(junk) if not out]
        self.rest = [i for i, out in enumerate(junk) if out]
        told = story([texts[i] for i in self.kept], article.title)
        stop = stop_terms(language(article.text[:_SAMPLE]))
        relevance = None
        self.among: Sequence[int] = range(len(self.kept))
        if about is not None:
            from .query import relevance as relevance_of

            self.rest = []
            relevance = relevance_of(told, about, stop)
            self.among = [i for i in self.among if relevance[i]]
            if not self.among:
                raise EmptyError(f"the article says nothing about {about!r}")
        cut = cuts(article, [self.body[i] for i in self.kept])
        self.worth = worth(method, told, stop, cut, relevance)

    def summary(self, chosen: Sequence[int], number: int) -> Summary:
        """The summary of the sentences ``chosen``; if all, with clutter up to ``number``."""
        scores = self.worth.alone
        order = sorted(range(len(scores)), key=lambda i: (-scores[i], i))
        ranks = {i: rank for rank, i in enumerate(order, start=1)}
        parts = self.worth.parts()
        rows = {self.kept[i]: (ranks[i], scores[i], _reasons(parts(i))) for i in chosen}
        missing = max(0, number - len(self.kept)) if len(chosen) == len(self.kept) else 0
        for n, i in enumerate(self.rest[:missing], start=len(scores) + 1):
            rows[i] = (n, min(scores), ())
        article, body = self.article, self.body
        found = tuple(_sentence(article, body[i], *rows[i]) for i in sorted(rows))
        words = sum(s.text.count(" ") + 1 for s in found)
        return Summary(article.title, words, len(body), found)


def _sentence(
    article: Article, s: Sentence, rank: int, score: float, reasons: tuple[Reason, ...]
) -> SummarySentence:
    line = article.lines.number(s.start)
    return SummarySentence(article.fold(s), s.start, s.end, line, rank, score, reasons)


def _reasons(parts: dict[str, float]) -> tuple[Reason, ...]:
    """The largest of ``parts``, for better or worse, as reasons."""
    large = [Reason(name, value) for name, value in parts.items() if abs(value) >= _SLIGHT]
    return tuple(sorted(large, key=lambda r: (-abs(r.value), r.name))[:_REASONS])


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
    if about is not None and not any(map(str.isalnum, about)):
        raise OptionError("about needs a topic of at least one word")
