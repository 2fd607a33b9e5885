"""Web pages: the article in HTML and what the page says of it, by trafilatura (Barbaresi 2021).

trafilatura finds the article's text among menus, teasers and comments, and the author and date in
the page's metadata. ``headlines`` chooses the title.
"""

import re
from collections.abc import Sequence
from functools import partial
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from newsbrief.errors import InputError
from newsbrief.reading.dates import day_in
from newsbrief.reading.decoding import decode, has_mark
from newsbrief.reading.time_stamps import is_time_stamp
from newsbrief.spans import fold
from newsbrief.text.letters import letters

from . import linked_data, offline
from .article_search import article_in
from .document import Document
from .headlines import headline
from .line_breaks import join_lines
from .loose_text import name_parts, unwrap, wrap
from .markup import parts
from .named_parts import drop_named
from .page_bylines import people
from .page_tree import interleaving, levels, prepare
from .plain_text import one_line, plain_text
from .quoted_elements import mark_quotations
from .raised import raised
from .site_names import account_of, site_name, site_names
from .stated_values import language_code
from .stubs import is_empty, is_list, is_start
from .titles import titles_of
from .visible import show

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?([\w:.-]{1,40})""", re.IGNORECASE)
_CHARSET_BYTES = 4096  # at the start of a page, where its charset stands; HTML asks for 1024
_MAX_BYTES = 20_000_000  # the largest of 35 pages of news has 1.7 MB
_MAX_ELEMENTS = 20_000  # read in some 4 s; of 35 pages of news the largest has 3,100
_MAX_LEVELS = 255  # libxml2 reads no deeper and leaves out what follows; of 1,249 pages 51 at most
_MAX_INTERLEAVING = 200_000_000  # read in half a second; of 35 pages of news 700,000 at most
_SAVED_FROM = re.compile(  # as Chromium and Firefox write it, and as SingleFile does
    r"<!--\s*(?:saved from url=\(\d{4,6}\)|Page saved with SingleFile\s+url: )(https?://[^\s<>]+)"
)
_SAVED_CHARS = 2000  # at the start of a page, where it says where it was saved from
_ISO_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_DATED_LINES = 4  # at the top of the text, of which one may be opened by a dateline
_DATELINE_CHARS = 100
_ITEM = "- "  # as trafilatura marks one of a list
_RULE = re.compile(r"\|(?:---\|)+")  # as trafilatura sets it below the head of a table
_BARS = "| "
_MAX_HEAD_ITEMS = 6
_MAX_START_LETTERS = 250  # of a text that may be the start of a longer one
_MIN_LONGER = 1.5  # times as many letters, of the longer one
_WHOLE = re.compile(r"<(?:html|head|body)\b", re.IGNORECASE)


def documents(data: bytes) -> list[Document]:
    """The article in the web page that ``data`` holds, as a list of one.

    Raises ``InputError`` where no article is found in it, where it is the stub that a paywall
    shows, or where trafilatura is not installed.
    """
    if len(data) > _MAX_BYTES:
        raise InputError(f"this web page is larger than {_MAX_BYTES // 10**6} MB")
    return [page(decoded(data))]


def decoded(data: bytes) -> str:
    """The HTML in ``data``: by its byte order mark, the charset that it states, else by guess.

    What is UTF-8 is read as that, whatever it states: programs that save a page keep the old name.
    """
    stated = _CHARSET.search(data[:_CHARSET_BYTES])
    if stated and not has_mark(data):
        name = stated[1].decode("ascii")
        for charset in (name,) if data.isascii() else ("utf-8", name):
            if (text := in_charset(data, charset)) is not None:
                return text
    return decode(data)


def in_charset(data: bytes, name: str) -> str | None:
    """``data`` in the charset ``name``, or None where it is in another one."""
    try:
        return decode(data, name)
    except InputError:
        return None


def page(html: str) -> Document:
    """The article in ``html``, a page or a fragment of one. Raises as ``documents`` does."""
    trafilatura = offline.trafilatura()
    is_fragment = not _WHOLE.search(html)
    if is_fragment:
        html = f"<!doctype html><html><body>{html}</body></html>"
    tree = trafilatura.load_html(raised(html))
    if tree is None:
        raise InputError("no article is found in this web page")
    unwrap(tree)
    name_parts(tree)
    _refuse_large(tree)
    join_lines(tree)
    show(tree)
    mark_quotations(tree)
    titles = titles_of(tree)
    names, account = site_names(tree, titles), account_of(tree)
    stated_authors = linked_data.authors(tree)
    stated_body = linked_data.body(tree)
    language = language_code(tree.get("lang"))
    saved_from = _SAVED_FROM.search(html, 0, _SAVED_CHARS)
    drop_named(tree)
    wrap(tree, whole=not is_fragment)
    teasers = prepare(tree)
    found = article_in(tree, trafilatura)
    lines = [row for line in ((found and found.text) or "").split("\n") if (row := _row(line))]
    if len(lines) == 1 and next(tree.iter("p"), None) is None:
        lines = _all_lines(tree)
    if is_start(html, tree, lines):
        raise InputError(
            "only the start of the article stands in this page: the rest is for subscribers"
        )
    signed = bool(found and (found.author or found.date))
    headings = (*titles.shown, titles.window)
    says_nothing = partial(is_empty, headings, signed=signed, whole=not is_fragment)
    if says_nothing(lines) or _is_less(lines, stated_body):
        lines = stated_body  # what only a script shows
    if says_nothing(lines):
        raise InputError("no article is found in this web page")
    states_article = titles.stated or found.pagetype == "article" or "LiveBlogPosting" in html
    if not states_article and is_list(teasers, lines):
        raise InputError("this web page is a list of articles, not one")
    lines = _unlisted_head(lines)
    name = site_name(found.sitename, names, titles, account)
    host = (found.hostname or "").split(".")[0]  # "coastnews" of coastnews.example
    title = one_line(headline(titles, (name, host, *names))) or None
    if lines and title and _heads(lines[0], title, titles.shown):
        del lines[0]
    return Document(
        text=plain_text(title, lines),
        title=title,
        byline=people(stated_authors, found.author, html, name),
        date=_day(found.date, html, lines),
        outlet=fold(name) or None,
        url=found.url or (saved_from[1] if saved_from else None),
        language=language,
    )


def _day(found: str | None, html: str, lines: Sequence[str]) -> str | None:
    """The day ``found`` in ``html``, or with its month first where the top ``lines`` say that one.

    Of "5/6/2025", which names the fifth of June or the sixth of May, trafilatura takes the former.
    """
    if not found or not (parts := _ISO_DAY.match(found)):
        return found
    year, month, day = parts.groups()
    if not re.search(rf"\b{int(day)}/{int(month)}/{year}\b|\b{day}/{month}/{year}\b", html):
        return found
    told = {day_in(line[:_DATELINE_CHARS]) for line in lines[:_DATED_LINES]}
    other = f"{year}-{day}-{month}"
    return other if other in told and found[:10] not in told else found


def _row(line: str) -> str:
    """A ``line`` of trafilatura's; of a table without the bars around it, and "" for a rule."""
    if _RULE.fullmatch(line):
        return ""
    return line.strip(_BARS) if line.startswith("|") else line.strip()


