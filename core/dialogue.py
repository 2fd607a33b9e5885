"""Dialogue: interviews and transcripts, whose paragraphs open with who speaks ("Q:", "Ms. Hale:").

A paragraph is such a turn only where the speakers are people or parts of an interview, and speak
again: "When: ..." and "READ MORE: ..." open paragraphs too.
"""

import re
from collections import Counter
from collections.abc import Sequence

from .article import Article, Block, BlockKind
from .gazetteer import first_names, titles
from .linking import Link
from .spans import Span

CONFIDENCE = 0.8  # set by hand, as that of a name beside a quotation
TURNS = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.TITLE)  # as a short question looks
SPEAKERS = 2  # that speak twice or more, at least
WORDS = 4  # of what is said in most turns
INTERVIEW = frozenset(("a", "answer", "host", "interviewer", "moderator", "q", "question"))

_TURN = re.compile(
    r"(?P<source>[A-Z][\w.'’-]*(?:\s(?:[A-Z][\w.'’-]*|\([^()\n]{1,40}\))){0,5})\s?(?P<cue>:)\s+(?=\S)"
)
_SENTENCE = re.compile(r"[.!?…][\"”’')]*$")
_NAME = re.compile(r"[^\W\d_]+")


def with_dialogue(article: Article, links: Sequence[Link]) -> list[Link]:
    """``links`` and one for each turn of a dialogue. Not sorted.

    Of ``links`` those that have the speaker's words without a source of their own are left out.
    """
    turns = _turns(article)
    kept = [link for link in links if not any(_is_part(link, turn) for turn in turns)]
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
    labels = Counter(_label(text, turn) for turn in found)
    speakers = {label for label, n in labels.items() if n > 1 and _speaks(text, label, n)}
    turns = [turn for turn in found if _label(text, turn) in speakers]
    said = [text[turn.content[0].start : turn.content[0].end] for turn in turns]
    whole = sum(len(words.split()) >= WORDS and bool(_SENTENCE.search(words)) for words in said)
    return turns if len(speakers) >= SPEAKERS and 2 * whole > len(turns) else []


def _opening(text: str, block: Block) -> re.Match[str] | None:
    return _TURN.match(text, block.start, block.end) if block.kind in TURNS else None


def _label(text: str, turn: Link) -> str:
    return text[turn.source[0].start : turn.source[0].end]


def _speaks(text: str, label: str, turns: int) -> bool:
    """Whether ``label``, of so many ``turns``, is a part of an interview or somebody's name.

    A name opens with a title or a first name, or stands with a capital letter elsewhere too; it
    stands nowhere without.
    """
    words = _NAME.findall(label.lower())
    if not words or words[0] in INTERVIEW:
        return bool(words)
    same = re.findall(rf"\b{re.escape(words[-1])}\b", text, re.IGNORECASE)
    if any(word.islower() for word in same):
        return False
    return words[0] in titles() or words[0] in first_names() or len(same) > turns


def _is_part(link: Link, turn: Link) -> bool:
    """Whether ``link`` has a part in ``turn``, and no source among what is said there."""
    said = turn.content[0]
    parts = (*link.source, *link.cue, *link.content)
    meets = any(p.start < said.end and turn.source[0].start < p.end for p in parts)
    return meets and not (link.source and link.source[0].start >= said.start)
