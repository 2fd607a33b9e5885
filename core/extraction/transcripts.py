"""Transcripts and interviews: which lines open a turn ("Q:", "Ms. Hale:"), and how far it goes.

Two learned choices, log-linear as those of ``linking``, over the lines that ``turn_labels`` reads:
whether a line with a label opens a turn, and whether each line after it goes on with that turn.
Stage directions and time stamps are nobody's words. The weights are made by ``train/turns.py``.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from newsbrief.article import Article, BlockKind
from newsbrief.spans import SortedSpans, Span
from newsbrief.tagging.heads import TYPES
from newsbrief.tagging.tags import Traits
from newsbrief.text.packaged import weights_of
from newsbrief.text.tokens import word_parts

from .linking import Link
from .turn_features import Lines
from .turn_labels import STYLE_MARKS, Label, Mark, is_speaker_role, lines, transcript_words

MIN_PROBABILITY = 0.5  # of both choices
# Of an opening where most lines have a label that returns: a few short turns tell little else.
MIN_PROBABILITY_OF_RETURNING = 0.15
MIN_RETURNING_SHARE = 0.65
MIN_TURN_WORDS = 4  # of a line that says something
TURN_CONFIDENCE = 0.98  # the share of turns that are right on bench/labelled/turns/kept.txt
MIN_TURNS = 3  # of a transcript
MIN_SPEAKERS = 2

_BRACKETED_LINE = re.compile(r"[*_]{0,3}(?:\([^()\n]*\)|\[[^\[\]\n]*\])[*_.]{0,3}")
_BRACKETS = re.compile(r"\s{0,3}(?:\((?P<round>[^()\n]{1,60})\)|\[(?P<square>[^\[\]\n]{1,60})\])")
_FULL_NAME = re.compile(r"\b[A-Z]\w{1,20} ([A-Z]\w{2,20})\b")
_ONLY = {kind: tuple(float(kind == each) for each in TYPES) for kind in TYPES}
_BEFORE_DIRECTION = ".!?…—–-"


def with_transcript_turns(article: Article, links: Sequence[Link]) -> list[Link]:
    """``links`` and one for each turn of a transcript. Not sorted.

    A link within a turn is left out unless its source stands among the words of the turn: then it
    is nested in the turn.
    """
    turns = list(_turns(article))
    if not turns:
        return list(links)
    extents = SortedSpans(
        Span((turn.source or turn.content)[0].start, turn.content[-1].end) for turn in turns
    )
    kept = (link for link in links if not _repeats_turn(link, turns, extents))
    return [*(_within_turn(link, extents) for link in kept), *turns]


def _within_turn(link: Link, extents: SortedSpans[Span]) -> Link:
    """``link``, nested if its cue stands in a turn."""
    in_turn = bool(link.cue) and extents.covers(link.cue[0].start)
    return link._replace(nested=True) if in_turn else link


def _turns(article: Article) -> Iterator[Link]:
    """The turns of ``article``, in order: none where it is no transcript."""
    if not article.blocks:
        return
    read = list(lines(article))
    if sum(line.label is not None for line in read) < MIN_TURNS:
        return
    rows = Lines(article, read)
    probabilities = _opening_probabilities(rows)
    least = MIN_PROBABILITY_OF_RETURNING if _labels_return(rows) else MIN_PROBABILITY
    starts = [index for index, p in enumerate(probabilities) if p >= least]
    if not _is_transcript(rows, starts):
        return
    names = speaker_names(rows, starts)
    for start, end in zip(starts, [*starts[1:], len(rows.lines)], strict=True):
        label = rows.labels[start]
        if label is None:  # its probability is 0
            continue
        spans = list(_words_said(rows.text, label.words, rows.lines[start].end))
        for index in _following(rows, start, end, label, names):
            line = rows.lines[index]
            spans += _words_said(rows.text, line.start, line.end)
        if spans:
            yield _turn(rows.text, label, spans)


def _opening_probabilities(rows: Lines) -> list[float]:
    """The probability, from 0 to 1, that each line opens a turn.

    Lines with one label share it: their scores are averaged.
    """
    scores: dict[object, list[float]] = {}
    keys: list[object] = []
    for index, label in enumerate(rows.labels):
        is_named = label is not None and label.mark is not Mark.QUESTION
        keys.append((label.mark, rows.speakers[index]) if label and is_named else index)
        if label:
            scores.setdefault(keys[index], []).append(_score("opening", rows.opening(index, label)))
    means = {key: sum(of_label) / len(of_label) for key, of_label in scores.items()}
    return [_probability(means[key]) if key in means else 0.0 for key in keys]


def _labels_return(rows: Lines) -> bool:
    """Whether most lines say something behind a label, and most labels stand on several lines."""
    counts = Counter(
        speaker
        for speaker, label, line in zip(rows.speakers, rows.labels, rows.lines, strict=True)
        if label and len(rows.text[label.words : line.end].split()) >= MIN_TURN_WORDS
    )
    returning = sum(count for count in counts.values() if count > 1)
    return returning >= MIN_RETURNING_SHARE * len(rows.lines)


def _is_transcript(rows: Lines, starts: Sequence[int]) -> bool:
    """Whether the turns at ``starts`` are enough, and by two speakers or answers to questions.

    One speaker at least speaks again: what has each of its labels once is a list.
    """
    speakers = {rows.speakers[index] for index in starts}
    is_dialogue = "?" in speakers or MIN_SPEAKERS <= len(speakers) < len(starts)
    return is_dialogue and len(starts) >= MIN_TURNS


def speaker_names(rows: Lines, starts: Sequence[int]) -> frozenset[str]:
    """The last words, in lower case, of the names of those who speak in the turns at ``starts``.

    And of the names before the first turn, where the guest of an interview is introduced.
    """
    first = rows.lines[starts[0]].start if starts else 0
    introduced = (match[1].lower() for match in _FULL_NAME.finditer(rows.text, 0, first))
    speakers = (rows.speakers[index] for index in starts)
    return frozenset((*introduced, *speakers)) - transcript_words("speaker without a name")


def _following(
    rows: Lines, start: int, end: int, label: Label, names: frozenset[str]
) -> Iterator[int]:
    """The lines after ``start`` and before ``end`` that the speaker of ``label`` says."""
    last = end == len(rows.lines)
    for after, index in enumerate(spoken_lines(rows, range(start + 1, end)), start=1):
        features = rows.following(index, label, names, after, last=last)
        if _probability(_score("following", features)) < MIN_PROBABILITY:
            return
        yield index


def spoken_lines(rows: Lines, indexes: Iterable[int]) -> Iterator[int]:
    """Those of ``indexes`` that may be words of a speaker.

    Stage directions, time stamps and what belongs to the page are not: they end no turn either.
    """
    for index in indexes:
        line = rows.lines[index]
        in_brackets = _BRACKETED_LINE.fullmatch(rows.text, line.start, line.end)
        of_page = rows.kinds[index] is BlockKind.BOILERPLATE and line.label is None
        if not (in_brackets or of_page or rows.is_time_stamp(index)):
            yield index


def _words_said(text: str, start: int, end: int) -> Iterator[Span]:
    """The spans from ``start`` to ``end`` without the stage directions between them."""
    for match in _BRACKETS.finditer(text, start, end):
        if _is_direction(text, start, end, match):
            yield from _trimmed(text, start, match.start())
            start = match.end()
    yield from _trimmed(text, start, end)


def _is_direction(text: str, start: int, end: int, brackets: re.Match[str]) -> bool:
    """Whether ``brackets`` hold a stage direction: "the [mayor's] office" is the speaker's."""
    words = word_parts((brackets["round"] or brackets["square"]).lower())
    if not transcript_words("stage directions").isdisjoint(words):
        return True
    before = text[max(start, brackets.start() - 1) : brackets.start()]
    after = text[brackets.end() : min(end, brackets.end() + 2)].strip()
    is_between_sentences = (not before or before in _BEFORE_DIRECTION) and not after[:1].islower()
    return brackets["square"] is not None and is_between_sentences


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """The span without blanks and marks of style at its ends; none if no word is left."""
    said = text[start:end].rstrip(STYLE_MARKS + " \t\r\n")
    bare = said.lstrip(STYLE_MARKS + " \t\r\n")
    if any(map(str.isalnum, bare)):
        yield Span(start + len(said) - len(bare), start + len(said))


