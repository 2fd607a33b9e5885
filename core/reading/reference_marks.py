"""Marks of notes and of editing that a copied page has in its text: "in 1905.[5]", "History[edit]".

Programs that print a page as text (lynx, links) put a number before each link, and list them below.

Where a mark stands right behind the end of a sentence, the text has notes, and all their marks go.
A writer's own brackets stay: "the claim[s]", "[the mayor]", "[sic]".
"""

import re
from functools import cache

from newsbrief.text.packaged import entries
from newsbrief.text.quotation_marks import CLOSING_MARKS, OPENING_MARKS
from newsbrief.text.scripts import RAISED

_BEHIND_CLAUSE = rf"(?<=[.,;:!?…{CLOSING_MARKS})\]])"
_FIGURES = r"\d{1,3}(?:(?:, ?|[–-])\d{1,3}){0,5}"
_TAG = (  # by which an editor asks for more
    r"(?:(?:[a-z]{2,14} ){1,3}needed|original research\??|dubious(?: – discuss)?|needs update|"
    r"(?:according to |by |from |for )?(?:who|whom|when|where|which)\?|"
    r"failed verification|weasel words)"
)
NOTE = rf"\[(?:{_FIGURES}|[a-z]|(?:note|nb|n) \d{{1,2}}|{_TAG})\]"
"""A pattern for the mark of a note, where one stands behind a sentence."""

# Compiled where a text has brackets.
_FIRST = rf"(?<=[.!?…{CLOSING_MARKS}])\[(?:{_FIGURES}|(?:note|nb) \d{{1,2}}|{_TAG})\]"
_PAGE = r"(?::\u200a?\d{1,4}(?:[–-]\d{1,4})?\u200a?(?=[\s.,\[]|$))?"
_MARK = (
    rf"(?:(?<=\w)\[(?:{_FIGURES}|(?:note|nb|n) \d{{1,2}}|{_TAG})\]|"
    rf"{_BEHIND_CLAUSE}{NOTE}){_PAGE}"
)
# Before the end of a sentence, as language models and German encyclopedias set them; two say so.
_BEFORE_END = rf"(?<=[^\W_])(?:\[{_FIGURES}\])+[.!?](?=\s|$)"
_MIN_BEFORE_END = 2
_OF_MODEL = re.compile(r" ?【\d{1,4}(?::\d{1,4})?†[^【】\n]{0,80}】")
_FIRST_APART = rf"(?<=[.!?…{CLOSING_MARKS}]) \[{_FIGURES}\](?= [{OPENING_MARKS}A-Z]|[ \t\r]*$)"
_REFERS = "".join(
    rf"(?<!\b{word})" for word in ("at", "by", "in", "of", "to", "and", "[Ss]ee", "para")
)
_MARK_APART = (  # not "at [42]", by which a judgment refers to a paragraph
    rf"(?<=[\w.,;:!?…{CLOSING_MARKS})\]]){_REFERS} \[(?:{_FIGURES}|{_TAG})\](?=[\s.,;:!?\[]|$)"
)
_FIRST_RAISED = rf"(?:(?<=[^\W\d][.!?…])|(?<=[.!?…,][{CLOSING_MARKS}]))[{RAISED}]{{1,3}}(?=[\s,]|$)"
_MARK_RAISED = (  # "km²" and "10²" are none
    rf"(?:(?<=[.,;:!?…{CLOSING_MARKS})])|(?<=[^\W\d]{{4}}))"
    rf"[{RAISED}]{{1,3}}(?:[ ,–]{{1,2}}[{RAISED}]{{1,3}}){{0,5}}(?=[\s.,;:!?{CLOSING_MARKS}]|$)"
)
_LINKS = re.compile(  # below a page that lynx, links or elinks prints
    r"^(?:References|(?:Visible )?[Ll]inks:?)\s+(?:Visible links:?)?"
    r"(?:\s*\d{1,4}\. +[a-z]{3,6}:\S+(?!\S)|\s*Hidden links:){2,}\s*\Z",
    re.MULTILINE,
)
_LINK_NUMBER = re.compile(r"\[\d{1,4}\](?=\S)")
_OF_PAGE = re.compile(r"^[ \t]*#\[\d{1,4}\].*\n?", re.MULTILINE)  # "#[1]Coast News RSS"
_MENU = re.compile(r"^[ \t]*(?:\[\d{1,4}\][^\[\]\n]{1,40}){3,}$", re.MULTILINE)
_RAISED = re.compile(f"[{RAISED}]")
_MAX_HEADING_CHARS = 100


def without_reference_marks(text: str) -> str:
    r"""``text`` without the marks of notes, and of editing behind its headings.

    >>> without_reference_marks("Past[edit]\nIt was built[2] in 1905.[5] The claim[s] went.")
    'Past\nIt was built in 1905. The claim[s] went.'
    """
    if "†" in text:
        text = _OF_MODEL.sub("", text)
    if _RAISED.search(text):
        text = _without(text, _FIRST_RAISED, _MARK_RAISED)
    if "[" not in text:
        return text
    if "[1]" in text or "[2]" in text:
        text = _without_links(text)
    lowered = text.lower()
    if any(f"[{word}" in lowered for word in entries("editing_marks.txt")):
        text = _editing().sub(_if_long, text)
    if len(re.findall(_BEFORE_END, text)) >= _MIN_BEFORE_END:
        text = re.sub(_MARK, "", text)
    text = _without(text, _FIRST, _MARK)
    return _without(text, _FIRST_APART, _MARK_APART)


def _without_links(text: str) -> str:
    """``text`` without the numbers of links, where it ends in a list of them."""
    listed = _LINKS.search(text)
    if not listed:
        return text
    text = _OF_PAGE.sub("", text[: listed.start()])
    text = _MENU.sub(lambda menu: _LINK_NUMBER.sub("| ", menu[0].strip()).lstrip("| "), text)
    return _LINK_NUMBER.sub("", text)


def _without(text: str, first: str, mark: str) -> str:
    """``text`` without each ``mark``, where one that is a ``first`` says that it has notes."""
    return re.sub(mark, "", text) if re.search(first, text, re.MULTILINE) else text


@cache
def _editing() -> re.Pattern[str]:
    """A pattern for what leads to the editing of a section, behind its heading."""
    words = "|".join(map(re.escape, entries("editing_marks.txt")))
    mark = rf"\[ ?(?:{words})(?: ?\| ?[^\[\]\n]{{2,30}})? ?\]"
    return re.compile(
        rf"(?im)(?<=[\w)\]{CLOSING_MARKS}])[ \t]?{mark}(?=[ \t\r]*$)|"
        rf"^{mark}(?:[ \t]*(?=\r?$)| (?=(?-i:[A-Z])))"
    )


def _if_long(mark: re.Match[str]) -> str:
    """What stands for a ``mark`` of editing: nothing behind a heading, itself behind a sentence."""
    line_start = mark.string.rfind("\n", 0, mark.start()) + 1
    return mark[0] if mark.start() - line_start > _MAX_HEADING_CHARS else ""
