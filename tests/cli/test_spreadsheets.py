"""CSV and TSV are read back the same, cell for cell, by the readers that people use.

LibreOffice 7.4 was tried by hand: ``soffice --convert-to csv`` gives back the cells of both.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import duckdb
import pandas as pd
import pytest

from newsbrief.cli.safety import cell

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Run

SEPARATORS = {"csv": ",", "tsv": "\t"}
# Marks at the start, in pairs and alone, separators, formulas, names that are numbers and blanks.
TEXT = """Harbour plan splits the council

"=HYPERLINK(""http://evil.example"",""pay"")" was the whole answer, the mayor said. "No," she said.
The mayor said "yes, " and then "no"; "=1+1" was her "offer", she said. "No news, good news" he
said. The dredger "is sunk, the board said. The board said -3 degrees were "enough". NA, he said.
007, he said. '=1', she said. Ann Lee, who "won", said that 1,200 people had come \\ gone, and that
the board's "plan" \\" was ready. @mayor said it rained.
"""

Rows = list[list[str]]


@pytest.fixture(params=SEPARATORS)
def shape(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def table(shape: str, run: Run, tmp_path: Path) -> tuple[Path, Rows]:
    """A file of claims and a summary's sentences, and its cells as they were before."""
    odd = tmp_path / 'a "b", c\td.txt'
    odd.write_text(TEXT, encoding="utf-8")
    path = tmp_path / f"table.{shape}"
    assert run("summarize", "-n", 99, "--format", shape, odd, "-o", path).code == 0
    lines = run("summarize", "-n", 99, odd).out.splitlines()
    return path, [[cell(str(odd)), cell(line)] for line in lines]


def cells(rows: Rows) -> Rows:
    """The cells of the file and of the sentence, which are the first and the last."""
    return [[row[0], row[-1]] for row in rows]


def test_by_the_csv_module(shape: str, table: tuple[Path, Rows]) -> None:
    path, expected = table
    with path.open(encoding="utf-8", newline="") as file:
        _, *rows = csv.reader(file, delimiter=SEPARATORS[shape])
    assert cells(rows) == expected
    assert any('"' in row[-1][:2] for row in rows)
    assert any(row[-1].startswith("'\"=") for row in rows)


def test_by_pandas(shape: str, table: tuple[Path, Rows]) -> None:
    path, expected = table
    frame = pd.read_csv(path, sep=SEPARATORS[shape], dtype=str, keep_default_na=False)
    assert cells(frame.to_numpy().tolist()) == expected


def test_by_duckdb(shape: str, table: tuple[Path, Rows]) -> None:
    path, expected = table
    query = "select * from read_csv(?, delim = ?, header = true, all_varchar = true)"
    rows = duckdb.execute(query, [str(path), SEPARATORS[shape]]).fetchall()
    assert cells([["" if value is None else value for value in row] for row in rows]) == expected
    sniffed = duckdb.execute("select * from read_csv(?, all_varchar = true)", [str(path)])
    assert cells([list(row) for row in sniffed.fetchall()]) == expected


def test_where_quotes_are_taken_away_no_cell_is_a_formula(
    shape: str, table: tuple[Path, Rows]
) -> None:
    """As by a reader that splits at tabs and strips marks, or one that takes them away twice."""
    path, _ = table
    with path.open(encoding="utf-8", newline="") as file:
        rows = [*csv.reader(file, delimiter=SEPARATORS[shape])]
    split = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    for row in cells([*rows, *(split if shape == "tsv" else [])]):
        assert not [value for value in row if value.strip(' "').startswith(("=", "@", "+", "-"))]


def test_what_unix_tools_split_at_tabs_has_all_its_cells(run: Run) -> None:
    out = run("summarize", "-n", 99, "--tsv", stdin=TEXT.encode()).out
    header, *lines = io.StringIO(out).read().splitlines()
    assert {line.count("\t") for line in lines} == {header.count("\t")}
