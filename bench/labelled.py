"""Rows of articles and their attributions, from plain text that a person can read and write.

A file of ``labelled/`` opens with comments ("# ...") and holds articles like this one:

    ## court-03
    Lease was void, judge rules

    The lease was void, Judge Ellen Marsh ruled. She said that the council "knew it".
    --
    claim: The lease was void | source: Judge Ellen Marsh | cue: ruled | name: Ellen Marsh | ...
    claim: the council "knew it" | source: She | cue: said | name: Ellen Marsh | ... | quote: mixed

After the id comes the text as it is, a line "--", and a line for each attribution, in the order
of the article. Its fields are those of a row; " // " stands between two pieces of a claim, source
or cue; a field that is left out is null, and a flag ("optional", "nested", "negated", "hedged")
stands alone. Every string stands in the text, word for word, however its white space runs.
Where it stands there more than once, " @2" at its end picks the second; without it, a source or
a cue is the one nearest to its claim.
"""

import re
from collections.abc import Mapping
from pathlib import Path

from newsbrief import Kind, QuoteType, SourceType

from scoring.rows import Row

Span = tuple[int, int]

VALUES = {
    "type": {*SourceType, "none"},
    "kind": {*Kind},
    "quote": {*QuoteType},
}
SPANS = ("claim", "source", "cue")
STRINGS = ("name", "role", "why")
FLAGS = ("negated", "hedged", "nested", "optional")
FIELDS = {*SPANS, *STRINGS, *VALUES}
REQUIRED = ("claim", *VALUES)

_ID_MARK = re.compile(r"^## ", re.MULTILINE)
_END_OF_TEXT = re.compile(r"^--$", re.MULTILINE)
_NUMBERED = re.compile(r"(?P<string>.+) @(?P<number>[1-9]\d*)")


def load(path: Path) -> list[Row]:
    """The rows of the file at ``path``, in the form that ``scoring.readers`` takes as gold.

    Offsets are code points of "text", from 0, end exclusive. Raises ``ValueError``, which names
    the file, the article and the string, where a string does not stand in the text, where it is
    not clear which of several is meant, and for an unknown field or value.
    """
    head, *articles = _ID_MARK.split(path.read_text(encoding="utf-8"))
    for line in head.splitlines():
        if line and not line.startswith("#"):
            raise ValueError(f"{path.name}: {line!r} stands before the first article")
    rows: dict[str, Row] = {}
    for article in articles:
        identifier, _, rest = article.partition("\n")
        try:
            row = _row(identifier, rest)
        except ValueError as error:
            raise ValueError(f"{path.name}: {identifier}: {error}") from None
        if identifier in rows:
            raise ValueError(f"{path.name}: {identifier}: a second article with this id")
        rows[identifier] = row
    return list(rows.values())


def _row(identifier: str, rest: str) -> Row:
    text, *labels = _END_OF_TEXT.split(rest)
    if len(labels) != 1:
        raise ValueError(f"one line '--' must follow the text, here are {len(labels)}")
    text = text.strip() + "\n"
    lines = [line for line in labels[0].splitlines() if line.strip()]
    return {"id": identifier, "text": text, "attributions": [_label(text, line) for line in lines]}


def _label(text: str, line: str) -> Row:
    """The attribution that ``line`` describes."""
    fields, flags = _fields(line)
    claim = [_only(text, piece) for piece in _pieces(fields["claim"])]
    label: Row = {"claim": claim}
    for key in ("source", "cue"):
        pieces = _pieces(fields[key]) if key in fields else None
        label[key] = pieces and [_nearest(text, piece, claim) for piece in pieces]
    for key in STRINGS:
        if key in fields:
            _occurrences(text, fields[key])
        label[key] = fields.get(key)
    for key in VALUES:
        label[key] = fields[key]
    for key in FLAGS:
        label[key] = key in flags
    return label


def _fields(line: str) -> tuple[Mapping[str, str], set[str]]:
    """The fields and the flags of ``line``."""
    fields: dict[str, str] = {}
    flags: set[str] = set()
    for part in line.strip().split(" | "):
        key, colon, value = part.partition(": ")
        if part in FLAGS:
            flags.add(part)
        elif not colon or key not in FIELDS:
            raise ValueError(f"{part!r} is neither a field nor a flag")
        elif key in fields:
            raise ValueError(f"{part!r} is a second {key}")
        elif key in VALUES and value not in VALUES[key]:
            raise ValueError(f"{value!r} is no {key}; those are {', '.join(sorted(VALUES[key]))}")
        else:
            fields[key] = value
    for key in REQUIRED:
        if key not in fields:
            raise ValueError(f"{line!r} has no {key}")
    return fields, flags


def _pieces(value: str) -> list[str]:
    return value.split(" // ")


def _only(text: str, piece: str) -> Span:
    """Where ``piece`` stands: the one place, or the one that its number picks."""
    spans = _occurrences(text, piece)
    if len(spans) > 1:
        raise ValueError(f"{piece!r} stands {len(spans)} times in the text; say which with @")
    return spans[0]


def _nearest(text: str, piece: str, claim: list[Span]) -> Span:
    """Where ``piece`` stands nearest to ``claim``, outside it if it can be; the first of equals."""

    def distance(span: Span) -> tuple[bool, int]:
        gaps = [max(span[0] - end, start - span[1]) for start, end in claim]
        return min(gaps) < 0, min(gaps)

    return min(_occurrences(text, piece), key=distance)


def _occurrences(text: str, piece: str) -> list[Span]:
    """Where the words of ``piece`` stand in ``text``; only the one that is numbered by "@"."""
    numbered = _NUMBERED.fullmatch(piece)
    string, number = (numbered["string"], int(numbered["number"])) if numbered else (piece, 0)
    words = r"\s+".join(map(re.escape, string.split()))
    whole_words = rf"(?:(?<!\w)|(?!\w)){words}(?:(?!\w)|(?<!\w))"
    spans = [match.span() for match in re.finditer(whole_words, text)]
    if not words or len(spans) < max(number, 1):
        raise ValueError(f"{piece!r} does not stand in the text")
    return [spans[number - 1]] if number else spans
