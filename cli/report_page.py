"""The page of reports: one HTML file that needs nothing else, written by Jinja2.

What an article says is text for the templates, which escape it. The page's policy lets its own
style and script run, by their checksums, and no other, and lets nothing be fetched.
"""

import base64
import hashlib
import pkgutil
from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from typing import TYPE_CHECKING

from newsbrief.formats.extras import library
from newsbrief.pages.report import Report

from .counts import counted
from .formats import Result
from .report_view import rows

if TYPE_CHECKING:
    from jinja2 import Environment


def need_templates() -> None:
    """Raise InputError, which says what to install, where Jinja2 is missing."""
    library("jinja2", "report", "a report")


def page(results: Sequence[Result[Report]]) -> str:
    """The page of ``results``, one or more."""
    several = len(results) > 1
    articles = [
        rows(result, f"a{number}-" if several else "") for number, result in enumerate(results, 1)
    ]
    title = f"{len(articles)} articles" if several else articles[0].heading
    style, script = _file("report.css"), _file("report.js")
    template = _environment().get_template("page.html")
    return template.render(
        articles=articles,
        title=title,
        version=version("newsbrief"),
        policy=_policy(style, script),
        icon="data:image/svg+xml;base64," + base64.b64encode(_file("icon.svg").encode()).decode(),
        style=_own(style),
        script=_own(script),
    ).lstrip()


def _policy(style: str, script: str) -> str:
    """What the page may do: show its icon, and use this ``style`` and this ``script``."""
    return (
        f"default-src 'none'; img-src data:; style-src {_checksum(style)}; "
        f"script-src {_checksum(script)}; base-uri 'none'; form-action 'none'"
    )


def _checksum(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


@cache
def _environment() -> "Environment":
    jinja2 = library("jinja2", "report", "a report")
    environment: Environment = jinja2.Environment(
        autoescape=True,
        loader=jinja2.FunctionLoader(_file),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
        lstrip_blocks=True,
    )
    environment.filters["count"] = counted
    environment.filters["capitalised"] = lambda text: text[:1].upper() + text[1:]
    return environment


def _own(text: str) -> object:
    """``text``, which is ours, for a template to write as it is."""
    return library("markupsafe", "report", "a report").Markup(text)


@cache
def _file(name: str) -> str:
    """The text of the packaged file ``name``; ``FileNotFoundError`` where there is none."""
    found = pkgutil.get_data("newsbrief.cli", f"templates/{name}")
    if found is None:  # a loader without files, which no installer makes
        raise FileNotFoundError(name)
    return found.decode("utf-8")
