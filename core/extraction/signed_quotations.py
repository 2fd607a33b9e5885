"""Quotations with their speaker below: '“We lost it all.” — Ann Lee, fisherwoman'.

As newspapers set what readers write and what people on the street say. The name stands behind a
dash, at the end of the block of the quotation or in a block of its own.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from newsbrief.article import Article
from newsbrief.spans import SortedSpans, Span
from newsbrief.tagging.heads import TYPES
from newsbrief.tagging.tags import Traits
from newsbrief.text.quotation_marks import CLOSING_MARKS, OPENING_MARKS
from newsbrief.text.quotations import is_speech

from .linking import Link

_WORD = r"[A-Z][\w.'’-]{0,30}"
_NAME = rf"{_WORD}(?: (?:(?:de|da|del|van|von|der|bin|al|la|le) ){{0,2}}{_WORD}){{0,4}}"
_SIGNED = re.compile(
    r"\s{0,3}(?:[—–―]|--|(?<=\s)-|~)\s{0,2}"
    rf"(?P<name>{_NAME})(?:,? ?[(,][^\n.!?]{{1,120}})?\.?\s*"
)
_PERSON = tuple(float(each == "person") for each in TYPES)
_AROUND = f" .,{OPENING_MARKS}{CLOSING_MARKS}"  # the words of a quotation
SIGNED_CONFIDENCE = 0.9  # set by hand: too few stand in the labelled articles


def with_signed_quotations(article: Article, links: Sequence[Link]) -> list[Link]:
    """``links`` and one for each quotation that is signed, in place of those of its words."""
    signed = list(_signed(article))
    if not signed:
        return list(links)
    taken = SortedSpans(span for link in signed for span in link.content)
    kept = (link for link in links if not any(taken.overlapping(*span) for span in link.content))
    return [*kept, *signed]


def _signed(article: Article) -> Iterator[Link]:
    """The attributions of the signed quotations of ``article``, in order."""
    text, blocks = article.text, article.blocks
    for block, below in zip_longest(blocks, blocks[1:]):
        found = article.quotations.overlapping(block.start, block.end)
        if not found or found[0].start != block.start:
            continue
        last = found[-1]
        rest = text[last.end : block.end].strip()
        end = block.end if rest or below is None else below.end
        match = _SIGNED.fullmatch(text, last.end, end)
        is_said = match and all(is_speech(text, quotation) for quotation in found)
        if match and is_said and not _stands_elsewhere(text, found):
            yield Link(
                source=(Span(*match.span("name")),),
                cue=(),
                content=(Span(block.start, last.end),),
                traits=Traits(type=_PERSON),
                content_probability=SIGNED_CONFIDENCE,
                spoken=True,
            )


def _stands_elsewhere(text: str, found: Sequence[Span]) -> bool:
    """Whether the words of the quotations stand in the article too, which then tells who speaks."""
    return all(text.count(text[start:end].strip(_AROUND)) > 1 for start, end in found)
