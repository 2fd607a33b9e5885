"""PDF files, read by PDFium: the text of their pages, in the order in which it was drawn.

Of pypdfium2, pdfminer.six and pypdf on PDFs of one to three columns, PDFium kept the order of the
columns in all, marks the hyphens at line ends, and takes a tenth of the time. A PDF's own title
and author are often a file name and who typed it: they count only where the text says them too.
"""

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from ctypes import c_double
from functools import partial
from itertools import takewhile
from math import hypot
from types import ModuleType
from typing import TYPE_CHECKING

from newsbrief.errors import InputError
from newsbrief.reading.reference_marks import without_reference_marks
from newsbrief.text.letters import letters

from .document import Document
from .extras import library
from .pdf_layout import layout
from .pdf_lines import TextLine
from .plain_text import one_line, plain_text
from .raised import raised_figures

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfTextPage

MAX_PAGES = 500
"""The most pages that are read: a longer file is no article."""

_MAX_LINES = 200_000
_MAX_PAGE_CHARS = 200_000  # a page of the smallest print has 20,000
_LINE = re.compile("[^\\s\x02\ufffe](?:[^\r\n\x02\ufffe]*[^\\s\x02\ufffe])?[\x02\ufffe]?")
_MAY_BE_RAISED = re.compile(r"(?<=\S) ?(\d{1,3})|(?<=\d) ?(st|nd|rd|th)\b")
_MAX_RAISED_SIZE = 0.8  # of the line's: that of a note's mark or an exponent
_MIN_RISE = 0.2  # of the line's size
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
    text = without_reference_marks(plain_text(title, paragraphs))
    title = text.partition("\n")[0] if title else None
    head = letters(text[:_HEAD_CHARS])
    return [
        Document(
            text,
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
        size, usual = _usual_size(pdfium, page, text, first, last)
        baseline = _baseline(pdfium, page, usual)
        is_raised = partial(_is_raised, pdfium, page, usual)
        line = _with_raised(text, first, last, is_raised).translate(_HYPHENS)
        yield TextLine(
            text=line.encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
            left=page.get_charbox(first)[0],
            right=page.get_charbox(last)[2],
            baseline=baseline,
            size=size,
            page=number,
        )


def _usual_size(
    pdfium: ModuleType, page: "PdfTextPage", text: str, first: int, last: int
) -> tuple[float, int]:
    """The size of a line's font, and the index of a character that has it.

    Its first letter may be an initial, and its last the mark of a note.
    """
    middle = next(i for i in range((first + last) // 2, last + 1) if not text[i].isspace())
    sizes = sorted((_size(pdfium, page, i)[0], i) for i in (first, middle, last))
    return sizes[1]


def _is_raised(pdfium: ModuleType, page: "PdfTextPage", usual: int, index: int) -> bool:
    """Whether a character is smaller than the ``usual`` one of its line, and stands higher."""
    size = _size(pdfium, page, usual)[0]
    rise = _baseline(pdfium, page, index) - _baseline(pdfium, page, usual)
    return _size(pdfium, page, index)[0] <= _MAX_RAISED_SIZE * size and rise >= _MIN_RISE * size


def _with_raised(text: str, first: int, last: int, is_raised: Callable[[int], bool]) -> str:
    """A line of ``text`` with what the page raises in it right behind its word, figures raised."""
    pieces: list[str] = []
    at = first
    for part in _MAY_BE_RAISED.finditer(text, first, last + 1):
        raised = part[part.lastindex or 0]
        if is_raised(part.end() - len(raised)):
            pieces += (text[at : part.start()], raised_figures(raised))
            at = part.end()
    return "".join((*pieces, text[at : last + 1]))


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
