"""Where a mail closes: "Kind regards," and the name of its sender, with what is below it.

The name is known from the mail's headers, so no list of closings is needed in any language: a line
that is the sender's name, or a part of it, near the end closes a mail, and so does a short line
above it. A sentence below, such as a postscript, is no part of the closing.
"""

import re
from collections.abc import Iterator, Sequence

from newsbrief.text.sentence_ends import CLOSERS, ENDS

_AFTER_NAME = re.compile(r"\s*[|,/(<•·–—]|\s-")  # "Jane Roe | Coast Gazette"
_WORD = re.compile(r"[^\W\d_]+")
_ENDED = re.compile(rf"[{ENDS}][\s{CLOSERS}]*$")
_CLOSING = re.compile(r"(?:[^\W\d_][\w'’-]*[ ,]+){0,4}[^\W\d_][\w'’-]*[,!]?$")
_MIN_SENTENCE_WORDS = 4
_MAX_NAME_CHARS = 100  # with what says who that is
_MAX_CLOSING_CHARS = 40
_MAX_LINES = 10  # from the name on, that are not blank
_MAX_SENTENCES = 2  # paragraphs of them below the name


def without_closing(lines: Sequence[str], sender: str | None) -> list[str]:
    """The ``lines`` of a mail without its closing, where one has the name of its ``sender``.

    >>> without_closing(["The wall is shut.", "", "Best,", "Jo", "", "PS: It will rain."], "Jo Roe")
    ['The wall is shut.', '', '', 'PS: It will rain.']
    """
    names = {word.casefold() for word in _WORD.findall(sender or "")}
    shown = [i for i, line in enumerate(lines) if line.strip()]
    for at in range(max(1, len(shown) - _MAX_LINES), len(shown)):
        if not (names and _is_name(lines[shown[at]], names)):
            continue
        start = shown[at - 1] if _closes(lines, shown[at - 1]) else shown[at]
        above = next((line.strip() for line in reversed(lines[:start]) if line.strip()), "")
        below = list(_sentences(lines[shown[at] + 1 :]))
        if _is_ended(above) and len(below) <= _MAX_SENTENCES:
            return [*lines[:start], *(line for each in below for line in each)]
    return list(lines)


def _is_name(line: str, names: set[str]) -> bool:
    """Whether the words of ``line``, up to what says who that is, are ``names`` or initials."""
    line = line.strip()
    if len(line) > _MAX_NAME_CHARS:
        return False
    words = [word.casefold() for word in _WORD.findall(_AFTER_NAME.split(line)[0])]
    initials = {name[0] for name in names}
    return bool(words) and all(word in names or word in initials for word in words)


def _closes(lines: Sequence[str], at: int) -> bool:
    """Whether line ``at`` is a short one below a sentence or a blank line, as "Kind regards,"."""
    line, above = lines[at].strip(), lines[at - 1].strip() if at else ""
    is_short = len(line) <= _MAX_CLOSING_CHARS and bool(_CLOSING.match(line))
    return is_short and (not above or _is_ended(above))


def _is_ended(line: str) -> bool:
    return bool(_ENDED.search(line))


def _sentences(lines: Sequence[str]) -> Iterator[list[str]]:
    """The paragraphs of ``lines`` that end as a sentence does, each from its blank line on."""
    paragraph: list[str] = []
    for line in (*lines, ""):
        if line.strip():
            paragraph.append(line)
            continue
        words = sum(len(each.split()) for each in paragraph)
        if words >= _MIN_SENTENCE_WORDS and _is_ended(paragraph[-1]):
            yield paragraph
        paragraph = [""]
