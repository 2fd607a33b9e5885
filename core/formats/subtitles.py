"""Subtitles, SRT, SBV and WebVTT, as running text: cues joined to sentences, speakers to turns.

Left out are numbers, times, tags and sounds ("[applause]"). A line that rolls up, so that it
stands in two cues or more, is read once.
"""

import html
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsbrief.errors import InputError
from newsbrief.reading.decoding import decode
from newsbrief.text.sentence_ends import CLOSERS, ENDS

from .document import Document
from .plain_text import plain_text
from .stated_values import language_code

_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d\d)[.,](\d{1,3})"
_TIMING = re.compile(rf"\s*{_TIME}(?:\s*-->\s*|,){_TIME}")  # the comma is of SBV
_START = re.compile(r"(?m)^[ \t]*((?:\d{1,2}:)?\d{1,2}:\d\d)[ \t]*$")  # of YouTube's pages
_HEADER = re.compile(r"Language:\s*([\w-]{2,20})\s*$", re.MULTILINE)
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?\s+([^<>]{1,80})>")
_TAG = re.compile(r"<(?!v[\s.])[^<>]*>|\{\\[^{}]*\}")  # all but voices
_SOUND = re.compile(r"[\[(][^\[\]()]{1,80}[\])]|[♪♫#*\s-]+")
_SOUND_BEFORE = re.compile(  # not "[Halvorsen]", by which a speaker is named
    r"\A(?:[\[(](?:[^\W\dA-Z][^\[\]()]{0,79}|"
    r"[^\[\]()a-z]{1,80}(?=[\])]\s*[A-Z][\w. ]{0,40}:))[\])]\s*)+"
)
_SOUND_BEHIND = re.compile(  # a sentence; within one, "the [old] quay", it belongs there
    rf"(?<=[{ENDS}])\s*[\[(][^\W\dA-Z][^\[\]()]{{0,79}}[\])]\Z"
)
_SOUND_OF_PROGRAM = re.compile(r" ?\[(?:Music|Applause|Laughter)\] ?")  # YouTube's, anywhere
_BLOCKS = ("NOTE", "STYLE", "REGION")  # of WebVTT that are no cues
_NOTES = re.compile(r"[♪♫]+")
_LABEL = re.compile(r"(?P<name>[^\W\d_][\w.'’-]*(?: [\w.'’-]+){0,4}) ?:(?:\s+|$)")
_TURN = re.compile(r"(?:>>+|[-–—])\s*(?=\S)")
_ENDED = re.compile(rf"[{ENDS}][{CLOSERS}]*$")

_LONG_PAUSE_SECONDS = 3.0  # between two cues, after which another subject begins
_TOUCHING_SECONDS = 0.1  # between two cues that a line may roll up from one to the other
_MAX_PARAGRAPH_CHARS = 700  # after which the next sentence opens another


class Cue(NamedTuple):
    """Lines that are shown at one time, in seconds."""

    start: float
    end: float
    lines: tuple[str, ...]


class _Piece(NamedTuple):
    """A line of what is said; ``opens`` says that another speaker begins."""

    text: str
    opens: bool
    after_pause: bool


def documents(data: bytes) -> list[Document]:
    """The document in a file of subtitles. Raises ``InputError`` where nothing is said in it."""
    text = decode(data).replace("\r\n", "\n").replace("\r", "\n")
    cues = list(_cues(text.replace("[br]", "\n"))) or _copied(text)  # as SBV parts lines
    said = paragraphs(cues)
    if not said:
        raise InputError("subtitles in which nothing is said")
    header = _HEADER.search(text.partition("-->")[0]) if "-->" in text else None
    return [
        Document(
            plain_text(None, said),
            title="",
            language=language_code(header[1]) if header else None,
        )
    ]


def paragraphs(cues: Iterable[Cue]) -> list[str]:
    """The paragraphs of what is said in ``cues``."""
    return list(_paragraphs(_pieces(cues)))


def _cues(text: str) -> Iterator[Cue]:
    """The cues of a file: what follows each line of times, up to a blank line.

    A blank line ends a cue only before another one, a note or a style.
    """
    timing: re.Match[str] | None = None
    lines: list[str] = []
    every = text.split("\n")
    opens = _opens_cue(every)
    for number, line in enumerate((*every, "")):
        match = _TIMING.match(line)
        if timing and (match or (not line.strip() and opens[number])):
            yield Cue(_seconds(timing, 1), _seconds(timing, 5), tuple(lines))
            timing = None
        if match:
            timing, lines = match, []
        elif timing:
            lines.append(_TAG.sub("", line).strip())


