"""What a source does with a claim: the kind of attribution, how it is quoted, and its doubt."""

from collections.abc import Sequence
from typing import NamedTuple

from newsbrief.article import Article
from newsbrief.attribution import Kind, QuoteType
from newsbrief.names.source_types import is_document
from newsbrief.spans import SortedSpans, Span, join
from newsbrief.text.quotation_marks import DOUBLE_MARKS
from newsbrief.text.tokens import uncontracted

from .cue_lexicon import Entry, lookup
from .negation import is_hedged, is_negated
from .word_lists import cue_words

DIRECT_SHARE = 0.9  # of the claim's letters; "But," before a quotation is less than the rest
SPOKEN_WORDS = 5  # a shorter quotation may be a name that was called: dubbed “the little general”
BARE = 3  # words of a claim that may be no clause
BEFORE = 3  # words before a cue that may belong to its verb


class Manner(NamedTuple):
    """How a claim is made known."""

    kind: Kind
    quote: QuoteType
    negated: bool
    hedged: bool


def classify(
    article: Article,
    source: tuple[Span, ...],
    cue: tuple[Span, ...],
    claim: tuple[Span, ...],
    quotations: SortedSpans[Span],
) -> Manner:
    """The manner of the attribution made of these spans of ``article``.

    ``quotations`` are the article's, in order. A claim that is a quotation is a statement whatever
    its verb ('"I will go," he vowed'), unless a document shows it. A cue that the lexicon does not
    know, or none, makes a statement of a claim that is quoted at all, and of one without a cue.
    What a source did not say is no statement but ``OTHER``, negated; nor is what it speaks of and
    says nothing about ("warned about the dangers", "cited delays").
    """
    text = article.text
    subject = join(text, source)
    before = _auxiliaries(text, cue, source, claim)
    phrase = before + [word for start, end in cue for word in uncontracted(text[start:end])]
    rest = _rest(text, cue, claim)
    whole = phrase + [word for word in uncontracted(rest)[:1] if word in cue_words("particle")]
    entry = lookup(whole, of_document=is_document(subject))
    quote = _quote_type(text, claim, quotations)
    negated = is_negated(uncontracted(subject), phrase, entry.place if entry else None)
    kind = _kind(entry, phrase, quote, sum(len(text[start:end].split()) for start, end in claim))
    topic = (_is_topic(whole) and not _is_infinitive(rest)) or _is_bare(text, claim)
    if kind is Kind.STATEMENT and (negated or (topic and quote is QuoteType.INDIRECT)):
        kind = Kind.OTHER
    return Manner(kind, quote, negated, is_hedged(phrase, sourced=_stands_for(source, cue)))


def _stands_for(source: Sequence[Span], cue: Sequence[Span]) -> bool:
    """Whether ``source`` may vouch for a passive ``cue``: "it is said by X", not "X is said"."""
    return any(not cue or span.start > cue[0].start for span in source)


def _kind(entry: Entry | None, cue: Sequence[str], quote: QuoteType, length: int) -> Kind:
    """The kind of a claim of ``length`` words; a colon is a ``cue`` without words."""
    if entry is None:
        spoken = quote is not QuoteType.INDIRECT or not cue
        return Kind.STATEMENT if spoken else Kind.OTHER
    spoken = quote is QuoteType.DIRECT and length >= SPOKEN_WORDS
    return Kind.STATEMENT if spoken and entry.kind is not Kind.REPORT else entry.kind


def _is_topic(cue: Sequence[str]) -> bool:
    """Whether ``cue`` governs what is spoken of, not what is said of it.

    Of the claims of such cues in quotes/dev one is marked as a statement, and 16 are not.
    """
    return bool(cue) and cue[-1] in cue_words("topic preposition") and "according" not in cue


def _is_bare(text: str, claim: Sequence[Span]) -> bool:
    """Whether ``claim`` only names something: "discussed strategy", but not "said no".

    Of such claims in quotes/dev none is marked as a statement, and 13 are not.
    """
    words = [word for start, end in claim for word in uncontracted(text[start:end])]
    return 0 < len(words) <= BARE and cue_words("clause").isdisjoint(words)


def _is_infinitive(claim: str) -> bool:
    """Whether ``claim`` begins with a verb, "to have met", and not with "to the mill"."""
    words = claim.split()
    return (
        len(words) > 1
        and words[0] == "to"
        and words[1].islower()
        and words[1] not in cue_words("determiner")
    )


def _quote_type(text: str, claim: Sequence[Span], quotations: SortedSpans[Span]) -> QuoteType:
    """How much of ``claim`` stands in ``quotations``, by letters and digits."""
    letters = quoted = 0
    for start, end in claim:
        letters += _letters(text[start:end])
        for quotation in quotations.overlapping(start, end):
            quoted += _letters(text[max(start, quotation.start) : min(end, quotation.end)])
    if not quoted:
        return QuoteType.INDIRECT
    return QuoteType.DIRECT if quoted >= DIRECT_SHARE * letters else QuoteType.MIXED


def _rest(text: str, cue: Sequence[Span], claim: Sequence[Span]) -> str:
    """The beginning of the piece of the claim that goes on from the cue: "called | for talks"."""
    after = [start for start, _ in claim if cue and 0 <= start - cue[-1].end <= 1]
    return text[after[0] : after[0] + 20] if after else ""


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _auxiliaries(
    text: str, cue: Sequence[Span], source: Sequence[Span], claim: Sequence[Span]
) -> list[str]:
    """The words right before ``cue`` in its clause, outside ``source`` and ``claim``."""
    if not cue:
        return []
    first = cue[0].start
    start = max([first - 30, *(end for _, end in (*source, *claim) if end <= first)], default=0)
    before = text[max(start, 0) : first]
    clause = max((before.rfind(mark) for mark in ",.;:?!\n—–" + DOUBLE_MARKS), default=-1)
    words = uncontracted(before[clause + 1 :])
    joint = max((i for i, word in enumerate(words) if word in cue_words("conjunction")), default=-1)
    return words[joint + 1 :][-BEFORE:]
