"""Lists of sources and links below an encyclopedia's article or a study, to the end of the page.

A heading such as "References" opens them. A news article may have such a heading too, so that
another one, or an entry as such lists have, must stand below it, and little that is long.
"""

import re
from collections.abc import Sequence
from functools import cache

from newsbrief.text.packaged import sections

_ENTRY = re.compile(
    r"(?:\d{1,3}\. )?[\^↑]|"
    r".{2,80}?\(\d{4}[a-z]?\)\. |"
    r"[\"“„«][^\"“”„«»]{3,160}[\"“”»](?:[.,]| [–—-]) [A-Z]|"
    r".{0,200}\b(?:ISBN|ISSN|doi:|(?:pp?|S)\. ?\d|Retrieved (?:\d|[A-Z][a-z]+ \d)|Archived from)"
)
_MAX_HEADING_CHARS = 40
_MIN_TEXT_CHARS = 100  # of a line of the text itself, above the lists
_MIN_SIGNS = 2  # the heading is one
_MAX_LONG_SHARE = 0.25  # of the lines below the heading


@cache
def _headings() -> frozenset[str]:
    return frozenset(sections("furniture.txt")["below"])


def reference_lists(lines: Sequence[str]) -> range:
    """The indexes of the ``lines`` from the heading of the first list of sources on, or none.

    ``lines`` have their white space folded; "" is a long one.

    >>> text = "The weir was built in 1931 by Tomas Aldgate, and holds the water of three springs. "
    >>> reference_lists([text * 2, "See also", "List of weirs", "References", "^ Lund, p. 4."])
    range(1, 5)
    """
    headings = [i for i, line in enumerate(lines) if _is_heading(line)]
    if not headings:
        return range(0)
    body = next((i for i, line in enumerate(lines) if not 0 < len(line) < _MIN_TEXT_CHARS), -1)
    first = next((i for i in headings if 0 <= body < i), len(lines))
    below = lines[first + 1 :]
    signs = 1 + sum(i > first for i in headings) + sum(map(bool, map(_ENTRY.match, below)))
    is_list = signs >= _MIN_SIGNS and below.count("") <= _MAX_LONG_SHARE * len(below)
    return range(first, len(lines)) if is_list else range(0)


def _is_heading(line: str) -> bool:
    is_short = 0 < len(line) <= _MAX_HEADING_CHARS
    return is_short and line.lower().rstrip(" :") in _headings()
