"""The articles in a text that LexisNexis, Factiva, ProQuest or NewsBank has exported.

Such a text holds any number of articles, each with fields around it: "LENGTH: 734 words",
"Load-Date: May 5, 2024". Each database marks where an article ends. What stands around the text of
an article is taken for what is known of it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from newsbrief.reading.dates import day_in
from newsbrief.text.packaged import sections

from . import newsbank
from .document import Document
from .plain_text import plain_text

_FACTIVA_END = r"(?:AN[ \t]+)?Document [A-Za-z]{2,12}\d[A-Za-z\d]{9,24}"
_NEXIS_END = r"\d{1,6} of \d{1,6} DOCUMENTS?|End of Document"
_ENDS_OF_FACTIVA = re.compile(rf"(?m)^[ \t]*{_FACTIVA_END}[ \t]*\r?$")
_ENDS_OF_NEXIS = re.compile(rf"(?im)^load-date:|^[ \t]*(?:{_NEXIS_END})[ \t]*\r?$")
_END = re.compile(rf"(?m)^[ \t]*(?:{_FACTIVA_END}|{_NEXIS_END}|_{{20,}})[ \t]*\r?$")
_LENGTH = re.compile(r"(?:length:|wc )?\s*\d[\d,]{0,8} words", re.IGNORECASE)
_NAMED_LENGTH = re.compile(r"(?m)^[ \t]*(?:LENGTH|Length):[ \t]*\d[\d,]{0,8} words")
_LENGTH_ALONE = re.compile(r"(?m)^\d[\d,]{0,8} words[ \t]*\r?$")
_TAGGED = re.compile(r"(?m)^HD[ \t]{2,}\S")
_PROQUEST = re.compile(r"(?m)^ProQuest document (?:ID|link)\b")
_PROQUEST_LINE = re.compile(r"(?:Document \d+ of \d+|ProQuest document .*)$")
_FIELD = re.compile(r"([A-Za-z][A-Za-z /-]{1,30}):(?:\s+(.*))?$", re.DOTALL)
_TAG = re.compile(r"([A-Z]{2,3})(?:[ \t]{2,}(.*))?$")  # of Factiva
_TEXT_TAGS = ("LP", "TD")
_BY = re.compile(r"by:?\s+", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?: ?[AP]M| Uhr| GMT)?$")
_RIGHTS = ("copyright", "(c)", "©")
_MAX_COVER_WORDS = 40  # of what stands between two articles and is none
_NEXT_PARAGRAPHS = 4  # below the text, half of which are fields


def documents(text: str) -> list[Document]:
    """The articles in ``text``, in order; none where it is no export of a press database."""
    if found := newsbank.documents(text):
        return _numbered(found)
    if not _is_export(text):
        return []
    found = []
    for i, part in enumerate(_END.split(text)):
        article = _article(part)
        if article:
            found.append(article)
        elif i and len(part.split()) > _MAX_COVER_WORDS:
            return []  # one would be lost
    return _numbered(found)


def _numbered(found: list[Document]) -> list[Document]:
    if len(found) <= 1:
        return found
    return [replace(article, part=number) for number, article in enumerate(found, 1)]


def _is_export(text: str) -> bool:
    """Whether ``text`` has the fields of an article of a database, and its end."""
    if _PROQUEST.search(text):
        return True
    if _NAMED_LENGTH.search(text):
        return bool(_ENDS_OF_NEXIS.search(text))
    has_length = _TAGGED.search(text) or _LENGTH_ALONE.search(text)
    return bool(has_length and _ENDS_OF_FACTIVA.search(text))


def _article(part: str) -> Document | None:
    """The article in ``part`` of an export, or None where it is none."""
    if _TAGGED.search(part):
        return _of_tags(part)
    paragraphs = [block for each in re.split(r"\n[ \t\r]*\n", part) if (block := each.strip())]
    if _PROQUEST.search(part):
        return _of_proquest(paragraphs)
    if _NAMED_LENGTH.search(part):
        return _of_nexis(paragraphs)
    return _of_factiva(paragraphs) if _LENGTH_ALONE.search(part) else None


def _of_nexis(paragraphs: Sequence[str]) -> Document | None:
    first = next((i for i, each in enumerate(paragraphs) if _label(each) in _names("head")), 0)
    body = next((i for i, each in enumerate(paragraphs) if each == "Body"), None)
    begin = first if body is None else body + 1
    while begin < len(paragraphs) and _label(paragraphs[begin]) in _names("head"):
        begin += 1
    above = [each for each in paragraphs[:first] if not each.casefold().startswith(_RIGHTS)]
    if not above:
        return None
    title, outlet = (above[-1], above[0]) if body is None else (above[0], "".join(above[1:2]))
    fields = _fields("\n".join(paragraphs[first:begin]))
    return Document(
        text=plain_text(_line(title), _text(paragraphs[begin:])),
        title=_line(title),
        byline=_by(fields.get("byline") or fields.get("author")),
        date=next(filter(None, map(day_in, _lines(above))), None),
        outlet=_lines([outlet])[0] if outlet and outlet != title else None,
    )


def _of_factiva(paragraphs: Sequence[str]) -> Document | None:
    at = next(i for i, each in enumerate(paragraphs) if any(map(_LENGTH.fullmatch, _lines([each]))))
    lines = _lines([paragraphs[at]])
    count = next(i for i, line in enumerate(lines) if _LENGTH.fullmatch(line))
    heads = [*_lines(paragraphs[max(0, at - 1) : at])[-1:], *lines[:count]]
    if not heads:
        return None
    below = [line for line in lines[count + 1 :] if not _CLOCK.match(line)]
    date = next((i for i, line in enumerate(below) if day_in(line)), None)
    rights = " ".join(line for line in lines if line.casefold().startswith(_RIGHTS))
    body = list(paragraphs[at + 1 :])
    if body and body[-1] in rights:
        del body[-1]  # the publisher
    return Document(
        text=plain_text(heads[0], body),
        title=heads[0],
        byline=_by(heads[1] if len(heads) > 1 else None),
        date=None if date is None else day_in(below[date]),
        outlet=None if date is None else next(iter(below[date + 1 :]), None),
    )


def _of_tags(part: str) -> Document | None:
    """An article of Factiva whose fields have tags: "HD     Quay to shut"."""
    values: dict[str, list[str]] = {}
    tag = ""
    for line in part.splitlines():
        opened = _TAG.match(line)
        if opened:
            tag = opened[1]
        values.setdefault(tag, []).append((opened[2] or "") if opened else line.strip())
    fields = {name: "\n".join(lines).strip() for name, lines in values.items()}
    body = "\n\n".join(fields[name] for name in _TEXT_TAGS if name in fields)
    if not body:
        return None
    title = _line(fields["HD"])
    return Document(
        text=plain_text(title, re.split(r"\n\s*\n", body)),
        title=title,
        byline=_by(fields.get("BY")),
        date=day_in(fields.get("PD", "")),
        outlet=fields.get("SN"),
    )


def _of_proquest(paragraphs: Sequence[str]) -> Document | None:
    shown = [each for each in paragraphs if not _PROQUEST_LINE.match(each)]
    begin = next((i for i, each in enumerate(shown) if _label(each) == "full text"), 0)
    if not begin:
        return None
    fields = _fields("\n".join(shown[1:begin] + shown[begin + 1 :]))
    opened = _FIELD.match(shown[begin])
    body = [(opened and opened[2]) or "", *shown[begin + 1 :]]
    return Document(
        text=plain_text(_line(shown[0]), _text(body)),
        title=_line(shown[0]),
        byline=_by(fields.get("author")),
        date=day_in(fields.get("publication date", "")),
        outlet=fields.get("publication title"),
    )


def _text(paragraphs: Sequence[str]) -> Iterator[str]:
    """The ``paragraphs`` of the text, without the fields below it."""
    for i, each in enumerate(paragraphs):
        if _is_below(each):
            following = paragraphs[i : i + _NEXT_PARAGRAPHS]
            if 2 * sum(map(_is_below, following)) >= len(following):
                return
        yield each


def _is_below(paragraph: str) -> bool:
    """Whether ``paragraph`` may be a field below the text."""
    lower = paragraph.casefold()
    below = _label(paragraph) in _names("tail") or lower in _names("end")
    return below or lower.startswith(_RIGHTS)


def _fields(text: str) -> Mapping[str, str]:
    """The first value of each field in ``text``, by its name."""
    found = (_FIELD.match(line.strip()) for line in text.splitlines())
    values: dict[str, str] = {}
    for field in filter(None, found):
        values.setdefault(field[1].casefold(), _line(field[2] or ""))
    return values


def _label(paragraph: str) -> str:
    field = _FIELD.match(paragraph)
    return field[1].casefold() if field else ""


def _names(section: str) -> frozenset[str]:
    return frozenset(sections("press_databases.txt")[section])


def _lines(paragraphs: Sequence[str]) -> list[str]:
    return [line.strip() for each in paragraphs for line in each.splitlines()]


def _line(paragraph: str) -> str:
    return " ".join(paragraph.split())


def _by(names: str | None) -> str | None:
    """The ``names`` of a byline without the word that opens it."""
    return _BY.sub("", names, count=1).strip() or None if names else None
