"""The text of HTML that is an article already: a chapter of a book, an item of a feed.

It tells headings, paragraphs, items and rows apart and drops the rest; what is furniture of a page
it does not know, which is the work of ``html``. The time is linear in the input, whatever it is.
"""

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

from .hidden import UNSHOWN, is_hidden
from .plain_text import row, tidy
from .quoted_elements import CLOSED, OPENED, SIGNERS, Line, signed, with_marks
from .raised import raised

_ENDED = re.compile(r"</(?:p|div|h[1-6]|li)\s*>|<br\s*/?>", re.IGNORECASE)
_CLOSED = re.compile(
    r"<(a|abbr|b|cite|code|del|em|i|ins|mark|q|s|small|span|strong|sub|sup|u)\b[^<>]{0,1000}>"
    r"[^<>]{0,1000}</\1\s*>",
    re.IGNORECASE,
)
_TOKEN = re.compile(  # attributes in a lookahead, which gives nothing back
    r"<(?P<end>/?)(?P<name>[A-Za-z][\w:-]{0,40}+)"
    r"(?=(?P<attributes>(?:[^<>\"']++|\"[^\"<]*+\"|'[^'<]*+'|[\"'])*))(?P=attributes)>|"
    r"(?P<open><!--|<!\[CDATA\[)|<[!?][^<>]*+>"
)
_CLOSINGS = {"<!--": "-->", "<![CDATA[": "]]>"}
_SPACES = re.compile(r"\s+")
_BLOCKS = frozenset(
    (
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd"),
        *("details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer"),
        *("form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p"),
        *("pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"),
    )
)
_UNSEEN = frozenset(
    (
        *("audio", "button", "canvas", "datalist", "head", "iframe", "math", "nav", "object"),
        *("rp", "rt", "script", "select", "style", "svg", "textarea", "video", *UNSHOWN),
    )
)
_NOTE = re.compile(  # a note, or the mark in the text that points at one (EPUB, DPUB-ARIA)
    r"\b(?:epub:type|role)\s*=\s*[\"'][^\"'<>]{0,80}\b(?:footnotes?|endnotes?|rearnotes?|noteref)\b"
)
_MAY_HIDE = re.compile(r"hidden|style", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([^\s\"'=]++)(?:\s*+=\s*+(\"[^\"]*+\"|'[^']*+'|[^\s\"']++))?")
_EMPTY = (  # elements without an end (https://html.spec.whatwg.org/#void-elements)
    *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"),
    *("track", "wbr"),
)
_IN_LINE = {"br": ("\n", ""), "q": (OPENED, CLOSED)}  # what stands for its start and its end
_CELLS = ("td", "th")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_MAIL_QUOTATION = re.compile(  # as Thunderbird, Apple Mail and most others mark it, and Gmail
    r"\btype\s*=\s*[\"']?cite\b|\bclass\s*=\s*[\"']?[^\"'<>]{0,80}\bgmail_quote\b"
)


class Part(NamedTuple):
    """A paragraph, or a heading of level 1 to 6; the level of a paragraph is 0.

    ``is_quoted`` says that it stands in what a mail quotes of another. ``block`` is the number of
    another block quotation that it stands in, 0 for none, and ``signs`` says that it names whose
    words that has.
    """

    text: str
    level: int = 0
    is_quoted: bool = False
    block: int = 0
    signs: bool = False


def parts(source: str) -> list[Part]:
    """The headings and paragraphs of the HTML in ``source``, an item of a list with a bullet.

    >>> [part[:2] for part in parts("<h2>Rain</h2><p>It <b>rained</b><ul><li>all day</ul>")]
    [('Rain', 2), ('It rained', 0), ('• all day', 0)]
    """
    return list(_signed_blocks(list(_Reader().parts(raised(source)))))


def html_in(text: str) -> str | None:
    """The HTML that ``text`` is, also where it was escaped once too often; None for other text.

    >>> html_in("&lt;p&gt;Rain &amp;amp; wind.&lt;/p&gt;"), html_in("Rain &lt; wind.")
    ('<p>Rain &amp; wind.</p>', None)
    """
    if "<" not in text and "&lt;" in text:
        text = html.unescape(text)
    return text if _ENDED.search(text) else None


def without_tags(text: str) -> str:
    r"""``text`` of plain lines without the elements inside them, such as links and emphasis.

    >>> without_tags("It <b>rained</b>.\n\n2 < 3 &lt; 4"), without_tags("It was 2 < 3.")
    ('It rained.\n\n2 < 3 < 4', 'It was 2 < 3.')
    """
    if "</" not in text or not _CLOSED.search(text):
        return text
    lines = (" ".join(part.text for part in parts(line)) for line in text.split("\n"))
    return "\n".join(lines)


def _signed_blocks(found: list[Part]) -> Iterator[Part]:
    """The parts ``found``, with marks around block quotations that are signed."""
    end = 0
    while end < len(found):
        start, block = end, found[end].block
        end += 1
        while block and end < len(found) and found[end].block == block:
            end += 1
        texts: list[str] = []
        if block and not any(part.level for part in found[start:end]):
            lines = [Line(part.text, part.signs) for part in found[start:end]]
            texts = signed(lines)
            if not texts and end < len(found) and (texts := signed(lines, Line(found[end].text))):
                end += 1
        yield from map(Part, texts) if texts else found[start:end]


class _Reader:
    """The parts of a document as its tags go by."""

    def __init__(self) -> None:
        self.pieces: list[str] = []  # of the part that is being read
        self.level = 0
        self.bullet = ""
        self.cells: list[list[str]] | None = None  # of the row that is being read
        self.verbatim = 0  # elements that keep their line ends
        self.quotations: list[bool] = []  # those open, and whether each is one of a mail
        self.mail_quotations = 0
        self.blocks = 0  # block quotations up to here that are none of a mail
        self.signs = False

    def parts(self, source: str) -> Iterator[Part]:
        """The parts of ``source`` in order."""
        unseen, depth = "", 0
        for text, tag, attributes, is_end in _tokens(source):
            was_unseen = bool(unseen)
            if unseen:
                depth += (-1 if is_end else 1) if tag == unseen else 0
                if depth and not (unseen == "p" and tag in _BLOCKS):  # which ends a paragraph
                    continue
                unseen = ""
            if text and not was_unseen:
                self.pieces.append(text if self.verbatim else _SPACES.sub(" ", text))
            if tag in _IN_LINE:
                self.pieces.append(_IN_LINE[tag][is_end])
            elif tag in SIGNERS and self._block():
                yield from self._ended()
                self.signs = not is_end
            elif not is_end and _is_unseen(tag, attributes):
                unseen, depth = tag, 1
            elif tag in _BLOCKS:
                yield from self._ended()
                self._open(tag, attributes, is_end=is_end)
                if tag == "tr" and is_end:
                    yield from self._row()
        yield from self._ended()
        yield from self._row()

    def _open(self, tag: str, attributes: str, *, is_end: bool) -> None:
        """Note what the ``tag`` of a block, at its start or end, says of what follows."""
        self.level = int(tag[1]) if tag in _HEADINGS and not is_end else 0
        if tag == "li":
            self.bullet = "" if is_end else "• "
        elif tag == "tr" and not is_end and self.cells is None:
            self.cells = []
        elif tag in _CELLS and not is_end and self.cells is not None:
            self.cells.append([])
        elif tag == "blockquote" and not is_end:
            self.quotations.append(bool(_MAIL_QUOTATION.search(attributes)))
            self.mail_quotations += self.quotations[-1]
            self.blocks += len(self.quotations) == 1
        elif tag == "blockquote" and self.quotations:
            self.mail_quotations -= self.quotations.pop()
        elif tag == "pre":
            self.verbatim = max(0, self.verbatim + (-1 if is_end else 1))

    def _block(self) -> int:
        """The number of the block quotation that is open, 0 for none."""
        return self.blocks if self.quotations and not self.mail_quotations else 0

    def _ended(self) -> Iterator[Part]:
        """The part that ends here, unless it is empty or in a row that goes on."""
        text = tidy(with_marks("".join(self.pieces)))
        self.pieces.clear()
        if not text:
            return
        if self.cells:
            self.cells[-1].append(text)
            return
        is_quoted = self.mail_quotations > 0
        yield Part(f"{self.bullet}{text}", self.level, is_quoted, self._block(), self.signs)
        self.bullet = ""

    def _row(self) -> Iterator[Part]:
        if self.cells:
            yield from map(Part, row(self.cells))
        self.cells = None


def _is_unseen(tag: str, attributes: str) -> bool:
    """Whether what stands in an element is no text of the document, or hidden."""
    if tag in _UNSEEN or _NOTE.search(attributes):
        return True
    if tag in _EMPTY or not (tag == "dialog" or _MAY_HIDE.search(attributes)):
        return False
    named = reversed(_ATTRIBUTE.findall(attributes))  # of two of a name the first counts
    return is_hidden(tag, {n.lower(): html.unescape(value.strip("\"'")) for n, value in named})


def _tokens(source: str) -> Iterator[tuple[str, str, str, bool]]:
    """The text before each tag, the tag's name and attributes, and whether it is an end tag."""
    end = 0
    while match := _TOKEN.search(source, end):
        before = html.unescape(source[end : match.start()])
        end = match.end()
        if closing := _CLOSINGS.get(match["open"] or ""):
            close = source.find(closing, end)
            close = close if close >= 0 else len(source)
            before += source[end:close] if match["open"] != "<!--" else ""
            end = close + len(closing)
        name = (match["name"] or "").lower().rpartition(":")[2]
        attributes = match["attributes"] or ""
        yield before, name, attributes, bool(match["end"])
        if name and attributes.endswith("/"):
            yield "", name, "", True
    yield html.unescape(source[end:]), "", "", False
