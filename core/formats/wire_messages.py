"""The messages of a news wire with its codes, as ANPA 1312 and IPTC 7901 have them.

The text stands between the characters "start of text" and "end of text"; what is around it is for
machines. "^" opens a line of the head, "<" or "=" ends one. A line of it names the message.
"""

import re
from collections.abc import Iterator

from .document import Document
from .plain_text import tidy

START, END = "\x02", "\x03"

_MESSAGE = re.compile(f"{START}([^{START}{END}]*){END}")
_NAME = re.compile(r"[A-Z][\w-]{1,40}(?:, ?[\w-]{1,20}){0,3}, ?\d{2,5}")


def documents(text: str) -> list[Document]:
    """The messages in ``text``; none where it has no such codes."""
    found = list(_texts(text))
    several = len(found) > 1
    return [Document(each, part=i if several else None) for i, each in enumerate(found, 1)]


def _texts(text: str) -> Iterator[str]:
    for message in _MESSAGE.finditer(text):
        said = "\n".join(map(_uncoded, message[1].splitlines())).lstrip()
        first, _, rest = said.partition("\n")
        said = rest if _NAME.fullmatch(first.strip()) else said
        if tidy(said):
            yield said


def _uncoded(line: str) -> str:
    """``line`` without its codes; one of the head stands alone."""
    shown = line.strip()
    if shown.startswith("^"):
        return f"\n{shown[1:].rstrip('<=')}\n"
    return line.rstrip().rstrip("<")
