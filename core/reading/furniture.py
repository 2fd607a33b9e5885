"""Page furniture: the lines around an article that are not its text.

A line is told by its whole wording, by what it says before a colon, or by the shape of a time
stamp, a credit or a byline: never by a word alone that could open a sentence. A line of furniture
kept costs a reader a glance, a sentence lost costs the fact in it.
"""

import re
from functools import cache

from newsbrief.article import BlockKind
from newsbrief.text.packaged import sections

LONGEST = 240  # characters; a longer line is the article speaking
_LINKS = 3  # in a row that make it a menu
_LINK = 30  # characters
_LINK_WORDS = 3
_NAMES = 14  # words of a byline
_SHORT = 120  # characters; a longer line is no button, date or byline

_DIGITS = re.compile(r"\d+")
_SPLIT = re.compile(r"[^\w.]+|\.(?!\w)|(?<=\d)(?=[^\W\d])|(?<=\w)\.(?=\d)")
_LABEL = re.compile(r"([^:|»>]{2,30}?)\s?[:|»>]")
_BARS = re.compile(r"\s*[|·>»•]\s*|\s+/\s+")
_STAMPED = re.compile(
    r"(?:(?:first|last) )?(?:published|updated|posted|modified)\b[:.]?\s*", re.IGNORECASE
)
_SLUG = re.compile(r"\^|[A-Z]{2}-{1,2}[A-Z][\w-]+\b.{0,40}$")
_MORE_FROM = re.compile(r"(?:read )?more (?:from|on|in) [^.!?]{1,40}$")
_CAPTIONED = re.compile(r"(?:image|media|photo|picture) (?:source|caption|credit|copyright)\b")
_BYLINE = re.compile(
    r"(?:(?:written|reported|story|words|text|edited|translated|(?:additional )?reporting) )?"
    r"by[.:]? ",
    re.IGNORECASE,
)
_SERVICE = re.compile(
    r"©|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d)|all rights reserved|"
    r"this material may not be (?:published|reproduced)|"
    r"(?:sign up|subscribe|get|receive|join)\b.{0,100}\b(?:newsletters?|inbox|alerts)\b|"
    r"(?:sign up|subscribe) (?:to|for|here|now)\b|click here\b|"
    r"download (?:the|our)\b.{0,40}\bapp\b|"
    r"(?:follow|like|find|join) .{2,40} on (?:facebook|twitter|x|instagram|whatsapp|telegram|"
    r"linkedin|tiktok|youtube)\b|follow @\w|(?:on )?twitter:? ?@\w|"
    r"\((?:additional |further )?(?:reporting|writing|editing|compiled|translated)"
    r"(?: and \w+)? by\b|we use cookies|by (?:clicking|continuing|signing up)\b.{0,80}\b"
    r"(?:agree|accept)\b|\S+@\S+\.\w{2,6}$|https?://\S+$|www\.\S+$|@\w+$",
    re.IGNORECASE,
)
_NAME = re.compile(r"[\w.'’-]+")
_CREDIT = re.compile(
    r"[(\[](?:(?:ap|afp|epa|file|pool) )?(?:photo|image|picture|courtesy|credit)s?\b"
    r"(?: ?[:/]| by\b| courtesy\b| credit\b|[)\]])[^()\[\]]*[)\]]?\.?$|"
    r"[(\[][^()\[\]]*(?:getty images|shutterstock|(?:reuters|afp|epa|ap)/|"
    r"/(?:reuters|afp|epa|ap)\b)[^()\[\]]*[)\]]\.?$|"
    r"(?:/ ?|\| ?|\bvia |© ?)(?:getty images|getty|reuters|afp|ap|epa|shutterstock|alamy)\.?$",
    re.IGNORECASE,
)
CREDIT_INSIDE = re.compile(r"\s(?=(?:Photo|Image|Picture|Photograph|Credit)s?: [^.:]{1,60}\.?$)")
"""The space before the credit that ends a caption: "The bridge at dawn Photo: A. Smith"."""

RUN_IN = re.compile(
    r"Media playback is (?:not supported|unsupported)"
    r" on (?:this|your) (?:device|browser)\b\.?"
)
"""A notice that stands between the sentences of a paragraph, as a page leaves it when scraped."""


@cache
def _words(section: str) -> frozenset[str]:
    """The entries of a section; of those whose lines are single words, the words."""
    found = sections("furniture.txt")[section]
    return frozenset(" ".join(found).split() if section in ("time", "button", "role") else found)


def furniture(line: str) -> BlockKind | None:
    """The kind of a line, white space folded, that its wording gives away, or None."""
    folded = _folded(line)
    label = _LABEL.match(folded)
    named = label[1] if label else ""
    if named in _words("label") or _is_service(line, folded):
        return BlockKind.BOILERPLATE
    if named in _words("caption") or _is_credited(line, folded):
        return BlockKind.CAPTION
    return BlockKind.BYLINE if _is_byline(line) else None


def heads_aside(line: str) -> bool:
    """Whether ``line`` is the heading of a list that is not the article's text."""
    return len(line) <= _SHORT and _is_aside(_folded(line))


def _folded(line: str) -> str:
    return line.lower().replace("’", "'")


def _is_aside(folded: str) -> bool:
    return folded.rstrip(" :.") in _words("aside") or bool(_MORE_FROM.match(folded))


def _is_service(line: str, folded: str) -> bool:
    """Whether a line serves the page: a button, a time stamp, a menu, a notice."""
    if _SERVICE.match(line) or _SLUG.match(line):
        return True
    if len(line) > _SHORT:
        return False
    key = _DIGITS.sub("0", folded).strip(" :.|>»→()[]*-")
    if key in _words("line") or _is_aside(folded):
        return True
    parts = _SPLIT.split(folded)
    return (
        _words("button").issuperset(filter(None, parts))
        or _is_time(folded, parts)
        or _is_menu(line)
    )


def _is_time(folded: str, parts: list[str]) -> bool:
    """Whether a line is a time stamp: nothing but dates, clock times and "updated"."""
    time = _words("time")
    if any(map(str.isdigit, folded)) and all(not p or p.isdigit() or p in time for p in parts):
        return True
    stamped = _STAMPED.match(folded)
    if not stamped or folded.endswith("."):
        return False
    after = _SPLIT.split(folded[stamped.end() :], maxsplit=1)[0]
    return not after or after.isdigit() or after in time


def _is_menu(line: str) -> bool:
    """Whether a line is a row of links: "Home | World | Business"."""
    parts = _BARS.split(line)
    short = all(0 < len(part) <= _LINK and part.count(" ") < _LINK_WORDS for part in parts)
    return short and len(parts) >= _LINKS and line[-1] not in ".!?"


def _is_credited(line: str, folded: str) -> bool:
    """Whether a line is a picture's caption or ends in its credit."""
    if folded.strip(" .") in _words("credited") or _CAPTIONED.match(folded):
        return True
    tail = max(0, len(line) - _SHORT)
    if any(sign in folded[tail:] for sign in ("(", "[", "/", "|", "©", "via ")) and _CREDIT.search(
        line, tail
    ):
        return True
    return ": " in line[tail:] and bool(CREDIT_INSIDE.search(line, tail))


def _is_byline(line: str) -> bool:
    start = _BYLINE.match(line)
    if not start or len(line) > _SHORT:
        return False
    names = _NAME.findall(line, start.end())
    return 0 < len(names) <= _NAMES and all(
        name[0].isupper() or name.rstrip(".") in _words("role") for name in names
    )
