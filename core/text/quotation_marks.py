"""Quotation marks: which open a quotation, which may close it, and which may be apostrophes.

Marks are English, German, French, Danish and typewriter style.
"""

from typing import NamedTuple


class Style(NamedTuple):
    """How a quotation goes on from its opening mark."""

    closers: tuple[str, ...]  # the mark that belongs to it, then what is typed in its place
    single: bool = False  # it looks like an apostrophe, or its closing mark does
    directed: bool = False  # its shape says that it opens, whatever stands beside it


STYLES = {
    "“": Style(("”", '"', "“", "''"), directed=True),
    "„": Style(("“", '"', "”"), directed=True),
    "«": Style(("»",), directed=True),
    "‹": Style(("›",), directed=True),
    "``": Style(("''", '"', "”"), directed=True),
    "»": Style(("«",)),
    "›": Style(("‹",)),
    '"': Style(('"', "”")),
    "''": Style(("''",)),
    "”": Style(("”",)),
    "‘": Style(("’", "'"), single=True),
    "‚": Style(("‘", "’"), single=True),
    "'": Style(("'", "’"), single=True),
}
"""The style of each opening mark."""

MARKS = tuple(dict.fromkeys([*STYLES, *(mark for s in STYLES.values() for mark in s.closers)]))
"""Every mark, those of two characters among them."""

OPENING_MARKS = "“„«‹`»›\"'‘‚"
"""The characters of opening marks, without the one that opens only by mistake (”).

These strings may stand between the square brackets of a pattern.
"""

CLOSING_MARKS = "”\"“'»›«‹’‘"
"""The characters of closing marks."""

DOUBLE_MARKS = '“”„«»‹›"'
"""The characters that are quotation marks wherever they stand, and never apostrophes."""

APOSTROPHES = "'’"
