"""Quotations that no cue claims, and whose they are.

A quotation that goes on in a new sentence or paragraph is the last speaker's, as is one that opens
the next paragraph. 'Name: "..."' and '"..." — Name' name the speaker. A quotation that fills a
paragraph after narration has no source: its speaker can only be guessed.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence

from newsbrief.article import Article, BlockKind
from newsbrief.spans import SortedSpans, Span
from newsbrief.text.quotations import is_closed, is_speech

from .linking import Link

# The share that is right of each way to a speaker, as (right + 1) / (found + 2): on readers/train,
# where no quotation has only a name beside it, 30 of 37 in the same paragraph and 29 of 31 in the
# next; on polnear/dev 15 of 16 with a name beside them. Without a source 3 of 5 are right on
# readers/train and none of 21 on polnear/train, where each has a speaker: too few to be listed.
NAMED_CONFIDENCE = 0.89
SAME_PARAGRAPH_CONFIDENCE = 0.79
NEXT_PARAGRAPH_CONFIDENCE = 0.91
NO_SOURCE_CONFIDENCE = 0.14

MAX_STOP_CHARS = 4  # " ..." between a quotation and the end of its sentence

_NAME = r"[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,4}"
_NAME_BEFORE = re.compile(rf"(?P<source>{_NAME})\s*(?P<cue>:)\s*")
_NAME_AFTER = re.compile(rf"\s*(?P<cue>[—–―]|--?)\s*(?P<source>{_NAME}(?:,[^.!?\n]{{1,80}})?)\s*")


def with_uncued_quotations(
    article: Article, links: Sequence[Link], quotations: SortedSpans[Span]
) -> list[Link]:
    """``links``, and one for each of ``quotations`` that is speech and in no claim of theirs.

    What is quoted in a new sentence after the cue becomes a link of its own; a quotation that runs
    over several paragraphs is one claim. Not sorted.
    """
    all_links = [part for link in links for part in _split_after_cue(article, link)]
    claimed_by = _claiming_links(all_links, quotations)
    sourced = deque(
        sorted((link.content[0].start, i) for i, link in enumerate(all_links) if link.source)
    )
    last_sourced: int | None = None  # index of the last one that starts before the quotation
    for i, quotation in enumerate(quotations):
        while sourced and sourced[0][0] < quotation.start:
            last_sourced = sourced.popleft()[1]
        if i in claimed_by:
            continue
        before = claimed_by.get(i - 1)
        if before is not None and _continues(article, quotations[i - 1], quotation):
            content = (*all_links[before].content, quotation)
            all_links[before] = all_links[before]._replace(content=content)
            claimed_by[i] = before
        elif is_speech(article.text, quotation):
            last = None if last_sourced is None else all_links[last_sourced]
            link = _named_link(article, quotation) or _floating_link(article, quotation, last)
            if link:
                claimed_by[i] = len(all_links)
                last_sourced = len(all_links) if link.source else last_sourced
                all_links.append(link)
    return all_links


def _split_after_cue(article: Article, link: Link) -> Iterator[Link]:
    """``link``, or two of it where the claim goes on for one new sentence after the cue.

    PolNeAR has one attribution there, the Gender Gap Tracker two, without exception. A sentence
    can be quoted by itself; a passage of several (a half of them in PolNeAR, a quarter in the
    Tracker's set) stays with its cue.
    """
    last_sentence = article.sentence_at(link.content[-1].end - 1)
    for i in range(1, len(link.content)):
        before, after = link.content[i - 1], link.content[i]
        cue_between = any(before.end <= cue.start < after.start for cue in link.cue)
        sentence = article.sentence_at(after.start)
        if cue_between and article.sentence_at(before.end - 1) != sentence == last_sentence:
            yield link._replace(content=link.content[:i])
            yield link._replace(content=link.content[i:])
            return
    yield link


def _claiming_links(links: Sequence[Link], quotations: SortedSpans[Span]) -> dict[int, int]:
    """By the index of each quotation that is claimed, the index of the last link that does."""
    claiming: dict[int, int] = {}
    for index, link in enumerate(links):
        for start, end in link.content:
            for i in quotations.indexes_overlapping(start, end):
                claiming[i] = index
    return claiming


def _continues(article: Article, before: Span, quotation: Span) -> bool:
    """Whether ``quotation`` goes on right after ``before``, which was left open."""
    gap = article.text[before.end : quotation.start]
    return not gap.strip() and not is_closed(article.text, before)


def _named_link(article: Article, quotation: Span) -> Link | None:
    """The attribution of a quotation whose paragraph holds its speaker's name besides, no verb."""
    block = article.blocks[_block(article, quotation.start)]
    before = _NAME_BEFORE.fullmatch(article.text, block.start, quotation.start)
    after = _NAME_AFTER.fullmatch(article.text, quotation.end, block.end)
    match = before or after
    if match is None:
        return None
    source, cue = Span(*match.span("source")), Span(*match.span("cue"))
    return Link((source,), (cue,), (quotation,), NAMED_CONFIDENCE)


def _floating_link(article: Article, quotation: Span, last: Link | None) -> Link | None:
    """The attribution of a ``quotation`` with nothing beside it; ``last`` is the one before it."""
    if not _is_sentences(article, quotation):
        return None
    index = _block(article, quotation.start)
    block = article.blocks[index]
    last_block = _block(article, last.content[-1].start) if last else -1
    if last and last_block == index:
        return Link(last.source, last.cue, (quotation,), SAME_PARAGRAPH_CONFIDENCE)
    if quotation.start != block.start:
        return None
    if last and last_block == _paragraph_before(article, index):
        return Link(last.source, (), (quotation,), NEXT_PARAGRAPH_CONFIDENCE)
    is_whole_block = _is_stop(article.text, quotation.end, block.end)
    return Link((), (), (quotation,), NO_SOURCE_CONFIDENCE) if is_whole_block else None


def _is_sentences(article: Article, quotation: Span) -> bool:
    """Whether ``quotation`` stands in a paragraph and is made of whole sentences."""
    first = article.sentences[article.sentence_at(quotation.start)]
    last = article.sentences[article.sentence_at(quotation.end - 1)]
    return (
        article.kind(first) is BlockKind.PARAGRAPH
        and _is_stop(article.text, first.start, quotation.start)
        and _is_stop(article.text, quotation.end, last.end)
    )


def _is_stop(text: str, start: int, end: int) -> bool:
    """Whether nothing but a stop stands from ``start`` to ``end``."""
    return end - start <= MAX_STOP_CHARS and not text[start:end].strip(" .")


def _block(article: Article, offset: int) -> int:
    """The index of the block that ``offset`` stands in."""
    return article.sentences[article.sentence_at(offset)].block


def _paragraph_before(article: Article, block: int) -> int:
    """The index of the paragraph before ``block``, past captions and the like; -1 for none."""
    block -= 1
    while block >= 0 and article.blocks[block].kind is not BlockKind.PARAGRAPH:
        block -= 1
    return block
