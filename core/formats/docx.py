"""Word documents: WordprocessingML in a zip archive (ECMA-376, part 1).

Read is what a reader sees of the running text: not the headers and footers, notes and comments,
nor what is deleted or hidden.
"""

import posixpath
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from newsbrief.errors import InputError

from .archive import Archive
from .document import Document
from .options import MAX_BYTES
from .plain_text import row, tidy
from .styled import styled
from .xml_tree import attribute, local_name, xml_tree

_RELATIONSHIPS = "_rels/.rels"
_MAIN = "/officeDocument"  # how the type of the relationship to the main part ends
# What holds no visible text of its own. An AlternateContent says the same twice: only one is read.
_UNSEEN = ("del", "moveFrom", "instrText", "delText", "Fallback", "rPr", "pPr")
_BREAKS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}


def documents(data: bytes, limit: int = MAX_BYTES) -> list[Document]:
    """The document in a .docx file. Raises ``InputError`` where it is damaged or too large."""
    archive = Archive(data, limit)
    part = _main_part(archive)
    body = next((e for e in xml_tree(archive.read(part)) if local_name(e) == "body"), None)
    if body is None:
        raise InputError("a damaged Word document: it has no body")
    styles = _style_names(archive, posixpath.dirname(part))
    return styled(_paragraphs(body, styles), "a Word document")


def _main_part(archive: Archive) -> str:
    """The name of the file with the text, which the archive's relationships point to."""
    if _RELATIONSHIPS in archive:
        for relationship in xml_tree(archive.read(_RELATIONSHIPS)):
            target = relationship.get("Target", "").lstrip("/")
            if relationship.get("Type", "").endswith(_MAIN) and target in archive:
                return target
    return "word/document.xml"


def _style_names(archive: Archive, folder: str) -> dict[str, str]:
    """The names of the styles by their identifiers; those of Word's own are English everywhere."""
    name = f"{folder}/styles.xml"
    if name not in archive:
        return {}
    names: dict[str, str] = {}
    for style in xml_tree(archive.read(name)):
        called = next((child for child in style if local_name(child) == "name"), None)
        if called is not None:
            names[attribute(style, "styleId")] = attribute(called, "val").lower()
    return names


def _paragraphs(element: Element, styles: dict[str, str]) -> Iterator[tuple[str, str]]:
    """The text and the style of each paragraph in ``element``; those of a text box come after it.

    A row of a table with a line in each cell is one paragraph.
    """
    for child in element:
        name = local_name(child)
        if name == "tr":
            cells = [list(_paragraphs(cell, styles)) for cell in child]
            yield from ((text, "") for text in row([[text for text, _ in cell] for cell in cells]))
            continue
        if name == "p" and (text := tidy("".join(_runs(child)))):
            style, is_item = _properties(child, styles)
            yield f"• {text}" if is_item else text, style
        if name not in _UNSEEN:
            yield from _paragraphs(child, styles)


def _runs(element: Element) -> Iterator[str]:
    """The visible text of a paragraph, in pieces, without that of the text boxes in it."""
    for child in element:
        name = local_name(child)
        if name == "t":
            yield child.text or ""
        elif name in _BREAKS:
            yield _BREAKS[name]
        elif name != "p" and name not in _UNSEEN and not (name == "r" and _is_hidden(child)):
            yield from _runs(child)


def _is_hidden(run: Element) -> bool:
    """Whether a run of text is formatted as hidden."""
    return any(
        local_name(mark) == "vanish" and attribute(mark, "val") not in ("0", "false", "off")
        for properties in run
        if local_name(properties) == "rPr"
        for mark in properties
    )


def _properties(paragraph: Element, styles: dict[str, str]) -> tuple[str, bool]:
    """The name of the style of a ``paragraph``, and whether it is an item of a list."""
    style, is_item = "", False
    for properties in paragraph:
        if local_name(properties) != "pPr":
            continue
        for child in properties:
            name = local_name(child)
            if name == "pStyle":
                identifier = attribute(child, "val")
                style = styles.get(identifier, identifier.lower())
            is_item = is_item or name == "numPr"
    is_heading = style.startswith(("heading", "title"))  # numbered headings are no items
    return style, (is_item or style.startswith("list ")) and not is_heading
