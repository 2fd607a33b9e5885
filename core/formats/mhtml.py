"""Saved web pages with all their files (MHTML, RFC 2557): the page among them, read as HTML."""

from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage

from newsbrief.errors import InputError

from . import html
from .document import Document
from .stated_values import web_address

_PAGES = ("text/html", "application/xhtml+xml")


def documents(data: bytes) -> list[Document]:
    """The article in the saved page that ``data`` holds, as a list of one.

    Raises ``InputError`` where there is no page in it, and as ``html.documents`` does.
    """
    message = message_from_bytes(data, policy=policy.default)
    page = next((part for part in message.walk() if part.get_content_type() in _PAGES), None)
    content = page.get_payload(decode=True) if page else None
    if page is None or not isinstance(content, bytes):
        raise InputError("no page is found in this saved web page")
    charset = page.get_content_charset()
    text = html.in_charset(content, charset) if charset else None
    document = html.page(html.decoded(content) if text is None else text)
    return [replace(document, url=document.url or _address(message, page))]


def _address(*parts: EmailMessage) -> str | None:
    """Where the page was saved from, as Chromium's or any other program's header has it."""
    for part in parts:
        for name in ("Snapshot-Content-Location", "Content-Location"):
            if address := web_address(str(part.get(name, ""))):
                return address
    return None
