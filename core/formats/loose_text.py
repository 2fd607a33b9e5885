"""Text of a web page between its paragraphs, in no element of its own: mostly the first one.

Old pages open a paragraph by ``<p>`` and close none, so that the first stands before all of them;
others set it in bold, put a place in bold before it, or give it a division of its own. trafilatura
takes the paragraphs alone, and the article loses its lead.
"""

from itertools import chain, islice, takewhile
from typing import TYPE_CHECKING

from newsbrief.reading.layout import paragraphs

from .page_tree import Size, sizes_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.html import HtmlElement

_INLINE = frozenset(
    (
        *("a", "abbr", "acronym", "b", "big", "br", "cite", "code", "del", "em", "font", "i"),
        *("ins", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "time", "tt", "u"),
    )
)
_BOXES = ("div", "section")
_NO_HOLDERS = ("a", "blockquote", "button", "figcaption", "label", "li", "nav")
_MAX_TYPED = 5000  # paragraphs of a typed text; of more, the page has too many elements
_MIN_CHARS = 80  # of a piece of text; a byline is shorter
_MIN_PARAGRAPHS = 2  # beside it


def wrap(tree: "HtmlElement", *, whole: bool = True) -> None:
    """Make paragraphs of the text in ``tree`` that stands beside several and in none.

    So is a division of nothing but text above them, as far as the headline; one between them may be
    a notice. What is not the ``whole`` of a page has no menus: there any text beside a paragraph is
    one.
    """
    for parent in list(tree.iter()):
        if not isinstance(parent.tag, str) or parent.tag in _NO_HOLDERS:
            continue
        children = list(parent)
        if sum(child.tag == "p" for child in children) >= (_MIN_PARAGRAPHS if whole else 1):
            _wrap_in(parent, children, _MIN_CHARS if whole else 1)
    for box in list(_above_the_text(tree)):
        _make_paragraph(box)
        _name_lead(box)


def unwrap(tree: "HtmlElement") -> None:
    """Make paragraphs of the text in ``tree`` that is set as it was typed, as wires and mail are.

    Its lines are joined where a program has wrapped them, as those of a plain text.
    """
    for typed in list(tree.iter("pre")):
        if next(typed.iter("code"), None) is not None:
            continue
        text = typed.text_content()
        found = list(islice(paragraphs(text), _MAX_TYPED + 1))
        if len(found) <= _MAX_TYPED:
            typed.tag, typed.text = "div", None
            typed[:] = [_paragraph(typed, text[each.start : each.end]) for each in found]


def name_parts(tree: "HtmlElement") -> None:
    """Make paragraphs and divisions of the elements in ``tree`` that a page has named itself.

    What such an element shows may stand in a template of its own (declarative shadow DOM).

    Beside words such an element is a part of a sentence (https://html.spec.whatwg.org/#custom-elements).
    """
    for shadow in tree.iter("template"):
        if "shadowrootmode" in shadow.attrib or "shadowroot" in shadow.attrib:
            shadow.tag = "div"
    named = [each for each in tree.iter() if isinstance(each.tag, str) and "-" in each.tag]
    for each in reversed(named):
        parent, previous = each.getparent(), each.getprevious()
        before = parent.text if previous is None else previous.tail
        if f"{before or ''}{each.tail or ''}".strip():
            each.tag = "span"
        else:
            each.tag = "p" if all(map(_is_inline, each)) else "div"


def _paragraph(parent: "HtmlElement", text: str | None) -> "HtmlElement":
    paragraph = parent.makeelement("p")
    paragraph.text = text
    return paragraph


def _wrap_in(parent: "HtmlElement", children: "list[HtmlElement]", least: int) -> None:
    """Make paragraphs of what ``parent`` says between its ``children``, and of a lead in a box.

    A piece of text has at ``least`` so many characters.
    """
    before: HtmlElement | None = None
    run: list[HtmlElement] = []
    for child in takewhile(lambda child: child.tag != "p", children):
        _make_paragraph(child)
    for child in children:
        if _is_inline(child):
            run.append(child)
        else:
            _wrap_run(parent, before, run, least)
            before, run = child, []
    _wrap_run(parent, before, run, least)


def _above_the_text(tree: "HtmlElement") -> "Iterator[HtmlElement]":
    """The elements of ``tree`` behind its headline and above its text, and its first paragraph."""
    sizes = sizes_of(tree)
    headed = False
    text = tree
    while (inside := _holder(text, sizes)) is not None:
        for above in text.iterchildren():
            if above is inside:
                break
            if headed:
                yield above
            headed = headed or above.tag == "h1" or sizes.get(above, Size()).titles > 0
        text = inside
    for each in text.iterchildren():
        if headed and each.tag == "p":
            yield each
            break
        headed = headed or each.tag == "h1" or sizes.get(each, Size()).titles > 0


def _holder(text: "HtmlElement", sizes: "Mapping[HtmlElement, Size]") -> "HtmlElement | None":
    """The child with more than half of what ``text`` holds in paragraphs, or None."""
    half = sizes[text].in_paragraphs / 2
    return next((each for each in text if each in sizes and sizes[each].in_paragraphs > half), None)


def _make_paragraph(box: "HtmlElement") -> None:
    """Make a paragraph of ``box`` where it is a division of nothing but text."""
    is_text = box.tag in _BOXES and all(map(_is_inline, box))
    if is_text and _chars(box.text, box) >= _MIN_CHARS:
        box.tag = "p"


def _name_lead(box: "HtmlElement") -> None:
    """Take from a paragraph above the text the name by which trafilatura takes it for a teaser."""
    if box.tag == "p" and _chars(box.text, box) >= _MIN_CHARS:
        box.attrib.pop("class", None)
        box.attrib.pop("id", None)


def _is_inline(element: "HtmlElement") -> bool:
    return all(each.tag in _INLINE for each in element.iter())


def _wrap_run(
    parent: "HtmlElement", before: "HtmlElement | None", run: "list[HtmlElement]", least: int
) -> None:
    """Make a paragraph of the text behind the child ``before`` and the elements of ``run``."""
    text = parent.text if before is None else before.tail
    linked = sum(len(each.text_content().strip()) for each in run if each.tag == "a")
    chars = _chars(text, run)
    if chars < least or 2 * linked > chars:
        return
    paragraph = _paragraph(parent, text)
    if before is None:
        parent.text = None
        parent.insert(0, paragraph)
    else:
        before.tail = None
        before.addnext(paragraph)
    paragraph.extend(run)


def _chars(text: str | None, elements: "Iterable[HtmlElement]") -> int:
    """How many characters ``text`` has, and the ``elements`` with what stands behind each."""
    pieces = chain((text,), *((*each.itertext(), each.tail) for each in elements))
    return sum(len((piece or "").strip()) for piece in pieces)
