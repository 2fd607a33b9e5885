"""What a reader of a web page sees of its tree, and reads as its text."""

import re
from itertools import islice
from typing import TYPE_CHECKING

from newsbrief.reading.reference_marks import NOTE

from .hidden import declarations, is_hidden, is_nothing
from .page_tree import UNSEEN, Size, sizes_of, take_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_FOR_EARS = re.compile(  # as Bootstrap, Drupal, WordPress and others call it in their style sheets
    r"(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-reader-(?:text|only))(?:[\s_-]|$)"
)
_NOTE = re.compile(NOTE)
_MAX_MARK_CHARS = 30
_EDITING = "mw-editsection"
_KEPT = ("html", "head", "body", "title", "meta", "script")  # the page and its data for machines


def show(tree: "HtmlElement") -> None:
    """Take the elements out of ``tree`` that a reader of the page does not see.

    Where they have most of its text, a script shows the article later: then only templates and
    style sheets go.
    """
    sizes = sizes_of(tree)
    hidden = list(_hidden(islice(sizes.items(), 1, None)))
    whole = sizes[tree]
    if 2 * sum(_prose(sizes[each], whole) for each in hidden) > _prose(whole, whole):
        hidden = [each for each in hidden if each.tag in UNSEEN]
    take_out(hidden)


def _hidden(sizes: "Iterable[tuple[HtmlElement, Size]]") -> "Iterator[HtmlElement]":
    """The hidden ones among the elements with ``sizes``, in the order of the page.

    Those in another one that is hidden are not among them.
    """
    inside = set()
    for element, size in sizes:
        if element.getparent() in inside:
            inside.add(element)
        elif element.tag not in _KEPT and (
            is_hidden(element.tag, element.attrib)
            or _has_no_size(element)
            or _is_for_ears(element)
            or _is_note_mark(element, size)
            or _leads_to_editing(element)
        ):
            inside.add(element)
            yield element


def _has_no_size(element: "HtmlElement") -> bool:
    """Whether ``element`` is set in letters of no size, and all in it, which names no other."""
    style = element.get("style")
    return bool(
        style
        and is_nothing(declarations(style).get("font-size", ""))
        and not any(
            "style" in each.attrib or "class" in each.attrib for each in element.iterdescendants()
        )
    )


def _is_for_ears(element: "HtmlElement") -> bool:
    """Whether ``element`` is read to those who do not see the page: "(opens in a new tab)".

    A heading may be the only one that the page has, and stays.
    """
    names = element.get("class")
    return bool(names and element.tag not in _HEADINGS and _FOR_EARS.search(names))


def _is_note_mark(element: "HtmlElement", size: Size) -> bool:
    """Whether ``element`` is a raised mark that leads to a note: "[1]", "[citation needed]"."""
    link = element.find(".//a") if element.tag == "sup" else None
    if link is None:
        return False
    if (link.get("href") or "").startswith("#"):
        return True
    return size.chars <= _MAX_MARK_CHARS and bool(_NOTE.fullmatch(element.text_content().strip()))


def _leads_to_editing(element: "HtmlElement") -> bool:
    """Whether ``element`` leads to the editing of a section, as MediaWiki has it: "[edit]"."""
    return _EDITING in (element.get("class") or "").split()


def _prose(size: Size, whole: Size) -> int:
    """The characters of a ``size`` in paragraphs; in no link where the ``whole`` has none."""
    return size.in_paragraphs if whole.in_paragraphs else size.chars - size.linked
