"""Feeds: RSS 0.9x, 1.0 and 2.0, and Atom (RFC 4287); each item is a document.

They are read as the XML that they are, without a library: feedparser, which knows stranger ones,
also makes text safe to show in a browser, which nothing here does, and expands entities. What many
feeds get wrong, a bare ampersand or a control character, is forgiven.
"""

import html
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element, tostring

from newsbrief.errors import InputError

from .document import Document
from .markup import html_in, parts
from .plain_text import one_line, plain_text, tidy
from .stated_values import has_address, iso_date, language_code, web_address, without_by
from .xml_tree import local_name, xml_tree

_NAMESPACES = (  # those of feeds and of what they borrow; not media:title and the like
    "",
    "http://www.w3.org/2005/Atom",
    "http://purl.org/atom/ns#",  # Atom 0.3
    "http://purl.org/rss/1.0/",
    "http://my.netscape.com/rdf/simple/0.9/",
    "http://backend.userland.com/rss2",
    "http://purl.org/dc/elements/1.1/",
    "http://purl.org/rss/1.0/modules/content/",
)
_ITEMS = ("item", "entry")
_TEXTS = (("encoded", "content"), ("description", "summary"))  # the whole, else its beginning
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_CUT_OFF = re.compile(r"(?P<end>[.!?…]?)\s?\[ ?(?:…|\.\.\.) ?\]$")
_MAIL_AND_NAME = re.compile(r"\S+@\S+ \(([^()]+)\)")


def documents(data: bytes) -> list[Document]:
    """The items of a feed, numbered; an item without a title and text is left out.

    Raises ``InputError`` where the feed is no well-formed XML or has no item.
    """
    root = xml_tree(data, mend=True)
    channel = next((e for e in root if _name(e) == "channel"), root)
    found = [e for e in (*channel, *(root if channel is not root else ())) if _name(e) in _ITEMS]
    outlet = _plain(_child(channel, "title"))
    language = _text(_child(channel, "language")) or root.get(_LANG)
    items = [_item(e, number, outlet, language) for number, e in enumerate(found, 1)]
    read = [item for item in items if item.text]
    if not read:
        raise InputError("a feed with no items in it")
    return read


def _item(item: Element, number: int, outlet: str | None, language: str | None) -> Document:
    """The document of an ``item``."""
    title = _plain(_child(item, "title"))
    said = (_paragraphs(_child(item, *names)) for names in _TEXTS)
    paragraphs = next(filter(None, said), [])
    return Document(
        plain_text(title, paragraphs),
        title=title,
        byline=_byline(item),
        date=iso_date(_text(_child(item, "pubDate", "published", "date", "issued", "updated"))),
        outlet=outlet,
        url=_link(item),
        language=language_code(item.get(_LANG) or language),
        part=number,
    )


def _name(element: Element) -> str:
    """The name of an ``element`` of feeds; "" for one of another vocabulary."""
    namespace = element.tag[1:].partition("}")[0] if element.tag[0] == "{" else ""
    return local_name(element) if namespace in _NAMESPACES else ""


def _child(element: Element, *names: str) -> Element | None:
    """The first child with the first of ``names`` that any has."""
    for name in names:
        found = next((child for child in element if _name(child) == name), None)
        if found is not None:
            return found
    return None


def _text(element: Element | None) -> str:
    return "" if element is None else tidy("".join(element.itertext()))


def _source(element: Element | None) -> str:
    """The HTML in ``element``, as elements or escaped, once or twice; plain text is HTML too."""
    if element is None:
        return ""
    if len(element):
        return tostring(element, encoding="unicode")
    text = element.text or ""
    if element.get("type") == "text":
        return html.escape(text, quote=False)
    return html_in(text) or text


def _paragraphs(element: Element | None) -> list[str]:
    """The paragraphs of the text in ``element``, without the mark that it was cut off."""
    found = (part.text for part in parts(_source(element)))
    return [_CUT_OFF.sub(lambda cut: cut["end"] or "…", text) for text in found]


def _plain(element: Element | None) -> str | None:
    """The text of ``element`` in one line, or None where there is none."""
    return one_line(" ".join(_paragraphs(element))) or None


def _byline(item: Element) -> str | None:
    """Who wrote ``item``: several names with commas between them, or None."""
    return ", ".join(dict.fromkeys(_authors(item))) or None


def _authors(item: Element) -> Iterator[str]:
    for child in item:
        if _name(child) not in ("creator", "author"):
            continue
        name = _child(child, "name")
        text = one_line(_text(child if name is None else name))
        bracketed = _MAIL_AND_NAME.fullmatch(text)
        if bracketed:
            yield bracketed[1]
        elif text and "@" not in text and not has_address(text):
            yield without_by(text)


def _link(item: Element) -> str | None:
    """The address of the article: a link, or an identifier that is one."""
    for child in item:
        is_link = _name(child) == "link" and child.get("rel", "alternate") == "alternate"
        if is_link and (address := web_address(child.get("href") or _text(child))):
            return address
    return web_address(_text(_child(item, "guid", "id")))
