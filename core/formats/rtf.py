"""Rich Text documents, read by striprtf: the running text, without notes, headers and pictures."""

import re

from newsbrief.errors import InputError

from .document import Document
from .extras import library
from .plain_text import plain_text, row

_FONT = re.compile(r"(?<!\\)(?=\\f\d)")
_BRACE = re.compile(rb"\\bin(\d{1,9}) ?|\\[\\{}]|[{}]")
_CELL_END = re.compile(r"\n\|")


def documents(data: bytes) -> list[Document]:
    """The document in an RTF file.

    Raises ``InputError`` where it is damaged, and where striprtf is not installed.
    """
    striprtf = library("striprtf.striprtf", "rtf", "a Rich Text document")
    if _is_cut_off(data):
        raise InputError("a damaged Rich Text document: it is cut off")
    # Two of its patterns look ahead to the end of a line, once for each field and each font. With
    # a space and a line end, which mean nothing there, they find none and are soon done.
    source = data.decode("latin-1").replace("\\fldinst{", "\\fldinst {")
    source = _FONT.sub("\n", source)
    try:
        text: str = striprtf.rtf_to_text(source, errors="replace")
    except (ValueError, LookupError, TypeError, OverflowError):
        raise InputError("a damaged Rich Text document, which cannot be read") from None
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    paragraphs: list[str] = []
    for line in _CELL_END.sub("|", text).split("\n"):
        stripped = line.strip()
        if stripped.endswith("|"):
            cells = [[cell.strip()] for cell in stripped.split("|") if cell.strip()]
            paragraphs += row(cells)
        else:
            paragraphs.append(stripped)
    if not any(paragraphs):
        raise InputError("a Rich Text document with no text in it")
    return [Document(plain_text(None, paragraphs))]


def _is_cut_off(data: bytes) -> bool:
    """Whether ``data`` ends before the group does that a Rich Text document is."""
    depth = end = 0
    while brace := _BRACE.search(data, end):
        end = brace.end() + int(brace[1] or 0)  # what follows "\\bin3" is data
        depth += {b"{": 1, b"}": -1}.get(brace[0], 0)
        if not depth:
            return False
    return True
