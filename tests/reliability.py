"""Writes docs/reliability.md: runs the tests of each row and counts what they tried.

``make reliability`` takes some minutes. What fuzzing and mutation testing came to is
taken from what they have written below ``build/``; where they have not run here, the page keeps
what it says of them. With ``--long-runs`` only that is written anew.
"""

import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from platform import platform, python_version
from tempfile import NamedTemporaryFile
from typing import NamedTuple
from xml.etree import ElementTree as ET

import mutation

from fuzz import run

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "reliability.md"

HEAD = """# How reliable it is

What was tried, how many times, and what happened. `make reliability` writes this page: it runs the
tests of each row and counts what they report. Drawn texts are made by Hypothesis, anew each time.

| What was tried | Tests | Drawn texts | Failed | Again by |
| --- | ---: | ---: | ---: | --- |
"""

# What is tried, and the files of tests, or parts of them, that try it. A file that is not there has
# no row.
ROWS = [
    (
        "Every sample through everything: spans, sentences, claims slice back",
        "tests/test_samples.py",
    ),
    ("The same bytes with other hash seeds, locales, threads, kernels", "tests/test_outputs.py"),
    ("An input of every kind, damaged, too large or of another kind", "tests/formats"),
    ("Hostile web pages: nested, unclosed, huge, entities, charsets", "tests/formats/test_html.py"),
    ("Encodings found, given, refused; any bytes at all", "tests/reading/test_decoding.py"),
    ("Sentences and blocks of any text cover it in order", "tests/reading"),
    ("Facts of any text stand in it", "tests/extraction"),
    ("Summaries of any text are its own sentences", "tests/summary"),
    ("Briefs, digests and reports of any texts", "tests/pages"),
    ("What an article holds cannot steer its reader", "tests/cli/test_output_safety.py"),
    ("CSV and TSV read back by csv, pandas and DuckDB", "tests/cli/test_spreadsheets.py"),
    (
        "Output files: never an input, whole or not at all, signals",
        "tests/cli/test_output_files.py",
    ),
    ("Closed streams, full disks, broken pipes, terminals", "tests/cli/test_cli_process.py"),
    ("What holds of every command", "tests/cli/test_all_commands.py"),
    ("Errors that nobody foresaw cost one input", "tests/cli/test_faults.py"),
    ("Time and memory grow with the input", "tests/test_growth.py"),
    ("Texts that once failed", "tests/test_strange_texts.py"),
    ("Spans in a text that is edited step by step", "tests/test_spans_in_edited_texts.py"),
    ("What is fuzzed, on seeds and drawn bytes, and that it would see a fault", "tests/fuzz"),
    ("No socket, no program started, by Python or below it", "tests/cli/test_network.py"),
    ("Parameters: checksums, no pickle", "tests/test_parameters.py"),
    ("Two builds are the same bytes", "tests/test_building.py"),
]


LONG_RUNS = "\n## Longer runs\n"

FUZZED = """
[Fuzzing](../fuzz/README.md) grows inputs by the code that they reach and holds each to what must
always be so. What it found is mended and has a test. The figures are of all runs in one tree.

| What was fuzzed | Inputs | Corpus | Found | Again by |
| --- | ---: | ---: | ---: | --- |
"""

MUTATED = """
Mutation testing puts one fault at a time into the code ("<" for "<=", "and" for "or", another
number) and runs the tests of that room alone. What they do not see was looked at: where it was a
hole, the tests have a new case. In the first five rooms the fault then counts as seen. The figures
of the others are those before: of their 48 faults that were not seen, 20 were holes. Most of the
rest make no difference, as a larger cache or a check of lengths that always agree, or move a
threshold by one; some change one of the many features that a learned model reads; two are seen by
tests that are not run for a room, those of the public values and of web servers.

| Room | Faults | Seen | Again by |
| --- | ---: | ---: | --- |
"""


class Counts(NamedTuple):
    """How many tests passed and failed in a file, and how many texts Hypothesis drew for them."""

    passed: int = 0
    failed: int = 0
    drawn: int = 0

    def plus(self, other: "Counts") -> "Counts":
        """The sums of both."""
        return Counts(*map(sum, zip(self, other, strict=True)))


def counted(parts: list[str]) -> dict[str, Counts]:
    """What the tests in ``parts`` report, by their file."""
    with NamedTemporaryFile(suffix=".xml") as report:
        out = subprocess.run(  # noqa: S603
            [
                *(sys.executable, "-m", "pytest", "-q", "--hypothesis-show-statistics"),
                *("--numprocesses", "logical", "--dist", "worksteal"),
                *("-o", "junit_family=xunit1", f"--junitxml={report.name}", *parts),
            ],
            cwd=ROOT,
            capture_output=True,
            check=False,
            text=True,
        ).stdout
        cases = list(ET.parse(report.name).iter("testcase"))  # noqa: S314 - our own
    found: dict[str, Counts] = {}

    def add(file: str, counts: Counts) -> None:
        found[file] = found.get(file, Counts()).plus(counts)

    for case in cases:
        ends = {child.tag for child in case}
        failed = bool(ends & {"failure", "error"})
        add(case.get("file", ""), Counts("skipped" not in ends and not failed, failed))
    for file, statistics in re.findall(
        r"^(tests/\S+?\.py)::.*:\n((?:\n|  .*\n)*)", out, re.MULTILINE
    ):
        drawn = re.findall(r"^ +- (\d+) passing", statistics, re.MULTILINE)
        add(file, Counts(drawn=sum(map(int, drawn))))
    return found


def page() -> str:
    """The page, of the tests that are there."""
    there = [(what, part) for what, part in ROWS if (ROOT / part).exists()]
    found = counted([part for _, part in there])
    rows = []
    for what, part in there:
        counts = Counts()
        for file in found:
            if file == part or file.startswith(f"{part}/"):
                counts = counts.plus(found[file])
        drawn = f"{counts.drawn:,}" if counts.drawn else ""
        cells = (what, f"{counts.passed:,}", drawn, str(counts.failed), f"`pytest {part}`")
        rows.append(f"| {' | '.join(cells)} |\n")
    day = datetime.now(UTC).date()
    foot = f"\nWritten on {day} with Python {python_version()} on {platform(terse=True)}.\n"
    return HEAD + "".join(rows) + foot


def long_runs(before: str) -> str:
    """What fuzzing and mutation testing came to.

    Of one that has not run here it is what ``before`` says, this part of the page as it was.
    """
    kept = re.split("(?=\nMutation testing)", before) if before else ["", ""]
    fuzzed = "".join(
        f"| {each.name} | {each.runs:,} | {each.kept:,} | {each.finds} |"
        f" `python -m fuzz.run --only {each.name} --minutes 5` |\n"
        for each in run.counts().values()
    )
    tried = mutation.counts()
    mutated = "".join(
        f"| {room} | {size} | {seen} | `python tests/mutation.py {size} {room}` |\n"
        for room, (size, seen) in tried.items()
    )
    if tried:
        size, seen = map(sum, zip(*tried.values(), strict=True))
        mutated += f"| all | {size} | {seen} ({seen / size:.0%}) | the rows above |\n"
    return (FUZZED + fuzzed if fuzzed else kept[0]) + (MUTATED + mutated if mutated else kept[1])


if __name__ == "__main__":
    first, _, rest = PAGE.read_text(encoding="utf-8").partition(LONG_RUNS)
    if "--long-runs" not in sys.argv:
        first = page()
    PAGE.write_text(first + LONG_RUNS + long_runs(rest), encoding="utf-8")
