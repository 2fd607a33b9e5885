"""The headline of a web page, among what the page says in several places.

A page states its headline for machines (``headline`` of schema.org), shows it (``h1``), tells it to
other sites (``og:title``) and names its window by it (``title``). They differ: a page may show the
outlet's name, a menu's or a section's above the headline, add the outlet behind a bar, put a word
on the topic before it, cut it short, or write another one for search engines, which then names the
window. What two of the first three places say is the headline.

The rules were found on 507 pages of news, weblogs, firms and offices, most of them German or
English, whose titles were told by hand: those of trafilatura's evaluation and of the tests of
Postlight Parser. On 481 more of them 425 titles are right, and 404 with a vote for each place and
nothing else.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsbrief.reading.outlets import MAX_OUTLET_WORDS, is_name
from newsbrief.text.letters import letters

from .titles import Titles

BAR = re.compile(r"\s+[|–—•·»«›:-]{1,2}\s+|\s*[|»｜]\s*")
_PART = re.compile(rf"{BAR.pattern}|\s+/\s+|:\s+|_")  # what parts the title of a window
_OUTLET_BARS = ("|", "｜")  # behind which an outlet stands that is not known
_ENDS = ("…", "...")  # of a title that is cut short
_MIN_OUTLET_LETTERS = 3
_MAX_TITLES = 20  # of a place: related stories follow
_MAX_LOWER = 60
_MAX_TITLE_CHARS = 500
_MIN_ENDING_LETTERS = 12  # of a headline that ends another: 8 and 16 are as good
_MIN_LOWER_LETTERS = 8  # of a headline that is a lower heading: 15 is as good
_MIN_HEADING_WORDS = 3  # of a heading behind which a site may be named
_MIN_ALIKE = 0.3  # of three letters in a row, of two headlines of an article: 0.2 to 0.5 as good


class _Title(NamedTuple):
    """A title and its letters, by which titles are compared."""

    text: str
    letters: str


_Place = Sequence[_Title]


def headline(titles: Titles, sites: Iterable[str] = ()) -> str:
    """The headline of a page whose outlet has the names ``sites``; "" where it has none.

    It is what most places say. Where each says something else, it is what is stated for machines,
    then what is shared: parsers that people wrote for single outlets take these (fundus 0.5:
    og:title in 82 of 196, headline in 68, h1 in 3).

    >>> wall = "Wall to be rebuilt"
    >>> headline(Titles((), (f"{wall} | Coast News",), ("Coast News", wall)), ["Coast News"])
    'Wall to be rebuilt'
    """
    outlet = _Outlet.of(titles, sites)
    stated, shared = outlet.removed(titles.stated), outlet.removed(titles.shared)
    window = _title(outlet.without(titles.window[:_MAX_TITLE_CHARS]))
    shown = _above_the_text(
        outlet.removed(titles.shown),
        outlet.removed(titles.lower[:_MAX_LOWER], _MAX_LOWER),
        [*stated, *shared],
        window,
    )
    if not stated and shown and not _is_of(shared, shown[0], window):
        shared = []
    places = (stated, shared, shown)
    candidates = [title for place in places for title in place]
    if not candidates:
        return _of_window(window, _title(outlet.without(titles.opening)), outlet).text
    chosen = max(candidates, key=lambda title: sum(_says(place, title) for place in places))
    chosen = _whole(_without_topic(chosen, candidates), candidates)
    return _without_section(_without_name(chosen, shown, window), outlet.headings).text


class _Outlet(NamedTuple):
    """What tells the outlet's name in a title."""

    names: frozenset[str]  # in letters
    headings: frozenset[str]  # of the page, in letters

    @classmethod
    def of(cls, titles: Titles, sites: Iterable[str]) -> "_Outlet":
        named = (letters(name[:_MAX_TITLE_CHARS]) for name in (*sites, *titles.logos[:_MAX_TITLES]))
        headings = (*titles.shown[:_MAX_TITLES], *titles.lower[:_MAX_LOWER])
        names = frozenset(name for name in named if len(name) >= _MIN_OUTLET_LETTERS)
        return cls(names, frozenset(map(letters, headings)) - names)

    def removed(self, place: Sequence[str], most: int = _MAX_TITLES) -> list[_Title]:
        """The titles of a ``place`` that are no name of the outlet, each without it."""
        short = [title for title in place[:most] if len(title) <= _MAX_TITLE_CHARS]
        found = [_title(self.without(title)) for title in short]
        return [title for title in found if title.text and title.letters not in self.names]

    def without(self, title: str) -> str:
        """``title`` without the parts at its end, or the one at its start, that name the outlet.

        >>> _Outlet.of(Titles(), ["Coast News"]).without("Rain - and more of it - Coast News")
        'Rain - and more of it'
        """
        bars = list(BAR.finditer(title))
        while bars and self._ends(title, bars[-1]):
            title = title[: bars.pop().start()]
        if bars and letters(title[: bars[0].start()]) in self.names:
            title = title[bars[0].end() :]
        return title

    def _ends(self, title: str, bar: re.Match[str]) -> bool:
        """Whether what follows ``bar`` in ``title`` is the outlet's name."""
        part = title[bar.end() :]
        if len(part.split()) > MAX_OUTLET_WORDS:
            return False
        name = letters(part)
        known = any(other in name or name in other for other in self.names)
        return known or (bar[0].strip() in _OUTLET_BARS and letters(title) not in self.headings)


