"""Word documents: WordprocessingML in a zip archive (ECMA-376, part 1).

Read is what a reader sees of the running text: not the headers and footers, notes and comments,
nor what is deleted or hidden, nor a table of contents.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import NamedTuple
from xml.etree.ElementTree import Element

from newsbrief.errors import InputError

from .archive import Archive
from .document import Document
from .options import MAX_BYTES
from .plain_text import row, tidy
from .raised import raised_figures
from .styled import styled
from .xml_tree import attribute, local_name, xml_tree

_RELATIONSHIPS = "_rels/.rels"
_MAIN = "/officeDocument"  # how the type of the relationship to the main part ends
# What holds no visible text of its own. An AlternateContent says the same twice: only one is read;
# "rt" is how a word is pronounced.
_UNSEEN = ("del", "moveFrom", "instrText", "delText", "Fallback", "rPr", "pPr", "sdtPr", "rt")
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
_CONTENTS = ("toc ", "table of figures")  # how the names of styles begin
_OFF = ("0", "false", "off")
_PRIVATE = 0xF000  # from which on Word counts the characters of a font of symbols
_SURROGATES = range(0xD800, 0xE000)  # halves of characters, which no XML may have alone
_SYMBOLS = str.maketrans(  # of the font Symbol, that are no letters
    dict(zip(b"\xa2\xa3\xa5\xae\xb0\xb1\xb2\xb3\xb4\xb7\xb9\xbb", "′≤∞→°±″≥×•≠≈", strict=True))
)


@dataclass(frozen=True, slots=True)
class _Styles:
    """The names of the styles by their identifiers, and the identifiers of those that hide."""

    names: Mapping[str, str]
    hidden: AbstractSet[str]


def documents(data: bytes, limit: int = MAX_BYTES) -> list[Document]:
    """The document in a .docx file. Raises ``InputError`` where it is damaged or too large."""
    archive = Archive(data, limit)
    part = _main_part(archive)
    body = _child(xml_tree(archive.read(part)), "body")
    if body is None:
        raise InputError("a damaged Word document: it has no body")
    styles = _styles(archive, posixpath.dirname(part))
    return styled(_joined(_paragraphs(body, styles)), "a Word document")


def _main_part(archive: Archive) -> str:
    """The name of the file with the text, which the archive's relationships point to."""
    if _RELATIONSHIPS in archive:
        for relationship in xml_tree(archive.read(_RELATIONSHIPS)):
            target = relationship.get("Target", "").lstrip("/")
            if relationship.get("Type", "").endswith(_MAIN) and target in archive:
                return target
    return "word/document.xml"


def _styles(archive: Archive, folder: str) -> _Styles:
    """The styles of the document; the names of Word's own are English everywhere."""
    name = f"{folder}/styles.xml"
    names: dict[str, str] = {}
    hidden: set[str] = set()
    for style in xml_tree(archive.read(name)) if name in archive else ():
        identifier = attribute(style, "styleId")
        called = _child(style, "name")
        if called is not None:
            names[identifier] = attribute(called, "val").lower()
        if _hides(style):
            hidden.add(identifier)
    return _Styles(names, hidden)


class _Paragraph(NamedTuple):
    """The text of a paragraph; ``goes_on`` where a change that is tracked joins the next to it."""

    text: str
    style: str = ""
    is_item: bool = False
    goes_on: bool = False


def _joined(paragraphs: Iterable[_Paragraph]) -> Iterator[tuple[str, str]]:
    """The text and the style of each of ``paragraphs``, joined where their ends are deleted."""
    before: list[_Paragraph] = []
    for paragraph in paragraphs:
        before.append(paragraph)
        if not paragraph.goes_on:
            yield from _as_one(before)
            before = []
    yield from _as_one(before)


def _as_one(paragraphs: Sequence[_Paragraph]) -> Iterator[tuple[str, str]]:
    text = tidy("".join(each.text for each in paragraphs))
    if text:
        first = next(each for each in paragraphs if each.text.strip())
        yield f"• {text}" if first.is_item else text, first.style


def _paragraphs(element: Element, styles: _Styles) -> Iterator[_Paragraph]:
    """The paragraphs in ``element``; those of a text box come after the one that it stands in.

    A row of a table with a line in each cell is one paragraph.
    """
    for child in element:
        name = local_name(child)
        if name == "tr":
            cells = [list(_joined(_paragraphs(cell, styles))) for cell in child]
            yield _Paragraph("")  # which no paragraph above goes on in
            yield from map(_Paragraph, row([[text for text, _ in cell] for cell in cells]))
            continue
        if name == "p" and (paragraph := _paragraph(child, styles)):
            yield paragraph
        if name not in _UNSEEN and not _is_placeholder(child):
            yield from _paragraphs(child, styles)


