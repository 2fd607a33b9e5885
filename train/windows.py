"""Windows over labelled documents, packed as the tagger packs them, and batches of windows."""

import random
from dataclasses import dataclass

from newsbrief.spans import Span
from newsbrief.tagging.windows import Quoted, pieces

from .documents import LABELS, RUNNING, Document
from .scores import OUTSIDE, Scores


@dataclass
class Window:
    """Consecutive tokens and breaks (the empty word), and what is known of each."""

    words: list[str]
    quoted: list[Quoted]
    labels: list[int]
    directions: list[int]
    spans: list[Span | None]
    scores: list[Scores]
    gold: bool


def windows(doc: Document, limit: int) -> list[Window]:
    """The windows of ``doc``, packed as the tagger packs them."""
    out: list[Window] = []
    for paragraph, gap in zip(doc.paragraphs, [0, *doc.breaks], strict=False):
        for begin, end in pieces(doc.text, paragraph.spans, paragraph.quoted, limit):
            if out and len(out[-1].words) + 1 + end - begin <= limit:
                w = out[-1]
                w.words.append("")
                w.quoted.append(Quoted.BREAK)
                running = paragraph.labels[begin] == RUNNING
                w.labels.append((RUNNING if running else 0) if begin else gap)
                w.directions.append(paragraph.directions[begin] if w.labels[-1] else 0)
                w.spans.append(None)
                if paragraph.scores is not None:
                    w.scores.append(OUTSIDE)
            else:
                w = Window([], [], [], [], [], [], doc.gold)
                out.append(w)
            w.words += paragraph.words[begin:end]
            w.quoted += paragraph.quoted[begin:end]
            w.labels += paragraph.labels[begin:end]
            w.directions += paragraph.directions[begin:end]
            w.spans += paragraph.spans[begin:end]
            if paragraph.scores is not None:
                w.scores.append(paragraph.scores[begin:end])
    for w in out:  # a span cut by the window's edge begins anew
        if LABELS[w.labels[0]].startswith("I"):
            w.labels[0] -= 1
    return out


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
