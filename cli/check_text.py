"""The findings of a check in a few words: who speaks, where, and what differs."""

from collections.abc import Iterator, Sequence

from newsbrief.checking.values import Change, Finding, Speaker, Step, StepKind

from .facts_text import name_or_words
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
    return " ".join(map(marked_step, finding.difference)) or finding.claimed.text


def marked_step(step: Step) -> str:
    """The words of ``step`` in its marks."""
    return step.text.join(_MARKS[step.kind])


def marked_in_markdown(finding: Finding) -> str:
    """The claim in Markdown, words added in bold, words left out struck out."""
    steps = (markdown(text).join(_OF_MARKDOWN[kind]) for kind, text in finding.difference)
    return " ".join(steps) or markdown(finding.claimed.text)


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


def speaker_line(finding: Finding) -> str:
    """What is known of the speaker: "same", "another: Ann Lee"; "" where nothing is found.

    Where nobody can tell, but the article names a source, it is named: "not told, Ann Lee?".
    """
    if finding.place is None:
        return ""
    told, said_by = finding.speaker, name_or_words(finding.said_by)
    if told in (Speaker.ANOTHER, Speaker.MISSPELT):
        return f"{told.value}: {said_by}"
    unsure = told is Speaker.NOT_TOLD and said_by and finding.claimed.source
    return f"{told.value}, {said_by}?" if unsure else told.value


def place_of(finding: Finding, files: Sequence[str]) -> str:
    """File and line of the article that has the words, "" where none has."""
    place = finding.place
    return f"{files[place.article]}:{place.line}" if place else ""
