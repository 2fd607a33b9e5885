"""The pictures of docs/scale.md, from the figures of ``scale.py`` alone.

The same figures always give the same bytes, with the same version of matplotlib.
"""

import io
import logging
from collections.abc import Callable, Sequence
from typing import Any

NAMES = ("scale-rate.svg", "scale-sentences.svg", "scale-memory.svg")

_COLOURS = {
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

Series = Sequence[dict[str, Any]]


def pictures(figures: dict[str, Any]) -> dict[str, bytes]:
    """The pictures by ``NAMES``, as SVG."""
    logging.getLogger("matplotlib").setLevel(logging.ERROR)  # it tells of its font cache
    import matplotlib as mpl

    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(_SETTINGS)
        made = (
            _growth(figures["rates"], "Articles", "Articles a second of processor time", _rate),
            _growth(
                figures["sentences"],
                "Sentences in one article",
                "Milliseconds of processor time a sentence",
                _milliseconds,
            ),
            _memory(figures["archives"]),
        )
        return dict(zip(NAMES, made, strict=True))


def _rate(run: dict[str, Any]) -> float:
    return float(run["size"] / run["cpu_seconds"])


def _milliseconds(run: dict[str, Any]) -> float:
    return float(1000 * run["cpu_seconds"] / run["size"])


def _growth(
    series: Series, x_label: str, y_label: str, value: Callable[[dict[str, Any]], float]
) -> bytes:
    """A line for each program in one process, logarithmic both ways."""
    figure, axes = _axes(x_label, y_label, series)
    for name in dict.fromkeys(run["program"] for run in series):
        runs = [run for run in series if (run["program"], run["jobs"]) == (name, 1)]
        _line(axes, name, [(run["size"], value(run)) for run in runs])
    axes.set_yscale("log")
    axes.yaxis.set_major_formatter("{x:g}")
    figure.legend(frameon=False, loc="outside right center")
    return _svg(figure)


def _memory(series: Series) -> bytes:
    figure, axes = _axes("Records", "MB", series)
    _line(axes, "newsbrief corpus", [(run["size"], run["peak_megabytes"]) for run in series])
    axes.set_ylim(0, 1.1 * max(run["peak_megabytes"] for run in series))
    return _svg(figure)


def _axes(x_label: str, y_label: str, series: Series) -> tuple[Any, Any]:
    """A figure with one plot, logarithmic to the right, with a mark at each size."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(7, 3.8), layout="constrained")
    FigureCanvasAgg(figure)
    axes = figure.subplots()
    axes.set_xscale("log")
    sizes = sorted({run["size"] for run in series})
    axes.set_xticks(sizes, [f"{size:,}" for size in sizes])
    axes.minorticks_off()
    axes.set_xlabel(x_label)
    axes.set_ylabel(y_label)
    return figure, axes


def _line(axes: Any, name: str, points: Sequence[tuple[float, float]]) -> None:  # noqa: ANN401
    axes.plot(*zip(*points, strict=True), "o-", color=_COLOURS[name], label=name, markersize=4)


def _svg(figure: Any) -> bytes:  # noqa: ANN401 - a figure of matplotlib
    file = io.BytesIO()
    figure.savefig(file, format="svg", metadata={"Date": None})
    lines = (line.rstrip() for line in file.getvalue().splitlines())
    return b"\n".join(lines) + b"\n"
