"""Clauses: where the clauses, the subjects and the named sources of a sentence begin and end.

By marks and by function words only; no grammar. The rules ask it about one sentence at a time.
"""

import re

from newsbrief.spans import Span, trim
from newsbrief.text.quotation_marks import DOUBLE_MARKS

from .word_lists import be, cue_words

LONGEST_SOURCE = 30  # words
LONGEST_SUBJECT = 14

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
_AUXILIARY = re.compile(
    r"(?:\s*\b(?:has|have|had|also|then|later|once|now|again|\w+ly))+$", re.IGNORECASE
)
_APPOSED = re.compile(r"\s*(?:an?|the|who|which|whose|formerly|his|her|its|their)\b")
_BREAK = re.compile(rf"[;:()–—{DOUBLE_MARKS}]|\s--?\s")


def source_after(text: str, start: int, end: int, *, at_head: bool) -> Span | None:
    """The source that stands right after its cue, with its apposition ("Mr. Li, a lawyer")."""
    comma = text.find(",", start, end)
    stop = end if comma < 0 else comma
    if comma >= 0 and _APPOSED.match(text, comma + 1):
        following = text.find(",", comma + 1, end)
        if following >= 0:
            stop = following
        elif not at_head:
            stop = end
    mark = None if at_head else _BREAK.search(text, start + 1, stop)
    return _short(text, trim(text, start, mark.start() if mark else stop), LONGEST_SOURCE)


def subject_before(text: str, start: int, end: int) -> Span | None:
    """The subject of the verb that begins at ``end``, back to where its clause begins."""
    tail = _AUXILIARY.sub("", text[start:end].rstrip())
    stop = start + len(tail)
    last = tail.rpartition(" ")[2].lower()
    if last in be() or last in cue_words("no subject"):
        return None
    # "Mr. Li, a lawyer, accused": the comma closes an apposition.
    begin = start if tail.endswith(",") else clause_start(text, start, stop)
    return _short(text, unpunctuated(text, trim(text, begin, stop)), LONGEST_SUBJECT)


def clause_start(text: str, start: int, end: int) -> int:
    """Where the clause begins that ends at ``end``."""
    return max((found.end() for found in _START.finditer(text, start, end)), default=start)


def clause_end(text: str, start: int, end: int) -> int:
    """Where the clause ends that begins at ``start``."""
    found = _END.search(text, start, end)
    return found.start() if found else end


def body_end(text: str, start: int, end: int) -> int:
    """Where the words of a sentence end, before its stop; a quotation keeps its mark."""
    return start + len(text[start:end].rstrip(" .!?…\n\t"))


def unpunctuated(text: str, span: Span) -> Span:
    """``span`` without the comma or dash at its end, unless a quotation mark closes after it."""
    return Span(span.start, span.start + len(text[span.start : span.end].rstrip(" ,(-–—")))


def _short(text: str, span: Span, words: int) -> Span | None:
    few = text.count(" ", span.start, span.end) < words
    return span if few and span.end > span.start else None
