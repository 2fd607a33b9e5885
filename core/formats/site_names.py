"""The outlet of a web page: what its site calls itself.

trafilatura takes a name that the page states, and where it finds none the handle of an account, the
host, or the title of the page: those are no names. Then the name is the publisher's in the data for
machines, or what stands behind the headline in the title of the window. On the 35 pages of news
that newsbrief is measured on, the last part of such a title is the outlet's name in all 21 that
have a bar.
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from newsbrief.reading.outlets import MAX_OUTLET_WORDS, headline_end, is_name
from newsbrief.spans import fold
from newsbrief.text.letters import letters

from . import linked_data
from .headlines import BAR
from .titles import Titles, leads_to_start, meta_of, short_text

if TYPE_CHECKING:
    from lxml.etree import _Element

_STATED = ("og:site_name", "application-name", "dc.publisher")
_ACCOUNT = "twitter:site"
_PART = re.compile(rf"{BAR.pattern}|_")  # before a name; the latter in Chinese
_MAX_WINDOW_CHARS = 500


def site_names(tree: "_Element", titles: Titles) -> list[str]:
    """The names that the page ``tree`` gives its site, the surest first, hosts last."""
    meta = meta_of(tree)
    site, *others = (fold(meta.get(name, "")) for name in _STATED)
    others = [*linked_data.publishers(tree), *others, _of_window(tree, titles)]
    headings = _headings(titles)
    named = [site, *(name for name in others if letters(name) not in headings)]
    return sorted(filter(letters, named), key=_is_host)


def site_name(found: str | None, names: list[str], titles: Titles, account: str) -> str:
    """The name of the site, as trafilatura has ``found`` it or one of its ``names``; "" for none.

    What is ``found`` may also be a host, a headline of the page or the ``account`` of its outlet,
    which is told as a name by one that begins like it.
    """
    own = letters(found or "")
    alike = [name for name in names if letters(name).startswith(own)]
    is_other = not alike and (own == letters(account) or own in _headings(titles))
    if not found or is_other or _is_host(found):
        return names[0] if names else ""
    same = (name for name in alike if letters(name) == own)
    return max((found, *same), key=lambda name: len(name.split()))


def account_of(tree: "_Element") -> str:
    """The account that the site of the page ``tree`` has elsewhere."""
    return meta_of(tree).get(_ACCOUNT, "")


def _headings(titles: Titles) -> set[str]:
    """What the page has for a headline, as letters, and nothing at all."""
    return {"", *map(letters, (*titles.stated, *titles.shared, *titles.shown))}


def _is_host(name: str) -> bool:
    return "." in name.strip(".") and " " not in name


def _of_window(tree: "_Element", titles: Titles) -> str:
    """What the title of the window has last, behind a headline of the page; "" for a section."""
    window = titles.window[:_MAX_WINDOW_CHARS]
    bars = list(_PART.finditer(window))
    if not bars:
        return ""
    before, name = window[: bars[-1].start()], window[bars[-1].end() :]
    words = name.split()
    is_short = 0 < len(words) <= MAX_OUTLET_WORDS and len(letters(name)) < len(letters(before))
    if not is_short or not is_name(words):
        return ""
    is_headline = letters(before).startswith(tuple(_headings(titles) - {""}))
    known = is_headline or headline_end(window) < len(window)
    return name if known and not _is_section(tree, letters(name)) else ""


def _is_section(tree: "_Element", name: str) -> bool:
    """Whether links of this ``name``, in letters, lead elsewhere than to the start of the site."""
    leads = [leads_to_start(href) for text, href in _links(tree) if letters(text) == name]
    return bool(leads) and not any(leads)


def _links(tree: "_Element") -> Iterator[tuple[str, str]]:
    return ((short_text(link), link.get("href") or "") for link in tree.iter("a"))
