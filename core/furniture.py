"""Page furniture: the lines around an article that are not its text.

A line is told by its whole wording, by what it says before a colon, or by the shape of a time
stamp, a credit or a byline: never by a word alone that could open a sentence. A line of furniture
kept costs a reader a glance, a sentence lost costs the fact in it.
"""

import re
from functools import cache

from .article import BlockKind
from .packaged import sections

LONGEST = 240  # characters; a longer line is the article speaking

_DIGITS = re.compile(r"\d+")
_SPLIT = re.compile(r"[^\w.]+|\.(?!\w)|(?<=\d)(?=[^\W\d])|(?<=\w)\.(?=\d)")
_LABEL = re.compile(r"([^:|»>]{2,30}?)\s?[:|»>]")
_BARS = re.compile(r"\s*[|·>»•/]\s*")
_STAMPED = re.compile(r"(?:(?:first|last) )?(?:published|updated|posted|modified)\b[:.]?\s*", re.I)
_SLUG = re.compile(r"\^|[A-Z]{2}-{1,2}[A-Z][\w-]+\b.{0,40}$")
_MORE_FROM = re.compile(r"(?:read )?more (?:from|on|in) [^.!?]{1,40}$")
_CAPTIONED = re.compile(r"(?:image|media|photo|picture) (?:source|caption|credit|copyright)\b")
_BYLINE = re.compile(r"(?:by|written by|reported by|story by|words by|text by)[.:]? ", re.I)
_SERVICE = re.compile(
    r"©|\(c\) ?\d{4}|copyright (?:©|\(c\)|\d)|all rights reserved|"
    r"this material may not be (?:published|reproduced)|"
    r"(?:sign up|subscribe|get|receive|join)\b.{0,100}\b(?:newsletters?|inbox|alerts)\b|"
    r"(?:sign up|subscribe) (?:to|for|here|now)\b|click here\b|download (?:the|our)\b.{0,40}\bapp\b|"
    r"(?:follow|like|find|join) .{2,40} on (?:facebook|twitter|x|instagram|whatsapp|telegram|"
    r"linkedin|tiktok|youtube)\b|follow @\w|(?:on )?twitter:? ?@\w|"
    r"\(?(?:additional |further )?(?:reporting|writing|editing|compiled|translated)"
    r"(?: and \w+)? by\b|we use cookies|by (?:clicking|continuing|signing up)\b.{0,80}\b"
    r"(?:agree|accept)\b|\S+@\S+\.\w{2,6}$|https?://\S+$|www\.\S+$|@\w+$",
    re.I,
)
_CREDIT = re.compile(
    r"[(\[](?:(?:ap|afp|epa|file|pool) )?(?:photo|image|picture|courtesy|credit)s?\b"
    r"(?: ?[:/]| by\b| courtesy\b| credit\b|[)\]])[^()\[\]]*[)\]]?\.?$|"
    r"[(\[][^()\[\]]*(?:getty images|shutterstock|(?:reuters|afp|epa|ap)/|/(?:reuters|afp|epa|ap)\b)"
    r"[^()\[\]]*[)\]]\.?$|"
    r"(?:/ ?|\| ?|\bvia |© ?)(?:getty images|getty|reuters|afp|ap|epa|shutterstock|alamy)\.?$",
    re.I,
)
CREDIT_INSIDE = re.compile(r"\s(?=(?:Photo|Image|Picture|Photograph|Credit)s?: [^.:]{1,60}\.?$)")
"""The space before the credit that ends a caption: "The bridge at dawn Photo: A. Smith"."""


@cache
def _words(section: str) -> frozenset[str]:
    """The entries of a section; of those whose lines are single words, the words."""
    found = sections("furniture.txt")[section]
    return frozenset(" ".join(found).split() if section in ("time", "button", "role") else found)


def furniture(line: str) -> BlockKind | None:
    """The kind of a line, white space folded, that its wording gives away, or None."""
    folded = line.lower().replace("’", "'")
    if _is_service(line, folded):
        return BlockKind.BOILERPLATE
    label = _LABEL.match(folded)
    if (label and label[1] in _words("caption")) or _CAPTIONED.match(folded):
        return BlockKind.CAPTION
    if folded.strip(" .") in _words("credited") or _CREDIT.search(line, max(0, len(line) - 120)):
        return BlockKind.CAPTION
    if CREDIT_INSIDE.search(line, max(0, len(line) - 80)):
        return BlockKind.CAPTION
    return BlockKind.BYLINE if _is_byline(line) else None


def heads_aside(line: str) -> bool:
    """Whether ``line`` is the heading of a list that is not the article's text."""
    folded = line.lower().replace("’", "'")
    return folded.rstrip(" :.") in _words("aside") or bool(_MORE_FROM.match(folded))


def _is_service(line: str, folded: str) -> bool:
    key = _DIGITS.sub("0", folded).strip(" :.|>»→()[]*-")
    if key in _words("line") or heads_aside(line):
        return True
    label = _LABEL.match(folded)
    if label and label[1] in _words("label"):
        return True
    parts = _SPLIT.split(folded)
    return (
        _words("button").issuperset(filter(None, parts))
        or _is_time(folded, parts)
        or _is_menu(line)
        or bool(_SERVICE.match(line))
        or bool(_SLUG.match(line))
    )


def _is_time(folded: str, parts: list[str]) -> bool:
    """Whether a line is a time stamp: nothing but dates, clock times and "updated"."""
    time = _words("time")
    if any(map(str.isdigit, folded)) and all(not p or p.isdigit() or p in time for p in parts):
        return True
    stamped = _STAMPED.match(folded)
    if not stamped or folded.endswith(".") or len(folded) > 120:  # noqa: PLR2004
        return False
    after = _SPLIT.split(folded[stamped.end() :], maxsplit=1)[0]
    return not after or after.isdigit() or after in time


def _is_menu(line: str) -> bool:
    """Whether a line is a row of links: "Home | World | Business"."""
    parts = _BARS.split(line)
    return len(parts) > 2 and all(0 < len(part) <= 30 and part.count(" ") < 3 for part in parts)  # noqa: PLR2004


def _is_byline(line: str) -> bool:
    start = _BYLINE.match(line)
    if not start or len(line) > 120:  # noqa: PLR2004
        return False
    names = re.findall(r"[\w.'’-]+", line[start.end() :])
    return 0 < len(names) <= 14 and all(  # noqa: PLR2004
        name[0].isupper() or name.rstrip(".") in _words("role") for name in names
    )
