"""The lines of an article: which of them open with what may be the label of a speaker.

"DR. LENA OSTROW, MARINE BIOLOGIST: The short answer", "Q. Did you?", "**Jonah Reyes** [00:12] Hi"
and "Jonas Falk, minister" on a line of its own open with one; so do "Serves: 4" and "READ MORE:".
``transcripts`` chooses which of them are turns. A question that stands alone is kept as a label
without a name: in an interview that prints no names it comes before an answer.
"""

import re
from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import partial
from typing import NamedTuple

from newsbrief.article import Article
from newsbrief.names.capitalised_runs import UPPER
from newsbrief.spans import Span
from newsbrief.text.gazetteer import first_names, titles
from newsbrief.text.packaged import word_set

MAX_LABEL_CHARS = 90
MAX_NAME_WORDS = 8
MAX_STOPPED_NAME_WORDS = 6  # before a full stop, which ends sentences too
MAX_QUESTION_CHARS = 300
STYLE_MARKS = "*_"  # Markdown's for bold and italics

transcript_words = partial(word_set, "transcript_words.txt")  # the words under a heading


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

    Offsets count code points of the text from 0, ends exclusive. ``name`` is the speaker's name
    without title, time stamp and mark, and ``phrase`` the same with the title before it; ``cue`` is
    the mark, if it is a character; the words said begin at ``words``. ``has_title``: one follows
    the name, as in "ANN HALE, HOST" and "Hale (through translator)".
    """

    mark: Mark
    name: Span
    phrase: str
    words: int
    cue: Span | None = None
    bold: bool = False
    timed: bool = False
    has_title: bool = False


class Line(NamedTuple):
    """A line of the text without the blanks around it, and the lines wrapped after it.

    Offsets count code points from 0, ends exclusive. ``opens_paragraph``: a blank line precedes.
    """

    start: int
    end: int
    opens_paragraph: bool
    label: Label | None


_TIME = r"[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?[\])]?"
_TIME_STAMP = re.compile(_TIME)
_TIME_ALONE = re.compile(rf"[*_]{{0,3}}{_TIME}[*_]{{0,3}}")
_BEFORE_LABEL = re.compile(rf"[\s>#*_•-]{{0,8}}(?:(?P<time>{_TIME})[\s*_–—-]{{0,6}})?")
_COLON = re.compile(r"[*_]{0,3}\s?(?P<cue>[:：])[*_]{0,3}(?=\s|$|[“\"‘'(\[<])")
_DASH = re.compile(r"[*_]{0,3}\s(?P<cue>[–—-]{1,2})\s")
_STOP = re.compile(r"(?P<cue>\.)[*_]{0,3}\s")
_BOLD_END = re.compile(rf"[*_]{{2,3}}\s{{0,2}}(?:{_TIME})?(?:\s|$)")
_AFTER_Q_OR_A = re.compile(r"(?<=[QA])(?:\s{2,}|\t|\s(?=[A-Z“\"]))")
_REST_OF_LINE = re.compile(r"[*_\s]*$")
_ABBREVIATION = re.compile(rf"(?:[{UPPER}]|[A-Z][a-z]{{0,3}})")
_NAME_WORD = re.compile(rf"(?:[dl]['’]|al-|el-)?[{UPPER}][\w.'’&-]*|&|[“\"‘'(]\w+[”\"’')]")
_AFTER_NAME = re.compile(r"\s?[,(\[|/]|\s[–—-]{1,2}\s")
_HOLDER = re.compile(rf"\(([{UPPER}][\w.'’-]*(?: [{UPPER}][\w.'’-]*){{1,5}})\)$")
_DIRECTION = re.compile(r"(?:\([^()\n]{1,60}\)|\[[^\[\]\n]{1,60}\])[\s*_:]*")
_NO_LABEL_END = ".!?,;:…”\"'’"  # of a line that is a label by itself


def lines(article: Article) -> Iterator[Line]:
    """The lines of ``article``, in order; those hard-wrapped after another are part of it."""
    text = article.text
    begin, end = article.blocks[0].start, article.blocks[-1].end
    current: Line | None = None
    for match in re.finditer(r"[^\r\n]+", text[begin:end]):
        start, bare = begin + match.start(), match.group().strip()
        if not bare:
            continue
        start += match.group().index(bare[0])
        label = label_of(text, start, start + len(bare))
        line = Line(start, start + len(bare), opens_paragraph=True, label=label)
        if current:
            line = line._replace(opens_paragraph=_has_blank_line(text, current.end, start))
            if _is_wrapped(bare, line, current):
                current = current._replace(end=line.end)
                continue
            yield current
        current = line
    if current:
        yield current


def _has_blank_line(text: str, start: int, end: int) -> bool:
    return text.count("\n", start, end) + text.count("\r", start, end) > 1


def _is_wrapped(bare: str, line: Line, before: Line) -> bool:
    """Whether ``line``, whose text is ``bare``, goes on with the sentence of the line before it."""
    if line.opens_paragraph or line.label or _TIME_ALONE.fullmatch(bare):
        return False
    return before.label is None or before.label.words < before.end


def label_of(text: str, start: int, end: int) -> Label | None:
    """The label that the line of ``text`` from ``start`` to ``end`` may open with, or None.

    Offsets count code points from 0, ends exclusive.
    """
    line = text[start:end]
    lead = _BEFORE_LABEL.match(line)
    begin = lead.end() if lead else 0
    bare = line[begin:].rstrip(STYLE_MARKS + " \t")
    if not lead or not bare or not (bare[0].isupper() or bare[0] in "“\"‘'"):
        return None
    bold = any(mark in lead.group() for mark in STYLE_MARKS)
    timed = lead["time"] is not None
    is_question = bare.endswith("?")
    for mark, match in _marks(line, begin, bare, bold=bold):
        phrase = line[begin : match.start()]
        # "What – if anything – keeps you awake?" is a question, "Wim Daele – And steel?" a turn.
        if mark is Mark.DASH and is_question and " " not in phrase:
            continue
        if label := _label(start + begin, phrase, mark):
            cue = match.span("cue") if "cue" in match.re.groupindex else None
            return label._replace(
                words=start + _after_directions(line, match.end()),
                cue=cue and Span(start + cue[0], start + cue[1]),
                bold=bold,
                timed=timed or label.timed,
            )
    if is_question and len(bare) <= MAX_QUESTION_CHARS:
        name = Span(start + begin, start + begin + len(bare))
        return Label(Mark.QUESTION, name, "", words=end, bold=bold, timed=timed)
    return None


def _marks(line: str, begin: int, bare: str, *, bold: bool) -> Iterator[tuple[Mark, re.Match[str]]]:
    """What may end a label that starts at ``begin``; the likeliest mark first."""
    limit = begin + MAX_LABEL_CHARS
    head = line[begin : limit + 3]  # the patterns take longer than a look for their marks
    if (":" in head or "：" in head) and (colon := _COLON.search(line, begin, limit + 3)):
        yield Mark.COLON, colon
    if gap := _AFTER_Q_OR_A.match(line, begin + 1):
        yield Mark.SPACE, gap
    if bold and (bold_end := _BOLD_END.search(line, begin, limit)) and bold_end.end() < len(line):
        yield Mark.SPACE, bold_end
    rest = _REST_OF_LINE.match(line, begin + len(bare))
    if rest and len(bare) <= MAX_LABEL_CHARS and bare[-1] not in _NO_LABEL_END:
        yield Mark.LINE, rest
    has_dash = "-" in head or "–" in head or "—" in head
    if has_dash and (dash := _DASH.search(line, begin, limit)):
        yield Mark.DASH, dash
    if stop := _label_stop(line, begin):
        yield Mark.STOP, stop


def _label_stop(line: str, begin: int) -> re.Match[str] | None:
    """The full stop that ends a label from ``begin``: not that of "Mr." or of an initial."""
    for stop in _STOP.finditer(line, begin, begin + MAX_LABEL_CHARS):
        label = line[begin : stop.start()]
        if label in ("Q", "A"):
            return stop
        last = label.rpartition(" ")[2]
        if len(last) == 1 or (last.lower() in titles() and _ABBREVIATION.fullmatch(last)):
            continue
        words = label.partition(" (")[0].split()
        is_long_enough = len(words) > 1 or label.isupper()
        return stop if is_long_enough and len(words) <= MAX_STOPPED_NAME_WORDS else None
    return None


def _label(offset: int, phrase: str, mark: Mark) -> Label | None:
    """The label whose words are ``phrase``, at ``offset``; None where they can name nobody."""
    time, title = _TIME_STAMP.search(phrase), _AFTER_NAME.search(phrase)
    ends = [match.start() for match in (time, title) if match and match.start() > 0]
    name = phrase[: min(ends, default=len(phrase))].rstrip(STYLE_MARKS + " \t:")
    words = name.split()
    if not words or len(words) > MAX_NAME_WORDS:
        return None
    small_words = transcript_words("in names")
    if not all(_NAME_WORD.fullmatch(word) or word in small_words for word in words):
        return None
    if holder := _holder(words, phrase):
        return Label(
            mark,
            Span(offset + holder.start, offset + holder.end),
            phrase[slice(*holder)],
            words=0,
            has_title=True,
        )
    start = offset + len(name) - len(_without_titles(name))
    return Label(
        mark,
        Span(start, offset + len(name)),
        name,
        words=0,
        timed=time is not None,
        has_title=title is not None,
    )


def _holder(office: Sequence[str], phrase: str) -> Span | None:
    """Where the name stands of who holds an ``office``, in brackets behind it; None for none.

    So parliaments print it: "The Prime Minister (Ann Lee)"; "Ann Lee (Jordan Hill)" has a place.
    """
    bracket = _HOLDER.search(phrase)
    if not bracket or not (office[0] == "The" or any(map(str.islower, office))):
        return None
    name = _without_titles(bracket[1])
    is_person = name.split()[0].lower() in first_names() and " " in name
    return Span(bracket.end(1) - len(name), bracket.end(1)) if is_person else None


def _without_titles(name: str) -> str:
    """``name`` without the titles before it, unless nothing else is left."""
    rest = name
    while rest.split(maxsplit=1)[0].rstrip(".").lower() in titles():
        if len(rest.split()) == 1:
            return name
        rest = rest.split(maxsplit=1)[1]
    return rest


def _after_directions(line: str, begin: int) -> int:
    """Where the words said begin, after blanks and directions such as "(through translator)"."""
    begin += len(line[begin:]) - len(line[begin:].lstrip(STYLE_MARKS + " \t"))
    while direction := _DIRECTION.match(line, begin):
        begin = direction.end()
    return begin


def is_speaker_role(words: Sequence[str]) -> bool:
    """Whether ``words``, in lower case, are what is printed for a speaker without a name."""
    return bool(words) and not transcript_words("speaker without a name").isdisjoint(
        (words[0], words[-1])
    )
