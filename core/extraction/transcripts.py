"""Transcripts and interviews: lines that open with who speaks ("Q:", "Ms. Hale:").

Two learned choices, log-linear as those of ``linking``: whether a line that opens with what may be
a label (``turn_labels``) opens a turn, and whether the lines after it go on with that turn. What
others said within a turn stays; the rest of the links there repeat it and are left out.
"""

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from newsbrief.article import Article, BlockKind
from newsbrief.spans import SortedSpans, Span
from newsbrief.tagging.heads import KINDS, TYPES
from newsbrief.tagging.tagger import Traits
from newsbrief.text.packaged import sections
from newsbrief.text.tokens import word_parts

from .linking import Link
from .turn_features import Lines, is_only_time
from .turn_labels import Mark, is_role, lines
from .word_lists import cue_words

MIN_PROBABILITY = 0.5  # of both choices
MIN_TURNS = 3
MIN_SPEAKERS = 2

# "[laughter]" by itself, or between sentences; "the [mayor's] office" is a word of the speaker.
_WHOLE_DIRECTION = re.compile(r"[*_]{0,3}(?:\([^()\n]*\)|\[[^\[\]\n]*\]|<[^<>\n]*>)[*_.]{0,3}")
_DIRECTION = re.compile(r"\s{0,3}(?:\((?P<round>[^()\n]{1,60})\)|\[(?P<square>[^\[\]\n]{1,60})\])")
_FULL_NAME = re.compile(r"\b[A-Z]\w{1,20} ([A-Z]\w{2,20})\b")
_SENTENCE_END = ".!?…—–-"


def with_transcript_turns(article: Article, links: Sequence[Link]) -> list[Link]:
    """``links`` and one for each turn of a transcript. Not sorted.

    A link within a turn is left out unless its source stands among the words of the turn.
    """
    found = list(turns(article))
    extents = _extents(found)
    kept = [link for link in links if not _repeats_turn(link, found, extents)]
    return [*kept, *found]


def turns(article: Article) -> Iterator[Link]:
    """The turns of ``article``, in order: none where it is no transcript."""
    if not article.blocks:
        return
    rows = Lines(article, list(lines(article)))
    opens = [opening_probability(rows, i) for i in range(len(rows.lines))]
    starts = [i for i, probability in enumerate(opens) if probability >= MIN_PROBABILITY]
    if len(starts) < MIN_TURNS or not _is_dialogue(rows, starts):
        return
    speakers = speakers_of(rows, starts)
    for position, start in enumerate(starts):
        last = position + 1 == len(starts)
        end = len(rows.lines) if last else starts[position + 1]
        spoken = [start, *_following(rows, start, end, speakers, last=last)]
        content = [span for i in spoken for span in _words_said(rows, i, label=i == start)]
        if content:
            yield _turn(rows, start, content, opens[start])


def _is_dialogue(rows: Lines, starts: Sequence[int]) -> bool:
    """Whether the turns at ``starts`` are by two speakers, or answer questions."""
    labels = (rows.labels[i] for i in starts)
    answers = any(label and label.mark is Mark.QUESTION for label in labels)
    return answers or len({rows.keys[i] for i in starts}) >= MIN_SPEAKERS


def opening_probability(rows: Lines, index: int) -> float:
    """The probability, from 0 to 1, that line ``index`` opens a turn."""
    if rows.lines[index].label is None:
        return 0.0
    return _probability(_weights()["opening"], rows.opening(index))


def speakers_of(rows: Lines, starts: Sequence[int]) -> frozenset[str]:
    """The last words, in lower case, of the names of those who speak in the turns at ``starts``.

    And of the names before the first turn: there the guest of an interview is introduced.
    """
    before = rows.lines[starts[0]].start if starts else 0
    introduced = (match[1].lower() for match in _FULL_NAME.finditer(rows.text, 0, before))
    keys = {rows.keys[i] for i in starts}
    return frozenset(keys.union(introduced)) - cue_words("interview") - {"?", ""}


def _following(
    rows: Lines, start: int, end: int, speakers: frozenset[str], *, last: bool
) -> Iterator[int]:
    """The lines after ``start``, before ``end``, that the same speaker says."""
    label = rows.lines[start].label
    assert label
    first = label.words >= rows.lines[start].end  # the words begin on the next line
    gap = 0
    for i in range(start + 1, end):
        if is_aside(rows, i):
            continue
        gap += 1
        features = rows.following(i, speakers, gap, of=label, last=last, awaited=first)
        if _probability(_weights()["following"], features) < MIN_PROBABILITY:
            return
        first = False
        yield i


