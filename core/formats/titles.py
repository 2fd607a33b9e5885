"""What a web page has for a title, in each of the places where it may stand.

``headlines`` chooses among them.
"""

import re
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from newsbrief.spans import fold

from . import linked_data
from .page_tree import UNSEEN

if TYPE_CHECKING:
    from lxml.etree import _Element

_SHARED = ("og:title", "twitter:title")
_HEADINGS = ("h1", "h2", "h3")
_SITE = ("header", "nav", "footer", "aside")
_ARTICLE = ("article", "main")
_UNSHOWN = (*UNSEEN, "title")
_MAX_HEADING_CHARS = 10_000  # with white space; those around others would be read each time
_MIN_TEXT_CHARS = 80  # of a piece of text; a byline is shorter
_MAX_LINKS = 2  # of a logo: a picture and a name
_START_PAGE = re.compile(r"[/.]*(?:index\.\w+|[a-z]{2}(?:-[a-z]{2})?)?/?", re.IGNORECASE)


class Titles(NamedTuple):
    """What a page has for a title in each place, in the order of the page."""

    stated: tuple[str, ...] = ()  # for machines, by schema.org
    shared: tuple[str, ...] = ()  # with other sites
    shown: tuple[str, ...] = ()  # headings of the first level
    window: str = ""
    lower: tuple[str, ...] = ()  # headings of the second and third level
    logos: tuple[str, ...] = ()  # headings that lead to the start of the site: its name
    opening: str = ""  # the only heading above the text, of the second or third level


def titles_of(tree: "_Element") -> Titles:
    """What ``tree``, a page, has for a title."""
    meta = meta_of(tree)
    found: dict[str, list[str]] = {"shown": [], "lower": [], "logos": []}
    headings = list(tree.iter(*_HEADINGS)) or list(tree.iter("b", "strong"))
    for heading in headings:
        if text := short_text(heading):
            place = "shown" if heading.tag == "h1" else "lower"
            found["logos" if _is_logo(heading) else place].append(text)
    window = tree.find(".//title")
    return Titles(
        stated=tuple(dict.fromkeys(linked_data.headlines(tree))),
        shared=tuple(filter(None, (fold(unescape(meta.get(name, ""))) for name in _SHARED))),
        window=fold(window.text_content()) if window is not None else "",
        opening=_opening(tree),
        **{place: tuple(texts) for place, texts in found.items()},
    )


def meta_of(tree: "_Element") -> dict[str, str]:
    """What the page ``tree`` says of itself in ``meta``, the first of each name, in lower case."""
    return {
        (element.get("property") or element.get("name") or "").lower(): element.get("content") or ""
        for element in reversed(tree.xpath(".//meta[@content]"))
    }


def short_text(heading: "_Element") -> str:
    """The text of ``heading``, white space folded; "" for one that is too long for a title."""
    pieces: list[str] = []
    chars = 0
    for piece in heading.itertext():
        pieces.append(piece)
        chars += len(piece)
        if chars > _MAX_HEADING_CHARS:
            return ""
    return fold(" ".join(pieces))


def _opening(tree: "_Element") -> str:
    """The heading above the text of ``tree``; "" where there are several, or none."""
    above: list[str] = []
    for element in tree.iter():
        if element.tag in _HEADINGS:
            text = short_text(element)
            above += [text] if text and not _is_of_site(element) else []
        elif element.tag not in _UNSHOWN and _is_text(element.text):
            break
        if _is_text(element.tail) or len(above) > 1:
            break
    return above[0] if len(above) == 1 else ""


def _is_text(piece: str | None) -> bool:
    return len(fold(piece or "")) >= _MIN_TEXT_CHARS


def _is_of_site(heading: "_Element") -> bool:
    """Whether ``heading`` stands in the head or a menu of the site, not in an article."""
    around = {element.tag for element in heading.iterancestors()}
    return not around.isdisjoint(_SITE) and around.isdisjoint(_ARTICLE)


def _is_logo(heading: "_Element") -> bool:
    """Whether ``heading`` is a link to the start of a site, in all that it says."""
    around = next(heading.iterancestors("a"), None)
    if around is not None:
        return leads_to_start(around.get("href") or "")
    links = list(islice(heading.iter("a"), _MAX_LINKS + 1))
    if not links or len(links) > _MAX_LINKS:
        return False
    linked = sum(len("".join(link.itertext()).split()) for link in links)
    return linked == len("".join(heading.itertext()).split()) and all(
        leads_to_start(link.get("href") or "") for link in links
    )


def leads_to_start(address: str) -> bool:
    """Whether ``address``, of a link, is that of the start of a site, in a language or not.

    >>> [leads_to_start(each) for each in ("/", "https://coast.example/de/", "../index.html")]
    [True, True, True]
    >>> [leads_to_start(each) for each in ("#top", "/?p=12", "https://coast.example/wall")]
    [False, False, False]
    """
    page = address.strip().partition("#")[0]
    before, slashes, rest = page.rpartition("//")  # in an archive, of the address that it kept
    has_host = slashes and (not before or before.endswith(":"))
    path = rest.partition("/")[2] if has_host else page
    return bool(page) and _START_PAGE.fullmatch(path) is not None
