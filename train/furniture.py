"""Articles with page furniture among their sentences, to learn from what it is like.

The furniture is what the rules of ``newsbrief.reading`` tell in news, and lines of our own words
(``furniture.txt``) that are put into it: cookies, newsletters, gifts, teasers, captions, credits,
corrections, press releases, questions to readers.

    python -m train.furniture

prints some of the lines.
"""

import random
import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from newsbrief import parse
from newsbrief.article import FURNITURE_KINDS, Article, BlockKind, Sentence
from newsbrief.spans import Span

from .rows import text_of
from .split import EDITORS, READERS, REPORTED_SETS, UNLABELLED, unreported

LINES = Path(__file__).with_name("furniture.txt")
# The sets that articles are taken from, and one of how many. What editors took is left out too.
SETS = {UNLABELLED: 1, "summaries/cnndm_llm_refs": 2, READERS: 1}
MAX_CHARS = 12_000  # of an article
MAX_LINES = 4  # of our own, in an article
INLINE = 0.35  # share of the lines that stand in a paragraph, as in a page saved as one line
MIN_SENTENCES = 3
MAX_TOPIC_WORDS = 5
MARKS = '.,;:!?"“”()'  # around a topic

_SLOT = re.compile(r"\{(\w)\}")
_HEADING = re.compile(r"\[(\w)\]")
_KINDS = FURNITURE_KINDS - {BlockKind.DATELINE}


class Furnished(NamedTuple):
    """An article, and of its sentences those that are paragraphs' or furniture's, with which."""

    article: Article
    sentences: list[Sentence]
    is_furniture: list[bool]


def main() -> None:
    rng = random.Random(1)
    for _ in range(20):
        print(line(rng, ["the", "long", "strike"]))


def furnished(data: Path, rng: random.Random) -> Iterator[Furnished]:
    """Articles of ``SETS`` with lines of our own put in at places that ``rng`` chooses."""
    reported = (*REPORTED_SETS, EDITORS)
    for name, step in SETS.items():
        for i, (_, row) in enumerate(unreported(data, name, reported_sets=reported)):
            if i % step:
                continue
            found = _sentences(*with_lines(text_of(row)[:MAX_CHARS], rng))
            if len(found.sentences) >= MIN_SENTENCES:
                yield found


def with_lines(text: str, rng: random.Random) -> tuple[str, list[Span]]:
    """``text`` with up to ``MAX_LINES`` lines put in, and their spans.

    Half of them stand at its start or its end.
    """
    article = parse(text)
    ends = [s.end for s in article.body]
    words = text.split()
    places = sorted(
        rng.choice([rng.choice(ends), 0, ends[-1]])
        for _ in range(rng.randint(0, MAX_LINES))
        if ends
    )
    out, at, spans = "", 0, []
    for place in places:
        gap = " " if place and rng.random() < INLINE else "\n\n"
        out += text[at:place] + gap
        added = line(rng, words)
        spans.append(Span(len(out), len(out) + len(added)))
        out += added + gap
        at = place
    return out + text[at:], spans


def line(rng: random.Random, words: Sequence[str]) -> str:
    """A line of our own, with a few of ``words`` for a topic."""
    templates, slots = _templates()
    start = rng.randrange(len(words))
    topic = " ".join(words[start : start + rng.randint(1, MAX_TOPIC_WORDS)]).strip(MARKS)
    slots = {**slots, "H": [topic]}
    return _SLOT.sub(lambda match: rng.choice(slots[match[1]]), rng.choice(templates))


def _sentences(text: str, lines: list[Span]) -> Furnished:
    article = parse(text)
    found = Furnished(article, [], [])
    for sentence in article.sentences:
        kind = article.kind(sentence)
        ours = any(start < sentence.end and sentence.start < end for start, end in lines)
        shows = any(map(str.isalnum, text[sentence.start : sentence.end]))
        if shows and (ours or kind in _KINDS or kind is BlockKind.PARAGRAPH):
            found.sentences.append(sentence)
            found.is_furniture.append(ours or kind in _KINDS)
    return found


@cache
def _templates() -> tuple[list[str], dict[str, list[str]]]:
    """The lines with their slots, and what fills each slot."""
    templates: list[str] = []
    slots: dict[str, list[str]] = {}
    into = templates
    for each in LINES.read_text(encoding="utf-8").splitlines():
        if heading := _HEADING.fullmatch(each):
            into = slots.setdefault(heading[1], [])
        elif each and not each.startswith("#"):
            into.append(each)
    return templates, slots


if __name__ == "__main__":
    main()
