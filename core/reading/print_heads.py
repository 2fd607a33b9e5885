"""What a browser prints above and below a page: when, the page's title, its address, its number.

Chromium and Firefox print "29/11/26, 13:30 Wall to be rebuilt" at the top and
"https://coast.example/wall 1/1" at the foot, or the parts in another order.
"""

import re

_STAMP = (
    r"\d{1,4}(?:\. ?|[/-])\d{1,2}(?:\. ?|[/-])\d{2,4}\.?,? \d{1,2}[:.]\d\d(?:[:.]\d\d)?"
    r"(?:\s?[AaPp]\.?[Mm]\.?)?"
)
_PART = (
    rf"(?P<stamp>{_STAMP})|(?P<address>(?:https?|file)://\S+)|"
    r"(?P<number>\d{1,4} ?(?:/|of) ?\d{1,4})"
)
_FIRST = re.compile(rf"(?:{_PART})(?:\s+|$)")
_LAST = re.compile(rf"(?:^|\s)(?:{_PART})$")
_MAX_CHARS = 500


def printed_title(row: str) -> str | None:
    """The title in what a browser prints in a ``row``, "" where it has none; None for another row.

    A moment alone is none: it may say when the article was published.

    >>> printed_title("29/11/26, 13:30 Wall to be rebuilt"), printed_title("file:///wall.html 1/1")
    ('Wall to be rebuilt', '')
    """
    rest = row.strip()
    found: set[str] = set()
    while len(rest) <= _MAX_CHARS and (part := _FIRST.match(rest) or _LAST.search(rest)):
        found.add(str(part.lastgroup))
        rest = (rest[: part.start()] + rest[part.end() :]).strip()
    if "address" in found or ("stamp" in found and (rest or "number" in found)):
        return rest
    return None