def is_aside(rows: Lines, index: int) -> bool:
    """Whether line ``index`` is a stage direction, a time stamp or furniture: nobody's words."""
    line = rows.lines[index]
    text = rows.text[line.start : line.end]
    return (
        is_only_time(rows, index)
        or _WHOLE_DIRECTION.fullmatch(text) is not None
        or (rows.kinds[index] is BlockKind.BOILERPLATE and line.label is None)
    )


def _words_said(rows: Lines, index: int, *, label: bool) -> Iterator[Span]:
    """The spans of the words said on line ``index``, without its label and stage directions."""
    line, text = rows.lines[index], rows.text
    start = line.label.words if label and line.label else line.start
    if start >= line.end:
        return
    for match in _DIRECTION.finditer(text, start, line.end):
        if _is_direction(text, start, line.end, match):
            yield from _trimmed(text, start, match.start())
            start = match.end()
    yield from _trimmed(text, start, line.end)


def _is_direction(text: str, start: int, end: int, match: re.Match[str]) -> bool:
    """Whether what stands in brackets is a stage direction, not the speaker's aside."""
    words = (match["round"] or match["square"]).lower()
    if any(word in cue_words("stage directions") for word in word_parts(words)):
        return True
    before = text[start : match.start()].rstrip()
    after = text[match.end() : end].lstrip()
    between = (not before or before[-1] in _SENTENCE_END) and not after[:1].islower()
    return match["square"] is not None and between


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """The span without blanks and marks of style at its ends, unless nothing is left."""
    said = text[start:end]
    start += len(said) - len(said.lstrip("*_ \t\r\n"))
    end = start + len(text[start:end].rstrip("*_ \t\r\n"))
    if any(c.isalnum() for c in text[start:end]):
        yield Span(start, end)


def _turn(rows: Lines, index: int, content: list[Span], probability: float) -> Link:
    label = rows.lines[index].label
    assert label
    source: tuple[Span, ...] = ()
    unnamed = False
    if label.mark is not Mark.QUESTION:
        source = (label.name,)
        unnamed = is_role(word_parts(rows.text[slice(*label.name)].lower()))
    return Link(
        source,
        (label.cue,) if label.cue else (),
        tuple(content),
        _traits(unnamed=unnamed, optional=unnamed and rows.text[content[-1].end - 1] == "?"),
        content_probability=probability,
        source_choice=probability,
    )


def _traits(*, unnamed: bool, optional: bool) -> Traits:
    """A statement by a person, or by somebody without a name; a question of the interviewer."""
    who = "unnamed" if unnamed else "person"
    return Traits(
        kind=tuple(float(kind == "statement") for kind in KINDS),
        type=tuple(float(type_ == who) for type_ in TYPES),
        optional=float(optional),
        negated=0.0,
        hedged=0.0,
    )


def _probability(weights: Mapping[str, float], features: Sequence[str]) -> float:
    score = weights.get("bias", 0.0) + sum(weights.get(each, 0.0) for each in features)
    return 1 / (1 + math.exp(-max(min(score, 30), -30)))


@cache
def _weights() -> Mapping[str, Mapping[str, float]]:
    """The weights of the features of both choices: "opening" and "following"."""
    return {
        heading: {name: float(weight) for weight, name in (line.split(" ", 1) for line in entries)}
        for heading, entries in sections("turns.txt").items()
    }


def _extents(turns: Sequence[Link]) -> SortedSpans[Span]:
    """The span of each of ``turns``, which are in order, from its label to its last word."""
    return SortedSpans(
        Span((turn.source or turn.content)[0].start, turn.content[-1].end) for turn in turns
    )


def _repeats_turn(link: Link, turns: Sequence[Link], extents: SortedSpans[Span]) -> bool:
    """Whether ``link`` has a part in one of ``turns``, and no source among the words spoken."""
    for part in (*link.source, *link.cue, *link.content):
        indexes = extents.indexes_overlapping(*part)
        if indexes:
            spoken = turns[indexes[-1]].content
            return not (link.source and spoken[0].start <= link.source[0].start < spoken[-1].end)
    return False
