"""Where a sentence ends at a mark that nothing else is written with: 。！？ । ۔ ؟.

Unlike a period such a mark stands in no abbreviation and no number, and needs no space after it.
As Unicode has it ("Unicode Text Segmentation", Standard Annex 29), a sentence ends there, behind
the marks that close after it. Left to decide is whether it goes on behind a quotation. A line
break in a wrapped text is no space.
"""

import re
from functools import cache

from newsbrief.text.packaged import word_set
from newsbrief.text.scripts import CLOSING_BRACKETS, TERMINALS

_GOES_ON = re.compile(
    rf"""
    [{CLOSING_BRACKETS}{TERMINALS}.!?…・，、；：،؛,;:/]
    | \d{{1,4}}\s?[।॥]  # the number of a verse: "॥ १२ ॥"
    """,
    re.VERBOSE,
)
_PARTICLES = re.compile("と(?![こても])|って|など|[をがのには]")  # bind a quotation in Japanese
_BINDS = re.compile(rf"\s?(?:、|{_PARTICLES.pattern})")  # the sentence around a quotation goes on
_CORNER_BRACKET = re.compile("[「『」』]")
_OPENING_CORNERS = "「『"
_LINE_END = "\r\n"
_OPENS = re.compile('[“‘«‹"]')  # of the closing marks, those that open in other languages
_OPENING = re.compile("[“「『«]")
_FULL_WIDTH_PERIOD = "．"
_FULL_WIDTH_EXCLAMATION = "！"
_DANDA = "।"
_MAX_TAG_CHARS = 40
_NEARBY_CHARS = 1000  # looked at, so that the time does not grow with the text's square


def end_at_terminal(text: str, sentence_start: int, match: re.Match[str]) -> int | None:
    """The end of the sentence at ``match``, of ``END`` with such a mark; None if it goes on."""
    mark, closing, gap, _, following = match.groups()
    gap = gap.strip(_LINE_END)
    end = match.end()
    if following and (following[0].islower() or _GOES_ON.match(text, match.start("next"))):
        return None
    if closing:
        opens = None if gap else _OPENS.search(closing)
        if opens and (opens[0] != '"' or is_open(text, sentence_start, end)):
            return match.start("close") + opens.start()
        goes_on = following and _PARTICLES.match(following)
        return None if goes_on or is_final_tag(text, sentence_start, end) else end
    if _is_in_bound_quotation(text, sentence_start, end):
        return None
    before = text[match.start() - 1]
    if mark == _FULL_WIDTH_PERIOD and before.isalnum() and not gap:
        return None if before.isdigit() or before.upper() != before.lower() else end
    is_name = mark == _FULL_WIDTH_EXCLAMATION and before.isascii() and not gap
    return None if is_name else end  # "Yahoo！ニュース"


def _is_in_bound_quotation(text: str, sentence_start: int, at: int) -> bool:
    """Whether ``at`` is inside a quotation with a particle behind: 「危険だ。待て」と ("that")."""
    start = max(sentence_start, at - _NEARBY_CHARS)
    if all(text.find(corner, start, at) < 0 for corner in _OPENING_CORNERS):
        return False
    depth = 0
    for bracket in _CORNER_BRACKET.finditer(text, start, at):
        depth = depth + 1 if bracket[0] in _OPENING_CORNERS else max(depth - 1, 0)
    if not depth:
        return False
    depth = 1
    for bracket in _CORNER_BRACKET.finditer(text, at, at + _NEARBY_CHARS):
        depth += 1 if bracket[0] in _OPENING_CORNERS else -1
        if not depth:
            return _BINDS.match(text, bracket.end()) is not None
    return False


def is_open(text: str, sentence_start: int, end: int) -> bool:
    """Whether the last straight quotation mark before ``end`` opens: their number is odd."""
    return text.count('"', max(sentence_start, end - _NEARBY_CHARS), end) % 2 == 1


def has_danda(text: str, at: int) -> bool:
    """Whether a letter of India stands before ``at``, and a danda (।) some lines up or down."""
    if not "\u0900" <= text[at - 1] < "\u0e00":
        return False
    return text.find(_DANDA, max(0, at - _NEARBY_CHARS), at + _NEARBY_CHARS) >= 0


def is_final_tag(text: str, sentence_start: int, end: int) -> bool:
    """Whether the quotation that ends at ``end`` is followed by its speaker and a last verb.

    So it is in languages that put the verb last, and in Chinese: “你好吗？”他问。 One that has its
    speaker before it has none behind.
    """
    if _OPENING.search(text, max(sentence_start + 1, end - _NEARBY_CHARS), end - 1):
        return False
    return _final_tag().match(text, end) is not None


@cache
def _final_tag() -> re.Pattern[str]:
    verbs = "|".join(sorted(word_set("boundaries.txt", "spoke last"), key=lambda v: (-len(v), v)))
    stops = f".,،、，：:{TERMINALS}"
    return re.compile(rf"[^{stops}!?]{{1,{_MAX_TAG_CHARS}}}?(?:{verbs})\s?(?=[{stops}])")
