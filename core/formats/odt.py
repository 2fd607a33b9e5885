"""OpenDocument texts (ISO/IEC 26300), as LibreOffice writes them: XML in a zip archive.

Read is the running text: not the headers and footers, notes and comments, nor what is deleted or
hidden.
"""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from newsbrief.errors import InputError

from .archive import Archive
from .document import Document
from .options import MAX_BYTES
from .plain_text import row, tidy
from .raised import raised_figures
from .styled import styled
from .xml_tree import attribute, local_name, xml_tree

_CONTENT = "content.xml"
_MANIFEST = "META-INF/manifest.xml"
_UNSEEN = frozenset(
    (
        *("note", "annotation", "tracked-changes", "desc", "title", "sequence-decls"),
        *("variable-decls", "forms", "table-of-content", "alphabetical-index"),
        *("bibliography", "hidden-text", "ruby-text", "placeholder"),
    )
)
_BLOCKS = ("p", "h", "frame")
_MAX_SPACES = 1000  # that one element stands for


def documents(data: bytes, limit: int = MAX_BYTES) -> list[Document]:
    """The document in an .odt file.

    Raises ``InputError`` where it is encrypted, damaged or too large.
    """
    archive = Archive(data, limit)
    if _MANIFEST in archive and b"encryption-data" in archive.read(_MANIFEST):
        raise InputError("an encrypted document: remove the password first")
    root = xml_tree(archive.read(_CONTENT))
    body = next((e for e in root.iter() if local_name(e) == "text" and "office" in e.tag), None)
    if body is None:
        raise InputError("a damaged OpenDocument text: it has no body")
    return styled(_paragraphs(body, _styles(root)), "an OpenDocument text")


@dataclass(frozen=True, slots=True)
class _Styles:
    """The styles that those of the text itself vary, "Title" of "P1"; and those that do more.

    Some hide what they set, others raise it, as the marks of notes are.
    """

    parents: Mapping[str, str]
    hidden: AbstractSet[str]
    raised: AbstractSet[str]


def _styles(root: Element) -> _Styles:
    found = {attribute(e, "name"): e for e in root.iter() if local_name(e) == "style"}
    return _Styles(
        parents={name: attribute(style, "parent-style-name") for name, style in found.items()},
        hidden={name for name, style in found.items() if any(map(_is_undisplayed, style))},
        raised={name for name, style in found.items() if any(map(_raises, style))},
    )


def _raises(element: Element) -> bool:
    return attribute(element, "text-position").startswith("super")


def _is_undisplayed(element: Element) -> bool:
    return attribute(element, "display") == "none"


def _is_hidden(element: Element, styles: _Styles) -> bool:
    """Whether what stands in a section, a paragraph or a piece of one is not shown."""
    if attribute(element, "style-name") in styles.hidden or _is_undisplayed(element):
        return True
    return any(
        local_name(child) == "hidden-paragraph" and attribute(child, "is-hidden") == "true"
        for child in element
    )


def _paragraphs(element: Element, styles: _Styles, bullet: str = "") -> Iterator[tuple[str, str]]:
    """The text of each paragraph in ``element``, and its style: "Heading 1" by its level.

    A row of a table with a line in each cell is one paragraph.
    """
    for child in element:
        name = local_name(child)
        if name in _UNSEEN or _is_hidden(child, styles):
            continue
        if name == "table-row":
            cells = [[text for text, _ in _paragraphs(cell, styles)] for cell in child]
            yield from ((text, "") for text in row(cells))
            continue
        if name in ("p", "h") and (text := tidy("".join(_pieces(child, styles)))):
            style = attribute(child, "style-name")
            style = styles.parents.get(style) or style
            level = attribute(child, "outline-level") if name == "h" and style != "Title" else ""
            yield f"{bullet}{text}", f"Heading {level}" if level else style
        is_item = name == "list-item" and not any(local_name(e) == "h" for e in child)
        yield from _paragraphs(child, styles, "• " if is_item else bullet)


def _pieces(element: Element, styles: _Styles) -> Iterator[str]:
    """The visible text in ``element``, in pieces, without that of the frames in it."""
    yield element.text or ""
    for child in element:
        name = local_name(child)
        if name == "s":
            count = attribute(child, "c")
            yield " " * (min(int(count), _MAX_SPACES) if count.isdecimal() else 1)
        elif name == "tab":
            yield "\t"
        elif name == "line-break":
            yield "\n"
        elif name not in _BLOCKS and name not in _UNSEEN and not _is_hidden(child, styles):
            pieces = _pieces(child, styles)
            is_raised = attribute(child, "style-name") in styles.raised
            yield from map(raised_figures, pieces) if is_raised else pieces
        yield child.tail or ""
