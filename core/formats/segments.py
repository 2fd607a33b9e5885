"""Tables whose rows are what is said in a talk, with the second at which each begins: one article.

    [{"text": "the harbour wall", "start": 0.16, "duration": 4.1}, ...]    start  end  text

So Whisper writes TSV and the libraries that fetch the captions of YouTube write JSON. Numbers that
tell where words stand in a text look alike, but go back from one text to the next.
"""

from collections.abc import Iterable, Iterator

from newsbrief.errors import InputError

from .document import Document
from .field_values import Row
from .plain_text import plain_text
from .subtitles import Cue, paragraphs

_ENDS = ("end", "duration")
_MAX_CHARS = 500  # of what is said at a time
FIRST_ROWS = 20
"""Of a table, that it is told by."""

_MIN_ROWS = 3
_MILLISECONDS = 1000

Rows = Iterator[tuple[int, Row | InputError]]


def may_be_said(row: Row | InputError) -> bool:
    """Whether ``row`` has a text of a few words and the moment of it, as each of a talk has."""
    return isinstance(row, dict) and _cue(row) is not None


def is_transcript(first: Iterable[Row | InputError]) -> bool:
    """Whether the table that has these ``first`` rows is what is said in a talk."""
    rows = list(first)
    cues = [cue for row in rows if isinstance(row, dict) and (cue := _cue(row))]
    if len(cues) < max(_MIN_ROWS, len(rows)):
        return False
    starts = [cue.start for cue in cues]
    return starts == sorted(starts) and starts[0] < starts[-1]


def transcript(rows: Rows) -> Document:
    """The talk in ``rows``."""
    cues = [cue for _, row in rows if isinstance(row, dict) and (cue := _cue(row))]
    return Document(plain_text(None, paragraphs(cues)), title="", part=1)


def _cue(row: Row) -> Cue | None:
    """What ``row`` says, and when; None where it is no row of a talk."""
    text = row.get("text")
    named = next((name for name in _ENDS if name in row), None)
    start, end = _number(row.get("start")), _number(row.get(named or ""))
    if not isinstance(text, str) or len(text) > _MAX_CHARS or start is None or end is None:
        return None
    end = start + end if named == "duration" else end
    whole = isinstance(row["start"], str) and "." not in row["start"]  # milliseconds of Whisper
    unit = _MILLISECONDS if whole else 1
    return Cue(start / unit, end / unit, tuple(filter(None, map(str.strip, text.split("\n")))))


def _number(value: object) -> float | None:
    if isinstance(value, str):
        try:
            value = float(value)
        except ValueError:
            return None
    usable = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if usable and 0 <= value < 10**9 else None  # type: ignore[arg-type, operator]
