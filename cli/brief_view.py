"""A brief as rows, lines, JSON, Markdown and a table: a line of it is an ``Entry``."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from newsbrief import Article, Attribution, Brief, Figure
from newsbrief.archive.plain import plain_part, plain_sentence

from .context_view import COLUMNS as CONTEXT_COLUMNS
from .context_view import NOT_ASKED, ContextText, context_text
from .facts_text import NESTED, NO_SOURCE, claim_text, described, label_line, unsaid, words_of
from .facts_view import FactsView
from .formats import Cell, Result
from .safety import markdown

if TYPE_CHECKING:
    from rich.console import RenderableType

SUMMARY = "summary"
SOURCES = "sources"
FIGURES = "figures"
UNNAMED = "unnamed"

_ABOUT_SHARE, _MAX_ABOUT_COLUMNS = 0.3, 40  # of the width of a table

_HEADINGS = {
    SUMMARY: "Summary",
    SOURCES: "Who says what",
    FIGURES: "Figures and dates",
    UNNAMED: "No named source",
}


class Entry(NamedTuple):
    """A line of a brief: a sentence of the summary or with figures, or a claim.

    ``about`` names the source or the figures; ``role`` and ``why`` are those of the source, ``cue``
    has the words that attribute a claim. Each is "" if the line has none. ``start`` and ``end`` are
    offsets in code points, ``end`` exclusive. ``context`` has the sentences around a claim, where
    they are asked for.
    """

    section: str
    about: str
    role: str
    why: str
    cue: str
    text: str
    kind: str
    line: int
    start: int
    end: int
    context: ContextText = NOT_ASKED

    @property
    def flags(self) -> list[str]:
        """What a reader should look at twice in this claim: "hedged"."""
        if self.section not in {SOURCES, UNNAMED}:
            return []
        return [label for label in self.kind.split(", ")[2:] if label != NESTED]


COLUMNS = Entry._fields[:-1]


def entries(brief: Brief, context_in: Article | None = None) -> Iterator[Entry]:
    """The lines of ``brief``, section by section; claims have their context, if in an article."""
    for s in brief.summary.sentences:
        yield Entry(SUMMARY, "", "", "", "", s.text, "", s.line, s.start, s.end)
    for source in brief.sources:
        for fact in source.facts:
            yield _claim(SOURCES, source.name, words_of(source.role), fact, context_in)
    for row in brief.figures:
        figures = ", ".join(figure.text for figure in row.figures)
        kinds = ", ".join(dict.fromkeys(figure.kind.value for figure in row.figures))
        yield Entry(FIGURES, figures, "", "", "", row.text, kinds, row.line, row.start, row.end)
    for fact in brief.unnamed:
        who = described(fact)
        yield _claim(UNNAMED, who.words, who.role, fact, context_in)


def credit(article: Article) -> str:
    """Who wrote ``article``, when and where it appeared, in a line; "" where nothing is known."""
    known = article.metadata
    byline = f"By {known.byline}" if known.byline else None
    return " · ".join(filter(None, (byline, known.outlet, known.date, known.url)))


def _claim(
    section: str, about: str, role: str, fact: Attribution, context_in: Article | None
) -> Entry:
    spans = fact.claim.spans
    return Entry(
        section=section,
        about=about,
        role=role,
        why=described(fact).why,
        cue=words_of(fact.cue),
        text=claim_text(fact),
        kind=label_line(fact),
        line=fact.line,
        start=spans[0].start,
        end=spans[-1].end,
        context=context_text(context_in, fact) if context_in else NOT_ASKED,
    )


def _with_unsaid(lines: Iterable[Entry]) -> Iterator[tuple[Entry, list[str]]]:
    """``lines``, each with what of role and why was not there yet, of those about one source."""
    about, shown = None, ""
    for entry in lines:
        if (entry.section, entry.about) != about:
            about, shown = (entry.section, entry.about), entry.about
        new = unsaid(shown, entry.role, entry.why)
        shown = "\n".join((shown, *new))
        yield entry, new


@dataclass(frozen=True, slots=True)
class BriefView:
    """Shows briefs, with the sentences around each claim if ``context``."""

    context: bool = False

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns."""
        return (*COLUMNS, *CONTEXT_COLUMNS) if self.context else COLUMNS

    def entries(self, result: Result[Brief]) -> Iterator[Entry]:
        """The lines of the brief, with the context of claims if it is asked for."""
        return entries(result.value, result.article if self.context else None)

    def record(self, result: Result[Brief]) -> dict[str, object]:
        """The JSON object, with facts as in ``facts`` and sentences as in ``summarize``."""
        brief = result.value
        facts = FactsView(context=self.context)
        return {
            "summary": [plain_sentence(sentence) for sentence in brief.summary.sentences],
            "sources": [
                {
                    "name": source.name,
                    "type": source.type,
                    "role": plain_part(source.role),
                    "facts": facts.records(result.article, source.facts),
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
            "unnamed": facts.records(result.article, brief.unnamed),
        }

    def rows(self, result: Result[Brief]) -> Iterator[tuple[Cell, ...]]:
        """A row for each line of the brief."""
        for entry in self.entries(result):
            yield (*entry[:-1], *(entry.context if self.context else ()))

    def lines(self, result: Result[Brief]) -> Iterator[tuple[str, ...]]:
        """The section, what the line is about, the cue and words of a claim, the role and why.

        Then comes the context of a claim, if it is asked for.
        """
        for entry in self.entries(result):
            yield (
                *(entry.section, entry.about, entry.cue, entry.text, entry.role, entry.why),
                *(entry.context if self.context else ()),
            )

    def markdown(self, result: Result[Brief]) -> Iterator[str]:
        """A list for each section; sources and figures are in bold, cues in italics.

        What is known of the article comes first. What else is known of a source is in brackets
        after it, where it is first named.
        """
        section = ""
        if known := credit(result.article):
            yield from (f"*{markdown(known)}*", "")
        for entry, more in _with_unsaid(self.entries(result)):
            if entry.section != section:
                if section:
                    yield ""
                yield from (f"### {_HEADINGS[entry.section]}", "")
                section = entry.section
            about = f"**{markdown(entry.about)}**" if entry.about else ""
            cue = f"*{markdown(entry.cue)}*" if entry.cue else ""
            known = f"({markdown('; '.join(more))})" if more else ""
            head = " ".join(filter(None, (about, known, cue)))
            yield f"- {head}{': ' if head else ''}{markdown(entry.text)}"
            if around := entry.context.line:
                yield f"  - {markdown(around)}"

    def table(self, result: Result[Brief]) -> "RenderableType":
        """What is known of the article, then a table for each section; a source is named once."""
        from itertools import groupby

        from rich.console import Group

        from .facts_table import totals
        from .tables import words

        known = credit(result.article)
        parts: list[RenderableType] = [words(known, "dim"), words("")] if known else []
        for section, group in groupby(self.entries(result), key=lambda entry: entry.section):
            parts += [words(_HEADINGS[section], "bold"), _grid(list(group)), words("")]
        brief = result.value
        facts = [fact for source in brief.sources for fact in source.facts]
        return Group(*parts, words(totals([*facts, *brief.unnamed]), "dim"))


def _grid(section: list[Entry]) -> "RenderableType":
    """The lines of a section; what they are about is shown once, with what is known of it."""
    from rich.text import Text

    from .facts_table import after_cue
    from .tables import MAX_TEXT_COLUMNS, Fitted, table, words

    with_about = section[0].section != SUMMARY
    rows: list[list[RenderableType]] = []
    before = None
    for entry, more in _with_unsaid(section):
        style = "bold" if entry.section == SOURCES else ""
        about = words("" if entry.about == before else entry.about or NO_SOURCE, style)
        before = entry.about
        lines = [line for line in (about, *(words(each, "dim") for each in more)) if line]
        text = after_cue(entry.cue, words(entry.text))
        if entry.flags:
            text = Text.assemble(text, words(f"  {', '.join(entry.flags)}", "bold"))
        if around := entry.context.line:
            text = Text("\n").join([text, words(around, "dim")])
        rows.append([str(entry.line), Text("\n").join(lines), text])

    def fitted(width: int) -> "RenderableType":
        grid = table()
        grid.show_header = False
        grid.add_column("Line", justify="right", style="dim", no_wrap=True)
        if with_about:
            about_width = min(int(width * _ABOUT_SHARE), _MAX_ABOUT_COLUMNS)
            grid.add_column("About", max_width=about_width, overflow="fold")
        grid.add_column("Text", max_width=MAX_TEXT_COLUMNS, overflow="fold")
        for line, about, text in rows:
            grid.add_row(line, *((about,) if with_about else ()), text)
        return grid

    return Fitted(fitted)


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
