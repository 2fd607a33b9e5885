"""The page of ``scale.py``, docs/scale.md, from its figures alone: ``scale.md`` with tables.

What one process takes is told in processor time, which others on the machine change little. Time by
the clock is told only where the machine had nothing else to do.
"""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import scale_pictures

TEMPLATE = Path(__file__).with_name("scale.md")
PAGE = "scale.md"
FEW, MANY = 1_000, 50_000  # records, from and up to which memory should not grow
BUSY = 1.0  # processes at work before the run began, from which on the machine was not quiet

Figures = dict[str, Any]
Run = dict[str, Any]
Series = Sequence[Run]


def write(figures: Figures, folder: Path) -> None:
    """Write the page and the pictures of ``figures`` into ``folder``."""
    (folder / PAGE).write_text(page(figures), encoding="utf-8")
    for name, picture in scale_pictures.pictures(figures).items():
        (folder / name).write_bytes(picture)


def page(figures: Figures) -> str:
    """The text of the page."""
    made = figures["articles"]
    return TEMPLATE.read_text(encoding="utf-8").format(
        where=_where(figures),
        words=f"{made['words']:.0f}",
        facts=f"{made['facts']:.0f}",
        brief_words=f"{made['brief words']:.0f}",
        aims=_table(("", "Aim", "Measured"), _aims(figures)),
        start=_table(("Program", "Processor seconds", "MB"), map(_start, figures["start"])),
        rates=_rates(figures),
        left_out=_left_out(figures),
        sentences=_sentences(figures["sentences"]),
        archives=_archives(figures),
        engines=_engines(figures),
    )


def _where(figures: Figures) -> str:
    machine = figures["machine"]
    busy = f"{machine['busy before']} processes were at work on the machine before it began"
    told = (
        f"Measured on {machine['day']}, all in one run: {machine['processor']}, "
        f"{machine['cores']} cores, {machine['memory GB']:.0f} GB of memory, {machine['system']}, "
        f"Python {machine['python']}.\n"
    )
    told += (
        "The machine had nothing else to do."
        if _quiet(figures)
        else f"{busy}, so no times by the clock are given, and processor time is somewhat more "
        "than where it is quiet."
    )
    if figures["archives"][-1]["size"] < MANY:
        told += (
            "\nThis run was kept short: `make scale` goes to 50,000 records, 100,000 sentences and "
            "20,000 articles for the engines, unless it is told otherwise."
        )
    others = "; ".join(f"{name}, {version}" for name, version in figures["versions"].items())
    return told + (f"\nThe other programs: {others}." if others else "")


def _quiet(figures: Figures) -> bool:
    return bool(figures["machine"]["busy before"] < BUSY)


def _aims(figures: Figures) -> Iterable[Sequence[str]]:
    """What was aimed at, and what of it was measured: less where a run had less to do."""
    alone = _largest(figures["rates"], "newsbrief corpus", 1)
    rate = _rate(alone, figures["start"])
    yield "Summary and facts, articles a second and core", "at least 35", f"{rate:.0f}"

    both = _largest(figures["rates"], "newsbrief corpus", figures["machine"]["cores"])
    times = f"{alone['seconds'] / both['seconds']:.2f}, {both['jobs']} of them"
    quiet = _quiet(figures) and both["jobs"] > 1
    yield "Two cores, of one", "at least 1.8", times if quiet else "not in this run"

    archives = figures["archives"]
    first = next((run for run in archives if run["size"] >= FEW), archives[0])
    growth = archives[-1]["peak_megabytes"] / first["peak_megabytes"] - 1
    told = f"{_percent(growth)}, from {first['size']:,} to {archives[-1]['size']:,}"
    yield "Memory from 1,000 to 50,000 records", "at most +20 %", told

    spark = [run for run in figures["engines"] if run["program"] == "Spark"]
    if spark:
        beside = _largest(figures["engines"], "newsbrief corpus", spark[-1]["jobs"])
        key = "seconds" if _quiet(figures) else "cpu_seconds"
        told = f"{_percent(spark[-1][key] / beside[key] - 1)}, on {spark[-1]['size']:,}"
        yield "Spark beside newsbrief alone, 20,000 articles", "at most +25 %", told


