"""Quotations that the markup of a text marks: ``<q>``, and ``<blockquote>`` with who says it.

A browser shows marks around a ``<q>``. Around a ``<blockquote>`` it shows none; what is signed, by
``<cite>``, ``<footer>`` or a line with a dash, is somebody's words all the same, and gets them. One
that is not signed may be a letter, a law or a line set apart, and stays as it is.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newsbrief.spans import fold
from newsbrief.text.quotation_marks import CLOSING_MARKS, OPENING_MARKS
from newsbrief.text.signed import SIGNATURE

if TYPE_CHECKING:
    from lxml.html import HtmlElement

MARKS = (("“", "”"), ("‘", "’"))  # of a quotation, and of one in it
_INNER = str.maketrans("“”", "‘’")  # in a quotation
SIGNERS = ("cite", "footer", "figcaption")  # which name the speaker of the block they stand in
DASH = "— "
_DASHES = "—–―-~ "

OPENED, CLOSED = "\ufdd2", "\ufdd3"  # stand for the marks of a ``<q>``; no text has them
_STANDS_FOR_MARK = re.compile(rf"{OPENED}(?P<own>(?=\s*[{OPENING_MARKS}]))?|{CLOSED}")

_INLINE = frozenset(
    (
        *("a", "abbr", "b", "bdi", "cite", "em", "font", "i", "img", "mark", "q", "small"),
        *("span", "strong", "sub", "sup", "time", "u"),
    )
)
_MAX_SIGNATURE_WORDS = 14


class Line(NamedTuple):
    """A line of a block, and whether its markup says that it names the speaker."""

    text: str
    signs: bool = False


def signed(lines: Sequence[Line], below: Line | None = None) -> list[str]:
    """The ``lines`` of a block with quotation marks, where its last one or ``below`` signs it.

    The name stands behind the words, in their last line; words with marks of their own get no
    others. Where nothing signs it there is nothing: [].

    >>> signed([Line("It rained."), Line("Ann Lee", signs=True)])
    ['“It rained.” — Ann Lee']
    """
    *words, last = [*lines, below] if below else lines or [Line("")]
    signature = SIGNATURE.fullmatch(last.text)
    name = signature["whole"] if signature else last.text.lstrip(_DASHES) if last.signs else ""
    texts = [line.text for line in words]
    marked = any(text[:1] in OPENING_MARKS or text[-1:] in CLOSING_MARKS for text in texts)
    if not texts or not name[:1].isupper() or len(name.split()) > _MAX_SIGNATURE_WORDS:
        return []
    if not marked:
        opening, closing = MARKS[0]
        texts = [f"{opening}{text.translate(_INNER)}" for text in texts]
        texts[-1] += closing
    return [*texts[:-1], f"{texts[-1]} {DASH}{name}"]


def with_marks(text: str) -> str:
    """``text`` with quotation marks for ``OPENED`` and ``CLOSED``, none where the writer set some.

    >>> with_marks(f"She said {OPENED}no{CLOSED}, and {OPENED}“yes”{CLOSED}.")
    'She said “no”, and “yes”.'
    """
    if OPENED not in text and CLOSED not in text:
        return text
    pieces: list[str] = []
    closings: list[str] = []  # of the quotations that are open
    end = shown = 0  # how many of these have marks
    for match in _STANDS_FOR_MARK.finditer(text):
        pieces.append(text[end : match.start()])
        end = match.end()
        if match[0] == CLOSED:
            closing = closings.pop() if closings else ""
            shown -= bool(closing)
            pieces.append(closing)
            continue
        opening, closing = ("", "") if match["own"] is not None else MARKS[shown % 2]
        shown += bool(closing)
        closings.append(closing)
        pieces.append(opening)
    return "".join([*pieces, text[end:]])


def mark_quotations(tree: "HtmlElement") -> None:
    """Set the quotations of ``tree`` in marks, as plain text."""
    for quotation in list(tree.iter("q")):
        _mark(quotation)
    for block in list(tree.iter("blockquote")):
        lines = list(_lines(block))
        following = None if (block.tail or "").strip() else block.getnext()
        if texts := signed(lines):
            _set(block, texts)
        elif following is not None and following.tag in ("p", "figcaption"):
            below = Line(fold("".join(following.itertext())), following.tag == "figcaption")
            if texts := signed(lines, below):
                following.drop_tree()
                _set(block, texts)


def _mark(quotation: "HtmlElement") -> None:
    """Make a span of a ``<q>``, in marks unless the writer set some."""
    depth = sum(1 for each in quotation.iterancestors("q", "span") if each.get("data-q"))
    opening, closing = MARKS[depth % 2]
    words = "".join(quotation.itertext()).strip()
    quotation.tag = "span"
    if not words or words[0] in OPENING_MARKS or words[-1] in CLOSING_MARKS:
        return
    quotation.set("data-q", "1")
    quotation.text = f"{opening}{(quotation.text or '').lstrip()}"
    if len(quotation):
        last = quotation[-1]
        last.tail = f"{(last.tail or '').rstrip()}{closing}"
    else:
        quotation.text = f"{quotation.text.rstrip()}{closing}"


def _lines(block: "HtmlElement") -> Iterator[Line]:
    """The lines of ``block``, as its elements part them, without empty ones."""
    from lxml.etree import iterwalk

    pieces: list[str] = []
    signs = False
    for event, element in iterwalk(block, events=("start", "end", "comment", "pi")):
        if not isinstance(element.tag, str):
            pieces.append(element.tail or "")
            continue
        if element.tag not in _INLINE or element.tag in SIGNERS:
            if text := fold("".join(pieces)):
                yield Line(text, signs)
            pieces = []
            signs = element.tag in SIGNERS and event == "start"
        pieces.append((element.text if event == "start" else element.tail) or "")


def _set(block: "HtmlElement", texts: Sequence[str]) -> None:
    """Make ``texts`` the paragraphs of ``block``."""
    for child in list(block):
        block.remove(child)
    block.text = None
    for text in texts:
        paragraph = block.makeelement("p")
        paragraph.text = text
        block.append(paragraph)
