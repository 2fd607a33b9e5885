"""The tree of a web page before the article is sought in it: tables, lists, posts and teasers.

A page of the old kind, and most mail, is set in tables: their cells are divisions, no data. A
teaser leads to another article: a heading that is a link, in a box of its own with a few words. On
the 181 pages of https://github.com/scrapinghub/article-extraction-benchmark the text's F1 rises
from .948 to .949 by the first and to .950 by the second.
"""

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from newsbrief.text.letters import letters

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from lxml.html import HtmlElement

_CELLS = ("td", "th")
_TABLE_PARTS = ("thead", "tbody", "tfoot", "tr", *_CELLS)
_SET_TEXT = ("p", "h1", "h2", "h3", "ul", "ol", "blockquote")  # what a cell of data has one of
_TEASER_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_HOLDERS = ("body", "main", "article")  # of the text, never a teaser's box
_HELD = ("blockquote", "table", "pre")  # in a figure that is no picture
_PICTURES = ("img", "picture", "video", "svg", "iframe", "audio", "canvas", "object")
UNSEEN = ("script", "style", "template")
_NEVER_OUT = ("br", "hr")
_LISTS = ("ul", "ol")
_MAX_CELL_CHARS = 300  # a longer one sets its article with a table
_MAX_TEASER_CHARS = 400
_MIN_TEASERS = 2
_POSTS = ("div", "section")
_MIN_POSTS = 3  # of a live blog
_MIN_TIMED_POSTS = 2  # where each says when; of two articles one may be the next story
_MAX_POST_CHARS = 2000  # a longer one is an article of its own
_MIN_LISTED = 5  # teasers of a list of articles
_MIN_LISTED_CHARS = 15  # of a link that may be a headline
_MIN_TEXT_CHARS = 600  # in paragraphs outside the teasers: a page of them alone is read whole


class Size(NamedTuple):
    """What an element holds, its own text and that of all inside it."""

    chars: int = 0
    linked: int = 0  # characters that are links
    in_paragraphs: int = 0  # characters in paragraphs that are no links
    parts: int = 0  # of a set text
    titles: int = 0  # headings of the first level

    def __add__(self, other: object) -> "Size":
        """The sum, field by field."""
        if not isinstance(other, Size):
            return NotImplemented
        return Size(*map(sum, zip(self, other, strict=True)))


def levels(tree: "HtmlElement") -> int:
    """How many elements of ``tree`` stand in each other at most."""
    depths: dict[HtmlElement, int] = {}
    for element in tree.iter():
        depths[element] = depths.get(element.getparent(), 0) + 1
    return max(depths.values())


def interleaving(tree: "HtmlElement") -> int:
    """How many elements stand side by side times how many letters between them, at most.

    Each element that trafilatura takes out has the letters behind it copied to those before.
    """
    beside: Counter[HtmlElement] = Counter()
    letters_between: Counter[HtmlElement] = Counter()
    for element in tree.iter():
        parent = element.getparent()
        if parent is not None and element.tag not in _NEVER_OUT:
            beside[parent] += 1
            letters_between[parent] += len(element.tail or "")
    return max((count * letters_between[parent] for parent, count in beside.items()), default=0)


def prepare(tree: "HtmlElement") -> set[str]:
    """Make divisions of the tables in ``tree`` that set a text, and take its teasers out.

    Returned are the texts of those that stay, as letters, where they are a list of articles.
    """
    _unframe(tree)
    sizes = sizes_of(tree)
    _unset(sizes)
    posts = _join_posts(sizes)
    _unlist(sizes)
    _undefine(tree)
    listed = dict.fromkeys((*_drop_teasers(tree, sizes), *_listed(sizes)))
    _keep_headings(tree, posts)
    return _texts(listed) if len(listed) >= _MIN_LISTED else set()


def sizes_of(tree: "HtmlElement") -> dict["HtmlElement", Size]:
    """The size of each element, in the order of the page; the time is linear."""
    elements = [element for element in tree.iter() if isinstance(element.tag, str)]
    sizes = dict.fromkeys(elements, Size())
    for element in reversed(elements):
        if element.tag in UNSEEN:
            sizes[element] = Size()
            continue
        own = sizes[element] + Size(chars=len((element.text or "").strip()))
        if element.tag == "a":
            own = own._replace(linked=own.chars)
        if element.tag == "p":
            own = own._replace(in_paragraphs=own.chars - own.linked)
        sizes[element] = own
        parent = element.getparent()
        if parent in sizes:
            tail = len((element.tail or "").strip())
            here = Size(tail, 0, 0, element.tag in _SET_TEXT, element.tag == "h1")
            sizes[parent] += own + here
    return sizes


