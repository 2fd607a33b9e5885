"""Quotations with their speaker below: '“We lost it all.” — Ann Lee, fisherwoman'.

As newspapers set what readers write and what people on the street say. The name stands behind a
dash, at the end of the block of the quotation or in a block of its own.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, zip_longest

from newsbrief.article import Article
from newsbrief.spans import SortedSpans, Span
from newsbrief.tagging.heads import TYPES
from newsbrief.tagging.tags import Traits
from newsbrief.text.quotation_marks import CLOSING_MARKS, OPENING_MARKS
from newsbrief.text.quotations import is_speech
from newsbrief.text.signed import SIGNATURE

from .linking import Link

_PERSON = tuple(float(each == "person") for each in TYPES)
_AROUND = f" .,{OPENING_MARKS}{CLOSING_MARKS}"  # the words of a quotation
MAX_LOOKED_UP = 100  # signed quotations, of which each is looked for in the whole text
MIN_REPEATED_WORDS = 6  # of a quotation; fewer, as "It rained", are said by chance
SIGNED_CONFIDENCE = 0.9  # set by hand: too few stand in the labelled articles


def with_signed_quotations(article: Article, links: Sequence[Link]) -> list[Link]:
    """``links`` and one for each quotation that is signed, in place of those of its words.

    Of a quotation that the article has elsewhere too, there it is told who speaks.
    """
    signed = list(_signed(article))
    if not signed:
        return list(links)
    taken = SortedSpans(span for link in signed for span in link.content)
    kept = (link for link in links if not any(taken.overlapping(*span) for span in link.content))
    return [*kept, *_shown_once(article.text, signed)]


def _signed(article: Article) -> Iterator[Link]:
    """The attributions of the signed quotations of ``article``, in order."""
    text, blocks = article.text, article.blocks
    left_open: tuple[Span, ...] = ()  # the paragraphs before, of a quotation that goes on
    for block, below in zip_longest(blocks, blocks[1:]):
        found = article.quotations.overlapping(block.start, block.end)
        if not found or found[0].start != block.start:
            left_open = ()
            continue
        last = found[-1]
        has_rest = bool(text[last.end : block.end].strip())
        end = block.end if has_rest or below is None else below.end
        name = SIGNATURE.fullmatch(text, last.end, end)
        if name and _are_all_said(text, found):
            content = (*left_open, Span(block.start, last.end))
            yield _of_who_signs(Span(*name.span("name")), content)
        is_open = not has_rest and text[last.end - 1] not in CLOSING_MARKS
        left_open = (*left_open, last) if is_open and len(found) == 1 else ()


def _shown_once(text: str, signed: Sequence[Link]) -> Iterator[Link]:
    """The first of each of ``signed``, but for those whose words stand elsewhere in ``text``."""
    words = ["".join(text[slice(*span)] for span in link.content).strip(_AROUND) for link in signed]
    times = Counter(words)
    seen: set[tuple[str, str]] = set()
    for index, (link, said) in enumerate(zip(signed, words, strict=True)):
        by_whom = said, text[slice(*link.source[0])]
        may_repeat = index < MAX_LOOKED_UP and len(said.split()) >= MIN_REPEATED_WORDS
        if by_whom not in seen and not (may_repeat and text.count(said) > times[said]):
            yield link
        seen.add(by_whom)


def _of_who_signs(name: Span, content: tuple[Span, ...]) -> Link:
    return Link(
        source=(name,),
        cue=(),
        content=content,
        traits=Traits(type=_PERSON),
        content_probability=SIGNED_CONFIDENCE,
        spoken=True,
    )


def _are_all_said(text: str, found: Sequence[Span]) -> bool:
    """Whether quotations are speech, and nothing but blanks stands between them."""
    between = (text[one.end : other.start] for one, other in pairwise(found))
    return all(is_speech(text, each) for each in found) and not any(map(str.strip, between))
