"""The brief of an article: the summary, who says what, the figures, and what no one stands for.

The page that an editor wants before reading the whole. ``brief`` only arranges what the summary,
the facts and the figures are; each of them is worked out once.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from .article import Article, parse
from .attribution import Attribution, SourceType
from .facts import facts
from .figures import Figure, figures
from .summary import Summary, summarize


class Voice(NamedTuple):
    """A source with a name, and all that it says in the article."""

    name: str
    type: SourceType
    facts: tuple[Attribution, ...]


class Reckoning(NamedTuple):
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
    sources: tuple[Voice, ...]
    figures: tuple[Reckoning, ...]
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


def _voices(named: Iterable[Attribution]) -> tuple[Voice, ...]:
    said: dict[str, list[Attribution]] = {}
    types: dict[str, SourceType] = {}
    for fact in named:
        if fact.source:
            said.setdefault(fact.source.name, []).append(fact)
            types.setdefault(fact.source.name, fact.source.type)
    voices = [Voice(name, types[name], tuple(all_said)) for name, all_said in said.items()]
    return tuple(sorted(voices, key=lambda voice: -len(voice.facts)))


def _reckonings(article: Article) -> Iterator[Reckoning]:
    for sentence in article.body:
        found = tuple(figures(article.text, sentence.start, sentence.end))
        if found:
            yield Reckoning(
                article.fold(sentence),
                sentence.start,
                sentence.end,
                article.lines.number(sentence.start),
                found,
            )
