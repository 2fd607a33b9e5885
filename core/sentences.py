"""Sentences of a text, as spans.

NLTK's Punkt decides whether a period ends a sentence or belongs to an abbreviation. This module
finds the places to ask about, and answers itself where Punkt has no eye: at quotation marks,
ellipses, list numbers, missing spaces.
"""

import re

from .punkt import ends, listed
from .spans import Span, trim

_END = re.compile(
    r"""
    (?P<mark> \.(?:[ \xa0]\.){2,}+ | [.!?…]++ )
    (?P<close> ["'”’“‘»›«)\]}]*+ (?:\[\d{1,3}\])*+ )
    (?= (?P<gap>\s*+) (?P<open>["'“‘„«‹»`(\[{¿¡*_•–—-]*+) (?P<next>[^\s]{1,24}+)? )
    """,
    re.VERBOSE,
)
_LOOKBACK = 40  # characters; a longer word is no abbreviation
_QUOTES = frozenset("\"'”’“‘»›«")


def sentences(text: str) -> list[Span]:
    """The sentences of every block of ``text``, titles and list items too, in order."""
    from .blocks import find_blocks

    return [span for block in find_blocks(text) for span in split(text, block.start, block.end)]


def split(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The sentences of ``text[start:end]``, one block: in order, trimmed, nothing left out.

    >>> [tuple(s) for s in split('"Are they dead?" Royce asked. Gov. Ivey did not reply.')]
    [(0, 29), (30, 54)]
    """
    end = len(text) if end is None else end
    found = []
    begin = start
    for match in _END.finditer(text, start, end):
        cut = _boundary(text, begin, match, end)
        if cut:
            found.append(trim(text, begin, cut))
            begin = cut
    last = trim(text, begin, end)
    if last.start < last.end:
        found.append(last)
    return found


def _boundary(text: str, begin: int, match: re.Match[str], end: int) -> int:
    """Where the sentence that starts at ``begin`` ends if it does at ``match``, else 0."""
    following = match["next"]
    if following is None and not match["open"]:
        return 0
    at = match.start()
    head = text[max(begin, at - _LOOKBACK) : at]
    word = head.rsplit(None, 1)[-1].lstrip("\"'“‘„«‹»`([{¿¡*_•–—-") if head and not head[-1].isspace() else ""
    if not match["gap"]:
        return _unspaced(text, match, word)
    following = following or ""
    return match.end() if _spaced(match, word, following) else 0


def _spaced(match: re.Match[str], word: str, following: str) -> bool:
    mark, close = match["mark"], match["close"]
    lower = following[:1].islower()
    if mark != ".":
        if lower:
            return False
        if mark[-1] in "?!":
            return True
        return ends("...", following) if len(mark) != 4 else not lower
    if close:
        return not lower
    if not word:
        return not lower
    key = word.lower()
    titles = listed()["title"]
    if key in titles and not match["open"]:
        return False
    if key in listed()["number"] and following[:1].isdigit():
        return False
    if word.isalpha() and len(word) > 1 and key not in _abbreviations():
        return not lower
    return ends(word + ".", following)


def _abbreviations() -> frozenset[str]:
    from .punkt import punkt

    return punkt()._params.abbrev_types


def _unspaced(text: str, match: re.Match[str], word: str) -> int:
    return 0
