"""Count what the check of drafts finds, in drafts with known faults and in faultless ones.

    python bench/drafts.py [--mistakes] [FILE]

Reads ``tests/checking/drafts/kept.txt``, or FILE, which is laid out like it: drafts in our own
words about the samples. A fault is *found* if a claim with its words fails, and *named* if it has
the verdict that the file gives. A *false alarm* is a claim that fails without a fault.
``--mistakes`` lists faults that are not found or have another name, and false alarms.
"""

import sys
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import newsbrief
from newsbrief.checking.check import Checker
from newsbrief.checking.values import PASSES, Finding

ROOT = Path(__file__).parent.parent
KEPT = ROOT / "tests" / "checking" / "drafts" / "kept.txt"
FAULTLESS = "faultless"


class Fault(NamedTuple):
    """A fault of a draft: the verdict that it deserves, and words of its claim."""

    verdict: str
    words: str


class Draft(NamedTuple):
    """A draft, what is wrong with it in words, its articles and its faults."""

    kind: str
    articles: tuple[str, ...]
    text: str
    faults: tuple[Fault, ...]


class Counts(NamedTuple):
    """What is found in drafts."""

    drafts: int
    faultless: int
    faults: int
    found: int
    named: int
    right: int
    false_alarms: int


def drafts(text: str) -> list[Draft]:
    """The drafts of a file laid out as kept.txt; ``ValueError`` where one is laid out otherwise."""
    _, *parts = text.split("\n# ")
    return [_draft(part) for part in parts]


def _draft(part: str) -> Draft:
    heading, *lines = part.splitlines()
    kind, bar, articles = heading.partition(" | ")
    faults = [_fault(line) for line in lines if line.startswith("!")]
    words = "\n".join(line for line in lines if not line.startswith("!")).strip()
    if not bar or not words or (FAULTLESS in kind) == bool(faults):
        raise ValueError(f"a draft laid out otherwise: {heading}")
    if not all(fault.words in " ".join(words.split()) for fault in faults):
        raise ValueError(f"a fault that is not in its draft: {heading}")
    return Draft(kind, tuple(articles.split()), words + "\n", tuple(faults))


def _fault(line: str) -> Fault:
    verdict, bar, words = line.removeprefix("! ").partition(" | ")
    if not bar:
        raise ValueError(f"a fault laid out otherwise: {line}")
    return Fault(verdict, words)


@cache
def _checker(names: tuple[str, ...]) -> Checker:
    return Checker([newsbrief.read(ROOT / "samples" / name) for name in names])


def findings(draft: Draft) -> tuple[Finding, ...]:
    """The findings of the check of ``draft``."""
    return _checker(draft.articles).check(newsbrief.parse(draft.text)).findings


def verdict(finding: Finding) -> str:
    """What is wrong with a claim: its verdict, or that on its speaker."""
    return finding.verdict if finding.verdict not in PASSES else finding.speaker


def count(of: Sequence[Draft]) -> Counts:
    """What is found in these drafts."""
    faults = found = named = right = alarms = 0
    for draft in of:
        all_findings = findings(draft)
        for fault in draft.faults:
            own = [f for f in all_findings if fault.words in f.claimed.text and f.failed]
            faults += 1
            found += bool(own)
            named += fault.verdict in map(verdict, own)
        others = [f for f in all_findings if not _is_faulty(f, draft)]
        right += len(others)
        alarms += sum(f.failed for f in others)
    faultless = sum(not draft.faults for draft in of)
    return Counts(len(of), faultless, faults, found, named, right, alarms)


def _is_faulty(finding: Finding, draft: Draft) -> bool:
    return any(fault.words in finding.claimed.text for fault in draft.faults)


def mistakes(of: Sequence[Draft]) -> Iterator[str]:
    """A line for each fault that is not found or not named, and each false alarm."""
    for draft in of:
        all_findings = findings(draft)
        for fault in draft.faults:
            own = [f for f in all_findings if fault.words in f.claimed.text]
            if fault.verdict not in [verdict(f) for f in own if f.failed]:
                yield f"{draft.kind}: wanted {fault.verdict}"
                yield from map(_shown, own or all_findings)
        for finding in all_findings:
            if finding.failed and not _is_faulty(finding, draft):
                yield f"{draft.kind}: false alarm"
                yield _shown(finding)


def _shown(finding: Finding) -> str:
    ours, theirs = finding.claimed.source, finding.said_by
    who = f"{ours and ours.display_name} / {theirs and theirs.display_name}"
    place = finding.place.text if finding.place else None
    return (
        f"    {finding.verdict}, {finding.speaker} ({who}): {finding.claimed.text}\n"
        f"      {place}\n      {[tuple(map(str, change)) for change in finding.changes]}"
    )


def table(counts: Counts) -> str:
    """The table of the README."""
    per_cent = 100 * counts.false_alarms / max(counts.right, 1)
    faulty = counts.drafts - counts.faultless
    false = f"{counts.false_alarms} ({per_cent:.1f} %)"
    return "\n".join(
        [
            "| Drafts with known faults, in our own words | |",
            "| --- | --- |",
            f"| faults found, of {counts.faults} in {faulty} drafts | {counts.found} |",
            f"| of those found, called by the right name | {counts.named} |",
            f"| false alarms, of {counts.right} right claims in {counts.drafts} drafts | {false} |",
        ]
    )


def main() -> None:
    names = [name for name in sys.argv[1:] if not name.startswith("--")]
    read = drafts(Path(names[0] if names else KEPT).read_text("utf-8"))
    print(table(count(read)))
    if "--mistakes" in sys.argv[1:]:
        print("\n".join(mistakes(read)))


if __name__ == "__main__":
    main()
