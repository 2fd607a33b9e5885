"""A brief as rows, lines, JSON, Markdown and a table: a line of it is an ``Entry``."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from newsbrief import Attribution, Brief, Figure

from .facts_view import claim_text, label_line
from .facts_view import record as fact_record
from .formats import Cell, Report
from .safety import markdown
from .summary_view import SummaryView

if TYPE_CHECKING:
    from rich.console import RenderableType

SUMMARY = "summary"
SOURCES = "sources"
FIGURES = "figures"
UNNAMED = "unnamed"

_HEADINGS = {
    SUMMARY: "Summary",
    SOURCES: "Who says what",
    FIGURES: "Figures and dates",
    UNNAMED: "No named source",
}


class Entry(NamedTuple):
    """A line of a brief: a sentence of the summary or with figures, or a claim.

    ``about`` names the source or the figures, ``cue`` has the words that attribute a claim; each is
    "" if the line has none. ``start`` and ``end`` are offsets in code points, ``end`` exclusive.
    """

    section: str
    about: str
    cue: str
    text: str
    kind: str
    line: int
    start: int
    end: int


def entries(brief: Brief) -> Iterator[Entry]:
    """The lines of ``brief``, section by section."""
    for s in brief.summary.sentences:
        yield Entry(SUMMARY, "", "", s.text, "", s.line, s.start, s.end)
    for source in brief.sources:
        for fact in source.facts:
            yield _claim(SOURCES, source.name, fact)
    for row in brief.figures:
        figures = ", ".join(figure.text for figure in row.figures)
        kinds = ", ".join(dict.fromkeys(figure.kind.value for figure in row.figures))
        yield Entry(FIGURES, figures, "", row.text, kinds, row.line, row.start, row.end)
    for fact in brief.unnamed:
        yield _claim(UNNAMED, fact.source.text if fact.source else "", fact)


def _claim(section: str, about: str, fact: Attribution) -> Entry:
    spans = fact.claim.spans
    cue = fact.cue.text if fact.cue else ""
    start, end = spans[0].start, spans[-1].end
    return Entry(section, about, cue, claim_text(fact), label_line(fact), fact.line, start, end)


class BriefView:
    """Shows briefs."""

    columns = Entry._fields

    def record(self, report: Report[Brief]) -> dict[str, object]:
        """The JSON object, with facts as in ``facts`` and sentences as in ``summarize``."""
        brief = report.result
        summary = SummaryView().record(Report(report.file, report.article, brief.summary))
        return {
            "title": brief.title,
            "summary": summary["summary"],
            "sources": [
                {
                    "name": source.name,
                    "type": source.type,
                    "facts": [fact_record(fact) for fact in source.facts],
                }
                for source in brief.sources
            ],
            "figures": [
                {
                    "text": s.text,
                    "start": s.start,
                    "end": s.end,
                    "line": s.line,
                    "figures": [figure_record(figure) for figure in s.figures],
                }
                for s in brief.figures
            ],
            "unnamed": [fact_record(fact) for fact in brief.unnamed],
        }

    def rows(self, report: Report[Brief]) -> Iterator[tuple[Cell, ...]]:
        """A row for each line of the brief."""
        yield from entries(report.result)

    def lines(self, report: Report[Brief]) -> Iterator[tuple[str, ...]]:
        """The section, what the line is about, the cue of a claim, and its words."""
        for entry in entries(report.result):
            yield (entry.section, entry.about, entry.cue, entry.text)

    def markdown(self, report: Report[Brief]) -> Iterator[str]:
        """A list for each section; sources and figures are in bold, cues in italics."""
        section = ""
        for entry in entries(report.result):
            if entry.section != section:
                if section:
                    yield ""
                yield from (f"### {_HEADINGS[entry.section]}", "")
                section = entry.section
            about = f"**{markdown(entry.about)}**" if entry.about else ""
            cue = f"*{markdown(entry.cue)}*" if entry.cue else ""
            head = " ".join(filter(None, (about, cue)))
            yield f"- {head}{': ' if head else ''}{markdown(entry.text)}"

    def table(self, report: Report[Brief]) -> "RenderableType":
        """A table for each section, below its heading; a source is named once."""
        from itertools import groupby

        from rich.console import Group

        from .tables import words

        parts: list[RenderableType] = []
        for section, group in groupby(entries(report.result), key=lambda entry: entry.section):
            parts += [words(_HEADINGS[section], "bold"), _grid(list(group)), words("")]
        return Group(*parts[:-1])


def _grid(section: list[Entry]) -> "RenderableType":
    from .tables import table, words

    grid = table()
    grid.show_header = False
    grid.add_column("Line", justify="right", style="dim", no_wrap=True)
    if section[0].section != SUMMARY:
        grid.add_column("About", min_width=12, ratio=3, overflow="fold")
    grid.add_column("Text", min_width=12, ratio=8, overflow="fold")
    before = None
    for entry in section:
        about = "" if entry.about == before else entry.about or "no source"
        before = entry.about
        names = () if entry.section == SUMMARY else (words(about),)
        cue = words(f"{entry.cue} " if entry.cue else "", "dim")
        grid.add_row(str(entry.line), *names, cue.append_text(words(entry.text, "not dim")))
    return grid


def figure_record(figure: Figure) -> dict[str, object]:
    """``figure`` as JSON has it."""
    return {
        "kind": figure.kind,
        "text": figure.text,
        "start": figure.start,
        "end": figure.end,
        "value": figure.value,
        "unit": figure.unit,
    }
