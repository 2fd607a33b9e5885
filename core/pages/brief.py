"""The brief of an article: its summary, who says what, its figures, and what has no named source.

It is the page that an editor wants before reading the article. ``brief`` only arranges the results
of ``summarize``, ``facts`` and ``figures``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from newsbrief.article import Article
from newsbrief.attribution import Attribution, SourceType
from newsbrief.extraction.facts import facts
from newsbrief.extraction.referents import is_pronoun
from newsbrief.reading.parsing import parse
from newsbrief.summary.result import Summary
from newsbrief.summary.summarize import summarize
from newsbrief.text.figures import Figure, figures

_UNNAMED_TYPES = frozenset({SourceType.ANONYMOUS, SourceType.UNSOURCED})


class SourceFacts(NamedTuple):
    """A named source and its facts, in article order."""

    name: str
    type: SourceType
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
    the facts whose source is anonymous or not given, are in article order. Left out are the facts
    whose claim is a pronoun that stands for nothing before it.
    """

    title: str | None
    summary: Summary
    sources: tuple[SourceFacts, ...]
    figures: tuple[FigureSentence, ...]
    unnamed: tuple[Attribution, ...]


def brief(source: Article | str) -> Brief:
    """The brief of ``source``, an article or its text, with a summary of three sentences.

    Raises EmptyError if its body has no sentence.
    """
    article = parse(source) if isinstance(source, str) else source
    summary = summarize(article)
    attributions = [fact for fact in facts(article) if fact.refers or not is_pronoun(fact)]
    return Brief(
        title=article.title,
        summary=summary,
        sources=_by_source(fact for fact in attributions if _is_named(fact)),
        figures=tuple(_figure_sentences(article)),
        unnamed=tuple(fact for fact in attributions if not _is_named(fact)),
    )


def _is_named(fact: Attribution) -> bool:
    return fact.source is not None and fact.source.type not in _UNNAMED_TYPES


def _by_source(named: Iterable[Attribution]) -> tuple[SourceFacts, ...]:
    """The facts of each source; of sources with as many facts, the one named first comes first."""
    of_source: dict[str, list[Attribution]] = {}
    types: dict[str, SourceType] = {}
    for fact in named:
        if fact.source:
            of_source.setdefault(fact.source.name, []).append(fact)
            types.setdefault(fact.source.name, fact.source.type)
    sources = [SourceFacts(name, types[name], tuple(own)) for name, own in of_source.items()]
    return tuple(sorted(sources, key=lambda source: -len(source.facts)))


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
