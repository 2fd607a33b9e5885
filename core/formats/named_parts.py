"""Parts of a web page that their classes call no text of the article: captions and comments.

trafilatura knows some of these names: not "imageCaption", nor a comment that is an ``article``. On
the 35 pages of news that newsbrief is measured on all 106 elements so called that have a text are
captions or say how to comment.
"""

import re
from typing import TYPE_CHECKING

from .page_tree import Size, sizes_of, take_out

if TYPE_CHECKING:
    from collections.abc import Collection

    from lxml.html import HtmlElement

_CAPTION = re.compile(r"(?:^|[\s_-]|(?<=[a-z])(?=C))[Cc]aption(?:[\s_-]|$)")
_CAPTION_TAGS = ("p", "div", "span")
_COMMENTS = re.compile(r"(?:^|\s)comments?(?:[\s_-]|$)", re.IGNORECASE)
_COMMENT_TAGS = ("div", "section", "article", "aside", "li", "ol", "ul")
_MAX_CAPTION_CHARS = 600  # the longest of those 93 captions has 464


def drop_named(tree: "HtmlElement") -> None:
    """Take out of ``tree`` what its classes call captions and what readers say of the article.

    Captions stay where they have most of the text, as in a gallery.
    """
    sizes = sizes_of(tree)
    half = sizes[tree].in_paragraphs / 2
    captions = _named(sizes, _CAPTION_TAGS, _CAPTION)
    comments = _named(sizes, _COMMENT_TAGS, _COMMENTS)
    out = {
        each for each in comments if sizes[each].in_paragraphs <= half and not sizes[each].titles
    }
    if sum(sizes[each].chars for each in captions) <= half:
        out |= {each for each in captions if sizes[each].chars <= _MAX_CAPTION_CHARS}
    take_out(element for element in sizes if element in out)


def _named(
    sizes: dict["HtmlElement", Size], tags: "Collection[str]", names: re.Pattern[str]
) -> "list[HtmlElement]":
    """The elements with one of ``tags`` and a class that ``names`` finds, in the page's order."""
    return [each for each in sizes if each.tag in tags and names.search(each.get("class") or "")]
