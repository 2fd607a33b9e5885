"""The fields of an article in JSON and CSV: the names that programs and archives give them.

Found as they are is what fundus, trafilatura, newspaper4k and news-please write, and the articles
of schema.org, the News API and JSON Feed.
"""

import re
from collections.abc import Iterator

from newsbrief.reading.mending import mended_field
from newsbrief.spans import fold

from .document import Document
from .field_values import Row, date_said, people, said, tidied, usual
from .rich_text import words
from .stated_values import has_address, iso_date, language_code, web_address, without_by

TEXT = (
    *("text", "maintext", "body", "content", "article", "articlebody", "fulltext", "plaintext"),
    *("article_text", "full_text", "content_text", "content_html", "raw_text", "story"),
    *("plain_text", "story_text", "bodytext", "body_text", "document", "html_content"),
    *("html", "markdown", "paragraphs", "volltext", "texto", "texte"),
)
# The text of a whole page, with its menus: longer than the article, and no better.
_OF_PAGE = ("raw_text", "document", "html", "markdown")
TITLE = ("title", "headline", "webtitle", "hed", "titel", "titre", "título", "titulo", "titolo")
_BYLINE = (
    *("byline", "author", "authors", "creator", "authorsbyline"),
    *("autor", "autoren", "auteur", "autore"),
)
_DATE = (
    *("date", "published", "publish_date", "date_publish", "publishing_date", "datepublished"),
    *("published_at", "publishedat", "date_published", "published_date", "pubdate"),
    *("webpublicationdate", "pub_date", "publication_date", "publishedtime", "issued"),
    *("datum", "fecha", "erschienen", "data_publicacao"),
)
_OUTLET = (
    *("outlet", "publisher", "publication", "sitename", "site_name", "source-hostname"),
    *("meta_site_name", "source.name", "source", "source_name", "name_source", "origin.title"),
    *("publication_name", "publication_title", "pubtitle", "container-title", "media_name"),
    *("provider",),
)
_URL = (
    *("url", "link", "canonical_link", "source", "weburl", "web_url", "canonicalurl", "pageurl"),
    *("documenturl", "canonical.href", "alternate.href", "links.permalink"),
)
_LANGUAGE = ("language", "lang", "meta_lang", "humanlanguage")
USUAL = frozenset((*TEXT, *TITLE, *_BYLINE, *_DATE, *_OUTLET, *_URL, *_LANGUAGE))
"""All names that are found."""

_MIDNIGHT = re.compile(r"[T ]00:00(?::00(?:\.0+)?)?$")  # as programs write a day
_TEASER_SHARE = 4  # times as many words as a caption or a teaser has the article at least
_PAGE_CHARS = 2000  # at the start of a page, where it says that it is one
_MAX_TITLE_CHARS = 500
_MAX_NAMES = 20  # in a byline


def found(row: Row, names: tuple[str, ...]) -> str | None:
    """The name of the first field of ``row`` that has one of ``names`` and some words in it."""
    return next(_with_words(row, names), None)


def text_field(row: Row) -> str | None:
    """The name of the field with the text of ``row``: the first of the usual names with words.

    One is passed over where another has several times its words: it is a caption or a teaser.

    >>> text_field({"text": "A crane.", "body": "The crane fell on Monday, the port said."})
    'body'
    """
    named = [name for name in _with_words(row, TEXT) if not _is_article(row[name])]
    if len(named) <= 1:
        return named[0] if named else None
    counts = {name: sum(len(each.split()) for each in words(row[name])) for name in named}
    longest = max((counts[name] for name in named if _is_of_article(name, row[name])), default=0)
    return next(name for name in named if counts[name] * _TEASER_SHARE > longest)


def _is_of_article(name: str, value: object) -> bool:
    """Whether the field ``name`` holds no more than an article: no object, and no whole page."""
    if isinstance(value, dict) or usual(name) in _OF_PAGE:
        return False
    return not any("<html" in each[:_PAGE_CHARS].lower() for each in words(value))


def is_page(text: str) -> bool:
    """Whether ``text`` is all of a web page, with what a browser needs to know of it.

    >>> is_page("<html><head></head><body>Rain</body></html>"), is_page("<html><p>Rain</html>")
    (True, False)
    """
    opening = text[:_PAGE_CHARS].lower()
    return "<html" in opening and "<head" in opening


def _with_words(row: Row, names: tuple[str, ...]) -> Iterator[str]:
    """The names of the fields of ``row`` with one of ``names``, in their order, and some words."""
    by_name = {usual(name): name for name in reversed(list(row))}
    with_words = (by_name[name] for name in names if name in by_name)
    return (name for name in with_words if any(words(row[name])))


def _is_article(value: object) -> bool:
    """Whether ``value`` of a field is an article of its own, with a title and a text."""
    if not isinstance(value, dict):
        return False
    return bool(found(value, TITLE)) and bool(found(value, TEXT))


def with_values(row: Row) -> Row:
    """``row`` with None for each text that only says that there is none, and its lists as such."""
    return {name: tidied(value) for name, value in row.items()}


def document(row: Row, text: str, title: str | None, part: int | str) -> Document:
    """The article in ``row`` with its ``text`` and ``title``, which is made to open the text."""
    title = fold(title or "") or None
    title = title if title and len(title) <= _MAX_TITLE_CHARS else None
    body = _without(text, title).strip("\n\r") if title else text.strip("\n\r")
    return Document(
        text=f"{title}\n\n{body}" if title else body,
        title=title,
        byline=byline(row),
        date=iso_date(_MIDNIGHT.sub("", date_said(row, _DATE) or "")),
        outlet=next((mended_field(n) for n in said(row, _OUTLET) if not has_address(n)), None),
        url=next(filter(None, map(web_address, said(row, _URL))), None),
        language=language_code(next(said(row, _LANGUAGE), None)),
        part=part,
        saved=row if is_saved(row) else None,
    )


def is_saved(row: Row) -> bool:
    """Whether ``row`` is what newsbrief writes of an article's facts, or why it has none."""
    if not isinstance(row.get("schema"), int):
        return False
    if "error" in row and row.get("facts") is None:
        return isinstance(row["error"], str) or "facts" in row
    return isinstance(row.get("facts"), list)


def _without(text: str, title: str) -> str:
    """``text`` without the lines that say the ``title`` at its top."""
    words = r"\s+".join(map(re.escape, title.split()))
    opening = re.match(rf"\s*+{words}[^\S\n]*(?:\n|$)", text)
    return text[opening.end() :] if opening else text


def byline(row: Row) -> str | None:
    """The names of the authors in ``row``, with a comma between two; None where it has none."""
    for given in people(row, _BYLINE):
        if names := [name for name in given if not has_address(name)]:
            return without_by(mended_field(", ".join(names[:_MAX_NAMES])))
    return None
