"""The articles in a text that NewsBank has exported, each with fields above and below it.

The outlet and the day stand below the title, "Ostrand Courier, The (OR) - May 4, 2024", and a
number ends an article, "Record Number: 1A2B3C4D". What stands between fields is its text.
"""

import re
from collections.abc import Mapping

from newsbrief.reading.dates import day_in
from newsbrief.text.packaged import sections

from .document import Document
from .plain_text import plain_text

SIGNS = ("Record:", "Record Number:")
"""One of them stands in each such text."""

_END = re.compile(r"(?m)^Record(?: Number)?:[ \t]*[A-Za-z\d.-]{6,40}[ \t]*\r?$")
_SOURCE = re.compile(
    r"(?P<outlet>\S.{2,90}) - (?P<date>(?:[A-Z][a-z]{2,5}day, )?[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4})"
)
_PLACE = re.compile(r" \([^()]{2,40}\)$")
_ARTICLE_BEHIND = re.compile(r"(.+), (The)$")
_FIELD = re.compile(r"([A-Za-z][A-Za-z /-]{1,30}):(?:[ \t]+(.*))?$")
_RIGHTS = ("copyright", "(c)", "©")
_MAX_TITLE_LINES = 3


def documents(text: str) -> list[Document]:
    """The articles in ``text``; none where it is no such export, or one in it is not understood."""
    if not any(sign in text for sign in SIGNS):
        return []
    *parts, rest = _END.split(text)
    found = [_article(part) for part in parts]
    articles = [article for article in found if article is not None]
    is_whole = len(articles) == len(found) and not any(_lines(rest))
    return articles if is_whole else []


def _article(part: str) -> Document | None:
    lines = _lines(part)
    at = next((i for i, line in enumerate(lines[: _MAX_TITLE_LINES + 1]) if _is_source(i, line)), 0)
    source = _SOURCE.fullmatch(lines[at]) if at else None
    if source is None:
        return None
    title = " ".join(lines[:at])
    begin, end = at + 1, len(lines)
    fields: dict[str, str] = {}
    while begin < end and (field := _FIELD.match(lines[begin])) and _is_of(field, "head"):
        fields[field[1].casefold()] = field[2] or ""
        begin += 1
    while end > begin and _is_below(lines[end - 1]):
        end -= 1
    outlet = _PLACE.sub("", source["outlet"])
    return Document(
        text=plain_text(title, re.split(r"\n{2,}", "\n".join(lines[begin:end]))),
        title=title,
        byline=_by(fields),
        date=day_in(source["date"]),
        outlet=_ARTICLE_BEHIND.sub(r"\2 \1", outlet),
    )


def _lines(part: str) -> list[str]:
    """The lines of ``part``, without those on rights, which stand behind the number of a record."""
    lines = (line.strip() for line in part.strip().splitlines())
    kept = [line for line in lines if not line.casefold().startswith(_RIGHTS)]
    return "\n".join(kept).strip().split("\n")


def _is_source(i: int, line: str) -> bool:
    return i > 0 and _SOURCE.fullmatch(line) is not None


def _is_below(line: str) -> bool:
    field = _FIELD.match(line)
    return not line or (field is not None and _is_of(field, "tail"))


def _is_of(field: re.Match[str], section: str) -> bool:
    return field[1].casefold() in sections("press_databases.txt")[f"newsbank {section}"]


def _by(fields: Mapping[str, str]) -> str | None:
    return fields.get("author/byline") or fields.get("author") or fields.get("byline") or None