def _turn(text: str, label: Label, spans: list[Span]) -> Link:
    """The attribution of ``spans`` to the speaker of ``label``; an answer alone has no source."""
    is_named = label.mark is not Mark.QUESTION
    has_no_name = is_named and is_speaker_role(word_parts(label.phrase.lower()))
    asks = has_no_name and text[spans[-1].end - 1] == "?"
    return Link(
        source=(label.name,) if is_named else (),
        cue=(label.cue,) if label.cue else (),
        content=tuple(spans),
        traits=Traits(type=_ONLY["unnamed" if has_no_name else "person"], optional=float(asks)),
        content_probability=TURN_CONFIDENCE,
        spoken=True,
    )


def _score(choice: str, features: Sequence[str]) -> float:
    """The log-odds that the answer to ``choice`` is yes."""
    weight = weights_of("turns.txt")[choice]
    return sum([weight.get(feature, 0.0) for feature in ("bias", *features)])


def _probability(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds))


def _repeats_turn(link: Link, turns: Sequence[Link], extents: SortedSpans[Span]) -> bool:
    """Whether ``link`` has a part in one of ``turns``, and no source among the words spoken."""
    for part in (*link.source, *link.cue, *link.content):
        indexes = extents.indexes_overlapping(*part)
        if indexes:
            spoken = turns[indexes[-1]].content
            return not (link.source and spoken[0].start <= link.source[0].start < spoken[-1].end)
    return False
