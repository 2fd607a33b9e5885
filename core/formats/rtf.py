"""Rich Text documents, read by striprtf: the running text, without notes, headers and pictures."""

import re

from newsbrief.errors import InputError

from .document import Document
from .extras import library
from .plain_text import plain_text, row

_FONT = re.compile(r"(?<!\\)(?=\\f\d)")
_HIDES = re.compile(r"\\(?:v|deleted)(?![a-z])")
_TOKEN = re.compile(
    r"(?P<brace>[{}])|\\bin(?P<bytes>\d{1,9}) ?|"
    r"\\(?P<word>[a-z]+)(?P<number>-?\d{1,9})? ?|\\(?:'[\da-fA-F]{2}|.)|[^{}\\]+",
    re.DOTALL,
)
_HIDING = ("v", "deleted")
_SHOWN = (  # words that are text, or its ends
    *("par", "line", "page", "sect", "tab", "u", "emdash", "endash", "bullet", "lquote", "rquote"),
    *("ldblquote", "rdblquote", "emspace", "enspace", "chpgn", "chdate", "chtime"),
)
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
    source = _FONT.sub("\n", _without_hidden(source))
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


def _without_hidden(source: str) -> str:
    r"""``source`` without the text that is hidden ("\v") or, where changes are tracked, deleted.

    striprtf would read it. Both end with the group in which they begin, where no "\v0" ends them.

    >>> _without_hidden(r"{\rtf1 Rain {\deleted had }fell\v at last\v0 .}")
    '{\\rtf1 Rain {\\deleted }fell\\v \\v0 .}'
    """
    if not _HIDES.search(source):
        return source
    kept: list[str] = []
    groups: list[frozenset[str]] = []
    hiding: frozenset[str] = frozenset()
    at = 0
    while token := _TOKEN.match(source, at):
        at = token.end() + int(token["bytes"] or 0)
        word, brace = token["word"], token["brace"]
        if brace == "{":
            groups.append(hiding)
        elif brace:
            hiding = groups.pop() if groups else hiding
        elif word in _HIDING:
            hiding = hiding - {word} if token["number"] == "0" else hiding | {word}
        elif word == "plain":
            hiding = frozenset()
        if brace or not hiding or (word and word not in _SHOWN):
            kept.append(source[token.start() : at])
    return "".join(kept)


def _is_cut_off(data: bytes) -> bool:
    """Whether ``data`` ends before the group does that a Rich Text document is."""
    depth = end = 0
    while brace := _BRACE.search(data, end):
        end = brace.end() + int(brace[1] or 0)  # what follows "\\bin3" is data
        depth += {b"{": 1, b"}": -1}.get(brace[0], 0)
        if not depth:
            return False
    return True
