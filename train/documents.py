"""Articles as the tagger learns from them: tokens, and what each head should say of them.

The targets of a token are a row with a number for each head, ``UNKNOWN`` where nothing is known of
it. A label is O, or B or I of a role; a side is that on which the nearest span of the partner lies:
the cue of a source or a content, the source of a cue. Breaks between paragraphs have targets too,
as contents run across them.
"""

import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

import numpy as np
from numpy.typing import NDArray

from newsbrief.spans import Span
from newsbrief.tagging.heads import KINDS, TYPES
from newsbrief.tagging.windows import ends, quoted
from newsbrief.text.tokens import tokens

from .constructions import ORIGIN
from .heads import INDEX, NAMES, SEQUENCES, SIDES_OF, UNKNOWN
from .rows import Row, text_of
from .scores import Scores

ROLES = ("source", "cue", "content")
CONTENT = ROLES.index("content")
BEGIN_ROLE, BEGIN_WHY = 1, 3  # labels of the head "told"
NONE, LEFT, RIGHT = range(3)
NAMED = ("person", "organisation")  # types of sources whose capitals are names
WORD = re.compile(r"\b[^\W\d_][\w'’-]*")
LOWER_CASE_WORD = re.compile(r"\b[a-z][\w'’-]*")
NAME_WORD = re.compile(r"\w[\w.@-]*(?<![.])|\w")
ONE_PARAGRAPH = 1 / 8  # share of one-line articles that stay one paragraph

Targets = NDArray[np.int16]  # [token, head]


@dataclass
class Paragraph:
    """A paragraph: its tokens and, for each, quotation state, targets and scores.

    ``scores`` are the teacher's, [token, column]; None in a document that it has not read.
    """

    words: list[str]
    spans: list[Span]
    quoted: list[int]
    targets: Targets
    scores: Scores | None = None


@dataclass
class Document:
    """An article: its paragraphs, and the targets of the break after each."""

    id: str
    text: str
    paragraphs: list[Paragraph]
    breaks: list[Targets]


def lines(text: str) -> list[Span]:
    """The lines of ``text`` that are not blank."""
    spans, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans


class Painter:
    """What each head should say of each character of a text."""

    def __init__(self, length: int, known: Iterable[str]) -> None:
        self.values = np.full((length, len(NAMES)), UNKNOWN, np.int16)
        for name in known:
            self.values[:, INDEX[name]] = 0
        self.begins: dict[str, set[int]] = {name: set() for name in NAMES}

    def paint(self, name: str, spans: Iterable[Sequence[int]], value: int) -> None:
        """Say ``value`` of ``spans``; of a sequence's label it is that of its inside."""
        for start, end in spans:
            self.values[start:end, INDEX[name]] = value
            if value:
                self.begins[name].add(start)

    def attributions(self, attributions: Sequence[dict[str, list[list[int]]]], name: str) -> None:
        """The labels of ``attributions`` for the head ``name``, and their sides."""
        sides = next(side for side, labels in SIDES_OF.items() if labels == name)
        self.values[:, INDEX[sides]] = UNKNOWN
        # Where spans overlap, a cue wins over a source and a source over a content: shorter ones.
        for role in (2, 0, 1):
            for row in attributions:
                partner = row["source"] if role == 1 else row["cue"]
                for start, end in row[ROLES[role]]:
                    self.paint(name, [(start, end)], 2 * role + 2)
                    nearest = min(
                        partner, key=lambda s: max(s[0] - end, start - s[1]), default=None
                    )
                    side = NONE if nearest is None else LEFT if nearest[0] < start else RIGHT
                    self.paint(sides, [(start, end)], side)


def parts(row: Row) -> dict[str, list[list[int]]]:
    """The spans of an attribution by role, whichever set it is from."""
    claim = row["content"] if "content" in row else row["claim"]
    return {"source": row["source"] or [], "cue": row["cue"] or [], "content": claim}


