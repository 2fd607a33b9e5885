"""Spans of sources, cues and contents, found by a trained sequence tagger.

For each token of a window the network scores a label (O, or B or I of a role) and the side on which
the rest of the attribution lies; Viterbi decoding takes the best sequence of labels. The roles are
those of PolNeAR (Newell et al. 2018); of nested attributions the outer one is labelled.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum, StrEnum
from itertools import islice
from math import fsum
from typing import NamedTuple

from newsbrief.article import FURNITURE_KINDS, Article
from newsbrief.spans import Span

from .windows import MAX_WINDOW_TOKENS, Quoted, Window, windows


class Role(StrEnum):
    """What a span is in an attribution."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


class Side(IntEnum):
    """Where the nearest partner lies: the cue of a source or content, the source of a cue."""

    NONE = 0
    LEFT = 1
    RIGHT = 2


class Labelled(NamedTuple):
    """A span with its role, its probability and the side of its partner.

    The probability, from 0 to 1, is the mean over its tokens. Offsets count code points of the
    text from 0, ends exclusive.
    """

    role: Role
    start: int
    end: int
    probability: float
    side: Side = Side.NONE


_CHUNK_WINDOWS = 32  # at a time: some 30 MB at most, however long the article

# By label, O first, then B and I of each role.
_ROLES = (None, Role.SOURCE, Role.SOURCE, Role.CUE, Role.CUE, Role.CONTENT, Role.CONTENT)
_BEGIN_LABELS = {1, 3, 5}


def tag(article: Article) -> list[Labelled]:
    """The labelled spans of ``article``, except its furniture, in order and without overlap."""
    blocks = (Span(b.start, b.end) for b in article.blocks if b.kind not in FURNITURE_KINDS)
    return list(tag_paragraphs(article.text, blocks))


def tag_paragraphs(
    text: str, paragraphs: Iterable[Span], limit: int = MAX_WINDOW_TOKENS
) -> Iterator[Labelled]:
    """The labelled spans in ``paragraphs``, spans of ``text`` in order.

    ``limit``: the most tokens that the network reads at a time.
    """
    stream = windows(text, paragraphs, limit)
    while chunk := list(islice(stream, _CHUNK_WINDOWS)):
        yield from _tag_windows(text, chunk)


def _tag_windows(text: str, chunk: list[Window]) -> list[Labelled]:
    """The labelled spans of some windows, in text order."""
    import numpy as np

    from .lstm import steps, viterbi
    from .network import network

    chunk = sorted(chunk, key=len, reverse=True)
    order = steps([len(window) for window in chunk])
    words = [text[start:end] for window in chunk for start, end in window.spans]
    states = [state for window in chunk for state in window.quoted]
    scores = network().scores(words, states, order)
    of_labels, of_sides = np.split(scores, [len(_ROLES)], axis=1)
    labels = viterbi(of_labels, network().transitions, order)
    chances = np.exp(of_labels - of_labels.max(axis=1, keepdims=True))
    chosen = (chances[np.arange(len(labels)), labels] / chances.sum(axis=1)).tolist()
    sides = np.cumsum(np.pad(of_sides, ((1, 0), (0, 0))), axis=0, dtype=np.float64)
    spans: list[Labelled] = []
    at = 0
    for window in chunk:
        for role, first, last in _runs(labels[at : at + len(window)], window):
            begin, after = at + first, at + last + 1
            start, end = window.spans[first].start, window.spans[last].end
            if role is not Role.CUE and not any(map(str.isalnum, text[start:end])):
                continue  # a cue may be a colon, but a source or content has a word
            # Rounded, since the last bits differ from machine to machine.
            probability = round(fsum(chosen[begin:after]) / (after - begin), 3)
            side = Side(int((sides[after] - sides[begin]).argmax()))
            spans.append(Labelled(role, start, end, probability, side))
        at += len(window)
    return sorted(spans, key=lambda span: span.start)


def _runs(labels: Sequence[int], window: Window) -> Iterator[tuple[Role, int, int]]:
    """(role, first token, last token) of the spans that ``labels`` make; a break ends a span."""
    begin, role = 0, None
    for i, (label, state) in enumerate(zip(labels, window.quoted, strict=True)):
        now = None if state is Quoted.BREAK else _ROLES[label]
        if role is not None and (now is not role or label in _BEGIN_LABELS):
            yield role, begin, i - 1
            role = None
        if role is None and now is not None:
            begin, role = i, now
    if role is not None:
        yield role, begin, len(labels) - 1
