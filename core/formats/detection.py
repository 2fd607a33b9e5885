"""Of which kind an input is: by its content first, by its name where the content leaves it open.

What only looks a bit like another kind is a plain text: a kind is told by signs that prose does not
have. A kind that is not read is refused by name; nothing is read as what it is not.
"""

import codecs

from .kinds import InputKind
from .openings import by_opening
from .signatures import by_signature

_HEAD_BYTES = 64 * 1024
_MARKS = (  # longest first: UTF-32's mark begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def input_kind(data: bytes, name: str = "", encoding: str | None = None) -> InputKind:
    """The kind of the file that holds ``data``, and that is called ``name`` where it has a name.

    ``encoding`` is that of a text, where it is known.

    Raises ``InputError`` for a kind that is not read.

    >>> input_kind(b"%PDF-1.7").value, input_kind(b"Rain on Monday.").value
    ('a PDF file', 'a text')
    """
    return by_signature(data) or by_opening(head_of(data, encoding), name.lower())


def head_of(data: bytes, encoding: str | None) -> str:
    """The first characters of ``data``; those that are not ASCII may be wrong.

    The signs of a kind are ASCII in every encoding but UTF-16 and UTF-32, which have a mark.
    """
    head = data[:_HEAD_BYTES]
    if encoding is not None:
        try:
            return head.decode(encoding, "replace")
        except (LookupError, ValueError):  # a NUL in the name
            return ""  # which whoever decodes all of it says
    for mark, name in _MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(name, "replace")
    return head.decode("latin-1")
