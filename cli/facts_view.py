"""Attributed claims as rows, lines, JSON, Markdown and a table."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from newsbrief import Article, Attribution
from newsbrief.archive.plain import CONFIDENCE_DIGITS, plain_fact

from .context_view import COLUMNS as CONTEXT_COLUMNS
from .context_view import context_record, context_text
from .facts_text import (
    NO_SOURCE,
    NOT_NAMED,
    claim_text,
    described,
    label_line,
    name_or_words,
    words_of,
)
from .filters import Listed
from .formats import Cell, Result
from .safety import markdown, markdown_table
from .selectors_view import selectors_record

if TYPE_CHECKING:
    from rich.console import RenderableType

Facts = tuple[Attribution, ...]

_NESTED = "↳ "  # before the source of a claim that stands in another, in Markdown


class By(StrEnum):
    """The order of facts."""

    PLACE = "place"  # as in the article
    SOURCE = "source"  # grouped by source, the one with the most facts first


COLUMNS = (
    "fact",
    "within",
    "line",
    "sentence",
    "kind",
    "quote",
    "negated",
    "hedged",
    "optional",
    "confidence",
    "source",
    "name",
    "type",
    "role",
    "why",
    "cue",
    "claim",
    "start",
    "end",
    "title",
    "byline",
    "date",
    "outlet",
    "url",
)


@dataclass(frozen=True, slots=True)
class FactsView:
    """Shows facts in an order, with the sentences around each claim if ``context``.

    JSON has selectors and links if ``selectors``, and the ``options`` that chose the facts.
    """

    by: By = By.PLACE
    context: bool = False
    selectors: bool = False
    options: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return (*COLUMNS, *CONTEXT_COLUMNS) if self.context else COLUMNS

    def listed(self, result: Result[Listed]) -> Listed:
        """The facts in the order asked for."""
        return result.value if self.by is By.PLACE else grouped(result.value)

    def facts(self, result: Result[Listed]) -> Facts:
        """Those that are asked for, in the order asked for."""
        return self.listed(result).facts

    def record(self, result: Result[Listed]) -> dict[str, object]:
        """The JSON object."""
        facts = self.records(result.article, self.facts(result))
        return {"facts": facts, **({"options": list(self.options)} if self.options else {})}

    def records(self, article: Article, facts: Facts) -> list[dict[str, object]]:
        """``facts`` of ``article`` as JSON has them, with what is asked for besides."""
        anchors = None
        if self.selectors:
            from newsbrief import Anchors

            anchors = Anchors(article)
        return [
            {
                **plain_fact(fact),
                **({"context": context_record(article, fact)} if self.context else {}),
                **(selectors_record(anchors, fact.claim.spans) if anchors else {}),
            }
            for fact in facts
        ]

    def rows(self, result: Result[Listed]) -> Iterator[tuple[Cell, ...]]:
        """A row for each fact.

        ``fact`` is its index, from 0, among all facts of the article, whichever are asked for, and
        ``within`` of another refers to it; ``start`` and ``end`` are the claim's. What is known of
        the article comes behind them, as in JSON.
        """
        known = result.article.metadata
        every, kept = self.listed(result)
        for index in kept:
            fact = every[index]
            who = described(fact)
            yield (
                index,
                fact.within,
                fact.line,
                fact.sentence,
                fact.kind.value,
                fact.quote.value,
                fact.negated,
                fact.hedged,
                fact.optional,
                round(fact.confidence, CONFIDENCE_DIGITS),
                *(who.words, who.name, who.type, who.role, who.why),
                words_of(fact.cue),
                fact.claim.text,
                fact.claim.spans[0].start,
                fact.claim.spans[-1].end,
                *(result.article.title, known.byline, known.date, known.outlet, known.url),
                *(context_text(result.article, fact) if self.context else ()),
            )

    def lines(self, result: Result[Listed]) -> Iterator[tuple[str, ...]]:
        """Source, cue and claim, then the name, role and why of the source, then the context."""
        for fact in self.facts(result):
            who = described(fact)
            yield (
                *(who.words, words_of(fact.cue), fact.claim.text, who.name, who.role, who.why),
                *(context_text(result.article, fact) if self.context else ()),
            )

    def markdown(self, result: Result[Listed]) -> Iterator[str]:
        """A table; a claim that stands in another comes below that one, with an arrow before it."""
        more = ("Context",) if self.context else ()
        headings = ("Source", "Name", "Role", "Cue", "Claim", "Why", "Kind", *more)
        rows = (self._cells(result.article, *each) for each in self.outline(result))
        return markdown_table(headings, rows)

    def _cells(self, article: Article, depth: int, fact: Attribution) -> tuple[str, ...]:
        """The cells of ``fact``, which is nested ``depth`` deep, in Markdown."""
        who = described(fact)
        words = markdown(who.words) or f"*{NO_SOURCE}*"
        name = markdown(who.name) or (f"*{NOT_NAMED}*" if who.words else "")
        texts = (who.role, words_of(fact.cue), claim_text(fact), who.why, label_line(fact))
        around = (markdown(context_text(article, fact).line),) if self.context else ()
        return (_NESTED * depth + words, name, *map(markdown, texts), *around)

    def table(self, result: Result[Listed]) -> "RenderableType":
        """A row for each fact; where they are grouped by source, each source is named once."""
        from .facts_table import by_place, by_source, none_of

        def note(fact: Attribution) -> str:
            return context_text(result.article, fact).line if self.context else ""

        listed = result.value
        if listed.every and not listed.kept:
            return none_of(len(listed.every))
        if self.by is By.SOURCE:
            return by_source(self.facts(result), note)
        return by_place(self.outline(result), note)

    def outline(self, result: Result[Listed]) -> list[tuple[int, Attribution]]:
        """The facts with how deep each is nested, from 0, in the order of tables.

        In the order of the article, each comes below the one in whose claim it stands.
        """
        facts = self.facts(result)
        return [(0, fact) for fact in facts] if self.by is By.SOURCE else list(nested(facts))


def nested(facts: Sequence[Attribution]) -> Iterator[tuple[int, Attribution]]:
    """``facts``, each below the one in whose claim it stands, with how deep it is nested."""
    inner: dict[int | None, list[int]] = {}
    for index, fact in enumerate(facts):
        inner.setdefault(fact.within, []).append(index)
    below = [(0, index) for index in reversed(inner.get(None, []))]
    while below:
        depth, index = below.pop()
        yield depth, facts[index]
        below += [(depth + 1, each) for each in reversed(inner.get(index, []))]


def grouped(listed: Listed) -> Listed:
    """The facts by source: the source with the most first, facts without a source last."""
    names = {index: name_or_words(listed.every[index].source) for index in listed.kept}
    counts = Counter(names.values())
    first = {name: index for index, name in reversed(names.items())}

    def place(index: int) -> tuple[bool, int, int]:
        name = names[index]
        return not name, -counts[name], first[name]

    return listed._replace(kept=tuple(sorted(listed.kept, key=place)))
