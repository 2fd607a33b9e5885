"""PDF files, read by PDFium: the text of their pages, in the order in which it was drawn.

Of pypdfium2, pdfminer.six and pypdf on PDFs of one to three columns, PDFium kept the order of the
columns in all, marks the hyphens at line ends, and takes a tenth of the time. A PDF's own title
and author are often a file name and who typed it: they count only where the text says them too.
"""

import re
import sys
from collections.abc import Iterable, Iterator
from ctypes import c_double
from itertools import takewhile
from math import hypot
from types import ModuleType
from typing import TYPE_CHECKING

from newsbrief.errors import InputError
from newsbrief.text.letters import letters

from .document import Document
from .extras import library
from .pdf_layout import layout
from .pdf_lines import TextLine
from .plain_text import one_line, plain_text

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

MAX_PAGES = 500
"""The most pages that are read: a longer file is no article."""

_MAX_LINES = 200_000
_MAX_PAGE_CHARS = 200_000  # a page of the smallest print has 20,000
_LINE = re.compile("[^\\s\x02\ufffe](?:[^\r\n\x02\ufffe]*[^\\s\x02\ufffe])?[\x02\ufffe]?")
_MARKS = "\x02\ufffe"  # of PDFium for a hyphen at a line end
_HYPHENS = str.maketrans(_MARKS, "--")
_MIN_LETTERS_PER_PAGE = 20  # with fewer on all pages, they are pictures
_MAX_SLOPE = 0.25  # of a line: a page that was scanned askew has less, "DRAFT" across one more
_MARGIN = 1.0  # points around a page, in which a line may begin
_HEAD_CHARS = 1500  # of the text that say its title and author
_MIN_TITLE_LETTERS = 8
_MIN_AUTHOR_LETTERS = 5


def documents(data: bytes) -> list[Document]:
    """The document in a PDF file.

    Raises ``InputError`` where it is encrypted, damaged, too long or without text, and where
    pypdfium2 is not installed.
    """
    pdfium = library("pypdfium2", "pdf", "a PDF file")
    pdf = _opened(pdfium, data)
    try:
        count = len(pdf)
        if count > MAX_PAGES:
            raise InputError(
                f"a PDF of {count} pages: more than {MAX_PAGES}, too long for an article"
            )
        lines, heights = _read(pdfium, pdf, count)
        metadata = pdf.get_metadata_dict()
    finally:
        pdf.close()
    if sum(len(letters(line.text)) for line in lines) < _MIN_LETTERS_PER_PAGE * min(count, 3):
        raise InputError("a PDF with no text in it: a scan? read it with OCR first")
    title, paragraphs = layout(lines, heights, metadata.get("Title"))
    head = letters(" ".join([title or "", *paragraphs])[:_HEAD_CHARS])
    return [
        Document(
            plain_text(title, paragraphs),
            title=title or _said(metadata.get("Title"), head, _MIN_TITLE_LETTERS),
            byline=_said(metadata.get("Author"), head, _MIN_AUTHOR_LETTERS),
        )
    ]


def _said(value: str | None, head: str, least: int) -> str | None:
    """A ``value`` of the metadata if the ``head`` of the text says it too, else None."""
    tidied = one_line(value or "")
    wanted = letters(tidied)
    return tidied if len(wanted) >= least and wanted in head else None


def _opened(pdfium: ModuleType, data: bytes) -> "PdfDocument":
    """The PDF in ``data``, opened. Raises ``InputError`` where it is encrypted or damaged."""
    try:
        pdf: PdfDocument = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if error.err_code == pdfium.raw.FPDF_ERR_PASSWORD:
            raise InputError("an encrypted PDF: remove the password first") from None
        raise InputError("a damaged PDF, which cannot be opened") from None
    return pdf


