"""Quotations: where in a block of text something stands in quotation marks.

Knows curly, straight, single, guillemet, German and typewriter (``...'') marks, and tells
apostrophes from them. It does not say who speaks. Marks that do not pair give fewer quotations,
never an error. One pass, linear time.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

from newsbrief.spans import SortedSpans, Span

# What may close a quotation, by what opened it; typing slips ("...”) are let pass.
CLOSED_BY = {
    "“": "”\"“''",
    "„": '“”"',
    "«": "»",
    "»": "«",
    "‹": "›",
    "‘": "’'",
    "‚": "‘’",
    '"': '"”',
    "'": "'’",
    "``": "''\"”",
    "''": "''",
    "”": "”",
}
CLOSERS = "”»›’\"'“«‘"
SINGLE = "‘‚'"
STOPS = frozenset(".,!?…")  # a mark right after one of these closes, even before a letter
SPEECH_WORDS = 3  # Pareti et al. (2013): shorter quotations are mostly titles and scare quotes

_MARK = re.compile(r"``|''|[“”„«»‹›‘’‚\"']")
_ELISION = re.compile(r"(?:em|til|twas|tis|cause|cos|n|round|bout|\d0s|\d\d)\b", re.IGNORECASE)
_INCHES = re.compile(r"\d['’]\d{1,2}$")
_LEFT = frozenset(
    "([{/—–-:,;.!?“‘\"'«„"
)  # what may stand right before an opening mark, beside space


class _Mark(NamedTuple):
    text: str
    start: int
    end: int
    before: str  # the character on its left, "" at the start of the block
    after: str


def quotations(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The outermost quotations of ``text[start:end]``, one block, in order, marks included.

    One that opens where speech may begin and is never closed runs to the end of the block, as it
    does in a quotation of several paragraphs.

    >>> quotations("‘It’s the boys’ turn,’ she said. Then: «No.»")
    [Span(start=0, end=22), Span(start=39, end=44)]
    """
    end = len(text) if end is None else end
    marks = _marks(text, start, end)
    found: list[Span] = []
    i = 0
    while i < len(marks):
        opener = marks[i]
        i += 1
        if not _opens(text, opener):
            continue
        close, stop = _close(text, marks, i)
        if close:
            found.append(Span(opener.start, marks[close].end))
            i = close + 1
        elif stop == len(marks) and _runs_on(text, start, opener):
            found.append(Span(opener.start, start + len(text[start:end].rstrip())))
            break
    return found


def quotations_of(text: str, blocks: Iterable[tuple[int, int]]) -> SortedSpans[Span]:
    """The outermost quotations of all ``blocks``, which are pairs of start and end in ``text``."""
    return SortedSpans(span for start, end in blocks for span in quotations(text, start, end))


def is_closed(text: str, quotation: Span) -> bool:
    """Whether ``quotation`` ends in a mark, rather than with its paragraph.

    >>> is_closed("“We go on", Span(0, 9))
    False
    """
    return quotation.end - quotation.start > 1 and text[quotation.end - 1] in CLOSERS


def is_speech(text: str, quotation: Span) -> bool:
    """Whether ``quotation`` reads as something said, not as a title or a scare quote.

    >>> is_speech('a "soft" landing', Span(2, 8)), is_speech('"We are not done."', Span(0, 18))
    (False, True)
    """
    inner = text[quotation.start : quotation.end].strip("„`" + CLOSERS + " ")
    words = inner.split()
    if len(words) < SPEECH_WORDS:
        return bool(words) and inner[-1] in ".!?,…"
    return any(w[:1].islower() and len(w) > len("with") - 1 for w in words) or inner[-1] in ".!?,…"


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    """Every mark of the block that may open or close a quotation."""
    marks = []
    for match in _MARK.finditer(text, start, end):
        left, right = match.span()
        before = text[left - 1] if left > start else ""
        after = text[right] if right < end else ""
        mark = _Mark(match.group(), left, right, before, after)
        if mark.text in "'’" and before.isalnum() and after.isalnum():
            continue
        if mark.text == '"' and _INCHES.search(text, max(start, left - 4), left):
            continue
        marks.append(mark)
    return marks


def _opens(text: str, mark: _Mark) -> bool:
    """Whether ``mark`` can open a quotation."""
    free = not mark.before or mark.before.isspace() or mark.before in _LEFT
    inward = bool(mark.after) and not mark.after.isspace()
    if mark.text in SINGLE:
        return free and inward and not _ELISION.match(text, mark.end)
    if mark.text in "“«‹„``":
        return bool(mark.after) and (inward or not mark.before.strip())
    return mark.text in CLOSED_BY and free and inward


def _close(text: str, marks: list[_Mark], first: int) -> tuple[int, int]:
    """The index of the mark that closes the quotation opened by ``marks[first - 1]``, or 0.

    Also the index where the search ended: at a mark that opens the same kind again, or at the end.
    A single mark after a final s may be a genitive, so a plainer one further on is preferred.
    """
    opener = marks[first - 1]
    closers = CLOSED_BY[opener.text]
    doubtful = 0
    for i in range(first, len(marks)):
        mark = marks[i]
        if mark.text in closers and mark.before in STOPS and opener.text not in SINGLE:
            return i, i
        if mark.text == opener.text and _opens(text, mark) and mark.before not in CLOSERS:
            return doubtful, i
        if mark.text not in closers or mark.after.isalnum():
            continue
        if opener.text not in SINGLE:
            return i, i
        if not mark.before.strip():
            continue
        if mark.before != "s":
            return i, i
        doubtful = doubtful or i
    return doubtful, len(marks)


def _runs_on(text: str, start: int, opener: _Mark) -> bool:
    """Whether an unclosed quotation may begin at ``opener``: a block, a sentence or a clause."""
    lead = text[start : opener.start].rstrip()
    if opener.text in SINGLE:
        return opener.text == "‘" and not lead
    return not lead or lead[-1] in ":,.?!—–"
