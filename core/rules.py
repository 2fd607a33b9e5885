"""Rules: attributions that a few fixed phrases give away, whatever the tagger makes of them.

"according to X", "as noted by X", "X accused Y of", "X's report found that", "X's claim that", and
claims that nobody stands for: "is thought to", "it is said that", "reportedly". A rule looks at
one sentence and takes whole clauses. Where the tagger has labelled the cue, its word stands.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from .article import Article
from .linking import Link
from .packaged import sections
from .spans import Span, trim

LONGEST_SENTENCE = 1_500  # characters; a longer one is no prose, and would cost its square
LONGEST_SOURCE = 30  # words
LONGEST_SUBJECT = 14
TAKEN = 0.3  # share of a claim that other attributions may have before a rule keeps off it

# Ends a clause inside a sentence: "..., but ...", "...; ...".
_CLAUSE_END = re.compile(
    r"[;:–—]|\s--?\s|,\s(?=(?:but|while|although|though|whereas|and|or|who|which|whose|where|when|as"
    r"|according|saying|adding|he|she|they|it)\b)"
)
_CLAUSE_START = re.compile(
    r"[,;:–—(\"“‘]\s*(?:and|but|or|while|although|though|that|who|as|so)?\s|[,;:–—(\"“‘]"
    r"|\b(?:that|which|who|whom|because|while|although|though|after|before|since|when|where|if"
    r"|but|as|said|says)\s"
)
_APPOSED = re.compile(r"\s*(?:an?|the|who|which|whose|formerly|his|her|its|their)\b")
_AUXILIARY = re.compile(
    r"(?:\s*\b(?:has|have|had|also|then|later|once|now|again|\w+ly))+$", re.IGNORECASE
)
_OPENING = re.compile(r"(?:But|And|So|Yet|Meanwhile,?|However,?|Still,?|Also,?)\s+")
_CONJUNCTION = re.compile(
    r"\s*(?:and|but|or|while|although|though|who|which|whose|when|where|after|as|with)\b"
)


class Clue(NamedTuple):
    """Where a rule has found its words, the sentence round them, and what they are."""

    text: str
    sentence: Span
    match: re.Match[str]


class Rule(NamedTuple):
    """What makes an attribution of a clue, if anything, and how likely that one is to be right."""

    find: Callable[[Clue], Link | None]
    confidence: float


def found_by_rule(article: Article, links: Sequence[Link]) -> Iterator[Link]:
    """The attributions of ``article`` that the rules find beside ``links``."""
    text = article.text
    taken = sorted(span for link in links for span in link.content)
    known = sorted(span for link in links for span in (*link.source, *link.cue))
    for match in _clues().finditer(text):
        sentence = article.sentences[article.sentence_at(match.start())]
        start, end = sentence.start, sentence.end
        rule = RULES[match.lastgroup or ""]
        if match.end() > end or end - start > LONGEST_SENTENCE:
            continue
        link = rule.find(Clue(text, Span(start, end), match))
        if link is None or _overlap(known, link.cue[0]):
            continue
        size = sum(end - start for start, end in link.content)
        if rule.find is _phrase or sum(_overlap(taken, c) for c in link.content) <= TAKEN * size:
            yield link._replace(confidence=rule.confidence)


@cache
def _clues() -> re.Pattern[str]:
    """The words that the rules start from, as one pattern; its groups are named as the rules."""
    words = {name: "|".join(map(re.escape, lines)) for name, lines in _words().items()}
    be = r"(?:is|are|was|were|has\sbeen|have\sbeen|had\sbeen)(?:\s(?:now|also|still|\w{2,12}ly))?"
    return re.compile(
        rf"\b(?P<according>according\s+to)\b(?!\s(?:{words['manner']})\b)"
        rf"|\b(?P<asby>as(?:\s\w{{2,12}}ly)?\s(?:{words['reporting']})\s(?:\w{{2,12}}ly\s)?by)\b"
        rf"|\b(?P<impersonal>it\s{be}\s(?:{words['hedging']})(?=,|\s(?!to\b|by\b)\w))"
        rf"|\b(?P<passive>{be}\s(?:{words['hedging']}))\sto\s(?:have|be)\b"
        rf"|\b(?P<thought>{be}\sthought)\sto\s(?!the\b|an?\b)\w"
        rf"|\b(?P<adverb>{words['doubting']})\b"
        rf"|\b(?P<accuse>{words['accusing']})\s(?!of\b|by\b)"
        rf"|\b(?P<finding>{words['finding']})\s(?=that\b|no\b|an?\b|the\b|\d|more\b|most\b|many\b)"
        rf"|['’]s?\s(?P<noun>{words['claims']})\sthat\b",
        re.IGNORECASE,
    )


@cache
def _words() -> dict[str, tuple[str, ...]]:
    return sections("rule_words.txt")


@cache
def _document() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_words()['documents'])})\b", re.IGNORECASE)


def _phrase(clue: Clue) -> Link | None:
    """A phrase that names the source of the sentence it stands in: at its head, end or middle."""
    text, (start, end), match = clue
    cue = Span(*match.span(match.lastgroup or 0))
    stop = _body_end(text, start, end)
    at_head = not _OPENING.sub("", text[start : cue.start]).strip(" \"“‘'(")
    source = _source_after(text, cue.end, stop, at_head=at_head)
    if source is None:
        return None
    if at_head:
        claim = (
            [trim(text, source.end + 1, stop)] if text[source.end : source.end + 1] == "," else []
        )
    else:
        opening = _OPENING.match(text, start, cue.start)
        before = trim(text, opening.end() if opening else start, cue.start)
        semicolon = text.rfind(";", before.start, before.end)
        before = trim(text, max(before.start, semicolon + 1), before.end)
        claim = [_unpunctuated(text, before)]
        if text[source.end : source.end + 1] == "," and not _CONJUNCTION.match(
            text, source.end + 1
        ):
            claim.append(trim(text, source.end + 1, stop))
    content = tuple(piece for piece in claim if piece.end > piece.start)
    return Link((source,), (cue,), content) if content else None


def _impersonal(clue: Clue) -> Link | None:
    """The claim of "it is believed that ..."."""
    text, (start, end), match = clue
    cue = Span(*match.span("impersonal"))
    claim = trim(text, cue.end, _clause_end(text, cue.end, _body_end(text, start, end)))
    return Link((), (cue,), (claim,)) if claim.end > claim.start else None


def _passive(clue: Clue) -> Link | None:
    """The claim of "X is thought to have ..."."""
    text, (start, end), match = clue
    cue = Span(*match.span(match.lastgroup or 0))
    claim = trim(text, cue.end, _clause_end(text, cue.end, _body_end(text, start, end)))
    subject = _subject(text, start, cue.start)
    return Link((), (cue,), (subject, claim) if subject else (claim,))


def _adverb(clue: Clue) -> Link | None:
    """A clause with "reportedly" in it."""
    text, (start, end), match = clue
    cue = Span(*match.span("adverb"))
    after = trim(text, cue.end, _clause_end(text, cue.end, _body_end(text, start, end)))
    after = trim(text, after.start + text.startswith(",", after.start), after.end)
    before = _clause_start(text, start, cue.start)
    pieces = tuple(piece for piece in (before, after) if piece.end - piece.start > 1)
    return Link((), (cue,), pieces) if after.end > after.start else None


def _accuse(clue: Clue) -> Link | None:
    """The charge of "X accused Y of ..."."""
    text, (start, end), match = clue
    cue = Span(*match.span("accuse"))
    source = _subject(text, start, cue.start)
    claim = trim(text, cue.end, _clause_end(text, cue.end, _body_end(text, start, end)))
    if source is None or not re.search(r"\sof\s", text[claim.start : claim.end]):
        return None
    return Link((source,), (cue,), (claim,))


def _finding(clue: Clue) -> Link | None:
    """What a document says: "X's report found that ..."."""
    text, (start, end), match = clue
    cue = Span(*match.span("finding"))
    source = _subject(text, start, cue.start)
    if source is None or not _document().search(text, source.start, source.end):
        return None
    claim = trim(text, cue.end, _clause_end(text, cue.end, _body_end(text, start, end)))
    return Link((source,), (cue,), (claim,))


def _noun(clue: Clue) -> Link | None:
    """The claim of "X's claim that ...", whose source is the genitive."""
    text, (start, end), match = clue
    cue = Span(*match.span("noun"))
    owner = _OWNER.search(text, max(start, match.start() - 80), match.start())
    if owner is None:
        return None
    stop = _clause_end(text, cue.end, _body_end(text, start, end))
    verdict = _VERDICT.search(text, cue.end, stop)
    claim = trim(text, cue.end, verdict.start() if verdict else stop)
    return Link((Span(*owner.span()),), (cue,), (claim,))


_OWNER = re.compile(
    r"(?:\b(?:the|an?|his|her|its|their)\s)?(?:\b[A-Z][\w.-]*\s)*\b[\w.-]+$", re.IGNORECASE
)
_VERDICT = re.compile(r",|\s(?:is|was|were|are|has\sbeen|had\sbeen|comes|came|drew)\b")

RULES = {
    "according": Rule(_phrase, 0.8),
    "asby": Rule(_phrase, 0.8),
    "impersonal": Rule(_impersonal, 0.7),
    "passive": Rule(_passive, 0.7),
    "thought": Rule(_passive, 0.7),
    "adverb": Rule(_adverb, 0.6),
    "accuse": Rule(_accuse, 0.6),
    "finding": Rule(_finding, 0.6),
    "noun": Rule(_noun, 0.6),
}


def _source_after(text: str, start: int, end: int, *, at_head: bool) -> Span | None:
    """The source that stands right after its cue, with its apposition ("Mr. Li, a lawyer")."""
    comma = text.find(",", start, end)
    stop = end if comma < 0 else comma
    if comma >= 0 and _APPOSED.match(text, comma + 1):
        following = text.find(",", comma + 1, end)
        if following >= 0:
            stop = following
        elif not at_head:
            stop = end
    mark = re.compile(r"[;:()\"“”–—]|\s--?\s").search(text, start + 1, stop)
    source = trim(text, start, mark.start() if mark and not at_head else stop)
    words = text.count(" ", source.start, source.end) + 1
    return source if source.end > source.start and words <= LONGEST_SOURCE else None


def _subject(text: str, start: int, end: int) -> Span | None:
    """What stands before a verb that begins at ``end``, back to where its clause begins."""
    tail = _AUXILIARY.sub("", text[start:end].rstrip())
    stop = start + len(tail)
    if re.search(r"\b(?:is|are|was|were|be|been|being|to|the|an?|not|n[o']t|and|or|but)$", tail):
        return None  # "was accused", "to accuse", "the accused", "and is thought"
    if tail.endswith(","):  # "Mr. Li, a lawyer, accused"
        begin = start
    else:
        begin = max((m.end() for m in _CLAUSE_START.finditer(text, start, stop)), default=start)
    subject = _unpunctuated(text, trim(text, begin, stop))
    words = text.count(" ", subject.start, subject.end) + 1
    return subject if subject.end > subject.start and words <= LONGEST_SUBJECT else None


def _clause_start(text: str, start: int, end: int) -> Span:
    """The words of the clause that ends at ``end``."""
    begin = max((m.end() for m in _CLAUSE_START.finditer(text, start, end)), default=start)
    return trim(text, begin, end)


def _clause_end(text: str, start: int, end: int) -> int:
    found = _CLAUSE_END.search(text, start, end)
    return found.start() if found else end


def _body_end(text: str, start: int, end: int) -> int:
    """Where the words of a sentence end, before its stop; a quotation keeps its mark."""
    return start + len(text[start:end].rstrip(" .!?…\n\t"))


def _unpunctuated(text: str, span: Span) -> Span:
    """``span`` without a comma at its end, unless a quotation mark closes after it."""
    return Span(span.start, span.start + len(text[span.start : span.end].rstrip(" ,(-–—")))


def _overlap(spans: Sequence[Span], span: Span) -> int:
    """How many characters of ``span`` are covered by ``spans``, which are in order and apart."""
    first = bisect_right(spans, span.start, key=lambda s: s.end)
    last = bisect_left(spans, span.end, key=lambda s: s.start)
    return sum(min(end, span.end) - max(start, span.start) for start, end in spans[first:last])
