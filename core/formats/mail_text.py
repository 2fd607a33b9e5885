"""What the sender of a mail wrote, told from the signature and from the mails quoted below it.

A signature stands below a line "-- " (RFC 3676), a short one also below "--", and the sender's
name closes a mail (``mail_closings``). A quoted line opens with ">", and the line above says who
wrote it; some programs quote a whole mail below its headers instead, or below that line alone.
What is forwarded is what the mail is about, so it is kept, without its headers, and so is what is
quoted where the sender wrote nothing: neither is the sender's.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from newsbrief.reading.quoted_mail import (
    names_writer_and_moment,
    names_writer_or_moment,
    quoted_mail,
)

from .mail_closings import without_closing
from .mail_origin import HEADER, Origin, origin

_FORWARDED = re.compile(
    r"(?:-{2,} ?(?:Forwarded [Mm]essage|Weitergeleitete Nachricht|Mensaje reenviado|"
    r"Message transféré)(?: from .{1,80})? ?-{2,}|Begin forwarded message:)$"
)
_ORIGINAL = re.compile(r"-{2,} ?(?:Original [Mm]essage|Ursprüngliche Nachricht) ?-{2,}$|_{10,}$")
_OPENING = re.compile(r"(?:On|Am|Le) ")  # of a line that says who wrote what is quoted below it
_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")
_QUOTED = re.compile(r" ?>")
_MARKS = re.compile(r"(?: ?>)+ ?")
_QUOTED_TWICE = re.compile(r" ?> ?>")
_ADDRESS_OR_TIME = re.compile(r"@|\d:\d\d|\d{4}")
_LINK_TARGET = re.compile(
    r"[ \t]?(?:<https?://[^\s<>]{1,3000}>|\[ ?https?://[^\s\[\]]{1,3000} ?\]|"
    r"\( ?https?://[^\s()]{1,3000} ?\))"
)
_RULE = re.compile(r"[_=-]{20,}\s*$")
_OF_LIST = re.compile(r"mailing list\b|groups\.io links", re.IGNORECASE)
_MIN_HEADERS = 3  # in a row, that open a mail quoted whole
_MAX_SIGNATURE_LINES, _MAX_SIGNATURE_CHARS = 8, 72  # below "--", which also parts items
_MAX_OPENING_LINES = 3  # "On 3 May 2025 at 10:12, Jo Roe <jo@harbour.example>", "wrote:"
_MAX_OPENING_CHARS = 300


class Letter(NamedTuple):
    """What is read of a mail: the paragraphs of its sender, and those of another below them.

    ``origin`` is what is known of the other one. ``is_reply`` says that a mail is quoted, or was
    and is left out.
    """

    own: list[str]
    passed_on: list[str]
    origin: Origin = Origin()
    is_reply: bool = False

    @property
    def paragraphs(self) -> list[str]:
        """All that is read."""
        return [*self.own, *self.passed_on]


def letter(text: str, sender: str | None = None, *, forwards: bool = False) -> Letter:
    r"""What is read of the ``text`` of a mail by ``sender``, the name that its closing may have.

    ``forwards`` says that its subject is "Fwd: ...".

    >>> letter("I agree.\n\nOn Monday, Jo wrote:\n> The quay is safe.\n\n-- \nAnn Lee").paragraphs
    ['I agree.']
    """
    lines = [line.rstrip("\r") for line in text.split("\n")]
    start = next((i for i in range(len(lines)) if _opens_quoted_mail(lines, i)), len(lines))
    above, below = _unquoted(_unsigned(lines[:start])), lines[start:]
    own = _paragraphs(without_closing(above.lines, sender))
    forwarded = forwards or bool(below and _FORWARDED.match(_unmarked(below[0]).strip()))
    if own and not (below and forwarded):
        return Letter(own, [], is_reply=above.has_opening or bool(below))
    passed_on = _passed_on(below)
    if own or passed_on.passed_on:
        return passed_on._replace(own=own)
    everything = _paragraphs(map(_unmarked, lines))
    if any(map(_QUOTED.match, lines)):
        return Letter([], everything, is_reply=True)
    return Letter(everything, [])


def is_header(line: str) -> bool:
    """Whether a ``line`` stands above the text of a mail that is quoted whole."""
    stripped = line.strip()
    return any(pattern.match(stripped) for pattern in (_FORWARDED, _ORIGINAL, HEADER))


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


def _paragraphs(lines: Iterable[str]) -> list[str]:
    return [each for each in _BLANK_LINES.split("\n".join(lines).strip()) if each]


def _unmarked(line: str) -> str:
    return _MARKS.sub("", line, count=1) if _QUOTED.match(line) else line


def _opens_quoted_mail(lines: Sequence[str], i: int) -> bool:
    """Whether a mail is quoted whole from line ``i`` on: below a line that says so, or headers."""
    line = lines[i].strip()
    if _FORWARDED.match(line) or _opens_forwarded_quotation(lines, i) or _opens_unmarked(lines, i):
        return True
    announced = bool(_ORIGINAL.match(line))
    headers = lines[i + announced : i + announced + _MIN_HEADERS]
    if len(headers) < _MIN_HEADERS or not all(map(HEADER.match, headers)):
        return False
    return announced or any(map(_ADDRESS_OR_TIME.search, headers))


def _opens_forwarded_quotation(lines: Sequence[str], i: int) -> bool:
    """Whether a quotation opens at line ``i`` by saying that it is forwarded, as of Apple Mail."""
    if not (_QUOTED.match(lines[i]) and _FORWARDED.match(_unmarked(lines[i]).strip())):
        return False
    above = list(lines[max(0, i - 2 * _MAX_OPENING_LINES) : i])
    while above and _is_blank(above[-1]):
        above.pop()
    return not (above and _QUOTED.match(above[-1])) and not _drop_opening(above)


def _is_blank(line: str) -> bool:
    return not _unmarked(line).strip()


def _opens_unmarked(lines: Sequence[str], i: int) -> bool:
    """Whether line ``i`` says who wrote, with an address, what stands below it without marks."""
    in_words = bool(_OPENING.match(lines[i].lstrip()))
    if not (in_words or names_writer_or_moment(lines[i])):
        return False
    for end in range(i + 1, min(i + _MAX_OPENING_LINES, len(lines)) + 1):
        if not lines[end - 1].strip():
            return False
        sentence = _sentence(lines[i:end])
        if names_writer_and_moment(sentence) or (
            in_words and "@" in sentence and 0 in quoted_mail([sentence])
        ):
            below = next((lines[j] for j in range(end, len(lines)) if lines[j].strip()), "")
            return bool(below) and not _QUOTED.match(below)
    return False


def _passed_on(lines: Sequence[str]) -> Letter:
    """The mail that is quoted whole in ``lines``, and who wrote it where it is one person."""
    unmarked = list(map(_unmarked, lines))
    start = next((i for i, line in enumerate(unmarked) if _is_text(line)), len(lines))
    text = range(start, len(lines))
    marked = [bool(_QUOTED.match(lines[i])) for i in text if lines[i].strip()]
    is_of_one = (
        sum(marked) in (0, len(marked))  # wholly in marks, or without
        and not any(_QUOTED_TWICE.match(lines[i]) for i in text)
        and not any(_opens_quoted_mail(unmarked, i) for i in text)
    )
    return Letter(
        own=[],
        passed_on=_paragraphs(_unquoted(_unsigned(unmarked[start:])).lines),
        origin=origin(unmarked[:start]) if is_of_one else Origin(),
        is_reply=True,
    )


def _is_text(line: str) -> bool:
    return bool(line.strip()) and not is_header(line)


def _unsigned(lines: Sequence[str]) -> Sequence[str]:
    """The ``lines`` above the signature."""
    short = len(lines) - 1 - _MAX_SIGNATURE_LINES
    for i, line in enumerate(lines):
        narrow = line == "--" and i >= short and max(map(len, lines[i:])) <= _MAX_SIGNATURE_CHARS
        if narrow or line == "-- " or _opens_list_footer(lines, i):
            return lines[:i]
    return lines


def _opens_list_footer(lines: Sequence[str], i: int) -> bool:
    """Whether what a mailing list puts below each mail begins at line ``i``: a rule, its name."""
    below = lines[i + 1] if i + 1 < len(lines) else ""
    return bool(_RULE.match(lines[i]) and _OF_LIST.search(below[:_MAX_OPENING_CHARS]))


def without_link_targets(text: str) -> str:
    r"""The plain ``text`` of a mail without the addresses that a program put behind its links.

    >>> without_link_targets("Read more (https://coast.example/wall?u=1)\nIt fell<https://c.example>.")
    'Read more\nIt fell.'
    """
    return _LINK_TARGET.sub("", text) if "://" in text else text


class _Unquoted(NamedTuple):
    """Lines that are not quoted, and whether one was left out that says who wrote what is."""

    lines: list[str]
    has_opening: bool


def _unquoted(lines: Sequence[str]) -> _Unquoted:
    """The ``lines`` without those that are quoted and those that say who wrote them."""
    own: list[str] = []
    in_quotation = has_opening = False
    for line in lines:
        quoted = bool(_QUOTED.match(line))
        if quoted and not in_quotation:
            has_opening |= _drop_opening(own)
        in_quotation = quoted
        if not quoted:
            own.append(line)
    return _Unquoted(own, has_opening)


def _drop_opening(lines: list[str]) -> bool:
    """Delete the lines at the end of ``lines`` that say who wrote what is quoted below them."""
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    starts = range(end - 1, max(end - 1 - _MAX_OPENING_LINES, -1), -1)
    sentences = {start: _sentence(lines[start:end]) for start in starts}
    openings = [start for start in starts if 0 in quoted_mail([sentences[start], ">"])]
    # "<jo@coast.example> wrote:" may be the end of a line that was wrapped.
    whole = (start for start in openings if names_writer_and_moment(sentences[start]))
    if openings:
        del lines[next(whole, openings[0]) :]
        return True
    del lines[end + 1 :]  # one blank line parts as well as many, which would be read each time
    return False


def _sentence(lines: Sequence[str]) -> str:
    """What ``lines`` say together; "" where that is too long to say who wrote a mail."""
    short = sum(map(len, lines)) <= _MAX_OPENING_CHARS
    return " ".join(" ".join(lines).split()) if short else ""
