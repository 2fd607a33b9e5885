"""The lines of a transcript: which of them open with what may be the label of a speaker.

"DR. LENA OSTROW, MARINE BIOLOGIST: The short answer", "Q. Did you?", "**Jonah Reyes** [00:12] Hi"
and "Jonas Falk, minister" on a line of its own open with one; so do "Serves: 4" and "READ MORE:".
``transcripts`` chooses which of them are turns. A question that stands alone may open a turn as
well: the answer's, in an interview that prints no names.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from newsbrief.article import Article
from newsbrief.names.capitalised_runs import UPPER
from newsbrief.spans import Span
from newsbrief.text.gazetteer import titles

from .word_lists import cue_words

MAX_LABEL_CHARS = 90
MAX_NAME_WORDS = 6
MAX_QUESTION_CHARS = 300
# Words in lower case inside a name or a title before it: "Minister for Rail", "van der Berg".
LOWER_CASE_WORDS = frozenset(
    "of for the and in at to de del della di da dos du van von der den ter bin ibn al el la le".split()
)


class Mark(StrEnum):
    """What stands between a label and the words said."""

    COLON = "colon"
    DASH = "dash"
    STOP = "full stop"
    SPACE = "space"  # "Q  Is it true?", "**Ann Hale** It is."
    LINE = "line"  # the label has a line of its own
    QUESTION = "question"  # no label: a question that stands alone


class Label(NamedTuple):
    """The label that a line opens with.

    ``name`` is the span of the speaker's name, without title, time stamp and mark; ``cue`` that of
    the mark, if it has one. ``words`` is where the words said begin.
    """

    mark: Mark
    name: Span
    cue: Span | None
    words: int
    phrase: str  # the name with what stands before it: "Mr. Danvers"
    bold: bool
    timed: bool
    has_title: bool  # after the name: ", MARINE BIOLOGIST", "(through translator)"


class Line(NamedTuple):
    """A line of the text without the blanks around it, and the lines that are wrapped after it."""

    start: int
    end: int
    opens_paragraph: bool  # a blank line stands before it
    label: Label | None


_TIME = r"[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?[\])]?"
_LEAD = re.compile(rf"[\s>#*_•-]{{0,8}}(?:(?P<time>{_TIME})[\s*_–—-]{{0,6}})?")
_TIMED = re.compile(_TIME)
_ONLY_TIME = re.compile(rf"[\s*_]{{0,6}}{_TIME}[\s*_]{{0,6}}")
_STYLE = "*_"
# The marks in the order in which they are looked for: a colon wins over a dash before it.
_COLON = re.compile(r"[*_]{0,3}\s?(?P<cue>[:：])[*_]{0,3}(?=\s|$|[“\"‘'(\[<])")
_DASH = re.compile(r"[*_]{0,3}\s(?P<cue>[–—-]{1,2})\s")
_STOP = re.compile(r"(?P<cue>\.)[*_]{0,3}\s")
_BOLD_END = re.compile(r"[*_]{2,3}(?:\s|$)")
_QUESTIONER = re.compile(r"[QA](?:\s{2,}|\t|\s(?=[A-Z“\"]))")
_CLAUSE_MARK = re.compile(r"[.!?;…“”\"]")
_NAME_WORD = re.compile(
    rf"(?:[dl]['’]|al-|el-)?[{UPPER}][\w.'’&-]*|&|[“\"‘'(]\w+[”\"’')]"
)
_ASIDE = re.compile(r"\s?[,(\[|/]|\s[–—-]\s")
_DIRECTION = re.compile(r"(?:\([^()\n]{1,60}\)|\[[^\[\]\n]{1,60}\])[\s*_:]*")
_INITIAL = re.compile(rf"(?:[{UPPER}]|[A-Z][a-z]{{0,3}})$")


def lines(article: Article) -> Iterator[Line]:
    """The lines of ``article``; those that are hard-wrapped after another are part of it."""
    text = article.text
    begin, end = article.blocks[0].start, article.blocks[-1].end
    current: Line | None = None
    after_blank = True
    for match in re.finditer(r"[^\r\n]+", text[begin:end]):
        line = text[begin + match.start() : begin + match.end()]
        bare = line.strip()
        start = begin + match.start() + len(line) - len(line.lstrip())
        opens = _is_paragraph_break(text, current.end, start) if current else after_blank
        if not bare:
            continue
        label = label_of(text, start, start + len(bare))
        own_line = current and current.label and current.label.words >= current.end
        if current and not (opens or own_line or label or _ONLY_TIME.fullmatch(bare)):
            current = current._replace(end=start + len(bare), label=current.label)
            continue
        if current:
            yield current
        current = Line(start, start + len(bare), opens, label)
    if current:
        yield current


def _is_paragraph_break(text: str, end: int, start: int) -> bool:
    """Whether a blank line stands between ``end`` and ``start``."""
    return text.count("\n", end, start) + text.count("\r", end, start) > 1


def label_of(text: str, start: int, end: int) -> Label | None:
    """The label that the line from ``start`` to ``end`` opens with, or may be; None without one."""
    line = text[start:end]
    lead = _LEAD.match(line)
    assert lead, "it matches the empty string"
    begin = lead.end()
    bare = line[begin:].rstrip(_STYLE + " \t")
    if not bare or not (bare[0].isupper() or bare[0] in "“\"‘'") or _ONLY_TIME.fullmatch(line):
        return None
    bold = any(mark in line[:begin] for mark in _STYLE)
    is_question = bare.endswith("?")
    head = line[begin : begin + MAX_LABEL_CHARS]
    for mark, match_start, match_end, cue in _marks(line, begin, head, bare, bold=bold):
        phrase = line[begin:match_start]
        found = _label(start + begin, phrase, mark, bold=bold, timed=bool(lead["time"]))
        # "What – if anything – keeps you awake?" is a question, "Wim Daele – And steel?" a turn.
        if found and not (mark is Mark.DASH and is_question and " " not in phrase):
            words = _after_directions(line, match_end)
            return found._replace(
                cue=Span(start + cue[0], start + cue[1]) if cue else None, words=start + words
            )
    if is_question and len(bare) <= MAX_QUESTION_CHARS:
        whole = Span(start + begin, start + begin + len(bare))
        return Label(Mark.QUESTION, whole, None, end, "", bold, bool(lead["time"]), False)
    return None


def _marks(
    line: str, begin: int, head: str, bare: str, *, bold: bool
) -> Iterator[tuple[Mark, int, int, tuple[int, int] | None]]:
    """Where a label from ``begin`` may end: the mark, its start and end, and its sign."""
    limit = begin + len(head)
    for found in _COLON.finditer(line, begin, limit + 3):
        before = line[found.start() - 1 : found.start()]
        if not before.isdigit() or not line[found.end() : found.end() + 1].isdigit():
            yield Mark.COLON, found.start(), found.end(), found.span("cue")
            return
    if questioner := _QUESTIONER.match(line, begin):
        yield Mark.SPACE, begin + 1, questioner.end(), None
    if bold and (found := _BOLD_END.search(line, begin, limit)) and found.end() < len(line):
        after = found.end()
        time = _TIMED.match(line, after)
        yield Mark.SPACE, found.start(), time.end() if time else after, None
    if len(bare) == len(line[begin:].rstrip(_STYLE + " \t")) <= MAX_LABEL_CHARS and (
        bare[-1] not in ".!?,;:…”\"'’"
    ):
        yield Mark.LINE, begin + len(bare), len(line), None
    if found := _DASH.search(line, begin, limit):
        yield Mark.DASH, found.start(), found.end(), found.span("cue")
    if found := _stop(line, begin):
        yield Mark.STOP, found.start(), found.end(), found.span("cue")


def _stop(line: str, begin: int) -> re.Match[str] | None:
    """The full stop that ends a label from ``begin``: not that of "Mr." or of an initial."""
    for found in _STOP.finditer(line, begin, begin + MAX_LABEL_CHARS):
        label = line[begin : found.start()]
        word = label.split()[-1] if label.split() else ""
        if label in ("Q", "A"):
            return found
        if word.lower() in titles() and _INITIAL.match(word):
            continue
        if len(word) == 1:
            continue
        bracket = label.rfind(" (")
        words = label[:bracket].split() if bracket > 0 else label.split()
        named = len(words) > 1 or label.isupper()
        return found if named and len(words) <= MAX_NAME_WORDS else None
    return None


def _label(offset: int, phrase: str, mark: Mark, *, bold: bool, timed: bool) -> Label | None:
    """The label of ``phrase``, which stands at ``offset``; None where it can name nobody."""
    phrase = phrase.rstrip(_STYLE + " \t")
    time = _TIMED.search(phrase)
    name = phrase
    aside = _ASIDE.search(phrase)
    ends = [found.start() for found in (time, aside) if found and found.start() > 0]
    name = phrase[: min(ends)] if ends else phrase
    name = name.rstrip(_STYLE + " \t:")
    words = name.split()
    if not words or len(words) > MAX_NAME_WORDS + 2 or _CLAUSE_MARK.search(name.split(". ")[-1][:-1]):
        return None
    if not all(_NAME_WORD.fullmatch(word) or word in LOWER_CASE_WORDS for word in words):
        return None
    skip = _titles_before(words)
    position = 0
    for word in words[:skip]:
        position = name.index(word, position) + len(word)
    position += len(name[position:]) - len(name[position:].lstrip())
    return Label(
        mark,
        Span(offset + position, offset + len(name)),
        None,
        0,
        name,
        bold,
        timed or time is not None,
        bool(aside),
    )


def _titles_before(words: list[str]) -> int:
    """How many of ``words`` are titles before a name; 0 where nothing else would be left."""
    count = 0
    while count < len(words) and words[count].rstrip(".").lower() in titles():
        count += 1
    return count if count < len(words) else 0


def _after_directions(line: str, begin: int) -> int:
    """Where the words said begin: after blanks and directions such as "(through translator)"."""
    while begin < len(line) and (line[begin].isspace() or line[begin] in _STYLE):
        begin += 1
    while found := _DIRECTION.match(line, begin):
        begin = found.end()
    return begin


def is_role(words: list[str]) -> bool:
    """Whether ``words``, in lower case, are what an interview calls a speaker without a name."""
    return bool(words) and (words[0] in cue_words("interview") or words[-1] in cue_words("interview"))
