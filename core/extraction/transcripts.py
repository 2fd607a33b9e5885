"""Transcripts and interviews: paragraphs that open with who speaks ("Q:", "Ms. Hale:").

A paragraph is such a turn only where the speakers are people or roles of an interview, and speak
again: "When: ..." and "READ MORE: ..." open paragraphs too. Where most paragraphs of the dialogue
are turns, those up to the next turn belong to the turn before; what follows the last turn does not.
"""

import re
from collections import Counter
from collections.abc import Sequence

from newsbrief.article import Article, Block, BlockKind
from newsbrief.names.capitalised_runs import PARTICLE, UPPER
from newsbrief.spans import SortedSpans, Span
from newsbrief.text.gazetteer import first_names, titles
from newsbrief.text.quotation_marks import CLOSING_MARKS
from newsbrief.text.tokens import word_parts

from .linking import Link
from .word_lists import cue_words

# Of 36 turns in the articles of bench/labelled 35 are right, of 4 in readers/train none:
# (35 + 1) / (40 + 2).
TURN_CONFIDENCE = 0.86
# A short question looks like a heading.
TURN_BLOCKS = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.TITLE)
MIN_RECURRING_SPEAKERS = 2
MIN_TURN_WORDS = 4  # in most turns

_LABEL_WORD = rf"(?:{PARTICLE})?[{UPPER}][\w.'’-]*"
_TURN = re.compile(
    rf"(?P<source>[QA](?=\.)|{_LABEL_WORD}(?:\s(?:{_LABEL_WORD}|\([^()\n]{{1,40}}\))){{0,5}}(?=\s?:))"
    r"\s?(?P<cue>[.:])\s+(?=\S)"
)
_SENTENCE_END = re.compile(rf"[.!?…][{CLOSING_MARKS})]*$")


def with_transcript_turns(article: Article, links: Sequence[Link]) -> list[Link]:
    """``links`` and one for each turn of a transcript. Not sorted.

    A link within a turn is left out unless its source stands among the words of the turn.
    """
    turns = _with_following_paragraphs(article, _turns(article))
    extents = _extents(turns)
    kept = [link for link in links if not _repeats_turn(link, turns, extents)]
    return [*kept, *turns]


def _turns(article: Article) -> list[Link]:
    """The turns of ``article``, each to the end of its block; none where it is no transcript."""
    text = article.text
    candidates = [
        Link(
            (Span(*match.span("source")),),
            (Span(*match.span("cue")),),
            (Span(match.end(), block.end),),
            cue_probability=TURN_CONFIDENCE,
            content_probability=TURN_CONFIDENCE,
        )
        for block in article.blocks
        if (match := _opening(text, block))
    ]
    speakers = _recurring_speakers(text, Counter(_label(text, turn) for turn in candidates))
    turns = [turn for turn in candidates if _label(text, turn) in speakers]
    sentences = [turn for turn in turns if _is_sentence(text[slice(*turn.content[0])])]
    is_transcript = len(speakers) >= MIN_RECURRING_SPEAKERS and 2 * len(sentences) > len(turns)
    return turns if is_transcript else []


def _is_sentence(words: str) -> bool:
    """Whether ``words`` read as speech, unlike the score or the price behind a label."""
    return len(words.split()) >= MIN_TURN_WORDS and bool(_SENTENCE_END.search(words))


def _with_following_paragraphs(article: Article, turns: list[Link]) -> list[Link]:
    """``turns`` with the paragraphs up to the next turn; as they are where those are many."""
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
    """The label that ``block`` opens with, or None."""
    return _TURN.match(text, block.start, block.end) if block.kind in TURN_BLOCKS else None


def _label(text: str, turn: Link) -> str:
    return text[slice(*turn.source[0])]


def _recurring_speakers(text: str, turns_of: Counter[str]) -> set[str]:
    """The labels, of those that ``turns_of`` counts, that name a speaker who speaks again."""
    recurring = {label: word_parts(label.lower()) for label, n in turns_of.items() if n > 1}
    if len(recurring) < MIN_RECURRING_SPEAKERS:
        return set()
    counts = Counter(word_parts(text))
    lower_case_counts: Counter[str] = Counter()
    for word, count in counts.items():
        lower_case_counts[word.lower()] += count
    return {
        label
        for label, words in recurring.items()
        if words
        and (
            _is_speaker_by_form(words)
            or _is_name(words, turns_of[label], counts, lower_case_counts)
        )
    }


def _is_speaker_by_form(words: Sequence[str]) -> bool:
    """Whether ``words``, a label, are a role of an interview, or a title or first name and more."""
    if words[0] in cue_words("interview"):
        return True
    return len(words) > 1 and (words[0] in titles() or words[0] in first_names())


def _is_name(
    words: Sequence[str], turns: int, counts: Counter[str], lower_case_counts: Counter[str]
) -> bool:
    """Whether the last of ``words``, a label, is a name: never in lower case, and known elsewhere.

    Known: it follows a first name, or stands in the text outside its ``turns`` labels too.
    """
    last = words[-1]
    return last not in counts and (words[0] in first_names() or lower_case_counts[last] > turns)


def _extents(turns: Sequence[Link]) -> SortedSpans[Span]:
    """The span of each of ``turns``, which are in order, from its label to its last word."""
    return SortedSpans(Span(turn.source[0].start, turn.content[-1].end) for turn in turns)


def _repeats_turn(link: Link, turns: Sequence[Link], extents: SortedSpans[Span]) -> bool:
    """Whether ``link`` has a part in one of ``turns``, and no source among the words spoken."""
    for part in (*link.source, *link.cue, *link.content):
        indexes = extents.indexes_overlapping(*part)
        if indexes:
            spoken = turns[indexes[-1]].content
            return not (link.source and spoken[0].start <= link.source[0].start < spoken[-1].end)
    return False
