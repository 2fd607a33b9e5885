"""Data written in letters, which no one can read: base64, and ASCII armour as of PGP and PEM."""

import re

_ARMOUR = re.compile(  # RFC 9580 and RFC 7468: a label, headers and base64
    r"-----BEGIN ([A-Z0-9 ]{1,40})-----\s+(?:[A-Za-z-]{1,20}: [^\n]{0,200}\n\s*){0,10}"
    r"[A-Za-z0-9+/]{40,}={0,2}\s"
)
_BASE64 = re.compile(r"[A-Za-z0-9+/]+={0,2}")
_MIN_LINE_CHARS = 60  # of base64 that is folded; PEM has 64, mail 76, prose a space or a point
_MANY = (str.isupper, str.islower, str.isdigit)  # that a line of base64 has of each


def encoded_as(text: str) -> str | None:
    """What ``text``, or the start of one, is where it is no more than data in letters; else None.

    >>> encoded_as("UXVheSBpcyBzaHV0LCB0aGUgcG9ydCBhdXRob3JpdHkgc2FpZCBvbiBUdWVzZGF5")
    'data in base64'
    """
    text = text.strip()
    if armour := _ARMOUR.match(f"{text}\n"):
        return f"data in ASCII armour ({armour[1]})"
    lines = text.split()
    if not lines or not all(map(_BASE64.fullmatch, lines)):
        return None
    folded = all(len(line) >= _MIN_LINE_CHARS for line in lines[:-1] or lines)
    mixed = all(any(map(kind, lines[0])) for kind in _MANY)
    return "data in base64" if folded and mixed else None
