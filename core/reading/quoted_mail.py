"""Mail that is quoted below another: what it says was said elsewhere, and not to the reader.

It is known by the line above it ("On 3 May 2025 at 10:12, Jo Roe <jo@harbour.example> wrote:") and
the ">" before each of its lines. In any language that line has an address or a moment in it and
ends in a colon. A ">" alone marks a quotation in Markdown, which is text.
"""

import re
from collections.abc import Sequence

_ADDRESS_OR_TIME = r"(?:\S+@\S+\.\w|\b\d{1,2}[:.]\d\d\b)"
_WROTE = re.compile(
    rf"(?:On|Am|Le) (?=.*{_ADDRESS_OR_TIME}).{{5,160}}(?:wrote|schrieb(?: .{{2,100}})?|écrit) ?:$"
)
_SOMEBODY_WROTE = re.compile(r"On .{2,160} wrote ?:$")
_WRITER = re.compile(r"[<([][^\s<>()[\]]{1,64}@[^\s<>()[\]]{1,190}[>)\]]")
_DAY = re.compile(r"(?<!\d)(?:20|19)\d\d(?!\d)|(?<!\d)\d{1,2}([./-])\d{1,2}\1\d\d(?!\d)")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:.h]\d\d(?!\d)")
_MAX_OPENING_CHARS = 200
_FORWARDED = re.compile(r"-{2,} ?(?:Original Message|Forwarded [Mm]essage) ?-{2,}$")


def quoted_mail(lines: Sequence[str]) -> list[int]:
    """The indexes of the ``lines`` of a text that are quoted mail, with the lines that open it.

    >>> quoted_mail(["I agree.", "On Monday, Jo wrote:", "> The quay is safe.", "Best"])
    [1, 2]
    """
    quoted: list[int] = []
    in_mail = False
    for i, line in enumerate(lines):
        below = lines[i + 1] if i + 1 < len(lines) else ""
        opens = _WROTE.match(line) or (below.startswith(">") and _may_open(line))
        if opens or _FORWARDED.match(line):
            in_mail = True
            quoted.append(i)
        elif line.startswith(">>") or (in_mail and line.startswith(">")):
            quoted.append(i)
        else:
            in_mail = False
    return quoted


def names_writer_and_moment(line: str) -> bool:
    """Whether ``line`` ends in a colon and has the address of somebody and a moment in it.

    >>> names_writer_and_moment("El lun, 12 may 2025 a las 8:14, Jo (<jo@coast.example>) escribió:")
    True
    """
    return _ends_in_colon(line) and _names_writer(line) and _names_moment(line)


def names_writer_or_moment(line: str) -> bool:
    """Whether ``line`` may be one of those, or the start of one that is wrapped."""
    return len(line) <= _MAX_OPENING_CHARS and (_names_writer(line) or _names_moment(line))


def _may_open(line: str) -> bool:
    """Whether ``line``, above one with ">", may say who wrote what is quoted there."""
    if _SOMEBODY_WROTE.match(line):
        return True
    return _ends_in_colon(line) and names_writer_or_moment(line)


def _ends_in_colon(line: str) -> bool:
    return len(line) <= _MAX_OPENING_CHARS and line.endswith((":", "："))


def _names_writer(line: str) -> bool:
    return "@" in line and _WRITER.search(line) is not None


def _names_moment(line: str) -> bool:
    return bool(_CLOCK.search(line) and _DAY.search(line))
