"""A picture of who is quoted: bars of the sources, and of the shares of each group of articles.

The same result always gives the same bytes, with the same version of matplotlib: no date and no
random names go into the file.
"""

import io
import os
import re
from collections import Counter
from pathlib import PurePath
from types import ModuleType
from typing import Any

from newsbrief import SourceAudit
from newsbrief.errors import OptionError
from newsbrief.formats.extras import library

from .batch import Batch
from .counts import counted
from .inputs import refuse_overwriting
from .output import STDOUT, need_file
from .safety import visible
from .sources_text import group_name, shares_of

ENDINGS = (".png", ".svg")

_MAX_SOURCES = 30  # as many bars as can be read on a screen
_MAX_GROUPS = 60
_MAX_NAME_CHARS = 40
_INCHES_WIDE, _INCHES_PER_BAR, _INCHES_AROUND = 9, 0.28, 1.4
_SHARES = ("unnamed", "unsourced", "quoted word for word")
_COLOURS = ("#1b4f72", "#d0a85c", "#9c4a3c")  # dark, light, middle: told apart in grey too
_NOT_IN_XML = re.compile("[\ufffe\uffff]")
_SETTINGS = {
    "text.parse_math": False,  # a name with two dollar signs is no formula
    "svg.hashsalt": "newsbrief",  # else the ids in the file are random
    "svg.fonttype": "none",  # text stays text
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
}


def check(path: str, batch: Batch) -> None:
    """Raise where no picture can be written to ``path``, before the long work.

    ``OptionError`` for another ending than .png or .svg, or where ``batch`` reads or writes that
    file; ``OutputError`` where it cannot be written; ``InputError`` without matplotlib.
    """
    if PurePath(path).suffix.lower() not in ENDINGS:
        raise OptionError(f"--plot {path}: the name has to end in {' or '.join(ENDINGS)}")
    refuse_overwriting(path, batch.read)
    if batch.output != STDOUT and os.path.realpath(path) == os.path.realpath(batch.output):
        raise OptionError(f"--plot {path}: -o names the same file")
    need_file(path)
    _module()


def picture(audit: SourceAudit, path: str) -> bytes:
    """The picture of ``audit``, of the kind that the ending of ``path`` says."""
    import warnings

    kind = PurePath(path).suffix.lower().removeprefix(".")
    nothing: dict[str, None] = {"Date": None} if kind == "svg" else {"Software": None}
    matplotlib = _module()
    with matplotlib.rc_context(), warnings.catch_warnings():
        matplotlib.rcdefaults()  # whatever the user has set for pictures of their own
        matplotlib.rcParams.update(_SETTINGS)
        warnings.simplefilter("ignore")  # of letters that the font lacks: they are shown as boxes
        figure = _figure(audit)
        file = io.BytesIO()
        figure.savefig(file, format=kind, metadata=nothing, dpi=150)
    return file.getvalue()


def _module(name: str = "matplotlib") -> ModuleType:
    """A module of matplotlib. Raises ``InputError`` where it is not installed."""
    import logging

    # It tells of its font cache on stderr, where only messages of newsbrief are to be.
    logging.getLogger("matplotlib").setLevel(logging.ERROR)
    return library(name, "plot", "a plot")


def _figure(audit: SourceAudit) -> Any:  # noqa: ANN401
    bars = [min(len(audit.sources), _MAX_SOURCES), min(len(audit.groups), _MAX_GROUPS)]
    heights = [_INCHES_AROUND + _INCHES_PER_BAR * count for count in bars if count] or [1.0]
    figure = _module("matplotlib.figure").Figure(
        figsize=(_INCHES_WIDE, sum(heights)), layout="constrained"
    )
    _module("matplotlib.backends.backend_agg").FigureCanvasAgg(figure)
    figure.suptitle(f"Sources of {counted(audit.every.counts.articles, 'article')}")
    parts = iter(figure.subplots(len(heights), squeeze=False, height_ratios=heights)[:, 0])
    if audit.sources:
        _draw_sources(next(parts), audit)
    if audit.groups:
        _draw_groups(next(parts), audit)
    return figure


def _draw_sources(axes: Any, audit: SourceAudit) -> None:  # noqa: ANN401
    """A bar of claims for each of the first sources, the first one on top."""
    shown = audit.sources[:_MAX_SOURCES]
    direct = [source.counts.direct for source in shown]
    other = [source.counts.claims - source.counts.direct for source in shown]
    places = range(len(shown))
    axes.barh(places, direct, color=_COLOURS[0], label="quoted word for word")
    axes.barh(places, other, left=direct, color=_COLOURS[1], label="other")
    axes.set_xlabel("Claims")
    axes.xaxis.get_major_locator().set_params(integer=True)
    names = Counter(source.name for source in shown)
    _name_bars(
        axes,
        [
            f"{source.name}, {source.role}"
            if names[source.name] > 1 and source.role
            else source.name
            for source in shown
        ],
    )


def _draw_groups(axes: Any, audit: SourceAudit) -> None:  # noqa: ANN401
    """Three bars of shares for each of the first groups."""
    shown = audit.groups[:_MAX_GROUPS]
    height = 0.8 / len(_SHARES)
    shares = zip(*(shares_of(group) for group in shown), strict=True)
    for number, (label, parts) in enumerate(zip(_SHARES, shares, strict=True)):
        places = [place + (number - 1) * height for place in range(len(shown))]
        percents = [100 * (part or 0) for part in parts]
        colour = (_COLOURS[2], _COLOURS[1], _COLOURS[0])[number]
        axes.barh(places, percents, height, color=colour, label=label)
    axes.set_xlabel("% of claims")
    axes.set_xlim(0, 100)
    _name_bars(axes, [group_name(group) for group in shown])


def _name_bars(axes: Any, names: list[str]) -> None:  # noqa: ANN401
    axes.set_yticks(range(len(names)), [_short(name) for name in names])
    axes.margins(y=0.01)
    axes.invert_yaxis()
    axes.legend(loc="lower right", bbox_to_anchor=(1, 1), ncols=3, frameon=False)


def _short(name: str) -> str:
    name = _NOT_IN_XML.sub("\ufffd", visible(name))
    return name if len(name) <= _MAX_NAME_CHARS else f"{name[: _MAX_NAME_CHARS - 1]}…"
