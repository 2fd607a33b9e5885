"""Writes docs/reliability.md: runs the tests of each row and counts what they tried.

``python tests/reliability.py`` takes some minutes.
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

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "reliability.md"

HEAD = """# How reliable it is

What was tried, how many times, and what happened. `make reliability` writes this page: it runs the
tests of each row and counts what they report. Drawn texts are made by Hypothesis, others each time.

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
    ("No socket, no program started, by Python or below it", "tests/cli/test_network.py"),
    ("Parameters: checksums, no pickle", "tests/test_parameters.py"),
    ("Two builds are the same bytes", "tests/test_building.py"),
]


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


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
