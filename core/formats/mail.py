"""Mail (RFC 5322) and mailboxes of several: what the sender wrote, its subject, sender and date.

Left out are attachments, the signature, and mail that is quoted in a reply; what is forwarded is
kept. Where it stands alone, author and date are those of the mail that is forwarded, and nobody's
where the sender wrote something too. A mail of HTML alone is read as a web page.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from email import message_from_bytes
from email.errors import HeaderParseError, MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from itertools import dropwhile
from typing import NamedTuple

from newsbrief.errors import InputError
from newsbrief.reading.decoding import decode
from newsbrief.text.letters import letters

from .document import Document
from .encoded import encoded_as
from .mail_digests import digested
from .mail_origin import Origin
from .mail_text import Letter, is_header, letter, reflowed, without_link_targets
from .markup import Part, parts
from .plain_text import one_line, plain_text
from .signatures import not_an_article
from .stated_values import iso_date, language_code

_MBOX_LINE = re.compile(rb"^From \S+ .{10,60}\r?\n", re.MULTILINE)
_COUNTED = re.compile(rb"(\d{1,9})[ \t]*\n(?=[A-Za-z])")  # bytes, as Apple's Mail has it (.emlx)
_ESCAPED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_REPLY = re.compile(
    r"(?:(?:re|fwd?|aw|wg|sv|vs|tr|rv|antw)(?:\[\d{1,3}\])?\s?: ?|\[[^\[\]]{1,40}\] ?)+",
    re.IGNORECASE,
)
_FORWARDS = re.compile(r"(?:fwd?|wg|tr|rv) ?:", re.IGNORECASE)
_DAMAGED = "a damaged mail, which cannot be read"
_MESSAGES = ("message/rfc822", "message/global")  # attached, as some programs forward mail
_MAX_HEADER_CHARS = 1000  # of one that is read
_MIN_PLAIN_WORDS = 15  # with fewer, the plain text may only say that there is HTML
_HTML_SHARE = 3  # as many words as the plain text show that the HTML says more


def documents(data: bytes) -> list[Document]:
    """The mails in a file, numbered where there are several; those without text are left out.

    Raises ``InputError`` where no mail has any text.
    """
    messages = [message for source in _messages(data) for message in _parsed(source)]
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
    if counted := _COUNTED.match(data):
        return [data[counted.end() : counted.end() + int(counted[1])]]
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


class _Heading(NamedTuple):
    """What is known of a text in a mail."""

    subject: str | None
    origin: Origin


def _parsed(source: bytes) -> list[Message]:
    """The mail in ``source``, or those of a digest. Raises ``InputError`` where it is damaged."""
    try:
        return digested(message_from_bytes(source))
    except (MessageError, RecursionError, LookupError, ValueError):
        raise InputError(_DAMAGED) from None


def _document(message: Message, number: int | None) -> Document | None:
    """The document of a mail, or None where it has no text.

    Raises ``InputError`` where it is damaged, or the only one and encrypted.
    """
    try:
        read = [
            (_subject(each), _sender(each), found)
            for each in _with_attached(message)
            for found in _letters(each)
        ]
    except (MessageError, RecursionError, LookupError, ValueError):
        raise InputError(_DAMAGED) from None
    body = [paragraph for _, _, found in read for paragraph in found.paragraphs]
    if not body:
        return None
    if data := encoded_as("\n\n".join(body)):
        if number is None:
            raise not_an_article(f"a mail with {data} alone")
        return None
    headings = {_Heading(subject, sender) for subject, sender, found in read if found.own}
    headings |= {_Heading(subject, found.origin) for subject, _, found in read if found.passed_on}
    of_several = _Heading(_subject(message), Origin())
    subject, (byline, date) = headings.pop() if len(headings) == 1 else of_several
    return Document(
        plain_text(subject, body),
        title=subject,
        byline=byline,
        date=date,
        language=language_code(_header(message, "Content-Language")),
        part=number,
    )


def _subject(message: Message) -> str | None:
    return _REPLY.sub("", _header(message, "Subject"), count=1).strip() or None


def _sender(message: Message) -> Origin:
    name, address = parseaddr(_header(message, "From"))
    return Origin(name or address or None, iso_date(_header(message, "Date")))


def _name(message: Message) -> str:
    """The name that the sender of ``message`` has in its headers, or ""."""
    return parseaddr(_header(message, "From"))[0]


def _header(message: Message, name: str) -> str:
    """The header ``name`` decoded (RFC 2047), white space folded; "" where there is none.

    Bytes beyond ASCII in it (RFC 6532), which the email package takes for damage, are a text.
    """
    raw = (str(value) for key, value in message.raw_items() if key.lower() == name.lower())
    value = next(raw, "")[:_MAX_HEADER_CHARS]
    if not value.isascii():
        value = decode(value.encode("utf-8", "surrogateescape"))
    with suppress(HeaderParseError, LookupError, ValueError):  # else shown as it is
        value = str(make_header(decode_header(value)))
    return one_line(value)


def _with_attached(message: Message) -> Iterator[Message]:
    """The ``message`` and those attached to it, to each other too."""
    yield message
    for part in message.walk():
        if part.get_content_type() in _MESSAGES and part.is_multipart():
            yield from (each for each in part.get_payload() if isinstance(each, Message))


def _letters(message: Message) -> list[Letter]:
    """What is read of the plain text of a mail, or of its HTML if that is all it has."""
    forwards = bool(_FORWARDS.match(_header(message, "Subject")))
    shown = list(_inline(message))
    plain = (part for part in shown if part.get_content_type() == "text/plain")
    page = next((part for part in shown if part.get_content_type() == "text/html"), None)
    sender = _name(message)
    read = [letter(_plain(part), sender, forwards=forwards) for part in plain]
    words = sum(map(_word_count, read))
    if page is None or words >= _MIN_PLAIN_WORDS:
        return read
    from_page = _from_page(_decoded(page), sender, forwards=forwards)
    return [from_page] if _word_count(from_page) >= _HTML_SHARE * words else read


def _word_count(found: Letter) -> int:
    return sum(len(paragraph.split()) for paragraph in found.paragraphs)


def _inline(message: Message) -> Iterator[Message]:
    """The parts of a mail that are shown, not attached, nor in a mail that is."""
    parts_left = [message]
    while parts_left:
        part = parts_left.pop()
        if part.get_content_maintype() == "message":
            continue
        if part.is_multipart():
            inner = (each for each in part.get_payload() if isinstance(each, Message))
            parts_left += reversed(list(inner))
        elif part.get_content_disposition() != "attachment":
            yield part


def _plain(part: Message) -> str:
    text = without_link_targets(_decoded(part))
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


def _from_page(page: str, sender: str, *, forwards: bool) -> Letter:
    """What is read of a mail by ``sender`` that is a ``page`` of HTML.

    A reply is read as it stands, and not as a web page, of which it would be a comment.
    """
    found = parts(page)
    read = letter(_marked(found), sender, forwards=forwards)
    lines = [line for each in _article(page) for line in each.split("\n") if line.strip()]
    if read.passed_on:
        return _told_apart(lines, read)
    if read.is_reply or any(part.is_quoted for part in found):
        return read
    text = letter("\n".join(lines), sender).paragraphs
    return read._replace(own=[line for each in text for line in each.split("\n")])


def _marked(found: Iterable[Part]) -> str:
    """The text of a mail of HTML as that of a plain one, with ">" before what it quotes."""
    lines: list[str] = []
    for part in found:
        mark = "> " if part.is_quoted else ""
        lines += [mark, *(f"{mark}{line}" for line in part.text.split("\n"))]
    return "\n".join(lines)


def _told_apart(lines: Sequence[str], read: Letter) -> Letter:
    """The ``lines`` that are left of a forwarded page, those of its sender told by ``read``."""
    by_sender = {letters(line) for each in read.own for line in each.split("\n")}
    own = [line for line in lines if letters(line) in by_sender]
    others = [line for line in lines if letters(line) not in by_sender]
    passed_on = list(dropwhile(is_header, others))
    return read._replace(own=own, passed_on=passed_on) if passed_on else read


def _article(page: str) -> list[str]:
    """The paragraphs of ``page``; all of it where no article is found in it."""
    try:
        from . import html

        read = html.documents(page.encode("utf-8-sig"))  # a mark that overrules what the page says
        return "\n\n".join(document.text for document in read).split("\n\n")
    except (ImportError, InputError):
        return [found.text for found in parts(page)]
