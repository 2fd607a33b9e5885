"""The headline of a web page, among what the page says in several places.

A page states its headline for machines (``headline`` of schema.org), shows it (``h1``), tells it to
other sites (``og:title``) and names its window by it (``title``). They differ: a page may show the
outlet's name above the headline, add it behind a bar, or write another headline for search engines,
which then names the window. What two of the first three places say is the headline.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from .plain_text import letters

_BAR = re.compile(r"\s+[|–—•·»:-]{1,2}\s+|\s*[|»]\s*")
_MAX_OUTLET_WORDS = 5
_MIN_OUTLET_LETTERS = 3
_MAX_TITLES = 20  # of a place: related stories follow
_MAX_TITLE_CHARS = 500


class Titles(NamedTuple):
    """What a page has for a title in each place, in the order of the page."""

    stated: tuple[str, ...] = ()  # for machines, by schema.org
    shared: tuple[str, ...] = ()  # with other sites
    shown: tuple[str, ...] = ()  # headings of the first level
    window: str = ""


def headline(titles: Titles, sites: Iterable[str] = ()) -> str:
    """The headline of a page whose outlet has the names ``sites``; "" where it has none.

    It is what most places say; where each says something else, what is stated for machines, then
    what is shared: parsers that people wrote for single outlets take these (fundus 0.5: og:title in
    82 of 196, headline in 68, h1 in 3).

    >>> wall = "Wall to be rebuilt"
    >>> headline(Titles((), (f"{wall} | Coast News",), ("Coast News", wall)), ["Coast News"])
    'Wall to be rebuilt'
    """
    names = [name for site in sites if len(name := letters(site)) >= _MIN_OUTLET_LETTERS]
    places = [_headlines(place, names) for place in titles[:3]]
    candidates = [title for place in places for title in place]
    if not candidates:
        return without_outlet(titles.window[:_MAX_TITLE_CHARS], names)
    return max(candidates, key=lambda title: sum(_says(place, title) for place in places))


def _headlines(place: tuple[str, ...], names: list[str]) -> list[str]:
    """The titles of a ``place`` that are no name of the outlet, each without it."""
    short = [title for title in place[:_MAX_TITLES] if len(title) <= _MAX_TITLE_CHARS]
    found = [without_outlet(title, names) for title in short]
    return [title for title in found if title and letters(title) not in names]


def without_outlet(title: str, sites: list[str]) -> str:
    """``title`` without the parts at its end, or the one at its start, that name the outlet.

    ``sites`` are the outlet's names, as ``letters``.

    >>> without_outlet("Rain - and more of it - Coast News", ["coastnews"])
    'Rain - and more of it'
    """
    bars = list(_BAR.finditer(title))
    while bars and _names_outlet(title[bars[-1].end() :], bars[-1][0], sites):
        title = title[: bars.pop().start()]
    if bars and letters(title[: bars[0].start()]) in sites:
        title = title[bars[0].end() :]
    return title


def _names_outlet(part: str, bar: str, sites: list[str]) -> bool:
    name = letters(part)
    short = len(part.split()) <= _MAX_OUTLET_WORDS
    return short and ("|" in bar or any(site in name or name in site for site in sites))


def _says(place: Iterable[str], title: str) -> bool:
    """Whether ``place`` has ``title``, or one of which one begins with the other."""
    one = letters(title)
    others = [letters(other) for other in place]
    return any(other.startswith(one) or one.startswith(other) for other in others if other)