def _above_the_text(shown: _Place, lower: _Place, told: _Place, window: _Title) -> _Place:
    """The headings among ``shown``, those of the first level, that may be the headline.

    They are the ones that the page says elsewhere too: in what it has ``told`` or as a part of the
    title of its ``window``, the longest such part. A menu, a section or the outlet has the others.
    Of the ``lower`` headings it is one that is both, and where there is none above, one of the two.
    """
    parts = _parts(window.text)
    known = {title.letters for title in told}
    named = [title for title in lower if len(title.letters) >= _MIN_LOWER_LETTERS]
    headings = [*shown, *(title for title in named if title.letters in parts & known)]
    said = [title for title in headings if _says(told, title)]
    in_window = [title for title in headings if title.letters in parts]
    if said or in_window:
        return said or [max(in_window, key=lambda title: len(title.letters))]
    return [title for title in named if title.letters in parts | known][:1] or shown


def _of_window(window: _Title, opening: _Title, outlet: _Outlet) -> _Title:
    """The title of the ``window``, or the ``opening`` heading where that may name the outlet.

    So may one of few words, fewer than the heading has. The name of the outlet is no headline.
    """
    words = len(window.text.split())
    names_outlet = not window.letters or window.letters in outlet.names
    may_name_it = words <= MAX_OUTLET_WORDS and words < len(opening.text.split())
    known = opening.letters and opening.letters not in outlet.names
    return opening if known and (names_outlet or may_name_it) else window


def _parts(window: str) -> set[str]:
    """What a headline may be of the title of a ``window``, as letters.

    It is all up to a bar, or all behind one where that is half of it at least.
    """
    bars = list(_PART.finditer(window))[:_MAX_TITLES]
    starts = {letters(window[: bar.start()]) for bar in bars}
    ends = {letters(window[bar.end() :]) for bar in bars}
    whole = letters(window)
    return {whole} | starts | {end for end in ends if 2 * len(end) >= len(whole)}


def _says(place: Iterable[_Title], title: _Title) -> bool:
    """Whether ``place`` has ``title``, or one of which one begins or ends with the other."""
    return any(_agree(other.letters, title.letters) for other in place)


def _agree(one: str, other: str) -> bool:
    """Whether of two titles, as letters, one begins or ends with the other."""
    if not one or not other:
        return False
    short, long = sorted((one, other), key=len)
    return long.startswith(short) or _ends(long, short)


def _ends(long: str, short: str) -> bool:
    return len(short) >= _MIN_ENDING_LETTERS and long.endswith(short)


def _is_of(shared: _Place, shown: _Title, window: _Title) -> bool:
    """Whether what is ``shared`` is of the article whose heading is ``shown``, not of its section.

    It is, unless it has few letters in common with a heading that the ``window`` has for a title.
    """
    own = _threes(shown.letters)
    return shown.letters not in _parts(window.text) or any(
        len(own & theirs) >= _MIN_ALIKE * min(len(own), len(theirs))
        for theirs in (_threes(title.letters) for title in shared)
    )


def _threes(text: str) -> set[str]:
    return {text[i : i + 3] for i in range(max(1, len(text) - 2))}


def _without_topic(chosen: _Title, candidates: _Place) -> _Title:
    """``chosen``, or that of ``candidates`` which says it without a topic or section before it."""
    for title in candidates:
        if title.letters != chosen.letters and _ends(chosen.letters, title.letters):
            chosen = title
    return chosen


def _without_name(chosen: _Title, shown: _Place, window: _Title) -> _Title:
    """``chosen``, or the heading ``shown`` that has it without a name behind a bar.

    The ``window`` has that name too: it is one of the site, which names it nowhere else.
    """
    for title in shown:
        is_long = len(title.text.split()) >= _MIN_HEADING_WORDS
        bar = BAR.match(chosen.text, len(title.text)) if is_long else None
        if bar and chosen.text.startswith(title.text):
            words = chosen.text[bar.end() :].split()
            is_short = 0 < len(words) <= MAX_OUTLET_WORDS and is_name(words)
            if is_short and window.letters.endswith(letters(" ".join(words))):
                return title
    return chosen


def _without_section(chosen: _Title, headings: frozenset[str]) -> _Title:
    """``chosen`` without what stands before its bar where both are ``headings`` of the page."""
    bar = BAR.search(chosen.text)
    if bar is None or letters(chosen.text[: bar.start()]) not in headings:
        return chosen
    behind = _title(chosen.text[bar.end() :])
    return behind if behind.letters in headings else chosen


def _whole(chosen: _Title, candidates: _Place) -> _Title:
    """``chosen``, or the one of ``candidates`` that goes on where it is cut short."""
    if not chosen.text.endswith(_ENDS):
        return chosen
    return next(
        (
            title
            for title in candidates
            if len(title.letters) > len(chosen.letters) and title.letters.startswith(chosen.letters)
        ),
        chosen,
    )


def _title(text: str) -> _Title:
    return _Title(text, letters(text))
