"""The findings of a check in a few words: who speaks, where, and what differs."""

from collections.abc import Iterator, Sequence

from newsbrief import Source
from newsbrief.checking.values import Change, Finding, Speaker, StepKind

from .safety import markdown

NOT_FOUND = "in no article"

_MARKS = {StepKind.SAME: ("", ""), StepKind.ADDED: ("{+", "+}"), StepKind.LEFT_OUT: ("[-", "-]")}
_OF_MARKDOWN = {
    StepKind.SAME: ("", ""),
    StepKind.ADDED: ("**", "**"),
    StepKind.LEFT_OUT: ("~~", "~~"),
}


def marked(finding: Finding) -> str:
    """The claim; where words differ, {+added ones+} and [-those left out-] as git marks them."""
    return " ".join(text for _, text in difference(finding)) or finding.claimed.text


def difference(finding: Finding) -> Iterator[tuple[StepKind, str]]:
    """The steps of the difference, the words of each in its marks; none where words are alike."""
    for kind, text in finding.difference:
        before, after = _MARKS[kind]
        yield kind, f"{before}{text}{after}"


def marked_in_markdown(finding: Finding) -> str:
    """The claim in Markdown, words added in bold, words left out struck out."""
    parts = []
    for kind, text in finding.difference:
        before, after = _OF_MARKDOWN[kind]
        parts.append(f"{before}{markdown(text)}{after}")
    return " ".join(parts) or markdown(finding.claimed.text)


def change_lines(finding: Finding) -> Iterator[str]:
    """A line for each change, the gravest first."""
    for change in finding.changes:
        yield f"{change.kind.value}: {_words(change)}"


def _words(change: Change) -> str:
    if not change.article:
        return f"{change.draft} (not in the article)"
    if not change.draft:
        return f"{change.article} (left out)"
    return f"{change.draft} (article: {change.article})"


def source_of(source: Source | None) -> str:
    """The name of ``source``, its words where it has none, "" where there is no source."""
    return source.display_name if source else ""


def speaker_line(finding: Finding) -> str:
    """What is known of the speaker: "same", "another: Ann Lee"; "" where nothing is found.

    Where nobody can tell, but the article names a source, it is named: "not told, Ann Lee?".
    """
    if finding.place is None:
        return ""
    told, said_by = finding.speaker, source_of(finding.said_by)
    if told in (Speaker.ANOTHER, Speaker.MISSPELT):
        return f"{told.value}: {said_by}"
    unsure = told is Speaker.NOT_TOLD and said_by and finding.claimed.source
    return f"{told.value}, {said_by}?" if unsure else told.value


def place_of(finding: Finding, files: Sequence[str]) -> str:
    """File and line of the article that has the words, "" where none has."""
    place = finding.place
    return f"{files[place.article]}:{place.line}" if place else ""
