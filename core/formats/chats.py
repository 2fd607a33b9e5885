"""A chat that WhatsApp has exported, or that is copied from Telegram, Teams or Slack, as a talk.

Each message stands behind its time and its sender, "[03/05/2024, 14:02:11] Ann Lee: The quay is
shut", or below them, "Ann Lee, [03.05.2024 14:02]", "[2:02 PM] Ann Lee". The times are left out,
and so is what the program itself says and what stands for pictures. Where all messages are those of
one sender, as in a channel, they have no name before them.
"""

import re
from collections.abc import Iterator

from newsbrief.reading.outlets import is_name

from .document import Document
from .plain_text import plain_text

_DAY = r"\d{1,4}[./-]\d{1,2}[./-]\d{2,4}"
_CLOCK = r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[AaPp]\.?\s?[Mm]\.?)?"
_MESSAGE = re.compile(
    rf"(?:\[(?:{_DAY},? {_CLOCK}|{_CLOCK},? {_DAY})\]|{_DAY},? {_CLOCK} -)\s"
    r"(?:~\s?)?(?:(?P<sender>[^:\n]{1,50}):\s(?P<text>.*)|.*)"
)
_ABOVE = re.compile(rf"(?P<sender>[^\[\]\n]{{1,50}}), \[{_DAY},? {_CLOCK}\](?P<text>)\s*")
_OF_TEAMS = re.compile(
    rf"\[(?:(?:{_DAY}|\d{{1,2}}[./]\d{{1,2}}),? )?{_CLOCK}\] "
    r"(?P<sender>[^\[\]:.\n]{1,50})(?P<text>)\s*"
)
_OF_SLACK = re.compile(rf"(?P<sender>[^\[\]:.,\n]{{1,50}}) \[{_CLOCK}\](?P<text>)\s*")
_PLACEHOLDER = re.compile(
    r"<[^<>]{3,40}>|\[ ?[\w ]{3,20} ?\]|"
    r"(?:image|video|audio|sticker|GIF|document|contact card) omitted|"
    r"(?:This message was deleted|You deleted this message)\.?"
)
_FORMS = (_MESSAGE, _ABOVE, _OF_TEAMS, _OF_SLACK)
_BARE = (_OF_TEAMS, _OF_SLACK)  # what stands beside the time may be no name
_MIN_MESSAGES = 3


def documents(text: str) -> list[Document]:
    """The chat in ``text``; none where it is no chat."""
    lines = text.replace("\u200e", "").splitlines()
    first = next((line for line in lines if line.strip()), "")
    form = next((form for form in _FORMS if form.fullmatch(first)), None)
    said = list(_messages(lines, form)) if form else []
    if len(said) < _MIN_MESSAGES:
        return []
    senders = {sender for sender, _ in said}
    if form in _BARE and not (
        len(senders) < len(said) and all(is_name(s.split()) for s in senders)
    ):
        return []  # headings of posts
    several = len(senders) > 1
    turns = (f"{sender}: {text}" if several else text for sender, text in said)
    return [Document(plain_text(None, turns), title="")]


def _messages(lines: list[str], form: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """The sender and the text of each message in ``lines``, which open as ``form`` has it."""
    sender, text = "", ""
    for line in (*lines, None):
        message = form.fullmatch(line) if line is not None else None
        if line is not None and not message:
            text += f"\n{line}"
            continue
        if sender and text.strip() and not _PLACEHOLDER.fullmatch(text.strip()):
            yield sender, text.strip()
        if message:
            sender, text = message["sender"] or "", message["text"] or ""
