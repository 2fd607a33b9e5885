"""Of which kind an input is: by its content first, by its name where the content leaves it open.

What only looks a bit like another kind is a plain text: a kind is told by signs that prose does not
have. A kind that is not read is refused by name; nothing is read as what it is not.
"""

from newsbrief.reading.decoding import MARKS

from .kinds import InputKind
from .openings import by_opening
from .signatures import by_signature

HEAD_BYTES = 64 * 1024
"""Of a file, that its kind is told by."""


def input_kind(
    data: bytes, name: str = "", encoding: str | None = None, text_field: str | None = None
) -> InputKind:
    """The kind of the file that holds ``data``, and that is called ``name`` where it has a name.

    ``encoding`` is that of a text, where it is known, and ``text_field`` what a table calls its
    texts.

    Raises ``InputError`` for a kind that is not read.

    >>> input_kind(b"%PDF-1.7").value, input_kind(b"Rain on Monday.").value
    ('a PDF file', 'a text')
    """
    return by_signature(data) or by_opening(head_of(data, encoding), name.lower(), text_field)


def head_of(data: bytes, encoding: str | None) -> str:
    """The first characters of ``data``; those that are not ASCII may be wrong.

    The signs of a kind are ASCII in every encoding but UTF-16 and UTF-32, which have a mark.
    """
    head = data[:HEAD_BYTES]
    if encoding is not None:
        try:
            return head.decode(encoding, "replace")
        except (LookupError, ValueError):  # a NUL in the name
            return ""  # which whoever decodes all of it says
    for mark, name in MARKS:
        if head.startswith(mark):
            return head[len(mark) :].decode(name, "replace")
    return head.decode("latin-1")
