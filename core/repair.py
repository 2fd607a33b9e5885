"""Repair: labels that plainly stop short, set right before they are linked.

The marks of a quotation are surer than the tagger's ends of a content: one that begins or ends
inside a quotation is stretched to its marks, as far as no other label stands in the way.
"""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from .spans import Span
from .tagger import Labelled, Role


def repaired(labelled: Sequence[Labelled], quotations: Sequence[Span]) -> list[Labelled]:
    """``labelled``, in the order of the text, with contents stretched over their quotations."""
    spans = list(labelled)
    for i, span in enumerate(spans):
        if span.role is Role.CONTENT:
            low = spans[i - 1].end if i else 0
            high = spans[i + 1].start if i + 1 < len(spans) else sys.maxsize
            start, end = _stretched(span, quotations, low, high)
            spans[i] = span._replace(start=start, end=end)
    return spans


def _stretched(span: Labelled, quotations: Sequence[Span], low: int, high: int) -> tuple[int, int]:
    """The ends of ``span``, moved out to those of the quotations they stand in."""
    start, end = span.start, span.end
    first = bisect_right(quotations, start, key=lambda q: q.end)
    last = bisect_left(quotations, end, key=lambda q: q.start) - 1
    if first < len(quotations) and low <= quotations[first].start < start:
        start = quotations[first].start
    if last >= 0 and end < quotations[last].end <= high:
        end = quotations[last].end
    return start, end
