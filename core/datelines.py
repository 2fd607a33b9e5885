"""What stands before the first words of a story: byline, time stamps, dateline.

"By Jane Doe PARIS, March 3 (Reuters) - The ..." opens with a byline and a dateline;
"By. Jane Doe. PUBLISHED:. 14:11 EST, 25 October 2013. The ..." with a byline and a time stamp.
"""

import re
from typing import NamedTuple

from .article import BlockKind

_CAP = "[A-ZÀ-ÖØ-Þ]"
_CAPS = rf"{_CAP}[A-ZÀ-ÖØ-Þ.'’]+"
_WORD = rf"{_CAP}[\w.'’-]*"
_CITY = rf"{_CAPS}(?:[ /-]{_CAPS}){{0,4}}"  # PORT-AU-PRINCE, NEW YORK/LONDON
_TOWN = rf"{_WORD}(?: (?:de |del |la |al-)?{_WORD}){{0,3}}"  # San Miguel de Allende
_REGION = (
    rf"(?:, (?:{_WORD}(?: {_WORD}){{0,2}}(?: \d{{1,2}})?|\d{{1,2}} [\w.]{{3,10}}|\d{{4}})){{0,3}}"
)
_AGENCY = rf"\((?:{_CAP}[\w.&/ -]{{1,30}}|dpa|afp|sid|ots|ap)\)"
_WIRES = (
    r"\((?:CNN|AP|AFP|UPI|Reuters|Xinhua|PTI|ANI|IANS|EFE|ANSA|DPA|dpa|TASS|KCNA|CBS|NBC|ABC|NPR|PA|"
    r"Bloomberg|Associated Press)\)"
)
_DASH = r"(?:\.?--?|[–—―_:|])"
_FIRST = r"(?=[\"“‘'«„(¿¡\[]?[A-ZÀ-ÖØ-Þ0-9])"
_WITH_AGENCY = (
    rf"(?:(?:(?:{_CITY}|{_TOWN}){_REGION}|\({_TOWN}\)) ?)?{_AGENCY} ?{_DASH}+\s*{_FIRST}"
    rf"|(?:{_TOWN}{_REGION} ?)?{_WIRES}\s*{_FIRST}"
)

_DATELINE = re.compile(_WITH_AGENCY)
_OPENING_DATELINE = re.compile(
    rf"{_WITH_AGENCY}|(?:{_CITY}{_REGION} ?(?:--|[–—―])|{_CITY}{_REGION} [-_])\s*{_FIRST}"
)
_NAMES = rf"{_WORD}(?:,? (?:and |& |de |van |von )?{_WORD}){{0,7}}"
_BYLINE = re.compile(rf"By {_NAMES},? (?={_CITY}{_REGION} ?{_AGENCY} ?{_DASH})")
_STAMP = (
    r"(?:PUBLISHED|UPDATED|CREATED|Published|Updated|Last updated)(?: at|:)? ?\.?:? ?[^.|]{4,40}"
    r"(?: ?\.)?\s*(?:\| ?\.?\s*)?"
)
_MAIL_BYLINE = re.compile(rf"By ?\. ?{_NAMES} ?\.\s*(?:(?:and|AND) {_NAMES} ?\.\s*)?")
_STAMPS = re.compile(rf"(?:{_STAMP}){{1,3}}(?={_FIRST})")


class Opening(NamedTuple):
    """A stretch at the start of a paragraph that is not yet its first sentence."""

    kind: BlockKind
    start: int
    end: int


def openings(text: str, start: int, end: int, *, first: bool) -> list[Opening]:
    """The byline, time stamps and dateline with which ``text[start:end]`` opens, in order.

    A city and a dash alone count only in the ``first`` paragraph of a story.
    """
    found: list[Opening] = []
    patterns = [(BlockKind.DATELINE, _DATELINE)]
    if first:
        patterns = [
            (BlockKind.BYLINE, _BYLINE),
            (BlockKind.BYLINE, _MAIL_BYLINE),
            (BlockKind.BOILERPLATE, _STAMPS),
            (BlockKind.DATELINE, _OPENING_DATELINE),
        ]
    for kind, pattern in patterns:
        match = pattern.match(text, start, min(end, start + _HEAD))
        if match and match.end() < end:
            found.append(Opening(kind, start, start + len(match[0].rstrip())))
            start = match.end()
    return found


_HEAD = 400  # characters in which an opening ends
