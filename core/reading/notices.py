"""Notices to the reader above the headline, such as "You have 2 free articles left this month.".

A notice is known by what stands below it. A line with a byline or a time stamp under it is the
headline, and what stands above that is not the article's. Where neither is there, the notice has
to speak of the page, and to the reader.
"""

import re
from collections.abc import Sequence

from newsbrief.article import BlockKind
from newsbrief.text.quotation_marks import CLOSING_MARKS, DOUBLE_MARKS

from .furniture import page_terms
from .time_stamps import is_time_stamp

_TWO_SENTENCES = re.compile(r"[.!?] [A-Z0-9]")
_ENDED = re.compile(r"[.!]$")
_READER = re.compile(r"\b(?:you|your|us|we|our|please)\b", re.IGNORECASE)
_NO_HEADLINE = re.compile(rf"[a-z]|.*[.…:;,][{CLOSING_MARKS})]*$")
_MAX_NOTICE_CHARS = 160
_MAX_HEADLINE_CHARS = 160
_MIN_HEADLINE_WORDS = 3
_MAX_LINES = 8  # from the first notice to the headline
_LINES_BELOW = 2  # of the headline, that may be a byline: it may have a standfirst


def notices_above(lines: Sequence[str], kinds: Sequence[BlockKind | None], first: int) -> list[int]:
    """The indexes of the ``lines``, from ``first`` on, that are notices above the headline.

    ``kinds`` are those that their wording gives. None are found where no headline stands below.

    >>> lines = ["We need your help. Give now.", "Quay shut for six weeks", "By Jo Roe"]
    >>> notices_above(lines, [None, None, BlockKind.BYLINE], 0)
    [0]
    """
    notices: list[int] = []
    for i in range(first, min(first + _MAX_LINES, len(lines))):
        if kinds[i] is not None:
            continue
        if _may_be_notice(lines[i]):
            notices.append(i)
            continue
        signed = _is_signed(lines, kinds, i)
        sure = signed or all(_speaks_of_page(lines[notice]) for notice in notices)
        return notices if sure and _may_be_headline(lines[i]) else []
    return []


def _may_be_notice(line: str) -> bool:
    """Whether ``line`` is a short sentence, or two, to the reader or of the page."""
    if not 0 < len(line) <= _MAX_NOTICE_CHARS or not _ENDED.search(line):
        return False
    if any(mark in line for mark in DOUBLE_MARKS):
        return False
    return bool(_TWO_SENTENCES.search(line) or _READER.search(line) or page_terms(line))


def _speaks_of_page(line: str) -> bool:
    return bool(_READER.search(line)) and page_terms(line) > 0


def _may_be_headline(line: str) -> bool:
    words = line.count(" ") + 1
    return (
        words >= _MIN_HEADLINE_WORDS
        and len(line) <= _MAX_HEADLINE_CHARS
        and not _NO_HEADLINE.match(line)
    )


def _is_signed(lines: Sequence[str], kinds: Sequence[BlockKind | None], headline: int) -> bool:
    """Whether a byline stands below the ``headline``, or a time stamp right below it."""
    below = headline + 1
    if BlockKind.BYLINE in kinds[below : below + _LINES_BELOW]:
        return True
    return below < len(lines) and is_time_stamp(lines[below])
