"""Line breaks of a web page inside a headline or a sentence: a space for the reader of its text.

trafilatura takes what stands between two breaks for a paragraph. Where a sentence plainly runs on
behind one, its lines were wrapped, by hand or by a program.
"""

import re
from typing import TYPE_CHECKING

from newsbrief.text.sentence_ends import CLOSERS, COLONS, ENDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.html import HtmlElement

_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_ENDED = re.compile(rf"[{ENDS}{COLONS};][\s{CLOSERS}]*$")
_MIN_CHARS = 20  # of a line that was wrapped: shorter ones are those of a list or a poem
_MAX_CHARS = 400  # that are looked at before a break


def join_lines(tree: "HtmlElement") -> None:
    """Make a space of the breaks in the headings of ``tree``, and in its sentences."""
    for heading in tree.iter(*_HEADINGS):
        for each in list(heading.iter("br")):
            _join(each)
    for parent in list(dict.fromkeys(each.getparent() for each in tree.iter("br"))):
        unfinished = list(_unfinished(parent)) if parent is not None else []
        if any(runs_on for _, runs_on in unfinished):
            for each, _ in unfinished:
                _join(each)


def _unfinished(parent: "HtmlElement") -> "Iterator[tuple[HtmlElement, bool]]":
    """The breaks in ``parent`` behind a line that ends no sentence, and whether that runs on."""
    line = parent.text or ""
    for child in parent:
        if child.tag == "br":
            below = (child.tail or "").strip() or _text_of(child.getnext())
            if len(line.strip()) >= _MIN_CHARS and below and not _ENDED.search(line):
                yield child, below[0].islower()
            line = child.tail or ""
        else:
            line = f"{line}{_text_of(child)}{child.tail or ''}"[-_MAX_CHARS:]


def _text_of(element: "HtmlElement | None") -> str:
    """The text of an ``element`` inside a line; "" where it is a break or holds one."""
    if element is None or next(element.iter("br"), None) is not None:
        return ""
    return "".join(element.itertext())


def _join(line_break: "HtmlElement") -> None:
    line_break.tag = "span"
    line_break.tail = f" {line_break.tail or ''}"