def _copied(text: str) -> list[Cue]:
    """The cues of a text copied from a page: each below the time at which it begins."""
    parts = _START.split(text)
    starts = [_clock(start) for start in parts[1::2]]
    ends = [*starts[1:], *starts[-1:]]
    return [
        Cue(start, end, tuple(filter(None, map(str.strip, said.split("\n")))))
        for start, end, said in zip(starts, ends, parts[2::2], strict=True)
    ]


def _clock(start: str) -> float:
    seconds = 0
    for part in start.split(":"):
        seconds = 60 * seconds + int(part)
    return float(seconds)


def _opens_cue(lines: list[str]) -> list[bool]:
    """For each of ``lines``, and for the end, whether what is next below its blank lines opens one.

    A cue, its name or number above it, a note or a style; the end of the file counts too.
    """
    opens = [True] * (len(lines) + 1)
    for number in range(len(lines) - 1, -1, -1):
        line = lines[number]
        if line.strip():
            below = lines[number + 1] if number + 1 < len(lines) else ""
            opens[number] = bool(
                _TIMING.match(line) or _TIMING.match(below) or line.startswith(_BLOCKS)
            )
        else:
            opens[number] = opens[number + 1]
    return opens


def _seconds(timing: re.Match[str], group: int) -> float:
    hours, minutes, seconds, fraction = timing.group(group, group + 1, group + 2, group + 3)
    return int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds) + float(f"0.{fraction}")


def _pieces(cues: Iterable[Cue]) -> Iterator[_Piece]:
    """What is said, line by line."""
    voice = ""
    shown: tuple[str, ...] = ()
    end = 0.0
    for cue in cues:
        pause = cue.start - end
        lines = cue.lines
        if pause <= _TOUCHING_SECONDS:
            lines = _unseen(shown, lines)
        shown, end = cue.lines, cue.end
        for line in lines:
            spoken = _VOICE.search(line)
            name = " ".join(spoken[1].split()) if spoken else ""
            said = html.unescape(_VOICE.sub("", line)).strip()
            said = said if _SOUND.fullmatch(said) else _NOTES.sub("", said).strip()
            if not said or _SOUND.fullmatch(said):
                continue
            said = _SOUND_OF_PROGRAM.sub(" ", said).strip()
            turn = _TURN.match(said)
            said = _SOUND_BEFORE.sub("", said[turn.end() :] if turn else said)
            said = _SOUND_BEHIND.sub("", said)
            label = "" if name else _label(said)
            if label and label == voice and not turn:  # as Zoom has it before every cue
                said = said.partition(":")[2].strip()
            opens = bool(turn) or bool(label and label != voice) or bool(name and name != voice)
            if name and name != voice:
                said = f"{name}: {said}"
            voice = name or label or ("" if opens else voice)
            yield _Piece(said, opens, pause >= _LONG_PAUSE_SECONDS)
            pause = 0.0


def _unseen(shown: tuple[str, ...], lines: tuple[str, ...]) -> tuple[str, ...]:
    """The ``lines`` of a cue without those that the cue before it has ``shown`` already.

    >>> _unseen(("The wall", "will be"), ("will be", "rebuilt."))
    ('rebuilt.',)
    """
    for count in range(min(len(shown), len(lines)), 0, -1):
        if shown[-count:] == lines[:count]:
            return lines[count:]
    if shown and lines and shown[-1] and lines[0].startswith(f"{shown[-1]} "):
        return (lines[0][len(shown[-1]) :].strip(), *lines[1:])  # a line that grows
    return lines


def _label(said: str) -> str:
    """The speaker that a line opens with, as in "ANNA BERG: No." and "Mayor Berg: No.", or ""."""
    label = _LABEL.match(said)
    if label is None or not all(word[0].isupper() for word in label["name"].split()):
        return ""
    return label["name"]


def _paragraphs(pieces: Iterator[_Piece]) -> Iterator[str]:
    """The paragraphs: turns of a speaker, parted where one pauses or has spoken for long."""
    paragraph: list[str] = []
    length = 0
    for piece in pieces:
        ended = bool(paragraph) and bool(_ENDED.search(paragraph[-1]))
        parted = ended and (piece.after_pause or length > _MAX_PARAGRAPH_CHARS)
        if paragraph and (piece.opens or parted):
            yield " ".join(paragraph)
            paragraph, length = [], 0
        paragraph.append(piece.text)
        length += len(piece.text)
    if paragraph:
        yield " ".join(paragraph)
