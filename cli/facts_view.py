"""Attributed claims as rows, lines, JSON, Markdown and a table."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from newsbrief import Attribution, Part

from .formats import Cell, Report
from .safety import markdown

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from newsbrief import Span

Facts = tuple[Attribution, ...]

_DIGITS = 3  # of confidences


class By(StrEnum):
    """The order of facts."""

    PLACE = "place"  # as in the article
    SOURCE = "source"  # grouped by source, the one with the most facts first


@dataclass(frozen=True, slots=True)
class FactsView:
    """Shows facts in an order."""

    by: By = By.PLACE

    columns = (
        "line",
        "sentence",
        "kind",
        "quote",
        "negated",
        "hedged",
        "confidence",
        "source",
        "name",
        "type",
        "cue",
        "claim",
        "start",
        "end",
    )

    def facts(self, report: Report[Facts]) -> list[Attribution]:
        """The facts in the order asked for."""
        return list(report.result) if self.by is By.PLACE else grouped(report.result)

    def record(self, report: Report[Facts]) -> dict[str, object]:
        """The JSON object."""
        return {
            "title": report.article.title,
            "facts": [record(fact) for fact in self.facts(report)],
        }

    def rows(self, report: Report[Facts]) -> Iterator[tuple[Cell, ...]]:
        """A row for each fact; ``start`` and ``end`` are the claim's."""
        for fact in self.facts(report):
            source = fact.source
            who = (source.text, source.name, source.type.value) if source else ("", "", "unsourced")
            yield (
                fact.line,
                fact.sentence,
                fact.kind.value,
                fact.quote.value,
                fact.negated,
                fact.hedged,
                round(fact.confidence, _DIGITS),
                *who,
                _text(fact.cue),
                fact.claim.text,
                fact.claim.spans[0].start,
                fact.claim.spans[-1].end,
            )

    def lines(self, report: Report[Facts]) -> Iterator[tuple[str, ...]]:
        """Source, cue and claim."""
        for fact in self.facts(report):
            yield (_text(fact.source), _text(fact.cue), fact.claim.text)

    def markdown(self, report: Report[Facts]) -> Iterator[str]:
        """A table."""
        yield "| Source | Cue | Claim | Kind |"
        yield "| --- | --- | --- | --- |"
        for fact in self.facts(report):
            parts = (_text(fact.source), _text(fact.cue), claim_text(fact), label_line(fact))
            yield f"| {' | '.join(map(markdown, parts))} |"

    def table(self, report: Report[Facts]) -> "RenderableType":
        """A row for each fact; where they are grouped by source, each source is named once."""
        from rich.console import Group

        from .tables import table, words

        facts = self.facts(report)
        if not facts:
            return words("No attributed claims.", "dim")
        grid = table()
        grid.add_column("Source", max_width=20, overflow="fold")
        grid.add_column("Cue", max_width=12, overflow="fold")
        grid.add_column("Claim", overflow="fold")
        grid.add_column("Kind", max_width=10, overflow="fold")  # the longest word of one
        grid.add_column("Line", justify="right", style="dim", no_wrap=True)
        before = None
        for fact in facts:
            grid.add_row(
                self._source(fact, before),
                words(_text(fact.cue)),
                words(claim_text(fact)),
                _label_cell(fact),
                str(fact.line),
            )
            before = fact
        return Group(grid, words(_totals(facts), "dim"))

    def _source(self, fact: Attribution, before: Attribution | None) -> "Text":
        """The source's words, and below them its name if they do not contain it.

        Where facts are grouped by source, it is the name alone, and only on a group's first row.
        """
        from .tables import words

        source = fact.source
        if self.by is By.SOURCE and before and _name(fact) == _name(before):
            return words("")
        if source is None:
            return words("no source", "dim italic")
        if self.by is By.SOURCE:
            return words(source.name or source.text, "bold")
        text = words(source.text, "bold")
        if source.name in source.text:
            return text
        return text.append("\n").append_text(words(source.name, "not bold dim"))


def record(fact: Attribution) -> dict[str, object]:
    """``fact`` as JSON has it."""
    source = fact.source
    return {
        "kind": fact.kind,
        "quote": fact.quote,
        "negated": fact.negated,
        "hedged": fact.hedged,
        "confidence": round(fact.confidence, _DIGITS),
        "source": source
        and {
            "text": source.text,
            "name": source.name,
            "type": source.type,
            "spans": _pairs(source.spans),
        },
        "cue": fact.cue and {"text": fact.cue.text, "spans": _pairs(fact.cue.spans)},
        "claim": {"text": fact.claim.text, "spans": _pairs(fact.claim.spans)},
        "refers": fact.refers and {"text": fact.refers.text, "spans": _pairs(fact.refers.spans)},
        "line": fact.line,
        "sentence": fact.sentence,
    }


def claim_text(fact: Attribution) -> str:
    """The claim of ``fact``, with what it refers to in brackets if it is only a pronoun."""
    return f"{fact.claim.text} [{fact.refers.text}]" if fact.refers else fact.claim.text


def grouped(facts: Facts) -> list[Attribution]:
    """``facts`` by source: the source with the most first, facts without a source last."""
    names = [_name(fact) for fact in facts]
    counts = Counter(names)
    first = {name: names.index(name) for name in counts}
    return sorted(facts, key=lambda f: (not _name(f), -counts[_name(f)], first[_name(f)]))


def labels(fact: Attribution) -> list[str]:
    """The kind of ``fact``, how much of it is quoted, and "negated" or "hedged" if it is."""
    flags = {"negated": fact.negated, "hedged": fact.hedged}
    return [fact.kind.value, fact.quote.value, *(flag for flag, is_set in flags.items() if is_set)]


def label_line(fact: Attribution) -> str:
    """The labels of ``fact`` in a line."""
    return ", ".join(labels(fact))


def _pairs(spans: "tuple[Span, ...]") -> list[list[int]]:
    return [[start, end] for start, end in spans]


def _text(part: Part | None) -> str:
    return part.text if part else ""


def _name(fact: Attribution) -> str:
    return fact.source.name if fact.source else ""


def _label_cell(fact: Attribution) -> "Text":
    from .tables import words

    kind, *rest = labels(fact)
    return words(kind).append_text(words(f" {' '.join(rest)}", "dim"))


def _totals(facts: list[Attribution]) -> str:
    sources = len({name for fact in facts if (name := _name(fact))})
    return f"{_count(len(facts), 'claim')}, {_count(sources, 'source')}"


def _count(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
