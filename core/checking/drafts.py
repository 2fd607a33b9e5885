"""The quotations and the attributed claims of a draft.

The claims are its facts. A quotation that no fact holds is one of its own if it reads as something
said: titles and scare quotes are none.
"""

from collections.abc import Iterable

from newsbrief.article import Article
from newsbrief.attribution import Attribution, Kind, QuoteType
from newsbrief.extraction.facts import facts
from newsbrief.extraction.referents import is_pronoun
from newsbrief.extraction.stance import stance
from newsbrief.spans import SortedSpans, Span, fold, join
from newsbrief.text.quotations import is_speech

from .values import Claimed


def claimed(draft: Article) -> tuple[Claimed, ...]:
    """The claims and quotations of ``draft``, in its order.

    A claim that is only a pronoun is left out.
    """
    text = draft.text
    attributed = [fact for fact in facts(draft) if not is_pronoun(fact.claim.text)]
    held = SortedSpans(span for fact in attributed for span in fact.claim.spans)
    alone = [q for q in draft.quotations if is_speech(text, q) and not _is_held(held, q)]
    found = [_of_fact(draft, fact) for fact in attributed]
    found += [
        Claimed(
            fold(text[q.start : q.end]),
            (q,),
            draft.lines.number(q.start),
            (text[q.start : q.end],),
            (text[q.start : q.end],),
            QuoteType.DIRECT,
            before=_before(draft, q.start),
        )
        for q in alone
    ]
    return tuple(sorted(found, key=lambda each: each.spans))


def _is_held(held: SortedSpans[Span], quotation: Span) -> bool:
    """Whether claims have half of ``quotation`` or more."""
    start, end = quotation
    shared = {
        place
        for span in held.overlapping(start, end)
        for place in range(max(start, span.start), min(end, span.end))
    }
    return 2 * len(shared) >= end - start


def _of_fact(draft: Article, fact: Attribution) -> Claimed:
    text, spans = draft.text, fact.claim.spans
    pieces = tuple(text[start:end] for start, end in spans)
    quoted = tuple(_quoted(text, spans, draft.quotations))
    if not quoted and fact.quote is QuoteType.DIRECT:  # a turn of a transcript
        quoted = pieces
    return Claimed(
        join(text, spans),
        spans,
        fact.line,
        pieces,
        quoted,
        fact.quote,
        fact.source,
        fact.confidence,
        fact.cue.text if fact.cue else "",
        stance(fact),
        _before(draft, spans[0].start),
        believed=fact.hedged or fact.kind in (Kind.BELIEF, Kind.FEELING),
    )


def _before(draft: Article, start: int) -> str:
    """The words before ``start`` that are of the same sentence."""
    return draft.text[draft.sentences[draft.sentence_at(start)].start : start]


def _quoted(text: str, spans: Iterable[Span], quotations: SortedSpans[Span]) -> Iterable[str]:
    """What of each of ``quotations`` stands in ``spans``, with what is between two of them."""
    within: dict[Span, list[Span]] = {}
    for span in spans:
        for quotation in quotations.overlapping(*span):
            within.setdefault(quotation, []).append(span)
    for quotation, parts in within.items():
        yield text[max(parts[0].start, quotation.start) : min(parts[-1].end, quotation.end)]
