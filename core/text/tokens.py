"""Words of a text, as spans: the tokens that the tagger labels and that features count.

A word is a run of letters and digits; apostrophes, hyphens and the points and commas of numbers
stay inside it, the points of abbreviations ("U.S.", "Mr.") with it. Every other mark is a token
of its own, except that runs of points, of hyphens and of straight double quotes made of two marks
stay whole.
"""

import re

from newsbrief.spans import Span

_LETTER = r"[\w\u0300-\u036f]"  # with combining accents, which \w lacks
_TITLE = r"(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Rev|Hon|Prof|Capt|Maj)\."
_TOKEN = re.compile(
    rf"{_TITLE}(?=\s)"
    r"|(?:[A-Za-z]\.){2,}"
    r"|\d+(?:[.,:]\d+)+"
    rf"|{_LETTER}+(?:['’ʼ\-‐‑&]{_LETTER}+)*"
    r"|\.{2,}|-{2,}|``|''"
    r"|\S"
)


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The tokens of ``text[start:end]``, in order; offsets count from the start of ``text``.

    >>> [text[s:e] for text in ["Mr. Li’s U.S. aides (5.2%) didn't..."] for s, e in tokens(text)]
    ['Mr.', 'Li’s', 'U.S.', 'aides', '(', '5.2', '%', ')', "didn't", '...']
    """
    found = _TOKEN.finditer(text, start, len(text) if end is None else end)
    return [Span._make(match.span()) for match in found]
