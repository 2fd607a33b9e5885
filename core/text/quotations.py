"""Quotations: where in a block of text something stands in quotation marks.

Pairs the marks of ``quotation_marks`` and tells apostrophes from them. It does not say who speaks.
Marks that do not pair give fewer quotations, never an error. Linear time, whatever the marks.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsbrief.spans import Span, trim

from .quotation_marks import APOSTROPHES, CLOSING_MARKS, MARKS, OPENING_MARKS, STYLES

MIN_SPEECH_WORDS = 3  # Pareti et al. (2013): shorter ones are mostly titles and scare quotes
MAX_WORD_CHARS = 30
MIN_TITLE_WORDS = 2  # a single word with a capital is as often somebody's own word
MIN_LOWER_CASE_CHARS = 4  # of a word that no title has in lower case: not "of" and "the"
MAX_DEPTH = 2  # a quotation in a quotation in a quotation
MAX_CLOSING_MARKS = 3  # looked past for the end of a sentence: "'Why?' | "We go."
MAX_GENITIVE_MARKS = 50  # looked at for a surer closing mark than one after a final s

_ENDS = frozenset(".,!?…")  # a mark right after one of these closes, even before a letter
# What may stand right before an opening mark, beside white space.
_BEFORE_OPENING = frozenset("([{/—–-:,;.!?" + OPENING_MARKS)
_BEFORE_SPEECH = frozenset(":,.?!—–")  # before a quotation that is never closed
_UPRIGHT = frozenset(('"', "''"))  # marks that look the same where they open and close
_MARK = re.compile("|".join(map(re.escape, sorted(MARKS, key=len, reverse=True))))
_ELISION = re.compile(r"(?:em|til|twas|tis|cause|cos|n|round|bout|\d0s|\d\d)\b", re.IGNORECASE)
_INCHES = re.compile(r"\d['’]\d{1,2}$")


class Pair(NamedTuple):
    """The marks of a quotation; one that no mark closes ends before the next, or with its block."""

    opening: Span
    closing: Span  # empty where no mark closes it
    depth: int  # 0 for an outermost quotation, 1 for one inside it


class _Mark(NamedTuple):
    text: str
    start: int
    end: int
    before: str  # the character on its left, "" at the start of the block
    after: str  # the one on its right, "" at the end


def quotations(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The outermost quotations of ``text[start:end]``, one block, in order, marks included.

    One that opens where speech may begin and is never closed, as in a quotation of several
    paragraphs, runs to where its mark opens the next, or to the end of the block.

    >>> quotations("‘It’s the boys’ turn,’ she said. Then: «No.»")
    [Span(start=0, end=22), Span(start=39, end=44)]
    """
    return [Span(p.opening.start, p.closing.end) for p in pairs(text, start, end) if not p.depth]


def pairs(text: str, start: int = 0, end: int | None = None) -> list[Pair]:
    """The quotations of ``text[start:end]``, one block, and those inside them, by opening mark.

    >>> [(pair.opening.start, pair.closing.start) for pair in pairs("“‘Go,’ he said.” Then: “Now")]
    [(0, 15), (1, 5), (23, 27)]
    """
    block = trim(text, start, len(text) if end is None else end)
    return list(_pairs(text, block, _marks(text, block)))


def is_speech(text: str, quotation: Span) -> bool:
    """Whether ``quotation`` reads as something said, not as a title or a scare quote.

    >>> is_speech('a "soft" landing', Span(2, 8)), is_speech('"We are not done."', Span(0, 18))
    (False, True)
    """
    inner = text[quotation.start : quotation.end].strip(OPENING_MARKS + CLOSING_MARKS + " ")
    if inner[-1:] in _ENDS:
        return True
    words = inner.split()
    return len(words) >= MIN_SPEECH_WORDS and any(
        word[0].islower() and len(word) >= MIN_LOWER_CASE_CHARS for word in words
    )


def is_title(text: str, quotation: Span) -> bool:
    """Whether ``quotation`` is written as the name of a book, a ship or a law.

    Not in a headline, where words outside it have capitals too.

    >>> is_title("the “Queen of May”", Span(4, 18)), is_title("a “Soft landing”", Span(2, 16))
    (True, False)
    """
    around = (
        *text[max(0, quotation.start - MAX_WORD_CHARS) : quotation.start].split()[-1:],
        *text[quotation.end : quotation.end + MAX_WORD_CHARS].split()[:1],
    )
    inner = text[quotation.start : quotation.end].strip(OPENING_MARKS + CLOSING_MARKS + " ")
    words = inner.split()
    return (
        len(words) >= MIN_TITLE_WORDS
        and words[0][0].isupper()
        and any(word[0].islower() for word in around)
        and inner[-1] not in _ENDS
        and not any(word[0].islower() and len(word) >= MIN_LOWER_CASE_CHARS for word in words)
    )


