"""Files of text told by how they open: markup, mail, subtitles, data, Markdown, or plain text."""

import re

from .kinds import InputKind
from .signatures import not_an_article

_PROLOGUE = re.compile(r"(?:\s|<!--.*?-->|<\?[\w-]+\s.*?\?>)*", re.DOTALL)
_DOCTYPE = re.compile(r"<!doctype\s+([\w:.-]+)", re.IGNORECASE)
_ROOT = re.compile(r"<([A-Za-z][\w:.-]*)((?:\s[^<>]*)?)/?>")
_HTML = re.compile(
    r"(?:html|head|body|title|meta|link|script|style|base|noscript|header|main|nav|section|article|"
    r"aside|footer|div|p|h[1-6]|hr|br|pre|blockquote|ul|ol|li|dl|table|tbody|tr|td|figure|img|"
    r"picture|iframe|form|a|b|i|em|strong|span|font|center|small)",
    re.IGNORECASE,
)
_CLOSED = re.compile(r"</(?:p|div|h[1-6]|li|td|article|section)\s*>|<br\s*/?>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][^<>]*>", re.IGNORECASE)
_HEADER = re.compile(r"([A-Za-z][\w-]{1,60}):")
_MBOX = re.compile(r"From \S+@\S+ .{10,40}\n|From - .{10,40}\n")
_MAIL_HEADERS = (
    *("from", "to", "cc", "date", "subject", "message-id", "received", "mime-version"),
    *("content-type", "return-path", "reply-to", "delivered-to", "dkim-signature"),
)
_WEB_ARCHIVE = re.compile(
    r"^Content-Type:\s*multipart/related\b|^Snapshot-Content-Location:",
    re.IGNORECASE | re.MULTILINE,
)
_CUE = re.compile(
    r"\s*+(?:WEBVTT(?:[ \t][^\n]*+)?\r?\n(?=.*?-->)|"
    r"(?:\d++[ \t\r]*+\n)?+\s*+(?:\d+:)?\d{1,2}:\d\d[.,]\d{1,3}\s*+-->\s*+\d)",
    re.DOTALL,
)
_JSON = re.compile(
    r'\s*(?:\{\s*"(?:[^"\\\n]|\\.){0,200}"\s*:|\[\s*\{\s*["}]|\[\s*\]\s*$|\{\s*\}\s*$)'
)
_FRONT_MATTER = re.compile(
    r"\s*+(---|\+\+\+)[ \t]*\r?\n[\w-]{1,40}[ \t]*[:=].*\n(?:.*\n){0,100}?\1[ \t]*(?:\r?\n|$)"
)
_MARKS = (  # of Markdown
    re.compile(r"^#{1,6} \S", re.MULTILINE),
    re.compile(r"\[[^\[\]\n]{1,200}\]\([^()\s]{1,500}\)"),
    re.compile(r"\*\*[^\s*][^*\n]{0,300}\*\*|__[^\s_][^_\n]{0,300}__"),
    re.compile(r"^```", re.MULTILINE),
    re.compile(r"^\[[^\[\]\n]{1,100}\]:\s*\S+", re.MULTILINE),
)
_MIN_MAIL_HEADERS = 3
_MIN_CLOSED_TAGS = 3
_MIN_MARKS = 2


def by_opening(head: str, name: str) -> InputKind:
    """The kind of the file of text that opens with ``head`` and is called ``name``, in lower case.

    Raises ``InputError`` for XML that is no feed and no page.
    """
    kind = _message(head, name) or _markup(head, name)
    if kind:
        return kind
    if _CUE.match(head):
        return InputKind.SUBTITLES
    return _data(head, name) or _prose(head, name)


def _markup(head: str, name: str) -> InputKind | None:
    """HTML, or a feed, or None. Raises ``InputError`` for other XML."""
    start = _PROLOGUE.match(head)
    opening = start.end() if start else 0
    doctype = _DOCTYPE.match(head, opening)
    if doctype and doctype[1].lower() == "html":
        return InputKind.HTML
    root = _ROOT.match(head, opening) or (doctype and _ROOT.search(head, doctype.end()))
    if root:
        tag, attributes = root[1].lower(), root[2].lower()
        if tag == "rss" or (tag in ("feed", "rdf:rdf") and "xmlns" in attributes):
            return InputKind.FEED
        if _HTML.fullmatch(tag):
            return InputKind.HTML
        if doctype or head.lstrip().startswith("<?xml") or f"</{tag}>" in head.lower()[-200:]:
            raise not_an_article(f"an XML document ({root[1]})")
    if name.endswith((".html", ".htm", ".xhtml")) and _TAG.search(head):
        return InputKind.HTML
    return InputKind.HTML if len(_CLOSED.findall(head)) >= _MIN_CLOSED_TAGS else None


def _message(head: str, name: str) -> InputKind | None:
    """A mail or a saved page, which open with headers (RFC 5322), or None."""
    mbox = _MBOX.match(head)
    lines = (head[mbox.end() :] if mbox else head.lstrip("\r\n")).splitlines()
    names: list[str] = []
    for line in lines:
        header = _HEADER.match(line)
        if header:
            names.append(header[1].lower())
        elif not line or not names or line[0] not in " \t":
            break
    known = {name for name in names if name in _MAIL_HEADERS}
    top = "\n".join(lines[: lines.index("")] if "" in lines else lines)
    if "content-type" in known and _WEB_ARCHIVE.search(top):
        return InputKind.MHTML
    enough = 1 if mbox or name.endswith((".eml", ".mbox")) else _MIN_MAIL_HEADERS
    return InputKind.MAIL if "from" in known and len(known) >= enough else None


def _data(head: str, name: str) -> InputKind | None:
    """JSON or CSV, or None."""
    if _JSON.match(head) or name.endswith((".json", ".jsonl", ".ndjson")):
        return InputKind.JSON
    return InputKind.CSV if name.endswith((".csv", ".tsv")) else None


def _prose(head: str, name: str) -> InputKind:
    """Markdown, or plain text."""
    if name.endswith((".md", ".markdown", ".mdown")) or _FRONT_MATTER.match(head):
        return InputKind.MARKDOWN
    marks = sum(len(mark.findall(head)) for mark in _MARKS)
    return InputKind.MARKDOWN if marks >= _MIN_MARKS else InputKind.TEXT
