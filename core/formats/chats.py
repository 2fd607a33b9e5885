"""A chat that WhatsApp has exported: its messages as the turns of a talk.

Each message stands behind its time and its sender: "[03/05/2024, 14:02:11] Ann Lee: The quay is
shut". The times are left out, and so is what the program itself says and what stands for pictures.
"""

import re

from .document import Document
from .plain_text import plain_text

_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
_CLOCK = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[AaPp]\.?\s?[Mm]\.?)?"
_MESSAGE = re.compile(
    rf"(?:\[(?:{_DAY},? {_CLOCK}|{_CLOCK},? {_DAY})\]|{_DAY},? {_CLOCK} -)\s"
    r"(?:~\s?)?(?:(?P<sender>[^:\n]{1,50}):\s(?P<text>.*)|.*)"
)
_PLACEHOLDER = re.compile(
    r"<[^<>]{3,40}>|(?:image|video|audio|sticker|GIF|document|contact card) omitted|"
    r"(?:This message was deleted|You deleted this message)\.?"
)
_MIN_MESSAGES = 3


def documents(text: str) -> list[Document]:
    """The chat in ``text``; none where it is no chat."""
    lines = text.replace("\u200e", "").splitlines()
    first = next((line for line in lines if line.strip()), "")
    if not _MESSAGE.match(first):
        return []
    turns: list[str] = []
    is_said = False  # whether a line without a time goes on with the last turn
    for line in lines:
        message = _MESSAGE.match(line)
        if message:
            is_said = bool(message["text"] and not _PLACEHOLDER.fullmatch(message["text"].strip()))
            if is_said:
                turns.append(f"{message['sender']}: {message['text']}")
        elif is_said:
            turns[-1] += f"\n{line}"
    if len(turns) < _MIN_MESSAGES:
        return []
    return [Document(plain_text(None, turns), title="")]
