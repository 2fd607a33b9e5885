"""What a web page says of its article in data for machines (JSON-LD, https://schema.org/Article)."""

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import TYPE_CHECKING

from newsbrief.spans import fold

from .field_values import Row
from .fields import byline
from .markup import parts
from .stated_values import has_address

if TYPE_CHECKING:
    from lxml.etree import _Element


_TAG = re.compile(r"</(?:p|div|li|h\d)>|<br\b", re.IGNORECASE)


def headlines(tree: "_Element") -> Iterator[str]:
    """The headlines of the articles that the page ``tree`` states."""
    for article in _articles(tree):
        if isinstance(headline := article.get("headline"), str):
            yield fold(unescape(headline))


def body(tree: "_Element") -> list[str]:
    """The paragraphs of the text that the page ``tree`` states of its article, none of several."""
    texts = [text for each in _articles(tree) if isinstance(text := each.get("articleBody"), str)]
    if len(set(texts)) != 1:
        return []
    text = unescape(texts[0])
    lines = (part.text for part in parts(text)) if _TAG.search(text) else text.splitlines()
    return [line for each in lines if (line := fold(each))]


def authors(tree: "_Element") -> str | None:
    """The people who wrote the article of the page ``tree``, None where its articles differ."""
    named = _by_id(tree)
    stated = {byline({"author": list(_people(article, named))}) for article in _articles(tree)}
    return unescape(names) if len(stated) == 1 and (names := stated.pop()) else None


def publishers(tree: "_Element") -> Iterator[str]:
    """The names of the publishers of the articles of the page ``tree``, as far as it has them."""
    named = _by_id(tree)
    for article in _articles(tree):
        stated = article.get("publisher")
        for publisher in stated if isinstance(stated, list) else [stated]:
            known = _whole(publisher, named)
            name = known.get("name") if isinstance(known, dict) else known
            if isinstance(name, str) and not has_address(name):
                yield fold(unescape(name))


def _by_id(tree: "_Element") -> dict[str, Row]:
    """What the page ``tree`` has a name for, by its id."""
    named = (each for each in _objects(tree) if {"@id", "name"} <= each.keys())
    return {str(each["@id"]): each for each in named}


def _whole(value: object, named: Mapping[str, Row]) -> object:
    """The object that ``value`` is, or the one of those ``named`` whose id is all that it says."""
    if isinstance(value, dict) and "name" not in value:
        return named.get(str(value.get("@id")), value)
    return value


def _people(article: Row, named: Mapping[str, Row]) -> Iterator[object]:
    """The authors of ``article`` that it does not call something else than a person."""
    authors = article.get("author")
    for stated in authors if isinstance(authors, list) else [authors]:
        author = _whole(stated, named)
        if not isinstance(author, dict) or "Person" in str(author.get("@type", "Person")):
            yield author


def _articles(tree: "_Element") -> Iterator[dict[str, object]]:
    """The articles in the data of ``tree``, also those within others."""
    return (each for each in _objects(tree) if "Article" in str(each.get("@type")))


def _objects(tree: "_Element") -> Iterator[dict[str, object]]:
    """The objects in the data of ``tree``, also those within others."""
    for script in tree.xpath('.//script[@type="application/ld+json"]'):
        try:
            found = [json.loads(script.text or "", strict=False)]
        except (ValueError, RecursionError):
            continue
        while found:
            value = found.pop()
            if isinstance(value, list):
                found += reversed(value)
            elif isinstance(value, dict):
                yield value
                found += reversed(
                    [each for each in value.values() if isinstance(each, list | dict)]
                )
