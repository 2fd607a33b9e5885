"""Spans of sources, cues and claims, of roles and of names, found by a trained sequence tagger.

For each token of a window the network scores what ``heads`` lists. Viterbi decoding takes the best
sequence of labels of the article's own attributions; the other labels are decoded token by token.
``train/README.md`` tells what it learned from.
"""

from collections.abc import Iterable, Iterator
from itertools import islice, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING

from newsbrief.article import FURNITURE_KINDS, Article
from newsbrief.hyphens import unbroken
from newsbrief.spans import Span

from .heads import COLUMNS, SIDES, SPAN_LABELS, TOLD_LABELS
from .tags import Labelled, Role, Tags, Told, Traits
from .windows import Quoted, Window, windows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from .lstm import Floats

# By how much less a token beside those of a role may score inside than outside, and still belong to
# it. On the held-out articles of readers/train 0 gives 0.63 of the roles, and one in vain to 0.16
# of the other sources; 1 gives 0.67 and 0.16, 2 gives 0.66 and 0.18.
MAX_EDGE_COST = 1.0
MIN_ROLE_CHANCE = 0.1  # of each word of a role that stands where nobody speaks

# Of a reason, a mean over its words. In 240 articles 12 had 0.6, of which 8 are reasons by a
# careful reading, and 7 had 0.75, of which 6 are.
MIN_REASON_CHANCE = 0.75

_CHUNK_WINDOWS = 32  # at a time: some 30 MB at most, however long the article
_ROLE_OF = {i: Role(label[2:]) for i, label in enumerate(SPAN_LABELS) if label != "O"}
_TRAITS = ("kind", "type", "optional")
_KIND, _TYPE, _OPTIONAL = (
    slice(*(at - COLUMNS[_TRAITS[0]].start for at in COLUMNS[name])) for name in _TRAITS
)


def tag(article: Article, project: "Floats | None" = None) -> Tags:
    """What the tagger finds in ``article``, except in its furniture.

    ``project`` [hidden unit, number] makes the vectors of words, which have no numbers without it.
    """
    blocks = (Span(b.start, b.end) for b in article.blocks if b.kind not in FURNITURE_KINDS)
    return tag_paragraphs(article.text, blocks, project)


def tag_paragraphs(text: str, paragraphs: Iterable[Span], project: "Floats | None" = None) -> Tags:
    """What the tagger finds in ``paragraphs``, spans of ``text`` in order."""
    from .vectors import Vectors

    width = 0 if project is None else project.shape[1]
    tags = Tags([], [], [], [], [], [], Vectors(width))
    # What has no letter and no figure says nothing: a megabyte of dashes is none of the network's.
    stream = (window for window in windows(text, paragraphs) if _has_words(text, window))
    while chunk := list(islice(stream, _CHUNK_WINDOWS)):
        _tag_windows(text, chunk, tags, project)
    return tags


def _has_words(text: str, window: Window) -> bool:
    start, end = window.spans[0].start, window.spans[-1].end
    return any(map(str.isalnum, text[start:end]))


def _tag_windows(text: str, chunk: list[Window], tags: Tags, project: "Floats | None") -> None:
    """Add to ``tags`` what the tagger finds in some windows."""
    import numpy as np

    from .lstm import steps, viterbi
    from .network import network

    by_length = sorted(range(len(chunk)), key=lambda i: -len(chunk[i]))
    windows_read = [chunk[i] for i in by_length]
    order = steps([len(window) for window in windows_read])
    words = [text[start:end] for window in windows_read for start, end in window.spans]
    words = [unbroken(word) if "\n" in word else word for word in words]
    states = [state for window in windows_read for state in window.quoted]
    scores, vectors = network().outputs(words, states, order, project)
    labels = viterbi(scores[:, slice(*COLUMNS["labels"])], network().transitions, order)
    ends = np.cumsum(order.lengths)
    starts = ends - order.lengths
    place = np.argsort(by_length)  # of each window among those read
    in_text = np.concatenate([np.arange(starts[i], ends[i]) for i in place])
    reader = _Reader(text, chunk, scores[in_text], np.array(labels)[in_text])
    reader.read(tags)
    tags.vectors.add([span for window in chunk for span in window.spans], vectors[in_text])