def polnear(row: Row) -> Painter:
    """The labels of an article of PolNeAR."""
    painter = Painter(len(row["text"]), ["polnear_labels"])
    painter.attributions([parts(each) for each in row["attributions"]], "polnear_labels")
    return painter


def reader(row: Row) -> Painter:
    """What a reader says of an article of ``readers/``; of constructions the spans alone."""
    text = row["text"]
    read = row["origin"] != ORIGIN
    painter = Painter(len(text), ["labels", "inner", *(["told"] if read else [])])
    outer = [each for each in row["attributions"] if not each["nested"]]
    inner = [each for each in row["attributions"] if each["nested"]]
    painter.attributions([parts(each) for each in outer], "labels")
    painter.attributions([parts(each) for each in inner], "inner")
    if not read:
        painter.paint("told", row["read"], 0)
        painter.paint("told", row["role"], BEGIN_ROLE + 1)
        painter.paint("told", row["why"], BEGIN_WHY + 1)
        return painter
    for each in outer:
        paint_traits(painter, each, parts(each)["content"])
    for each in inner:
        paint_traits(painter, each, [] if each["cue"] else parts(each)["content"])
    # The cue of an outer attribution says more of it than the claim of another that holds it.
    for each in outer:
        paint_traits(painter, each, [])
    for each in row["attributions"]:
        for key, label in (("role", BEGIN_ROLE), ("why", BEGIN_WHY)):
            if each[key] and (place := told(text, each, each[key])):
                painter.paint("told", [place], label + 1)
    paint_names(painter, row)
    return painter


def paint_traits(painter: Painter, row: Row, content: list[list[int]]) -> None:
    """What an attribution is like, said of its cue, its source and of ``content``."""
    telling = [*content, *(row["cue"] or ())]
    painter.paint("kind", telling, KINDS.index(row["kind"]))
    for flag in ("optional", "negated", "hedged"):
        painter.paint(flag, telling, int(row[flag]))
    if row["type"] in TYPES:
        painter.paint("type", row["source"] or (), TYPES.index(row["type"]))


def paint_names(painter: Painter, row: Row) -> None:
    """Where the names of the sources of ``row`` stand, and which words are surely in no name.

    Of names that are no source's nothing is known.
    """
    text = row["text"]
    lower_case = {word.group() for word in LOWER_CASE_WORD.finditer(text)}
    for word in WORD.finditer(text):
        if word.group()[0].islower() or word.group().lower() in lower_case:
            painter.paint("name", [word.span()], 0)
    for each in row["attributions"]:
        for start, end in each["source"] or ():
            words = [Span(*m.span()) for m in NAME_WORD.finditer(text, start, end)]
            own = [bool(each["name"]) and text[s:e] in each["name"].split() for s, e in words]
            capitals = any(
                text[s].isupper() and text[s:e].lower() not in lower_case for s, e in words
            )
            if any(own) or not each["name"] or not capitals or each["type"] not in NAMED:
                painter.paint("name", [(start, end)], 0)
            for known, run in groupby(zip(own, words, strict=True), key=lambda pair: pair[0]):
                if known:
                    named = [span for _, span in run]
                    if any(text[start].isupper() for start, _ in named):
                        painter.paint("name", [(named[0].start, named[-1].end)], 2)
    for name in {each["name"] for each in row["attributions"] if each["name"]}:
        found = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)
        painter.paint("name", (m.span() for m in found), 2)


def told(text: str, attribution: Row, words: str) -> Span | None:
    """The occurrence of ``words`` in ``text`` that is nearest to the source or to its name."""
    found = [Span(*m.span()) for m in re.finditer(re.escape(words), text)]
    places = [start for start, _ in attribution["source"] or []]
    if attribution["name"]:
        last = attribution["name"].split()[-1]
        places += [m.start() for m in re.finditer(re.escape(last), text)]
    if not found or not places:
        return found[0] if found else None

    def distance(span: Span) -> int:
        return int(min(max(span.start - at, at - span.end, 0) for at in places))

    return min(found, key=distance)


