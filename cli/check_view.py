"""The check of a draft as rows, lines, JSON, Markdown and a table."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsbrief import Source
from newsbrief.archive.plain import plain_part
from newsbrief.checking.values import Finding, Speaker, Verdict

from .check_text import (
    NOT_FOUND,
    change_lines,
    marked,
    marked_in_markdown,
    place_of,
    speaker_line,
)
from .counts import counted
from .drafts import Checked
from .facts_text import NO_SOURCE, name_or_words
from .formats import Cell, Result
from .safety import markdown, markdown_table

if TYPE_CHECKING:
    from rich.console import RenderableType


@dataclass(frozen=True, slots=True)
class CheckView:
    """Shows checks: all findings, or only the ``faults`` and what is unclear."""

    faults: bool = False

    columns = (
        "verdict",
        "failed",
        "speaker",
        "quote",
        "source",
        "said_by",
        "claim",
        "line",
        "start",
        "end",
        "article",
        "article_line",
        "article_start",
        "article_end",
        "changes",
        "difference",
        "notes",
    )

    def findings(self, result: Result[Checked]) -> Sequence[Finding]:
        """The findings that are asked for."""
        found = result.value.check.findings
        if not self.faults:
            return found
        return [each for each in found if each.failed or each.verdict is Verdict.UNCLEAR]

    def record(self, result: Result[Checked]) -> dict[str, object]:
        """The JSON object."""
        files, check = result.value
        return {
            "articles": list(files),
            "faults": len(check.faults),
            "checks": [record(each, files) for each in self.findings(result)],
        }

    def rows(self, result: Result[Checked]) -> Iterator[tuple[Cell, ...]]:
        """A row for each finding; offsets of an article are null where no article has the words."""
        files = result.value.files
        for finding in self.findings(result):
            claimed, place = finding.claimed, finding.place
            spans = claimed.spans
            yield (
                finding.verdict.value,
                finding.failed,
                finding.speaker.value,
                claimed.quote.value,
                name_or_words(claimed.source),
                name_or_words(finding.said_by),
                claimed.text,
                claimed.line,
                spans[0].start if spans else None,
                spans[-1].end if spans else None,
                files[place.article] if place else "",
                place.line if place else None,
                place.spans[0].start if place else None,
                place.spans[-1].end if place else None,
                "; ".join(change_lines(finding)),
                marked(finding) if finding.difference else "",
                "; ".join(finding.notes),
            )

    def lines(self, result: Result[Checked]) -> Iterator[tuple[str, ...]]:
        """Verdict, speaker, source, claim with its difference, place and changes."""
        files = result.value.files
        for finding in self.findings(result):
            yield (
                finding.verdict.value,
                speaker_line(finding),
                name_or_words(finding.claimed.source),
                marked(finding),
                place_of(finding, files),
                "; ".join((*change_lines(finding), *finding.notes)),
            )

    def markdown(self, result: Result[Checked]) -> Iterator[str]:
        """A table; words added are in bold, words left out are struck out."""
        headings = ("Verdict", "Claim", "Source", "Speaker", "Changes", "Where")
        files = result.value.files
        rows = (_markdown_cells(finding, files) for finding in self.findings(result))
        return markdown_table(headings, rows)

    def table(self, result: Result[Checked]) -> "RenderableType":
        """A row for each finding, and counts below."""
        from .check_table import check_table

        return check_table(self.findings(result), result.value.files, totals(result.value))


def _markdown_cells(finding: Finding, files: Sequence[str]) -> tuple[str, ...]:
    verdict = finding.verdict.value
    texts = (
        speaker_line(finding),
        "; ".join((*change_lines(finding), *finding.notes)),
        place_of(finding, files) or NOT_FOUND,
    )
    return (
        f"**{verdict}**" if finding.failed else verdict,
        marked_in_markdown(finding),
        markdown(name_or_words(finding.claimed.source)) or f"*{NO_SOURCE}*",
        *map(markdown, texts),
    )


def record(finding: Finding, files: Sequence[str]) -> dict[str, object]:
    """``finding`` as JSON has it."""
    claimed, place = finding.claimed, finding.place
    return {
        "verdict": finding.verdict,
        "failed": finding.failed,
        "speaker": finding.speaker,
        "said_by": _source_record(finding.said_by),
        "text": claimed.text,
        "spans": [[start, end] for start, end in claimed.spans],
        "line": claimed.line,
        "quote": claimed.quote,
        "source": _source_record(claimed.source),
        "place": place
        and {
            "file": files[place.article],
            "line": place.line,
            "text": place.text,
            "spans": [[start, end] for start, end in place.spans],
        },
        "changes": [change._asdict() for change in finding.changes],
        "difference": [step._asdict() for step in finding.difference],
        "notes": list(finding.notes),
    }


def _source_record(source: Source | None) -> dict[str, object] | None:
    if source is None:
        return None
    return {
        "text": source.text,
        "name": source.name,
        "type": source.type,
        "role": plain_part(source.role),
    }


def totals(checked: Checked) -> str:
    """How many claims have which verdict, and how many are faults."""
    found = checked.check.findings
    counts = Counter(finding.verdict for finding in found)
    speakers = Counter(finding.speaker for finding in found)
    told = [f"{counts[verdict]} {verdict.value}" for verdict in Verdict if counts[verdict]]
    told += [
        f"{speakers[speaker]} {words}"
        for speaker, words in (
            (Speaker.ANOTHER, "of another speaker"),
            (Speaker.MISSPELT, "with a name misspelt"),
        )
        if speakers[speaker]
    ]
    faults = len(checked.check.faults)
    told.append(counted(faults, "fault") if faults else "no fault")
    if not found:
        return "No quotations or claims."
    return f"{counted(len(found), 'claim')}: {', '.join(told)}"
