"""Training rows of the attribution tagger: tokens of an article with their labels.

A token's label is O, or B or I of source, cue or content; its direction is the side on which the
nearest span that it is attributed with lies (the cue's for a source or a content, the source's for
a cue). Breaks between paragraphs are labelled like tokens, as contents run across them.
"""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsbrief.spans import Span
from newsbrief.tagging.windows import Quoted, ends, pieces, quoted
from newsbrief.text.tokens import tokens

ROLES = ("source", "cue", "content")
LABELS = ("O", *(f"{p}-{r}" for r in ROLES for p in "BI"))
CONTENT = 3  # the role's number, from 1
RUNNING = LABELS.index("I-content")
NONE, LEFT, RIGHT = range(3)
Row = dict[str, Any]
Scores = NDArray[np.float16]
SMALLEST = 1e-6  # chance of a label: its logarithm is kept in 16 bits
OUTSIDE: Scores = np.array([[9] + [0] * 9], np.float16)  # of a break


@dataclass
class Paragraph:
    """A paragraph: its tokens and, for each, quotation state, label, direction and scores.

    ``scores`` are the teacher's, [token, label + direction]; a document that is labelled by the
    teacher alone has no labels of worth.
    """

    words: list[str]
    spans: list[Span]
    quoted: list[Quoted]
    labels: list[int]
    directions: list[int]
    scores: Scores | None = None


@dataclass
class Document:
    """An article: its paragraphs, and the label of the break after each."""

    id: str
    text: str
    paragraphs: list[Paragraph]
    breaks: list[int]
    gold: bool


def rows(path: Path) -> Iterator[Row]:
    """The objects of a JSON Lines file."""
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def lines(text: str) -> list[Span]:
    """The lines of ``text`` that are not blank."""
    spans, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


def characters(text: str, attributions: list[Row]) -> tuple[bytearray, bytearray, set[int]]:
    """For each character its role (0 for none, else 1 to 3) and direction; where spans begin."""
    role, side, begins = bytearray(len(text)), bytearray(len(text)), set()
    # A cue wins over a source and a source over a content: the shorter, the surer.
    for i in (2, 0, 1):
        for row in attributions:
            partner = row["source"] if i == 1 else row["cue"]
            for start, end in row[ROLES[i]]:
                for at in range(start, end):
                    role[at] = i + 1
                begins.add(start)
                if partner:
                    nearest = min(partner, key=lambda s: max(s[0] - end, start - s[1]))
                    side[start:end] = bytes([LEFT if nearest[0] < start else RIGHT]) * (end - start)
    return role, side, begins


def document(row: Row, paragraphs: list[Span] | None = None) -> Document:
    """The labelled tokens of ``row``, whose text has ``paragraphs`` (its lines if not given)."""
    text = row.get("text") or row["article"]
    role, side, begins = characters(text, row.get("attributions", []))
    paragraphs = lines(text) if paragraphs is None else paragraphs
    out, breaks, before, last = [], [], 0, -1
    for number, (start, end) in enumerate(paragraphs):
        spans = tokens(text, start, end)
        labels, directions = [], []
        for s, e in spans:
            at = next((i for i in range(s, e) if role[i]), s)
            now = role[at]
            new = now != before or any(i in begins for i in range(last + 1, e) if role[i] == now)
            labels.append(0 if not now else 2 * now - new)
            directions.append(side[at])
            before, last = now, e - 1
        states = quoted(text, spans)
        out.append(Paragraph([text[s:e] for s, e in spans], spans, states, labels, directions))
        after = paragraphs[number + 1].start if number + 1 < len(paragraphs) else end
        inside = after > end and before == role[end] == role[after] == CONTENT
        breaks.append(RUNNING if inside else 0)
        before = CONTENT if inside else 0
    return Document(row["id"], text, out, breaks, gold="attributions" in row)


@dataclass
class Window:
    """Tokens and breaks (the empty word) in a row, with all that is known of each."""

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
                w.labels.append(RUNNING * running if begin else gap)
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
        w.labels[0] -= LABELS[w.labels[0]].startswith("I")
    return out


def sentences(text: str) -> list[Span]:
    """The stretches of a one-line ``text`` between what seem to be the ends of sentences."""
    spans = tokens(text)
    states = quoted(text, spans)
    cuts = [i for i in range(2, len(spans)) if ends(text, spans, states, i)]
    return [Span(spans[a].start, spans[b - 1].end) for a, b in pairwise([0, *cuts, len(spans)])]


def paragraphs(text: str, rng: random.Random) -> list[Span]:
    """Paragraphs of one to four sentences of a one-line ``text``, in an eighth of cases one."""
    parts = sentences(text) if text else []
    if not parts or rng.random() < 1 / 8:
        return parts and [Span(parts[0].start, parts[-1].end)]
    out = []
    while parts:
        count = rng.choices((1, 2, 3, 4), (4, 3, 2, 1))[0]
        out.append(Span(parts[0].start, parts[:count][-1].end))
        del parts[:count]
    return out


def plain(row: Row) -> Document:
    """The document of a one-line article without labels, in paragraphs that its id determines."""
    return document(row, paragraphs(row["article"], random.Random(row["id"])))


def mean(scores: list[Scores]) -> Scores:
    """The logarithms of the mean chances that some ``scores`` of the same tokens give."""
    of_each = np.stack(scores).astype(np.float32)
    chances = [softmax(part) for part in np.split(of_each, [len(LABELS)], axis=2)]
    out: Scores = np.log(np.concatenate(chances, axis=2).mean(0) + SMALLEST).astype(np.float16)
    return out


def softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """The chances, along the last axis, that ``scores`` stand for."""
    chances: NDArray[np.float32] = np.exp(scores - scores.max(-1, keepdims=True))
    chances /= chances.sum(-1, keepdims=True)
    return chances


def give_scores(doc: Document, scores: Scores) -> None:
    """Hand the teacher's ``scores`` of all tokens of ``doc`` to its paragraphs."""
    at = 0
    for paragraph in doc.paragraphs:
        paragraph.scores = scores[at : at + len(paragraph.words)]
        at += len(paragraph.words)


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


def split(
    documents: list[Document], held: int = 60, seed: int = 1
) -> tuple[list[Document], list[Document]]:
    """Training and held-out documents, by a seeded shuffle."""
    order = list(documents)
    random.Random(seed).shuffle(order)
    return order[held:], order[:held]
