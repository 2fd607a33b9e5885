"""What the sender of a mail wrote, told from the signature and from the mails quoted below it.

A signature stands below a line "-- " (RFC 3676), a short one also below "--". A quoted line opens
with ">", and the line above says who wrote it; some programs quote a whole mail below its headers
instead. What is forwarded is what the mail is about, so it is kept, without its headers.
"""

import re
from collections.abc import Sequence

from newsbrief.reading.quoted_mail import quoted_mail

_FORWARDED = re.compile(
    r"(?:-{2,} ?(?:Forwarded [Mm]essage|Weitergeleitete Nachricht|Mensaje reenviado|"
    r"Message transféré)(?: from .{1,80})? ?-{2,}|Begin forwarded message:)$"
)
_ORIGINAL = re.compile(r"-{2,} ?(?:Original [Mm]essage|Ursprüngliche Nachricht) ?-{2,}$|_{10,}$")
_HEADER = re.compile(
    r"\*?(?:From|Sent|To|Cc|Date|Subject|Reply-To|Von|Gesendet|An|Datum|Betreff|De|À|Envoyé|Objet)"
    r" ?:\*? ?\S"
)
_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")
_QUOTED = re.compile(r" ?>")
_MARKS = re.compile(r"(?: ?>)+ ?")
_ADDRESS_OR_TIME = re.compile(r"@|\d:\d\d|\d{4}")
_MIN_HEADERS = 3  # in a row, that open a mail quoted whole
_MAX_SIGNATURE_LINES, _MAX_SIGNATURE_CHARS = 8, 72  # below "--", which also parts items
_MAX_OPENING_LINES = 3  # "On 3 May 2025 at 10:12, Jo Roe <jo@harbour.example>", "wrote:"


def own_text(text: str) -> list[str]:
    r"""The paragraphs that the sender of a mail wrote or forwards; all where they wrote none.

    >>> own_text("I agree.\n\nOn Monday, Jo wrote:\n> The quay is safe.\n\n-- \nAnn Lee")
    ['I agree.']
    """
    lines = [line.rstrip("\r") for line in text.split("\n")]
    own = _own(lines)
    if not any(map(str.strip, own)):
        own = [_MARKS.sub("", line, count=1) if _QUOTED.match(line) else line for line in lines]
    paragraphs = _BLANK_LINES.split("\n".join(own).strip())
    return [paragraph for paragraph in paragraphs if paragraph]


def reflowed(text: str, *, delete_space: bool) -> str:
    r"""The ``text`` of a mail in format "flowed" (RFC 3676) with its paragraphs on one line.

    A line that ends in a space goes on, if the next one is quoted as deep; ``delete_space`` says
    that the space is no part of the text.

    >>> reflowed("The wall \nis shut.\n-- \nAnn", delete_space=False)
    'The wall is shut.\n-- \nAnn'
    """
    flowed: list[list[str]] = []
    goes_on, depth = False, 0
    for line in map(_unended, text.split("\n")):
        content = line.lstrip(">")
        quotes = len(line) - len(content)
        content = content.removeprefix(" ")
        is_signature = content == "-- "
        if goes_on and quotes == depth and not is_signature:
            flowed[-1].append(content)
        else:
            flowed.append([f"{'>' * quotes} " if quotes else "", content])
        goes_on, depth = content.endswith(" ") and not is_signature, quotes
        if goes_on and delete_space:
            flowed[-1][-1] = content[:-1]
    return "\n".join(map("".join, flowed))


def _unended(line: str) -> str:
    return line.removesuffix("\r")


def _own(lines: Sequence[str]) -> list[str]:
    """The ``lines`` that the sender wrote, and those that are forwarded."""
    quote = next((i for i in range(len(lines)) if _opens_quoted_mail(lines, i)), len(lines))
    above = _unquoted(_unsigned(lines[:quote]))
    forwarded = quote < len(lines) and bool(_FORWARDED.match(lines[quote].strip()))
    if not forwarded and any(map(str.strip, above)):
        return above
    return [*above, "", *_forwarded(lines[quote:])]


def _opens_quoted_mail(lines: Sequence[str], i: int) -> bool:
    """Whether a mail is quoted whole from line ``i`` on: below a line that says so, or headers."""
    line = lines[i].strip()
    if _FORWARDED.match(line):
        return True
    announced = bool(_ORIGINAL.match(line))
    headers = lines[i + announced : i + announced + _MIN_HEADERS]
    if len(headers) < _MIN_HEADERS or not all(map(_HEADER.match, headers)):
        return False
    return announced or any(map(_ADDRESS_OR_TIME.search, headers))


def _forwarded(lines: Sequence[str]) -> list[str]:
    """The text of the mail that is quoted whole in ``lines``."""
    text = [_MARKS.sub("", line, count=1) if _QUOTED.match(line) else line for line in lines]
    start = next((i for i, line in enumerate(text) if line.strip() and not _heads(line)), len(text))
    return _unquoted(_unsigned(text[start:]))


def _heads(line: str) -> bool:
    """Whether a ``line`` stands above the text of a mail that is quoted whole."""
    stripped = line.strip()
    return any(pattern.match(stripped) for pattern in (_FORWARDED, _ORIGINAL, _HEADER))


def _unsigned(lines: Sequence[str]) -> Sequence[str]:
    """The ``lines`` above the signature."""
    short = len(lines) - 1 - _MAX_SIGNATURE_LINES
    for i, line in enumerate(lines):
        narrow = line == "--" and i >= short and max(map(len, lines[i:])) <= _MAX_SIGNATURE_CHARS
        if narrow or line == "-- ":
            return lines[:i]
    return lines


def _unquoted(lines: Sequence[str]) -> list[str]:
    """The ``lines`` without those that are quoted and those that say who wrote them."""
    own: list[str] = []
    in_quotation = False
    for line in lines:
        quoted = bool(_QUOTED.match(line))
        if quoted and not in_quotation:
            _drop_opening(own)
        in_quotation = quoted
        if not quoted:
            own.append(line)
    return own


def _drop_opening(lines: list[str]) -> None:
    """Delete the lines at the end of ``lines`` that say who wrote what is quoted below them."""
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    for start in range(end - 1, max(end - 1 - _MAX_OPENING_LINES, -1), -1):
        sentence = " ".join(" ".join(lines[start:end]).split())
        if 0 in quoted_mail([sentence, ">"]):
            del lines[start:]
            return
    del lines[end + 1 :]  # one blank line parts as well as many, which would be read each time
