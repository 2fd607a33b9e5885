"""A summary as rows, lines, JSON, Markdown and a table."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from newsbrief import Reason, Span, Summary, SummarySentence
from newsbrief.archive.plain import SCORE_DIGITS, plain_sentence

from .counts import counted
from .formats import Cell, Result
from .safety import markdown
from .selectors_view import selectors_record

if TYPE_CHECKING:
    from rich.console import RenderableType


class Order(StrEnum):
    """The order of the sentences of a summary."""

    PLACE = "place"  # as in the article
    RANK = "rank"  # the best first


@dataclass(frozen=True, slots=True)
class SummaryView:
    """Shows summaries in an order, with the reasons for each sentence's score if ``explain``.

    JSON has selectors and links if ``selectors``.
    """

    order: Order = Order.PLACE
    explain: bool = False
    selectors: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        reasons = ("reasons",) if self.explain else ()
        return ("rank", "score", "line", "start", "end", *reasons, "text")

    def sentences(self, summary: Summary) -> list[SummarySentence]:
        """The sentences in the order asked for."""
        if self.order is Order.PLACE:
            return list(summary.sentences)
        return sorted(summary.sentences, key=lambda s: s.rank)

    def record(self, result: Result[Summary]) -> dict[str, object]:
        """The JSON object."""
        summary = result.value
        records = [self._sentence(s) for s in self.sentences(summary)]
        passed_over = [self._sentence(s) for s in summary.passed_over]
        if self.selectors:
            from newsbrief import Anchors

            anchors = Anchors(result.article)
            for s, record in zip(self.sentences(summary), records, strict=True):
                record.update(selectors_record(anchors, [Span(s.start, s.end)]))
        return {
            "words": summary.words,
            "sentences": summary.body_sentences,
            "summary": records,
            **({"passed_over": passed_over} if self.explain else {}),
        }

    def _sentence(self, s: SummarySentence) -> dict[str, object]:
        record = plain_sentence(s)
        if self.explain:
            reasons = [{"name": r.name, "value": round(r.value, SCORE_DIGITS)} for r in s.reasons]
            record["reasons"] = reasons
        return record

    def rows(self, result: Result[Summary]) -> Iterator[tuple[Cell, ...]]:
        """A row for each sentence."""
        for s in self.sentences(result.value):
            reasons = (_reasons(s.reasons),) if self.explain else ()
            score = round(s.score, SCORE_DIGITS)
            yield (s.rank, score, s.line, s.start, s.end, *reasons, s.text)

    def lines(self, result: Result[Summary]) -> Iterator[tuple[str, ...]]:
        """A sentence a line; if explained, its score and reasons before it."""
        for s in self.sentences(result.value):
            why = (f"{s.score:.3f}", _reasons(s.reasons)) if self.explain else ()
            yield (*why, s.text)

    def markdown(self, result: Result[Summary]) -> Iterator[str]:
        """A list item for each sentence; if explained, one below it for its score.

        Then come the sentences that were passed over for one with a lower score.
        """
        for s in self.sentences(result.value):
            yield f"- {markdown(s.text)}"
            if self.explain:
                yield f"  - rank {s.rank}, score {s.score:.3f}: {markdown(_reasons(s.reasons))}"
        for s in result.value.passed_over if self.explain else ():
            yield f"- {_passed_over(s, result.value)}: {markdown(s.text)}"

    def table(self, result: Result[Summary]) -> "RenderableType":
        """The sentences with their line numbers, then how many of the article's they are."""
        from rich.console import Group

        from .tables import MAX_TEXT_COLUMNS, table, words

        summary = result.value
        grid = table()
        grid.add_column("Line", justify="right", style="dim", no_wrap=True)
        if self.explain:
            grid.add_column("Rank", justify="right", no_wrap=True)
            grid.add_column("Score", justify="right", no_wrap=True)
        grid.add_column("Sentence", max_width=MAX_TEXT_COLUMNS, overflow="fold")
        for s in self.sentences(summary):
            text = words(s.text)
            if self.explain and s.reasons:
                text.append("\n").append_text(words(_reasons(s.reasons), "dim"))
            numbers = (str(s.rank), f"{s.score:.3f}") if self.explain else ()
            grid.add_row(str(s.line), *numbers, text)
        all_sentences = counted(summary.body_sentences, "sentence")
        length = f"{len(summary.sentences)} of {all_sentences}, {counted(summary.words, 'word')}"
        passed_over = summary.passed_over if self.explain else ()
        notes = [words(f"{_passed_over(s, summary)}: {s.text}", "dim") for s in passed_over]
        return Group(grid, words(length, "dim"), *notes)


def _passed_over(s: SummarySentence, summary: Summary) -> str:
    """Why ``s`` is not in the ``summary``, though a sentence of a lower score is."""
    last = max(each.rank for each in summary.sentences)
    why = f", {_reasons(s.reasons)}" if s.reasons else ""
    return f"passed over for rank {last}: rank {s.rank}, score {s.score:.3f}{why}"


def _reasons(reasons: Iterable[Reason]) -> str:
    """``reasons`` in a line, each with what it added to the score or took from it."""
    return ", ".join(f"{r.name} {r.value:+.2f}" for r in reasons)
