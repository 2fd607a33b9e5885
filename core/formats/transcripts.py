"""Transcripts of talks with a time at each turn, as Otter, Teams, Rev and Whisper write them.

    Ann Lee  0:15            Ann Lee (00:15):       [00:00:15] Ann Lee: It fell.
    It fell.                 It fell.               [00:15.000 --> 00:17.000]  It fell.

Read is a paragraph for each turn, behind the name of its speaker, or running text where nobody is
named; the times are left out. A transcript is known by its times, which never go back.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .document import Document
from .plain_text import plain_text
from .subtitles import Cue, paragraphs

_TIME = r"(?P<time>(?:\d{1,2}:)?\d{1,2}:[0-5]\d(?:[.,]\d{1,3})?)"
_WITH_SECONDS = r"(?P<time>\d{1,2}:[0-5]\d:[0-5]\d(?:[.,]\d{1,3})?|00?:[0-5]\d)"
_NAME = r"\**(?P<name>[^\W\d_a-z][^:\[\]()<>*\t]{0,48}?[^:\[\]()<>*\s])\**"
_NAMED = tuple(
    re.compile(form)
    for form in (
        rf"{_NAME}(?:\s{{2,}}|\t){_TIME}\s*(?P<text>)",  # Otter, Teams
        rf"{_NAME} {_TIME}(?P<text>)",  # Teams, of which Word's reader has one space
        rf"{_NAME}:?\s?[\[(]{_TIME}[\])]:?(?P<text>.*)",  # Rev, Trint
        rf"[\[(]{_TIME}[\])]\s*{_NAME}:\**(?P<text>.*)",
        rf"{_WITH_SECONDS}\s+From\s+{_NAME}(?:\sto\s[^:]{{1,60}})?\s?:(?P<text>.*)",  # Zoom's chat
        rf"{_WITH_SECONDS}\s+{_NAME}:\**(?P<text>.*)",
    )
)
_NAMELESS = tuple(
    re.compile(form)
    for form in (
        rf"\[{_TIME}\s-->\s[\d:.,]{{4,12}}\](?P<text>.*)",  # Whisper
        rf"\[{_TIME}\](?P<text>.*)",  # LRC
        rf"{_TIME}(?P<text>)",  # what is copied from a page, below its heading
    )
)
_LONE_TIME = _NAMELESS[-1]
_NEAR_START = (_NAMED[1], *_NAMELESS)  # forms that other lines may have, as "John 3:16"
_HEADING = "transcript"
_BRACKETED = re.compile(r"\s?[\[(](?:\d{1,2}:)?\d{1,2}:[0-5]\d(?:\.\d{1,3})?[\])]")
_OF_PROGRAM = re.compile(r"\[[a-z]{2,6}:[^\[\]]*\]|Transcribed by \S+\s*", re.IGNORECASE)
_LABELS = ("SUMMARY KEYWORDS", "SPEAKERS", "KEYWORDS")  # of Otter, each with a line below it
_MIN_TURNS = 3
_MIN_TURN_SHARE = 0.2  # of the lines with words
_MIN_SAID_SHARE = 0.8  # of the turns, in which something is said
_MAX_LINES_ABOVE = 15  # the first turn
_MAX_NAME_WORDS = 5
_MAX_START_SECONDS = 60.0  # of a talk that is told by little else: a live blog begins at ten


class _Turn(NamedTuple):
    """What somebody says, in seconds from the start; the name is "" where nobody is named."""

    start: float
    name: str
    text: str


def documents(text: str) -> list[Document]:
    """The transcript in ``text``; none where it is none."""
    lines = [line.strip() for line in text.splitlines()]
    for form in (*_NAMED, *_NAMELESS):
        matches = [(i, match) for i, line in enumerate(lines) if (match := form.fullmatch(line))]
        if len(matches) < _MIN_TURNS or matches[0][0] > _MAX_LINES_ABOVE:
            continue
        turns = list(_turns(lines, matches))
        above = list(_above(lines[: matches[0][0]]))
        if form is _LONE_TIME and any(line and line.casefold() != _HEADING for line in above):
            continue
        if form in _NEAR_START and turns[0].start >= _MAX_START_SECONDS:
            continue
        if _is_talk(turns, lines):
            said = [_tidied(turn) for turn in turns if turn.text]
            return [Document(plain_text(None, [*above, *_said(said)]), title=None if above else "")]
    return []


def _turns(lines: Sequence[str], matches: Sequence[tuple[int, re.Match[str]]]) -> Iterator[_Turn]:
    """The turns that the ``matches`` in ``lines`` open, each with the lines up to the next."""
    ends = [*(i for i, _ in matches[1:]), len(lines)]
    for (i, match), end in zip(matches, ends, strict=True):
        below = (line for line in lines[i + 1 : end] if not _OF_PROGRAM.fullmatch(line))
        name = " ".join((match.groupdict().get("name") or "").split())
        text = " ".join(filter(None, (match["text"].strip(), *below)))
        yield _Turn(_seconds(match["time"]), name, text)


def _seconds(time: str) -> float:
    seconds = 0.0
    for part in time.replace(",", ".").split(":"):
        seconds = 60 * seconds + float(part)
    return seconds


def _is_talk(turns: Sequence[_Turn], lines: Sequence[str]) -> bool:
    """Whether the ``turns`` are those of one talk, and not times and names in another text."""
    starts = [turn.start for turn in turns]
    if starts != sorted(starts) or starts[0] == starts[-1]:
        return False
    if sum(bool(turn.text) for turn in turns) < _MIN_SAID_SHARE * len(turns):
        return False
    if len(turns) < _MIN_TURN_SHARE * sum(map(bool, lines)):
        return False
    names = Counter(turn.name for turn in turns)
    if names.keys() == {""}:
        return True
    short = all(len(name.split()) <= _MAX_NAME_WORDS for name in names)
    return short and names.most_common(1)[0][1] > 1


def _above(lines: Sequence[str]) -> Iterator[str]:
    """The ``lines`` above the first turn, without what a program says of the talk."""
    before = ""
    for line in lines:
        if before.upper() not in _LABELS and line.upper() not in _LABELS:
            yield "" if _OF_PROGRAM.fullmatch(line) else line
        before = line or before


def _tidied(turn: _Turn) -> _Turn:
    return turn._replace(text=_BRACKETED.sub("", turn.text).strip())


def _said(turns: Sequence[_Turn]) -> list[str]:
    """The paragraphs of what is said."""
    if any(turn.name for turn in turns):
        return [f"{turn.name}: {turn.text}" for turn in turns]
    ends = [*(turn.start for turn in turns[1:]), turns[-1].start]
    return paragraphs(
        Cue(turn.start, end, (turn.text,)) for turn, end in zip(turns, ends, strict=True)
    )
