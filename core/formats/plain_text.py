"""The plain text of a document, from its title and paragraphs."""

import re
from collections.abc import Iterable, Sequence

from newsbrief.reading.mending import without_unseen
from newsbrief.text.letters import same_letters

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")
_SPACES = re.compile(r"[^\S\n\xa0\u202f]+")
_MAX_ROW_CHARS = 300  # a longer one sets its article with a table


def plain_text(title: str | None, paragraphs: Iterable[str]) -> str:
    r"""The ``title`` in one line and the ``paragraphs``, of which the first may say it too.

    Blank lines part them; an empty one is left out.

    >>> plain_text("Rain", ["rain", "It  rained.", " "])
    'Rain\n\nIt rained.'
    """
    tidied = [paragraph for paragraph in map(tidy, paragraphs) if paragraph]
    headline = one_line(title or "")
    if headline and tidied and same_letters(headline, tidied[0]):
        tidied[0] = headline
    elif headline:
        tidied.insert(0, headline)
    return "\n\n".join(tidied)


def one_line(text: str) -> str:
    r"""``text`` without control characters, with each run of white space as one space.

    >>> one_line(" The quay\n is shut\x00.")
    'The quay is shut.'
    """
    return " ".join(tidy(text).split())


def tidy(paragraph: str) -> str:
    r"""``paragraph`` without blank lines, runs of spaces and characters that show nothing.

    >>> tidy("The\tquay \n\n is  shut\x00.")
    'The quay\nis shut.'
    """
    lines = (
        _SPACES.sub(" ", _CONTROL.sub("", line)).strip()
        for line in without_unseen(paragraph).splitlines()
    )
    return "\n".join(filter(None, lines))


def row(cells: Sequence[Sequence[str]]) -> list[str]:
    """The paragraphs of a row of a table: one where each of its ``cells`` has a short one.

    >>> row([["Millbrook"], ["4.2 m"]]), row([["A report.", "Its second paragraph."], []])
    (['Millbrook | 4.2 m'], ['A report.', 'Its second paragraph.'])
    """
    texts = [text for cell in cells for text in cell]
    short = all(len(cell) <= 1 for cell in cells) and sum(map(len, texts)) <= _MAX_ROW_CHARS
    return [" | ".join(texts)] if short and texts else texts
