"""Sentence boundaries: where each sentence ends, by character.

Gold and predicted: ``{"id", "text", "spans"}``. A boundary is the offset after a sentence's last
character that is no white space; the last one of a text does not count. In newswire neither does
one that an opening quotation mark follows: the Penn Treebank keeps a sentence and the quoted one
after it together.
"""

from collections.abc import Iterable

from .rates import Rates, rates
from .rows import Spans

QUOTATION_MARKS = tuple("\"'“‘«`")


def score(texts: Iterable[tuple[str, Spans, Spans]], *, newswire: bool = False) -> Rates:
    """The rates of the boundaries of ``texts``: a text, its gold spans and the predicted ones."""
    hits = predicted = gold = 0
    for text, gold_spans, predicted_spans in texts:
        wanted, given = (
            _boundaries(text, spans, newswire=newswire) for spans in (gold_spans, predicted_spans)
        )
        hits += len(wanted & given)
        predicted += len(given)
        gold += len(wanted)
    return rates(hits, predicted, gold)


def _boundaries(text: str, spans: Spans, *, newswire: bool) -> set[int]:
    ends = {start + len(text[start:end].rstrip()) for start, end in spans} - {len(text.rstrip())}
    return {
        end for end in ends if not (newswire and text[end:].lstrip().startswith(QUOTATION_MARKS))
    }