class _Reader:
    """Reads spans from the scores [token, column] and the labels of windows in text order."""

    def __init__(
        self, text: str, chunk: list[Window], scores: "Floats", labels: "NDArray[np.intp]"
    ) -> None:
        import numpy as np

        self.text = text
        self._spans = [span for window in chunk for span in window.spans]
        states = np.array([state for window in chunk for state in window.quoted])
        self._is_break = states == Quoted.BREAK
        opening = np.cumsum([0, *(len(window) for window in chunk[:-1])])
        self._opens = np.zeros(len(states), bool)
        self._opens[opening] = True
        self._goes_on = np.zeros(len(states), bool)
        self._goes_on[opening[1:]] = [window.goes_on for window in chunk[1:]]
        self._scores = scores
        self._best_path = labels
        # In columns, since numpy is slow at many short rows; in doubles, with a row after the last.
        self._chances = np.zeros((len(scores) + 1, scores.shape[1]))
        columns = np.ascontiguousarray(scores.T)
        for name in ("labels", "sides", "inner", "inner_sides", "told", *_TRAITS):
            part = columns[slice(*COLUMNS[name])]
            powers = np.exp(part - part.max(axis=0))
            self._chances[:-1, slice(*COLUMNS[name])] = (powers / powers.sum(axis=0)).T

    def read(self, tags: Tags) -> None:
        """Add to ``tags`` what stands in the windows."""
        tags.outer.extend(self._labelled("labels", "sides"))
        tags.inner.extend(self._labelled("inner", "inner_sides"))
        roles, reasons = self._told("role"), self._told("why")
        for label, begin, end in self._plain("told"):
            if TOLD_LABELS[label].endswith("role"):
                tags.roles.append(self._role(begin, end, roles))
            elif reasons[begin:end].mean() >= MIN_REASON_CHANCE:
                tags.reasons.append(self._span(begin, end))
        tags.likely_roles.extend(self._likely_roles(roles))
        tags.names.extend(self._span(begin, end) for _, begin, end in self._plain("name"))

    def _labelled(self, head: str, side_head: str) -> Iterator[Labelled]:
        """The spans that the labels of ``head`` make, with what the other heads say of them.

        Probabilities are rounded, since the last bits differ from machine to machine.
        """
        import numpy as np

        labels, begins, ends = self._runs(head)
        lengths = ends - begins
        edges = np.stack([begins, ends], axis=1).ravel()
        sums = np.add.reduceat(self._chances, edges, axis=0)[::2]
        means = sums / lengths[:, None]
        column = COLUMNS[head].start + labels  # of the inside; that of the beginning is before it
        beginning = self._chances[begins, column - 1] - self._chances[begins, column]
        probabilities = (sums[np.arange(len(labels)), column] + beginning) / lengths
        of_roles = self._chances[:, COLUMNS[head].start + 1 : COLUMNS[head].end]
        of_roles = of_roles.reshape(len(of_roles), -1, len("BI")).sum(axis=2)
        least = np.minimum.reduceat(of_roles, edges, axis=0)[::2]
        least = least[np.arange(len(labels)), labels // 2 - 1]
        sides = means[:, slice(*COLUMNS[side_head])].argmax(axis=1).tolist()
        for cut in self._goes_on.nonzero()[0].tolist():
            span = int(begins.searchsorted(cut)) - 1
            if span >= 0 and cut < ends[span]:
                sides[span] = self._side_over_windows(side_head, begins[span], ends[span])
        traits = means[:, COLUMNS[_TRAITS[0]].start : COLUMNS[_TRAITS[-1]].end]
        rows = zip(
            labels.tolist(),
            begins.tolist(),
            ends.tolist(),
            np.round(probabilities, 3).tolist(),
            np.round(least, 3).tolist(),
            sides,
            map(tuple, np.round(traits, 3).tolist()),
            strict=True,
        )
        for label, begin, end, probability, lowest, side, values in rows:
            role = _ROLE_OF[label]
            start, stop = self._spans[begin].start, self._spans[end - 1].end
            if role is Role.CUE or any(map(str.isalnum, self.text[start:stop])):
                yield Labelled(role, start, stop, probability, side, _traits(values), lowest)

    def _side_over_windows(self, head: str, begin: int, end: int) -> int:
        """On which side of the tokens from ``begin`` to ``end`` the rest of the attribution is.

        Each window sees one end of them: that one tells which is surest that there is something.
        """
        cuts = (self._goes_on[begin + 1 : end].nonzero()[0] + begin + 1).tolist()
        chances = self._chances[:, slice(*COLUMNS[head])]
        parts = [chances[start:stop].mean(axis=0) for start, stop in pairwise([begin, *cuts, end])]
        return int(min(parts, key=itemgetter(SIDES.index("none"))).argmax())

    def _plain(self, head: str) -> Iterator[tuple[int, int, int]]:
        """The label, the first token and the one after, of the spans of the labels of ``head``."""
        yield from zip(*(part.tolist() for part in self._runs(head)), strict=True)

    def _told(self, what: str) -> "Floats":
        """The chance of each token to tell a role, or why; rounded, as the others are."""
        import numpy as np

        column = COLUMNS["told"].start + TOLD_LABELS.index(f"B-{what}")
        chances: Floats = self._chances[:-1, column : column + len("BI")].sum(axis=1)
        return np.round(chances, 3)

    def _likely_roles(self, chances: "Floats") -> Iterator[Told]:
        """The runs of tokens whose ``chances`` to tell a role are at least ``MIN_ROLE_CHANCE``."""
        import numpy as np

        inside = (chances >= MIN_ROLE_CHANCE) & ~self._is_break
        begins = np.flatnonzero(self._opens | (np.diff(inside, prepend=False) != 0))
        ends = np.append(begins[1:], len(inside))
        for begin, end in zip(begins.tolist(), ends.tolist(), strict=True):
            if inside[begin]:
                yield self._role(begin, end, chances)

    def _runs(self, head: str) -> "tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]":
        """The label of the inside, the first token and the token after of the spans of ``head``.

        A break between paragraphs ends a span, and so does a window, but where a quotation of many
        sentences goes on in the next one.
        """
        import numpy as np

        scores = self._scores[:, slice(*COLUMNS[head])]
        labels = self._best_path if head == "labels" else scores.argmax(axis=1)
        labels = np.where(self._is_break, 0, labels)
        if head == "told":
            self._grow(labels, scores)
        inside = labels + labels % 2
        changes = np.diff(inside, prepend=0) != 0
        opens = self._opens | (labels % 2 == 1)
        begins = np.flatnonzero(changes | (opens & ~self._goes_on))
        ends = np.append(begins[1:], len(labels))
        kept = inside[begins] > 0
        return inside[begins][kept], begins[kept], ends[kept]

    def _grow(self, labels: "NDArray[np.intp]", scores: "Floats") -> None:
        """Let spans of ``labels``, in place, go on over tokens that are hardly likelier outside."""
        for token in (labels > 0).nonzero()[0].tolist():
            inside = labels[token] + labels[token] % 2
            for step in (1, -1):
                edge, beside = token, token + step
                while self._may_go_on(labels, edge, beside) and (
                    scores[beside, inside] > scores[beside, 0] - MAX_EDGE_COST
                ):
                    labels[beside] = inside
                    if step < 0:
                        labels[edge] = inside  # it was perhaps the first
                    edge, beside = beside, beside + step

    def _may_go_on(self, labels: "NDArray[np.intp]", edge: int, beside: int) -> bool:
        """Whether no span, break or end of a window is at the token ``beside`` the ``edge``."""
        return (
            0 <= beside < len(labels)
            and labels[beside] == 0
            and not self._is_break[beside]
            and not self._opens[max(edge, beside)]
        )

    def _role(self, begin: int, end: int, chances: "Floats") -> Told:
        """The tokens from ``begin`` to ``end``, which tell a role with these ``chances``."""
        return Told(*self._span(begin, end), round(float(chances[begin:end].mean()), 3))

    def _span(self, begin: int, end: int) -> Span:
        return Span(self._spans[begin].start, self._spans[end - 1].end)


def _traits(values: tuple[float, ...]) -> Traits:
    """The traits that ``values``, the means of the columns of their heads, stand for."""
    return Traits(values[_KIND], values[_TYPE], values[_OPTIONAL][1])