def _paragraph(element: Element, styles: _Styles) -> _Paragraph | None:
    """What a reader sees of a paragraph; None for one that is hidden or in a table of contents."""
    properties = _child(element, "pPr")
    identifier = _value(properties, "pStyle")
    style = styles.names.get(identifier, identifier.lower())
    if identifier in styles.hidden or style.startswith(_CONTENTS):
        return None
    mark = _child(properties, "rPr")
    return _Paragraph(
        text="".join(_runs(element, styles, [])),
        style=style,
        is_item=_is_item(properties, style),
        goes_on=_child(mark, "del") is not None or _child(mark, "moveFrom") is not None,
    )


def _is_item(properties: Element | None, style: str) -> bool:
    """Whether a paragraph is an item of a list; numbered headings are none."""
    if style.startswith(("heading", "title")):
        return False
    return style.startswith("list ") or _child(properties, "numPr") is not None


def _runs(element: Element, styles: _Styles, fields: list[int]) -> Iterator[str]:
    """The visible text of a paragraph, in pieces, without that of the text boxes in it.

    ``fields`` are those that are open, and in the instructions of how many of them each stands:
    there the result of another field is no text.
    """
    for child in element:
        name = local_name(child)
        if name == "fldChar":
            _note_field(attribute(child, "fldCharType"), fields)
        elif name == "t" or name in _BREAKS or name == "sym":
            yield "" if fields and fields[-1] else _characters(child, name)
        elif name != "p" and name not in _UNSEEN and not _is_unshown(child, styles):
            runs = _runs(child, styles, fields)
            yield from map(raised_figures, runs) if _is_raised(child) else runs


def _note_field(kind: str, fields: list[int]) -> None:
    """Note in ``fields`` that one begins, ends, or that its result follows."""
    if kind == "begin":
        fields.append((fields[-1] if fields else 0) + 1)
    elif fields and kind == "separate":
        fields[-1] = fields[-2] if len(fields) > 1 else 0
    elif fields and kind == "end":
        fields.pop()


def _characters(element: Element, name: str) -> str:
    """What an ``element`` of text or for a character says."""
    if name == "t":
        return element.text or ""
    return _symbol(element) if name == "sym" else _BREAKS[name]


def _symbol(element: Element) -> str:
    """The character of a symbol; "" for one of a font whose characters are pictures."""
    code = attribute(element, "char")
    number = int(code, 16) if re.fullmatch("[0-9A-Fa-f]{4}", code) else 0
    if number < _PRIVATE:
        return chr(number) if number and number not in _SURROGATES else ""
    known = attribute(element, "font") == "Symbol" and number - _PRIVATE in _SYMBOLS
    return chr(number - _PRIVATE).translate(_SYMBOLS) if known else ""


def _is_unshown(element: Element, styles: _Styles) -> bool:
    """Whether a run of text is hidden, by itself or by its style, or ``element`` a placeholder."""
    if local_name(element) != "r":
        return _is_placeholder(element)
    return _hides(element) or _value(_child(element, "rPr"), "rStyle") in styles.hidden


def _is_placeholder(element: Element) -> bool:
    """Whether ``element`` is a control that asks for a text: "Click or tap here to enter text."."""
    return _child(_child(element, "sdtPr"), "showingPlcHdr") is not None


def _hides(element: Element) -> bool:
    """Whether a run or a style formats its text as hidden."""
    mark = _child(_child(element, "rPr"), "vanish")
    return mark is not None and attribute(mark, "val") not in _OFF


def _is_raised(run: Element) -> bool:
    """Whether a ``run`` of text is set higher, as the marks of notes are."""
    return _value(_child(run, "rPr"), "vertAlign") == "superscript"


def _value(properties: Element | None, name: str) -> str:
    """What the property ``name`` says, or ""."""
    found = _child(properties, name)
    return "" if found is None else attribute(found, "val")


def _child(element: Element | None, name: str) -> Element | None:
    """The first child of ``element`` with the local ``name``, or None."""
    children = () if element is None else element
    return next((child for child in children if local_name(child) == name), None)