def _unset(sizes: dict["HtmlElement", Size]) -> None:
    """Make divisions of the tables of one cell, and of those where one holds more than data."""
    cells: dict[HtmlElement, list[Size]] = {}
    for element, size in sizes.items():
        table = next(element.iterancestors("table"), None) if element.tag in _CELLS else None
        if table is not None:
            cells.setdefault(table, []).append(size)
    for table, held in cells.items():
        sets_text = any(size.chars > _MAX_CELL_CHARS or size.parts > 1 for size in held)
        if sets_text or len(held) == 1:
            _make_divisions(table)


def _unlist(sizes: dict["HtmlElement", Size]) -> None:
    """Make divisions of the lists of which an item sets a text, as the posts of a live blog.

    The paragraphs of an item become one line, and its heading the start of a sentence.
    """
    items = [
        each
        for each, size in sizes.items()
        if each.tag == "li" and size.parts > 1 and size.in_paragraphs
    ]
    for held in {each.getparent() for each in items}:
        if held is not None and held.tag in _LISTS:
            held.tag = "div"
            for item in held.iterchildren("li"):
                item.tag = "div"


def _keep_headings(tree: "HtmlElement", posts: "Iterable[HtmlElement]") -> None:
    """Make paragraphs of the headings above paragraphs, and of ``posts``, on a page of no article.

    trafilatura finds no box of the text on many of them, takes the paragraphs, and loses the
    headings between them.
    """
    if next(tree.iter("article", "main"), None) is not None:
        return
    of_posts = {next(post.iter(*_TEASER_HEADINGS), None) for post in posts}
    for heading in list(tree.iter(*_TEASER_HEADINGS)):
        below = heading.getnext()
        if heading in of_posts or (below is not None and below.tag == "p"):
            heading.tag = "p"


def _unframe(tree: "HtmlElement") -> None:
    """Make divisions of the figures in ``tree`` without a picture: a quotation, a table."""
    for figure in list(tree.iter("figure")):
        if (
            next(figure.iter(*_PICTURES), None) is None
            and next(figure.iter(*_HELD), None) is not None
        ):
            figure.tag = "div"
            for caption in figure.iter("figcaption"):
                caption.tag = "p"


def _undefine(tree: "HtmlElement") -> None:
    """Make paragraphs of the terms and descriptions in ``tree``: questions and their answers."""
    for listed in list(tree.iter("dl", "dt", "dd")):
        sets_text = next(listed.iter(*_SET_TEXT), None) is not None
        listed.tag = "div" if listed.tag == "dl" or sets_text else "p"


def _join_posts(sizes: dict["HtmlElement", Size]) -> "list[HtmlElement]":
    """Make nameless divisions of the short articles side by side that hold most of a text.

    So are boxes of one class with a heading or a time in each: the posts of a live blog.
    trafilatura would take one of them for the article, and lose the headings of the others. They
    are returned.
    """
    joined: list[HtmlElement] = []
    posts: dict[tuple[HtmlElement, str], list[HtmlElement]] = {}
    for element, size in sizes.items():
        parent = element.getparent()
        name = "" if element.tag == "article" else element.get("class", "")
        is_post = element.tag == "article" or (
            name and element.tag in _POSTS and _is_headed(element)
        )
        if is_post and size.in_paragraphs and parent in sizes:
            posts.setdefault((parent, name), []).append(element)
    whole = max(size.in_paragraphs for size in sizes.values())
    for (_, name), held in posts.items():
        in_each = [sizes[post].in_paragraphs for post in held]
        has_title = any(sizes[post].titles for post in held)
        least = _MIN_TIMED_POSTS if name and all(map(_has_time, held)) else _MIN_POSTS
        are_posts = len(held) >= least and max(in_each) <= _MAX_POST_CHARS and not has_title
        if are_posts and 2 * sum(in_each) > whole:
            joined += held
            for post, chars in zip(held, in_each, strict=True):
                post.tag = "div"
                _unname(each for each in post.iter() if _holds_most(each, chars, sizes))
    return joined


def _has_time(box: "HtmlElement") -> bool:
    return next(box.iter("time"), None) is not None


def _is_headed(box: "HtmlElement") -> bool:
    return next(box.iter("time", *_TEASER_HEADINGS), None) is not None


def _holds_most(box: "HtmlElement", chars: int, sizes: dict["HtmlElement", Size]) -> bool:
    return box in sizes and 2 * sizes[box].in_paragraphs > chars