def _marks(text: str, block: Span) -> list[_Mark]:
    """Every mark of ``block`` that may open or close a quotation."""
    start, end = block
    marks = []
    for match in _MARK.finditer(text, start, end):
        shown, (left, right) = match.group(), match.span()
        before = text[left - 1] if left > start else ""
        after = text[right] if right < end else ""
        if shown in APOSTROPHES and before.isalnum() and after.isalnum():
            continue
        if shown == '"' and _INCHES.search(text, max(start, left - 4), left):
            continue
        marks.append(_Mark(shown, left, right, before, after))
    return marks


def _pairs(text: str, block: Span, marks: Sequence[_Mark], depth: int = 0) -> Iterator[Pair]:
    """The pairs that ``marks`` make in ``block``, each before those inside it."""
    searched: dict[str, int] = {}  # by opening mark, where the search for a closing one stopped
    i = 0
    while i < len(marks):
        opener = marks[i]
        i += 1
        if not _opens(text, opener):
            continue
        close = None
        if i > searched.get(opener.text, 0):  # else this search would find what the last one found
            close, searched[opener.text] = _closing(text, marks, i)
        stop = searched[opener.text] if close is None else close
        end = block.end if stop == len(marks) else marks[stop].start
        if close is not None:
            closing = Span(marks[close].start, marks[close].end)
        elif (
            not depth
            and _runs_on(text, block.start, opener, opens_again=stop < len(marks))
            and _stops(text, end, block)
        ):
            last = trim(text, opener.start, end).end
            closing = Span(last, last)
        else:
            continue
        yield Pair(Span(opener.start, opener.end), closing, depth)
        if depth < MAX_DEPTH and i < stop:
            yield from _pairs(text, block, marks[i:stop], depth + 1)
        i = stop if close is None else stop + 1


def _opens(text: str, mark: _Mark) -> bool:
    """Whether ``mark`` can open a quotation."""
    style = STYLES.get(mark.text)
    if style is None or not mark.after:
        return False
    free = not mark.before or mark.before.isspace() or mark.before in _BEFORE_OPENING
    inward = not mark.after.isspace() or (_is_loose(mark) and not _follows_figure(text, mark))
    if style.directed:
        return inward or not mark.before.strip()
    return free and inward and not (style.single and _ELISION.match(text, mark.end))


def _follows_figure(text: str, mark: _Mark) -> bool:
    """Whether a figure stands before ``mark``: a 5 " pipe."""
    return text[max(0, mark.start - 2) : mark.start].strip().isdigit()


def _is_loose(mark: _Mark) -> bool:
    """Whether ``mark`` may open or close: nothing stands beside it, as in tokenised text."""
    return mark.text in _UPRIGHT and not (mark.before.strip() or mark.after.strip())


def _closing(text: str, marks: Sequence[_Mark], first: int) -> tuple[int | None, int]:
    """The index of the mark that closes the quotation opened by ``marks[first - 1]``, or None.

    Also the index where the search stopped: at that mark, at one that opens the same style again,
    or at the end. A single mark after a final s may be a genitive, so a surer one is preferred.
    """
    opener = marks[first - 1]
    style = STYLES[opener.text]
    genitive: int | None = None  # the first mark that may be one
    stop = len(marks)
    for i in range(first, len(marks)):
        mark = marks[i]
        closes = mark.text in style.closers
        in_word = mark.after.isalnum()
        if closes and mark.before in _ENDS and not (style.single and in_word):
            return i, i
        opens_again = mark.text == opener.text and mark.before not in CLOSING_MARKS
        if opens_again and not _is_loose(mark) and _opens(text, mark):
            stop = i
            break
        if closes and not in_word and not (style.single and mark.before.isspace()):
            if not style.single or mark.before != "s":
                return i, i
            genitive = i if genitive is None else genitive
        if genitive is not None and i - genitive == MAX_GENITIVE_MARKS:
            break
    return (None, stop) if genitive is None else (genitive, genitive)


def _stops(text: str, end: int, block: Span) -> bool:
    """Whether an unclosed quotation may end at ``end``: with its block, or with a sentence."""
    return end == block.end or _shown_before(text, block.start, end) in _ENDS


def _runs_on(text: str, start: int, opener: _Mark, *, opens_again: bool) -> bool:
    """Whether an unclosed quotation may begin at ``opener``: a block, a sentence or a clause.

    A single mark is more often an apostrophe, unless it follows "she said:", or ``opens_again``, as
    where the paragraphs of a quotation were joined to one: "'It rained. 'We left.'"
    """
    before = _shown_before(text, start, opener.start)
    if STYLES[opener.text].single:
        introduced = before == ":" or (opens_again and (not before or before in _BEFORE_SPEECH))
        return (introduced and opener.after.isupper()) or (opener.text == "‘" and not before)
    return not before or before in _BEFORE_SPEECH


def _shown_before(text: str, start: int, at: int) -> str:
    """The last character before ``at`` but white space and a few closing marks; "" for none."""
    marks = 0
    while at > start and (text[at - 1].isspace() or text[at - 1] in CLOSING_MARKS):
        marks += not text[at - 1].isspace()
        if marks > MAX_CLOSING_MARKS:
            break
        at -= 1
    return text[at - 1] if at > start else ""
