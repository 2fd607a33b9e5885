"""Files of text told by how they open: markup, mail, subtitles, data, Markdown, or plain text.

A pattern is compiled only for a text with the characters that it needs: most texts have none of
them, and compiling all patterns would take a fiftieth of a cold start.
"""

import re
from collections.abc import Iterator

from .kinds import InputKind
from .signatures import not_an_article

_PROLOGUE = r"(?s)(?:\s|<!--.*?-->|<\?[\w-]+\s.*?\?>)*"
_DOCTYPE = r"(?i)\s*+<!doctype\s+([\w:.-]+)"
_ROOT = r"<([A-Za-z][\w:.-]*)((?:\s[^<>]*)?)/?>"
_HTML = (
    r"(?i)(?:html|head|body|title|meta|link|script|style|base|noscript|header|main|nav|section|"
    r"article|aside|footer|div|p|h[1-6]|hr|br|pre|blockquote|ul|ol|li|dl|table|tbody|tr|td|figure|"
    r"img|picture|iframe|form|a|b|i|em|strong|span|font|center|small)"
)
_PAGE = ("html", "head", "body")
_CLOSED = r"(?i)</(?:p|div|h[1-6]|li|td|article|section)\s*>|<br\s*/?>"
_TAG = r"(?i)</?[a-z][^<>]*>"
_HEADER = r"([A-Za-z][\w-]{1,60}):"
_MBOX = r"From (?:\S+@\S+|-) .{10,40}\n"
_COUNT = r"\d{1,9}[ \t]*\n(?=[A-Za-z])"  # of bytes, above a mail of Apple's
_MAIL_HEADERS = (
    *("from", "to", "cc", "date", "subject", "message-id", "received", "mime-version"),
    *("content-type", "return-path", "reply-to", "delivered-to", "dkim-signature"),
)
_WEB_ARCHIVE = r"(?im)^Content-Type:\s*multipart/related\b|^Snapshot-Content-Location:"
_CUE = (
    r"(?s)(?:WEBVTT(?:[ \t][^\n]*+)?\r?\n(?=.*?-->)|"
    r"(?:\d++[ \t\r]*+\n)?\s*+(?:\d+:)?\d{1,2}:\d\d[.,]\d{1,3}\s*+-->\s*+\d)"
)
_CUE_OF_COPY = r"0?0:0\d[ \t]*\r?\n[^\n]{1,300}\n\d{1,2}:\d\d[ \t]*\r?\n"  # of a page of YouTube
_CUE_OF_SBV = r"\d{1,3}(?::\d\d){2}\.\d{3},\d{1,3}(?::\d\d){2}\.\d{3}[ \t]*\r?\n"
_JSON = r'\{\s*"(?:[^"\\\n]|\\.){0,200}"\s*:|\[\s*\{\s*["}]|\[\s*\]\s*$|\{\s*\}\s*$'
_COLUMNS = r"""["\w.-]{1,40}([,;|\t])(?! )["\w. -]{1,40}(?:\1(?! )["\w. -]{1,40}){0,60}"""
_MARKS = (  # of Markdown, and what every one of each kind has in it
    ("# ", r"(?m)^#{1,6} \S"),
    ("](", r"\[[^\[\]\n]{1,200}\]\([^()\s]{1,500}\)"),
    ("**", r"\*\*[^\s*][^*\n]{0,300}\*\*"),
    ("__", r"__[^\s_][^_\n]{0,300}__"),
    ("```", r"(?m)^```"),
    ("]:", r"(?m)^\[[^\[\]\n]{1,100}\]:[ \t]*(?:https?://|[/<#])\S+"),
)
_SURE_MARKS = ("](", "```", "]:")  # plain text has the others too: "**Note**", "# 1"
_SOURCES = (  # of text with commands in it, which are not read
    ("\\documentclass", "a LaTeX document"),
    ("[Script Info]", "a file of subtitles in Advanced SubStation Alpha"),
)
_MARKDOWN_NAMES = (".md", ".markdown", ".mdown")
_MIN_SPACED_CHARS = 60  # of a text that has spaces
_MIN_MAIL_HEADERS = 3
_MIN_CLOSED_TAGS = 3
_MIN_MARKS = 2
_MIN_COLUMNS = 4  # of a table without a usual name of a text


def by_opening(head: str, name: str, text_field: str | None = None) -> InputKind:
    """The kind of the file of text that opens with ``head`` and is called ``name``, in lower case.

    ``text_field`` is what a table calls its texts, where that is known.
    Raises ``InputError`` for XML that is no feed and no page, and for text that no one reads.
    """
    opening = head.lstrip()
    kind = _message(head, name) or _markup(head, name)
    if kind:
        return kind
    if what := _unread(opening):
        raise not_an_article(what)
    return _subtitles(opening) or _data(opening, name, text_field) or _prose(opening, name)


