"""Windows over labelled documents, packed as the tagger packs them, and batches of windows."""

import random
from dataclasses import dataclass

import numpy as np

from newsbrief.tagging.windows import Quoted, pieces

from .documents import Document, Paragraph, Targets
from .heads import INDEX, SEQUENCES
from .scores import Scores, outside


@dataclass
class Window:
    """Consecutive tokens and breaks (the empty word), and what is known of each."""

    words: list[str]
    quoted: list[int]
    targets: Targets  # [token, head]
    scores: Scores | None  # the teacher's, [token, column]


def windows(doc: Document, limit: int) -> list[Window]:
    """The windows of ``doc``, packed as the tagger packs them."""
    out: list[_Parts] = []
    for number, paragraph in enumerate(doc.paragraphs):
        for begin, end in pieces(doc.text, paragraph.spans, paragraph.quoted, limit):
            if out and len(out[-1].words) + 1 + end - begin <= limit:
                scored = paragraph.scores is not None
                out[-1].add_break(doc.breaks[number - 1], scored=scored)
            else:
                out.append(_Parts([], [], [], []))
            out[-1].add(paragraph, begin, end)
    return [parts.window() for parts in out]


@dataclass
class _Parts:
    """A window as it grows."""

    words: list[str]
    quoted: list[int]
    targets: list[Targets]
    scores: list[Scores]

    def add_break(self, targets: Targets, *, scored: bool) -> None:
        self.words.append("")
        self.quoted.append(Quoted.BREAK)
        self.targets.append(targets[None])
        if scored:
            self.scores.append(outside())

    def add(self, paragraph: Paragraph, begin: int, end: int) -> None:
        self.words += paragraph.words[begin:end]
        self.quoted += paragraph.quoted[begin:end]
        self.targets.append(paragraph.targets[begin:end])
        if paragraph.scores is not None:
            self.scores.append(paragraph.scores[begin:end])

    def window(self) -> Window:
        targets = np.concatenate(self.targets)
        for name in SEQUENCES:  # a span cut by the window's edge begins anew
            label = targets[0, INDEX[name]]
            targets[0, INDEX[name]] = label - (label > 0 and label % 2 == 0)
        scores = np.concatenate(self.scores) if self.scores else None
        return Window(self.words, self.quoted, targets, scores)


def batches(windows: list[Window], size: int, rng: random.Random) -> list[list[Window]]:
    """Batches of about ``size`` tokens, of windows of like length, shuffled."""
    order = sorted(windows, key=lambda w: len(w.words) + rng.random() * 20)
    out: list[list[Window]] = [[]]
    for w in order:
        if out[-1] and len(w.words) * (len(out[-1]) + 1) > size:
            out.append([])
        out[-1].append(w)
    rng.shuffle(out)
    return out
