"""How a source makes a claim: the kind of attribution, quote type, negation and hedging.

The kind is told by the tagger and the cue's words; the quote type is counted. Negation and hedging
are read from the cue's words: they are so rare that the tagger finds few (of 36 hedged claims in
held-out articles 4).
"""

from collections.abc import Iterator
from typing import NamedTuple

from newsbrief.attribution import Kind, QuoteType
from newsbrief.spans import SortedSpans, Span, join
from newsbrief.text.quotation_marks import OPENING_MARKS
from newsbrief.text.quotations import is_title, quotations
from newsbrief.text.tokens import uncontracted

from .cue_kinds import kind
from .linking import Link
from .negation import is_hedged, is_negated

MAX_MARK_CHARS = 2  # of the marks around a piece of a claim


class Manner(NamedTuple):
    """How a source makes a claim."""

    kind: Kind
    quote: QuoteType
    negated: bool
    hedged: bool


def manner(text: str, link: Link, quoted: SortedSpans[Span]) -> Manner:
    """How the source of ``link`` makes its claim; ``quoted`` are the article's quotations."""
    cue = [word for start, end in link.cue for word in uncontracted(text[start:end])]
    # "It is said by X" names who says it, "X is said to" does not.
    after_cue = any(not link.cue or span.start > link.cue[0].start for span in link.source)
    return Manner(
        kind(link, cue),
        QuoteType.DIRECT if link.spoken else quote_type(text, link, quoted),
        negated=is_negated(uncontracted(join(text, link.source)) if link.source else [], cue),
        hedged=is_hedged(cue, sourced=after_cue),
    )


def quote_type(text: str, link: Link, outermost: SortedSpans[Span]) -> QuoteType:
    """How much of the claim of ``link`` stands in quotations: all, some or no word of it.

    ``outermost`` are the article's. One in which the cue stands too is somebody else's: in "'They
    told me that it rained,' she said" what they said is indirect. Nor does a title within a claim
    count: of eleven claims of ``readers/train`` with no other marks readers take seven for
    indirect. On the claims that readers mark there .97 are right; with other people's quotations,
    and nine letters in ten for all, .95.
    """
    letters = quoted = 0
    for start, end in link.content:
        in_piece = _letters(text[start:end])
        letters += in_piece
        for quotation in outermost.overlapping(start, end):
            if quotation.start > start and is_title(text, quotation):
                continue
            for own in _own(text, link, quotation, Span(start, end)):
                first, last = max(start, own.start), min(end, own.end)
                is_all = first == start and last == end
                quoted += in_piece if is_all else _letters(text[first:last])
        quoted += sum(_letters(text[a:b]) for a, b in _left_open(text, start, end, outermost))
    if not quoted:
        return QuoteType.INDIRECT
    return QuoteType.DIRECT if quoted == letters else QuoteType.MIXED


def _own(text: str, link: Link, quotation: Span, piece: Span) -> list[Span]:
    """``quotation`` if it does not hold the cue of ``link``, else those in ``piece`` of a claim."""
    if not any(quotation.start <= cue.start < quotation.end for cue in link.cue):
        return [quotation]
    start = max(piece.start - MAX_MARK_CHARS, quotation.start + 1)
    return quotations(text, start, min(piece.end + MAX_MARK_CHARS, quotation.end - 1))


def _left_open(
    text: str, start: int, end: int, outermost: SortedSpans[Span]
) -> Iterator[tuple[int, int]]:
    """What stands between the quotations of a piece of a claim behind a mark that nothing closes.

    "'It rained. 'We left. 'Nobody came": the last paragraph of a speech is often left open. Of
    6,223 claims that readers mark 6,054 have the quote type that is told, 6,043 without this.
    """
    at = start
    for quotation in (*outermost.overlapping(start, end), Span(end, end)):
        between = text[at : quotation.start].strip()
        if between and between[0] in OPENING_MARKS and " " in between:
            yield at, quotation.start
        at = max(at, quotation.end)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
