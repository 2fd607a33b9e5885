"""Figures by name, and tables of them in plain text.

A figure's name is ``table/row/column``. All are shares from 0 to 1, but for counts and times.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from scoring.rates import Rates

Figures = dict[str, float]


def named(table: str, row: str, values: Any) -> Figures:  # noqa: ANN401 - any NamedTuple
    """The fields of the NamedTuple ``values`` as figures; rates get a row of their own."""
    figures: Figures = {}
    for column, value in values._asdict().items():
        if isinstance(value, Rates):
            figures |= named(table, column, value)
        else:
            figures[f"{table}/{row}/{column}"] = value
    if isinstance(values, Rates):
        figures[f"{table}/{row}/f1"] = values.f1
    return figures


def print_tables(figures: Figures) -> None:
    """Print ``figures``, a table for each first part of their names."""
    cells = {tuple(name.split("/")): value for name, value in figures.items()}
    for table in dict.fromkeys(table for table, _, _ in cells):
        for line in _table(table, {key[1:]: v for key, v in cells.items() if key[0] == table}):
            print(line.rstrip())
        print(flush=True)


def _table(title: str, cells: dict[tuple[str, ...], float]) -> Iterator[str]:
    rows = list(dict.fromkeys(row for row, _ in cells))
    columns = list(dict.fromkeys(column for _, column in cells))
    widths = [max(len(column), 7) + 2 for column in columns]
    first = max(map(len, (title, *rows)))
    yield title.ljust(first) + "".join(map(str.rjust, columns, widths))
    for row in rows:
        values = [_number(cells.get((row, column))) for column in columns]
        yield row.ljust(first) + "".join(map(str.rjust, values, widths))


def print_and_write(lines: Iterable[str], heading: str, path: Path | None) -> None:
    """Print ``lines`` as they come; then write them below ``heading`` to ``path``, if given."""
    printed = []
    for line in lines:
        print(line, flush=True)
        printed.append(line)
    if path:
        path.write_text(heading + "\n".join(printed) + "\n", encoding="utf-8")


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,}" if isinstance(value, int) else f"{value:.4f}"
