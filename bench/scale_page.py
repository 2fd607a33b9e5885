"""The page of ``scale.py``: docs/scale.md and its pictures, from the figures alone.

The same figures always give the same bytes, with the same version of matplotlib.
"""

import io
import logging
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

TEMPLATE = Path(__file__).with_name("scale.md")
PICTURES = ("scale-rate.svg", "scale-sentences.svg", "scale-memory.svg")
MANY = 20_000  # articles, for which the engines are reckoned where fewer were measured
COLOURS = {
    "newsbrief corpus": "#1b4f72",
    "newsbrief summarize": "#2e86c1",
    "newsbrief facts": "#7fb3d5",
    "sumy LexRank": "#d0a85c",
    "summa TextRank": "#9c4a3c",
    "newspaper4k": "#6b8e4e",
    "spaCy and rules": "#7d3c98",
}
_SETTINGS = {
    "svg.hashsalt": "newsbrief",  # else the ids in the file are random
    "svg.fonttype": "none",  # text stays text
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
}

Figures = dict[str, Any]
Run = dict[str, Any]
Series = Sequence[Run]


def write(figures: Figures, folder: Path) -> None:
    """Write the page and the pictures of ``figures`` into ``folder``."""
    (folder / "scale.md").write_text(page(figures), encoding="utf-8")
    for name, picture in zip(PICTURES, pictures(figures), strict=True):
        (folder / name).write_bytes(picture)


def page(figures: Figures) -> str:
    """The text of the page: ``scale.md`` with the figures in their places."""
    made = figures["articles"]
    return TEMPLATE.read_text(encoding="utf-8").format(
        where=_where(figures),
        words=f"{made['words']:.0f}",
        facts=f"{made['facts']:.0f}",
        brief_words=f"{made['brief words']:.0f}",
        aims=_rows(_aims(figures)),
        start=_rows(map(_start, figures["start"])),
        rates=_rates(figures),
        left_out=_left_out(figures),
        sentences=_sentences(figures["sentences"]),
        archives=_rows(map(_archive, figures["archives"])),
        engines=_rows(_engines(figures["engines"])),
    )


def _where(figures: Figures) -> str:
    machine = figures["machine"]
    others = "; ".join(f"{name}: {version}" for name, version in figures["versions"].items())
    return (
        f"Measured on {machine['day']}, all in one run, on {machine['processor']}, "
        f"{machine['cores']} cores, {machine['memory GB']:.0f} GB of memory, {machine['system']}, "
        f"Python {machine['python']}; {machine['busy before']} processes were at work on it before."
        + (f"\nThe other programs: {others}." if others else "")
    )


def _aims(figures: Figures) -> Iterable[Sequence[str]]:
    alone = _last(figures["rates"], "newsbrief corpus", 1)
    if alone:
        rate = alone["size"] / alone["cpu_seconds"]
        yield "Summary and facts, articles a second and core", "35", f"{rate:.0f}"
    both = _last(figures["rates"], "newsbrief corpus", figures["machine"]["cores"])
    if alone and both and both["size"] == alone["size"] and both["jobs"] > 1:
        times = alone["seconds"] / both["seconds"]
        yield f"{both['jobs']} cores, of one", "1.8", f"{times:.2f}"
    first, *_, last = figures["archives"]
    growth = last["peak_megabytes"] / first["peak_megabytes"] - 1
    records = f"Memory from {first['size']:,} to {last['size']:,} records"
    yield records, "at most +20 %", f"{growth:+.0%}".replace("%", " %").replace("-", "−")
    if "Spark" in _programs(figures["engines"]):
        yield "Spark beside newsbrief alone, 20,000 articles", "at most +25 %", _spark(figures)


def _spark(figures: Figures) -> str:
    """How much more Spark takes, as measured, and reckoned for more articles if they were fewer."""
    spark, alone = (
        [run for run in figures["engines"] if run["program"] == name]
        for name in ("Spark", "newsbrief corpus")
    )
    measured = spark[-1]["size"]
    return "; ".join(
        f"{_more(spark, alone, 'seconds', size)} by the clock, "
        f"{_more(spark, alone, 'cpu_seconds', size)} of processor time "
        f"({'' if size == measured else 'reckoned for '}{size:,} articles)"
        for size in dict.fromkeys((measured, max(measured, MANY)))
    )


def _more(spark: Series, alone: Series, what: str, size: int) -> str:
    """How much more Spark takes for ``size`` articles: as measured, or on the lines through both.

    A line goes through the smallest and the largest run, so that its height is the cost of a start.
    """
    ratio = _at(spark, what, size) / _at(alone, what, size)
    return f"{ratio - 1:+.0%}".replace("%", " %").replace("-", "−")


def _at(series: Series, what: str, size: int) -> float:
    first, last = series[0], series[-1]
    slope = (last[what] - first[what]) / max(last["size"] - first["size"], 1)
    return float(last[what] + slope * (size - last["size"]))


def _rates(figures: Figures) -> str:
    """A table: a row for each program, its largest runs on one core and on all."""
    cores = figures["machine"]["cores"]
    rows = []
    for name in _programs(figures["rates"]):
        one, every = (_last(figures["rates"], name, jobs) for jobs in (1, cores))
        if one and every:
            rows.append(
                (
                    name,
                    f"{one['size']:,}",
                    f"{one['size'] / one['cpu_seconds']:.1f}",
                    f"{one['size'] / one['seconds']:.1f}",
                    f"{every['size'] / every['seconds']:.1f}",
                    f"{one['peak_megabytes']:.0f}",
                    f"{every['peak_megabytes']:.0f}",
                )
            )
    head = (
        f"| Program | Articles | A second and core | A second, one process | {cores} processes "
        f"| MB, one process | {cores} processes |\n|{' --- |' * 7}\n"
    )
    return head + _rows(rows)


