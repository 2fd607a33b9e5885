"""Speech: the quotations that no cue claims, and whose they are.

A quotation that goes on in a new sentence or paragraph is the last speaker's, as is one that
stands alone; "Name: ..." and "... — Name" name theirs. Links come in and go out; none is undone.
"""

import re
from collections import deque
from collections.abc import Iterator, Sequence

from newsbrief.article import Article, BlockKind, Sentence
from newsbrief.spans import SortedSpans, Span
from newsbrief.text.quotations import is_closed, is_speech

from .linking import Link

# The confidence of each way to a speaker. All but the last are set by hand: polnear's annotators
# seldom mark such quotations, and half of those found in 220 of its articles have the right claim
# there.
NAMED = 0.8
CONTINUED = 0.7
ALONE = 0.6
BY_SUBJECT = 0.5
SPEAKERLESS = 0.15  # measured: 3 of the 20 in readers/train and polnear/train are right

_MAX_STOP_CHARS = 4  # " ..." between a quotation and the end of its sentence

_NAME = r"[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,4}"
_NAMED_BEFORE = re.compile(rf"(?P<source>{_NAME})\s*(?P<cue>:)\s*")
_NAMED_AFTER = re.compile(rf"\s*(?P<cue>[—–―]|--?)\s*(?P<source>{_NAME}(?:,[^.!?\n]{{1,80}})?)\s*")
_SUBJECT = re.compile(
    r"(?!(?:The|An?|As|In|At|On|By|For|But|And|Or|So|If|It|Its|This|That|There|Their|When|While|What|"
    r"How|Why|Who|Where|After|Before|Then|Not|No|Yet|Still|Even|Just|Both|One|Some|Many|All)\b)"
    rf"(?P<source>{_NAME})\s[a-z]+(?:s|ed|t|w|ke|ld|ng)\b"
)


def with_speech(
    article: Article, links: Sequence[Link], quotations: SortedSpans[Span]
) -> list[Link]:
    """``links`` and one for each quotation that is speech and that none of them claims.

    What is said in a new sentence after the cue is a claim of its own; a quotation that runs over
    several paragraphs is one claim. Not sorted.
    """
    told = [part for link in links for part in _parted(article, link)]
    owners = _owners(told, quotations)
    ahead = deque(sorted((link.content[0].start, i) for i, link in enumerate(told) if link.source))
    spoken: int | None = None  # index of the last claim that starts before the quotation
    for i, quotation in enumerate(quotations):
        while ahead and ahead[0][0] < quotation.start:
            spoken = ahead.popleft()[1]
        if i in owners:
            continue
        last = owners.get(i - 1)
        if last is not None and _runs_on(article, quotations[i - 1], quotation):
            told[last] = told[last]._replace(content=(*told[last].content, quotation))
            owners[i] = last
        elif is_speech(article.text, quotation) and _is_whole(article, quotation):
            link = _unclaimed(article, quotation, None if spoken is None else told[spoken])
            if link:
                owners[i] = spoken = len(told)
                told.append(link)
    return told


def _parted(article: Article, link: Link) -> Iterator[Link]:
    """``link``, or two of it where a quotation goes on for one new sentence after the cue.

    PolNeAR has one attribution there, the Gender Gap Tracker two, without exception. A sentence
    can be quoted by itself; a passage of several (a half of them in PolNeAR, a quarter in the
    Tracker's set) stays with its cue.
    """
    last = article.sentence_at(link.content[-1].end - 1)
    for i in range(1, len(link.content)):
        before, after = link.content[i - 1], link.content[i]
        cue_between = any(before.end <= cue.start < after.start for cue in link.cue)
        first = article.sentence_at(after.start)
        if cue_between and article.sentence_at(before.end - 1) != first == last:
            yield link._replace(content=link.content[:i])
            yield link._replace(content=link.content[i:])
            return
    yield link


