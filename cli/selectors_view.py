"""Where a claim or a sentence stands, as JSON has it for annotation tools and browsers."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsbrief import Span

if TYPE_CHECKING:
    from newsbrief import Anchors


def selectors_record(anchors: "Anchors", spans: Sequence[Span]) -> dict[str, object]:
    """``target``, as an annotation of the W3C Web Annotation Data Model has it, and ``link``.

    ``target`` has an item for each of ``spans``.
    """
    return {
        "target": [_target(anchors, span) for span in spans],
        "link": anchors.link(spans),
    }


def _target(anchors: "Anchors", span: Span) -> dict[str, object]:
    quote = anchors.quote(span)
    return {
        "source": anchors.article.metadata.url,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": quote.exact,
                "prefix": quote.prefix,
                "suffix": quote.suffix,
            },
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        ],
    }
