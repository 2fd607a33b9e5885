"""EPUB books, version 2 and 3: XHTML in a zip archive, in the order of its spine.

A chapter is a document; title pages, tables of contents and other parts of a few words are left
out. Notes stay where they stand.
"""

import posixpath
import re
from typing import NamedTuple
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from newsbrief.errors import InputError
from newsbrief.reading.decoding import decode
from newsbrief.text.letters import same_letters

from .archive import Archive
from .book_links import chapters
from .document import Document
from .markup import Part
from .options import MAX_BYTES
from .plain_text import one_line, plain_text
from .stated_values import iso_date, language_code
from .xml_tree import local_name, xml_tree

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_NOBODY = ("calibre", "unknown")  # whom calibre names where it knows nobody
_DOWNLOADED = re.compile(r"This article was downloaded by calibre from (https?://\S+)")
_MIN_CHAPTER_WORDS = 25  # in its paragraphs; a part with fewer is a title page


class _Book(NamedTuple):
    """What the package file of a book says."""

    title: str | None
    author: str | None
    date: str | None
    publisher: str | None
    language: str | None
    chapters: list[str]  # names of files in the order of reading


def documents(data: bytes, limit: int = MAX_BYTES) -> list[Document]:
    """The chapters of an EPUB book, numbered where there are several.

    Raises ``InputError`` where the book is protected, damaged, too large or without text.
    """
    archive = Archive(data, limit)
    book = _book(archive)
    encrypted = archive.read(_ENCRYPTION) if _ENCRYPTION in archive else b""
    listed = unquote(encrypted.decode("utf-8", "replace"))
    if any(chapter in listed for chapter in book.chapters):
        raise InputError("a book with copy protection (DRM), which cannot be read")
    pages = {name: decode(archive.read(name)) for name in book.chapters if name in archive}
    read = [page for page in chapters(pages) if _word_count(page) >= _MIN_CHAPTER_WORDS]
    if not read:
        raise InputError("a book with no text in it: scanned pages?")
    several = len(read) > 1
    return [
        _document(book, chapter, number if several else None)
        for number, chapter in enumerate(read, 1)
    ]


def _document(book: _Book, chapter: list[Part], number: int | None) -> Document:
    """The ``chapter`` of the ``book`` with this ``number``, which an only one does not have."""
    first = chapter[0]
    title = one_line(first.text) if first.level else None
    below = chapter[1:] if title else chapter
    sources = [_DOWNLOADED.fullmatch(part.text) for part in below]
    body = [part for part, source in zip(below, sources, strict=True) if not source]
    if number is None and book.title and (title is None or same_letters(title, book.title)):
        title = book.title
    return Document(
        plain_text(title, (part.text for part in body)),
        title=title,
        byline=book.author,
        date=book.date,
        outlet=book.publisher,
        url=next((source[1] for source in sources if source), None),
        language=book.language,
        part=number,
    )


def _word_count(chapter: list[Part]) -> int:
    return sum(len(part.text.split()) for part in chapter if not part.level)


def _book(archive: Archive) -> _Book:
    """What the package file of the book in ``archive`` says."""
    container = xml_tree(archive.read(_CONTAINER))
    name = next((e.get("full-path", "") for e in container.iter() if _is(e, "rootfile")), "")
    package = xml_tree(archive.read(name))
    folder = posixpath.dirname(name)
    items = {e.get("id"): e for e in package.iter() if _is(e, "item")}
    chapters: list[str] = []
    for reference in package.iter():
        item = items.get(reference.get("idref")) if _is(reference, "itemref") else None
        if item is None or "html" not in item.get("media-type", ""):
            continue
        if "nav" not in item.get("properties", "").split():
            href = unquote(item.get("href", "").partition("#")[0])
            chapters.append(posixpath.normpath(posixpath.join(folder, href)))
    authors = _named(package, "creator")
    return _Book(
        title=next(iter(_said(package, "title")), None),
        author=", ".join(authors) or None,
        date=next(filter(None, map(iso_date, _said(package, "date"))), None),
        publisher=next(iter(_named(package, "publisher")), None),
        language=next(filter(None, map(language_code, _said(package, "language"))), None),
        chapters=list(dict.fromkeys(chapters)),
    )


def _named(package: Element, name: str) -> list[str]:
    """The people or firms that the elements ``name`` name."""
    return [each for each in _said(package, name) if each.lower() not in _NOBODY]


def _said(package: Element, name: str) -> list[str]:
    """What the Dublin Core elements ``name`` say."""
    elements = (e for e in package.iter() if _is(e, name) and "purl.org/dc/" in e.tag)
    return [text for e in elements if (text := one_line(e.text or ""))]


def _is(element: Element, name: str) -> bool:
    return local_name(element) == name
