"""The table of a check: faults and changed words stand out by colour, and by marks as well."""

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from newsbrief.checking.values import PASSES, Finding, Speaker, StepKind, Verdict

from .check_text import NOT_FOUND, change_lines, marked_step, place_of, speaker_line
from .facts_text import NO_SOURCE, name_or_words
from .tables import Fitted, table, words

_SOURCE_SHARE, _MAX_SOURCE_COLUMNS = 0.25, 40  # of the width of the table
_STYLES = {StepKind.SAME: "", StepKind.ADDED: "green bold", StepKind.LEFT_OUT: "red strike"}


def check_table(findings: Sequence[Finding], files: Sequence[str], totals: str) -> RenderableType:
    """A row for each finding, with ``totals`` below."""
    rows = [
        (_verdict(each), _claim(each, files), _source(each), str(each.claimed.line or ""))
        for each in findings
    ]

    def fitted(width: int) -> RenderableType:
        grid = table()
        grid.add_column("Verdict", no_wrap=True)
        grid.add_column("Claim", overflow="fold")
        source = min(int(width * _SOURCE_SHARE), _MAX_SOURCE_COLUMNS)
        grid.add_column("Source", max_width=source, overflow="fold")
        grid.add_column("Line", justify="right", style="dim", no_wrap=True)
        for row in rows:
            grid.add_row(*row)
        return grid

    foot = words(totals, "dim")
    return Group(Fitted(fitted), foot) if rows else foot


def _verdict(finding: Finding) -> Text:
    """The verdict with a mark: a cross for a fault, a question mark for what is unclear.

    Where only the speaker is a fault, that stands first.
    """
    verdict = finding.verdict.value
    if finding.verdict not in PASSES:
        return words(f"✗ {verdict}", "red bold")
    if finding.failed:
        speaker = words(f"✗ {finding.speaker.value}", "red bold")
        return Text("\n").join([speaker, words(f"  {verdict}", "dim")])
    if finding.verdict is Verdict.UNCLEAR:
        return words(f"? {verdict}", "yellow")
    return words(f"✓ {verdict}", "green")


def _claim(finding: Finding, files: Sequence[str]) -> Text:
    """The claim with its difference, and below it what changed and where it stands."""
    parts = [words(marked_step(step), _STYLES[step.kind]) for step in finding.difference]
    lines = [Text(" ").join(parts) if parts else words(finding.claimed.text)]
    lines += [words(line, "yellow") for line in change_lines(finding)]
    lines += [words(note, "dim") for note in finding.notes]
    lines.append(words(place_of(finding, files) or NOT_FOUND, "dim"))
    return Text("\n").join(lines)


def _source(finding: Finding) -> Text:
    """The source of the draft, and what the article has in its place."""
    name = name_or_words(finding.claimed.source)
    lines = [words(name, "bold") if name else words(NO_SOURCE, "dim italic")]
    told = speaker_line(finding)
    if finding.speaker in (Speaker.ANOTHER, Speaker.MISSPELT):
        lines.append(words(told, "red"))
    elif told:
        lines.append(words(told, "dim"))
    return Text("\n").join(lines)