def _rate(run: Run, starts: Series) -> float:
    """Articles a second of processor time, the start and the first article not counted."""
    start = next(each for each in starts if each["program"] == run["program"])
    return float((run["size"] - 1) / (run["cpu_seconds"] - start["cpu_seconds"]))


def _start(run: Run) -> Sequence[str]:
    return run["program"], f"{run['cpu_seconds']:.2f}", f"{run['peak_megabytes']:.0f}"


def _rates(figures: Figures) -> str:
    """A row for each program: its largest runs in one process and in one for each core."""
    cores, series = figures["machine"]["cores"], figures["rates"]
    quiet = _quiet(figures)
    rows = []
    for name in _programs(series):
        one, every = (_largest(series, name, jobs) for jobs in (1, cores))
        rows.append(
            (
                name,
                f"{one['size']:,}",
                f"{_rate(one, figures['start']):.1f}",
                *([f"{every['size'] / every['seconds']:.1f}"] if quiet else []),
                f"{one['peak_megabytes']:.0f}",
                f"{every['peak_megabytes']:.0f}",
            )
        )
    clock = (f"A second, {cores} processes",) if quiet else ()
    memory = ("MB, one process", f"MB, {cores} processes")
    return _table(("Program", "Articles", "A second and core", *clock, *memory), rows)


def _left_out(figures: Figures) -> str:
    series = figures["rates"]
    most = max(run["size"] for run in series)
    fewer = [n for n in _programs(series) if _largest(series, n, 1)["size"] < most]
    told = f"; so {' and '.join(fewer)} had fewer articles" if fewer else ""
    return (
        f"Runs that would have taken more than some {figures['limit']:.0f} seconds of processor "
        f"time are left out{told}."
    )


def _sentences(series: Series) -> str:
    """The processor seconds for one article, a column for each number of sentences."""
    sizes = sorted({run["size"] for run in series})
    rows = []
    for name in _programs(series):
        taken = {run["size"]: run["cpu_seconds"] for run in series if run["program"] == name}
        rows.append((name, *(f"{taken[size]:.1f}" if size in taken else "–" for size in sizes)))
    return _table(("Processor seconds", *(f"{size:,}" for size in sizes)), rows)


def _archives(figures: Figures) -> str:
    rows = (
        (
            f"{run['size']:,}",
            *([f"{run['seconds']:.0f}"] if _quiet(figures) else []),
            f"{run['cpu_seconds']:.0f}",
            f"{run['peak_megabytes']:.0f}",
        )
        for run in figures["archives"]
    )
    clock = ("Seconds",) if _quiet(figures) else ()
    return _table(("Records", *clock, "Processor seconds", "MB"), rows)


def _engines(figures: Figures) -> str:
    series = figures["engines"]
    alone = {run["size"]: run for run in series if run["program"] == "newsbrief corpus"}
    keys = ("seconds", "cpu_seconds") if _quiet(figures) else ("cpu_seconds",)
    rows = (
        (
            run["program"],
            f"{run['size']:,}",
            *(
                text
                for key in keys
                for text in (f"{run[key]:.0f}", f"{run[key] / alone[run['size']][key]:.2f}")
            ),
            f"{run['peak_megabytes']:,.0f}",
        )
        for run in series
    )
    names = {"seconds": "Seconds", "cpu_seconds": "Processor seconds"}
    times = (text for key in keys for text in (names[key], "of newsbrief"))
    table = _table(("", "Articles", *times, "MB"), rows)
    day = figures["engines day"]
    return table if day == figures["machine"]["day"] else f"Measured on {day}.\n\n{table}"


def _programs(series: Series) -> list[str]:
    return list(dict.fromkeys(run["program"] for run in series))


def _largest(series: Series, name: str, jobs: int) -> Run:
    """The largest run of a program with so many processes."""
    runs = (run for run in series if (run["program"], run["jobs"]) == (name, jobs))
    return max(runs, key=lambda run: run["size"])


def _percent(share: float) -> str:
    return f"{100 * share:+.0f} %".replace("-", "−")


def _table(names: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = (names, ("---",) * len(names), *rows)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
