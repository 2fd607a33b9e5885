"""Quotation marks: which open a quotation, which may close it, and which may be apostrophes.

The only table of them: every other module takes its sets and patterns from here. Marks are English,
German, French, Danish and typewriter style.
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

OPENING = "".join(dict.fromkeys("".join(STYLES)))
"""The characters that opening marks are made of, to look for one or to build a pattern."""

CLOSING = "".join(dict.fromkeys("".join(mark for s in STYLES.values() for mark in s.closers)))
"""The same of closing marks."""

APOSTROPHES = "'’"
