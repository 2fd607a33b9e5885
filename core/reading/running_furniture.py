"""Furniture inside the running text: captions, links and notes about the article itself.

A page saved as one line has them between the sentences of its paragraphs, a page saved with its
lines has them as paragraphs of their own. A caption is known by what it points at ("(left)", "in
this photo"), or as one of several sentences with a label before a colon ("Tired out: The mayor
sits down"), as tabloids write them. A sentence that was said by somebody is never furniture.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsbrief.article import BlockKind
from newsbrief.text.quotation_marks import CLOSING_MARKS, OPENING_MARKS

from .furniture import is_page_notice, may_hold_page_notice
from .outlet_notices import holds_outlet_notice, may_hold_outlet_notice, opens_outlet_notice

_SIDE = (
    r"(?:(?:far|second|third|front|back|top|bottom|above|below),? )?(?:left|right|cent(?:re|er))"
)
_PICTURE = r"(?:photo|photograph|picture|image|frame|still|screenshot|screen grab|illustration)"
_POINTER = re.compile(  # begins with a bracket
    rf"\(L\)(?=.{{0,200}}\(R\))|\((?:(?:pictured|seen|inset|{_SIDE})\b[^()]{{0,60}}|above|below|"
    rf"(?:file|library|stock|archive) {_PICTURE}\b[^()]{{0,40}}|{_PICTURE} posed\b[^()]{{0,40}})\)"
)
_SHOWN = re.compile(
    rf"\b(?:is|are) (?:seen|pictured|shown) in (?:this|an?) (?:\w+ ){{0,3}}{_PICTURE}\b"
)
_BESIDE = re.compile(rf", (?:{_SIDE}|pictured|seen here)(?:,| (?:in|at|with|on) |\.?$)")
_NAME_OR_AGE = re.compile(r"(?:[A-Z][\w’'-]+|\d\d)$")  # before the former
_NAME_CHARS = 30  # that are searched for it
_POINTER_FIRST = re.compile(
    r"(?:Above|Below|Pictured|Left|Inset)[,:] (?:the |an? |[A-Z])"
    rf"|In this (?:[\w.,-]+ ){{0,5}}{_PICTURE}\b"
    rf"|(?:A |An )?(?:[Ff]ile|[Ll]ibrary|[Ss]tock|[Uu]ndated|[Hh]andout) {_PICTURE}\b"
    r"|(?:From left|Clockwise from)\b"
)
_GALLERY = re.compile(r"(?:(?:Image|Slide|Photo) )?\d{1,3}(?: of |/)\d{1,3}(?:\.|:|$)")
_LABEL = re.compile(rf"[{OPENING_MARKS}]?[A-Z][\w’' -]{{2,28}}[{CLOSING_MARKS}]?:(?= [A-Z])")
_TWO_SENTENCES = re.compile(rf"[){CLOSING_MARKS}] [A-Z][a-z]")
_SITE = r"(?:facebook|twitter|x|instagram|youtube|tiktok|linkedin|whatsapp|threads|bluesky)"
_PIECE = r"(?:article|story|piece|post|posting|page|report|column)"
_THIS = rf"(?:this (?:{_PIECE}|headline)|the (?:article|story|headline))"
_LINK = re.compile(
    r"(?:video:? )?scroll (?:down|across|through)\b|(?:click|tap) (?:here|on|through)\b|"
    r"see (?:below for|(?:the )?(?:original|full) )|visit site\b|e-?mail (?:to a friend|us at)\b|"
    r"sorry,? we are (?:not|unable)\b|"
    r"(?:read more|continue reading)(?: ?[:.…»>]| (?:about|on|here|at)\b|$)|"
    rf"share this {_PIECE}\b|watch the (?:video|clip|footage|trailer|moment|full)\b|"
    rf"(?:follow|find|like|join) .{{2,40}} on {_SITE}\b|follow @\w|"
    rf"(?:it|this {_PIECE}) (?:was )?(?:originally |first )?(?:published|appeared|ran) "
    r"(?:originally |first )?(?:on|in|by|at)\b|"
    r"(?:originally|first) published (?:on|in|by|at)\b|read the (?:original|full) \w+\b",
    re.IGNORECASE,
)
_SCROLL = re.compile(r"(?:video:? )?scroll down\b", re.IGNORECASE)
_CREDIT = re.compile(
    r"\b(?:contributed to this (?:report|story|article)(?: from [A-Z][\w ]+)?|"
    r"(?:(?:may|can) be reached|^(?:Reach|Contact) (?:her|him|them|me)) at \S+@\S+"
    r"(?: or (?:at )?\+?[\d() .-]{7,20})?)\.?$|"
    r"^The post .{3,120} appeared first on [A-Z]"
)
_CREDIT_WORDS = ("contributed to this ", "@", "The post ")  # one in each credit
_CORRECTION = re.compile(
    r"(?:correction|clarification|amendment)s?\b[^:.]{0,30}:|"
    r"a correction was made on\b|when we learn of a mistake\b|"
    rf"an? (?:earlier|previous|original) version of {_THIS}\b|"
    rf"{_THIS}(?: above)? (?:has been|was) (?:\w+ )?"
    r"(?:amended|corrected|updated|changed|edited|adapted|revised) (?:on|at|to|from|since)\b",
    re.IGNORECASE,
)
_OF_WIKI = re.compile(  # above an article of a wiki
    r"[^.]{2,80} redirects? here\b|for other uses, see\b|for [^,.]{2,60}, see [^.]{2,80}\)\.?$|"
    r"this (?:article|page) is about [^.]{2,120}\.$|this (?:article|section|biography) "
    r"(?:needs|may|has|does not|relies|contains|is)\b.{0,60}\b(?:citations?|footnotes|sources|"
    r"clean-?up|encyclop\w+|original research|multiple issues|orphan|stub|wikipedia)\b",
    re.IGNORECASE,
)
_MAX_LINK_WORDS = 14  # a longer sentence that begins like a link says something itself
_MAX_LABEL_WORDS = 6
_MAX_LABELLED_CHARS = 250  # a longer sentence is an entry of a list with labels
_MIN_LABELS = 3  # different ones in an article where no other sentence points at a picture
_MAX_NOTE_SENTENCES = 6  # of a paragraph that is a caption or a correction as a whole


class Line(NamedTuple):
    """A sentence of a paragraph.

    ``text`` has its white space folded. ``position`` counts the sentences of the paragraph from 0,
    ``total`` is how many there are.
    """

    text: str
    position: int
    total: int


def running_furniture(lines: Sequence[Line]) -> list[BlockKind | None]:
    """For each sentence of an article's paragraphs, in order, the furniture that it is, or None."""
    text = "\n".join(line.text for line in lines)
    of_page, of_outlet = may_hold_page_notice(text), may_hold_outlet_notice(text)
    kinds = [_kind(line.text, of_page=of_page, of_outlet=of_outlet) for line in lines]
    for i in _labelled_captions(lines):
        kinds[i] = BlockKind.CAPTION
    opening: BlockKind | None = None
    for i, line in enumerate(lines):
        if line.position == 0:
            opening = _opening(line)
        kinds[i] = opening or kinds[i]
    return kinds


