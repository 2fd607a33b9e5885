"""How a source makes a claim: the kind of attribution, quote type, negation and hedging."""

from collections.abc import Sequence
from typing import NamedTuple

from newsbrief.article import Article
from newsbrief.attribution import Kind, QuoteType
from newsbrief.names.source_types import is_document
from newsbrief.spans import SortedSpans, Span, join
from newsbrief.text.tokens import uncontracted

from .cue_lexicon import Entry, lookup
from .negation import is_hedged, is_negated
from .word_lists import cue_words

MIN_DIRECT_SHARE = 0.9  # of the claim's letters, in quotation marks; "But," may stand before them
MIN_SPOKEN_WORDS = 5  # a shorter quotation may be a name: dubbed “the little general”
MAX_TOPIC_WORDS = 3  # in a claim that is no clause


class Manner(NamedTuple):
    """How a source makes a claim."""

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

    ``quotations`` are those of the article. A claim that is a quotation is a statement whatever
    its verb ('"I will go," he vowed'), unless a document shows it. A claim that is quoted in part
    is a statement where the lexicon does not know its cue, and so is one without a cue. What a
    source did not say is ``OTHER`` and negated. A topic that it says nothing about is ``OTHER``
    too ("warned about the dangers", "cited delays").
    """
    text = article.text
    subject = join(text, source)
    phrase = [word for start, end in cue for word in uncontracted(text[start:end])]
    rest = _rest(text, cue, claim)
    whole = phrase + [word for word in uncontracted(rest)[:1] if word in cue_words("particle")]
    entry = lookup(whole, of_document=is_document(subject))
    quote = _quote_type(text, claim, quotations)
    negated = is_negated(uncontracted(subject), phrase, entry.position if entry else None)
    kind = _kind(entry, phrase, quote, sum(len(text[start:end].split()) for start, end in claim))
    topic = (_governs_topic(whole) and not _is_infinitive(rest)) or _names_topic(text, claim)
    if kind is Kind.STATEMENT and (negated or (topic and quote is QuoteType.INDIRECT)):
        kind = Kind.OTHER
    return Manner(kind, quote, negated, is_hedged(phrase, sourced=_follows_cue(source, cue)))


def _follows_cue(source: Sequence[Span], cue: Sequence[Span]) -> bool:
    """Whether ``source`` makes a claim by a passive ``cue``: "it is said by X", not "X is said"."""
    return any(not cue or span.start > cue[0].start for span in source)


def _kind(entry: Entry | None, cue: Sequence[str], quote: QuoteType, length: int) -> Kind:
    """The kind of a claim of ``length`` words; a colon is a ``cue`` without words."""
    if entry is None:
        spoken = quote is not QuoteType.INDIRECT or not cue
        return Kind.STATEMENT if spoken else Kind.OTHER
    spoken = quote is QuoteType.DIRECT and length >= MIN_SPOKEN_WORDS
    return Kind.STATEMENT if spoken and entry.kind is not Kind.REPORT else entry.kind


def _governs_topic(cue: Sequence[str]) -> bool:
    """Whether ``cue`` governs what is spoken of, not what is said of it.

    Of the claims of such cues in quotes/dev one is marked as a statement, and 16 are not.
    """
    return bool(cue) and cue[-1] in cue_words("topic preposition") and "according" not in cue


def _names_topic(text: str, claim: Sequence[Span]) -> bool:
    """Whether ``claim`` only names a topic: "discussed strategy", but not "said no".

    Of such claims in quotes/dev none is marked as a statement, and 13 are not.
    """
    words = [word for start, end in claim for word in uncontracted(text[start:end])]
    return 0 < len(words) <= MAX_TOPIC_WORDS and cue_words("clause").isdisjoint(words)


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
    return QuoteType.DIRECT if quoted >= MIN_DIRECT_SHARE * letters else QuoteType.MIXED


def _rest(text: str, cue: Sequence[Span], claim: Sequence[Span]) -> str:
    """The beginning of the piece of the claim that goes on from the cue: "called | for talks"."""
    after = [start for start, _ in claim if cue and 0 <= start - cue[-1].end <= 1]
    return text[after[0] : after[0] + 20] if after else ""


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
