"""What is read from saved web pages of news, against what the publishers' own parsers give.

Gold: ``{"id", "title", "authors", "date", "paragraphs", "html"}``. Predicted: ``{"id", "text",
"title", "byline", "date"}``; a page without a prediction counts as read empty.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from .rates import mean, share
from .rows import Row

RUN = 4  # words
AUTHOR_WORDS = range(2, 5)  # of a person's name; longer ones are lists or slogans
_NOT_A_PERSON = re.compile(r"news|staff|agenc|reporter|editor|press|bbc|reuters|afp", re.IGNORECASE)


class PageFigures(NamedTuple):
    """Means over pages.

    ``text``: F1 of the runs of four words; ``title``: one begins with the other (the site's name
    stands behind a bar); ``date``: the same day; ``byline``: of the pages written by persons, those
    whose byline has an author's last name.
    """

    text: float
    title: float
    date: float
    byline: float


def score(pairs: Sequence[tuple[Row, Row]]) -> PageFigures:
    """The figures of ``pairs`` of a gold page and what was read from it."""
    bylines = [
        _has_author(authors, page.get("byline"))
        for gold, page in pairs
        if (authors := [name for name in gold["authors"] if _is_person(name)])
    ]
    return PageFigures(
        text=mean(
            [_text_f1(" ".join(gold["paragraphs"]), page.get("text")) for gold, page in pairs]
        ),
        title=mean([_same_title(gold["title"], page.get("title")) for gold, page in pairs]),
        date=mean([(page.get("date") or "")[:10] == gold["date"] for gold, page in pairs]),
        byline=mean(bylines),
    )


def _text_f1(gold: str, text: str | None) -> float:
    wanted, given = _runs(_words(gold)), _runs(_words(text))
    return share(2 * (wanted & given).total(), wanted.total() + given.total())


def _runs(words: list[str]) -> Counter[tuple[str, ...]]:
    return Counter(zip(*(words[i:] for i in range(RUN)), strict=False))


def _same_title(gold: str, title: str | None) -> bool:
    wanted, given = _words(gold), _words(title)
    length = min(len(wanted), len(given))
    return length > 0 and wanted[:length] == given[:length]


def _is_person(author: str) -> bool:
    return len(author.split()) in AUTHOR_WORDS and not _NOT_A_PERSON.search(author)


def _has_author(authors: list[str], byline: str | list[str] | None) -> bool:
    words = _words(" ".join(byline) if isinstance(byline, list) else byline)
    return any(_words(name)[-1] in words for name in authors if _words(name))


def _words(text: str | None) -> list[str]:
    return re.findall(r"\w+", (text or "").lower())
