"""Articles made of our samples, as many as asked for, always the same ones.

An article is the paragraphs of some samples, one after the other, up to a length drawn for it; the
people in it get other names, so that what a program remembers of words is no more use to it than on
news. Every text is our own: the articles may be given away.
"""

import json
import random
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from newsbrief import BlockKind, SourceType, facts, parse

SAMPLES = Path(__file__).parent.parent / "samples"
# Samples of some length, with the blank lines between paragraphs that all programs know.
NAMES = ("agency.txt", "british.txt", "business.txt", "feature.txt", "politics.txt")
# Words, at least and at most; the articles that speed.py takes have 685 on average.
NEWS = (300, 1_040)
BRIEFS = (40, 120)
OUTLETS = ("Meridian News", "The Ostrand Courier", "Evening Star", "Valley Tribune")

_ONSETS = (
    *("b", "br", "d", "dr", "f", "g", "gr", "h", "k", "l"),
    *("m", "n", "p", "r", "s", "st", "t", "tr", "v", "w"),
)
_VOWELS = (*"aeiou", "ae", "ee")
_CODAS = ("ck", "ld", "lm", "n", "nd", "r", "rd", "rth", "s", "sk", "st", "th", "x")


class Sample(NamedTuple):
    """What articles are made of: a title, paragraphs, and the names of people in them."""

    title: str
    paragraphs: tuple[str, ...]
    people: frozenset[str]


def articles(count: int, words: tuple[int, int] = NEWS) -> Iterator[dict[str, str]]:
    """The first ``count`` articles: id, title, text, date and outlet."""
    for number in range(count):
        draw = random.Random(number)  # noqa: S311 - no secret
        title, text = _renamed(draw, *_recombined(draw, draw.randint(*words)))
        yield {
            "id": f"article-{number:07d}",
            "title": title,
            "text": text,
            "date": f"{2015 + number % 10}-{1 + number % 12:02d}-{1 + number % 28:02d}",
            "outlet": draw.choice(OUTLETS),
        }


def long_article(sentences: int) -> dict[str, str]:
    """One article of exactly ``sentences`` sentences, five to a paragraph."""
    draw = random.Random(sentences)  # noqa: S311 - no secret
    every = _sentences()
    drawn = [draw.choice(every) for _ in range(sentences)]
    text = "\n\n".join(" ".join(drawn[i : i + 5]) for i in range(0, sentences, 5))
    title = _samples()[0].title
    return {"id": f"sentences-{sentences}", "title": title, "text": text, "date": "", "outlet": ""}


def write(path: Path, rows: Iterable[dict[str, str]]) -> None:
    """Write ``rows`` to ``path`` as JSON Lines."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


@cache
def _samples() -> tuple[Sample, ...]:
    every = []
    for name in NAMES:
        article = parse((SAMPLES / name).read_text(encoding="utf-8"))
        kept = (b for b in article.blocks if b.kind is BlockKind.PARAGRAPH)
        sources = (fact.source for fact in facts(article))
        people = {s.name for s in sources if s and s.name and s.type is SourceType.PERSON}
        words = frozenset(word for name in people for word in name.split() if word.istitle())
        every.append(Sample(article.title or "", tuple(map(article.fold, kept)), words))
    return tuple(every)


@cache
def _sentences() -> tuple[str, ...]:
    """The sentences of the samples that quote nothing: a quotation may go on in the next one."""
    texts = ("\n\n".join(sample.paragraphs) for sample in _samples())
    every = (article.fold(s) for article in map(parse, texts) for s in article.body)
    return tuple(sentence for sentence in every if not set(sentence) & set('“”"‘'))


def _recombined(draw: random.Random, words: int) -> tuple[str, str]:
    """A title, and paragraphs of samples in an order of ``draw``, of some ``words`` words."""
    taken: list[str] = []
    order: list[Sample] = []
    while words > 0:
        order = order or draw.sample(_samples(), len(_samples()))
        for paragraph in order.pop().paragraphs:
            if words > 0 and draw.random() < 0.8:  # noqa: PLR2004 - no two articles are alike
                taken.append(paragraph)
                words -= len(paragraph.split())
    return draw.choice(_samples()).title, "\n\n".join(taken)


def _renamed(draw: random.Random, title: str, text: str) -> tuple[str, str]:
    """Both with other names for the people in them."""
    names = {name: _name(draw) for name in _people()}
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")

    def renamed(part: str) -> str:
        return pattern.sub(lambda found: names[found[0]], part)

    return renamed(title), renamed(text)


@cache
def _people() -> tuple[str, ...]:
    return tuple(sorted(frozenset[str]().union(*(sample.people for sample in _samples()))))


def _name(draw: random.Random) -> str:
    syllables = (draw.choice(_ONSETS) + draw.choice(_VOWELS) for _ in range(draw.randint(1, 2)))
    return ("".join(syllables) + draw.choice(_CODAS)).capitalize()
