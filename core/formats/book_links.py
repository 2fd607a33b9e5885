"""Links from one part of a book to others: what is navigation, and which marks point at notes.

Books list their chapters in a part of their own, and magazines, as calibre makes them of feeds, the
articles of a section with a line on each; above and below an article stand "Next" and "Section
menu". None is text of an article.
"""

import posixpath
import re
from collections.abc import Mapping, Sequence
from urllib.parse import unquote

from newsbrief.text.letters import letters

from .markup import Part, parts

_ANCHOR = re.compile(
    r"<a\s(?:[^<>]*?\s)?href\s*=\s*(?:\"(?P<href>[^\"<>]*)\"|'(?P<other>[^'<>]*)')[^<>]*>",
    re.IGNORECASE,
)
_END = re.compile(r"</a\s*>", re.IGNORECASE)
_NOTE_MARK = re.compile(  # raised, as books of EPUB 2 have it, which do not say what it is
    r"<sup\b[^<>]*+>\s*+<a\s[^<>#]*+#[^<>]*+>\s*+[\[(]?(?:\d{1,3}|[*†‡]{1,3})[\])]?\s*+</a>\s*+</sup>|"
    r"<a\s[^<>#]*+#[^<>]*+>\s*+<sup\b[^<>]*+>\s*+[\[(]?(?:\d{1,3}|[*†‡]{1,3})[\])]?\s*+</sup>\s*+</a>",
    re.IGNORECASE,
)
# Around the words of a link to another part, by its number; they stand for no characters.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_LINKED = re.compile(rf"{_OPEN}(\d+);([^{_OPEN}{_CLOSE}]*){_CLOSE}")
_WORD = re.compile(r"\w")
_MIN_ENTRIES = 3  # of a list of articles; an article may have links to the one before and after it


def chapters(pages: Mapping[str, str]) -> list[list[Part]]:
    """The parts of each of the ``pages``, XHTML by its name in the book, without navigation.

    A list of articles has none.
    """
    numbers = {name: number for number, name in enumerate(pages)}
    marked = [parts(_marked(name, source, numbers)) for name, source in pages.items()]
    headings = [_letters_of_heading(page) for page in marked]
    return [[] if _is_list(page, headings) else _without_navigation(page) for page in marked]


def _marked(page: str, source: str, numbers: Mapping[str, int]) -> str:
    """The ``source`` of ``page`` with marks around the words of its links to other parts."""
    source = _NOTE_MARK.sub("", source.replace(_OPEN, "").replace(_CLOSE, ""))
    pieces: list[str] = []
    at = 0
    while anchor := _ANCHOR.search(source, at):
        end = _END.search(source, anchor.end())
        if end is None:
            break
        number = numbers.get(_target(page, anchor["href"] or anchor["other"] or ""))
        pieces.append(source[at : anchor.end()])
        words = source[anchor.end() : end.start()]
        is_other = number is not None and number != numbers[page]
        pieces.append(f"{_OPEN}{number};{words}{_CLOSE}" if is_other else words)
        at = end.start()
    return "".join((*pieces, source[at:]))


def _target(page: str, href: str) -> str:
    path = unquote(href.partition("#")[0])
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page


def _letters_of_heading(page: Sequence[Part]) -> str:
    """The letters of the first heading of ``page``, or ""."""
    return next((letters(_unmarked(part.text)) for part in page if part.level), "")


def _is_list(page: Sequence[Part], headings: Sequence[str]) -> bool:
    """Whether ``page`` lists parts of the book by their headings, with a line on each at most."""
    entries = sum(_is_entry(part, headings) for part in page)
    others = sum(not (part.level or _is_navigation(part)) for part in page)
    return entries >= max(_MIN_ENTRIES, others)


def _is_entry(part: Part, headings: Sequence[str]) -> bool:
    links = _LINKED.findall(part.text)
    return len(links) == 1 and letters(links[0][1]) == headings[int(links[0][0])] != ""


def _without_navigation(page: Sequence[Part]) -> list[Part]:
    shown = (part for part in page if part.level or not _is_navigation(part))
    return [part._replace(text=_unmarked(part.text)) for part in shown]


def _is_navigation(part: Part) -> bool:
    """Whether ``part`` is nothing but links to other parts, with bars between them."""
    rest = _LINKED.sub("", part.text)
    return rest != part.text and not _WORD.search(rest)


def _unmarked(text: str) -> str:
    return _LINKED.sub(r"\2", text).replace(_OPEN, "").replace(_CLOSE, "")
