"""Windows: the stretches of tokens that the tagger reads at a time, with what stands in quotes.

A window holds whole paragraphs, as many as fit, with a break between two of them; a paragraph that
is longer than a window is cut where a sentence ends. So a one-line article of ten thousand words
reads like one of many short paragraphs, and memory is bounded.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import chain

from newsbrief.spans import Span
from newsbrief.text.quotations import pairs
from newsbrief.text.tokens import tokens

LIMIT = 96  # tokens in a window; 128 is as right and slower, 64 lost 0.013 F1 of attributions

STRETCH = 50_000  # characters of a paragraph whose tokens are held at a time


class Quoted(IntEnum):
    """Where a token stands to quotation marks."""

    OUTSIDE = 0
    INSIDE = 1
    OPENING = 2
    CLOSING = 3
    BREAK = 4  # not a token but the end of a paragraph, an empty span


@dataclass(slots=True)
class Window:
    """Tokens and breaks in text order, and where each stands to quotation marks."""

    spans: list[Span]
    quoted: list[Quoted]

    def __len__(self) -> int:
        """The number of tokens and breaks."""
        return len(self.spans)


def quoted(text: str, spans: Sequence[Span]) -> list[Quoted]:
    """Where each token of one paragraph, which are ``spans``, stands to its quotations."""
    if not spans:
        return []
    found = pairs(text, spans[0].start, spans[-1].end)
    ends = {pair.opening.start: pair.closing.start for pair in found}
    closing = {pair.closing.start for pair in found}
    states = []
    inside = 0  # up to this offset
    for start, _ in spans:
        if start in ends:
            inside = max(inside, ends[start])
            states.append(Quoted.OPENING)
        elif start in closing:
            states.append(Quoted.CLOSING)
        else:
            states.append(Quoted.INSIDE if start < inside else Quoted.OUTSIDE)
    return states


def windows(text: str, paragraphs: Iterable[Span], limit: int = LIMIT) -> Iterator[Window]:
    """The windows over ``paragraphs`` (spans of ``text``, in order), none longer than ``limit``."""
    window = Window([], [])
    for start, end in chain.from_iterable(_stretches(text, *span) for span in paragraphs):
        spans = tokens(text, start, end)
        states = quoted(text, spans)
        for first, last in pieces(text, spans, states, limit):
            if window.spans and len(window) + 1 + last - first > limit:
                yield window
                window = Window([], [])
            elif window.spans:
                edge = window.spans[-1].end
                window.spans.append(Span(edge, edge))
                window.quoted.append(Quoted.BREAK)
            window.spans += spans[first:last]
            window.quoted += states[first:last]
    if window.spans:
        yield window


def _stretches(text: str, start: int, end: int) -> Iterator[Span]:
    """The paragraph from ``start`` to ``end``, in parts if it is too long to hold its tokens."""
    while end - start > STRETCH:
        space = text.rfind(" ", start + 1, start + STRETCH)
        cut = space if space > 0 else start + STRETCH
        yield Span(start, cut)
        start = cut
    yield Span(start, end)


def pieces(
    text: str, spans: Sequence[Span], states: Sequence[Quoted], limit: int
) -> Iterator[tuple[int, int]]:
    """The tokens of a paragraph, all at once if they fit, else cut where a sentence ends."""
    first, total = 0, len(spans)
    while total - first > limit:
        cuts = range(first + limit, first + limit // 4, -1)
        last = next((i for i in cuts if ends(text, spans, states, i)), first + limit)
        yield first, last
        first = last
    if first < total:
        yield first, total


def ends(text: str, spans: Sequence[Span], states: Sequence[Quoted], cut: int) -> bool:
    """Whether a sentence seems to end before token ``cut``."""
    before, after = spans[cut - 1], spans[cut]
    if after.start == before.end or text[after.start].islower():
        return False
    if states[cut - 1] is Quoted.CLOSING or text[before.start] == ")":
        before = spans[cut - 2]
    return text[before.end - 1] in ".!?…"