def _read(pdfium: ModuleType, pdf: "PdfDocument", count: int) -> tuple[list[TextLine], list[float]]:
    """The lines of all pages, and the heights of the pages in points."""
    lines: list[TextLine] = []
    heights: list[float] = []
    for number in range(count):
        try:
            page = pdf[number]
            heights.append(page.get_height())
            lines += _shown(_lines(pdfium, page.get_textpage(), number), page.get_cropbox())
        except pdfium.PdfiumError:
            raise InputError(f"a damaged PDF: page {number + 1} cannot be read") from None
        if len(lines) > _MAX_LINES:
            raise InputError(f"a PDF of more than {_MAX_LINES:,} lines, which is the limit")
    return lines, heights


def _shown(lines: Iterable[TextLine], box: tuple[float, float, float, float]) -> Iterator[TextLine]:
    """Those ``lines`` that begin within the ``box`` of their page that is shown and printed."""
    left, bottom, right, top = box
    for line in lines:
        across = left - _MARGIN <= line.left <= right + _MARGIN
        if across and bottom - _MARGIN <= line.baseline <= top + _MARGIN:
            yield line


def _lines(pdfium: ModuleType, page: "PdfTextPage", number: int) -> Iterator[TextLine]:
    """The lines of a ``page`` in the order in which they were drawn."""
    count = page.count_chars()
    if count > _MAX_PAGE_CHARS:
        raise InputError(f"a PDF with a page of {count:,} characters: {_MAX_PAGE_CHARS:,} at most")
    codes = [pdfium.raw.FPDFText_GetUnicode(page, i) for i in range(count)]
    text = "".join(chr(c) if c <= sys.maxunicode else "\ufffd" for c in codes)
    for match in _LINE.finditer(text):
        first, last = _upright(pdfium, page, text, match.start(), match.end() - 1)
        if first > last:
            continue
        size, _ = _size(pdfium, page, first)
        line = text[first : last + 1].translate(_HYPHENS).encode("utf-16", "surrogatepass")
        yield TextLine(
            text=line.decode("utf-16", "replace"),
            left=page.get_charbox(first)[0],
            right=page.get_charbox(last)[2],
            baseline=_baseline(pdfium, page, first),
            size=size,
            page=number,
        )


def _upright(
    pdfium: ModuleType, page: "PdfTextPage", text: str, first: int, last: int
) -> tuple[int, int]:
    """The first and the last character of a line that stand upright, in wrong order for none.

    PDFium takes what is drawn across a page for more of the line that was drawn before.
    """

    def stands(index: int) -> bool:
        return text[index].isspace() or _size(pdfium, page, index)[1]

    end = last - (last > first and text[last] in _MARKS)
    opens, ends = stands(first), stands(end)
    if opens and ends:
        return first, last
    if opens:
        last = max(takewhile(stands, range(first, end)), default=first)
    elif ends:
        first = min(takewhile(stands, range(end, first, -1)), default=end)
    else:
        return last, last - 1
    shown = text[first : last + 1]
    return first + len(shown) - len(shown.lstrip()), last - len(shown) + len(shown.rstrip())


def _size(pdfium: ModuleType, page: "PdfTextPage", index: int) -> tuple[float, bool]:
    """The size of a character's font on the page, and whether the character stands upright."""
    matrix = pdfium.raw.FS_MATRIX()
    if not pdfium.raw.FPDFText_GetMatrix(page, index, matrix):
        return 1.0, False
    size = pdfium.raw.FPDFText_GetFontSize(page, index) * hypot(matrix.c, matrix.d)
    # A slanted font has another c, not another b.
    upright = abs(matrix.d) >= abs(matrix.c) and abs(matrix.b) <= _MAX_SLOPE * abs(matrix.a)
    return max(size, 1.0), upright


def _baseline(pdfium: ModuleType, page: "PdfTextPage", index: int) -> float:
    """How far above the foot of the page a character stands."""
    x, y = c_double(), c_double()
    pdfium.raw.FPDFText_GetCharOrigin(page, index, x, y)
    return y.value