def _all_lines(tree: "HtmlElement") -> list[str]:
    """The lines of a page without paragraphs, as a gallery, of which trafilatura makes one line."""
    from lxml.html import tostring

    body = next(tree.iter("body"), tree)
    return [part.text for part in parts(tostring(body, encoding="unicode"))]


def _is_less(lines: Sequence[str], body: Sequence[str]) -> bool:
    """Whether ``lines`` are the start of ``body``, or one that has all paragraphs of it."""
    found, whole = letters("".join(lines)), letters("".join(body))
    is_start = len(found) <= _MAX_START_LETTERS and len(whole) >= _MIN_LONGER * len(found)
    return is_start or (len(lines) == 1 < len(body) and found == whole)


def _unlisted_head(lines: Sequence[str]) -> list[str]:
    """``lines`` whose first ones are no items where one of these is a time stamp.

    Such a list above the text holds the writer, the day and how long it takes to read.
    """
    items = list(takewhile(lambda line: line.startswith(_ITEM), lines))
    head = [line.removeprefix(_ITEM) for line in items]
    is_head = 0 < len(head) <= _MAX_HEAD_ITEMS and any(map(is_time_stamp, head))
    return [*head, *lines[len(head) :]] if is_head else list(lines)


def _refuse_large(tree: "HtmlElement") -> None:
    """Raise ``InputError`` where reading ``tree`` would take too long."""
    if sum(1 for _ in islice(tree.iter(), _MAX_ELEMENTS + 1)) > _MAX_ELEMENTS:
        raise InputError(f"this web page has more than {_MAX_ELEMENTS:,} elements")
    if levels(tree) > _MAX_LEVELS:
        raise InputError(f"this web page has elements on more than {_MAX_LEVELS} levels")
    if interleaving(tree) > _MAX_INTERLEAVING:
        raise InputError("this web page has too many elements between the letters of one text")


def _heads(line: str, title: str, shown: Sequence[str]) -> bool:
    """Whether ``line`` is a heading that has the ``title`` behind a topic."""
    return letters(line).endswith(letters(title)) and letters(line) in map(letters, shown)