def _unname(boxes: "Iterable[HtmlElement]") -> None:
    """Take from ``boxes`` the names by which trafilatura knows the one that holds an article."""
    for box in boxes:
        for name in ("class", "id", "itemprop"):
            box.attrib.pop(name, None)


def _make_divisions(table: "HtmlElement") -> None:
    """Make divisions of ``table`` and its parts, not of a table inside it."""
    parts = [table]
    while parts:
        part = parts.pop()
        parts += [child for child in part if child.tag in _TABLE_PARTS]
        part.tag = "div"


def _drop_teasers(
    tree: "HtmlElement", sizes: dict["HtmlElement", Size]
) -> "Collection[HtmlElement]":
    """Take the teasers out of ``tree`` where there are several and a text besides.

    Returned are those that stay.
    """
    teasers = dict.fromkeys(
        teaser for element in sizes if (teaser := _teaser(element, sizes)) is not None
    )
    outside = sizes[tree].in_paragraphs - sum(sizes[t].in_paragraphs for t in teasers)
    if len(teasers) < _MIN_TEASERS or outside < _MIN_TEXT_CHARS:
        return teasers
    take_out(teasers)
    return ()


def _texts(teasers: "Iterable[HtmlElement]") -> set[str]:
    """The text of each element in ``teasers``, as letters; the time is linear."""
    texts: dict[HtmlElement, str] = {}
    for teaser in teasers:
        for each in reversed(list(teaser.iter())):
            if each.tag in UNSEEN or each in texts:
                continue
            inside = (texts.get(child, "") + letters(child.tail or "") for child in each)
            texts[each] = "".join((letters(each.text or ""), *inside))
    return set(texts.values())


def _teaser(heading: "HtmlElement", sizes: dict["HtmlElement", Size]) -> "HtmlElement | None":
    """The largest box of few words around a ``heading`` that is a link; None for another one."""
    if heading.tag not in _TEASER_HEADINGS or not sizes[heading].chars:
        return None
    link = next(heading.iterancestors("a"), None)
    if link is None and sizes[heading].linked >= sizes[heading].chars:
        link = next(heading.iter("a"), None)
    if link is None or _leads_into_page(link):
        return None
    box = _box(heading, sizes)
    card = box.getparent()
    if card in sizes and card.tag == "article" and _is_card(sizes[card]):
        return card
    return None if box is heading else box


def _is_card(size: Size) -> bool:
    """Whether an article of this ``size`` only leads to another one."""
    return size.chars <= _MAX_TEASER_CHARS and not size.titles


def _listed(sizes: dict["HtmlElement", Size]) -> "Iterator[HtmlElement]":
    """The boxes of few words around each link of some words that has no text beside it."""
    for link, size in sizes.items():
        if link.tag == "a" and size.chars >= _MIN_LISTED_CHARS and _stands_alone(link):
            yield _box(link, sizes)


def _stands_alone(link: "HtmlElement") -> bool:
    """Whether ``link``, to another page, is all the text between two tags around it."""
    parent, previous = link.getparent(), link.getprevious()
    before = (parent.text if parent is not None else "") if previous is None else previous.tail
    return not (f"{before or ''}{link.tail or ''}".strip() or _leads_into_page(link))


def _leads_into_page(link: "HtmlElement") -> bool:
    return "#" in (link.get("href") or "")


def _box(inner: "HtmlElement", sizes: dict["HtmlElement", Size]) -> "HtmlElement":
    """The largest box of few words around ``inner``, or that itself."""
    box = inner
    while (parent := box.getparent()) in sizes and parent.tag not in _HOLDERS:
        if sizes[parent].chars > _MAX_TEASER_CHARS or sizes[parent].titles:
            break
        box = parent
    return box


def take_out(elements: "Iterable[HtmlElement]") -> None:
    """Take ``elements``, in the order of the page, out of their tree, not what stands behind each.

    ``drop_tree`` copies the text before an element for each: on a hostile page that takes hours.
    """
    behind: dict[tuple[HtmlElement, bool], list[str]] = {}
    for element in elements:
        parent, previous = element.getparent(), element.getprevious()
        place = (parent, True) if previous is None else (previous, False)
        behind.setdefault(place, []).append(element.tail or "")
        parent.remove(element)
    for (element, is_parent), texts in behind.items():
        if is_parent:
            element.text = "".join((element.text or "", *texts))
        else:
            element.tail = "".join((element.tail or "", *texts))
