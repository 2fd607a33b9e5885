"""The brief of an article: its summary, who says what, its figures, and what has no named source.

It is the page that an editor wants before reading the article. ``brief`` only arranges the results
of ``summarize``, ``facts`` and ``figures``.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import NamedTuple

from newsbrief.article import Article
from newsbrief.attribution import Attribution, Part, SourceType, take
from newsbrief.extraction.facts import DEFAULT_MIN_CONFIDENCE, facts
from newsbrief.extraction.referents import is_pronoun
from newsbrief.reading.parsing import parse
from newsbrief.summary.result import Summary
from newsbrief.summary.summarize import summarize
from newsbrief.text.figures import Figure, figures


class SourceFacts(NamedTuple):
    """A source that the article names, and its facts, in article order.

    ``role`` is its title or affiliation, None where the article gives none.
    """

    name: str
    type: SourceType
    role: Part | None
    facts: tuple[Attribution, ...]


class FigureSentence(NamedTuple):
    """A sentence of the body that holds figures or dates.

    ``text`` is the article's ``[start:end]`` with white space folded; offsets count code points
    from 0, ``end`` is exclusive, and ``line`` counts from 1.
    """

    text: str
    start: int
    end: int
    line: int
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A page on an article.

    ``sources`` are the named ones, those with the most facts first. ``figures`` and ``unnamed``,
    the facts whose source is not named or not given, are in article order. A fact's ``within``
    counts all facts of the page, those of ``sources`` and then ``unnamed``. Left out are the facts
    whose claim is a pronoun that stands for nothing before it.
    """

    title: str | None
    summary: Summary
    sources: tuple[SourceFacts, ...]
    figures: tuple[FigureSentence, ...]
    unnamed: tuple[Attribution, ...]


def brief(
    source: Article | str,
    *,
    sentences: int | None = None,
    min_confidence: float = DEFAULT_MIN_CONFIDENCE,
    optional: bool = False,
) -> Brief:
    """The brief of ``source``, an article or its text.

    ``sentences`` is the length of the summary, three unless given; ``min_confidence`` and
    ``optional`` choose the facts, as they do in ``facts``. Raises EmptyError if the body of the
    article has no sentence.
    """
    article = parse(source) if isinstance(source, str) else source
    summary = summarize(article, sentences=sentences)
    found = facts(article, min_confidence=min_confidence, optional=optional)
    shown = [i for i, fact in enumerate(found) if fact.refers or not is_pronoun(fact.claim.text)]
    sources, unnamed = _by_source(take(found, shown))
    return Brief(
        title=article.title,
        summary=summary,
        sources=sources,
        figures=tuple(_figure_sentences(article)),
        unnamed=unnamed,
    )


def _by_source(
    attributions: Sequence[Attribution],
) -> tuple[tuple[SourceFacts, ...], tuple[Attribution, ...]]:
    """The facts of each named source, and those without one.

    Of sources with as many facts, the one that comes first in the article comes first.
    """
    of_name: dict[str, list[int]] = {}
    unnamed: list[int] = []
    for index, fact in enumerate(attributions):
        name = fact.source.name if fact.source else None
        own = unnamed if name is None else of_name.setdefault(name, [])
        own.append(index)
    named = sorted(of_name.items(), key=lambda item: -len(item[1]))
    indices = chain(*(own for _, own in named), unnamed)
    in_order = iter(take(attributions, list(indices)))
    sources = tuple(_source_facts(name, tuple(islice(in_order, len(own)))) for name, own in named)
    return sources, tuple(in_order)


def _source_facts(name: str, own: tuple[Attribution, ...]) -> SourceFacts:
    """The source called ``name``, with the first role that the article gives for it."""
    sources = [fact.source for fact in own if fact.source]
    role = next((source.role for source in sources if source.role), None)
    return SourceFacts(name, sources[0].type, role, own)


def _figure_sentences(article: Article) -> Iterator[FigureSentence]:
    for sentence in article.body:
        in_sentence = tuple(figures(article.text, sentence.start, sentence.end))
        if in_sentence:
            yield FigureSentence(
                article.fold(sentence),
                sentence.start,
                sentence.end,
                article.lines.number(sentence.start),
                in_sentence,
            )