def _opening(first: Line) -> BlockKind | None:
    """The furniture that a paragraph is as a whole, by its ``first`` sentence, or None."""
    if first.total > _MAX_NOTE_SENTENCES:
        return None
    if _GALLERY.match(first.text):
        return BlockKind.CAPTION
    is_note = _CORRECTION.match(first.text) or _OF_WIKI.match(first.text)
    return BlockKind.BOILERPLATE if is_note else None


def _kind(sentence: str, *, of_page: bool, of_outlet: bool) -> BlockKind | None:
    """The furniture that ``sentence`` is by itself, or None.

    ``of_page`` and ``of_outlet`` say that it may be a notice of the page, or of the outlet, by the
    words in it.

    Words that a pattern needs are looked for before it: a search by pattern takes twenty times as
    long.
    """
    if _is_quoted(sentence):
        return None
    if _points_at_picture(sentence):
        return BlockKind.CAPTION
    is_link = sentence.count(" ") < _MAX_LINK_WORDS and _LINK.match(sentence)
    if (
        is_link
        or (of_page and is_page_notice(sentence))
        or _CORRECTION.match(sentence)
        or opens_outlet_notice(sentence)
        or (of_outlet and holds_outlet_notice(sentence))
        or (any(map(sentence.__contains__, _CREDIT_WORDS)) and _CREDIT.search(sentence))
    ):
        return BlockKind.BOILERPLATE
    return None


def _is_quoted(sentence: str) -> bool:
    """Whether ``sentence`` opens with a quotation, or a quotation reaches over its end."""
    marks = sentence.count('"') + sentence.count("“") + sentence.count("”")
    return sentence[0] in '"“' or marks % 2 == 1


def _points_at_picture(sentence: str) -> bool:
    """Whether ``sentence``, and no other that has run into it, speaks of what a picture shows."""
    points = (
        _POINTER_FIRST.match(sentence)
        or ("(" in sentence and _POINTER.search(sentence))
        or ((" in this " in sentence or " in a" in sentence) and _SHOWN.search(sentence))
        or any(
            _NAME_OR_AGE.search(sentence[max(0, side.start() - _NAME_CHARS) : side.start()])
            for side in _BESIDE.finditer(sentence)
        )
    )
    return bool(points) and not _TWO_SENTENCES.search(sentence)


def _labelled_captions(lines: Sequence[Line]) -> Iterator[int]:
    """The sentences with the labels of captions, if the article has them."""
    labels = {i: label for i, line in enumerate(lines) if (label := _label(line))}
    counts = Counter(labels.values())
    captions = [i for i, label in labels.items() if counts[label] == 1]
    if not captions:
        return
    has_pictures = any(_points_at_picture(line.text) or _SCROLL.match(line.text) for line in lines)
    if len(captions) >= (1 if has_pictures else _MIN_LABELS):
        yield from (i for i in captions if not _TWO_SENTENCES.search(lines[i].text))


def _label(line: Line) -> str | None:
    """The label of the sentence, or None: neither a name nor what heads a longer paragraph."""
    match = _LABEL.match(line.text) if len(line.text) <= _MAX_LABELLED_CHARS else None
    if not match or (line.position == 0 and 1 < line.total <= _MAX_NOTE_SENTENCES):
        return None
    words = match[0].split()
    is_name = len(words) > 1 and all(word[0].isupper() for word in words)
    return None if is_name or match[0].isupper() or len(words) > _MAX_LABEL_WORDS else match[0]
