"""What stands before the first sentence of a paragraph: byline, time stamps, dateline, a label.

"By Jane Doe PARIS, March 3 (Reuters) - The ..." opens with a byline and a dateline;
"By. Jane Doe. PUBLISHED:. 14:11 EST, 25 October 2013. The ..." with a byline and a time stamp.
"""

import re
from functools import cache

from newsbrief.article import Block, BlockKind
from newsbrief.text.gazetteer import places
from newsbrief.text.packaged import word_set
from newsbrief.text.quotation_marks import OPENING_MARKS

from .dates import MONTHS
from .outlets import is_name

_MAX_OPENING_CHARS = 240
_MAX_PLACE_CHARS = 70  # of a city, its region and a date
_MAX_PLACE_PARTS = 5  # between commas
_MAX_PART_WORDS = 4
_MIN_CITY_LETTERS = 3  # of a city in capitals

_AGENCY = re.compile(  # not a senator's "(R-Ohio)"
    r"\((?P<name>(?![DRI][-.,)])[A-Za-z][\w.&/' -]{1,31})\)\s*(?P<dash>(?:[.:]?--?|[–—―_:|])*)\s*"
)
_REGION = re.compile(r" ?\(([^()]+)\)")  # behind a city: "Lyon (France)"
_DASH = re.compile(r"\s*(?:--|[–—―]|(?<=\s)[-_](?=\s))\s*")
_CITY = re.compile(
    rf"([A-Z][A-Z .'’-]{{2,40}})(?:, [A-Z][\w. ]{{2,30}})?: +(?=[{OPENING_MARKS}A-Z])"
)
_LABEL = re.compile(r"^[ \t]*[A-Z][A-Z.'’ -]{0,30}(?:,[^:\n]{1,40})?:[ \t]", re.MULTILINE)
_FIRST = re.compile(rf"[{OPENING_MARKS}(¿¡\[]*[A-ZÀ-ÖØ-Þ0-9]")
_DATE = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \w{3,9} \d{1,2}, \d{4}\s+(?=[A-Z])"
)
_NUMBER = re.compile(r"\d{1,2}|\d{4}")
_WHOLE_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4})"
_DAY = re.compile(_WHOLE_DAY)
_DAY_AND_DASH = re.compile(rf"{_WHOLE_DAY}{_DASH.pattern}")

_NAMES = r"[A-Z][\w.'’-]*(?:,? (?:and |& |de |van |von )?[A-Z][\w'’-]*){0,7}"
_BYLINE = re.compile(rf"By (?:{_NAMES} )?(?=[A-Z]{{3}})")
_FIELD = re.compile(  # as programs export an article
    r"(?:full text|text|body|content|markdown content|article)\s*:\s+(?=\S)", re.IGNORECASE
)
_MAIL_BYLINE = re.compile(rf"By ?\. ?{_NAMES} ?\.\s*(?:(?:and|AND) {_NAMES} ?\.\s*)?")
_STAMPS = re.compile(
    r"(?:(?:PUBLISHED|UPDATED|CREATED|Published|Updated|Last updated)(?: at|:) ?\.? ?"
    r"[\w:, ]{4,40}(?: ?\.)?\s*(?:\| ?\.?\s*)?){1,3}"
)
_POST_TIME = re.compile(  # or the number of a post in a thread: "2/", "2/12"
    r"(?:\d{1,2}[:.h]\d\d(?: ?[ap]\.?m\b\.?)?(?: (?:[A-Z]{2,4}|Uhr)\b)?|\d{1,3}/(?:\d{1,3})?)"
    rf"(?: ?(?P<mark>[:|–—]|(?<= )-)\s+|\s+)(?=[{OPENING_MARKS}]?[A-ZÀ-ÖØ-Þ])"
)


def openings(
    text: str, start: int, end: int, *, first: bool, has_posts: bool = False
) -> list[Block]:
    """The label, byline, time stamps and dateline that open ``text[start:end]``, in order.

    Only one of the ``first`` paragraphs of an article has a label, a byline, time stamps, or a
    dateline without an agency. Where the article ``has_posts``, a clock time that opens one of its
    paragraphs is that of a post.
    """
    spans = []
    steps = (_field, _mail_byline, _stamps, _byline, _dateline) if first else (_agency_dateline,)
    if text[start].isdigit():
        steps = (_post_time if has_posts else _post_time_and_mark, *steps)
    for step in steps:
        head = text[start : min(end, start + _MAX_OPENING_CHARS)]
        kind, length = step(head)
        is_label = head[:length].rstrip().endswith(":") and step not in _POST_STEPS
        if length and is_label and _LABEL.search(text, end):
            continue  # a speaker, where another speaks below
        if 0 < length < end - start:
            spans.append(Block(kind, start, start + len(head[:length].rstrip())))
            start += length
    return spans


