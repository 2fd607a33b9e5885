"""Attributions by pattern: "according to", and hearsay that names no source.

"According to X", "as per a memo", "per a memo"; "as noted by X"; "it is believed that";
"reportedly". A pattern looks at one sentence and takes whole clauses. Where the tagger finds the
same cue and is surer of its attribution, that one stays.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from newsbrief.article import Article
from newsbrief.spans import SortedSpans, Span, trim

from . import clauses
from .linking import Link
from .word_lists import any_of, be_pattern, cue_words, hedges

# What of a pattern's attributions is right on readers/train, as (right + 1) / (found + 2): 9 of 13
# by "according to", 9 of 9 by "it is believed", 12 of 21 by "reportedly".
ACCORDING_CONFIDENCE = 0.67
# 1 of 1 there and 1 of 1 on readers/dev. Above what the tagger gives the subject alone.
ACCORDING_AFTER_SUBJECT_CONFIDENCE = 0.9
IMPERSONAL_CONFIDENCE = 0.91
ADVERB_CONFIDENCE = 0.57

MAX_SENTENCE_CHARS = 1_500  # a longer one is no prose, and would cost its square
MAX_SUBJECT_WORDS = 4  # before an "according to" in mid-sentence: a subject, not yet a claim
MAX_SHARE_TAKEN = 0.3  # of a claim's characters, by the claims of other attributions

_OPENING = re.compile(r"\s*(?:(?:But|And|So|Yet|Meanwhile,?|However,?|Still,?|Also,?)\s+)?")
_CONJUNCTION = re.compile(
    r"\s*(?:and|but|or|while|although|though|who|which|whose|when|where|after|as|with)\b"
)


class CueMatch(NamedTuple):
    """A cue that a pattern knows, in a sentence from ``start`` to ``end``, its stop left out."""

    text: str
    start: int
    cue: Span
    end: int

    @property
    def rest_of_clause(self) -> Span:
        """What follows the cue in its clause."""
        return trim(self.text, self.cue.end, clauses.clause_end(self.text, self.cue.end, self.end))


class Pattern(NamedTuple):
    """How an attribution is made of a cue, if one is."""

    link: Callable[[CueMatch], Link | None]
    may_nest: bool = False  # its claim may hold other attributions: "X said that P, according to Y"


class _LinkPart(NamedTuple):
    """A span of a link, and the index of that link."""

    start: int
    end: int
    link: int


def with_pattern_links(article: Article, links: Sequence[Link]) -> list[Link]:
    """``links``, and the attributions that the patterns find in ``article``. Not sorted.

    Of two that share a cue the likelier stays. One whose claim is taken by other attributions is
    left out, unless its pattern may nest.
    """
    cues = SortedSpans(
        _LinkPart(*span, i) for i, link in enumerate(links) for span in (*link.source, *link.cue)
    )
    claims = SortedSpans(
        _LinkPart(*span, i) for i, link in enumerate(links) for span in link.content
    )
    replaced: set[int] = set()
    added: list[Link] = []
    for match, pattern in _matches(article):
        link = pattern.link(match)
        if link is None or not link.content:
            continue
        rivals = {part.link for part in cues.overlapping(*match.cue)}
        if any(links[i].confidence >= link.confidence for i in rivals):
            continue
        if pattern.may_nest or _share_taken(link, claims, rivals | replaced) <= MAX_SHARE_TAKEN:
            added.append(link)
            replaced |= rivals
    return [*(link for i, link in enumerate(links) if i not in replaced), *added]


def _share_taken(link: Link, claims: SortedSpans[_LinkPart], apart: set[int]) -> float:
    """The share of the claim of ``link`` that lies in ``claims``, those of the links ``apart``."""
    taken = sum(
        min(part.end, piece.end) - max(part.start, piece.start)
        for piece in link.content
        for part in claims.overlapping(*piece)
        if part.link not in apart
    )
    return taken / sum(piece.end - piece.start for piece in link.content)


def _matches(article: Article) -> Iterator[tuple[CueMatch, Pattern]]:
    """The cues in ``article`` that a pattern knows, in order, each with its pattern."""
    # In lower case, one letter for one: a pattern that ignores case takes three times as long.
    for match in _cues().finditer(article.text.replace("İ", "i").lower()):
        name = match.lastgroup or ""
        cue = Span(*match.span(name))
        if name == "according" and article.text.startswith("per", cue.start):
            continue  # "sixty per the week"
        sentence = article.sentences[article.sentence_at(cue.start)]
        if sentence.end - sentence.start > MAX_SENTENCE_CHARS:
            continue
        end = clauses.body_end(article.text, sentence.start, sentence.end)
        if cue.end <= end:
            yield CueMatch(article.text, sentence.start, cue, end), PATTERNS[name]


@cache
def _cues() -> re.Pattern[str]:
    """The cues of all patterns, in lower case; a group has the name of its pattern."""
    per = rf"per(?=\s(?:an?|the)\s(?!(?:{any_of(cue_words('not as per'))})\b))"
    be = rf"{be_pattern()}(?:\s(?:now|also|still|\w{{2,12}}ly))?"
    participles = any_of(hedges("hearsay participle", "rumor"))
    return re.compile(
        rf"\b(?:(?P<according>according\s+to|(?:as\s)?{per})\b"
        rf"(?!\s(?:{any_of(cue_words('not according to'))})\b)"
        rf"|(?P<as_by>as(?:\s\w{{2,12}}ly)?\s(?:{any_of(cue_words('as ... by'))})"
        r"\s(?:\w{2,12}ly\s)?by)\b"
        rf"|(?P<impersonal>it\s{be}\s(?:{participles})"
        r"(?=,|\s(?!(?:to|by|with|in|at|on|for|of)\b)\w))"
        rf"|(?P<adverb>{any_of(hedges('hearsay adverb'))})\b)"
    )


def _according(match: CueMatch) -> Link | None:
    """The link of "according to X", or "as noted by X", wherever in a sentence it stands."""
    text, start, cue, end = match
    opening = _OPENING.match(text, start, cue.start)
    begin = opening.end() if opening else start
    at_head = begin == cue.start
    source = clauses.source_after(text, cue.end, end, at_head=at_head)
    if source is None:
        return None
    before = trim(text, max(begin, text.rfind(";", begin, cue.start) + 1), cue.start)
    after = trim(text, source.end + 1, end)
    if text[source.end : after.start].strip() != "," or (
        not at_head and _CONJUNCTION.match(text, after.start)
    ):
        after = Span(end, end)
    claim = _pieces(clauses.unpunctuated(text, before), after)
    after_subject = len(claim) > 1 and text.count(" ", *before) < MAX_SUBJECT_WORDS
    confidence = ACCORDING_AFTER_SUBJECT_CONFIDENCE if after_subject else ACCORDING_CONFIDENCE
    return Link((source,), (cue,), claim, confidence)


def _impersonal(match: CueMatch) -> Link | None:
    """The link of "it is believed that ..."."""
    return Link((), (match.cue,), _pieces(match.rest_of_clause), IMPERSONAL_CONFIDENCE)


def _adverb(match: CueMatch) -> Link | None:
    """The link of a clause with "reportedly" in it."""
    text, start, cue, _ = match
    before = trim(text, clauses.clause_start(text, start, cue.start), cue.start)
    after = match.rest_of_clause
    if text.startswith(",", after.start):
        after = trim(text, after.start + 1, after.end)
    return Link((), (cue,), _pieces(before, after), ADVERB_CONFIDENCE)


def _pieces(*spans: Span) -> tuple[Span, ...]:
    return tuple(span for span in spans if span.end > span.start)


PATTERNS = {
    "according": Pattern(_according, may_nest=True),
    # The labelled sets have none that the tagger misses; agencies that cite others write many.
    "as_by": Pattern(_according, may_nest=True),
    "impersonal": Pattern(_impersonal),
    "adverb": Pattern(_adverb),
}