def _left_out(figures: Figures) -> str:
    largest = max(run["size"] for run in figures["rates"])
    less = [
        name
        for name in _programs(figures["rates"])
        if (_last(figures["rates"], name, 1) or {"size": 0})["size"] < largest
    ]
    what = f"; so {' and '.join(less)} had fewer" if less else ""
    limit = f"{2 * figures['limit']:.0f}"
    return f"Runs that would have taken more than {limit} seconds are left out{what}."


def _sentences(series: Series) -> str:
    """A table: the seconds for one article, a column for each number of sentences."""
    sizes = sorted({run["size"] for run in series})
    head = f"| Program, seconds | {' | '.join(f'{size:,}' for size in sizes)} |\n"
    rows = []
    for name in _programs(series):
        taken = {run["size"]: run["seconds"] for run in series if run["program"] == name}
        rows.append((name, *(f"{taken[size]:.1f}" if size in taken else "–" for size in sizes)))
    return f"{head}|{' --- |' * (len(sizes) + 1)}\n{_rows(rows)}"


def _start(run: Run) -> Sequence[str]:
    return run["program"], f"{run['seconds']:.2f}", f"{run['peak_megabytes']:.0f}"


def _archive(run: Run) -> Sequence[str]:
    rate, seconds = run["size"] / run["seconds"], run["seconds"]
    return f"{run['size']:,}", f"{seconds:.0f}", f"{rate:.0f}", f"{run['peak_megabytes']:.0f}"


def _engines(series: Series) -> Iterable[Sequence[str]]:
    alone = {run["size"]: run for run in series if run["program"] == "newsbrief corpus"}
    for run in series:
        beside = alone[run["size"]]
        yield (
            run["program"],
            f"{run['size']:,}",
            f"{run['seconds']:.0f}",
            f"{run['seconds'] / beside['seconds']:.2f}",
            f"{run['cpu_seconds']:.0f}",
            f"{run['cpu_seconds'] / beside['cpu_seconds']:.2f}",
            f"{run['peak_megabytes']:,.0f}",
        )


def _programs(series: Series) -> list[str]:
    return list(dict.fromkeys(run["program"] for run in series))


def _last(series: Series, name: str, jobs: int) -> Run | None:
    """The largest run of a program with so many processes."""
    runs = [run for run in series if (run["program"], run["jobs"]) == (name, jobs)]
    return max(runs, key=lambda run: run["size"], default=None)


def _rows(rows: Iterable[Sequence[str]]) -> str:
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def pictures(figures: Figures) -> list[bytes]:
    """The pictures, in the order of ``PICTURES``, as SVG."""
    logging.getLogger("matplotlib").setLevel(logging.ERROR)  # it tells of its font cache
    import matplotlib as mpl

    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(_SETTINGS)
        cores = figures["machine"]["cores"]
        return [
            _rate_picture(figures["rates"], cores),
            _sentences_picture(figures["sentences"]),
            _memory_picture(figures["archives"]),
        ]


def _rate_picture(series: Series, cores: int) -> bytes:
    figure, axes = _axes("Articles", "Articles a second", 9, 2)
    for each, jobs in zip(axes, (1, cores), strict=True):
        each.set_title("one process" if jobs == 1 else f"{jobs} processes")
        for name in _programs(series):
            runs = [run for run in series if (run["program"], run["jobs"]) == (name, jobs)]
            _line(each, name, [(run["size"], run["size"] / run["seconds"]) for run in runs])
    axes[0].legend(frameon=False)
    return _svg(figure)


def _sentences_picture(series: Series) -> bytes:
    figure, (axes,) = _axes("Sentences in one article", "Milliseconds a sentence", 6, 1)
    for name in _programs(series):
        runs = [run for run in series if run["program"] == name]
        _line(axes, name, [(run["size"], 1000 * run["seconds"] / run["size"]) for run in runs])
    axes.legend(frameon=False)
    return _svg(figure)


def _memory_picture(series: Series) -> bytes:
    figure, (axes,) = _axes("Records", "MB", 6, 1)
    _line(axes, "newsbrief corpus", [(run["size"], run["peak_megabytes"]) for run in series])
    axes.set_yscale("linear")
    axes.set_ylim(bottom=0)
    return _svg(figure)


def _axes(x_label: str, y_label: str, inches: float, count: int) -> tuple[Any, list[Any]]:
    """A figure with ``count`` plots side by side, logarithmic both ways."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(inches, 4), layout="constrained")
    FigureCanvasAgg(figure)
    plots = list(figure.subplots(1, count, sharey=True, squeeze=False)[0])
    for each in plots:
        each.set_xscale("log")
        each.set_yscale("log")
        each.set_xlabel(x_label)
    plots[0].set_ylabel(y_label)
    return figure, plots


def _line(axes: Any, name: str, points: Sequence[tuple[float, float]]) -> None:  # noqa: ANN401
    if points:
        axes.plot(*zip(*points, strict=True), "o-", color=COLOURS[name], label=name, markersize=4)


def _svg(figure: Any) -> bytes:  # noqa: ANN401 - a figure of matplotlib
    file = io.BytesIO()
    figure.savefig(file, format="svg", metadata={"Date": None})
    lines = (line.rstrip() for line in file.getvalue().splitlines())
    return b"\n".join(lines) + b"\n"
