"""The tables of attributed claims.

The cell of a source has its name first, in bold, and in brackets the word that stands for it in the
article ("he"). Below it stand its role, and why it knows or is not named; where it has no name, its
words come first and then "not named". Below a claim stands a note, if there is one.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from newsbrief import Attribution

from .counts import counted
from .facts_text import (
    NESTED,
    NO_SOURCE,
    NOT_NAMED,
    claim_text,
    described,
    labels,
    name_or_words,
    unsaid,
    words_of,
)
from .tables import MAX_TEXT_COLUMNS, Fitted, table, words

_INDENT = 2  # columns for each level of nesting
_SOURCE_SHARE, _MAX_SOURCE_COLUMNS = 0.25, 40  # of the width of the table
_CUE_SHARE, _MAX_CUE_COLUMNS = 0.15, 24
_KIND_COLUMNS, _WIDE_KIND_COLUMNS = 10, 20  # the longest word of one, and most of them whole
_MIN_COLUMNS_WITH_CUES = 100  # in narrower tables a cue stands before its claim
_MIN_COLUMNS_WITH_KINDS = 60  # in narrower tables the kind stands below the claim
_SEAM = " ,;"  # between a name and what is said of it
_ARTICLE = "the"

Note = Callable[[Attribution], str]
"""What stands below the claim of a fact; "" for nothing."""


def by_place(outline: Sequence[tuple[int, Attribution]], note: Note) -> RenderableType:
    """Facts with how deep each is nested: those that stand in the claim of another are indented."""
    sources = [(_source(fact), depth) for depth, fact in outline]
    return _table([fact for _, fact in outline], sources, note)


def by_source(facts: Sequence[Attribution], note: Note) -> RenderableType:
    """Facts grouped by source: each is named once, on the first row of its group."""
    return _table(facts, [(source, 0) for source in _source_once(facts)], note)


def none_of(count: int) -> RenderableType:
    """What stands in place of the table where an article has so many facts, and none is kept."""
    return words(f"No match among {counted(count, 'attributed claim')}.", "dim")


def _table(
    facts: Sequence[Attribution], sources: Iterable[tuple[Text, int]], note: Note
) -> RenderableType:
    """A row for each fact, with the cell of its source and how deep it is nested."""
    if not facts:
        return words("No attributed claims.", "dim")
    rows = list(zip(facts, sources, strict=True))

    def fitted(width: int) -> RenderableType:
        with_cues = width >= _MIN_COLUMNS_WITH_CUES
        with_kinds = width >= _MIN_COLUMNS_WITH_KINDS
        grid = _grid(width, with_cues=with_cues, with_kinds=with_kinds)
        for fact, (source, depth) in rows:
            cue, claim, kind = words_of(fact.cue), words(claim_text(fact)), _label_cell(fact)
            if not with_cues:
                claim = after_cue(cue, claim)
            if below := note(fact):
                claim = Text("\n").join([claim, words(below, "dim")])
            if not with_kinds:
                claim = Text("\n").join([claim, kind])
            grid.add_row(
                str(fact.line),
                _indented(source, depth),
                *([words(cue, "dim")] if with_cues else []),
                _indented(claim, depth),
                *([kind] if with_kinds else []),
            )
        return grid

    return Group(Fitted(fitted), words(totals(facts), "dim"))


def _grid(width: int, *, with_cues: bool, with_kinds: bool) -> Table:
    """The columns of a table that is ``width`` columns wide."""
    grid = table()
    grid.add_column("Line", justify="right", style="dim", no_wrap=True)
    source = min(int(width * _SOURCE_SHARE), _MAX_SOURCE_COLUMNS)
    grid.add_column("Source", max_width=source, overflow="fold")
    if with_cues:
        cue = min(max(int(width * _CUE_SHARE), _KIND_COLUMNS), _MAX_CUE_COLUMNS)
        grid.add_column("Cue", max_width=cue, overflow="fold")
    grid.add_column("Claim", max_width=MAX_TEXT_COLUMNS, overflow="fold")
    if with_kinds:
        kind = _WIDE_KIND_COLUMNS if with_cues else _KIND_COLUMNS
        grid.add_column("Kind", max_width=kind, overflow="fold")
    return grid


def after_cue(cue: str, claim: Text) -> Text:
    """``claim`` after its cue, in one cell."""
    return Text.assemble(words(f"{cue}: ", "dim"), claim) if cue else claim


def _indented(cell: Text, depth: int) -> RenderableType:
    return Padding(cell, (0, 0, 0, _INDENT * depth)) if depth else cell


def _source(fact: Attribution) -> Text:
    """The name of the source with its words, and below them its role and why."""
    who = described(fact)
    if not who.name:
        return _cell(fact, words(who.words), unsaid(who.words, who.role, who.why))
    before, name, after = who.words.partition(who.name)
    heading = words(who.name, "bold")
    if not name and who.words not in who.name:
        heading = Text.assemble(heading, words(f" ({who.words})", "dim"))
    around = [part.strip(_SEAM) for part in (before, after)] if name else []
    more = [part for part in around if part and part.casefold() != _ARTICLE]
    shown = "\n".join((heading.plain, *more))
    return _cell(fact, heading, [*more, *unsaid(shown, who.role, who.why)])


def _source_once(facts: Sequence[Attribution]) -> Iterator[Text]:
    """For each fact its source: all of it on the first row of a group, then only what is new."""
    for name, group in groupby(facts, lambda fact: name_or_words(fact.source)):
        shown = name
        for row, fact in enumerate(group):
            who = described(fact)
            new = unsaid(shown, who.role, who.why)
            heading = words(name, "bold" if who.name else "")
            yield _lines(new) if row else _cell(fact, heading, new)
            shown = "\n".join((shown, *new))


def _cell(fact: Attribution, heading: Text, more: Sequence[str]) -> Text:
    """A cell with ``heading``, a note where the source has no name, and ``more`` below it."""
    if fact.source is None:
        return words(NO_SOURCE, "italic")
    note = [] if fact.source.name else [words(NOT_NAMED, "italic")]
    below = [_lines(more)] if more else []
    return Text("\n").join([heading, *note, *below])


def _lines(texts: Iterable[str]) -> Text:
    """``texts``, one below the other."""
    return Text("\n").join(words(text, "dim") for text in texts)


def _label_cell(fact: Attribution) -> Text:
    """The labels of ``fact``; what a reader should look at twice stands out."""
    kind, quote, *flags = labels(fact)
    parts = [words(kind), words(quote, "dim")]
    parts += [words(flag, "dim" if flag == NESTED else "bold") for flag in flags]
    return Text(" ").join(parts)


def totals(facts: Sequence[Attribution]) -> str:
    """How many claims there are, and how many of them a reader should look at twice.

    "16 claims by 10 sources, 5 not named, 1 with no source, 1 hedged"
    """
    sources = {name for fact in facts if (name := name_or_words(fact.source))}
    notes = {
        NOT_NAMED: sum(fact.source is not None and not fact.source.name for fact in facts),
        f"with {NO_SOURCE}": sum(fact.source is None for fact in facts),
        "hedged": sum(fact.hedged for fact in facts),
        "negated": sum(fact.negated for fact in facts),
    }
    first = f"{counted(len(facts), 'claim')} by {counted(len(sources), 'source')}"
    return ", ".join([first, *(f"{count:,} {note}" for note, count in notes.items() if count)])
