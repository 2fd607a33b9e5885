"""Marks of notes and of editing that a copied page has in its text: "in 1905.[5]", "History[edit]".

Where a mark stands right behind the end of a sentence, the text has notes, and all their marks go.
A writer's own brackets stay: "the claim[s]", "[the mayor]", "[sic]".
"""

import re
from functools import cache

from newsbrief.text.packaged import entries
from newsbrief.text.quotation_marks import CLOSING_MARKS

_BEHIND_CLAUSE = rf"(?<=[.,;:!?…{CLOSING_MARKS})\]])"
NOTE = (
    r"\[(?:\d{1,3}|[a-z]|(?:note|nb|n) \d{1,2}|[a-z]{2,14} needed|"
    r"(?:who|by whom|when|where|which)\?)\]"
)
"""A pattern for the mark of a note, where one stands behind a sentence."""

# Compiled where a text has brackets.
_FIRST = rf"(?<=[.!?…{CLOSING_MARKS}])\[(?:\d{{1,3}}|(?:note|nb) \d{{1,2}})\]"
_MARK = (
    rf"(?:(?<=\w)\[(?:\d{{1,3}}|(?:note|nb|n) \d{{1,2}}|[a-z]{{2,14}} needed)\]|"
    rf"{_BEHIND_CLAUSE}{NOTE})(?::\d{{1,4}}(?=[\s.,]))?"
)
_MAX_HEADING_CHARS = 100


def without_reference_marks(text: str) -> str:
    r"""``text`` without the marks of notes, and of editing behind its headings.

    >>> without_reference_marks("Past[edit]\nIt was built[2] in 1905.[5] The claim[s] went.")
    'Past\nIt was built in 1905. The claim[s] went.'
    """
    if "[" not in text:
        return text
    lowered = text.lower()
    if any(f"[{word}" in lowered for word in entries("editing_marks.txt")):
        text = _editing().sub(_if_long, text)
    return re.sub(_MARK, "", text) if re.search(_FIRST, text) else text


@cache
def _editing() -> re.Pattern[str]:
    """A pattern for what leads to the editing of a section, behind its heading."""
    words = "|".join(map(re.escape, entries("editing_marks.txt")))
    return re.compile(
        rf"(?im)(?<=[\w)\]{CLOSING_MARKS}])[ \t]?\[ ?(?:{words})(?: ?\| ?[^\[\]\n]{{2,30}})? ?\]"
        r"(?=[ \t\r]*$)"
    )


def _if_long(mark: re.Match[str]) -> str:
    """What stands for a ``mark`` of editing: nothing behind a heading, itself behind a sentence."""
    line_start = mark.string.rfind("\n", 0, mark.start()) + 1
    return mark[0] if mark.start() - line_start > _MAX_HEADING_CHARS else ""
