"""Plain text that a program wrote for another one: a string of JSON, or quoted-printable."""

import json
import quopri
import re

from .field_values import with_line_ends

_SOFT_BREAK = re.compile(r"(?<!=)=\r?\n")
_BYTE = re.compile(r"=(?:[89A-F][0-9A-F]|3D|20)")
_MIN_SOFT_BREAKS = 2
_QUOTE = '"'


def unescaped(text: str) -> str:
    r"""``text`` as it was before a program escaped it, where it leaves no doubt that one did.

    >>> unescaped(r'"Rain\n\nIt rained."'), unescaped(r"It rained.\nNobody came.")
    ('Rain\n\nIt rained.', 'It rained.\nNobody came.')
    """
    bare = text.strip()
    if bare.startswith(_QUOTE) and bare.endswith(_QUOTE) and "\\n" in bare:
        try:
            text = json.loads(bare)
        except ValueError:
            return text
    return _printable(with_line_ends(text))


def _printable(text: str) -> str:
    """``text`` decoded where it is quoted-printable (RFC 2045), as the source of a mail has it."""
    if "=\n" not in text and "=\r\n" not in text:
        return text
    if len(_SOFT_BREAK.findall(text)) < _MIN_SOFT_BREAKS or not _BYTE.search(text):
        return text
    try:
        return quopri.decodestring(text.encode()).decode()
    except UnicodeDecodeError:
        return text
