"""Spans of sources, cues and claims, of roles and of names, found by a trained sequence tagger.

For each token of a window the network scores what ``heads`` lists. Viterbi decoding takes the best
sequence of labels of the article's own attributions; the other labels are decoded token by token.
``train/README.md`` tells what it learned from.
"""

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum, StrEnum
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from newsbrief.article import FURNITURE_KINDS, Article
from newsbrief.spans import Span

from .heads import COLUMNS, SPAN_LABELS, TOLD_LABELS
from .windows import MAX_WINDOW_TOKENS, Quoted, Window, windows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from .lstm import Floats


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


class Traits(NamedTuple):
    """What an attribution is like by the tokens of one of its spans: probabilities from 0 to 1.

    ``kind`` has one for each of ``heads.KINDS``, ``type`` for each of ``heads.TYPES``.
    """

    kind: tuple[float, ...]
    type: tuple[float, ...]
    optional: float
    negated: float
    hedged: float


class Labelled(NamedTuple):
    """A span with its role, its probability, the side of its partner, and its traits.

    The probability, from 0 to 1, is the mean over its tokens. Offsets count code points of the
    text from 0, ends exclusive.
    """

    role: Role
    start: int
    end: int
    probability: float
    side: Side = Side.NONE
    traits: Traits | None = None


class Tags(NamedTuple):
    """All that the tagger found, each list in the order of the text.

    ``outer`` are the spans of attributions in the article's own text, ``inner`` those within the
    claims of others; neither list has an overlap. ``roles`` and ``reasons`` are the words that tell
    a source's role, and why it knows or is not named; ``names`` the names of persons and bodies.
    """

    outer: list[Labelled]
    inner: list[Labelled]
    roles: list[Span]
    reasons: list[Span]
    names: list[Span]


_CHUNK_WINDOWS = 32  # at a time: some 30 MB at most, however long the article
_ROLE_OF = {f"{prefix}-{role}": role for prefix in "BI" for role in Role}
_TRAITS = ("kind", "type", "optional", "negated", "hedged")


def tag(article: Article) -> Tags:
    """What the tagger finds in ``article``, except in its furniture."""
    blocks = (Span(b.start, b.end) for b in article.blocks if b.kind not in FURNITURE_KINDS)
    return tag_paragraphs(article.text, blocks)


def tag_paragraphs(text: str, paragraphs: Iterable[Span], limit: int = MAX_WINDOW_TOKENS) -> Tags:
    """What the tagger finds in ``paragraphs``, spans of ``text`` in order.

    ``limit``: the most tokens that the network reads at a time.
    """
    tags = Tags([], [], [], [], [])
    stream = windows(text, paragraphs, limit)
    while chunk := list(islice(stream, _CHUNK_WINDOWS)):
        _tag_windows(text, chunk, tags)
    return tags


def _tag_windows(text: str, chunk: list[Window], tags: Tags) -> None:
    """Add to ``tags`` what the tagger finds in some windows."""
    from .lstm import steps, viterbi
    from .network import network

    by_length = sorted(chunk, key=len, reverse=True)
    order = steps([len(window) for window in by_length])
    words = [text[start:end] for window in by_length for start, end in window.spans]
    states = [state for window in by_length for state in window.quoted]
    scores = network().scores(words, states, order)
    labels = viterbi(scores[:, slice(*COLUMNS["labels"])], network().transitions, order)
    reader = _Reader(text, scores, labels)
    begins, at = {}, 0
    for window in by_length:
        begins[id(window)] = at
        at += len(window)
    for window in chunk:
        reader.read(window, begins[id(window)], tags)


class _Reader:
    """Reads spans from the scores [token, column] of some windows, end to end."""

    def __init__(self, text: str, scores: "Floats", labels: Sequence[int]) -> None:
        import numpy as np

        self.text = text
        chances = np.empty(scores.shape, np.float64)
        for start, end in COLUMNS.values():
            part = scores[:, start:end]
            powers = np.exp(part - part.max(axis=1, keepdims=True))
            chances[:, start:end] = powers / powers.sum(axis=1, keepdims=True)
        self._chances = chances
        self._sums = np.cumsum(np.pad(chances, ((1, 0), (0, 0))), axis=0)
        self._labels = {
            name: chances[:, slice(*COLUMNS[name])].argmax(axis=1).tolist()
            for name in ("inner", "told", "name")
        } | {"labels": labels}

    def read(self, window: Window, at: int, tags: Tags) -> None:
        """Add to ``tags`` what stands in ``window``, whose first token is the one at ``at``."""
        for head, sides, spans in (
            ("labels", "sides", tags.outer),
            ("inner", "inner_sides", tags.inner),
        ):
            for label, first, last in self._runs(head, window, at):
                role, span = _ROLE_OF[SPAN_LABELS[label]], _span(window, first, last)
                if role is Role.CUE or self._has_word(span):  # a cue may be a colon
                    begin, after = at + first, at + last + 1
                    probability = self._probability(head, label, begin, after)
                    side = Side(int(self._mean(sides, begin, after).argmax()))
                    traits = self._traits(begin, after)
                    spans.append(Labelled(role, *span, probability, side, traits))
        for label, first, last in self._runs("told", window, at):
            is_role = TOLD_LABELS[label].endswith("role")
            (tags.roles if is_role else tags.reasons).append(_span(window, first, last))
        for _, first, last in self._runs("name", window, at):
            tags.names.append(_span(window, first, last))

    def _runs(self, head: str, window: Window, at: int) -> Iterator[tuple[int, int, int]]:
        """(label, first token, last token) of the spans that a head's labels make in ``window``."""
        labels = self._labels[head][at : at + len(window)]
        begin, running = 0, 0
        for i, (label, state) in enumerate(zip([*labels, 0], [*window.quoted, None], strict=True)):
            now = 0 if state is Quoted.BREAK else label
            inside = now + now % 2  # the label of the inside of the span that a B or I belongs to
            if running and (inside != running or now % 2):
                yield running, begin, i - 1
                running = 0
            if not running and inside:
                begin, running = i, inside

    def _has_word(self, span: Span) -> bool:
        return any(map(str.isalnum, self.text[span.start : span.end]))

    def _mean(self, head: str, begin: int, after: int) -> "NDArray[np.float64]":
        """The mean probabilities of the labels of ``head`` over a range of tokens."""
        start, end = COLUMNS[head]
        total: NDArray[np.float64] = self._sums[after, start:end] - self._sums[begin, start:end]
        return total / (after - begin)

    def _probability(self, head: str, inside: int, begin: int, after: int) -> float:
        """The mean probability of the labels of a span, B first, then I.

        Rounded, since the last bits differ from machine to machine.
        """
        start = COLUMNS[head].start
        chances = self._chances
        outer = chances[begin, start + inside - 1]
        rest = self._sums[after, start + inside] - self._sums[begin + 1, start + inside]
        return round(float(outer + rest) / (after - begin), 3)

    def _traits(self, begin: int, after: int) -> Traits:
        start, end = COLUMNS[_TRAITS[0]].start, COLUMNS[_TRAITS[-1]].end
        total = (self._sums[after, start:end] - self._sums[begin, start:end]).tolist()
        means = [round(chance / (after - begin), 3) for chance in total]
        kind, type_, *flags = (
            means[i - start : j - start] for i, j in map(COLUMNS.__getitem__, _TRAITS)
        )
        return Traits(tuple(kind), tuple(type_), *(chances[1] for chances in flags))


def _span(window: Window, first: int, last: int) -> Span:
    return Span(window.spans[first].start, window.spans[last].end)
