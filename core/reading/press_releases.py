"""Press releases: what stands before the headline and below the text, by what they all say there.

"FOR IMMEDIATE RELEASE" is no headline, and what follows "About Acme Corp." says of the company what
every release of it says. A line such as the first above the headline makes a release. Of the signs
below it one alone may stand in any article; two make a release.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

_HEAD = re.compile(
    r"(?:(?:press|news|media) (?:release|statement)|for (?:immediate |general )?release|"
    r"(?:[\w ]{1,60} (?:is|are) )?embargo(?:ed)?(?: until| till)?|"
    r"not for release before|pressemitteilung|communiqué de presse|"
    r"(?:nota|comunicado) de prensa|comunicato stampa|persbericht)"
    r"(?:\W*$|\s*[:–—|/(-]|\s+(?:at )?(?:\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|"
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]{0,6}\.? \d))",
    re.IGNORECASE,
)
_CONTACT = re.compile(
    r"(?:(?:media|press|news|investors?|further) )?(?:contacts?|phone|telephone|tel|mobile|cell|"
    r"fax|e-?mail|web(?:site)?|inquiries|enquiries|information|relations)\b"
    r"(?:\W*$|[^.:]{0,40}:|\W{1,3}\d)|"
    r"\+?[\d() .-]{7,20}$",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:\S+\s){0,2}<?\S+@\S+$")
_WIRE = re.compile(r"/ ?PR ?Newswire|\((?:GLOBE NEWSWIRE|BUSINESS WIRE|EZ Newswire|Newsfile Corp)")
_END = re.compile(
    r"[-–—*~ ]*(?:ends?(?: \d{1,2}:\d\d [ap]\.?m\.?(?: [a-z]{2,3})?)?|#(?: ?#){2,4}|"
    r"-? ?(?:0|30) ?-)[-–—*~ ]*",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"About (?=[A-Z]|the [A-Z]|the [a-z]+:)[^.!?“\"]{2,80}(?:(?:Corp|Inc|Ltd|Co)\.)?$"
)
_ABOUT_INLINE = re.compile(r"About (?:the )?[\w&' -]{2,60}(?::| – | — )")
_TAIL = re.compile(
    r"(?:notes? (?:to|for) (?:the )?editors?|forward[- ]looking statements?|safe harbou?r|"
    r"cautionary (?:note|statement)|(?:media|press) (?:contacts?|inquiries|enquiries)|"
    r"contacts?\b:?$|"
    r"for (?:more|further|additional) (?:information|details)[,:]? (?:please )?(?:contact|visit)|"
    r"source:? [A-Z])",
    re.IGNORECASE,
)
_ENDS = (".", "!", "?", '."', ".”")
_HEAD_LINES = 10  # that may stand before the headline
_MAX_CONTACT_LINES = 2  # between two that are known: a name, an office
_MIN_SIGNS = 2
_MIN_TEXT_LINES = 2  # of the release itself, before what stands below it


def release_furniture(lines: Sequence[str]) -> list[int]:
    """The indexes of the ``lines`` around the text of a press release; none in another text.

    >>> release = ["PRESS RELEASE", "Quay shut", "It is shut.", "For how long?", "ENDS", "Jo Roe"]
    >>> release_furniture(release)
    [0, 4, 5]
    """
    top = lines[:_HEAD_LINES]
    head = [i for i, line in enumerate(top) if _HEAD.match(line)]
    on_wire = any(map(_WIRE.search, top))
    least = _MIN_TEXT_LINES if head or on_wire else len(lines) // 2
    least = max(least, next((i for i, line in enumerate(lines) if _is_text(line)), len(lines)))
    signs = {i: sign for i in range(least + 1, len(lines)) if (sign := _sign_below(lines[i]))}
    if not head and len({*signs.values()}) + on_wire < _MIN_SIGNS:
        return []
    first = min(signs, default=len(lines))
    return sorted({*head, *_contacts(top), *range(first, len(lines))})


def is_release_head(line: str) -> bool:
    """Whether ``line`` says that what stands below it is a press release, or from when on.

    >>> is_release_head("FOR RELEASE AT 10 A.M."), is_release_head("For release he paid a fine")
    (True, False)
    """
    return bool(_HEAD.match(line))


def _is_text(line: str) -> bool:
    """Whether ``line`` reads as the text of a release: it is long, or ends as a sentence does."""
    return not line or (line.endswith(_ENDS) and not _HEAD.match(line))


def _contacts(top: Sequence[str]) -> set[int]:
    """The indexes of the lines that say whom to ask, with the names between them.

    >>> sorted(_contacts(["Contact:", "Jo Roe", "Port of Ostrand", "555 010 22", "Quay shut"]))
    [0, 1, 2, 3]
    """
    known = [i for i, line in enumerate(top) if _CONTACT.match(line) or _ADDRESS.match(line)]
    named = {i + 1 for i in known if top[i].endswith(":") and i + 1 < len(top)}
    between = {
        i
        for before, after in pairwise(known)
        if after - before <= _MAX_CONTACT_LINES + 1
        for i in range(before, after)
    }
    return {*known, *named, *between}


def _sign_below(line: str) -> str:
    """Which sign a ``line`` is that the text of a release has ended above it, or ""."""
    if _END.fullmatch(line):
        return "end"
    if _ABOUT.match(line) or _ABOUT_INLINE.match(line):
        return "about"
    return "service" if _TAIL.match(line) else ""
