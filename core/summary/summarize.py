"""The summary of an article: the sentences of its own that together say most, within a length.

``summarize`` composes the steps: candidates, their objective, the selection, and the result.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from newsbrief.article import Article
from newsbrief.errors import EmptyError, OptionError
from newsbrief.reading.parsing import parse
from newsbrief.spans import Span
from newsbrief.text.bullets import without_bullet
from newsbrief.text.tokens import word_count

from .candidates import Candidates
from .methods import Method
from .objective import Objective
from .result import Reason, Summary, SummarySentence
from .selection import by_number, by_words

DEFAULT_SENTENCES = 3
_MAX_REASONS = 4  # given for a sentence
_MAX_PASSED_OVER = 3  # sentences of which it is told why they are not chosen
_MIN_REASON_VALUE = 0.1  # in units of the score; set by hand

_About = tuple[int, float, tuple[Reason, ...]]  # the rank of a sentence, its score and the reasons


def summarize(  # noqa: PLR0913 - one article, and the options of the command
    source: Article | str,
    *,
    sentences: int | None = None,
    words: int | None = None,
    percent: float | None = None,
    method: Method | str = Method.NEWS,
    about: str | None = None,
) -> Summary:
    """The summary of ``source``, an article or its text, with three sentences by default.

    At most one length may be given. ``sentences`` is exact, or all if there are fewer. ``words`` is
    an upper limit, which whole sentences fill as well as they can. ``percent`` is a share of the
    body's sentences, rounded, but at least one. ``about`` restricts the summary to what the article
    says on a topic. Of a body of more than 10,000 sentences the first ones are chosen from.

    Raises EmptyError if there is no sentence to choose, OptionError if an option has a value that
    makes no sense.
    """
    _check(sentences, words, percent, method, about)
    article = parse(source) if isinstance(source, str) else source
    number = sentences or DEFAULT_SENTENCES
    if percent is not None:
        number = max(1, round(len(article.body) * percent / 100))
    alone = words is None and number == 1
    candidates = Candidates(article, Method(method), about, alone=alone)
    if words is not None:
        chosen = by_words(candidates.objective, candidates.eligible, words)
        if not chosen:
            most = f"{words} word{'s' * (words > 1)}"
            raise EmptyError(f"no sentence to choose here has {most} or fewer")
        return _summary(candidates, chosen, 0)
    chosen = by_number(candidates.objective, candidates.eligible, number)
    return _summary(candidates, chosen, number)


def _summary(candidates: Candidates, chosen: Sequence[int], number: int) -> Summary:
    """The summary of the ranked sentences ``chosen``.

    If they are all of them and fewer than ``number``, clutter makes up the number.
    """
    objective, ranked = candidates.objective, candidates.ranked
    scores = objective.alone
    best_first = sorted(range(len(scores)), key=lambda i: (-scores[i], i))
    ranks = {i: rank for rank, i in enumerate(best_first, start=1)}
    contributions = objective.contributions()
    taken = {ranked[i]: (ranks[i], scores[i], _reasons(contributions(i))) for i in chosen}
    if len(chosen) == len(ranked):
        missing = max(0, number - len(chosen))
        for rank, i in enumerate(candidates.clutter[:missing], start=len(scores) + 1):
            taken[i] = (rank, min(scores), ())
    passed_over = {}
    if number:
        eligible = set(candidates.eligible).difference(chosen)
        last = max(ranks[i] for i in chosen)
        better = (i for i in best_first[:last] if i in eligible)
        for i in islice(better, _MAX_PASSED_OVER):
            losses = _losses(objective, chosen, best_first[last - 1], i)
            passed_over[ranked[i]] = (ranks[i], scores[i], losses)
    sentences = tuple(_sentences(candidates, taken))
    words = sum(word_count(s.text) for s in sentences)
    return Summary(
        candidates.article.title,
        words,
        candidates.body_sentences,
        sentences,
        tuple(sorted(_sentences(candidates, passed_over), key=lambda s: s.rank)),
    )


def _sentences(candidates: Candidates, about: Mapping[int, _About]) -> Iterator[SummarySentence]:
    """The sentences of the body that ``about`` tells of, by their indices, in their order.

    Without the bullets of a list.
    """
    article = candidates.article
    for i in sorted(about):
        whole = candidates.body[i]
        s = without_bullet(article.text, Span(whole.start, whole.end))
        line = article.lines.number(s.start)
        yield SummarySentence(article.fold(s), s.start, s.end, line, *about[i])


def _losses(
    objective: Objective, chosen: Sequence[int], last: int, instead: int
) -> tuple[Reason, ...]:
    """What a summary of the sentences ``chosen`` loses by one ``instead`` of the ``last`` one."""
    costs = objective.costs(chosen)
    after = objective.costs(sorted({*chosen, instead} - {last}))
    return _reasons({label: min(0.0, costs[label] - after[label]) for label in after})


def _reasons(contributions: dict[str, float]) -> tuple[Reason, ...]:
    """The largest of ``contributions``, positive or negative, the largest first."""
    large = [
        Reason(label, value)
        for label, value in contributions.items()
        if abs(value) >= _MIN_REASON_VALUE
    ]
    return tuple(sorted(large, key=lambda reason: (-abs(reason.value), reason.name))[:_MAX_REASONS])


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
