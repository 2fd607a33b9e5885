"""What a reader of a web page sees of its tree, and reads as its text."""

import re
from itertools import islice
from typing import TYPE_CHECKING

from .hidden import declarations, is_hidden, is_nothing
from .page_tree import UNSEEN, Size, sizes_of, take_out

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.html import HtmlElement

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_FOR_EARS = re.compile(  # as Bootstrap, Drupal, WordPress and others call it in their style sheets
    r"(?:^|[\s_-])(?:sr-only|visually-?hidden|screen-reader-(?:text|only))(?:[\s_-]|$)"
)
_KEPT = ("html", "head", "body", "title", "meta", "script")  # the page and its data for machines


def show(tree: "HtmlElement") -> None:
    """Take the elements out of ``tree`` that a reader of the page does not see.

    Where they have most of its text, a script shows the article later: then only templates and
    style sheets go.
    """
    sizes = sizes_of(tree)
    hidden = list(_hidden(islice(sizes, 1, None)))
    whole = sizes[tree]
    if 2 * sum(_prose(sizes[each], whole) for each in hidden) > _prose(whole, whole):
        hidden = [each for each in hidden if each.tag in UNSEEN]
    take_out(hidden)


def _hidden(elements: "Iterable[HtmlElement]") -> "Iterator[HtmlElement]":
    """The hidden ones among ``elements``, in the order of the page, but not those in another."""
    inside = set()
    for element in elements:
        if element.getparent() in inside:
            inside.add(element)
        elif element.tag not in _KEPT and (
            is_hidden(element.tag, element.attrib)
            or _has_no_size(element)
            or _is_for_ears(element)
            or _is_note_mark(element)
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


def _is_note_mark(element: "HtmlElement") -> bool:
    """Whether ``element`` is a raised mark that leads to a note of the page: "[1]"."""
    link = element.find(".//a") if element.tag == "sup" else None
    return link is not None and (link.get("href") or "").startswith("#")


def _prose(size: Size, whole: Size) -> int:
    """The characters of a ``size`` in paragraphs; in no link where the ``whole`` has none."""
    return size.in_paragraphs if whole.in_paragraphs else size.chars - size.linked