def _owners(links: Sequence[Link], quotations: SortedSpans[Span]) -> dict[int, int]:
    """The index of the link that claims a part of each quotation, by the quotation's index."""
    owners: dict[int, int] = {}
    for index, link in enumerate(links):
        for start, end in link.content:
            for i in quotations.indexes_overlapping(start, end):
                owners[i] = index  # the last one, which an open quotation goes on from
    return owners


def _runs_on(article: Article, before: Span, quotation: Span) -> bool:
    """Whether ``quotation`` goes on right after ``before``, which was left open."""
    gap = article.text[before.end : quotation.start]
    return not gap.strip() and not is_closed(article.text, before)


def _is_whole(article: Article, quotation: Span) -> bool:
    """Whether ``quotation`` stands in a paragraph and is made of whole sentences."""
    first = article.sentences[article.sentence_at(quotation.start)]
    last = article.sentences[article.sentence_at(quotation.end - 1)]
    return (
        article.kind(first) is BlockKind.PARAGRAPH
        and _empty(article.text, first.start, quotation.start)
        and _empty(article.text, quotation.end, last.end)
    ) or _named(article, quotation) is not None


def _unclaimed(article: Article, quotation: Span, last: Link | None) -> Link | None:
    """The attribution of a quotation without a cue; ``last`` is the one before it."""
    named = _named(article, quotation)
    if named:
        return named
    block = _block(article, quotation.start)
    opens = quotation.start == article.blocks[block].start
    spoken = _block(article, last.content[-1].start) if last else -1
    if last and spoken == block:
        return Link(last.source, last.cue, (quotation,), CONTINUED)
    after, before = _neighbours(article, quotation)
    if after is None and opens and last and spoken == _paragraph_before(article, block):
        return Link(last.source, (), (quotation,), ALONE)
    if after or before:
        subjects = tuple(subject for subject in (after, before) if subject)
        return Link(subjects[:1], (), (quotation,), BY_SUBJECT)
    alone = opens and _empty(article.text, quotation.end, article.blocks[block].end)
    return Link((), (), (quotation,), SPEAKERLESS) if alone else None


def _named(article: Article, quotation: Span) -> Link | None:
    """The attribution of a quotation with the name of its speaker, and no verb, beside it."""
    block = article.blocks[_block(article, quotation.start)]
    before = _NAMED_BEFORE.fullmatch(article.text, block.start, quotation.start)
    after = _NAMED_AFTER.fullmatch(article.text, quotation.end, block.end)
    match = before or after
    if match is None:
        return None
    source, cue = Span(*match.span("source")), Span(*match.span("cue"))
    return Link((source,), (cue,), (quotation,), NAMED)


def _neighbours(article: Article, quotation: Span) -> tuple[Span | None, Span | None]:
    """The subjects of the sentences after ``quotation``, in its block, and before it."""
    after = article.sentence_at(quotation.end - 1) + 1
    before = article.sentence_at(quotation.start) - 1
    sentences = article.sentences
    inside = after < len(sentences) and sentences[after].block == sentences[before + 1].block
    return (
        _subject(article, sentences[after]) if inside else None,
        _subject(article, sentences[before]) if before >= 0 else None,
    )


def _subject(article: Article, sentence: Sentence) -> Span | None:
    match = _SUBJECT.match(article.text, sentence.start, sentence.end)
    if match is None or article.kind(sentence) is not BlockKind.PARAGRAPH:
        return None
    return Span(*match.span("source"))


def _empty(text: str, start: int, end: int) -> bool:
    """Whether nothing but a stop stands from ``start`` to ``end``."""
    return end - start <= _MAX_STOP_CHARS and not text[start:end].strip(" .")


def _block(article: Article, offset: int) -> int:
    """The index of the block that ``offset`` stands in."""
    return article.sentences[article.sentence_at(offset)].block


def _paragraph_before(article: Article, block: int) -> int:
    """The index of the paragraph before ``block``, past captions and the like; -1 for none."""
    block -= 1
    while block >= 0 and article.blocks[block].kind is not BlockKind.PARAGRAPH:
        block -= 1
    return block
