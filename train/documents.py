"""Articles as the tagger learns from them: tokens with their labels.

A token's label is O, or B or I of source, cue or content. Its direction is the side on which the
nearest span of its partner lies: the cue of a source or a content, the source of a cue. Breaks
between paragraphs are labelled like tokens, as contents run across them.
"""

import random
from dataclasses import dataclass
from itertools import pairwise

from newsbrief.spans import Span
from newsbrief.tagging.windows import Quoted, ends, quoted
from newsbrief.text.tokens import tokens

from .rows import Row, text_of
from .scores import Scores

ROLES = ("source", "cue", "content")
LABELS = ("O", *(f"{p}-{r}" for r in ROLES for p in "BI"))
CONTENT = 3  # the role's number, from 1
RUNNING = LABELS.index("I-content")
NONE, LEFT, RIGHT = range(3)
ONE_PARAGRAPH = 1 / 8  # share of one-line articles that stay one paragraph


@dataclass
class Paragraph:
    """A paragraph: its tokens and, for each, quotation state, label, direction and scores.

    ``scores`` are the teachers', [token, label + direction]. In a document without gold labels all
    labels are O.
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
    # Where spans overlap, a cue wins over a source and a source over a content: they are shorter.
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
    text = text_of(row)
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


def sentences(text: str) -> list[Span]:
    """The sentences of a one-line ``text``, cut as the tagger cuts long paragraphs."""
    spans = tokens(text)
    states = quoted(text, spans)
    cuts = [i for i in range(2, len(spans)) if ends(text, spans, states, i)]
    return [Span(spans[a].start, spans[b - 1].end) for a, b in pairwise([0, *cuts, len(spans)])]


def paragraphs(text: str, rng: random.Random) -> list[Span]:
    """Paragraphs of one to four sentences of a one-line ``text``, or all of it as one."""
    parts = sentences(text) if text else []
    if not parts or rng.random() < ONE_PARAGRAPH:
        return parts and [Span(parts[0].start, parts[-1].end)]
    out = []
    while parts:
        count = rng.choices((1, 2, 3, 4), (4, 3, 2, 1))[0]
        out.append(Span(parts[0].start, parts[:count][-1].end))
        del parts[:count]
    return out


def plain(row: Row) -> Document:
    """The document of a one-line article without labels; its id seeds the paragraphs."""
    return document(row, paragraphs(row["article"], random.Random(row["id"])))


def give_scores(doc: Document, scores: Scores) -> None:
    """Give the ``scores`` of all tokens of ``doc`` to its paragraphs."""
    at = 0
    for paragraph in doc.paragraphs:
        paragraph.scores = scores[at : at + len(paragraph.words)]
        at += len(paragraph.words)
