"""What stands before the first words of a story: byline, time stamps, dateline.

"By Jane Doe PARIS, March 3 (Reuters) - The ..." opens with a byline and a dateline;
"By. Jane Doe. PUBLISHED:. 14:11 EST, 25 October 2013. The ..." with a byline and a time stamp.
"""

import re
from functools import cache
from typing import NamedTuple

from .article import BlockKind
from .packaged import sections

_HEAD = 160  # characters in which an opening ends
_PLACE = 70
_AGENCY = re.compile(
    r"\((?P<name>[A-Za-z][\w.&/' -]{1,31})\)\s*(?P<dash>(?:[.:]?--?|[–—―_:|])*)\s*"
)
_DASH = re.compile(r"\s*(?:--|[–—―]|(?<=\s)[-_](?=\s))\s*")
_FIRST = re.compile(r"[\"“‘'«„(¿¡\[]*[A-ZÀ-ÖØ-Þ0-9]")
_DATE = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \w{3,9} \d{1,2}, \d{4}\s+(?=[A-Z])"
)
_NUMBERS = re.compile(r"\d{1,2}|\d{4}")
_SMALL = frozenset(
    ("al", "and", "d", "da", "de", "del", "di", "e", "el", "la", "le", "of", "on", "the")
)

_NO_PLACE = frozenset(
    ("The", "A", "An", "In", "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr", "Dr.")
)

_NAMES = r"[A-Z][\w.'’-]*(?:,? (?:and |& |de |van |von )?[A-Z][\w'’-]*){0,7}"
_BYLINE = re.compile(rf"By (?:{_NAMES} )?(?=[A-Z]{{3}})")
_MAIL_BYLINE = re.compile(rf"By ?\. ?{_NAMES} ?\.\s*(?:(?:and|AND) {_NAMES} ?\.\s*)?")
_STAMPS = re.compile(
    r"(?:(?:PUBLISHED|UPDATED|CREATED|Published|Updated|Last updated)(?: at|:) ?\.? ?"
    r"[\w:, ]{4,40}(?: ?\.)?\s*(?:\| ?\.?\s*)?){1,3}"
)


@cache
def _wires() -> frozenset[str]:
    """The agencies that need no dash after them: "(CNN)The"."""
    return frozenset(sections("furniture.txt")["wire"])


class Opening(NamedTuple):
    """A stretch at the start of a paragraph that is not yet its first sentence."""

    kind: BlockKind
    start: int
    end: int


def openings(text: str, start: int, end: int, *, first: bool) -> list[Opening]:
    """The byline, time stamps and dateline with which ``text[start:end]`` opens, in order.

    Only the ``first`` paragraph of a story has a byline, or a dateline that names no agency.
    """
    found: list[Opening] = []

    def opens(kind: BlockKind, length: int) -> None:
        nonlocal start
        if 0 < length < end - start:
            found.append(Opening(kind, start, start + len(text[start : start + length].rstrip())))
            start += length

    if first:
        for kind, pattern in ((BlockKind.BYLINE, _MAIL_BYLINE), (BlockKind.BOILERPLATE, _STAMPS)):
            match = pattern.match(text, start, end)
            opens(kind, match.end() - start if match else 0)
        byline = _BYLINE.match(text, start, end)
        if byline and dateline(text[byline.end() : byline.end() + _HEAD], agency=True):
            opens(BlockKind.BYLINE, byline.end() - start)
    opens(BlockKind.DATELINE, dateline(text[start : min(end, start + _HEAD)], agency=not first))
    return found


def dateline(head: str, *, agency: bool) -> int:
    """The length of the dateline with which ``head`` opens, with the space after it, else 0.

    >>> dateline("PARIS, March 3 (Reuters) - The", agency=True)
    27
    """
    bracket = head.find("(", 0, _PLACE)
    if bracket >= 0:
        match = _AGENCY.match(head, bracket)
        place = head[:bracket].strip()
        if match and (match["name"] in _wires() or (match["dash"] and match["name"][0].isupper())):
            named = not place or _is_place(place)
            return match.end() if named and _FIRST.match(head, match.end()) else 0
    if agency:
        return 0
    if date := _DATE.match(head):
        return date.end()
    match = _DASH.search(head, 0, _PLACE)
    if not match or not _FIRST.match(head, match.end()):
        return 0
    place = head[: match.start()].strip()
    city, _, region = place.partition(",")
    return match.end() if _is_place(place) and (region or _in_capitals(city)) else 0


def _is_place(place: str) -> bool:
    """Whether ``place`` may be a city, its region and a date: names and numbers between commas."""
    parts = place.split(",")
    words = place.replace(",", " ").replace("/", " ").split()
    return (
        len(parts) <= 5  # noqa: PLR2004
        and all(0 < len(part.split()) <= 4 for part in parts)  # noqa: PLR2004
        and words[0][0].isupper()
        and words[0] not in _NO_PLACE
        and all(w[0].isupper() or w in _SMALL or _NUMBERS.fullmatch(w) for w in words)
    )


def _in_capitals(city: str) -> bool:
    return city.isupper() and sum(map(str.isalpha, city)) > 2  # noqa: PLR2004