def _markup(head: str, name: str) -> InputKind | None:
    """HTML, or a feed, by the element that opens it or by its name; else None.

    Raises ``InputError`` for other XML.
    """
    if "<" not in head:
        return None
    prologue = re.match(_PROLOGUE, head)
    opening = head[prologue.end() :] if prologue else head
    doctype = re.match(_DOCTYPE, opening)
    if doctype and doctype[1].lower() == "html":
        return InputKind.HTML
    if root := re.search(_ROOT, opening) if doctype else re.match(_ROOT, opening):
        tag, attributes = root[1].lower(), root[2].lower()
        if tag == "rss" or (tag in ("feed", "rdf:rdf") and "xmlns" in attributes):
            return InputKind.FEED
        declared = doctype or head.lstrip().startswith("<?xml")
        if name.endswith(_MARKDOWN_NAMES) and tag not in _PAGE and not declared:
            return None  # Markdown that opens with HTML
        if re.fullmatch(_HTML, tag):
            return InputKind.HTML
        if declared or f"</{tag}>" in head[-200:].lower():
            raise not_an_article(f"an XML document ({root[1]})")
    is_page = name.endswith((".html", ".htm", ".xhtml")) and re.search(_TAG, head)
    return InputKind.HTML if is_page else None


def _unread(opening: str) -> str | None:
    """What a text is that is none to be read, or None."""
    if " " not in opening[:_MIN_SPACED_CHARS] or opening.startswith("-----BEGIN "):
        from .encoded import encoded_as

        if what := encoded_as(opening):
            return what
    return next((what for start, what in _SOURCES if opening.startswith(start)), None)


def _subtitles(opening: str) -> InputKind | None:
    if "-->" in opening and re.match(_CUE, opening):
        return InputKind.SUBTITLES
    if opening[:1].isdigit() and re.match(f"{_CUE_OF_SBV}|{_CUE_OF_COPY}", opening):
        return InputKind.SUBTITLES
    return None


def _message(head: str, name: str) -> InputKind | None:
    """A mail or a saved page, which open with headers (RFC 5322), or None."""
    mbox = re.match(_MBOX, head) if head.startswith("From ") else None
    counted = re.match(_COUNT, head) if head[:1].isdigit() else None
    before = mbox or counted
    top = (head[before.end() :] if before else head.lstrip("\r\n")).replace("\r\n", "\n")
    top = top.partition("\n\n")[0]
    if " " in top.partition(":")[0] and not mbox:  # no name of a header: what most texts are
        return None
    known = set(_header_names(top)).intersection(_MAIL_HEADERS)
    if "content-type" in known and re.search(_WEB_ARCHIVE, top):
        return InputKind.MHTML
    enough = 1 if mbox or name.endswith((".eml", ".mbox")) else _MIN_MAIL_HEADERS
    return InputKind.MAIL if "from" in known and len(known) >= enough else None


def _header_names(top: str) -> Iterator[str]:
    """The names of the headers in ``top``, as far as all its lines are headers."""
    for number, line in enumerate(top.split("\n")):
        if header := re.match(_HEADER, line):
            yield header[1].lower()
        elif number == 0 or line[:1] not in (" ", "\t"):
            return


def _data(opening: str, name: str, text_field: str | None) -> InputKind | None:
    """JSON or CSV, or None."""
    if name.endswith((".json", ".jsonl", ".ndjson")):
        return InputKind.JSON
    if opening.startswith(("{", "[")) and re.match(_JSON, opening):
        return InputKind.JSON
    is_table = name.endswith((".csv", ".tsv")) or _is_table(opening, text_field)
    return InputKind.CSV if is_table else None


def _is_table(opening: str, text_field: str | None) -> bool:
    """Whether the first line names columns, one of them for a text, and another line follows.

    Many columns, with as many cells below, are a table of something else, which says so itself
    when it is read: none of it is prose.
    """
    first, _, rest = opening.partition("\n")
    if first[:5].lower().lstrip('"').startswith("sep="):
        first, _, rest = rest.partition("\n")
    if text_field and rest.strip() and _has_column(first, text_field):
        return True
    if " " in first.strip() and '"' not in first:  # a sentence, or a headline
        return False
    header = re.fullmatch(_COLUMNS, first.rstrip("\r"))
    if not header or not rest.strip():
        return False
    from .fields import TEXT

    names = [name.strip('"').casefold() for name in first.strip().split(header[1])]
    if any(name in TEXT for name in names):
        return True
    cells = rest.partition("\n")[0].count(header[1]) + 1
    return len(names) >= _MIN_COLUMNS and cells >= len(names) and all(map(str.isidentifier, names))


def _has_column(first: str, name: str) -> bool:
    """Whether ``first``, the first line of a text, has a column called ``name`` among others."""
    rows = ([cell.strip('"\r') for cell in first.split(mark)] for mark in ",;\t|")
    return any(len(cells) > 1 and name in cells for cells in rows)


def _prose(opening: str, name: str) -> InputKind:
    """Markdown, a page that opens with its text, or plain text."""
    if name.endswith(_MARKDOWN_NAMES):
        return InputKind.MARKDOWN
    if opening.startswith(("---", "+++")):
        from .markdown import opens_with_fields

        if opens_with_fields(opening):
            return InputKind.MARKDOWN
    if "<" in opening and len(re.findall(_CLOSED, opening)) >= _MIN_CLOSED_TAGS:
        return InputKind.HTML
    counts = {sign: len(re.findall(mark, opening)) for sign, mark in _MARKS if sign in opening}
    marks = sum(n if sign in _SURE_MARKS else min(n, 1) for sign, n in counts.items())
    return InputKind.MARKDOWN if marks >= _MIN_MARKS else InputKind.TEXT
