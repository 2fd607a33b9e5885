"""Digests: a mail in which a mailing list sends several, in parts (RFC 2046) or as one text.

In a text a line of 70 hyphens ends what the list says of itself, and one of 30 ends each mail (RFC
1153). A mail in it has its headers, and the charset of the whole, whatever it says itself.
"""

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message

_PARTS = "multipart/digest"
_PREAMBLE_END = "-" * 70
_ENDS = re.compile(r"^-{30}[ \t]*\n(?=\s*(?:[A-Z][\w-]{1,40}: |End of ))", re.MULTILINE)
_FOOTER = "digest footer"  # the subject of what the list says at the end


def digested(message: Message) -> list[Message]:
    """The mails in the digest that ``message`` is; ``message`` itself where it is none."""
    return [*_in_parts(message), *_in_text(message)] or [message]


def _in_parts(message: Message) -> Iterator[Message]:
    for part in message.walk():
        if part.get_content_type() == _PARTS and part.is_multipart():
            for each in part.get_payload():
                held = each.get_payload() if isinstance(each, Message) else None
                yield from (mail for mail in held or () if isinstance(mail, Message))


def _in_text(message: Message) -> Iterator[Message]:
    payload = message.get_payload(decode=True)
    if message.get_content_type() != "text/plain" or not isinstance(payload, bytes):
        return
    text = payload.replace(b"\r\n", b"\n").decode("latin-1")  # cut, and put together again
    mails = _ENDS.split(text.partition(f"\n{_PREAMBLE_END}\n")[2])
    for each in mails if len(mails) > 1 else ():
        mail = message_from_bytes(each.strip().encode("latin-1"))
        if "From" in mail and str(mail.get("Subject", "")).strip().lower() != _FOOTER:
            del mail["Content-Type"], mail["Content-Transfer-Encoding"]
            mail["Content-Type"] = message.get("Content-Type", "text/plain")
            yield mail
