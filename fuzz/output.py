"""What must be so of output, whatever the article holds: it steers nothing and is well-formed.

Each function raises AssertionError where it is not.
"""

import csv
import json
import re
from html.parser import HTMLParser

from markdown_it import MarkdownIt

from newsbrief.cli.formats import Format, Result, Shape, View, frame, rendered
from newsbrief.cli.safety import utf_8
from newsbrief.cli.terminal import Screen

from .choices import Choices

_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_FORMULA = re.compile("""["\\s]*[=+@＝＋－＠-].""")
_WIDTHS = (40, 80, 200)
_MARKUP_OF_MARKDOWN = ("html_block", "html_inline", "link_open", "image", "code_inline", "fence")
_VOID = ("meta", "link", "input", "br")
_WEB = ("http://", "https://")


def shown_holds(view: View[object], result: Result[object], choices: Choices) -> None:
    """In one format, ``result`` is what readers of that format take for its words alone."""
    chosen = choices.one_of([each for each in Format if each is not Format.AUTO])
    screen = Screen(choices.one_of(_WIDTHS), colour=False, links=False)
    shape = Shape(chosen, with_text=True, screen=screen)
    texts = [rendered(shape, view, result, several=bool(choices.below(2)))]
    output_holds(chosen, "".join(frame(chosen, view).around(texts)))


def output_holds(chosen: Format, text: str) -> None:
    """``text``, which is ``chosen``, steers no terminal and is well-formed."""
    utf_8(text).decode()
    if chosen in (Format.JSON, Format.JSONL):
        assert not re.search("[\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text)
        for each in [text] if chosen is Format.JSON else text.split("\n")[:-1]:
            json.loads(each, parse_constant=_no_number)
    elif chosen in (Format.CSV, Format.TSV):
        _cells_hold(text, "excel" if chosen is Format.CSV else "excel-tab")
    else:
        assert not _STEERING.search(text)
        if chosen is Format.MARKDOWN:
            _markdown_holds(text)


def _no_number(name: str) -> None:
    raise AssertionError(name)


def _cells_hold(text: str, dialect: str) -> None:
    lines = text.split("\r\n" if dialect == "excel" else "\n")
    assert lines.pop() == ""
    header, *rows = csv.reader(lines, dialect, strict=True)
    assert len(rows) == len(lines) - 1
    for row in rows:
        assert len(row) == len(header)
        for cell in row:
            assert not _STEERING.search(cell)
            assert not re.search("[\t\r\n]", cell)
            assert not _FORMULA.match(cell) or re.fullmatch(r"-?[\d.e+-]+", cell)


def _markdown_holds(text: str) -> None:
    """The article's words make no link, image, code or HTML, and no cell."""
    parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    tokens = parser.parse(text)
    for token in tokens:
        for each in (token, *(token.children or ())):
            assert each.type not in _MARKUP_OF_MARKDOWN, each
    rows: list[int] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append(0)
        if token.type in ("th_open", "td_open"):
            rows[-1] += 1
        if token.type == "table_close":
            assert len(set(rows)) == 1
            rows.clear()
    lines = [line for line in text.split("\n") if line.startswith("| ")]
    borders = {len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) for line in lines}
    assert len(borders) <= 2


class _Page(HTMLParser):
    """A page as a browser reads it, held to what a report may have in it."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self._open: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.own = {"script": 0, "style": 0}
        self.feed(html)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take note of an element, which has no handler and only links of the web."""
        if tag in self.own:
            self.own[tag] += 1
        names = [name for name, _ in attrs]
        assert len(set(names)) == len(names)
        assert not [name for name in names if name.startswith("on") or name == "style"]
        known = dict(attrs)
        self.ids += filter(None, [known.get("id")])
        for name in ("href", "src", "action"):
            target = known.get(name)
            if target is not None:
                assert target.startswith((*_WEB, "#", "data:image/svg+xml;base64,"))
                self.targets += [target[1:]] if target.startswith("#") else []
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close the element that was opened last."""
        assert self._open.pop() == tag

    def handle_comment(self, data: str) -> None:
        """Refuse a comment: the page has none."""
        raise AssertionError(data)


def page_holds(html: str) -> None:
    """The page of a report is well-formed, its links lead somewhere, and only its script runs."""
    utf_8(html).decode()
    assert not _STEERING.search(html)
    page = _Page(html)
    assert page.own == {"script": 1, "style": 1}
    assert len(set(page.ids)) == len(page.ids)
    assert set(page.targets) <= set(page.ids)
