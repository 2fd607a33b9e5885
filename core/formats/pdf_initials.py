"""Initials of a PDF, put back before their words: a first letter set as high as several lines."""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from newsbrief.hyphens import is_known
from newsbrief.text.quotation_marks import OPENING_MARKS

from .pdf_lines import TextLine

_INITIAL = re.compile(rf"[{OPENING_MARKS}]?[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]+")
_ALONE = ("A", "I", "O")  # letters that are words
_MIN_SIZE = 1.6  # of the text beside it
_MAX_GAP = 1.0  # between it and the text, in sizes of that


def with_initials(lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """The ``lines``, each initial in one with the first line beside it.

    The lines beside an initial begin where it does.
    """
    initial: TextLine | None = None
    opens = False
    for line, below in zip_longest(lines, lines[1:]):
        if below is not None and _is_initial(line, below):
            initial, opens = line, True
        elif initial is not None and _is_beside(line, initial):
            text = f"{_before(initial.text, line.text)}{line.text}" if opens else line.text
            yield line._replace(text=text, left=initial.left)
            opens = False
        else:
            initial = None
            yield line


def _is_initial(line: TextLine, below: TextLine) -> bool:
    is_large = line.size >= _MIN_SIZE * below.size
    return is_large and bool(_INITIAL.fullmatch(line.text)) and _is_beside(below, line)


def _is_beside(line: TextLine, initial: TextLine) -> bool:
    """Whether ``line`` stands right of ``initial``, between its head and its foot."""
    rise = line.baseline - initial.baseline
    gap = line.left - initial.right
    return (
        line.page == initial.page
        and line.size * _MIN_SIZE <= initial.size
        and -line.size / 2 <= rise <= initial.size
        and abs(gap) <= _MAX_GAP * line.size
    )


def _before(initial: str, line: str) -> str:
    """``initial`` as it stands before ``line``, with a space where it is a word of its own."""
    word = _WORD.match(line)
    if word is None or initial[-1] not in _ALONE:
        return initial
    rest = word[0].lower()
    is_alone = is_known(rest) and not is_known(f"{initial[-1].lower()}{rest}")
    return f"{initial} " if is_alone else initial
