"""Windows: the sequences of tokens that the tagger reads at a time, with their quotation states.

A window holds whole paragraphs, as many as fit, with a break between two of them; a paragraph that
is longer than a window is cut where a sentence ends. So an article of one line is read like one of
many short paragraphs, and memory is bounded.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import chain

from newsbrief.spans import Span
from newsbrief.text.quotations import pairs
from newsbrief.text.tokens import tokens

MAX_WINDOW_TOKENS = 96  # 128 is as right and slower, 64 lost 0.013 F1 of attributions
MAX_PARAGRAPH_CHARS = 50_000  # of a longer one not all tokens are held at a time


class Quoted(IntEnum):
    """The quotation state of a token."""

    OUTSIDE = 0
    INSIDE = 1
    OPENING = 2
    CLOSING = 3
    BREAK = 4  # not a token but the end of a paragraph, an empty span


# Looked up for each token, and plain, as numpy reads them at thrice the rate.
_OUTSIDE, _INSIDE, _OPENING, _CLOSING, _BREAK = map(int, Quoted)


@dataclass(slots=True)
class Window:
    """Tokens and breaks in text order, and the quotation state of each.

    ``goes_on``: the window before ends within the same paragraph, and no quotation ends or begins
    between the two.
    """

    spans: list[Span]
    quoted: list[int]
    goes_on: bool = False

    def __len__(self) -> int:
        """The number of tokens and breaks."""
        return len(self.spans)


def quoted(text: str, spans: Sequence[Span]) -> list[int]:
    """The quotation state, of ``Quoted``, of each of ``spans``, the tokens of one paragraph."""
    quotations = pairs(text, spans[0].start, spans[-1].end) if spans else []
    if not quotations:
        return [_OUTSIDE] * len(spans)
    ends = {pair.opening.start: pair.closing.start for pair in quotations}
    closing = {pair.closing.start for pair in quotations}
    states = []
    inside = 0  # up to this offset
    for start, _ in spans:
        if start in ends:
            inside = max(inside, ends[start])
            states.append(_OPENING)
        elif start in closing:
            states.append(_CLOSING)
        else:
            states.append(_INSIDE if start < inside else _OUTSIDE)
    return states


def windows(
    text: str, paragraphs: Iterable[Span], limit: int = MAX_WINDOW_TOKENS
) -> Iterator[Window]:
    """The windows over ``paragraphs`` (spans of ``text``, in order), none longer than ``limit``."""
    window = Window([], [])
    for start, end in chain.from_iterable(_bounded(text, *span) for span in paragraphs):
        spans = tokens(text, start, end)
        states = quoted(text, spans)
        for first, last in pieces(text, spans, states, limit):
            if window.spans and len(window) + 1 + last - first > limit:
                yield window
                at_quotation = states[first - 1] == _CLOSING or states[first] == _OPENING
                window = Window([], [], goes_on=first > 0 and not at_quotation)
            elif window.spans:
                edge = window.spans[-1].end
                window.spans.append(Span(edge, edge))
                window.quoted.append(_BREAK)
            window.spans += spans[first:last]
            window.quoted += states[first:last]
    if window.spans:
        yield window


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    """The paragraph from ``start`` to ``end``, in parts where it is too long."""
    while end - start > MAX_PARAGRAPH_CHARS:
        space = text.rfind(" ", start + 1, start + MAX_PARAGRAPH_CHARS)
        cut = space if space > 0 else start + MAX_PARAGRAPH_CHARS
        yield Span(start, cut)
        start = cut
    yield Span(start, end)


def pieces(
    text: str, spans: Sequence[Span], states: Sequence[int], limit: int
) -> Iterator[tuple[int, int]]:
    """The tokens of a paragraph as ranges of at most ``limit``, cut where a sentence ends."""
    first, total = 0, len(spans)
    while total - first > limit:
        cuts = range(first + limit, first + limit // 4, -1)
        last = next((i for i in cuts if ends(text, spans, states, i)), first + limit)
        yield first, last
        first = last
    if first < total:
        yield first, total


def ends(text: str, spans: Sequence[Span], states: Sequence[int], cut: int) -> bool:
    """Whether a sentence seems to end before the token at index ``cut``."""
    before, after = spans[cut - 1], spans[cut]
    if after.start == before.end or text[after.start].islower():
        return False
    if states[cut - 1] == _CLOSING or text[before.start] == ")":
        before = spans[cut - 2]
    return text[before.end - 1] in ".!?…"
