"""The brief of an article: the summary, who says what, the figures, and what no one stands for.

The page that an editor wants before reading the whole. ``brief`` only arranges what the summary,
the facts and the figures are; each of them is worked out once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from newsbrief.article import Article
from newsbrief.attribution import Attribution, SourceType
from newsbrief.extraction.facts import facts
from newsbrief.reading.parsing import parse
from newsbrief.summary.summarize import Summary, summarize
from newsbrief.text.figures import Figure, figures


class SourceFacts(NamedTuple):
    """A source with a name, and all that it says in the article."""

    name: str
    type: SourceType
    facts: tuple[Attribution, ...]


class FigureSentence(NamedTuple):
    """A sentence that holds figures or dates; ``text`` has its white space folded."""

    text: str
    start: int
    end: int
    line: int
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A page on an article.

    ``sources`` are those with a name, the ones that say most first; ``unnamed`` are the facts whose
    source is anonymous or not given. The rest is in article order.
    """

    title: str | None
    summary: Summary
    sources: tuple[SourceFacts, ...]
    figures: tuple[FigureSentence, ...]
    unnamed: tuple[Attribution, ...]


def brief(source: Article | str) -> Brief:
    """The brief of ``source``; raises EmptyError where it has no sentence."""
    article = parse(source) if isinstance(source, str) else source
    summary = summarize(article)
    found = facts(article)
    return Brief(
        title=article.title,
        summary=summary,
        sources=_voices(fact for fact in found if _is_named(fact)),
        figures=tuple(_reckonings(article)),
        unnamed=tuple(fact for fact in found if not _is_named(fact)),
    )


def _is_named(fact: Attribution) -> bool:
    nobody = {SourceType.ANONYMOUS, SourceType.UNSOURCED}
    return fact.source is not None and fact.source.type not in nobody


def _voices(named: Iterable[Attribution]) -> tuple[SourceFacts, ...]:
    said: dict[str, list[Attribution]] = {}
    types: dict[str, SourceType] = {}
    for fact in named:
        if fact.source:
            said.setdefault(fact.source.name, []).append(fact)
            types.setdefault(fact.source.name, fact.source.type)
    voices = [SourceFacts(name, types[name], tuple(all_said)) for name, all_said in said.items()]
    return tuple(sorted(voices, key=lambda voice: -len(voice.facts)))


def _reckonings(article: Article) -> Iterator[FigureSentence]:
    for sentence in article.body:
        found = tuple(figures(article.text, sentence.start, sentence.end))
        if found:
            yield FigureSentence(
                article.fold(sentence),
                sentence.start,
                sentence.end,
                article.lines.number(sentence.start),
                found,
            )
