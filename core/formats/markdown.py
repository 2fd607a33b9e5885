"""Markdown (CommonMark with tables), read by markdown-it-py, and the front matter above it.

Marks go, what they mark stays: of a link its text, of a picture nothing.
"""

import re
import tomllib
from datetime import date
from typing import TYPE_CHECKING

from newsbrief.errors import InputError
from newsbrief.reading.decoding import decode
from newsbrief.reading.reference_marks import without_reference_marks

from .document import Document
from .markup import parts
from .plain_text import one_line, plain_text
from .stated_values import has_address, iso_date, language_code, web_address, without_by

if TYPE_CHECKING:
    from collections.abc import Mapping

_FRONT_MATTER = re.compile(  # entries, lists, tables, comments and what is indented below them
    r"\s*(?P<fence>---|\+\+\+)[ \t]*\n(?=[\w-]{1,40}[ \t]*[:=])"
    r"(?P<lines>(?:(?!(?P=fence))(?:[\w.-]{1,40}[ \t]*[:=].*|[ \t].*|-[ \t].*|\[.*|#.*)?\n){0,200})"
    r"(?P=fence)[ \t]*(?:\n|\Z)"
)
_BLOCKS = (">", ">-", ">+", "|", "|-", "|+")  # a text follows on indented lines
_BETWEEN_FIGURES = re.compile(r"(?<=\d)\*(?=\d)")  # 5*3*2 is no emphasis
_ENTRY = re.compile(r"([\w-]{1,40})[ \t]*:[ \t]*(.*)")
_LIST_ENTRY = re.compile(r"[ \t]*-[ \t]+(.+)")
_NOTE = re.compile(r"^\[\^[^\]\s]{1,40}\]:.*(?:\n[ \t]+\S.*)*|\[\^[^\]\s]{1,40}\]", re.MULTILINE)
# What Obsidian and others have besides: links within a vault, marked words, remarks, boxes.
_WIKI_LINK = re.compile(r"(!?)\[\[(?:[^\[\]\n|]{1,200}[|])?([^\[\]\n|]{1,200})\]\]")
_MARKED = re.compile(r"==(?=\S)([^=\n]{1,2000}?)(?<=\S)==|%%.{0,2000}?%%", re.DOTALL)
_BOX = re.compile(
    r"^([ \t]*(?:>[ \t]*)+)\[![\w-]{1,40}(?:\|[^\]\n]{0,40})?\][+-]?(.*)$", re.MULTILINE
)
_FIELDS = {
    "title": ("title", "headline"),
    "byline": ("author", "authors", "byline"),
    "date": ("date", "published", "pubdate"),
    "outlet": ("publication", "publisher", "outlet", "source"),
    "url": ("url", "canonical_url", "canonical", "link", "source"),
    "language": ("lang", "language"),
}


def documents(data: bytes) -> list[Document]:
    """The document in a Markdown file. Raises ``InputError`` where there is no text in it."""
    from markdown_it import MarkdownIt

    text = _with_line_feeds(decode(data))
    front = _FRONT_MATTER.match(text)
    said = _front_matter(front["fence"], front["lines"]) if front else {}
    source = _NOTE.sub("", text[front.end() :] if front else text)
    source = _BETWEEN_FIGURES.sub(r"\*", _as_common(source))
    markdown = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    found = parts(markdown.render(source))
    title = said.get("title")
    if title is None and found and found[0].level == 1:
        title = one_line(found[0].text)
    plain = plain_text(title, (without_reference_marks(part.text) for part in found))
    if not plain:
        raise InputError("a Markdown file with no text in it")
    people = [name for name in said.get("byline", "").split(", ") if not has_address(name)]
    return [
        Document(
            plain,
            title=title,
            byline=without_by(", ".join(people)) or None,
            date=iso_date(said.get("date")),
            outlet=None if has_address(said.get("outlet", "")) else said.get("outlet"),
            url=web_address(said.get("url", "")),
            language=language_code(said.get("language")),
        )
    ]


def _as_common(source: str) -> str:
    """``source`` without the marks that CommonMark does not know.

    >>> _as_common("[[Quays|The quay]] is ==shut== %%check%%, see ![[plan.png]][[Ostrand]].")
    'The quay is shut , see Ostrand.'
    """
    if "[[" in source:
        source = _WIKI_LINK.sub(lambda link: "" if link[1] else link[2], source)
    if "[!" in source:
        source = _BOX.sub(r"\1\2\n\1", source)
    return _MARKED.sub(lambda marked: marked[1] or "", source)


def opens_with_fields(text: str) -> bool:
    """Whether ``text`` opens with front matter that says something of an article."""
    front = _FRONT_MATTER.match(_with_line_feeds(text))
    return bool(front and _front_matter(front["fence"], front["lines"]))


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _front_matter(fence: str, lines: str) -> dict[str, str]:
    """The fields of a document that its front matter names: YAML between "---", TOML in "+++"."""
    if fence == "+++":
        try:
            entries: Mapping[str, object] = tomllib.loads(lines)
        except tomllib.TOMLDecodeError:
            return {}
    else:
        entries = _simple_yaml(lines)
    values = {key.lower(): text for key, value in entries.items() if (text := _as_text(value))}
    return {
        field: values[name]
        for field, names in _FIELDS.items()
        if (name := next((n for n in names if n in values), None))
    }


def _simple_yaml(lines: str) -> dict[str, object]:
    """The entries "key: value" of YAML, and lists of values; nothing else that it says."""
    entries: dict[str, object] = {}
    key = ""
    in_block = False
    for line in lines.splitlines():
        if in_block and line[:1] in (" ", "\t"):
            entries[key] = f"{entries[key]} {line.strip()}"
            continue
        in_block = False
        if entry := _ENTRY.match(line):
            key, value = entry[1], entry[2].strip()
            if value[:1] == "[" and value[-1:] == "]":
                entries[key] = [_unquoted(item) for item in value[1:-1].split(",")]
            elif value[:1] == "{" or (value[:1] == "[" and "]" not in value):
                entries[key] = ""  # a map, or a list that does not end here
            elif value in _BLOCKS:
                entries[key], in_block = "", True
            elif value:
                entries[key] = _unquoted(value)
            else:
                entries[key] = []
        elif (item := _LIST_ENTRY.match(line)) and isinstance(values := entries.get(key), list):
            values.append(_unquoted(item[1]))
    return entries


def _unquoted(value: str) -> str:
    """A plain or quoted YAML scalar without its quotes and the comment after it."""
    value = value.strip()
    if value[:1] in ("'", '"'):
        end = value.find(value[0], 1)
        return value[1:end] if end > 0 else value[1:]
    return value.split(" #", 1)[0].rstrip()


def _as_text(value: object) -> str:
    """A ``value`` of front matter as text, the members of a list with commas between; else ""."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_as_text, value)))
    if isinstance(value, date):
        return value.isoformat()
    return one_line(_as_common(value)) if isinstance(value, str) else ""
