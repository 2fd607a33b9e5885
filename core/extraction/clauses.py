"""Where the clauses of a sentence and the sources named in it begin and end.

By punctuation and function words only, without a parse. The patterns ask about one sentence at a
time. Offsets count code points of the article's text.
"""

import re

from newsbrief.spans import Span, trim
from newsbrief.text.quotation_marks import DOUBLE_MARKS

MAX_SOURCE_WORDS = 30

# "..., but ...", "...; ..."
_END = re.compile(
    r"[;:–—]|\s--?\s|,\s(?=(?:but|while|although|though|whereas|and|or|who|which|whose|where|when|as"
    r"|according|saying|adding|he|she|they|it)\b)"
)
_START = re.compile(
    rf"[,;:–—(‘{DOUBLE_MARKS}]\s*(?:and|but|or|while|although|though|that|who|as|so)?\s|,(?!\d)"
    rf"|[;:–—(‘{DOUBLE_MARKS}]"
    # Not before a relative clause that its verb opens: "schools that collapsed had reportedly".
    r"|\b(?:that|which|who)\s(?!(?-i:[a-z]{2,}ed)\b)"
    r"|\b(?:whom|because|while|although|though|after|before|since|when|where|if"
    r"|but|as|said|says)\s|\s--?\s",
    re.IGNORECASE,
)
_APPOSED = re.compile(r"\s*(?:an?|the|who|which|whose|formerly|his|her|its|their)\b")
_BREAK = re.compile(rf"[;:()–—{DOUBLE_MARKS}]|\s--?\s")


def source_after(text: str, start: int, end: int, *, at_head: bool) -> Span | None:
    """The source that begins at ``start``, right after its cue, with its apposition, or None.

    It ends at ``end``, the end of the sentence, at the latest. ``at_head``: its cue opens the
    sentence, so a comma closes it ("According to Mr. Li, a lawyer, ...").
    """
    comma = text.find(",", start, end)
    stop = end if comma < 0 else comma
    if comma >= 0 and _APPOSED.match(text, comma + 1):
        following = text.find(",", comma + 1, end)
        if following >= 0:
            stop = following
        elif not at_head:
            stop = end
    mark = None if at_head else _BREAK.search(text, start + 1, stop)
    source = trim(text, start, mark.start() if mark else stop)
    words = text.count(" ", *source) + 1
    return source if source.end > source.start and words <= MAX_SOURCE_WORDS else None


def clause_start(text: str, start: int, end: int) -> int:
    """Where the clause begins that ends at ``end``; at ``start`` at the earliest."""
    return max((match.end() for match in _START.finditer(text, start, end)), default=start)


def clause_end(text: str, start: int, end: int) -> int:
    """Where the clause ends that begins at ``start``; at ``end`` at the latest."""
    match = _END.search(text, start, end)
    return match.start() if match else end


def body_end(text: str, start: int, end: int) -> int:
    """Where the words of the sentence from ``start`` to ``end`` end, before its full stop."""
    return start + len(text[start:end].rstrip(" .!?…\n\t"))


def unpunctuated(text: str, span: Span) -> Span:
    """``span`` without the comma or dash at its end, unless a quotation mark closes after it."""
    return Span(span.start, span.start + len(text[span.start : span.end].rstrip(" ,(-–—")))
