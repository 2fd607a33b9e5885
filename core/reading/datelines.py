"""What stands before the first words of a story: byline, time stamps, dateline.

"By Jane Doe PARIS, March 3 (Reuters) - The ..." opens with a byline and a dateline;
"By. Jane Doe. PUBLISHED:. 14:11 EST, 25 October 2013. The ..." with a byline and a time stamp.
"""

import re
from functools import cache
from typing import NamedTuple

from newsbrief.article import BlockKind
from newsbrief.text.packaged import sections

_HEAD = 240  # characters in which an opening ends
_PLACE = 70  # characters of a city, its region and a date
_PARTS = 5  # of a place, between commas
_PART = 4  # words
_CITY = 3  # letters of the shortest city in capitals

_AGENCY = re.compile(  # not a senator's "(R-Ohio)"
    r"\((?P<name>(?![DRI][-.,)])[A-Za-z][\w.&/' -]{1,31})\)\s*(?P<dash>(?:[.:]?--?|[–—―_:|])*)\s*"
)
_DASH = re.compile(r"\s*(?:--|[–—―]|(?<=\s)[-_](?=\s))\s*")
_FIRST = re.compile(r"[\"“‘'«„(¿¡\[]*[A-ZÀ-ÖØ-Þ0-9]")
_DATE = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \w{3,9} \d{1,2}, \d{4}\s+(?=[A-Z])"
)
_NUMBER = re.compile(r"\d{1,2}|\d{4}")

_NAMES = r"[A-Z][\w.'’-]*(?:,? (?:and |& |de |van |von )?[A-Z][\w'’-]*){0,7}"
_BYLINE = re.compile(rf"By (?:{_NAMES} )?(?=[A-Z]{{3}})")
_MAIL_BYLINE = re.compile(rf"By ?\. ?{_NAMES} ?\.\s*(?:(?:and|AND) {_NAMES} ?\.\s*)?")
_STAMPS = re.compile(
    r"(?:(?:PUBLISHED|UPDATED|CREATED|Published|Updated|Last updated)(?: at|:) ?\.? ?"
    r"[\w:, ]{4,40}(?: ?\.)?\s*(?:\| ?\.?\s*)?){1,3}"
)


class Opening(NamedTuple):
    """A stretch at the start of a paragraph that is not yet its first sentence."""

    kind: BlockKind
    start: int
    end: int


def openings(text: str, start: int, end: int, *, first: bool) -> list[Opening]:
    """The byline, time stamps and dateline with which ``text[start:end]`` opens, in order.

    Only the ``first`` paragraph of a story has a byline, or a dateline that names no agency.
    """
    found = []
    steps = (_mail_byline, _stamps, _byline, _dateline) if first else (_agency_dateline,)
    for step in steps:
        head = text[start : min(end, start + _HEAD)]
        kind, length = step(head)
        if 0 < length < end - start:
            found.append(Opening(kind, start, start + len(head[:length].rstrip())))
            start += length
    return found


def dateline(head: str, *, agency: bool) -> int:
    """The length of the dateline with which ``head`` opens, with the space after it, else 0.

    Where ``agency`` is true it must name one.

    >>> dateline("PARIS, March 3 (Reuters) - The", agency=True)
    27
    """
    bracket = head.find("(", 0, _PLACE)
    if bracket >= 0 and (match := _AGENCY.match(head, bracket)):
        place = head[:bracket].strip()
        if match["name"] in _words("wire") or (match["dash"] and match["name"][0].isupper()):
            placed = not place or _is_place(place)
            return match.end() if placed and _FIRST.match(head, match.end()) else 0
    if agency:
        return 0
    if date := _DATE.match(head):
        return date.end()
    dash = _DASH.search(head, 0, _PLACE)
    if not dash or not _FIRST.match(head, dash.end()):
        return 0
    place = head[: dash.start()].strip()
    city, _, region = place.partition(",")
    in_capitals = city.isupper() and sum(map(str.isalpha, city)) >= _CITY
    return dash.end() if _is_place(place) and (region or in_capitals) else 0


def _mail_byline(head: str) -> tuple[BlockKind, int]:
    match = _MAIL_BYLINE.match(head)
    return BlockKind.BYLINE, match.end() if match else 0


def _stamps(head: str) -> tuple[BlockKind, int]:
    match = _STAMPS.match(head)
    return BlockKind.BOILERPLATE, match.end() if match else 0


def _byline(head: str) -> tuple[BlockKind, int]:
    match = _BYLINE.match(head)
    found = match and dateline(head[match.end() :], agency=True)
    return BlockKind.BYLINE, match.end() if match and found else 0


def _dateline(head: str) -> tuple[BlockKind, int]:
    return BlockKind.DATELINE, dateline(head, agency=False)


def _agency_dateline(head: str) -> tuple[BlockKind, int]:
    return BlockKind.DATELINE, dateline(head, agency=True)


@cache
def _words(section: str) -> frozenset[str]:
    return frozenset(" ".join(sections("furniture.txt")[section]).split())


def _is_place(place: str) -> bool:
    """Whether ``place`` may be a city, its region and a date: names and numbers between commas."""
    parts = [part.split() for part in place.replace("/", " ").split(",")]
    if not all(0 < len(part) <= _PART for part in parts) or len(parts) > _PARTS:
        return False
    words = [word for part in parts for word in part]
    return (
        words[0][0].isupper()
        and words[0].rstrip(".") not in _words("no place")
        and all(w[0].isupper() or w in _words("in place") or _NUMBER.fullmatch(w) for w in words)
    )
