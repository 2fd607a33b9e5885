"""Mail (RFC 5322) and mailboxes of several: what the sender wrote, its subject, sender and date.

Left out are attachments, the signature, and mail that is quoted in a reply; what is forwarded is
kept. A mail of HTML alone is read as a web page.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes
from email.errors import HeaderParseError, MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from importlib import import_module

from newsbrief.errors import InputError
from newsbrief.reading.decoding import decode

from .document import Document
from .mail_text import own_text, reflowed
from .markup import parts
from .plain_text import iso_date, language_code, one_line, plain_text

_MBOX_LINE = re.compile(rb"^From \S+ .{10,60}\r?\n", re.MULTILINE)
_ESCAPED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_REPLY = re.compile(
    r"(?:(?:re|fwd?|aw|wg|sv|vs|tr|rv|antw)(?:\[\d{1,3}\])?\s?: ?|\[[^\[\]]{1,40}\] ?)+",
    re.IGNORECASE,
)
_MAX_HEADER_CHARS = 1000  # of one that is read
_MIN_PLAIN_WORDS = 15  # with fewer, the plain text may only say that there is HTML
_HTML_SHARE = 3  # as many words as the plain text show that the HTML says more


def documents(data: bytes) -> list[Document]:
    """The mails in a file, numbered where there are several; those without text are left out.

    Raises ``InputError`` where no mail has any text.
    """
    messages = _messages(data)
    several = len(messages) > 1
    read = [
        document
        for number, message in enumerate(messages, 1)
        if (document := _document(message, number if several else None))
    ]
    if not read:
        raise InputError("a mail with no text in it")
    return read


def _messages(data: bytes) -> list[bytes]:
    """The mails in a mailbox, or the only one."""
    first = _MBOX_LINE.match(data)
    if not first:
        return [data]
    bounds = [first.span()]
    bounds += (
        line.span()
        for line in _MBOX_LINE.finditer(data, first.end())
        if data[line.start() - 4 : line.start()].endswith((b"\n\n", b"\r\n\r\n"))
    )
    ends = [*(start for start, _ in bounds[1:]), len(data)]
    return [
        _ESCAPED_FROM.sub(rb"\1", data[start:end])
        for (_, start), end in zip(bounds, ends, strict=True)
    ]


def _document(data: bytes, number: int | None) -> Document | None:
    """The document of a mail, or None where it has no text."""
    try:
        message = message_from_bytes(data)
        body = _body(message)
    except (MessageError, RecursionError, LookupError, ValueError):
        raise InputError("a damaged mail, which cannot be read") from None
    subject = _REPLY.sub("", _header(message, "Subject"), count=1).strip() or None
    if not body:
        return None
    name, address = parseaddr(_header(message, "From"))
    return Document(
        plain_text(subject, body),
        title=subject,
        byline=name or address or None,
        date=iso_date(_header(message, "Date")),
        language=language_code(_header(message, "Content-Language")),
        part=number,
    )


def _header(message: Message, name: str) -> str:
    """The header ``name`` decoded (RFC 2047), white space folded; "" where there is none."""
    value = str(message.get(name, ""))[:_MAX_HEADER_CHARS]
    with suppress(HeaderParseError, LookupError, ValueError):  # else shown as it is
        value = str(make_header(decode_header(value)))
    return one_line(value)


def _body(message: Message) -> list[str]:
    """The paragraphs of the plain text of a mail, or of its HTML if that is all it has."""
    shown = list(_inline(message))
    plain = (part for part in shown if part.get_content_type() == "text/plain")
    page = next((part for part in shown if part.get_content_type() == "text/html"), None)
    paragraphs = [paragraph for part in plain for paragraph in own_text(_plain(part))]
    words = _word_count(paragraphs)
    if page is None or words >= _MIN_PLAIN_WORDS:
        return paragraphs
    from_page = _from_page(page)
    from_page = [line for text in own_text("\n".join(from_page)) for line in text.split("\n")]
    return from_page if _word_count(from_page) >= _HTML_SHARE * words else paragraphs


def _word_count(paragraphs: list[str]) -> int:
    return sum(len(paragraph.split()) for paragraph in paragraphs)


def _inline(message: Message) -> Iterator[Message]:
    """The parts of a mail that are shown, not attached."""
    for part in message.walk():
        if not part.is_multipart() and part.get_content_disposition() != "attachment":
            yield part


def _plain(part: Message) -> str:
    text = _decoded(part)
    if str(part.get_param("format", "")).lower() != "flowed":
        return text
    return reflowed(text, delete_space=str(part.get_param("delsp", "")).lower() == "yes")


def _decoded(part: Message) -> str:
    """The text of a ``part``, in the encoding that it names, else in the one that it is in."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    try:
        return decode(data, part.get_content_charset())
    except InputError:
        return decode(data)


def _from_page(part: Message) -> list[str]:
    """The paragraphs of a ``part`` of HTML; all of it where no article is found in it."""
    page = _decoded(part)
    try:
        pages = import_module(f"{__package__}.html")
        read = pages.documents(page.encode("utf-8-sig"))  # a mark that overrules what the page says
        return "\n\n".join(document.text for document in read).split("\n\n")
    except (ImportError, InputError):
        return [found.text for found in parts(page)]
