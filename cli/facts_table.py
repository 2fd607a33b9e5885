"""The tables of attributed claims.

The cell of a source has its words in the article and, below them, what they do not say already: its
name or "not named", its role, and why it knows or is not named.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from newsbrief import Attribution

from .facts_text import (
    NO_SOURCE,
    NOT_NAMED,
    SourceText,
    claim_text,
    described,
    labels,
    name_or_words,
    unsaid,
    words_of,
)
from .tables import Fitted, table, words

_INDENT = 2  # columns for each level of nesting
_SOURCE_SHARE, _MAX_SOURCE_COLUMNS = 0.25, 40  # of the width of the table
_CUE_SHARE, _MAX_CUE_COLUMNS = 0.15, 24
_KIND_COLUMNS = 10  # the longest word of one
_MIN_COLUMNS_WITH_CUES = 60  # in narrower tables a cue stands before its claim


def by_place(outline: Sequence[tuple[int, Attribution]]) -> RenderableType:
    """Facts with how deep each is nested: those that stand in the claim of another are indented."""
    return _table(
        [fact for _, fact in outline], [(_source(fact), depth) for depth, fact in outline]
    )


def by_source(facts: Sequence[Attribution]) -> RenderableType:
    """Facts grouped by source: each is named once, on the first row of its group."""
    return _table(facts, [(source, 0) for source in _source_once(facts)])


def _table(facts: Sequence[Attribution], sources: Iterable[tuple[Text, int]]) -> RenderableType:
    """A row for each fact, with the cell of its source and how deep it is nested."""
    if not facts:
        return words("No attributed claims.", "dim")
    rows = list(zip(facts, sources, strict=True))

    def fitted(width: int) -> RenderableType:
        with_cues = width >= _MIN_COLUMNS_WITH_CUES
        grid = _grid(width, with_cues=with_cues)
        for fact, (source, depth) in rows:
            cue, claim = words(words_of(fact.cue)), words(claim_text(fact))
            texts: list[RenderableType] = [cue, _indented(claim, depth)]
            if not with_cues:
                texts = [_indented(Text(" ").join([cue, claim]) if cue else claim, depth)]
            line = str(fact.line)
            grid.add_row(_indented(source, depth), *texts, _label_cell(fact), line)
        return grid

    return Group(Fitted(fitted), words(_totals(facts), "dim"))


def _grid(width: int, *, with_cues: bool) -> Table:
    """The columns of a table that is ``width`` columns wide."""
    grid = table()
    source = min(int(width * _SOURCE_SHARE), _MAX_SOURCE_COLUMNS)
    grid.add_column("Source", max_width=source, overflow="fold")
    if with_cues:
        cue = min(max(int(width * _CUE_SHARE), _KIND_COLUMNS), _MAX_CUE_COLUMNS)
        grid.add_column("Cue", max_width=cue, overflow="fold")
    grid.add_column("Claim", overflow="fold")
    grid.add_column("Kind", max_width=_KIND_COLUMNS, overflow="fold")
    grid.add_column("Line", justify="right", style="dim", no_wrap=True)
    return grid


def _indented(cell: Text, depth: int) -> RenderableType:
    return Padding(cell, (0, 0, 0, _INDENT * depth)) if depth else cell


def _source(fact: Attribution) -> Text:
    """The words of the source, and below them what they do not say: name, role and why."""
    who = described(fact)
    return _cell(who.words, who, unsaid(who.words, who.name, who.role, who.why))


def _source_once(facts: Sequence[Attribution]) -> Iterator[Text]:
    """For each fact its source: all of it on the first row of a group, then only what is new."""
    for name, group in groupby(facts, name_or_words):
        shown = name
        for row, fact in enumerate(group):
            who = described(fact)
            new = unsaid(shown, who.role, who.why)
            yield _lines(new) if row else _cell(name, who, new)
            shown = "\n".join((shown, *new))


def _cell(heading: str, who: SourceText, more: Sequence[str]) -> Text:
    """A cell with ``heading``, a note where the source has no name, and ``more`` below it."""
    if not heading:
        return words(NO_SOURCE, "dim italic")
    note = [] if who.name else [words(NOT_NAMED, "dim italic")]
    below = [_lines(more)] if more else []
    return Text("\n").join([words(heading, "bold"), *note, *below])


def _lines(texts: Iterable[str]) -> Text:
    """``texts``, one below the other."""
    return Text("\n").join(words(text, "dim") for text in texts)


def _label_cell(fact: Attribution) -> Text:
    kind, *rest = labels(fact)
    return words(kind).append_text(words(f" {' '.join(rest)}", "dim"))


def _totals(facts: Sequence[Attribution]) -> str:
    sources = len({name for fact in facts if (name := name_or_words(fact))})
    return f"{_count(len(facts), 'claim')}, {_count(sources, 'source')}"


def _count(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
