"""Mail that is quoted below another: what it says was said elsewhere, and not to the reader.

It is known by the line above it ("On 3 May 2025 at 10:12, Jo Roe <jo@harbour.example> wrote:") and
the ">" before each of its lines. A ">" alone marks a quotation in Markdown, which is text.
"""

import re
from collections.abc import Sequence

_ADDRESS_OR_TIME = r"(?:\S+@\S+\.\w|\b\d{1,2}[:.]\d\d\b)"
_WROTE = re.compile(
    rf"(?:On|Am|Le) (?=.*{_ADDRESS_OR_TIME}).{{5,160}}(?:wrote|schrieb(?: .{{2,100}})?|écrit) ?:$"
)
_SOMEBODY_WROTE = re.compile(r"On .{2,160} wrote ?:$")
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
        opens = _WROTE.match(line) or (below.startswith(">") and _SOMEBODY_WROTE.match(line))
        if opens or _FORWARDED.match(line):
            in_mail = True
            quoted.append(i)
        elif line.startswith(">>") or (in_mail and line.startswith(">")):
            quoted.append(i)
        else:
            in_mail = False
    return quoted
