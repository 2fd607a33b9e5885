"""Folios: the lines of a paper that say which issue or page one holds, and when it came out.

"Vol. CXII, No. 214    Saturday, May 4, 2024    $2.50", "Page 6    LOCAL    May 4, 2024". What
stands above one is the name of the paper.
"""

import re

from .outlets import is_name
from .time_stamps import is_time_stamp

_MAX_CHARS = 120
_MAX_NAME_WORDS = 5  # of the paper, or of one of its sections
_MIN_ISSUE_PARTS = 2
_BETWEEN = re.compile(
    r"\s*\t\s*| {2,}| ?[|•·] ?| [-–—] |[,.;](?: |$)| (?=(?:[Nn]o|NO|Issue|ISSUE) \d)"
)
_VOLUME = r"(?:vol(?:ume)?|band|tomo|tome|année|jahrgang)\b\.? ?(?:\d{1,4}|[ivxlc]{1,9})"
_PRICE = (
    r"(?:price:? )?(?:[$£€₹] ?\d{1,3}(?:[.,]\d\d)?|\d{1,3}(?:[.,]\d\d)? ?[€¢p])|"
    r"(?:price:? )?(?:\d{1,3}|an?|one|two|three|five|six|ten|fifteen|twenty) "
    r"(?:cents?|pence|pfennig)|"
    r"price:? (?:a|one) penny"
)
_PART = re.compile(
    rf"{_VOLUME}|(?:no|nr|n[°ºo]|issue|number|nummer|número|numéro)\b\.? ?\d{{1,6}}|"
    r"(?:page|pages|p|pg|pp|seite|página) ?[a-z]?\d{1,3}(?:[-–]\d{1,3})?|"
    r"(?:section|sec) [a-z\d]|"
    r"(?:(?:final|first|late|early|city|morning|evening|weekend) ){1,3}edition|"
    rf"(?-i:[A-F]\d{{1,2}})|{_PRICE}",
    re.IGNORECASE,
)
_SIGN = re.compile(  # of a part; most lines have none
    r"\b(?:[a-f]\d|vol|band|tom[eo]|année|jahrgang|no|nr|n[°ºo]|issue|num|núm|page|pages|pg?|pp|seite|página|"
    r"section|sec|edition|cents?|pence|penny|price)|[$£€₹¢]",
    re.IGNORECASE,
)
_ABBREVIATED = re.compile(r"\b(vol|no|nr|pp?|pg|sec)\. ?(?=[\divxlc]|[a-f]\d)", re.IGNORECASE)


def is_folio(line: str) -> bool:
    """Whether ``line``, its white space kept, says of which issue or page the text is.

    It is all made of such parts, days and names: two parts, or one with a day, or a volume alone.

    >>> is_folio("No. 214   Saturday, May 4, 2024   $2.50"), is_folio("No. 10 is shut, it is said")
    (True, False)
    """
    return _names(line) is not None


def is_below_name(line: str) -> bool:
    """Whether ``line`` is a folio that does not name the paper: that stands above it.

    >>> is_below_name("May 4, 2024, Page A1"), is_below_name("Coast News, May 4, 2024, Page A1")
    (True, False)
    """
    names = _names(line)
    return names is not None and all(len(name.split()) == 1 for name in names)


def _names(line: str) -> list[str] | None:
    """The names in a folio, of the paper and its sections; None where ``line`` is no folio."""
    if len(line) > _MAX_CHARS or not any(map(str.isdigit, line)) or not _SIGN.search(line):
        return None
    pieces = [piece.strip() for piece in _BETWEEN.split(_ABBREVIATED.sub(r"\1 ", line))]
    said = [piece for piece in pieces if piece]
    parts = [piece for piece in said if _PART.fullmatch(piece)]
    others = [piece for piece in said if not _PART.fullmatch(piece)]
    names = [piece for piece in others if not is_time_stamp(piece)]
    if not parts or not all(map(_may_be_name, names)):
        return None
    if len(said) == 1:
        return [] if re.match(_VOLUME, said[0], re.IGNORECASE) else None
    is_issue = len(parts) >= _MIN_ISSUE_PARTS or any(map(_is_day, others))
    return names if is_issue else None


def _is_day(piece: str) -> bool:
    return any(map(str.isdigit, piece)) and is_time_stamp(piece)


def _may_be_name(piece: str) -> bool:
    words = piece.split()
    return len(words) <= _MAX_NAME_WORDS and is_name(words) and not any(map(str.isdigit, piece))
