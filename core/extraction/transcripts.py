"""Dialogue: interviews and transcripts, whose paragraphs open with who speaks ("Q:", "Ms. Hale:").

A paragraph is such a turn only where the speakers are people or parts of an interview, and speak
again: "When: ..." and "READ MORE: ..." open paragraphs too. The paragraphs up to the next turn go
on with one where most of the dialogue is turns; after the last it cannot be told.
"""

import re
from collections import Counter
from collections.abc import Sequence

from newsbrief.article import Article, Block, BlockKind
from newsbrief.names.mentions import PARTICLE, UPPER
from newsbrief.spans import SortedSpans, Span
from newsbrief.text.gazetteer import first_names, titles
from newsbrief.text.quotation_marks import CLOSING_MARKS
from newsbrief.text.tokens import word_parts

from .linking import Link
from .word_lists import cue_words

CONFIDENCE = 0.8  # set by hand, as that of a name beside a quotation
TURNS = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.TITLE)  # as a short question looks
SPEAKERS = 2  # that speak twice or more, at least
WORDS = 4  # of what is said in most turns

_WORD = rf"(?:{PARTICLE})?[{UPPER}][\w.'’-]*"
_TURN = re.compile(
    rf"(?P<source>[QA](?=\.)|{_WORD}(?:\s(?:{_WORD}|\([^()\n]{{1,40}}\))){{0,5}}(?=\s?:))"
    r"\s?(?P<cue>[.:])\s+(?=\S)"
)
_SENTENCE = re.compile(rf"[.!?…][{CLOSING_MARKS})]*$")


def with_dialogue(article: Article, links: Sequence[Link]) -> list[Link]:
    """``links`` and one for each turn of a dialogue. Not sorted.

    Of ``links`` those that have the speaker's words without a source of their own are left out.
    """
    turns = _carried_on(article, _turns(article))
    extents = _extents(turns)
    kept = [link for link in links if not _is_part(link, turns, extents)]
    return [*kept, *turns]


def _turns(article: Article) -> list[Link]:
    """The turns of ``article``; none where it is no dialogue."""
    text = article.text
    found = [
        Link(
            (Span(*match.span("source")),),
            (Span(*match.span("cue")),),
            (Span(match.end(), block.end),),
            CONFIDENCE,
        )
        for block in article.blocks
        if (match := _opening(text, block))
    ]
    speakers = _speakers(text, Counter(_label(text, turn) for turn in found))
    turns = [turn for turn in found if _label(text, turn) in speakers]
    said = [text[turn.content[0].start : turn.content[0].end] for turn in turns]
    whole = sum(len(words.split()) >= WORDS and bool(_SENTENCE.search(words)) for words in said)
    return turns if len(speakers) >= SPEAKERS and 2 * whole > len(turns) else []


def _carried_on(article: Article, turns: list[Link]) -> list[Link]:
    """``turns`` with the paragraphs that go on with each."""
    following: dict[int, list[Span]] = {}
    extents = _extents(turns)
    for block in article.blocks:
        index = extents.index_at(block.start)
        between = 0 <= index < len(turns) - 1 and block.start > turns[index].content[0].start
        if between and block.kind is BlockKind.PARAGRAPH:
            following.setdefault(index, []).append(Span(block.start, block.end))
    if sum(map(len, following.values())) >= len(turns):
        return turns
    return [
        turn._replace(content=(*turn.content, *following.get(i, ())))
        for i, turn in enumerate(turns)
    ]


def _opening(text: str, block: Block) -> re.Match[str] | None:
    return _TURN.match(text, block.start, block.end) if block.kind in TURNS else None


def _label(text: str, turn: Link) -> str:
    return text[turn.source[0].start : turn.source[0].end]


def _speakers(text: str, labels: Counter[str]) -> set[str]:
    """Those of ``labels``, given with their number of turns, that are speakers'."""
    again = {label: word_parts(label.lower()) for label, turns in labels.items() if turns > 1}
    if len(again) < SPEAKERS:
        return set()
    written = Counter(word_parts(text))
    named: Counter[str] = Counter()
    for word, times in written.items():
        named[word.lower()] += times
    return {
        label
        for label, words in again.items()
        if words and (_is_called_so(words) or _is_name(words, labels[label], written, named))
    }


def _is_called_so(words: Sequence[str]) -> bool:
    """Whether a label of these ``words`` is a part of an interview or a full name by its form."""
    if words[0] in cue_words("interview"):
        return True
    return len(words) > 1 and (words[0] in titles() or words[0] in first_names())


def _is_name(words: Sequence[str], turns: int, written: Counter[str], named: Counter[str]) -> bool:
    """Whether the last of ``words`` is a name: it stands nowhere in lower case, and elsewhere too.

    ``written`` counts the words of the text, ``named`` the same in lower case.
    """
    return words[-1] not in written and (words[0] in first_names() or named[words[-1]] > turns)


def _extents(turns: Sequence[Link]) -> SortedSpans[Span]:
    """The stretch of each of ``turns``, which are in order, from its label to its last word."""
    return SortedSpans(Span(turn.source[0].start, turn.content[-1].end) for turn in turns)


def _is_part(link: Link, turns: Sequence[Link], extents: SortedSpans[Span]) -> bool:
    """Whether ``link`` has a part in one of ``turns``, and no source among what is said there."""
    for part in (*link.source, *link.cue, *link.content):
        indexes = extents.indexes_overlapping(*part)
        if indexes:
            said = turns[indexes[-1]].content
            return not (link.source and said[0].start <= link.source[0].start < said[-1].end)
    return False