def document(row: Row, paragraphs: list[Span] | None = None) -> Document:
    """The tokens of ``row``, whose text has ``paragraphs`` (its lines if not given)."""
    text = text_of(row)
    if "attributions" not in row:
        painter = Painter(len(text), [])
    else:
        painter = reader(row) if "origin" in row else polnear(row)
    paragraphs = lines(text) if paragraphs is None else paragraphs
    out, breaks = [], []
    before = dict.fromkeys(painter.begins, 0)  # the inside label that the last token has
    last = -1
    for number, (start, end) in enumerate(paragraphs):
        spans = tokens(text, start, end)
        targets = np.array([_target(painter, span) for span in spans], np.int16)
        for name in SEQUENCES:
            column, edge = INDEX[name], last
            for k, span in enumerate(spans):
                now = int(targets[k, column])
                if now > 0:
                    new = now != before[name] or _begins(painter, name, edge + 1, span.end, now)
                    targets[k, column] = now - new
                before[name], edge = now, span.end - 1
        last = spans[-1].end - 1 if spans else last
        states = quoted(text, spans)
        out.append(Paragraph([text[s:e] for s, e in spans], spans, states, targets))
        gap = np.full(len(NAMES), UNKNOWN, np.int16)
        after = paragraphs[number + 1].start if number + 1 < len(paragraphs) else end
        for name in SEQUENCES:
            values = painter.values[:, INDEX[name]]
            running = 2 * CONTENT + 2
            inside = after > end and before[name] == values[end] == values[after] == running
            gap[INDEX[name]] = UNKNOWN if before[name] < 0 else running if inside else 0
            before[name] = running if inside else 0
        breaks.append(gap)
    return Document(str(row["id"]), text, out, breaks)


def _target(painter: Painter, span: Span) -> Targets:
    """What is said of a token: of each head what is said of its first character that has a say."""
    part = painter.values[span.start : span.end]
    value: Targets = part[np.sign(part).argmax(0), np.arange(part.shape[1])]
    return value


def _begins(painter: Painter, name: str, start: int, end: int, value: int) -> bool:
    """Whether a span of ``value`` begins between two offsets."""
    column = painter.values[:, INDEX[name]]
    return any(i in painter.begins[name] for i in range(start, end) if column[i] == value)


def sentences(text: str) -> list[Span]:
    """The sentences of a one-line ``text``, cut as the tagger cuts long paragraphs."""
    spans = tokens(text)
    states = quoted(text, spans)
    cuts = [i for i in range(2, len(spans)) if ends(text, spans, states, i)]
    return [Span(spans[a].start, spans[b - 1].end) for a, b in pairwise([0, *cuts, len(spans)])]


def paragraphs(text: str, rng: random.Random) -> list[Span]:
    """Paragraphs of one to four sentences of a one-line ``text``, or all of it as one."""
    found = sentences(text) if text else []
    if not found or rng.random() < ONE_PARAGRAPH:
        return found and [Span(found[0].start, found[-1].end)]
    out = []
    while found:
        count = rng.choices((1, 2, 3, 4), (4, 3, 2, 1))[0]
        out.append(Span(found[0].start, found[:count][-1].end))
        del found[:count]
    return out


def laid_out(row: Row) -> Document:
    """The document of ``row``; its id seeds the paragraphs of a text that is one line."""
    text = text_of(row)
    return document(row, None if "\n" in text else paragraphs(text, random.Random(row["id"])))


def plain(row: Row) -> Document:
    """The document of ``row`` as ``laid_out`` gives it, without its labels."""
    return laid_out({"id": row["id"], "text": text_of(row)})


def give_scores(doc: Document, scores: Scores) -> None:
    """Give the ``scores`` of all tokens of ``doc`` to its paragraphs."""
    at = 0
    for paragraph in doc.paragraphs:
        paragraph.scores = scores[at : at + len(paragraph.words)]
        at += len(paragraph.words)