def dateline_length(head: str, *, needs_agency: bool) -> int:
    """The characters of the dateline that opens ``head``, with the space after it; 0 if none does.

    >>> dateline_length("PARIS, March 3 (Reuters) - The", needs_agency=True)
    27
    >>> dateline_length("Lyon (France), 4 mars 2025 (AFP) - Le", needs_agency=True)
    35
    """
    bracket = head.find("(", 0, _MAX_PLACE_CHARS)
    while bracket >= 0:
        agency = _AGENCY.match(head, bracket)
        bracket = head.find("(", bracket + 1, _MAX_PLACE_CHARS)
        if not agency:
            continue
        place = _REGION.sub(r", \1", head[: agency.start()]).strip()
        wire = agency["name"] in _words("wire")
        dashed = agency["dash"] not in ("", ":")  # "Ann Lee (Coast News):" is who speaks
        if wire or (dashed and agency["name"][0].isupper()):
            placed = not place or _is_place(place)
            return agency.end() if placed and _FIRST.match(head, agency.end()) else 0
    if needs_agency:
        return 0
    if opening := _DATE.match(head) or _known_city(head):
        return opening.end()
    dash = _DASH.search(head, 0, _MAX_PLACE_CHARS)
    if not dash or not _FIRST.match(head, dash.end()):
        return 0
    place = head[: dash.start()].strip().removesuffix(".")  # as old papers have it: "May 3.—The"
    city, _, region = place.partition(",")
    in_capitals = city.isupper() and sum(map(str.isalpha, city)) >= _MIN_CITY_LETTERS
    if not (_is_place(place) and (region or in_capitals)):
        return _behind_service(place, head, dash.end())
    return dash.end() + _beside_day(place, head[dash.end() :])


def is_dateline(line: str) -> bool:
    """Whether ``line`` is a dateline whose text stands below it.

    >>> is_dateline("PORT HADLEY, Wash. (Coast News) -"), is_dateline("Oral questions -")
    (True, False)
    """
    line = f"{line} "
    return dateline_length(f"{line}The", needs_agency=False) == len(line)


def _beside_day(place: str, rest: str) -> int:
    """What goes on with a dateline in ``rest``: a day behind the ``place``, a place behind a day.

    >>> _beside_day("OSTRAND, Norway", "May 12, 2025 – The"), _beside_day("May 12, 2025", "Rain")
    (15, 0)
    """
    if _DAY.fullmatch(place):
        return dateline_length(rest, needs_agency=False)
    day = _DAY_AND_DASH.match(rest)
    return day.end() if day and _FIRST.match(rest, day.end()) else 0


def _behind_service(name: str, head: str, end: int) -> int:
    """The dateline with a whole day that goes on at ``end``, behind the ``name`` of a news service.

    >>> _behind_service("Newswise", "Newswise — ELY, May 3, 2024 – Rain", 11)
    30
    """
    words = name.split()
    if not words or len(words) > _MAX_PART_WORDS or not is_name(words):
        return 0
    length = dateline_length(head[end:], needs_agency=False)
    return end + length if length and _DAY.search(head, end, end + length) else 0


def _field(head: str) -> tuple[BlockKind, int]:
    """The name of the field that holds the text: "Full text: The"."""
    match = _FIELD.match(head)
    return BlockKind.BOILERPLATE, match.end() if match else 0


def _mail_byline(head: str) -> tuple[BlockKind, int]:
    """A byline between periods, as the Daily Mail's pages have it: "By. Jane Doe."."""
    match = _MAIL_BYLINE.match(head)
    return BlockKind.BYLINE, match.end() if match else 0


def _stamps(head: str) -> tuple[BlockKind, int]:
    match = _STAMPS.match(head)
    return BlockKind.BOILERPLATE, match.end() if match else 0


def opens_post(head: str) -> bool:
    """Whether ``head`` opens as a post of a live blog does: "14:02 GMT The mayor".

    >>> opens_post("2.15pm Traders gather"), opens_post("2/ It rains"), opens_post("14:02 is late")
    (True, True, False)
    """
    return _POST_TIME.match(head) is not None


def _post_time(head: str) -> tuple[BlockKind, int]:
    match = _POST_TIME.match(head)
    return BlockKind.BOILERPLATE, match.end() if match else 0


def _post_time_and_mark(head: str) -> tuple[BlockKind, int]:
    """A time that a mark parts from the text: "14:02 - Traders"; without one it may be said."""
    match = _POST_TIME.match(head)
    return BlockKind.BOILERPLATE, match.end() if match and match["mark"] else 0


_POST_STEPS = (_post_time, _post_time_and_mark)


def _byline(head: str) -> tuple[BlockKind, int]:
    """A byline on the line of the dateline: "By Jane Doe PARIS (Reuters) -"."""
    match = _BYLINE.match(head)
    if match is None or not dateline_length(head[match.end() :], needs_agency=True):
        return BlockKind.BYLINE, 0
    return BlockKind.BYLINE, match.end()


def _dateline(head: str) -> tuple[BlockKind, int]:
    return BlockKind.DATELINE, dateline_length(head, needs_agency=False)


def _agency_dateline(head: str) -> tuple[BlockKind, int]:
    return BlockKind.DATELINE, dateline_length(head, needs_agency=True)


def _known_city(head: str) -> re.Match[str] | None:
    city = _CITY.match(head)
    return city if city and city[1] in _cities() else None


@cache
def _cities() -> frozenset[str]:
    """The places that are known, in capitals: "NEW DELHI: The"."""
    return frozenset(map(str.upper, places()))


def _words(section: str) -> frozenset[str]:
    return word_set("furniture.txt", section)


def _is_place(place: str) -> bool:
    """Whether ``place`` may be a city, its region and a date: names and numbers between commas."""
    parts = [part.split() for part in place.replace("/", " ").split(",")]
    if len(parts) > _MAX_PLACE_PARTS:
        return False
    if not all(0 < len(part) <= _MAX_PART_WORDS for part in parts):
        return False
    words = [word for part in parts for word in part]
    return (
        words[0][0].isupper()
        and words[0].rstrip(".") not in _words("no place")
        and all(
            w[0].isupper() or w in _words("in place") or w in MONTHS or _NUMBER.fullmatch(w)
            for w in words
        )
    )
